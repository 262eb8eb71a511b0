"""What a check of the book has found, in words."""

from collections.abc import Mapping

from csdesk.models.kinds import Kind, Language
from csdesk.wording.history import column_words, row_words
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import Words, look_up

DAMAGES: Mapping[str, Words] = {
    "file": Words("The file is damaged: {detail}", "ファイルが破損しています: {detail}"),
    "rows": Words(
        "{kind}: {found} rows are there, {expected} were written.",
        "{kind}: {expected}行あるはずですが、{found}行です。",
    ),
    "digest": Words("{kind}: a value is no longer what was written.", "{kind}: 書き込んだ内容と異なる値があります。"),
    "reference": Words(
        "{where}: refers to a row of {target} that is not there.",
        "{where}: 参照先の{target}が存在しません。",
    ),
    "lost_row": Words(
        "{where}: belongs to a row of {target} that is not there.",
        "{where}: 対応する{target}が存在しません。",
    ),
    "date": Words(
        "{where}: {column} holds “{seen}”, which is not a date.",
        "{where}: {column}の値「{seen}」は日付ではありません。",
    ),
    "word": Words(
        "{where}: {column} holds “{seen}”, which csdesk does not know.",
        "{where}: {column}の値「{seen}」は、csdeskで使われていない値です。",
    ),
    "range": Words(
        "{where}: {column} holds “{seen}”, which is beyond what it may be.",
        "{where}: {column}の値「{seen}」は、許される範囲を超えています。",
    ),
    "json": Words(
        "{where}: {column} cannot be read.",
        "{where}: {column}を読み取れません。",
    ),
    "setting": Words(
        "{where}: holds “{seen}”, which csdesk cannot use.",
        "{where}: 値「{seen}」は、csdeskで使えない値です。",
    ),
    "twice": Words("{where}: is there twice.", "{where}: 重複しています。"),
    "ends_before_start": Words(
        "{where}: ends on {end}, before its start on {start}.",
        "{where}: 終了日 {end} が開始日 {start} より前です。",
    ),
    "log": Words("The change log has {rows} broken entries.", "変更履歴に壊れた記録が{rows}件あります。"),
    "log_stray": Words(
        "The change log has {rows} entries of steps that are not in the history.",
        "変更履歴に、該当する操作のない記録が{rows}件あります。",
    ),
    "step": Words(
        "Step {step} of the history changed {expected} rows, but the change log tells of {found}.",
        "変更履歴の操作 {step}: {expected}行の変更があるはずですが、記録は{found}行分です。",
    ),
    "step_text": Words(
        "Step {step} of the history cannot be read: {column} holds “{seen}”.",
        "変更履歴の操作 {step} を読み取れません: {column}の値は「{seen}」です。",
    ),
    "step_order": Words(
        "Step {step} of the history is undone, yet later ones stand.",
        "変更履歴の操作 {step} は取り消されていますが、それより後の操作が有効なままです。",
    ),
    "log_sum": Words(
        "{kind}: the change log does not lead to what the book holds.",
        "{kind}: 変更履歴をたどった結果が、ブックの内容と一致しません。",
    ),
}
_ROW = Words("{row} (row {number})", "{row}（行 {number}）")
_INNER_KINDS: Mapping[str, Words] = {
    Kind.USE: Words("Use", "利用実績"),
    Kind.SOURCE: Words("Where rows came from", "取り込み元の記録"),
    Kind.BATCH: Words("Imports", "取り込み"),
    Kind.CUSTOM_FIELD: Words("Own columns", "独自の列"),
}
_INNER_COLUMNS: Mapping[str, Words] = {
    "grain": Words("What it covers", "集計単位"),
    "field_id": Words("Own column", "独自の列"),
    "batch_id": Words("Import", "取り込み"),
    "row_id": Words("Row", "行"),
    "state": Words("State", "状態"),
    "turned_at": Words("Last turned", "取り消し・やり直しの日時"),
}
"""What no history tells of."""


def damage_words(damage: str, language: Language, **details: object) -> str:
    """One finding of a check; its row, kinds and columns are named."""
    if "row" in details:
        details["where"] = row_called(
            str(details["kind"]), int(str(details["row"])), language,
            name=str(details.get("name", "")), account=str(details.get("account", "")),
        )  # fmt: skip
    for key in details.keys() & {"kind", "target"}:
        details[key] = kind_called(str(details[key]), language)
    if "column" in details:
        details["column"] = column_called(str(details["column"]), language)
    return look_up(DAMAGES, damage, language, **details)


def row_called(kind: str, number: int, language: Language, *, name: str = "", account: str = "") -> str:
    """A row by its kind, name and account; one without a name by its number."""
    known = _INNER_KINDS.get(kind)
    row = known.say(language) if known else row_words(kind, name, account, language)
    return row if name and not known else _ROW.say(language, row=row, number=number)


def kind_called(kind: str, language: Language) -> str:
    """The rows of a kind, also of those that nobody sees."""
    known = _INNER_KINDS.get(kind)
    return known.say(language) if known else name_of_kind(kind, language)


def column_called(column: str, language: Language) -> str:
    """A column, also of those that nobody sees."""
    known = _INNER_COLUMNS.get(column)
    return known.say(language) if known else column_words(column, language)
