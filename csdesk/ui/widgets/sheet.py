"""A table that behaves like a spreadsheet: typing over, ranges, paste, fill down, columns chosen and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QWidget,
)

from csdesk.ui import theme
from csdesk.ui.rows import Look, RowsModel
from csdesk.ui.widgets.cells import CellDelegate
from csdesk.ui.widgets.ranges import RangeTable
from csdesk.ui.widgets.sheet_places import SheetPlaces, ranges_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.rows import Column, Found

_FAR_MORE = 2
"""How many times the rows that the widths were fitted to make it worth fitting them again."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetView(RangeTable):
    """Shows a `RowsModel`. `opened` carries the row whose name was opened (Enter, double click); `chosen` the rows in
    the selection."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: RowsModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._waiting: tuple[Found[Any], Sequence[Column[Any]] | None, bool] | None = None
        self._fitted = 0
        self._fitted_keys: tuple[str, ...] = ()
        self._met: set[str] = set()
        self.setAccessibleName(name)
        self._delegate = CellDelegate(self)
        self._delegate.moved.connect(self._move)
        self.setItemDelegate(self._delegate)
        self._look()
        self._places = SheetPlaces(self, model)
        model.modelAboutToBeReset.connect(self._places.remember)
        model.modelReset.connect(self._show_arranged)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit(self.rows_chosen()))

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(theme.DENSE_ROW)
        self.verticalHeader().setDefaultSectionSize(theme.ROW)
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.share_out()

    # -- rows ------------------------------------------------------------------------------------------------------

    def show_found(
        self,
        found: Found[Any],
        columns: Sequence[Column[Any]] | None = None,
        *,
        anew: bool = False,
        another: bool = False,
    ) -> None:
        """Take new rows, as the model does; while a cell is being edited they wait, so that no typed letter is lost.
        `another` list has its columns fitted to it, and so have other columns."""
        if self.state() is QAbstractItemView.State.EditingState or self._composing is not None:
            self._waiting = (found, columns, anew or (self._waiting is not None and self._waiting[2]))
            return
        self._rows.show(found, columns, anew=anew)
        keys = tuple(column.key for column in self._rows.columns)
        first = (another or not self._fitted) and bool(found.rows)
        other = keys != self._fitted_keys or len(found.rows) >= self._fitted * _FAR_MORE
        if first or (not self.columns.by_hand and other):
            self._fitted, self._fitted_keys = len(found.rows), keys
            self.columns.fit()

    def rows_chosen(self) -> tuple[Any, ...]:
        """The rows that the selection touches, in order."""
        return tuple(self._rows.row_at(row) for row in self._chosen_places())

    def _chosen_places(self) -> list[int]:
        return rows_of(ranges_of(self.selectionModel()))

    def _show_arranged(self) -> None:
        with QSignalBlocker(self.columns):
            for place, column in enumerate(self._rows.columns):
                if column.key not in self._met:
                    self._met.add(column.key)
                    self.setColumnHidden(place, column.hidden)
        self._places.find()
        self.chosen.emit(self.rows_chosen())

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._spreadsheet_key(event):
            super().keyPressEvent(event)

    def _spreadsheet_key(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear_cells()
        elif event.key() in _ENTER and self._on_name():
            self.opened.emit(self._rows.row_at(self.currentIndex().row()))
        elif event.key() in _ENTER:
            self._move(-1 if back else 1, 0)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self.currentIndex().isValid():
            return self._tab(-1 if back or event.key() == Qt.Key.Key_Backtab else 1)
        else:
            return False
        return True

    def event(self, event: Any) -> bool:  # noqa: ANN401 - Qt's own signature
        if isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            moving = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if moving and not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._spreadsheet_key(event):
                return True
        return super().event(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        if self._rows.columns[index.column()].look is Look.NAME or self._rows.columns[index.column()].typed is None:
            self.opened.emit(self._rows.row_at(index.row()))
        else:
            self.edit(index)

    def _on_name(self) -> bool:
        index = self.currentIndex()
        return index.isValid() and self._rows.columns[index.column()].look is Look.NAME

    def _tab(self, step: int) -> bool:
        """Tab moves within the row; past its last cell it leaves the table, so that nobody is caught in it."""
        header = self.horizontalHeader()
        seen = [header.logicalIndex(place) for place in range(header.count())]
        seen = [place for place in seen if self.columns.is_seen(place)]
        at = seen.index(self.currentIndex().column()) + step
        if not 0 <= at < len(seen):
            return False
        self.setCurrentIndex(self._rows.index(self.currentIndex().row(), seen[at]))
        return True

    def _move(self, down: int, right: int) -> None:
        index = self.currentIndex()
        if right:
            self._tab(right)
        elif index.isValid():
            row = min(max(index.row() + down, 0), self._rows.rowCount() - 1)
            self.setCurrentIndex(self._rows.index(row, index.column()))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if self._composed_at is not None:
            editor.removeEventFilter(self._delegate)  # losing the focus would commit what Esc has just given up
        super().closeEditor(editor, hint)
        self._close_composed()
        if self._waiting is not None:
            (found, columns, anew), self._waiting = self._waiting, None
            self.show_found(found, columns, anew=anew)
