"""The second place of a book's backups: said, chosen, given up."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings


class SecondPlace(QWidget):
    """A line with its two buttons. `changed` follows once all backups are there, or it was given up."""

    changed = Signal()

    def __init__(self, around: Surroundings, book: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._book = around, book
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self.choose = QPushButton(self.tr("Copy to another disk ..."), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.stop = QPushButton(self.tr("Copy no more"), self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(lambda: self._keep(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.choose)
        row.addWidget(self.stop)
        self._say_place()

    def take(self, chosen: Path) -> None:
        """Copy all backups into a folder of their own in the chosen one, and remember that."""
        from csdesk.usecases.backups import second_place

        book = self._book
        self._words.setText(self.tr("Copying ..."))
        self.choose.setEnabled(False)

        def done(place: Path) -> None:
            self.choose.setEnabled(True)
            if place == chosen:
                self._words.setText(self.tr("The backups are there already. Choose a folder on another disk."))
            else:
                self._keep(place)

        def failed(error: Exception) -> None:
            from csdesk.usecases.sentences import error_sentence

            self.choose.setEnabled(True)
            self._words.setText(error_sentence(error, self._around.window.language))

        self._around.desk.work(self, lambda _progress: second_place(book, chosen) or chosen, done, failed=failed)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder on another disk for the backups"))
        if chosen:
            self.take(Path(chosen))

    def _keep(self, place: Path | None) -> None:
        self._around.preferences.keep_second_place(self._book, place)
        self._say_place()
        self.changed.emit()

    def _say_place(self) -> None:
        place = self._around.preferences.second_place(self._book)
        self.stop.setVisible(place is not None)
        if place is None:
            self._words.setText(self.tr("Backups on the same disk are lost together with it."))
        else:
            self._words.setText(self.tr("Every backup is copied to {place} as well.").format(place=place))
