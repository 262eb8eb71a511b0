"""What csdesk is, and the keys that work in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk import __version__

_WIDTH, _KEYS_WIDTH = 392, 104


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
    """The keys of the window, of tables, and of charts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(40)
        table = self._part(self.tr("In a table"), self._in_tables())
        others = (self._part(self.tr("Everywhere"), self._everywhere()), self._part(self.tr("Today"), self._today()))
        charts = self._part(self.tr("In a chart or a cohort table"), self._in_charts())
        for parts in (others, (table, charts)):
            column = QVBoxLayout()
            column.setSpacing(16)
            for part in parts:
                column.addLayout(part)
            column.addStretch(1)
            row.addLayout(column)

    def _part(self, title: str, keys: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(5)
        heading = QLabel(title, self)
        heading.setProperty("role", "heading")
        grid.addWidget(heading, 0, 0, 1, 2)
        for row, (key, words) in enumerate(keys, 1):
            quiet = QLabel(key, self)
            quiet.setProperty("role", "muted")
            grid.addWidget(quiet, row, 0)
            grid.addWidget(QLabel(words, self), row, 1)
        grid.setColumnMinimumWidth(0, _KEYS_WIDTH)
        grid.setColumnStretch(1, 1)
        return grid

    def _everywhere(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+K", self.tr("Find an account, a person, a note, a page or an action")),
            ("Ctrl+Shift+A", self.tr("Log a touch")),
            ("Ctrl+Enter", self.tr("Save the dialog")),
            ("Ctrl+1 … 9", self.tr("Go to a page")),
            ("Alt+Left", self.tr("Back to the page before")),
            ("Ctrl+Z, Ctrl+Y", self.tr("Undo, redo")),
            ("Ctrl+H", self.tr("The history of the book")),
            ("Ctrl+N, Ctrl+O", self.tr("New book, open a book")),
            ("Ctrl+I", self.tr("Import spreadsheets")),
            ("Ctrl+Shift+R", self.tr("On an account: the review for its customer")),
            ("F1", self.tr("This list")),
        )

    def _today(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Space"), self.tr("Done")),
            ("Alt+S", self.tr("Put off until tomorrow")),
            ("Alt+Shift+S, Alt+U", self.tr("Put off until Monday, until a day")),
            ("Alt+W", self.tr("Why a line is here")),
            ("F2", self.tr("Change the next step")),
            ("Delete", self.tr("Delete the next step")),
            ("Enter", self.tr("Open the account")),
        )

    def _in_tables(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter, Tab", self.tr("Down, right; on a name: open it")),
            ("F2", self.tr("Edit the cell; typing replaces it")),
            ("Esc", self.tr("Leave the cell as it was")),
            ("Ctrl+C, Ctrl+V", self.tr("Copy and paste ranges, also from and to Excel")),
            ("Ctrl+D", self.tr("Fill the cells below from the first")),
            ("Delete", self.tr("Empty the chosen cells")),
            ("Ctrl+F", self.tr("Filter the table")),
            ("Ctrl+Shift+E, Ctrl+P", self.tr("Save the table to a file, print it")),
        )

    def _in_charts(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Arrows"), self.tr("From figure to figure")),
            ("Enter", self.tr("Where the figure comes from")),
            ("Ctrl+C, Ctrl+P", self.tr("Copy the figures, print the chart")),
        )
