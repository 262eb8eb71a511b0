"""What a row that came with a file says, and the file; it may be deleted where the team keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import form
from csdesk.ui.widgets.to_read import DialogToRead

if TYPE_CHECKING:
    from csdesk.usecases.row_details import RowDetails

_WIDTH = 300
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class RowDetailsDialog(DialogToRead):
    """Nothing can be changed in it: such rows follow the system they come from. `unwanted`: the row is to be deleted;
    that is offered where it is `deletable`."""

    unwanted = Signal()

    def __init__(self, details: RowDetails, parent: QWidget, *, deletable: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(details.kind)
        parts: list[QWidget | QLayout] = [form([(name, fact(self, name, text)) for name, text in details.facts])]
        if details.source:
            parts.append(muted(self.tr("Imported from {place}").format(place=details.source), self))
        ways = [QPushButton(self.tr("Delete"), self)] if deletable else []
        for delete in ways:
            delete.clicked.connect(self._delete)
        self.lay_out(*parts, ways=ways)

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
