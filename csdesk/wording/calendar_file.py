"""The words of a calendar file: what each kind of day is called."""

from collections.abc import Mapping

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words, look_up

KINDS: Mapping[str, Words] = {
    "renewal": Words("Renewal", "契約更新"),
    "undecided": Words("Renewal undecided", "更新未定"),
    "notice": Words("Last day for notice", "解約通知期限"),
    "task": Words("Next step", "次の対応"),
    "milestone": Words("Milestone", "マイルストーン"),
}

_TITLE = Words("{kind}: {what}", "{kind}：{what}")
_NAME = Words("csdesk", "csdesk")
_NAME_OF = Words("csdesk ({person})", "csdesk（{person}）")
_OWNER = Words("Owner: {owner}", "担当：{owner}")
_CUSTOMER = Words("By the customer", "お客様側")


def kind_words(kind: str, language: Language) -> str:
    """A kind of day."""
    return look_up(KINDS, kind, language)


def title_words(kind: str, what: str, language: Language) -> str:
    """What stands in the calendar."""
    return _TITLE.say(language, kind=kind_words(kind, language), what=what)


def calendar_name(person: str, language: Language) -> str:
    """What the calendar is called."""
    return _NAME_OF.say(language, person=person) if person else _NAME.say(language)


def owner_words(owner: str, language: Language) -> str:
    """Whose it is."""
    return _OWNER.say(language, owner=owner) if owner else ""


def customer_words(language: Language) -> str:
    """That the customer has to do it."""
    return _CUSTOMER.say(language)
