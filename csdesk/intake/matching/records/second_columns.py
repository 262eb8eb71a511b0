"""A second column that plainly says what another says: it fills the days that a row cannot do without."""

from collections.abc import Iterator

from csdesk.intake.by_column import cells_of
from csdesk.intake.distinct import once_each
from csdesk.intake.fields import field_of
from csdesk.intake.matching.fields.columns import offered
from csdesk.intake.matching.records.rules import NEEDED
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.matching.words.neighbours import Seen
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.intake.values.reading import ColumnReading, Noted, Reading, as_text
from csdesk.intake.values.text import is_nothing
from csdesk.intake.values.whole import read_column
from csdesk.models.problems import Problem, Reason

_PLAINLY = 0.85
"""Confidence from which a heading says the same as the one that was taken."""


def seconds_of(known: Recognised, field: str) -> list[int]:
    """Positions of the team's own columns that plainly tell a day that every row needs, clearest first."""
    seen = [Seen(match.column.heading, values) for match, values in zip(known.columns, known.profiles, strict=True)]
    offers = [
        offer
        for at, match in enumerate(known.columns)
        if not match.field and not seen[at].profile.is_empty
        for offer in offered(at, seen[at], known.kind, seen)
        if offer.hit.field.id == field and offer.confidence >= _PLAINLY
    ]
    return [offer.position for offer in sorted(offers, key=lambda offer: -offer.confidence)]


def filled_beside(
    read: list[Reading], table: FoundTable, known: Recognised, field: str, reading: ColumnReading
) -> list[Reading]:
    """A column that has been read, with the days of second ones where its cells are empty."""
    if not _is_needed(known, field) or None not in read:
        return read
    for at in seconds_of(known, field):
        others = read_column(reading, cells_of(table.rows, at))
        read = [other if value is None and _is_day(other) else value for value, other in zip(read, others, strict=True)]
    return read


def _is_needed(known: Recognised, field: str) -> bool:
    """Whether a field is a day without which no row is taken."""
    return field in NEEDED.get(known.kind, ()) and field_of(field).type.is_date


def _is_day(value: Reading) -> bool:
    return not isinstance(value, Reason | Noted)


def said_beside(table: FoundTable, known: Recognised) -> Iterator[Problem]:
    """A word at the heading of every second column that fills cells of another."""
    for field, main in known.positions.items():
        if not _is_needed(known, field):
            continue
        empty = once_each(_is_empty, cells_of(table.rows, main))
        for at in seconds_of(known, field) if any(empty) else ():
            fills = [not _is_empty(cell) for cell in cells_of(table.rows, at)]
            if any(map(bool.__and__, empty, fills)):
                column = known.columns[at].column
                yield Problem(table.heading_place(column), field, column.heading, Reason.FILLED_BESIDE, refuses=False)
                empty = [is_left and not fill for is_left, fill in zip(empty, fills, strict=True)]


def _is_empty(cell: Cell) -> bool:
    return is_nothing(as_text(cell))
