"""A table whose figures open where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal

from csdesk.ui import theme
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.sheet import SheetView
from csdesk.wording.figures import figure_text, note_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FigureSheet(SheetView):
    """Rows of measures, as high as its rows up to `most`; `measured` carries the one clicked, or chosen with Enter."""

    measured = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        name: str,
        *,
        identity: Callable[[Any], object],
        most: int = 14,
        parent: QWidget | None = None,
    ) -> None:
        self._model: RowsModel[Any] = RowsModel(columns, identity=identity)
        super().__init__(self._model, name, parent)
        self._model.setParent(self)
        self._most = most
        self.setMouseTracking(True)
        self.clicked.connect(self._open)

    def show_rows(self, rows: Iterable[Any], columns: Sequence[Column[Any]] | None = None) -> None:
        """Take new rows."""
        self.show_found(Found.unsearched(rows), columns)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def room(self) -> int:
        """It must not depend on which bars are there at the moment, or the sheet would grow and shrink for ever."""
        beside = self.verticalScrollBar().sizeHint().width() if self._model.rowCount() > self._most else 0
        return self.contentsRect().width() - beside

    def _fit(self) -> None:
        """As high as the rows, and the bar that moves them sideways where they are wider than the sheet."""
        lines = min(self._most, max(1, self._model.rowCount()))
        height = self.horizontalHeader().sizeHint().height() + lines * theme.ROW
        if self.horizontalHeader().length() > self.room():
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)

    def measure_at(self, index: QModelIndex) -> Measure | None:
        """The measure of a cell; None where the cell is no figure."""
        if not index.isValid():
            return None
        measure = self._model.columns[index.column()].measure
        return measure(self._model.row_at(index.row())) if measure else None

    def row(self, index: QModelIndex) -> Any:  # noqa: ANN401 - a row of any kind
        """The row of a cell; None where there is none."""
        return self._model.row_at(index.row()) if index.isValid() else None

    def key(self, index: QModelIndex) -> str:
        """The key of a cell's column; '' where there is none."""
        return self._model.columns[index.column()].key if index.isValid() else ""

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


def figure_column(
    key: str,
    heading: str,
    measure: Callable[[Any], Measure],
    currency: Currency,
    language: Language,
    *,
    width: int = 0,
    quiet: Callable[[Any], bool] | None = None,
    text: Callable[[Any], str] | None = None,
) -> Column[Any]:
    """A column of measures that open, with what is to be known of each as its tip.

    A row's figure is greyed where `quiet` says so, or else where it is missing or rests on too few; `text` writes it
    in another way than all figures are written.
    """

    def written(row: Any) -> str:  # noqa: ANN401 - rows of any kind
        return figure_text(measure(row), currency, language)

    def noted(row: Any) -> str:  # noqa: ANN401
        return note_text(measure(row), language, currency)

    def tone(row: Any) -> Tone:  # noqa: ANN401
        greyed = quiet(row) if quiet else weak(measure(row))
        return Tone.QUIET if greyed else Tone.PLAIN

    return Column(
        key,
        heading,
        lambda row: measure(row).value,
        text or written,
        Look.NUMBER,
        width,
        tone=tone,
        tip=noted,
        measure=measure,
    )


def weak(measure: Measure) -> bool:
    """Whether a figure is missing, or rests on too few to be read as one."""
    return measure.value is None or measure.too_few
