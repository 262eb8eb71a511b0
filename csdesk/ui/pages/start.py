"""The first page without a book: new, open, recent, demo, or drop a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from csdesk.ui import icons, theme
from csdesk.ui.page import Page
from csdesk.ui.plain import literal, tip
from csdesk.ui.widgets.card import clear

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from csdesk.models.kinds import Kind
    from csdesk.ui.page import Surroundings

_MOST_RECENT = 6


class StartPage(Page):
    """Three ways to begin, the books opened lately, and why a book could not be opened."""

    name: ClassVar[str] = "start"
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

    def refresh(self) -> None:
        clear(self._recent)
        books = self.around.preferences.recent[:_MOST_RECENT]
        self._recent_heading.setVisible(bool(books))
        for path in books:
            self._recent.addWidget(self._recent_button(path))

    def shown(self) -> None:
        self.refresh()

    def show_trouble(self, error: Exception | None) -> None:
        """Say why a book could not be opened, and offer what can be done about it."""
        if error is None:
            self._trouble.hide()
            return
        from csdesk.usecases.sentences import error_sentence

        self._trouble.say(error_sentence(error, self.frame.language), self._ways_on(error))

    def _ways_on(self, error: Exception) -> list[tuple[str, Callable[[], object]]]:
        """What can be done about it here: words and deeds, the safest first."""
        from csdesk.ui.dialogs.rescue_book import RescueBook
        from csdesk.usecases.books import BookElsewhere, BookError, Trouble
        from csdesk.usecases.rescue import may_be_rescued

        if not isinstance(error, BookError):
            return []
        path, opening = error.path, self.around.opening
        ways: list[tuple[str, Callable[[], object]]] = []
        if error.trouble in {Trouble.ELSEWHERE, Trouble.UNFINISHED}:
            ways.append((self.tr("Open a read-only copy"), lambda: opening.open_copy(path)))
        if isinstance(error, BookElsewhere) and error.may_be_gone:
            ways.append((self.tr("Open anyway"), lambda: opening.open(path, (error.presence,))))
        if may_be_rescued(error):
            ways.append((self.tr("Show the backups"), lambda: self._show_backups(path)))
            ways.append(
                (self.tr("Rescue into a new book ..."), lambda: RescueBook(self.around, path, self.frame).ask())
            )
        if error.trouble in {Trouble.BUSY, Trouble.DISK_FAILED, Trouble.ELSEWHERE}:
            ways.append((self.tr("Try again"), lambda: opening.open(path)))
        return ways

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
        button = QPushButton(literal(path.stem), self)
        button.setProperty("role", "link")
        button.setToolTip(tip(str(path)))
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
    """What went wrong, in a quiet card with the ways on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "trouble")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # other people's names are in it
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(10)
        column.addWidget(self._words)
        column.addLayout(self._ways)
        self.hide()

    def say(self, text: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show the sentence and a button for each way on."""
        self._words.setText(text)
        clear(self._ways)
        for word, act in ways:
            button = QPushButton(word, self)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._ways.addWidget(button)
        self._ways.addStretch(1)
        self.show()
