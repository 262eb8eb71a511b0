"""What a ticket or an invoice says, and the file it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import form

if TYPE_CHECKING:
    from csdesk.usecases.row_details import RowDetails

_WIDTH = 300
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class RowDetailsDialog(QDialog):
    """Nothing can be changed in it: such rows follow the system they come from."""

    def __init__(self, details: RowDetails, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(details.kind)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form([(name, self._fact(name, text)) for name, text in details.facts]))
        if details.source:
            column.addWidget(muted(self.tr("Imported from {place}").format(place=details.source), self))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _fact(self, name: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setAccessibleName(f"{name}: {text}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(_WIDTH)
        label.setTextInteractionFlags(_SELECTABLE)
        return label
