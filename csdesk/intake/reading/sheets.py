"""One worksheet as its rows come in by column, with what a second look at it has found put in its place."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import compress
from typing import Final

from csdesk.intake.by_column import ByColumn
from csdesk.intake.reading.grid import Grid, Row, Spot
from csdesk.intake.reading.limits import MAX_CELLS
from csdesk.intake.reading.sheetxml import SheetLook
from csdesk.intake.shapes import Cell, FileRefused, Refusal

_MANY: Final = 2_000
"""Rows from which a sheet is kept by column."""
_LEAP_DAY: Final = "1900-02-29"
_LEAP_DAY_READ: Final = date(1900, 2, 28)


class Incoming:
    """A sheet that is being read; `left` is the column of the first cell of its rows."""

    def __init__(self, name: str, seen: SheetLook, left: int, *, hidden: bool) -> None:
        self._name, self._hidden, self._left, self._seen = name, hidden, left, seen
        self._errors = _by_line(seen.facts.errors)
        self._leap_days = _by_line(seen.leap_days)
        self._blocks: list[list[list[Cell]]] = []
        self._lines: list[int] = []
        self._cells = 0
        self.cut: tuple[Spot, ...] = ()

    def take(self, lines: Sequence[int], columns: list[list[Cell]]) -> None:
        """Rows of one width, whose lines rise; those that hold nothing are left out. Raises `FileRefused` when cells
        become too many."""
        if self._errors or self._leap_days:
            self._settle(lines, columns)
        if not any(None not in column for column in columns):
            filled = [any(cell is not None for cell in row) for row in zip(*columns, strict=True)]
            lines = list(compress(lines, filled))
            columns = [list(compress(column, filled)) for column in columns]
        self._cells += len(lines) * len(columns)
        if self._cells > MAX_CELLS:
            raise FileRefused(Refusal.TOO_LARGE)
        if lines:
            self._lines += lines
            self._add(columns)

    def _add(self, columns: list[list[Cell]]) -> None:
        """To the rows before, where these are as wide."""
        if self._blocks and len(self._blocks[-1]) == len(columns):
            for whole, column in zip(self._blocks[-1], columns, strict=True):
                whole.extend(column)
        else:
            self._blocks.append(columns)

    def _settle(self, lines: Sequence[int], columns: list[list[Cell]]) -> None:
        """Errors, which readers leave empty, become their text. Readers take 29 February 1900 for the day before; it is
        given as the text it would be, which is no date."""
        here = set(lines)
        for line in self._errors.keys() & here:
            at = bisect_left(lines, line)
            for column in self._errors[line]:
                while len(columns) <= column - self._left:
                    columns.append([None] * len(lines))
                columns[column - self._left][at] = self._seen.facts.errors[line, column]
        for line in self._leap_days.keys() & here:
            at = bisect_left(lines, line)
            for column in self._leap_days[line]:
                if 0 <= column - self._left < len(columns) and columns[column - self._left][at] == _LEAP_DAY_READ:
                    columns[column - self._left][at] = _LEAP_DAY

    def grid(self) -> Grid:
        """What has come in."""
        facts = replace(self._seen.facts, cut=self.cut) if self.cut else self._seen.facts
        return Grid(self._rows(), self._lines, self._left, self._name, hidden=self._hidden, facts=facts)

    def _rows(self) -> list[Row] | ByColumn:
        if len(self._blocks) == 1 and len(self._lines) >= _MANY:
            return ByColumn(self._blocks[0])
        return [list(row) for block in self._blocks for row in zip(*block, strict=True)]


def _by_line(spots: Iterable[Spot]) -> dict[int, list[int]]:
    """The columns of cells, by line."""
    found: dict[int, list[int]] = {}
    for line, column in spots:
        found.setdefault(line, []).append(column)
    return found
