"""Feedback that is resolved, and of which the customer has not heard: listed, opened, marked as told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.answer_rows import tell_back
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.voice import Untold

_HEIGHT = 170


class UntoldPart(QWidget):
    """`opened` carries the feedback to be opened."""

    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        language = around.window.language
        columns: tuple[Column[Untold], ...] = (
            Column("account", self.tr("Account"), _account, _account, Look.NAME, 200),
            Column("title", self.tr("Feedback"), _title, _title, width=420, tip=_title),
            Column("resolved", self.tr("Resolved on"), lambda r: r.resolved, lambda r: day(r.resolved, language),
                   Look.NUMBER, 130),
        )  # fmt: skip
        name = self.tr("Resolved, and the customer not told yet")
        self.sheet = SheetView(RowsModel(columns, self), name, self)
        self.sheet.setFixedHeight(_HEIGHT)
        self.sheet.opened.connect(self.opened)
        TableCopies(around, self.sheet)
        self.told = QPushButton(self.tr("Told today"), self)
        self.told.setEnabled(False)
        self.told.clicked.connect(self._tell_back)
        self.sheet.chosen.connect(lambda rows: self.told.setEnabled(len(rows) == 1))
        self._nothing = muted(self.tr("Everything that was resolved has been told back."), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(titled_row(self, name, self.told)[0])
        column.addWidget(self._nothing)
        column.addWidget(self.sheet)

    def show_untold(self, rows: Sequence[Untold]) -> None:
        """Show these."""
        self.sheet.show_found(Found.unsearched(rows))
        for widget in (self.sheet, self.told):
            widget.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _tell_back(self) -> None:
        chosen, frame = self.sheet.rows_chosen(), self._around.window
        if len(chosen) == 1:
            feedback, today = chosen[0].id, frame.today()
            self._around.desk.do(self, lambda book: tell_back(book, feedback, today), frame.say_step, frame.complain)


def _account(row: Untold) -> str:
    return row.account_name


def _title(row: Untold) -> str:
    return row.title
