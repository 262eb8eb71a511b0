"""The two tables of 'what if': the accounts with what each is taken as, and the figures both ways."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.metrics.ahead.what_if import Choice
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.sheet import SheetView
from csdesk.wording.ahead import STANDINGS
from csdesk.wording.figures import change_text
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import day, look_up, money

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.ahead.what_if import Compared
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.what_if import Candidate


class CandidateSheet(SheetView):
    """Who can be lost or saved, and what each is taken as."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency, self._choice = language, currency, Choice()
        self._candidates: tuple[Candidate, ...] = ()
        self.rows: RowsModel[Candidate] = RowsModel((), identity=attrgetter("account"))
        super().__init__(self.rows, name, parent)
        self.rows.setParent(self)

    def show_rows(self, rows: tuple[Candidate, ...]) -> None:
        """Take new accounts."""
        self._candidates = rows
        self.show_choice(self._choice)

    def show_choice(self, choice: Choice) -> None:
        """Mark the accounts of a choice."""
        self._choice = choice
        columns = self._columns()
        self.show_found(Found.of(columns, self._candidates), columns)

    def _columns(self) -> tuple[Column[Candidate], ...]:
        name, owner = attrgetter("name"), attrgetter("owner")
        lost, saved = self.tr("✕ lost"), self.tr("✓ saved")

        def marked(row: Candidate) -> str:
            return lost if row.account in self._choice.lost else saved if row.account in self._choice.saved else ""

        def tone(row: Candidate) -> Tone:
            return Tone.BAD if row.account in self._choice.lost else Tone.PLAIN

        def standing(row: Candidate) -> str:
            return look_up(STANDINGS, row.standing, self._language)

        def until(row: Candidate) -> str:
            return day(row.on, self._language) if row.on else ""

        def mrr(row: Candidate) -> str:
            return money(row.mrr, self._currency, self._language)

        return (
            Column("account", self.tr("Account"), name, name, Look.NAME, 220),
            Column("mark", self.tr("Taken as"), marked, marked, width=110, tone=tone),
            Column("standing", self.tr("Stands"), standing, standing, width=170),
            Column("on", self.tr("Until"), attrgetter("on"), until, width=110),
            Column("mrr", self.tr("MRR"), attrgetter("mrr"), mrr, Look.NUMBER, 110),
            Column("owner", self.tr("Owner"), owner, owner, width=130),
        )


class ComparedSheet(FigureSheet):
    """Figures as they are, which open, and as they would be."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        def figure(row: Compared) -> str:
            return metric_name(row.now.metric, language, row.now.base)

        def change(row: Compared) -> str:
            return change_text(row.then, row.now, currency, language)

        then = figure_column("then", self.tr("As it would be"), attrgetter("then"), currency, language, width=150)
        columns: list[Column[Any]] = [
            Column("figure", self.tr("Figure"), figure, figure, width=230),
            figure_column("now", self.tr("As it is"), attrgetter("now"), currency, language, width=150),
            replace(then, measure=None),
            Column("change", self.tr("Change"), change, change, Look.NUMBER, 150),
        ]
        super().__init__(columns, name, identity=lambda row: row.now.metric, parent=parent)
