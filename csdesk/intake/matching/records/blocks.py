"""Records of a long list of use, made by block when they are looked at: a million of them at once would fill memory."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from csdesk.intake.by_column import ByColumn
from csdesk.intake.matching.records.cleaning import Cleaned, clean
from csdesk.intake.matching.records.kept_own import own_columns
from csdesk.intake.matching.records.rules import told_once
from csdesk.intake.matching.records.years_beside import YearsAround
from csdesk.intake.matching.tables.recognising import Recognised
from csdesk.intake.packed import PackedRows
from csdesk.intake.shapes import Cell, FoundTable, MatchedTable, Record, TableKind
from csdesk.intake.values.reading import ColumnReading
from csdesk.models.lazily import Lazily
from csdesk.models.problems import Problem

T = TypeVar("T")
MANY = 20_000
"""Rows of a table beyond which a list of use is recognised, its columns and its styles too, by that many, evenly
spread."""
_AT_ONCE = 5_000
Check = Callable[[FoundTable, Cleaned], tuple[Sequence[Record], list[Problem]]]


def is_long(table: FoundTable) -> bool:
    """Whether a table has so many rows that it is recognised by a sample of them."""
    return len(table.rows) > MANY


def sampled(table: FoundTable) -> FoundTable:
    """Of a long table the rows by which it is recognised."""
    last = len(table.rows) - 1
    picked = [at * last // (MANY - 1) for at in range(MANY)]
    rows: Sequence[tuple[Cell, ...]]
    if isinstance(table.rows, ByColumn):
        rows = table.rows.at(picked)
    else:
        shared: dict[Cell, Cell] = {}
        rows = tuple(tuple(shared.setdefault(cell, cell) for cell in table.rows[at]) for at in picked)
    return replace(table, rows=rows, lines=tuple(table.lines[at] for at in picked))


def unpacked(table: FoundTable) -> FoundTable:
    """The table with all its rows at hand, equal texts once."""
    if not isinstance(table.rows, PackedRows):
        return table
    shared: dict[Cell, Cell] = {}
    blocks = [block.cells() for block in table.rows.blocks]
    columns = [
        [text for cells in blocks for text in map(shared.setdefault, cells[at], cells[at])]
        for at in range(len(table.columns))
    ]
    return replace(table, rows=ByColumn(columns), lines=tuple(table.lines))


def is_by_block(table: FoundTable, known: Recognised) -> bool:
    """Whether each row of a table tells all of itself, but for the year of its days: use without own columns."""
    return known.kind is TableKind.USE and not own_columns(table, known)


def _counts(rows: Sequence[object]) -> list[int]:
    """How many rows each block has; those that are at hand are parted as packed ones are."""
    if isinstance(rows, PackedRows):
        return [block.count for block in rows.blocks]
    return [min(_AT_ONCE, len(rows) - start) for start in range(0, len(rows), _AT_ONCE)]


class ByBlock(Lazily[T]):
    """What blocks of rows hold, one after another: how much each has is known, the things themselves are made."""

    def __init__(self, counts: Sequence[int], make: Callable[[int], Sequence[T]]) -> None:
        self._starts, self._length = [], 0
        self._make = make
        for count in counts:
            self._starts.append(self._length)
            self._length += count

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        for nth, start in enumerate(self._starts):
            if start < (self._starts[nth + 1] if nth + 1 < len(self._starts) else self._length):
                yield from self._make(nth)

    def _one(self, at: int) -> T:
        nth = bisect_right(self._starts, at) - 1
        return self._make(nth)[at - self._starts[nth]]


def is_list_of_use(matched: MatchedTable) -> bool:
    """Whether the records of a table are made by block."""
    return isinstance(matched.records, ByBlock)


class Blocks:
    """The rows of one table, cleaned and checked by block. Days without a year (past ones: up to `as_of`) are given
    the same as in a table cleaned at once: what the rows above and the whole column tell goes with each block."""

    def __init__(
        self,
        table: FoundTable,
        known: Recognised,
        readings: dict[int, ColumnReading],
        check: Check,
        as_of: date | None,
    ) -> None:
        self._table, self._known, self._readings, self._check, self._as_of = table, known, readings, check, as_of
        self._starts = [0]
        for count in _counts(table.rows):
            self._starts.append(self._starts[-1] + count)
        self._seen: tuple[int, tuple[Sequence[Record], list[Problem]]] = (-1, ([], []))
        self._years = [YearsAround()]
        self.records: Sequence[Record] = ()
        self.problems: Sequence[Problem] = ()

    def read(self, progress: Callable[[int], object]) -> None:
        """Clean every block once, to know what there is of each; `progress` is told rows. Where days without a year
        are among them once more, as the first day of the column may stand in a later block."""
        counts = self._counted(progress)
        if self._years[-1].wanted:
            self._seen = (-1, ([], []))
            self._years = [YearsAround(first=self._years[-1].first)]
            counts = self._counted(lambda _done: progress(len(self._table.rows)))
        self.records = ByBlock([records for records, _ in counts], lambda nth: self._made(nth)[0])
        self.problems = ByBlock([problems for _, problems in counts], lambda nth: self._made(nth)[1])

    def _counted(self, progress: Callable[[int], object]) -> list[tuple[int, int]]:
        """How many records and problems each block has."""
        counts = []
        for nth, start in enumerate(self._starts[:-1]):
            progress(start)
            records, problems = self._made(nth)
            counts.append((len(records), len(problems)))
        return counts

    def _made(self, nth: int) -> tuple[Sequence[Record], list[Problem]]:
        last, made = self._seen
        if nth != last:
            first, end = self._starts[nth], self._starts[nth + 1]
            part = replace(self._table, rows=self._rows(nth), lines=self._table.lines[first:end])
            done = clean(part, self._known, self._readings, lambda _done: None, self._as_of, self._years[nth])
            for reading in self._readings.values():
                reading.forget()
            if nth + 1 == len(self._years):
                self._years.append(done.years)
            records, problems = self._check(part, done)
            made = (records, told_once([*done.problems, *problems]))
            self._seen = (nth, made)
        return made

    def _rows(self, nth: int) -> Sequence[tuple[Cell, ...]]:
        rows, part = self._table.rows, slice(self._starts[nth], self._starts[nth + 1])
        if isinstance(rows, PackedRows):
            return ByColumn(rows.blocks[nth].cells())
        return ByColumn([column[part] for column in rows.columns]) if isinstance(rows, ByColumn) else rows[part]
