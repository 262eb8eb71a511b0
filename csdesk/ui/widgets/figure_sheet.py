"""A table whose figures open where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from csdesk.ui import theme
from csdesk.ui.rows import Found, RowsModel
from csdesk.ui.widgets.sheet import SheetView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.ui.rows import Column

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FigureSheet(SheetView):
    """Rows of measures, as high as its rows up to `most`.

    `measured` carries the measure of the cell clicked, or chosen with Enter; `measure_of` says which that is, by row
    and column key.
    """

    measured = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        measure_of: Callable[[Any, str], Measure | None],
        *,
        identity: Callable[[Any], object],
        most: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        self._model: RowsModel[Any] = RowsModel(columns, identity=identity)
        super().__init__(self._model, name, parent)
        self._model.setParent(self)
        self._measure_of = measure_of
        self._most = most
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def show_rows(self, rows: Iterable[Any], columns: Sequence[Column[Any]] | None = None) -> None:
        """Take new rows."""
        self.show_found(Found.unsearched(rows), columns)
        lines = min(self._most, max(1, self._model.rowCount()))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines * theme.ROW)

    def measure_at(self, index: QModelIndex) -> Measure | None:
        """The measure of a cell; None where the cell is no figure."""
        if not index.isValid():
            return None
        return self._measure_of(self._model.row_at(index.row()), self._model.columns[index.column()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.measure_at(self.currentIndex()) is not None:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        opens = self.measure_at(self.indexAt(event.position().toPoint())) is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def _open(self, index: QModelIndex) -> None:
        measure = self.measure_at(index)
        if measure is not None:
            self.measured.emit(measure)
