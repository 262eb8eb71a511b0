"""Rows of long tables kept by column: what is made of a column needs no look at its rows."""

from collections.abc import Iterator, Sequence
from itertools import compress

from csdesk.intake.distinct import ColumnCells
from csdesk.intake.shapes import Cell
from csdesk.models.lazily import Lazily, marked


def cells_of(rows: Sequence[tuple[Cell, ...]], at: int) -> Sequence[Cell]:
    """The cells of one column."""
    return rows.columns[at] if isinstance(rows, ByColumn) else [row[at] for row in rows]


def columns_of(rows: Sequence[tuple[Cell, ...]]) -> list[Sequence[Cell]]:
    """The cells of every column."""
    return list(rows.columns) if isinstance(rows, ByColumn) else list(zip(*rows, strict=True))


class ByColumn(Lazily[tuple[Cell, ...]]):
    """Rows of one width, each made when it is looked at. Equal to any sequence of the same rows."""

    __hash__ = None  # type: ignore[assignment] # as that of lists

    def __init__(self, columns: Sequence[Sequence[Cell]]) -> None:
        self.columns = tuple(map(ColumnCells, columns))

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return zip(*self.columns, strict=True)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(tuple.__eq__, self, other))

    def _one(self, at: int) -> tuple[Cell, ...]:
        return tuple(column[at] for column in self.columns)

    def _some(self, places: range) -> list[tuple[Cell, ...]]:
        part = slice(places.start, places.stop, places.step)
        return list(zip(*(column[part] for column in self.columns), strict=True))

    def at(self, indexes: Sequence[int]) -> "ByColumn":
        """The rows at some indexes."""
        return ByColumn([list(map(column.__getitem__, indexes)) for column in self.columns])

    def cut(self, indexes: Sequence[int], positions: Sequence[int]) -> "ByColumn":
        """The rows at rising indexes, with the columns at those positions alone."""
        if len(indexes) == indexes[-1] - indexes[0] + 1:
            part = slice(indexes[0], indexes[-1] + 1)
            return ByColumn([self.columns[at][part] for at in positions])
        kept = marked(indexes, len(self))
        return ByColumn([list(compress(self.columns[at], kept)) for at in positions])
