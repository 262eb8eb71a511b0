"""What writers of CSV put around text so that a spreadsheet takes it for text: taken off again."""

import re
from collections.abc import Iterable, Mapping
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
    if not _may_begin(grid, "'"):
        return grid
    prefixed = [at for at, row in enumerate(grid.rows) if any(map(_is_prefixed, row))]
    if not prefixed or not (is_own(grid.rows[0]) or not any(map(_is_bare, _cells(grid.rows)))):
        return grid
    return _with(grid, {at: [str(c)[1:] if _is_prefixed(c) else c for c in grid.rows[at]] for at in prefixed})


def _without_marks(grid: Grid) -> Grid:
    if not _may_begin(grid, '="'):
        return grid
    marked = [at for at, row in enumerate(grid.rows) if any(map(_is_marked, row))]
    plain = {at: [str(c)[2:-1].replace('""', '"') if _is_marked(c) else c for c in grid.rows[at]] for at in marked}
    return _with(grid, plain) if marked else grid


def _may_begin(grid: Grid, signs: str) -> bool:
    """Whether cells may begin with signs: in a large file they are looked for at once rather than cell by cell."""
    return not isinstance(grid.rows, PackedRows) or grid.rows.begins_with(signs)


def _with(grid: Grid, rows: Mapping[int, Row]) -> Grid:
    """The grid with other rows in some places."""
    if isinstance(grid.rows, PackedRows):
        return replace(grid, rows=grid.rows.replaced(rows))
    return replace(grid, rows=[rows.get(at, row) for at, row in enumerate(grid.rows)])


def _is_marked(cell: Cell) -> bool:
    return isinstance(cell, str) and cell[:2] == '="' and _MARKED.fullmatch(cell) is not None


def _cells(rows: Iterable[Row]) -> Iterable[Cell]:
    return (cell for row in rows for cell in row)


def _is_prefixed(cell: Cell) -> bool:
    return isinstance(cell, str) and cell[:1] == "'" and _PREFIXED.match(cell) is not None


def _is_bare(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith(_WAKES_UP) and not is_number(cell) and cell.strip() != "-"
