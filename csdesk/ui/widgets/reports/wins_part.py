"""Wins: what there is to celebrate, with an account or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.reports.list_part import ListPart
from csdesk.usecases.wins import wins
from csdesk.wording.reporting import WIN_KINDS
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.wins import WinRow


class WinsPart(ListPart):
    """The latest first."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.lay_out(
            self.tr("Wins"),
            self.tr("Log a win …"),
            self.tr(
                "Log what there is to celebrate: what a customer has achieved, a churn averted, a reference. The board "
                "workbook tells of those of its period."
            ),
            self._of_wins(),
        )

    def refresh(self) -> None:
        """Ask again."""
        self.desk.ask(self, wins, self.show_rows)

    def _of_wins(self) -> tuple[Column[WinRow], ...]:
        language = self.frame.language

        def kind(row: WinRow) -> str:
            return WIN_KINDS[row.kind].say(language) if row.kind else ""

        def text(row: WinRow) -> str:
            return row.text.replace("\n", " ")

        return (
            Column("on", self.tr("Date"), lambda r: r.on, lambda r: day(r.on, language), width=100),
            Column("title", self.tr("Win"), lambda r: r.title, lambda r: r.title, Look.TITLE, 240),
            Column("account", self.tr("Account"), lambda r: r.account_name, lambda r: r.account_name, width=170),
            Column("kind", self.tr("Kind"), kind, kind, width=130),
            Column("text", self.tr("What was achieved"), text, text, width=230, tip=text),
            Column("owner", self.tr("Thanks to"), lambda r: r.owner, lambda r: r.owner, width=110),
        )
