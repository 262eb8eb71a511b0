"""Own columns of long lists of use: a book keeps figures of days, and only so many cells beside them."""

from collections.abc import Iterator
from dataclasses import replace

from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.packed import PackedRows
from csdesk.intake.reading.grid import is_blank
from csdesk.intake.shapes import FoundTable, TableKind
from csdesk.models.problems import Problem, Reason

MOST = 100_000
"""Cells of such columns that the rows of one list may bring. Each is a row of the book by itself: those of a million
events would be most of the book, each beside the figure of a day that it tells little of."""


def without_many(table: FoundTable, known: Recognised) -> tuple[Recognised, list[Problem]]:
    """A long list of use without its own columns where they hold more than a book keeps; that is said of each."""
    left = own_columns(table, known)
    if known.kind is not TableKind.USE or len(left) * len(table.rows) <= MOST:
        return known, []
    return replace(known, numbering=known.numbering | set(left)), list(_told(table, known, left))


def own_columns(table: FoundTable, known: Recognised) -> list[int]:
    """Positions of columns without a field that hold anything."""
    own = [at for at, one in enumerate(known.columns) if one.field == "" and at not in known.numbering]
    if isinstance(table.rows, PackedRows):
        return [at for at in own if any(block.holds(at) for block in table.rows.blocks)]
    return [at for at in own if any(not is_blank(row[at]) for row in table.rows)]


def _told(table: FoundTable, known: Recognised, left: list[int]) -> Iterator[Problem]:
    for at in left:
        column = known.columns[at].column
        yield Problem(table.heading_place(column), "", column.heading, Reason.TOO_MANY_OWN, refuses=False)
