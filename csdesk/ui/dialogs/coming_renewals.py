"""The renewals ahead: when, how much, how healthy, and what is planned for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look, Tone
from csdesk.ui.widgets.to_read import RowsToRead
from csdesk.usecases.today import coming_renewals
from csdesk.wording.due import held_back, imminent_risk
from csdesk.wording.health import banded_text
from csdesk.wording.speech import day, money

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.today import ComingRenewal

_WIDTH, _LINES = 920, 16


class ComingRenewals(RowsToRead):
    """Of so many days, of one person's accounts or all; only those at high risk with `risky`. Enter opens the
    account."""

    def __init__(
        self, around: Surroundings, days: int, parent: QWidget | None = None, *, person: str = "", risky: bool = False
    ) -> None:
        super().__init__(around, _WIDTH, parent)
        self._risky = risky
        title = self.tr("Renewals of the next {days} days").format(days=days)
        self.set_up(title, self._columns(), identity=lambda row: row.account, most=_LINES)
        self.sheet.opened.connect(self._open)
        as_of = around.window.scope.as_of
        around.desk.ask(self, lambda book: coming_renewals(book, as_of, days, person), self.show_answer)

    def show_answer(self, found: tuple[ComingRenewal, ...]) -> None:
        """Show what the book answered."""
        shown = [row for row in found if not self._risky or row.at_risk]
        planned = sum(bool(row.next_step) for row in shown)
        words = self.tr("Renewals: {n}, of which {planned} have a next step.")
        words = self.tr("Renewals at high risk: {n}, of which {planned} have a next step.") if self._risky else words
        self.show_rows(words.format(n=len(shown), planned=planned), shown)

    def _open(self, row: ComingRenewal) -> None:
        self.accept()
        self._around.window.open_account(row.account)

    def _columns(self) -> list[Column[Any]]:
        frame = self._around.window
        language, currency = frame.language, frame.currency

        def held(row: ComingRenewal) -> str:
            told = imminent_risk(row.imminent, language) if row.imminent else ""
            return "  ·  ".join(filter(None, (told, held_back(row.factor, language) if row.factor else "")))

        def stands(row: ComingRenewal) -> str:
            return banded_text(row.score, row.band, language, by_hand=row.by_hand)

        def plan(row: ComingRenewal) -> str:
            due = day(row.next_due, language) if row.next_due else ""
            return "  ·  ".join(filter(None, (row.next_step, due))) or self.tr("no next step yet")

        return [
            Column("name", self.tr("Account"), lambda row: row.name, lambda row: row.name, Look.NAME, 190),
            Column("on", self.tr("Renewal"), lambda row: row.on, lambda row: day(row.on, language), width=100),
            Column(
                "mrr", self.tr("MRR"), lambda row: row.mrr, lambda row: money(row.mrr, currency, language), Look.NUMBER
            ),
            Column(
                "band",
                self.tr("Health"),
                lambda row: row.score,
                stands,
                Look.BAND,
                130,
                band=lambda row: row.band,
            ),
            Column("why", self.tr("Why"), held, held, width=210, tip=held),
            Column("plan", self.tr("Plan"), plan, plan, width=200, tone=_tone, tip=plan),
        ]


def _tone(row: ComingRenewal) -> Tone:
    return Tone.PLAIN if row.next_step else Tone.WARN
