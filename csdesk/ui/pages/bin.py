"""The bin: what was deleted, put back as it was or deleted for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from csdesk.ui.page import Page, Surroundings
from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.bin import OLD_DAYS, BinLine, before, bin_lines, put_back, put_back_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from csdesk.models.drafts import Changes

_WIDEST_FILTER, _WITH = 420, 420


class BinPage(Page):
    """A table with a filter, and what can be done with the chosen rows, with the old ones, with all."""

    name: ClassVar[str] = "bin"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.model: RowsModel[BinLine] = RowsModel(self._columns(), self, identity=lambda line: line.number)
        self.sheet = SheetView(self.model, self.tr("What was deleted"), self)
        TableCopies(around, self.sheet)
        self.search = FilterLine(self.sheet, self.model, self.tr("Nothing in the bin fits “{words}”."), parent=self)
        self._lines: tuple[BinLine, ...] = ()
        self._old: tuple[BinLine, ...] = ()
        self._build()
        self.sheet.chosen.connect(self._offer)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)

    def refresh(self) -> None:
        language = self.frame.language
        self.desk.ask(self, lambda book: (bin_lines(book, language), book.clock()), self._show)

    def take_focus(self) -> None:
        (self.sheet if self._lines else self).setFocus()

    def put_back(self) -> None:
        """Put the chosen rows back, with all that went with them."""
        numbers = [line.number for line in self.sheet.rows_chosen()]
        if numbers:
            self.desk.do(self, lambda book: put_back(book, numbers), self._say_back, self.frame.complain)

    def erase(self, lines: Sequence[BinLine]) -> None:
        """Ask once whether these are to be deleted for good."""
        from csdesk.ui.dialogs.erase import Erase

        if lines:
            Erase(self.around, lines, self).open()

    def _show(self, found: tuple[tuple[BinLine, ...], datetime]) -> None:
        self._lines, now = found
        self._old = before(self._lines, now)
        self.sheet.show_found(Found.of(self.model.columns, self._lines))
        self._old_ones.setVisible(bool(self._old))
        self._stack.setCurrentIndex(0 if self._lines else 1)
        self._offer(self.sheet.rows_chosen())

    def _offer(self, chosen: Sequence[BinLine]) -> None:
        for button in (self.back, self.for_good):
            button.setEnabled(bool(chosen))

    def _say_back(self, changes: Changes) -> None:
        self.frame.toast(put_back_sentence(changes, self.frame.language), undo=True)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.search.setPlaceholderText(self.tr("Find in the bin ..."))
        self.search.setAccessibleName(self.tr("Find in the bin"))
        self.search.setMaximumWidth(_WIDEST_FILTER)
        body, empty = QWidget(self), EmptyState("trash", self.tr("The bin is empty"), self._meaning(), (), self)
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addLayout(self._tools())
        column.addWidget(self.sheet, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(body)
        self._stack.addWidget(empty)

    def _tools(self) -> QHBoxLayout:
        self.back = QPushButton(self.tr("Put back"), self)
        self.back.setProperty("role", "main")
        self.back.setToolTip(self.tr("Just as it was, with all that went with it; this can be undone"))
        self.for_good = QPushButton(self.tr("Delete for good ..."), self)
        old = self.tr("Delete what is older than {n} days ...").format(n=OLD_DAYS)
        self._old_ones, self.all = QPushButton(old, self), QPushButton(self.tr("Empty the bin ..."), self)
        self.back.clicked.connect(self.put_back)
        self.for_good.clicked.connect(lambda: self.erase(self.sheet.rows_chosen()))
        self._old_ones.clicked.connect(lambda: self.erase(self._old))
        self.all.clicked.connect(lambda: self.erase(self._lines))
        tools = QHBoxLayout()
        tools.setSpacing(8)
        tools.addWidget(self.search, 1)
        tools.addStretch()
        for button in (self.back, self.for_good, self._old_ones, self.all):
            tools.addWidget(button)
        return tools

    def _meaning(self) -> str:
        return self.tr(
            "What you delete waits here, with all that belongs to it, until you put it back or delete it for good. "
            "Nothing is deleted for good by itself."
        )

    def _columns(self) -> tuple[Column[BinLine], ...]:
        return (
            Column("what", self.tr("What"), _what, _what, tip=_what),
            Column("account", self.tr("Account"), _account, _account, tip=_account),
            Column("at", self.tr("Deleted"), _moment, lambda line: line.at, look=Look.NUMBER),
            Column("who", self.tr("By"), lambda line: line.who, lambda line: line.who),
            Column("with", self.tr("Went with it"), lambda line: line.rows, _went, width=_WITH, tip=_went),
        )


def _what(line: BinLine) -> str:
    return line.what


def _account(line: BinLine) -> str:
    return line.account


def _moment(line: BinLine) -> float:
    return line.item.at.timestamp()


def _went(line: BinLine) -> str:
    return line.goes_with
