"""What can be done with several chosen rows at once: set one column, or delete them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.rows import Column

_LEAST = 2


class BulkBar(QFrame):
    """Shown while two rows or more are chosen. `applied` carries a column's key and the text for every row."""

    applied = Signal(str, str)
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._columns: tuple[Column[Any], ...] = ()
        self._said = QLabel(self)
        self._said.setProperty("role", "heading")
        self._column = QComboBox(self)
        self._column.setAccessibleName(self.tr("Column to set"))
        self._column.currentIndexChanged.connect(self._offer_choices)
        self._text = QLineEdit(self)
        self._text.setAccessibleName(self.tr("New value"))
        self._text.setPlaceholderText(self.tr("New value"))
        self._text.returnPressed.connect(self._apply)
        apply = QPushButton(self.tr("Set for all"), self)
        apply.clicked.connect(self._apply)
        delete = QPushButton(self.tr("Delete"), self)
        delete.clicked.connect(self.deleted)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._said)
        row.addSpacing(12)
        for widget in (self._column, self._text, apply):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(delete)
        self.hide()

    def offer(self, columns: Sequence[Column[Any]]) -> None:
        """The columns that may be set: those that may be edited, but for names."""
        wanted = tuple(column for column in columns[1:] if column.typed is not None)
        if [column.key for column in wanted] == [column.key for column in self._columns]:
            self._columns = wanted
            return
        self._columns = wanted
        self._column.clear()
        for column in wanted:
            self._column.addItem(column.heading, column.key)

    def count(self, rows: Sequence[object]) -> None:
        """How many rows are chosen now."""
        self.setVisible(len(rows) >= _LEAST)
        self._said.setText(self.tr("{n} chosen").format(n=f"{len(rows):,}"))

    def _offer_choices(self, place: int) -> None:
        choices = self._columns[place].choices if 0 <= place < len(self._columns) else ()
        completer = QCompleter(list(choices), self._text)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._text.setCompleter(completer)

    def _apply(self) -> None:
        key = self._column.currentData()
        if key:
            self.applied.emit(str(key), self._text.text())
