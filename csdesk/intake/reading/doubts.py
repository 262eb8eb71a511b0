"""The rows of a table that need a look: all others plainly are its records, which is told by column."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from csdesk.intake.by_column import ByColumn
from csdesk.intake.reading import totals
from csdesk.intake.reading.cells import is_word
from csdesk.intake.reading.grid import Grid, is_blank
from csdesk.intake.reading.natures import may_head
from csdesk.intake.shapes import Cell, Progress

SECTION: Final = re.compile(r"[【〔《＜<].+[】〕》＞>]")
"""A row that names the rows below it."""
OPENS: Final = frozenset("#※■▼")
"""What a comment or a line over other rows begins with."""
_FIRST_PART: Final = 250
_LARGEST_PART: Final = 20_000
_Columns = Sequence[Sequence[Cell]]


@dataclass(slots=True)
class Doubts:
    """The rows from `top` on in which something may stand that is no record of a table whose first heading is `name`
    and that always holds values at the positions `valued`. They are found some at a time, as far as is asked."""

    grid: Grid
    top: int
    name: str
    valued: tuple[int, ...]
    progress: Progress

    def __iter__(self) -> Iterator[int]:
        first, size, end = self.top, _FIRST_PART, len(self.grid.rows)
        while first < end:
            self.progress(first, end)
            part = min(end, first + size)
            yield from sorted(self._between(first, part))
            first, size = part, min(2 * size, _LARGEST_PART)

    def _between(self, first: int, end: int) -> set[int]:
        lines, columns = self.grid.lines, _columns(self.grid, first, end)
        found = self._by_label(columns) | _of_junk(columns) | self._of_headings(columns)
        return {first + at for at in found} | _behind_gaps(lines, max(first, self.top + 1), end)

    def _by_label(self, columns: _Columns) -> set[int]:
        """Rows whose first cell that holds anything is a word that may mean a total, the heading, a section ..."""
        found: set[int] = set()
        open_ = list(range(len(columns[0]))) if columns else []
        for column in columns:
            cells = column if len(open_) == len(column) else [column[at] for at in open_]
            texts = {cell for cell in set(cells) if isinstance(cell, str)} if str in set(map(type, cells)) else set()
            if doubted := set(filter(self._may_mean_more, texts)):
                found.update(at for at, cell in zip(open_, cells, strict=True) if cell in doubted)
            if not _has_blanks(cells):
                break
            open_ = [at for at, cell in zip(open_, cells, strict=True) if is_blank(cell)]
        return found

    def _may_mean_more(self, label: str) -> bool:
        text = label.strip()
        return bool(text) and (
            text == self.name or totals.is_total_word(label) or label[0] in OPENS or SECTION.fullmatch(text) is not None
        )

    def _of_headings(self, columns: _Columns) -> set[int]:
        """Rows of words alone where the table always has values."""
        if not self.valued or self.valued[0] >= len(columns):
            return set()
        first = columns[self.valued[0]]
        words = {cell for cell in set(first) if may_head((cell,), (0,))} if str in set(map(type, first)) else set()
        found = {at for at, cell in enumerate(first) if cell in words} if words else set()
        for position in self.valued[1:]:
            column = columns[position] if position < len(columns) else ()
            found = {at for at in found if not column or is_blank(column[at]) or is_word(column[at])}
        return found


def _behind_gaps(lines: Sequence[int], first: int, end: int) -> set[int]:
    """Places whose line does not follow the one before; lines rise."""
    if lines[end - 1] - lines[first - 1] == end - first:
        return set()
    return {index for index in range(first, end) if lines[index] > lines[index - 1] + 1}


def _columns(grid: Grid, first: int, end: int) -> _Columns:
    if isinstance(grid.rows, ByColumn):
        return [column[first:end] for column in grid.rows.columns]
    return list(zip_longest(*grid.rows[first:end]))


def _has_blanks(column: Sequence[Cell]) -> bool:
    kinds = set(map(type, column))
    if type(None) in kinds or str not in kinds:
        return type(None) in kinds
    texts = column if len(kinds) == 1 else [cell for cell in column if isinstance(cell, str)]
    return "" in texts or any(map(str.isspace, texts))  # type: ignore[arg-type] # texts alone


def _of_junk(columns: _Columns) -> set[int]:
    """Rows of so few cells that a program or a template may have left them, with a text of that kind."""
    full = 0
    for column in columns:
        full += not _has_blanks(column)
        if full > totals.FEW:
            return set()
    rows = enumerate(zip(*columns, strict=True))
    return {at for at, row in rows if totals.is_junk(row)}
