"""Bringing a colleague's copy of the book together with the book: a look, the answers, the deed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.book.merging.merge import Answers as Answers
    from csdesk.book.merging.merge import MergePlan as MergePlan
    from csdesk.book.merging.merge import StepBrought as StepBrought
    from csdesk.book.merging.questions import Answer as Answer
    from csdesk.book.merging.questions import Asked as Asked
    from csdesk.book.merging.questions import Question as Question
    from csdesk.book.merging.questions import QuestionKey as QuestionKey
    from csdesk.book.merging.records import CopyMerged as CopyMerged
    from csdesk.book.merging.records import QuestionAnswered as QuestionAnswered
    from csdesk.models.drafts import Changes, Value
    from csdesk.models.kinds import Kind, Language
    from csdesk.models.money import Currency

_COUNTED = ("added", "changed", "deleted", "both_added", "left_out", "unasked")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the two answers to a question, and what it takes, in words."""

    answer: Answer
    words: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question as people read it: which row, which field, what it held, and what each side has and since when.

    `choices` are this book's side and the copy's, or one account and two; `proposed` is the answer that loses nothing.
    """

    question: Question
    asked: str
    what: str
    field: str
    before: str
    mine: str
    theirs: str
    choices: tuple[Choice, Choice]
    proposed: Answer


@dataclass(frozen=True, slots=True)
class AnsweredLine:
    """A question of an earlier merge as people read it: what either side had, and what was taken."""

    asked: str
    what: str
    field: str
    mine: str
    theirs: str
    taken: str


class CopyBeside:
    """A checked copy of the book, held open beside it: what was looked at is what is merged, whatever becomes of the
    file. It belongs to the book's thread and is closed with the book at the latest."""

    def __init__(self, book: Book, path: Path) -> None:
        """Raises BookError."""
        from csdesk.book.file import Book

        self._book, self._name = book, path.name
        self._copy = Book.open_copy(path, who=book.who, clock=book.clock)
        book.afterwards.callback(self._copy.close)

    def close(self) -> None:
        """Let the copy go. Closing twice is allowed."""
        self._copy.close()

    def look(self, answers: Answers) -> MergePlan:
        """What it would bring with these answers, and what is to be asked. Neither file is changed.

        One answer may bring up further questions: two accounts that are one have fields that differ. Raises NotACopy
        where it is a copy of another book.
        """
        from csdesk.book.merging.merge import plan_merge

        return plan_merge(self._book, self._copy, answers)

    def merge(self, answers: Answers) -> Changes | None:
        """Bring it in as one step, after a backup; None where all of it is known here.

        Raises BookError: MergeMoved where a question is not answered, as when one of the books has changed since the
        look.
        """
        from csdesk.book.backup import backup
        from csdesk.book.backup_list import Why
        from csdesk.book.merging.merge import brings_news, merge

        if not brings_news(self._book, self._copy):
            return None
        backup(self._book, why=Why.MERGE)
        return merge(self._book, self._copy, answers, self._name)

    def merge_as_seen(self, answers: Answers) -> Changes:
        """The same for whoever has seen that it brings something: MergeMoved where it no longer does."""
        from csdesk.book.errors import MergeMoved

        changes = self.merge(answers)
        if changes is None:
            raise MergeMoved(self._book.path)
        return changes


def may_be_copy(book: Book, path: Path) -> bool:
    """Whether a file is a copy of the book, as far as a glance tells; False for whatever cannot be read."""
    from csdesk.book.merging.merge import may_be_copy as glance

    return glance(book, path)


def copies_merged(book: Book) -> tuple[CopyMerged, ...]:
    """The copies that were brought in before and stand, newest first."""
    from csdesk.book.merging.records import copies_merged as records

    return records(book)


def answers_of(plan: MergePlan) -> Answers:
    """The answers a plan was made with, one for every question."""
    return {question.key: question.answer for question in plan.questions}


def settled(copy: CopyBeside, prefer: str | None) -> MergePlan:
    """The plan in which one side ('mine', 'theirs') is taken throughout, or nothing is lost where none is preferred.
    Two accounts of one name stay two."""
    from csdesk.book.merging.questions import ANSWERS, Answer

    plan = copy.look({})
    if prefer is None:
        return plan
    side = Answer(prefer)
    return copy.look({q.key: side for q in plan.questions if side in ANSWERS[q.asked]})


def question_line(question: Question, currency: Currency, language: Language) -> QuestionLine:
    """The words for one question; money is in the row's own currency, else in the book's."""
    from csdesk.book.merging.questions import ANSWERS, UNLESS_CHOSEN
    from csdesk.wording.history import column_words, row_words
    from csdesk.wording.merging import asked_words, choice_words, side_words

    def said(value: Value) -> str:
        return _said(question.kind, question.field, value, question.currency, currency, language)

    mine, theirs = (
        side_words(said(side.value), side.who, side.at, language, gone=not question.field)
        for side in (question.mine, question.theirs)
    )
    one, other = (
        Choice(answer, choice_words(question.asked, answer, side, language))
        for answer, side in zip(ANSWERS[question.asked], (mine, theirs), strict=True)
    )
    return QuestionLine(
        question,
        asked_words(question.asked, language),
        row_words(question.kind, question.name, question.account, language),
        column_words(question.field, language) if question.field else "",
        said(question.before),
        mine,
        theirs,
        (one, other),
        UNLESS_CHOSEN[question.asked],
    )


def answered_line(answered: QuestionAnswered, currency: Currency, language: Language) -> AnsweredLine:
    """The words for a question of an earlier merge."""
    from csdesk.wording.history import column_words, row_words
    from csdesk.wording.merging import answer_words, asked_words, side_words

    mine, theirs = (
        side_words(
            _said(answered.kind, answered.field, value, answered.currency, currency, language),
            "",
            None,
            language,
            gone=not answered.field,
        )
        for value in (answered.mine, answered.theirs)
    )
    return AnsweredLine(
        asked_words(answered.asked, language),
        row_words(answered.kind, answered.name, answered.account, language),
        column_words(answered.field, language) if answered.field else "",
        mine,
        theirs,
        answer_words(answered.answer, language),
    )


def _said(kind: Kind, field: str, value: Value, own: str, currency: Currency, language: Language) -> str:
    from csdesk.models.money import Currency
    from csdesk.wording.history import value_words

    return value_words(kind, field, value, Currency(own) if own else currency, language)


def plan_lines(plan: MergePlan, language: Language) -> tuple[str, ...]:
    """What merging would do, a line for each sort of change."""
    from csdesk.wording.merging import counts_words

    counts = ((part, getattr(plan, part)) for part in _COUNTED)
    return tuple(counts_words(part, count, language) for part, count in counts if count)


def step_lines(of: MergePlan | CopyMerged, language: Language) -> tuple[str, ...]:
    """Who did what in the copy, oldest first."""
    from csdesk.wording.book import step_words
    from csdesk.wording.merging import step_brought_words

    return tuple(
        step_brought_words(
            step.at,
            step.who,
            step_words(step.name, language, subject=step.subject, count=step.rows),
            language,
            stands=step.stands,
        )
        for step in of.steps
    )
