"""What writers of CSV put around text so that a spreadsheet takes it for text: taken off again."""

import re
from collections.abc import Iterable
from dataclasses import replace

from csdesk.intake.own.recognising import is_own
from csdesk.intake.packed import PackedRows
from csdesk.intake.reading.cells import is_number
from csdesk.intake.reading.grid import Grid, Row
from csdesk.intake.shapes import Cell

_MARKED = re.compile(r'="((?:[^"]|"")*)"')
_PREFIXED = re.compile("'+[=+\\-@\t\r]")
_WAKES_UP = ("=", "+", "-", "@", "\t", "\r")


def without_prefixes(grid: Grid) -> Grid:
    """A text file's cells without the marks and apostrophes of its writer.

    A formula that is nothing but a text (="0012") is that text, as Excel shows it; no user of our own files wrote one.
    In files of our own they are always taken off. In other people's only where the writer plainly has the habit: every
    cell that could wake up has one, numbers aside, so that an apostrophe that somebody typed stays.
    """
    grid = _without_marks(grid)
    if isinstance(grid.rows, PackedRows) and not grid.rows.begins_with("'"):
        return grid
    prefixed = [at for at, row in enumerate(grid.rows) if any(map(_is_prefixed, row))]
    if not prefixed or not (is_own(grid.rows[0]) or not any(map(_is_bare, _cells(grid.rows)))):
        return grid
    plain = {at: [str(cell)[1:] if _is_prefixed(cell) else cell for cell in grid.rows[at]] for at in prefixed}
    if isinstance(grid.rows, PackedRows):
        return replace(grid, rows=grid.rows.replaced(plain))
    return replace(grid, rows=[plain.get(at, row) for at, row in enumerate(grid.rows)])


def _without_marks(grid: Grid) -> Grid:
    if isinstance(grid.rows, PackedRows) and not grid.rows.begins_with('="'):
        return grid
    marked = [at for at, row in enumerate(grid.rows) if any(map(_is_marked, row))]
    if not marked:
        return grid
    rows = list(grid.rows)
    for at in marked:
        rows[at] = [str(cell)[2:-1].replace('""', '"') if _is_marked(cell) else cell for cell in rows[at]]
    return replace(grid, rows=rows)


def _is_marked(cell: Cell) -> bool:
    return isinstance(cell, str) and cell[:2] == '="' and _MARKED.fullmatch(cell) is not None


def _cells(rows: Iterable[Row]) -> Iterable[Cell]:
    return (cell for row in rows for cell in row)


def _is_prefixed(cell: Cell) -> bool:
    return isinstance(cell, str) and cell[:1] == "'" and _PREFIXED.match(cell) is not None


def _is_bare(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith(_WAKES_UP) and not is_number(cell) and cell.strip() != "-"
