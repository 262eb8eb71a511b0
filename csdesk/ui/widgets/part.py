"""A part of a page of figures that asks and shows by itself: titled rows, tables that open, a body to fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from csdesk.ui.widgets.table_copies import TableCopies

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.figure_sheet import FigureSheet


def titled_row(parent: QWidget, title: str, *widgets: QWidget, note: str = "") -> tuple[QHBoxLayout, QLabel]:
    """A title with a note beside it, and widgets at the right end of its line; the row, and the title's label."""
    row = QHBoxLayout()
    row.setSpacing(8)
    heading = QLabel(title, parent)
    heading.setProperty("role", "section")
    row.addWidget(heading)
    if note:
        said = QLabel(note, parent)
        said.setProperty("role", "small")
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        said.setToolTip(note)
        row.addWidget(said, 1)
    else:
        row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    return row, heading


def titled(parent: QWidget, title: str, note: str) -> QWidget:
    """A title with a note beside it as one widget, which can be hidden."""
    heading = QWidget(parent)
    row = titled_row(heading, title, note=note)[0]
    row.setContentsMargins(0, 0, 0, 0)
    heading.setLayout(row)
    return heading


class Part(QWidget):
    """Subclasses fill `body`; whoever holds one calls its `refresh` when the book or the scope has changed."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around, self.frame, self.desk = around, around.window, around.desk
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.frame.language

    @property
    def currency(self) -> Currency:
        """The currency of the book's figures."""
        return self.frame.currency

    def add_heading(self, title: str, note: str) -> QWidget:
        """Add a titled row that can be hidden."""
        heading = titled(self, title, note)
        self.body.addWidget(heading)
        return heading

    def section(self, title: str, *widgets: QWidget, note: str = "") -> QLabel:
        """Add a titled row to the body; its title's label."""
        row, heading = titled_row(self, title, *widgets, note=note)
        self.body.addLayout(row)
        return heading

    def add_table(self, sheet: FigureSheet) -> None:
        """Add a table to the body, whose figures open, and which can be copied and saved."""
        sheet.measured.connect(self.frame.explain)
        TableCopies(self.around, sheet)
        self.body.addWidget(sheet)

    def add_said(self, role: str = "") -> QLabel:
        """Add a line of words to the body."""
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.body.addWidget(label)
        return label
