"""Words of bringing two copies of a book together."""

from collections.abc import Mapping
from datetime import datetime

from csdesk.models.kinds import Language
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import Words, look_up, moment

ASKED: Mapping[str, Words] = {
    "field": Words("Changed on both sides", "双方で変更"),
    "deleted_here": Words("Deleted here, worked on in the copy", "こちらで削除、コピー側で更新"),
    "deleted_there": Words("Deleted in the copy, worked on here", "コピー側で削除、こちらで更新"),
    "same_name": Words("Added on both sides under one name", "双方で同じ名前を追加"),
}
ANSWERS: Mapping[str, Words] = {
    "mine": Words("this book", "このブック"),
    "theirs": Words("the copy", "コピー"),
    "one": Words("one account", "同じアカウント"),
    "two": Words("two accounts", "別のアカウント"),
}
_DELETED = Words("(deleted)", "（削除）")
_EMPTY = Words("(empty)", "（空欄）")
_BY = Words("{value} ({who}, {at})", "{value}（{who}、{at}）")
_CHOICES: Mapping[tuple[str, str], Words] = {
    ("deleted_here", "mine"): Words("Delete: {value}", "削除する：{value}"),
    ("deleted_here", "theirs"): Words("Keep: {value}", "残す：{value}"),
    ("deleted_there", "mine"): Words("Keep: {value}", "残す：{value}"),
    ("deleted_there", "theirs"): Words("Delete: {value}", "削除する：{value}"),
    ("same_name", "one"): Words("One account: {value}", "同じアカウント：{value}"),
    ("same_name", "two"): Words("Two accounts: {value}", "別のアカウント：{value}"),
}
_QUESTION = Words(
    "{asked}: {what} – this book: {mine}; the copy: {theirs}; taken: {answer}",
    "{asked}：{what}　このブック：{mine}　コピー：{theirs}　採用：{answer}",
)
_COUNTS: Mapping[str, Words] = {
    "added": Words("new: {counts}", "新規：{counts}"),
    "changed": Words("changed: {counts}", "変更：{counts}"),
    "deleted": Words("deleted: {counts}", "削除：{counts}"),
    "both_added": Words("added on both sides, kept once: {counts}", "双方で追加（1件に統合）：{counts}"),
    "left_out": Words(
        "left out, as what they belong to is deleted here: {counts}",
        "対象外（このブックで削除済みの項目に属するもの）：{counts}",
    ),
    "unasked": Words(
        "changed on both sides, this book's kept: {counts}", "双方で変更（このブックの値を維持）：{counts}"
    ),
}
_COUNT, _BETWEEN = Words("{kind} {count}", "{kind} {count}"), Words(", ", "、")
NOTHING_NEW = Words(
    "Everything done in the copy is in this book already. Nothing was changed.",
    "コピーでの変更はすべてこのブックに反映済みです。変更は行っていません。",
)
_STEP = Words("{at}  {who}: {what}", "{at}　{who}：{what}")
_UNDONE = Words("{step} (undone there)", "{step}（コピー側で取り消し済み）")


def counts_words(part: str, counts: Mapping[str, int], language: Language) -> str:
    """One line of counts by kind; `part` names a field of the plan."""
    told = (
        _COUNT.say(language, kind=name_of_kind(kind, language), count=f"{count:,}") for kind, count in counts.items()
    )
    return _COUNTS[part].say(language, counts=_BETWEEN.say(language).join(told))


def asked_words(asked: str, language: Language) -> str:
    """Why something is asked."""
    return look_up(ASKED, asked, language)


def answer_words(answer: str, language: Language) -> str:
    """What an answer takes."""
    return look_up(ANSWERS, answer, language)


def side_words(value: str, who: str, at: datetime | None, language: Language, *, gone: bool) -> str:
    """What one side has, and by whom it was touched when."""
    shown = value or (_DELETED if gone else _EMPTY).say(language)
    return shown if at is None else _BY.say(language, value=shown, who=who, at=moment(at, language))


def choice_words(asked: str, answer: str, side: str, language: Language) -> str:
    """What an answer does, with what that side has; of a field the value says it all."""
    words = _CHOICES.get((asked, answer))
    return words.say(language, value=side) if words else side


def question_words(asked: str, what: str, mine: str, theirs: str, answer: str, language: Language) -> str:
    """A question with its answer in one line."""
    return _QUESTION.say(
        language,
        asked=asked_words(asked, language),
        what=what,
        mine=mine,
        theirs=theirs,
        answer=answer_words(answer, language),
    )


def step_brought_words(at: datetime, who: str, what: str, language: Language, *, stands: bool) -> str:
    """A step that was done in the copy."""
    told = _STEP.say(language, at=moment(at, language), who=who, what=what)
    return told if stands else _UNDONE.say(language, step=told)
