"""Cells that say no more than 'as above' (〃, 同上), read as what stands above them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from csdesk.intake.by_column import cells_of
from csdesk.intake.own.recognising import is_own
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.models.problems import Problem, Reason

_DITTO: Final = frozenset({"〃", "″", "同上", "ditto", "Ditto", "same as above", "Same as above"})
_MOST: Final = 20_000
"""Rows above which no list is one that a person keeps by hand."""


def without_dittos(table: FoundTable) -> FoundTable:
    """The table with such cells filled, and a word at the heading of each of their columns; where nothing stands above,
    in the first row, they stay as they are."""
    if len(table.rows) > _MOST or is_own([column.heading for column in table.columns]):
        return table
    columns = [cells_of(table.rows, at) for at in range(len(table.columns))]
    marked = [at for at, cells in enumerate(columns) if not _DITTO.isdisjoint(cells[1:])]
    if not marked:
        return table
    filled = [list(_filled(cells)) if at in marked else cells for at, cells in enumerate(columns)]
    told = (
        Problem(table.heading_place(column), "", column.heading, Reason.FILLED_DOWN, refuses=False)
        for column in map(table.columns.__getitem__, marked)
    )
    return replace(table, rows=tuple(zip(*filled, strict=True)), problems=(*table.problems, *told))


def _filled(cells: Iterable[Cell]) -> Iterator[Cell]:
    above: Cell = None
    for cell in cells:
        above = above if above is not None and cell in _DITTO else cell
        yield above
