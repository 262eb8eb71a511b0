"""What a check of the book has found, in words."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
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
        "{kind}, row {row}: refers to a row of {target} that is not there.",
        "{kind}（行 {row}）: 参照先の{target}が存在しません。",
    ),
    "lost_row": Words(
        "{kind}, row {row}: belongs to a row of {target} that is not there.",
        "{kind}（行 {row}）: 対応する{target}が存在しません。",
    ),
    "date": Words(
        "{kind}, row {row}: {column} holds “{seen}”, which is not a date.",
        "{kind}（行 {row}）: {column} の値「{seen}」は日付ではありません。",
    ),
    "ends_before_start": Words(
        "{kind}, row {row}: ends on {end}, before its start on {start}.",
        "{kind}（行 {row}）: 終了日 {end} が開始日 {start} より前です。",
    ),
    "log": Words("The change log has {rows} broken entries.", "変更履歴に壊れた記録が{rows}件あります。"),
    "step": Words(
        "Step {step} of the history changed {expected} rows, but the change log tells of {found}.",
        "変更履歴の操作 {step}: {expected}行の変更があるはずですが、記録は{found}行分です。",
    ),
    "log_sum": Words(
        "{kind}: the change log does not lead to what the book holds.",
        "{kind}: 変更履歴をたどった結果が、ブックの内容と一致しません。",
    ),
}


def damage_words(damage: str, language: Language, **details: object) -> str:
    """One finding of a check; kinds among the details are named."""
    for key in details.keys() & {"kind", "target"}:
        details[key] = name_of_kind(str(details[key]), language)
    return look_up(DAMAGES, damage, language, **details)
