"""The columns of a table as a person arranges them: widths, order, which are shown; remembered by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from csdesk.ui.rows import Look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QTableView

    from csdesk.ui.rows import RowsModel

_SAMPLE, NARROWEST, _WIDEST, _USUAL = 200, 48, 360, 100
_PAD, _BADGE, _ARROW = 20, 40, 28
"""Room beside a cell's text, a badge's text and a heading."""


class SheetColumns(QObject):
    """Works on the table's own header. `arranged` tells that something changed, to be remembered as `arrangement`."""

    arranged = Signal()

    def __init__(self, view: QTableView, model: RowsModel[Any]) -> None:
        super().__init__(view)
        self._view, self._rows = view, model
        self.by_hand = False
        """Whether the person has arranged them; then they are never fitted again."""
        self.arranged.connect(self._remember)
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose)
        header.sectionResized.connect(lambda *_: self.arranged.emit())
        header.sectionMoved.connect(lambda *_: self.arranged.emit())

    def fit(self) -> None:
        """Make every column as wide as a sample of its cells and its heading need; nothing to be remembered."""
        advance, count = self._view.fontMetrics().horizontalAdvance, self._rows.rowCount()
        sample = [self._rows.row_at(row) for row in range(0, count, max(1, count // _SAMPLE))]
        with QSignalBlocker(self):
            for place, column in enumerate(self._rows.columns):
                widest = max((advance(column.text(row)) for row in sample), default=0)
                cells = widest + (_BADGE if column.look is Look.BAND else _PAD)
                needed = max(NARROWEST, cells, advance(column.heading) + _ARROW)
                self._view.setColumnWidth(place, column.width or min(_WIDEST, needed))

    def arrangement(self) -> dict[str, object]:
        """Order, widths and hidden columns by key, as the person left them."""
        header, columns = self._view.horizontalHeader(), self._rows.columns
        shown = {column.key: place for place, column in enumerate(columns) if self.is_seen(place)}
        return {
            "order": [columns[header.logicalIndex(seen)].key for seen in range(header.count())],
            "widths": {key: self._view.columnWidth(place) for key, place in shown.items()},
            "hidden": [column.key for column in columns if column.key not in shown],
        }

    def arrange(self, arrangement: Mapping[str, Any]) -> None:
        """Bring back an `arrangement`; columns it does not name stay as they are."""
        header = self._view.horizontalHeader()
        self._remember()
        with QSignalBlocker(self):
            for seen, place in enumerate(self._places(arrangement.get("order", ()))):
                header.moveSection(header.visualIndex(place), seen)
            for key, width in arrangement.get("widths", {}).items():
                for place in self._places((key,)):
                    self._view.showColumn(place)
                    self._view.setColumnWidth(place, int(width))
            for place in self._places(arrangement.get("hidden", ())):
                self._view.hideColumn(place)

    def menu(self) -> QMenu:
        """The column chooser; the first column always stays."""
        made = QMenu(self._view)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(self._rows.columns):
            action = QAction(column.heading, made)
            action.setCheckable(True)
            action.setChecked(self.is_seen(place))
            action.setEnabled(place > 0)
            action.toggled.connect(lambda shown, place=place: self.show_column(place, shown=shown))
            made.addAction(action)
        return made

    def show_column(self, place: int, *, shown: bool) -> None:
        """Show or hide a column."""
        self._view.setColumnHidden(place, not shown)
        if shown and self._view.columnWidth(place) < NARROWEST:
            self._view.setColumnWidth(place, _USUAL)
        self.arranged.emit()

    def is_seen(self, place: int) -> bool:
        """Whether a column is shown."""
        return not self._view.isColumnHidden(place)

    def _remember(self) -> None:
        self.by_hand = True

    def _choose(self, at: QPoint) -> None:
        self.menu().popup(self._view.horizontalHeader().mapToGlobal(at))

    def _places(self, keys: Any) -> list[int]:  # noqa: ANN401 - whatever was remembered
        found = [self._rows.column_place(str(key)) for key in keys]
        return [place for place in found if place >= 0]
