"""What a row that came with a file says, and the file; it may be deleted where the team keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import form

if TYPE_CHECKING:
    from csdesk.usecases.row_details import RowDetails

_WIDTH = 300
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class RowDetailsDialog(QDialog):
    """Nothing can be changed in it: such rows follow the system they come from. `unwanted`: the row is to be deleted;
    that is offered where it is `deletable`."""

    unwanted = Signal()

    def __init__(self, details: RowDetails, parent: QWidget, *, deletable: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(details.kind)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form([(name, fact(self, name, text)) for name, text in details.facts]))
        if details.source:
            column.addWidget(muted(self.tr("Imported from {place}").format(place=details.source), self))
        foot = QHBoxLayout()
        if deletable:
            delete = QPushButton(self.tr("Delete"), self)
            delete.clicked.connect(self._delete)
            foot.addWidget(delete)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)

    def _delete(self) -> None:
        self.unwanted.emit()
        self.accept()


def fact(parent: QWidget, name: str, text: str) -> QLabel:
    """A text under its name, which can be selected."""
    label = QLabel(text, parent)
    label.setAccessibleName(f"{name}: {text}")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(_WIDTH)
    label.setTextInteractionFlags(_SELECTABLE)
    return label
