"""Columns read by their distinct cells: what comes again is looked at once."""

from collections.abc import Callable, Hashable, Sequence
from typing import Final, TypeVar

CellT = TypeVar("CellT", bound=Hashable)
Made = TypeVar("Made")

_EQUAL: Final = frozenset({bool, int, float})
"""Types whose values may be equal across them: True, 1 and 1.0 are one key."""


def once_each(make: Callable[[CellT], Made], cells: Sequence[CellT]) -> list[Made]:
    """What a function makes of every cell of a column, called once for all that are alike."""
    distinct = set(cells)
    if not _EQUAL.isdisjoint(map(type, distinct)) and len(_EQUAL.intersection(map(type, cells))) > 1:
        return [make(cell) for cell in cells]
    made = {cell: make(cell) for cell in distinct}
    return list(map(made.__getitem__, cells))
