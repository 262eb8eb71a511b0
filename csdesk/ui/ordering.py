"""The order in which rows are shown, and what cells sort by: numbers that stand in the order of their values."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

R = TypeVar("R")


class Ordering(Generic[R]):
    """Sorts rows by one column (`by`: its position, and whether it falls; None as they came), and leaves those out that
    lack one of the `words` or fail the `test` of a view."""

    def __init__(self) -> None:
        self.by: tuple[int, bool] | None = None
        self.words: tuple[str, ...] = ()
        self.test: Callable[[R], bool] | None = None
        self._rows: Sequence[R] = ()
        self._texts: Sequence[str] = ()
        self._values: Sequence[Callable[[R], object]] = ()
        self._keys: dict[int, NDArray[np.float64]] = {}

    def take(self, rows: Sequence[R], texts: Sequence[str], values: Sequence[Callable[[R], object]]) -> None:
        """Other rows, the text that each is found by, and the value of each column that it is sorted by."""
        self._rows, self._texts, self._values, self._keys = rows, texts, values, {}

    def places(self) -> NDArray[np.intp]:
        """Where the rows to show stand among all, in order."""
        order = self._sorted()
        if self.words:
            order = order[self._worded()[order]]
        if self.test is not None:
            passed = np.fromiter(map(self.test, self._rows), dtype=np.bool_, count=len(self._rows))
            order = order[passed[order]]
        return order

    def keys(self, column: int) -> NDArray[np.float64]:
        """What every row sorts by in a column, in the order in which the rows came."""
        if column not in self._keys:
            value = self._values[column]
            self._keys[column] = sort_keys([value(row) for row in self._rows])
        return self._keys[column]

    def _sorted(self) -> NDArray[np.intp]:
        if self.by is None:
            return np.arange(len(self._rows), dtype=np.intp)
        column, falling = self.by
        keys = self.keys(column)
        return np.argsort(-keys if falling else keys, kind="stable")

    def _worded(self) -> NDArray[np.bool_]:
        words, texts = self.words, self._texts
        if len(words) == 1:
            return np.array([words[0] in text for text in texts], dtype=np.bool_)
        return np.array([all(word in text for word in words) for text in texts], dtype=np.bool_)


def sort_keys(values: list[Any]) -> NDArray[np.float64]:
    """Values as numbers that sort as they do, NaN for None and ''. Numbers keep their size, so that they sum."""
    present = next((value for value in values if value is not None), None)
    if isinstance(present, str):
        ranks = {text: rank for rank, text in enumerate(sorted({value for value in values if value}, key=str.casefold))}
        return np.array([ranks.get(value, np.nan) for value in values], dtype=np.float64)
    if isinstance(present, date):
        return np.array([np.nan if value is None else value.toordinal() for value in values], dtype=np.float64)
    if isinstance(present, tuple):
        return np.array([value[-1] if value else np.nan for value in values], dtype=np.float64)
    assert present is None or isinstance(present, int | float | Fraction), type(present)
    return np.array([np.nan if value is None else float(value) for value in values], dtype=np.float64)
