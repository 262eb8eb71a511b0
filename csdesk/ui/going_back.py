"""Going back to an earlier book: the banner while a backup is looked at, and the way back once one was restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.ui.opening import Inside, Opening
    from csdesk.ui.page import Surroundings


class GoingBack(QObject):
    """Looks, whenever a book is held, at how it came to be."""

    def __init__(self, around: Surroundings, column: QVBoxLayout) -> None:
        super().__init__(around.window)
        self._around, self._column = around, column
        self._banner: InsideBanner | None = None

    def begin(self) -> None:
        """A book has been opened."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        opening, frame = self._around.opening, self._around.window
        if opening.inside is not None:
            self._banner = InsideBanner(self._around, opening.inside, frame)
            self._column.insertWidget(1, self._banner)
        elif opening.kept is not None and opening.path is not None:
            self._say_restored(opening, opening.path, opening.kept)

    def _say_restored(self, opening: Opening, book: Path, kept: Path) -> None:
        text = self.tr("Restored. The book as it was is kept as {name}").format(name=kept.name)
        opening.kept = None
        self._around.window.toast(text, undo=lambda: opening.restore(book, kept))


class InsideBanner(QFrame):
    """Says that this is a backup, quietly, with the two ways on."""

    def __init__(self, around: Surroundings, inside: Inside, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        opening = around.opening
        words = QLabel(self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setText(
            self.tr("You are looking at the backup of {moment}. Nothing can be changed in it.").format(
                moment=moment(inside.at, around.window.language)
            )
        )
        self.restore = QPushButton(self.tr("Restore this one"), self)
        self.restore.clicked.connect(lambda: opening.restore(inside.book, inside.backup))
        self.back = QPushButton(self.tr("Back to the book"), self)
        self.back.clicked.connect(lambda: opening.open(inside.book))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(words, 1)
        row.addWidget(self.restore)
        row.addWidget(self.back)
