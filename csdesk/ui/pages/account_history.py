"""An account's history: who did what, when, from what to what, and what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.history import HISTORY_ROWS, HistoryLine, history_lines
from csdesk.wording.history import HISTORY_HEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book, HistoryItem


class History(QWidget):
    """A table that is never typed into, and a box that finds words in it."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame = around.window
        self._desk = around.desk
        self._account: int | None = None
        self._found: Found[HistoryLine] = Found((), ())
        self.model: RowsModel[HistoryLine] = RowsModel(
            _columns(frame.language), self, identity=lambda line: (line.item.step, line.row, line.item.row, line.field)
        )
        self._sheet = SheetView(self.model, self.tr("History"), self)
        TableCopies(around, self._sheet)
        self.search = FilterLine(
            self._sheet, self.model, self.tr("Nothing in the history fits “{words}”."), parent=self
        )
        self.search.setPlaceholderText(self.tr("Find in the history ..."))
        self.search.setAccessibleName(self.tr("Find in the history"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._sheet, 1)
        self._older = QPushButton(self.tr("Show older"), self)
        self._older.clicked.connect(self.show_older)
        self._older.hide()
        column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignRight)

    def show_history(self, account: int, items: Sequence[HistoryItem]) -> None:
        """Show what the book answered of an account. What was fetched of older changes stays in sight."""
        newest = self._worded(items)
        last = items[-1].change if items else 0
        kept = [
            place for place, line in enumerate(self._found.rows) if account == self._account and line.item.change < last
        ]
        self._account = account
        if not kept:
            self._offer_older(newest)
        older = Found(tuple(self._found.rows[at] for at in kept), tuple(self._found.texts[at] for at in kept))
        self._show(newest, older)

    def show_older(self) -> None:
        """Fetch older changes."""
        account, last = self._account, self._found.rows[-1].item.change

        def question(book: Book) -> Found[HistoryLine]:
            from csdesk.usecases.history import history

            return self._worded(history(book, account=account, older_than=last))

        def show(older: Found[HistoryLine]) -> None:
            if account == self._account and self._found.rows and self._found.rows[-1].item.change == last:
                self._offer_older(older)
                self._show(self._found, older)

        self._desk.ask(self, question, show)

    def _worded(self, items: Sequence[HistoryItem]) -> Found[HistoryLine]:
        return Found.of(self.model.columns, history_lines(items, self._frame.currency, self._frame.language))

    def _offer_older(self, found: Found[HistoryLine]) -> None:
        self._older.setVisible(len({line.item.change for line in found.rows}) >= HISTORY_ROWS)

    def _show(self, newer: Found[HistoryLine], older: Found[HistoryLine]) -> None:
        self._found = Found(newer.rows + older.rows, newer.texts + older.texts)
        self._sheet.show_found(self._found)


def _columns(language: Language) -> tuple[Column[HistoryLine], ...]:
    return (
        Column(
            "at",
            HISTORY_HEADINGS["at"].say(language),
            lambda line: line.item.at.timestamp(),
            lambda line: line.at,
            look=Look.NUMBER,
            tone=_tone,
        ),
        _column("who", language, lambda line: line.item.who),
        _column("row", language, _changed),
        _column("before", language, lambda line: line.before),
        _column("after", language, lambda line: line.after),
        _column("fate", language, lambda line: line.fate),
        _column("what", language, lambda line: line.what),
    )


def _column(key: str, language: Language, text: Callable[[HistoryLine], str]) -> Column[HistoryLine]:
    return Column(key, HISTORY_HEADINGS[key].say(language), text, text, tip=text, tone=_tone)


def _changed(line: HistoryLine) -> str:
    """Which row, which field; the account of the page needs no naming."""
    if line.item.kind is Kind.ACCOUNT and line.field:
        return line.field
    return " · ".join(filter(None, (line.row, line.field)))


def _tone(line: HistoryLine) -> Tone:
    return Tone.PLAIN if line.stands else Tone.QUIET
