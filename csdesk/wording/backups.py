"""What is said of backups: why each was made, and what has changed in the book since."""

from collections.abc import Iterable, Mapping, Sequence

from csdesk.models.kinds import Language
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import Words, whole

WHY: Mapping[str, Words] = {
    "import": Words("before an import", "取り込みの前"),
    "change": Words("before a large change", "一括変更の前"),
    "merge": Words("before a colleague's copy", "同僚のコピーの統合前"),
    "restore": Words("before a restore", "復元の前"),
    "upgrade": Words("before an upgrade", "更新の前"),
}
SAME_AS_NOW = Words("same as now", "現在と同じ")
SECOND = Words("in the second place", "第2の保存先")
UNREADABLE = Words("cannot be read", "読み取れません")

_TURNS: Mapping[str, Words] = {
    "added": Words("{n} added", "追加 {n}件"),
    "gone": Words("{n} deleted", "削除 {n}件"),
    "changed": Words("{n} changed", "変更 {n}件"),
}
_NAMED = Words(" ({names})", "（{names}）")
_MORE = Words(" …", "ほか")
_BETWEEN_NAMES, _BETWEEN_TURNS = Words(", ", "、"), Words("; ", "、")
_LINE = Words("{kind}: {what}", "{kind}: {what}")
_NOTHING = Words("Nothing has changed since.", "その後の変更はありません。")
_NOTES_ALONE = Words(
    "Since then only csdesk's own notes on imports have changed.", "その後に変わったのは、取り込みの記録だけです。"
)
_KILO, _WHOLE_FROM = 1024, 10


def size_words(size: int) -> str:
    """The size of a file, as people name it: 640 KB, 1.2 MB."""
    amount, unit = size / _KILO, "KB"
    if amount >= _KILO:
        amount, unit = amount / _KILO, "MB"
    return f"{whole(amount, 0 if amount >= _WHOLE_FROM or unit == 'KB' else 1)} {unit}"


def difference_words(kind: str, turns: Iterable[tuple[str, int, Sequence[str], bool]], language: Language) -> str:
    """What happened to the rows of one kind: how many were added, deleted, changed, and the names of the first."""
    said = []
    for turn, count, names, more in turns:
        if count:
            listed = _BETWEEN_NAMES.say(language).join(names) + (_MORE.say(language) if more else "")
            named = _NAMED.say(language, names=listed) if names else ""
            said.append(_TURNS[turn].say(language, n=f"{count:,}") + named)
    what = _BETWEEN_TURNS.say(language).join(said)
    return _LINE.say(language, kind=name_of_kind(kind, language), what=what)


def no_difference_words(language: Language, *, notes: bool) -> str:
    """That nothing a person keeps has changed; `notes`: what the book itself keeps has."""
    return (_NOTES_ALONE if notes else _NOTHING).say(language)
