"""A titled list of the book's rows with a button that adds one, or what it is for while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, RowsModel
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings

_ROW, _MOST = 26, 8
_HEAD = 62
"""Room for headings of two lines, and for a bar where the columns have no room."""


class ListPart(QWidget):
    """Subclasses give columns and ask by themselves; whoever holds one calls `refresh`. `opened` carries the row that
    was opened, None for a new one."""

    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around, self.frame, self.desk = around, around.window, around.desk

    def lay_out(self, title: str, add: str, teaching: str, columns: Sequence[Column[Any]]) -> None:
        """Build the list; without words to `add` there is no button."""
        self._columns = columns
        self.model: RowsModel[Any] = RowsModel(columns, self)
        self.sheet = SheetView(self.model, title, self)
        self.sheet.opened.connect(self.opened)
        TableCopies(self.around, self.sheet)
        self.nothing = muted(teaching, self)
        self.new = QPushButton(add, self)
        self.new.clicked.connect(lambda _checked=False: self.opened.emit(None))
        self.new.setVisible(bool(add))
        head, _ = titled_row(self, title, self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.sheet)
        self.show_rows(())

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these, as many at once as fit into a few lines."""
        self.sheet.show_found(Found.of(self._columns, rows), self._columns)
        self.sheet.setFixedHeight(_HEAD + _ROW * min(len(rows), _MOST))
        self.sheet.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
