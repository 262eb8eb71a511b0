"""A line that filters a table while one types, and what the table says where nothing fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from csdesk.ui.rows import RowsModel
    from csdesk.ui.widgets.sheet import SheetView

_ABOVE, _WIDEST = 72, 420


class FilterLine(QLineEdit):
    """Esc empties it; from an empty one it leads to the table. `unfitting` says that no row holds the `{words}` typed,
    `nothing` that a view has no rows at all."""

    def __init__(
        self, sheet: SheetView, model: RowsModel[Any], unfitting: str, nothing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sheet, self._model, self._unfitting, self._nothing = sheet, model, unfitting, nothing
        self.setClearButtonEnabled(True)
        self._said, self._label = QWidget(sheet), QLabel(sheet)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._label.setFixedWidth(_WIDEST)
        self._back = QPushButton(self.tr("Clear the filter"), self._said)
        self._back.clicked.connect(self._clear)
        inner, over = QVBoxLayout(self._said), QVBoxLayout(sheet)
        inner.setSpacing(12)
        inner.addWidget(self._label, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self._back, 0, Qt.AlignmentFlag.AlignHCenter)
        over.setContentsMargins(0, _ABOVE, 0, 0)
        over.addWidget(self._said, 0, Qt.AlignmentFlag.AlignTop)
        self._said.hide()
        self.textChanged.connect(model.filter)
        model.sums_changed.connect(self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self._sheet.setFocus()

    def _say(self) -> None:
        typed = self.text().strip()
        text = self._unfitting.format(words=typed) if typed else self._nothing
        self._label.setText(text)
        self._back.setVisible(bool(typed))
        self._said.setVisible(bool(text and self._model.whole and not self._model.rowCount()))

    def _clear(self) -> None:
        self.clear()
        self.setFocus()
