"""How support answers, in a table whose figures open down to the tickets: in all, by owner and by priority."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.part import Part
from csdesk.wording.charts import period_name
from csdesk.wording.figures import interval_text
from csdesk.wording.kinds import group_name
from csdesk.wording.lists import PRIORITIES
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import look_up

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.support import SupportRow, SupportTable

_FIGURES = ("first_response", "resolution", "handling")
_ALL, _OWNER = "all", "owner"


class SupportPart(Part):
    """Kept apart from what customers say of success: who does well asks support too."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        note = self.tr("By owner of the account and by priority; figures of support, not of success.")
        self.heading = self.section(self.tr("Support tickets"), note=note)
        self.nothing = muted(self.tr("No ticket is in the book. Import a list of tickets."), self)
        self.body.addWidget(self.nothing)
        self.sheet = FigureSheet(
            self._columns(), self.tr("Support tickets"), identity=lambda row: (row.of, row.name), parent=self
        )
        self.add_table(self.sheet)

    def refresh(self) -> None:
        """Ask again."""
        scope = self.frame.scope

        def question(book: Book) -> SupportTable:
            from csdesk.usecases.support import support_table

            return support_table(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: SupportTable) -> None:
        """Show what the book answered."""
        period = period_name(answer.period, self.language)
        self.heading.setText(self.tr("Support tickets, {period}").format(period=period))
        self.sheet.show_rows(answer.rows)
        self.sheet.setVisible(bool(answer.rows))
        self.nothing.setVisible(not answer.rows)

    def _columns(self) -> list[Column[Any]]:
        def count(key: str, heading: str) -> Column[Any]:
            figure = attrgetter(key)
            return Column(key, heading, figure, lambda row: f"{figure(row):,}", Look.NUMBER, 90)

        def interval(row: SupportRow) -> str:
            return interval_text(row.resolution, self.language).partition(" ")[2]

        first, resolution, handling = (
            figure_column(
                key,
                metric_name(f"ticket_{key}", self.language),
                attrgetter(key),
                self.currency,
                self.language,
                width=150,
            )
            for key in _FIGURES
        )
        return [
            Column("name", self.tr("Whose"), self._name, self._name, Look.TITLE, 220),
            count("opened", self.tr("Opened")),
            count("closed", self.tr("Closed")),
            first,
            resolution,
            Column("interval", self.tr("95%"), lambda row: row.resolution.low, interval, Look.NUMBER, 120),
            handling,
        ]

    def _name(self, row: SupportRow) -> str:
        if row.of == _ALL:
            return self.tr("All tickets")
        if row.of == _OWNER:
            return group_name(_OWNER, row.name, self.language)
        name = look_up(PRIORITIES, row.name, self.language) if row.name else self.tr("not told")
        return self.tr("Priority: {name}").format(name=name)
