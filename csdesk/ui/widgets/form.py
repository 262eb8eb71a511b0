"""Fields under their names, and the buttons of a dialog, laid out alike everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.widgets.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

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
        self.leave = QPushButton(self.tr("Cancel"), self)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.foot = QHBoxLayout()
        self.foot.addStretch()
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self.body)
        column.addWidget(self._wrong)
        column.addLayout(self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def check(self) -> None:
        """Look at the fields and accept, or say what is wrong."""
        raise NotImplementedError

    def fit(self) -> None:
        """Be as tall as lines that wrap need."""
        fit(self)

    def say_wrong(self, text: str, field: QWidget | None = None) -> None:
        """Say what is wrong and go to its field."""
        self._wrong.setText(text)
        self._wrong.show()
        self.fit()
        if field is not None:
            field.setFocus()


class StepDialog(FormDialog):
    """Changes the book by one step, then closes and says what was done; what is refused is said in the dialog."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around

    def save(self, action: Callable[[Book], Changes]) -> None:
        """Write through this action, say so, and close."""
        self.write(action, self.say_and_close)

    def write(self, action: Callable[[Book], Changes], done: Callable[[Changes], None]) -> None:
        """Write through this action, with buttons held until it is done or refused."""
        self.hold()
        self._around.desk.do(self, action, done, self._refuse)

    def hold(self, *, held: bool = True) -> None:
        """Keep the buttons that write from being pressed, or let go of them."""
        self.main.setEnabled(not held)

    def say_and_close(self, changes: Changes) -> None:
        """Say what was done, and close."""
        self._around.window.say_step(changes)
        self.accept()

    def say_deleted_and_close(self, changes: Changes) -> None:
        """Say where what was deleted is now, and close."""
        self._around.window.say_deleted(changes)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        from csdesk.usecases.sentences import error_sentence

        self.hold(held=False)
        self.say_wrong(error_sentence(error, self._around.window.language))


class RowDialog(StepDialog):
    """Adds or changes one row of the book, which the page behind shows at once, or deletes it."""

    def __init__(self, around: Surroundings, kind: Kind, row: int | None, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.row = row
        self._kind = kind
        if row is not None:
            delete = QPushButton(self.tr("Delete"), self)
            delete.setAutoDefault(False)
            delete.clicked.connect(self._delete)
            self.foot.insertWidget(0, delete)

    def save(self, action: Callable[[Book], Changes]) -> None:
        """Write through this action, then close."""
        self.write(action, lambda _changes: self.accept())

    def _delete(self) -> None:
        from csdesk.usecases.rows import delete_row

        row, kind = self.row, self._kind
        assert row is not None
        self.write(lambda book: delete_row(book, kind, row), self.say_deleted_and_close)
