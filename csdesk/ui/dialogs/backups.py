"""The backups of a book: what each holds, and putting one in the book's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.widgets.form import FormDialog
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Backup


class Backups(FormDialog):
    """Newest first; the book that a backup replaces is kept beside it, so restoring loses nothing."""

    def __init__(self, around: Surroundings, book: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from csdesk.usecases.books import list_backups

        self._around, self._book = around, book
        self.setWindowTitle(self.tr("Backups of {name}").format(name=book.stem))
        self.setMinimumSize(QSize(560, 420))
        self.main.setText(self.tr("Restore this one"))
        self.main.setEnabled(False)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Backups"))
        self._list.currentRowChanged.connect(lambda row: self.main.setEnabled(row >= 0))
        words = QLabel(self.tr("The book as it is now is kept beside the restored one. Nothing is lost."), self)
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.body.addWidget(self._list, 1)
        around.desk.work(self, lambda _progress: list_backups(book), self.show_backups, failed=self._say)

    def show_backups(self, backups: tuple[Backup, ...]) -> None:
        """List them."""
        for backup in backups:
            item = QListWidgetItem(self._line(backup))
            item.setData(Qt.ItemDataRole.UserRole, backup.path)
            self._list.addItem(item)
        self._list.setFocus()
        if not backups:
            self.say_wrong(self.tr("There is no backup beside this book."))

    def check(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self._around.opening.restore(self._book, item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def _line(self, backup: Backup) -> str:
        language = self._around.window.language
        counts = ((Kind.ACCOUNT, backup.accounts), (Kind.CONTRACT, backup.contracts), (Kind.TOUCH, backup.touches))
        held = "  ".join(f"{name_of_kind(kind, language)} {count:,}" for kind, count in counts)
        return f"{moment(backup.at, language)}   {held}"

    def _say(self, error: Exception) -> None:
        from csdesk.usecases.sentences import error_sentence

        self.say_wrong(error_sentence(error, self._around.window.language))
