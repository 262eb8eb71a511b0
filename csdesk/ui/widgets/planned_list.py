"""The rows of a planned table with one verdict, filtered while one types."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, RowsModel
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.filter_line import FilterLine
from csdesk.ui.widgets.keep_bar import KeepBar
from csdesk.ui.widgets.planned_words import PlannedWords, row_tone
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.importing import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.ui.desk import Desk
    from csdesk.usecases.importing import PlannedRow, PlannedTable

_MOST, _AT_ONCE = 20_000, 300
"""Rows that are listed (the counts are always of all), and rows that are made ready without leaving the window's
thread."""


class PlannedList(QWidget):
    """The filter is kept from one verdict to the next. Where rows change the book its values may be kept: see
    `KeepBar`."""

    def __init__(self, language: Language, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._turn = desk, 0
        self._fitted: Verdict | None = None
        """Whose rows the columns were last fitted to: refused ones have remarks, new ones long values."""
        self._words = words = PlannedWords(language)
        self._model: RowsModel[PlannedRow] = RowsModel(self._columns(words), self, identity=_place_of)
        self.sheet = SheetView(self._model, self.tr("Rows of the table"), self)
        unfitting = self.tr("No row holds “{words}”.")
        self.filter = FilterLine(self.sheet, self._model, unfitting, parent=self)
        self.filter.setPlaceholderText(self.tr("Filter the rows"))
        self.filter.setAccessibleName(self.tr("Filter the rows"))
        self._more = muted("", self)
        self.keep = KeepBar(language, self)
        self.sheet.chosen.connect(self.keep.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.filter, self.sheet, self._more, self.keep):
            column.addWidget(widget)

    def show_rows(self, planned: PlannedTable, verdict: Verdict, count: int, kept: int = 0) -> None:
        """Show the rows with that verdict, of which there are so many; `kept` values stay as the book has them."""
        self._turn += 1
        self._words.found = planned.matched.table
        self.keep.setVisible(kept > 0 or (verdict is Verdict.CHANGED and count > 0))
        self.keep.show_kept(kept)
        job = partial(_found, self._model.columns, planned, verdict)
        if len(planned.rows) <= _AT_ONCE:
            self._show(self._turn, verdict, job())
        else:
            self._desk.work(self, lambda _progress: job(), partial(self._show, self._turn, verdict))
        self._more.setText(
            self.tr("The first {most} of {n} rows are listed; all of them are counted and applied.").format(
                most=f"{_MOST:,}", n=f"{count:,}"
            )
        )
        self._more.setVisible(count > _MOST)

    def _show(self, turn: int, verdict: Verdict, found: Found[PlannedRow]) -> None:
        if turn == self._turn:
            self.sheet.show_found(found, another=verdict is not self._fitted)
            self._fitted = verdict
            self.keep.offer(found.rows if verdict is Verdict.CHANGED else ())
            self.keep.choose(self.sheet.rows_chosen())

    def _columns(self, words: PlannedWords) -> list[Column[PlannedRow]]:
        return [
            Column("line", self.tr("Row"), lambda row: row.line, words.row_name, width=60),
            Column("title", self.tr("What"), lambda row: row.title, lambda row: row.title, width=240),
            Column("changes", self.tr("Values"), words.changes, words.changes, width=460),
            Column("why", self.tr("Remarks"), words.why, words.why, tone=row_tone),
        ]


def _found(columns: Sequence[Column[PlannedRow]], planned: PlannedTable, verdict: Verdict) -> Found[PlannedRow]:
    return Found.of(columns, islice(planned.rows_of(verdict), _MOST))


def _place_of(row: PlannedRow) -> object:
    return row.kind, row.line, row.title
