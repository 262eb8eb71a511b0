"""What is to be written, before it is written; and what a change touched, after it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place

Value: TypeAlias = str | int | float | bool | date | datetime | None
"""What a column may hold outside the file. Money columns are whole minor units; enums are their text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One row to add or change.

    `id` is a row of the book when positive; negative ids stand for rows added by the same list of drafts, and reference
    columns (`account_id`, ...) may hold them. For a change, `values` holds only the columns that change.
    `custom` holds values of columns the book has no place for, by heading. `keeps` is the id that a new row had in the
    book it was exported from; it has it again unless some row of this book has it. `others` are further lines
    beside its place that it is the sum of.
    """

    kind: Kind
    id: int
    values: Mapping[str, Value]
    custom: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None
    keeps: int | None = None
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step touched; it alone drives refresh, the undo menu and the history."""

    step: int
    name: StepName
    kinds: frozenset[Kind]
    accounts: frozenset[int]
    rows: int
    subject: str = ""
    """A name to show with the step: the account, the file."""


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """Many new rows of one kind by column, None where a row has no value; columns of references may hold ids of
    drafts.

    `first_id` is the id of the first row where other drafts, rows of other blocks or of this one refer to its rows;
    those that follow have the ids below it, one by one. `place` names file and sheet that the rows came from, `lines`
    the line of each, or as many lines as `counts` tells of each that is a sum of some; without lines they came from
    nowhere. `custom` holds values of columns the book has no place for,
    by heading, None where a row has none.
    """

    kind: Kind
    columns: Mapping[str, Sequence[Value]]
    first_id: int | None = None
    place: Place | None = None
    lines: Sequence[int] = ()
    counts: Sequence[int] = ()
    custom: Mapping[str, Sequence[str | None]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(next(iter(self.columns.values())))
