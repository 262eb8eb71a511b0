"""Merging: a look at what a copy would bring, and bringing it, as one step that can be undone."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from csdesk.book.columns import read_moment
from csdesk.book.errors import BookError, MergeMoved, NotACopy
from csdesk.book.log import BOOKKEEPING
from csdesk.book.merging.deeds import Deeds, work_out
from csdesk.book.merging.questions import Answer, Question, QuestionKey
from csdesk.book.merging.side import MADE_BY, Side, StepKnown
from csdesk.book.relations import ORDER
from csdesk.book.steps import Step, step
from csdesk.book.store import Store
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName

Answers = Mapping[QuestionKey, Answer]


@dataclass(frozen=True, slots=True)
class StepBrought:
    """A step done in the copy that this book does not know yet; `stands` is False where it was undone there."""

    at: datetime
    who: str
    name: StepName
    subject: str
    rows: int
    stands: bool


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What merging would do with the answers given: rows by kind, and what is asked, each with its present answer.

    `both_added` counts rows that both sides added and that are kept once; `left_out` those that belong to something
    deleted here; `unasked` values that both sides changed and that come by too many to ask: this book's stay.
    """

    added: Mapping[Kind, int]
    changed: Mapping[Kind, int]
    deleted: Mapping[Kind, int]
    both_added: Mapping[Kind, int]
    left_out: Mapping[Kind, int]
    unasked: Mapping[Kind, int]
    questions: tuple[Question, ...]
    steps: tuple[StepBrought, ...]

    @property
    def brings_nothing(self) -> bool:
        """Whether all that was done in the copy is known here."""
        return not self.steps


def plan_merge(book: Store, copy: Store, answers: Answers) -> MergePlan:
    """What merging a copy would do. Raises NotACopy where it is a copy of another book."""
    with book.reading() as here, copy.reading() as there:
        sides = _sides(book, here, there)
        return _plan(work_out(*sides, answers), sides[1].unknown_to(sides[0]))


def merge(book: Store, copy: Store, answers: Answers, subject: str) -> Changes | None:
    """Bring in what was done in a copy; None where all of it is known here.

    Every question must be answered: MergeMoved tells that there is one more by now. Raises NotACopy.
    """
    with copy.reading() as there, step(book, StepName.MERGE, subject) as opened:
        mine, theirs = _sides(book, opened.connection, there)
        brought = theirs.unknown_to(mine)
        if not brought:
            return None
        deeds = work_out(mine, theirs, answers)
        if any(question.key not in answers for question in deeds.questions):
            raise MergeMoved(book.path)
        _write(opened, deeds)
        _record(opened, deeds, brought, subject)
    return opened.changes


def brings_news(book: Store, copy: Store) -> bool:
    """Whether anything was done in a copy that is not known here. Raises NotACopy."""
    with book.reading() as here, copy.reading() as there:
        mine, theirs = _known(book, here, there)
        return bool(theirs.unknown_to(mine))


def may_be_copy(book: Store, path: Path) -> bool:
    """Whether a file was made by the step that made this book, as far as a glance tells; nothing is checked."""
    made = ", ".join(f"'{name}'" for name in MADE_BY)
    first = f"SELECT at, who, name FROM step WHERE id = (SELECT min(id) FROM step) OR name IN ({made})"
    try:
        with (
            Store(path, who=book.who, clock=book.clock, read_only=True) as other,
            other.reading() as there,
            book.reading() as here,
        ):
            return here.exec_driver_sql(first).all() == there.exec_driver_sql(first).all()
    except BookError:
        return False


def _known(book: Store, here: Connection, there: Connection) -> tuple[Side, Side]:
    mine, theirs = Side(here), Side(there)
    if mine.origin != theirs.origin:
        raise NotACopy(book.path)
    return mine, theirs


def _sides(book: Store, here: Connection, there: Connection) -> tuple[Side, Side]:
    mine, theirs = _known(book, here, there)
    mine.mark_touched(theirs)
    theirs.mark_touched(mine)
    return mine, theirs


def _plan(deeds: Deeds, brought: list[StepKnown]) -> MergePlan:
    changed = [kind for (kind, _), values in deeds.updates.items() if values]
    return MergePlan(
        added=_told({kind: len(rows) for kind, rows in deeds.inserts.items()}),
        changed=_told({kind: changed.count(kind) for kind in Kind}),
        deleted=_told({kind: len(rows) for kind, rows in deeds.deletes.items()}),
        both_added=_told(deeds.both_added),
        left_out=_told(deeds.left_out),
        unasked=_told(deeds.unasked),
        questions=tuple(deeds.questions),
        steps=steps_told(brought),
    )


def steps_told(brought: Iterable[StepKnown]) -> tuple[StepBrought, ...]:
    """Steps for people, oldest first."""
    return tuple(
        StepBrought(read_moment(one.at), one.who, StepName(one.name), one.subject, one.rows, one.stands)
        for one in sorted(brought, key=lambda one: one.at)
    )


def _told(counts: Mapping[Kind, int]) -> dict[Kind, int]:
    """What a person would count."""
    return {kind: counts[kind] for kind in Kind if counts.get(kind) and kind not in BOOKKEEPING}


def _write(opened: Step, deeds: Deeds) -> None:
    for kind in ORDER:
        opened.insert_stored(kind, deeds.inserts[kind])
    for (kind, row), values in deeds.updates.items():
        places = ", ".join(f'"{column}" = ?' for column in values)
        opened.connection.exec_driver_sql(f'UPDATE "{kind}" SET {places} WHERE id = ?', (*values.values(), row))
    for kind in reversed(ORDER):  # what goes with a row goes before it, if it was not there already
        rows = [(row,) for row in deeds.deletes[kind]]
        if rows:
            opened.connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', rows)


def _record(opened: Step, deeds: Deeds, brought: list[StepKnown], subject: str) -> None:
    values: dict[str, Any] = {
        "at": opened.store.clock(),
        "who": opened.store.who,
        "file": subject,
        "steps": _json([tuple(one) for one in brought]),
        "answers": _json([_answered(question) for question in deeds.questions]),
        "same": _json(deeds.same),
    }
    opened.insert(Kind.MERGE, values)


def _answered(question: Question) -> dict[str, Any]:
    """What was asked and answered, with both values: the one that was not taken is nowhere else."""
    return {
        "asked": question.asked,
        "kind": question.kind,
        "row": question.row,
        "field": question.field,
        "name": question.name,
        "account": question.account,
        "currency": question.currency,
        "mine": question.mine.value,
        "theirs": question.theirs.value,
        "answer": question.answer,
    }


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str)
