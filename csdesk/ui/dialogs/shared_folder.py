"""What to mind with a book in a folder that others may write to, said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.usecases.places import shared_place
from csdesk.wording.book import shared_words

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.places import Keeper

_WIDTH = 460


class SharedFolder(QDialog):
    """One plain paragraph and one button; nothing waits for it."""

    def __init__(self, keeper: Keeper, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A shared folder"))
        title = QLabel(self.tr("One computer at a time"), self)
        title.setProperty("role", "section")
        self.words = QLabel(shared_words(keeper, language), self)
        self.words.setWordWrap(True)
        self.words.setFixedWidth(_WIDTH)
        leave = QPushButton(self.tr("Understood"), self)
        leave.setProperty("role", "main")
        leave.setDefault(True)
        leave.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for widget in (title, self.words):
            column.addWidget(widget)
        column.addLayout(foot)


def warn_of_shared_folder(around: Surroundings, book: Path) -> None:
    """Tell the person once, for each book that needs it."""
    preferences = around.preferences
    if preferences.has_warned(book):
        return
    around.desk.work(around.window, lambda _progress: shared_place(book), lambda keeper: _say(around, book, keeper))


def _say(around: Surroundings, book: Path, keeper: Keeper | None) -> None:
    if keeper is not None and book == around.opening.path:
        around.preferences.remember_warned(book)
        SharedFolder(keeper, around.window.language, around.window).open()
