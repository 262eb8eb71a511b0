"""Fields under their names, and the buttons of a dialog, laid out alike everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


def form(fields: Sequence[tuple[str, QWidget]]) -> QFormLayout:
    """Names left, fields right; the name is also the field's name for screen readers where it has none."""
    made = QFormLayout()
    made.setHorizontalSpacing(16)
    made.setVerticalSpacing(8)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for word, field in fields:
        label = QLabel(word)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        made.addRow(label, field)
        if not field.accessibleName():
            field.setAccessibleName(word)
    return made


class FormDialog(QDialog):
    """Fields, a line for what is wrong with them, and two buttons; the main one accepts through `check`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.body = QVBoxLayout()
        self._wrong = QLabel(self)
        self._wrong.setProperty("role", "bad")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        self.main = QPushButton(self.tr("Save"), self)
        self.main.setProperty("role", "main")
        self.main.setDefault(True)
        self.main.clicked.connect(self.check)
        leave = QPushButton(self.tr("Cancel"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self.body)
        column.addWidget(self._wrong)
        column.addLayout(foot)

    def check(self) -> None:
        """Look at the fields and accept, or say what is wrong."""
        raise NotImplementedError

    def say_wrong(self, text: str, field: QWidget | None = None) -> None:
        """Say what is wrong and go to its field."""
        self._wrong.setText(text)
        self._wrong.show()
        if field is not None:
            field.setFocus()
