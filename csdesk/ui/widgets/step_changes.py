"""What one step changed, row by row and field by field, with the ways on from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, RowsModel
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.history import HISTORY_ROWS, HistoryLine
from csdesk.wording.history import HISTORY_HEADINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.history import StepLine


class StepChanges(QWidget):
    """Enter on a row opens its account. `taken_back` asks for the step to be taken back."""

    taken_back = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._step: StepLine | None = None
        self._lines: tuple[HistoryLine, ...] = ()
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._model: RowsModel[HistoryLine] = RowsModel(
            self._columns(), self, identity=lambda line: (line.item.change, line.field)
        )
        self.sheet = SheetView(self._model, self.tr("What the step changed"), self)
        self.sheet.horizontalHeader().setStretchLastSection(True)
        self.sheet.opened.connect(self._open)
        self.sheet.chosen.connect(lambda _rows: self._offer())
        TableCopies(around, self.sheet)
        self._account = self._button(self.tr("Open account"), lambda: self._open(self._current()))
        self.take = self._button(self.tr("Take back"), self.taken_back.emit)
        self._older = self._button(self.tr("Show older"), self._fetch_older)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        for button in (self._older, self._account, self.take):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sheet, 1)
        self.show_step(None)

    def show_step(self, step: StepLine | None) -> None:
        """Show what a step changed; of none nothing."""
        again = step is not None and self._step is not None and step.item == self._step.item
        self._step = step
        self._title.setText(step.what if step else "")
        self.take.setEnabled(step is not None and step.may_go)
        if again:
            return
        self._show(())
        if step is not None:
            self._ask(None)

    def _ask(self, older_than: int | None) -> None:
        assert self._step is not None
        step = self._step.item.step
        currency, language = self._around.window.currency, self._around.window.language

        def question(book: Book) -> tuple[HistoryLine, ...]:
            from csdesk.usecases.history import history, history_lines

            return tuple(history_lines(history(book, step=step, older_than=older_than), currency, language))

        def show(lines: tuple[HistoryLine, ...]) -> None:
            found = tuple(line for line in lines if line.item.kind is not None)
            rows = len({line.item.change for line in found})
            self._older.setVisible(rows >= HISTORY_ROWS)
            self._show(found if older_than is None else self._lines + found)

        self._around.desk.ask(self, question, show)

    def _fetch_older(self) -> None:
        if self._lines:
            self._ask(self._lines[-1].item.change)

    def _show(self, lines: tuple[HistoryLine, ...]) -> None:
        self._lines = lines
        if not lines:
            self._older.hide()
        self.sheet.show_found(Found.unsearched(lines))
        self._offer()

    def _offer(self) -> None:
        line = self._current() or next(iter(self._lines), None)
        self._account.setEnabled(line is not None and line.item.owner is not None)

    def _current(self) -> HistoryLine | None:
        index = self.sheet.currentIndex()
        if index.isValid():
            return self._model.row_at(index.row())
        return next(iter(self._lines), None)

    def _open(self, line: HistoryLine | None) -> None:
        if line is not None and line.item.owner is not None:
            self._around.window.open_account(line.item.owner)

    def _button(self, word: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(word, self)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _columns(self) -> tuple[Column[HistoryLine], ...]:
        language = self._around.window.language

        def column(key: str, text: Callable[[HistoryLine], str], width: int) -> Column[HistoryLine]:
            return Column(key, HISTORY_HEADINGS[key].say(language), text, text, width=width, tip=text)

        return (
            column("row", lambda line: line.row, 320),
            column("field", lambda line: line.field, 160),
            column("before", lambda line: line.before, 240),
            column("after", lambda line: line.after, 240),
        )
