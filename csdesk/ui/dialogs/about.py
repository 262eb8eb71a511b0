"""What csdesk is, and the keys that work in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from csdesk import __version__

_WIDTH = 392


class About(QDialog):
    """Version, what it does with the team's figures, licences of what is shipped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About csdesk"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        heading = QLabel(f"csdesk {__version__}", self)
        heading.setProperty("role", "section")
        column.addWidget(heading)
        for words in (
            self.tr(
                "An offline desk for customer-success teams: spreadsheet in, churn and health on screen, Excel out."
            ),
            self.tr("Everything stays in one file on this machine. csdesk never speaks to a network."),
            self.tr("The book is not encrypted. Keep it on an encrypted disk if others can reach this machine."),
            self.tr("Noto Sans JP is shipped under the SIL Open Font License 1.1."),
        ):
            label = QLabel(words, self)
            label.setWordWrap(True)
            label.setFixedSize(_WIDTH, label.heightForWidth(_WIDTH))
            column.addWidget(label)


class Keys(QDialog):
    """The keys of the window and of tables."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for row, (keys, words) in enumerate(self._keys()):
            key = QLabel(keys, self)
            key.setProperty("role", "heading")
            grid.addWidget(key, row, 0)
            grid.addWidget(QLabel(words, self), row, 1)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+K", self.tr("Find an account, a page or an action")),
            ("Ctrl+Shift+A", self.tr("Log a touch")),
            ("Ctrl+1 ... 9", self.tr("Go to a page")),
            ("Ctrl+Z, Ctrl+Y", self.tr("Undo, redo")),
            ("Alt+Left", self.tr("Back to the page before")),
            ("Enter, Tab", self.tr("In a table: down, right; on a name: open it")),
            ("F2", self.tr("Edit the cell; typing replaces it")),
            ("Ctrl+C, Ctrl+V", self.tr("Copy and paste ranges, also from and to Excel")),
            ("Ctrl+D", self.tr("Fill the cells below from the first")),
            ("Delete", self.tr("Empty the chosen cells")),
            ("Space, Alt+S", self.tr("In the day's list: done, put off until tomorrow")),
            ("Ctrl+F", self.tr("Filter the table")),
        )
