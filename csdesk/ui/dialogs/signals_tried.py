"""Whom each rule would have flagged in the past year, and who of them left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.to_read import RowsToRead
from csdesk.wording.back_test import left_text
from csdesk.wording.signals import signal_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.signals.found import Tried
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.signals import Trials

_WIDTH, _LINES = 860, 20


class SignalsTried(RowsToRead):
    """A row a rule: accounts flagged at any month end, those of them that left later, and of all who left how many it
    had flagged."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, _WIDTH, parent, enter_closes=True)
        title = self.tr("The rules on the past year")
        self.set_up(title, self._columns(), identity=lambda row: row.signal, most=_LINES)
        self.said.setWordWrap(True)
        self.said.setText(self.tr("Trying the rules …"))
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
        self.show_rows(said.format(n=f"{trials.left:,}", missed=f"{trials.missed:,}"), trials.rows)

    def _columns(self) -> list[Column[Any]]:
        language = self._around.window.language

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
