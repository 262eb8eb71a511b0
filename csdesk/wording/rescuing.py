"""What came of a rescue: what the new book holds, and what it lacks of the damaged one."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from csdesk.models.kinds import Language
from csdesk.wording.damages import column_called, kind_called, row_called
from csdesk.wording.speech import Words, look_up, moment, whole

LOSSES: Mapping[str, Words] = {
    "rows": Words(
        "{kind}: {count} rows could not be read and are left out.",
        "{kind}: {count}行を読み取れず、含まれていません。",
    ),
    "rows_unknown": Words(
        "{kind}: some rows could not be read and are left out; how many, the file no longer tells.",
        "{kind}: 読み取れない行があり、含まれていません。行数はファイルから判断できません。",
    ),
    "row": Words(
        "{where}: left out, for {column} {seen} cannot be.",
        "{where}: {column}{seen}が正しくないため、含まれていません。",
    ),
    "row_of_nothing": Words(
        "{where}: left out, for the row of {target} that it belongs to is gone.",
        "{where}: 対応する{target}が失われたため、含まれていません。",
    ),
    "twice": Words("{where}: left out, for it was there twice.", "{where}: 重複していたため、含まれていません。"),
    "value": Words(
        "{where}: {column} {seen} cannot be and was dropped.",
        "{where}: {column}{seen}が正しくないため、値を除きました。",
    ),
    "reference": Words(
        "{where}: {column} named a row that is gone, and names none now.",
        "{where}: {column}の参照先が失われたため、空欄にしました。",
    ),
    "differs": Words(
        "{kind}: one or more values are no longer what was written; which, the file does not tell. All were kept.",
        "{kind}: 書き込んだ内容と異なる値があります。どの値かは判断できないため、すべて残しています。",
    ),
}
_SEEN = Words("“{seen}”", "の値「{seen}」")
_MORE: Mapping[str, Words] = {
    "row": Words("{kind}: {count} more rows left out.", "{kind}: ほか{count}行も含まれていません。"),
    "value": Words("{kind}: {count} more values dropped.", "{kind}: ほか{count}件の値を除きました。"),
    "reference": Words("{kind}: {count} more references dropped.", "{kind}: ほか{count}件の参照を空欄にしました。"),
}
_HELD = Words("{kind} {count}", "{kind} {count}行")
_BETWEEN = Words(", ", "、")
_RESTORE = Words(
    "Go back to the newest sound backup, of {at} ({held}): csdesk restore {book} {backup}",
    "最新の正常なバックアップ（{at}、{held}）に戻す: csdesk restore {book} {backup}",
)
_NO_BACKUP = Words("There is no sound backup beside the book.", "正常なバックアップはありません。")
_RESCUE = Words(
    "Put what can be read into a new book: csdesk rescue {book} NEW",
    "読み取れる内容を新しいブックに救出する: csdesk rescue {book} NEW",
)
_RESCUED = Words("Rescued into {path}: {held}.", "{path} に救出しました: {held}。")
_NOTHING_LOST = Words("Nothing is missing.", "失われたものはありません。")
_HISTORY_KEPT = Words("The history was kept.", "変更履歴も引き継ぎました。")
_HISTORY_ANEW = Words(
    "The history could not be kept and begins anew; the bin is empty.",
    "変更履歴は引き継げなかったため、新しく始まります（ゴミ箱は空です）。",
)


def loss_words(
    loss: str, kind: str, language: Language, *, row: int, name: str, account: str, column: str, seen: str, count: int
) -> str:
    """One thing that is not in the new book, or not as it was."""
    if loss == "rows" and not count:
        loss = "rows_unknown"
    target = kind_called(seen, language)
    return look_up(
        LOSSES,
        loss,
        language,
        where=row_called(kind, row, language, name=name, account=account),
        kind=kind_called(kind, language),
        column=column_called(column, language),
        seen=_SEEN.say(language, seen=seen) if seen else "",
        target=target,
        count=whole(count),
    ).replace("  ", " ")


def more_words(loss: str, kind: str, language: Language, *, count: int) -> str:
    """How many more there are of one sort."""
    words = _MORE.get(loss, _MORE["row"])
    return words.say(language, kind=kind_called(kind, language), count=whole(count))


def ways_words(
    language: Language, *, book: str, backup: str, at: datetime | None, held: Mapping[str, int]
) -> list[str]:
    """What can be done about a damaged book from the command line; `backup` is '' where none is sound."""
    rescue = _RESCUE.say(language, book=book)
    if at is None:
        return [_NO_BACKUP.say(language), rescue]
    counts = _BETWEEN.say(language).join(_held(held, language))
    return [_RESTORE.say(language, book=book, backup=backup, at=moment(at, language), held=counts), rescue]


def rescue_words(path: str, rows: Mapping[str, int], language: Language, *, losses: int, history_kept: bool) -> str:
    """What the new book holds, and whether its history could be kept."""
    held = _BETWEEN.say(language).join(_held(rows, language))
    parts = (
        _RESCUED.say(language, path=path, held=held or "0"),
        "" if losses else _NOTHING_LOST.say(language),
        (_HISTORY_KEPT if history_kept else _HISTORY_ANEW).say(language),
    )
    return ("" if language is Language.JA else " ").join(filter(None, parts))


def _held(rows: Mapping[str, int], language: Language) -> Iterable[str]:
    return (
        _HELD.say(language, kind=kind_called(kind, language), count=whole(count))
        for kind, count in rows.items()
        if count
    )
