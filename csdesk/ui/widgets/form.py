"""Fields under their names, and the buttons of a dialog, laid out alike everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Kind
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book


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
    """Fields, a line for what is wrong with them, and two buttons; the main one, or Ctrl+Enter in any field,
    accepts through `check`."""

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
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.main.click)
        leave = QPushButton(self.tr("Cancel"), self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self.foot = QHBoxLayout()
        self.foot.addStretch()
        self.foot.addWidget(leave)
        self.foot.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self.body)
        column.addWidget(self._wrong)
        column.addLayout(self.foot)

    def check(self) -> None:
        """Look at the fields and accept, or say what is wrong."""
        raise NotImplementedError

    def say_wrong(self, text: str, field: QWidget | None = None) -> None:
        """Say what is wrong and go to its field."""
        self._wrong.setText(text)
        self._wrong.show()
        if field is not None:
            field.setFocus()


class RowDialog(FormDialog):
    """Adds or changes one row of the book, or deletes it; what is refused is said in the dialog."""

    def __init__(self, around: Surroundings, kind: Kind, row: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._around, self._kind = around, kind
        if row is not None:
            delete = QPushButton(self.tr("Delete"), self)
            delete.setAutoDefault(False)
            delete.clicked.connect(self._delete)
            self.foot.insertWidget(0, delete)

    def save(self, action: Callable[[Book], Changes]) -> None:
        """Write through this action, then close."""
        self.main.setEnabled(False)
        self._around.desk.do(self, action, lambda _changes: self.accept(), self._refuse)

    def _delete(self) -> None:
        from csdesk.usecases.rows import delete_row

        row, kind = self.row, self._kind
        assert row is not None
        self._around.desk.do(self, lambda book: delete_row(book, kind, row), self._say_deleted, self._refuse)

    def _say_deleted(self, changes: Changes) -> None:
        from csdesk.usecases.sentences import step_sentence

        frame = self._around.window
        frame.toast(step_sentence(changes, frame.language), undo=True)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        from csdesk.usecases.sentences import error_sentence

        self.main.setEnabled(True)
        self.say_wrong(error_sentence(error, self._around.window.language))
