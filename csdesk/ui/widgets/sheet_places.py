"""What is chosen in a table, found again by its rows after they were arranged anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QItemSelectionRange
    from PySide6.QtWidgets import QTableView

    from csdesk.ui.rows import RowsModel

_MOST = 500
"""Chosen rows that are found again; of more, the current one alone."""


def ranges_of(chosen: QItemSelectionModel) -> list[QItemSelectionRange]:
    """The rectangles of a selection."""
    selection = chosen.selection()
    return [selection.at(place) for place in range(selection.count())]


def rows_of(ranges: Iterable[QItemSelectionRange]) -> list[int]:
    """The positions of the rows that they touch, in order."""
    return sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})


class SheetPlaces:
    """`remember` before the rows are arranged anew, `find` after it."""

    def __init__(self, view: QTableView, model: RowsModel[Any]) -> None:
        self._view, self._rows = view, model
        self._current: tuple[object, int, int] | None = None
        self._chosen: frozenset[object] = frozenset()
        self._across = (0, 0)

    def remember(self) -> None:
        """Note the current cell, and the other rows and the columns that are chosen."""
        index, ranges = self._view.currentIndex(), ranges_of(self._view.selectionModel())
        here = index.isValid()
        self._current = (self._rows.identity_at(index.row()), index.row(), index.column()) if here else None
        rows = rows_of(ranges)
        self._chosen = frozenset(map(self._rows.identity_at, rows if 1 < len(rows) <= _MOST else ()))
        self._across = (min((part.left() for part in ranges), default=0), max((p.right() for p in ranges), default=0))

    def find(self) -> None:
        """Choose them wherever they stand now; where the current row is gone, the one in its place."""
        if self._current is not None:
            identity, stood, across = self._current
            row = self._rows.position_of(identity)
            row = row if row >= 0 else min(stood, self._rows.rowCount() - 1)
            if row >= 0:
                self._view.selectionModel().setCurrentIndex(
                    self._rows.index(row, across), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
        if self._chosen:
            self._choose()

    def _choose(self) -> None:
        chosen, (left, right) = QItemSelection(), self._across
        right = min(right, self._rows.columnCount() - 1)
        for row in range(self._rows.rowCount()):
            if self._rows.identity_at(row) in self._chosen:
                chosen.select(self._rows.index(row, left), self._rows.index(row, right))
        if not chosen.isEmpty():
            self._view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
