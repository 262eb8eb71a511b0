"""What is said of taking a step back while later ones stand: how much goes, what stays, and why."""

from collections.abc import Iterable, Mapping

from csdesk.models.kinds import Language
from csdesk.wording.history import column_words, name_words, row_words
from csdesk.wording.speech import Words

_REASONS: Mapping[str, Words] = {
    "edited": Words("has been changed since", "その後に変更されています"),
    "leaned_on": Words("something later belongs to it", "後から追加された項目が関連付いています"),
    "place_taken": Words("another row has taken its place", "同じ位置に別の項目がすでにあります"),
    "gone": Words("what it belonged to has been deleted since", "所属先がその後に削除されています"),
}
_FIELD_REASONS: Mapping[str, Words] = {
    "edited": Words("{fields} changed since", "{fields}がその後に変更されています"),
    "gone": Words("the former {fields} is no longer there", "変更前の{fields}がすでにありません"),
}
_LEANED_ON_BY = Words("needed by {cause}", "「{cause}」が関連付いています")
_KEPT = Words("{what} - {reason}", "{what} - {reason}")
_BETWEEN = Words(", ", "、")
_LOOKED = Words(
    "{goes} can be taken back. What stays as it is ({stays}):",
    "{goes}を取り消せます。次の項目（{stays}）はそのまま残ります。",
)
_STAYED = Words("What stayed as it is ({stays}):", "次の項目（{stays}）はそのまま残りました。")
_ONE_ROW, _ROWS = Words("1 row", "1件"), Words("{count} rows", "{count}件")


def kept_words(what: str, reason: str, fields: Iterable[str], cause: tuple[str, str], language: Language) -> str:
    """A row that stays, and why; `cause` is kind and name of what leans on it, both '' where nothing does."""
    named = _BETWEEN.say(language).join(column_words(field, language) for field in fields)
    if named:
        why = _FIELD_REASONS[reason].say(language, fields=named)
    elif cause[0]:
        why = _LEANED_ON_BY.say(language, cause=row_words(cause[0], name_words(*cause, language), "", language))
    else:
        why = _REASONS[reason].say(language)
    return _KEPT.say(language, what=what, reason=why)


def looked_words(goes: int, stays: int, language: Language) -> str:
    """Before taking back: how many rows can go and how many stay."""
    return _LOOKED.say(language, goes=_counted(goes, language), stays=_counted(stays, language))


def stayed_words(stays: int, language: Language) -> str:
    """After taking back: how many rows stayed."""
    return _STAYED.say(language, stays=_counted(stays, language))


def _counted(count: int, language: Language) -> str:
    return _ONE_ROW.say(language) if count == 1 else _ROWS.say(language, count=f"{count:,}")
