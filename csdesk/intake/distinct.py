"""Columns read by their distinct cells: what comes again is looked at once."""

from collections.abc import Callable, Hashable, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final, TypeVar

CellT = TypeVar("CellT", bound=Hashable)
Made = TypeVar("Made")

_EQUAL: Final = frozenset({bool, int, float})
"""Types whose values may be equal across them: True, 1 and 1.0 are one key."""


class ColumnCells(list[CellT]):
    """Cells of a long column that stay as they are: which different ones there are is found out once."""

    @cached_property
    def distinct(self) -> AbstractSet[CellT]:
        """The different ones."""
        return frozenset(self)


def distinct(cells: Sequence[CellT]) -> AbstractSet[CellT]:
    """The different cells of a column."""
    return cells.distinct if isinstance(cells, ColumnCells) else frozenset(cells)


def once_each(make: Callable[[CellT], Made], cells: Sequence[CellT]) -> list[Made]:
    """What a function makes of every cell of a column, called once for all that are alike."""
    different = distinct(cells)
    if not _EQUAL.isdisjoint(map(type, different)) and len(_EQUAL.intersection(map(type, cells))) > 1:
        return [make(cell) for cell in cells]
    made = {cell: make(cell) for cell in different}
    return list(map(made.__getitem__, cells))
