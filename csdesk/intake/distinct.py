"""Columns read by their distinct cells: what comes again is looked at once."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from functools import cached_property
from itertools import count
from operator import itemgetter
from typing import Any, Final, TypeVar

CellT = TypeVar("CellT", bound=Hashable)
Made = TypeVar("Made")

_START: Final[Callable[[Any], str]] = itemgetter(slice(1))
_APART: Final = frozenset({str, type(None), date, datetime})
"""Types whose values equal none of another type."""
_EQUAL: Final = frozenset({bool, int, float})
"""Types whose values may be equal across them: True, 1 and 1.0 are one key."""


class ColumnCells(list[CellT]):
    """Cells of a long column that stay as they are: which different ones there are, of which types, and how texts
    begin, is found out once."""

    @cached_property
    def distinct(self) -> AbstractSet[CellT]:
        """The different ones."""
        return frozenset(self)

    @cached_property
    def kinds(self) -> AbstractSet[type]:
        """Their types."""
        some = frozenset(map(type, self.distinct))
        return some if some <= _APART else frozenset(map(type, self))

    @cached_property
    def starts(self) -> AbstractSet[str]:
        """The first letters of texts alone."""
        return frozenset(map(_START, self))


def distinct(cells: Sequence[CellT]) -> AbstractSet[CellT]:
    """The different cells of a column."""
    return cells.distinct if isinstance(cells, ColumnCells) else frozenset(cells)


def kinds(cells: Sequence[object]) -> AbstractSet[type]:
    """The types of the cells of a column."""
    return cells.kinds if isinstance(cells, ColumnCells) else frozenset(map(type, cells))


def starts(texts: Sequence[str]) -> AbstractSet[str]:
    """The first letters of the texts of a column, '' of one that holds nothing."""
    return texts.starts if isinstance(texts, ColumnCells) else frozenset(map(_START, texts))


def once_each(make: Callable[[CellT], Made], cells: Sequence[CellT]) -> list[Made]:
    """What a function makes of every cell of a column, called once for all that are alike."""
    different = distinct(cells)
    if not _EQUAL.isdisjoint(map(type, different)) and len(_EQUAL & kinds(cells)) > 1:
        return [make(cell) for cell in cells]
    made = {cell: make(cell) for cell in different}
    column = ColumnCells(map(made.__getitem__, cells))
    column.kinds = frozenset(map(type, made.values()))
    return column


def numbered(values: Iterable[CellT]) -> tuple[list[int], list[CellT]]:
    """Equal values as equal numbers from 0 on, and the different ones in the order of their numbers."""
    numbers: defaultdict[CellT, int] = defaultdict(count().__next__)
    return list(map(numbers.__getitem__, values)), list(numbers)
