"""Whom each rule would have flagged in the past year, and who of them left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.form import lay_out_to_read
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.wording.back_test import left_text
from csdesk.wording.signals import signal_name

if TYPE_CHECKING:
    from csdesk.metrics.signals.found import Tried
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.signals import Trials

_WIDTH, _LINES = 860, 20


class SignalsTried(QDialog):
    """A row a rule: accounts flagged at any month end, those of them that left later, and of all who left how many it
    had flagged."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The rules on the past year"))
        self.setMinimumWidth(_WIDTH)
        self._language = around.window.language
        self.said = QLabel(self.tr("Trying the rules …"), self)
        self.said.setWordWrap(True)
        self.sheet = FigureSheet(
            self._columns(), self.windowTitle(), identity=lambda row: row.signal, most=_LINES, parent=self
        )
        TableCopies(around, self.sheet)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        lay_out_to_read(self, close, self.said, self.sheet)
        as_of = around.window.scope.as_of

        def question(book: Book) -> Trials:
            from csdesk.usecases.signals import signals_tried

            return signals_tried(book, as_of)

        around.desk.ask(self, question, self.show_trials)

    def show_trials(self, trials: Trials) -> None:
        """Show what the book answered."""
        said = self.tr(
            "At the last 12 month ends, by what the book knows today. Accounts that left in that time: {n}. "
            "Accounts that no rule flagged, and that left: {missed}."
        )
        self.said.setText(said.format(n=f"{trials.left:,}", missed=f"{trials.missed:,}"))
        self.sheet.show_rows(trials.rows)
        self.resize(self.width(), self.sizeHint().height())

    def _columns(self) -> list[Column[Any]]:
        language = self._language

        def named(row: Tried) -> str:
            return signal_name(row.signal, language)

        def became(row: Tried) -> str:
            return left_text(len(row.left), len(row.flagged), row.interval, language)

        def share(row: Tried) -> float:
            return len(row.left) / len(row.flagged) if row.flagged else -1.0

        def caught(row: Tried) -> str:
            return f"{len(row.left):,} / {len(row.all_left):,}"

        return [
            Column("signal", self.tr("Signal"), named, named, Look.TITLE, 250),
            Column("left", self.tr("Flagged, and left later (95%)"), share, became, width=270),
            Column("caught", self.tr("Of all who left"), lambda row: len(row.left), caught, Look.NUMBER, 140),
        ]
