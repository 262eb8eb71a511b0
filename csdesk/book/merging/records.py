"""Copies that were brought in before: who did what in them, what was asked, and what was taken."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from csdesk.book.columns import layout
from csdesk.book.errors import damage_told
from csdesk.book.merging.merge import StepBrought, steps_told
from csdesk.book.merging.questions import Answer, Asked
from csdesk.book.merging.side import brought
from csdesk.book.read import rows
from csdesk.book.store import Store
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """What was asked, what either side had, and what was taken; told as in a `Question`."""

    asked: Asked
    kind: Kind
    field: str
    name: str
    account: str
    currency: str
    mine: Value
    theirs: Value
    answer: Answer


@dataclass(frozen=True, slots=True)
class CopyMerged:
    """A copy that was brought in, which stands; `steps` are those that came with it, oldest first."""

    id: int
    at: datetime
    who: str
    file: str
    steps: tuple[StepBrought, ...]
    answered: tuple[QuestionAnswered, ...]


def copies_merged(book: Store) -> tuple[CopyMerged, ...]:
    """The copies brought in, newest first; one that was undone is not among them."""
    with damage_told(book.path):
        return tuple(_merged(row) for row in reversed(rows(book, Kind.MERGE)))


def _merged(row: dict[str, Any]) -> CopyMerged:
    answered = tuple(_answered(**one) for one in json.loads(row["answers"]))
    at = row["at"].replace(tzinfo=UTC)
    return CopyMerged(row["id"], at, row["who"], row["file"], steps_told(brought(row)), answered)


def _answered(  # noqa: PLR0913 - as the book has it
    *,
    asked: str,
    kind: str,
    row: int,  # noqa: ARG001 - for programs
    field: str,
    name: str,
    mine: Value,
    theirs: Value,
    answer: str,
    account: str = "",
    currency: str = "",
) -> QuestionAnswered:
    of = Kind(kind)
    held = (_value(of, field, mine), _value(of, field, theirs))
    return QuestionAnswered(Asked(asked), of, field, name, account, currency, *held, Answer(answer))


def _value(kind: Kind, field: str, value: Value) -> Value:
    """JSON has neither days nor moments."""
    read = layout(kind).readers.get(field)
    return read(value) if read and value is not None else value
