"""Rows of large text files in a small space: cells are kept as text by block and column, and taken apart when read."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from typing import Self, TypeVar

from csdesk.intake.shapes import Cell
from csdesk.models.lazily import Lazily, marked

T = TypeVar("T")

_CUT = "\0"
"""Stands between two cells; text that comes in holds none."""


@dataclass(frozen=True, slots=True)
class Block:
    """Some thousand rows by column, all as wide as the widest of them."""

    count: int
    columns: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[Sequence[Cell]]) -> Self:
        """Pack rows; short ones are filled up with nothing."""
        width = max(map(len, rows))
        if min(map(len, rows)) < width:
            rows = [[*row, *[""] * (width - len(row))] for row in rows]
        return cls(len(rows), tuple(map(_CUT.join, zip(*rows, strict=True))))

    def cells(self) -> list[list[str]]:
        """The cells of every column."""
        return [column.split(_CUT) for column in self.columns]

    def holds(self, at: int) -> bool:
        """Whether a column holds anything."""
        return at < len(self.columns) and bool(self.columns[at].strip(_CUT))

    def with_texts(self, at: int, texts: Mapping[int, str]) -> Self:
        """The same with other texts in some rows of one column."""
        cells = self.columns[at].split(_CUT)
        for row, text in texts.items():
            cells[row] = text.replace(_CUT, "")
        columns = (*self.columns[:at], _CUT.join(cells), *self.columns[at + 1 :])
        return type(self)(self.count, columns)

    def part(self, kept: bytearray, positions: Sequence[int]) -> Self:
        """The rows marked as kept, the columns at those positions; a column that is not there is empty."""
        whole, empty = sum(kept) == self.count, _CUT * (sum(kept) - 1)
        columns = [
            empty
            if at >= len(self.columns)
            else self.columns[at]
            if whole
            else _CUT.join(compress(self.columns[at].split(_CUT), kept))
            for at in positions
        ]
        return type(self)(sum(kept), tuple(columns))


class PackedRows(Lazily[tuple[str, ...]]):
    """Rows of text in blocks. A row is made when it is looked at; those of one block are made together."""

    def __init__(self, blocks: Iterable[Block] = ()) -> None:
        self.blocks: list[Block] = []
        self._starts: list[int] = []
        self._length = 0
        self._seen: tuple[int, list[tuple[str, ...]]] = (-1, [])
        for block in blocks:
            self._add(block)

    def _add(self, block: Block) -> None:
        if block.count:
            self._starts.append(self._length)
            self.blocks.append(block)
            self._length += block.count

    def extend(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Add rows as a block of their own."""
        if rows:
            self._add(Block.of(rows))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return chain.from_iterable(map(self._rows_of, range(len(self.blocks))))

    def _one(self, at: int) -> tuple[str, ...]:
        nth = bisect_right(self._starts, at) - 1
        return self._rows_of(nth)[at - self._starts[nth]]

    def _some(self, places: range) -> list[tuple[str, ...]]:
        if places.step != 1:
            return super()._some(places)
        first, end = places.start, places.stop
        rows: list[tuple[str, ...]] = []
        for nth in range(max(0, bisect_right(self._starts, first) - 1), len(self.blocks)):
            start = self._starts[nth]
            if start >= end:
                break
            rows += self._rows_of(nth)[max(0, first - start) : end - start]
        return rows

    def begins_with(self, mark: str) -> bool:
        """Whether any cell begins with a mark."""
        return any(
            column.startswith(mark) or _CUT + mark in column for block in self.blocks for column in block.columns
        )

    def holds_at(self, position: int) -> bool:
        """Whether any cell of a column holds more than spaces."""
        columns = (block.columns[position] for block in self.blocks if position < len(block.columns))
        return any(column.replace(_CUT, "").strip() for column in columns)

    @property
    def width(self) -> int:
        """Cells of the widest row."""
        return max((len(block.columns) for block in self.blocks), default=0)

    def _rows_of(self, nth: int) -> list[tuple[str, ...]]:
        last, rows = self._seen
        if nth != last:
            rows = list(zip(*self.blocks[nth].cells(), strict=True))
            self._seen = (nth, rows)
        return rows

    def cut(self, indexes: Sequence[int], positions: Sequence[int]) -> "PackedRows":
        """The rows at rising indexes, with the columns at those positions alone."""
        kept = marked(indexes, self._length)
        places = zip(self._starts, self.blocks, strict=True)
        return PackedRows(block.part(kept[at : at + block.count], positions) for at, block in places)

    def replaced(self, rows: Mapping[int, Sequence[Cell]]) -> "PackedRows":
        """The rows with others in some places."""
        by_block: dict[int, dict[int, list[str]]] = {}
        for at, row in rows.items():
            nth = bisect_right(self._starts, at) - 1
            texts = ["" if cell is None else str(cell) for cell in row]
            by_block.setdefault(nth, {})[at - self._starts[nth]] = texts
        blocks = list(self.blocks)
        for nth, changed in by_block.items():
            before = list[Sequence[str]](zip(*blocks[nth].cells(), strict=True))
            blocks[nth] = Block.of([changed.get(at, row) for at, row in enumerate(before)])
        return PackedRows(blocks)

    def with_texts(self, texts: Mapping[tuple[int, int], str]) -> "PackedRows":
        """The rows with other texts in some cells, told by row and column; no other column of theirs is touched."""
        by_column: dict[tuple[int, int], dict[int, str]] = {}
        for (at, column), text in texts.items():
            nth = bisect_right(self._starts, at) - 1
            by_column.setdefault((nth, column), {})[at - self._starts[nth]] = text
        blocks = list(self.blocks)
        for (nth, column), changed in by_column.items():
            blocks[nth] = blocks[nth].with_texts(column, changed)
        return PackedRows(blocks)


class Joined(Lazily[T]):
    """Several sequences as one, none of them copied."""

    def __init__(self, *parts: Sequence[T]) -> None:
        self.parts = [part for part in parts if part]

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self.parts)

    def _one(self, at: int) -> T:
        for part in self.parts:
            if at < len(part):
                return part[at]
            at -= len(part)
        raise AssertionError(at)


def at_hand(things: Sequence[T]) -> Iterator[T]:
    """Those of many things that need not be made first."""
    if isinstance(things, Joined):
        yield from chain.from_iterable(map(at_hand, things.parts))
    elif isinstance(things, list | tuple):
        yield from things


class Made(Lazily[T]):
    """So many things, each made when it is looked at."""

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._count, self._make = count, make

    def __len__(self) -> int:
        return self._count

    def _one(self, at: int) -> T:
        return self._make(at)
