"""Bringing a colleague's copy of the book together with the book: a look, the answers, the deed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.book.merging.merge import Answers as Answers
    from csdesk.book.merging.merge import MergePlan as MergePlan
    from csdesk.book.merging.questions import Answer as Answer
    from csdesk.book.merging.questions import Asked as Asked
    from csdesk.book.merging.questions import Question as Question
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency

_COUNTED = ("added", "changed", "deleted", "both_added", "left_out")


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question as people read it: which row, which field, what it held, and what each side has and since when."""

    question: Question
    asked: str
    what: str
    field: str
    before: str
    mine: str
    theirs: str


def look_at_copy(book: Book, path: Path, answers: Answers) -> MergePlan:
    """What a copy would bring with these answers, and what is to be asked. Neither file is changed.

    One answer may bring up further questions: two accounts that are one have fields that differ. Raises BookError:
    NotACopy where it is a copy of another book.
    """
    from csdesk.book.file import Book
    from csdesk.book.merging.merge import plan_merge

    with Book.open_copy(path, who=book.who, clock=book.clock) as copy:
        return plan_merge(book, copy, answers)


def merge_copy(book: Book, path: Path, answers: Answers) -> Changes | None:
    """Bring in what was done in a copy, as one step, after a backup; None where all of it is known here.

    Raises BookError: MergeMoved where a question is not answered, as when one of the books has changed since the look.
    """
    from csdesk.book.backup import backup
    from csdesk.book.backup_list import Why
    from csdesk.book.file import Book
    from csdesk.book.merging.merge import merge, plan_merge

    with Book.open_copy(path, who=book.who, clock=book.clock) as copy:
        if plan_merge(book, copy, answers).brings_nothing:
            return None
        backup(book, why=Why.MERGE)
        return merge(book, copy, answers, path.name)


def answers_of(plan: MergePlan) -> Answers:
    """The answers a plan was made with, one for every question."""
    return {question.key: question.answer for question in plan.questions}


def settled(book: Book, path: Path, prefer: str | None) -> MergePlan:
    """The plan in which one side ('mine', 'theirs') is taken throughout, or nothing is lost where none is preferred.
    Two accounts of one name stay two."""
    from csdesk.book.merging.questions import ANSWERS, Answer

    plan = look_at_copy(book, path, {})
    if prefer is None:
        return plan
    side = Answer(prefer)
    return look_at_copy(book, path, {q.key: side for q in plan.questions if side in ANSWERS[q.asked]})


def question_line(question: Question, currency: Currency, language: Language) -> QuestionLine:
    """The words for one question; money is in the row's own currency, else in the book's."""
    from csdesk.models.money import Currency
    from csdesk.wording.history import column_words, row_words, value_words
    from csdesk.wording.merging import asked_words, side_words

    paid_in = Currency(question.currency) if question.currency else currency
    before, mine, theirs = (
        value_words(question.kind, question.field, value, paid_in, language)
        for value in (question.before, question.mine.value, question.theirs.value)
    )
    gone = not question.field
    return QuestionLine(
        question,
        asked_words(question.asked, language),
        row_words(question.kind, question.name, question.account, language),
        column_words(question.field, language) if question.field else "",
        before,
        side_words(mine, question.mine.who, question.mine.at, language, gone=gone),
        side_words(theirs, question.theirs.who, question.theirs.at, language, gone=gone),
    )


def plan_lines(plan: MergePlan, language: Language) -> tuple[str, ...]:
    """What merging would do, a line for each sort of change."""
    from csdesk.wording.merging import counts_words

    counts = ((part, getattr(plan, part)) for part in _COUNTED)
    return tuple(counts_words(part, count, language) for part, count in counts if count)


def step_lines(plan: MergePlan, language: Language) -> tuple[str, ...]:
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
        for step in plan.steps
    )
