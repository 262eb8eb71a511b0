"""The first page without a book: new, open, recent, demo, or drop a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from csdesk.ui import icons, theme
from csdesk.ui.page import Page
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from csdesk.models.kinds import Kind
    from csdesk.ui.page import Surroundings

_MOST_RECENT = 6


class StartPage(Page):
    """Three ways to begin, the books opened lately, and why a book could not be opened."""

    name: ClassVar[str] = "start"
    icon: ClassVar[str] = "start"
    depends: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._trouble = _Trouble(self)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        heading = QLabel(self.tr("Welcome to csdesk"), self)
        heading.setProperty("role", "figure")
        words = QLabel(
            self.tr("Spreadsheet in, honest churn and health on screen, Excel out. Everything stays on this machine."),
            self,
        )
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self._recent_heading = QLabel(self.tr("Recent books"), self)
        self._recent_heading.setProperty("role", "heading")
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(heading)
        column.addWidget(words)
        column.addWidget(self._trouble)
        column.addSpacing(8)
        column.addLayout(self._doors())
        column.addWidget(self._drop_words())
        column.addSpacing(8)
        column.addWidget(self._recent_heading)
        column.addLayout(self._recent)
        column.addStretch(2)
        middle = QWidget(self)
        middle.setFixedWidth(690)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)

    def title(self) -> str:
        return PAGES[self.name].say(self.frame.language)

    def refresh(self) -> None:
        while self._recent.count():
            item = self._recent.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        books = self.around.preferences.recent[:_MOST_RECENT]
        self._recent_heading.setVisible(bool(books))
        for path in books:
            self._recent.addWidget(self._recent_button(path))

    def shown(self) -> None:
        self.refresh()

    def show_trouble(self, error: Exception | None) -> None:
        """Say why a book could not be opened; for a damaged one offer its backups."""
        if error is None:
            self._trouble.hide()
            return
        from csdesk.usecases.books import BookError, Trouble
        from csdesk.usecases.sentences import error_sentence

        self._trouble.say(error_sentence(error, self.frame.language))
        if isinstance(error, BookError) and error.trouble in {Trouble.DAMAGED, Trouble.ALTERED}:
            path = error.path
            self._trouble.offer(self.tr("Show the backups"), lambda: self._show_backups(path))

    def _show_backups(self, path: Path) -> None:
        from csdesk.ui.dialogs.backups import Backups

        Backups(self.around, path, self).open()

    def _doors(self) -> QHBoxLayout:
        from csdesk.ui.menu import Menu

        menu = self.frame.findChild(Menu)
        row = QHBoxLayout()
        row.setSpacing(12)
        if menu is not None:
            for icon, word, text, act in (
                ("plus", self.tr("New book"), self.tr("An empty book for your team"), menu.new_book),
                ("open", self.tr("Open book"), self.tr("One you or a colleague made"), menu.open_book),
                ("demo", self.tr("Try the demo"), self.tr("Sixty invented customers"), menu.open_demo),
            ):
                row.addWidget(_Door(icon, word, text, act, self))
        return row

    def _drop_words(self) -> QLabel:
        label = QLabel(self.tr("Already have a spreadsheet? Make a book, then drop the file on the window."), self)
        label.setProperty("role", "muted")
        return label

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(path.stem, self)
        button.setProperty("role", "link")
        button.setToolTip(str(path))
        button.setAccessibleName(path.stem)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.around.opening.open(path))
        return button


class _Door(QToolButton):
    """A large button with an icon, a word and what is behind it."""

    def __init__(self, icon: str, word: str, text: str, act: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "door")
        self._icon = icon
        self.setText(f"{word}\n{text}")
        self.setAccessibleName(f"{word}: {text}")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(20, 20))
        self.setFixedSize(216, 96)
        self.setIcon(icons.icon(icon, theme.tokens().accent))
        self.clicked.connect(lambda _checked=False: act())


class _Trouble(QFrame):
    """What went wrong, in a quiet card with one way on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "trouble")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._way = QPushButton(self)
        self._act: Callable[[], object] = self.hide
        self._way.clicked.connect(lambda _checked=False: self._act())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.addWidget(self._words, 1)
        row.addWidget(self._way)
        self.hide()

    def say(self, text: str) -> None:
        """Show the sentence without a way on."""
        self._words.setText(text)
        self._way.hide()
        self.show()

    def offer(self, word: str, act: Callable[[], object]) -> None:
        """Add a way on."""
        self._way.setText(word)
        self._act = act
        self._way.show()
