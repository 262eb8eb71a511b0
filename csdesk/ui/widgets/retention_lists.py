"""A list of the Retention page: groups against all others."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.wording.few import all_few_text, highest_text, smallest_text
from csdesk.wording.figures import interval_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import comparison_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.retention import GroupRow

_RATES = ("logo_churn", "grr", "nrr")
_HIGHER = "higher"


class GroupRateSheet(FigureSheet):
    """The rates of each group of a dimension, and whether its logo churn differs from that of all others."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._by = language, ""
        self._shown: Sequence[GroupRow] = ()
        headings = dict(zip(_RATES, (self.tr("Logo churn"), self.tr("GRR"), self.tr("NRR")), strict=True))
        figures = [
            figure_column(key, heading, attrgetter(key), currency, language, width=110)
            for key, heading in headings.items()
        ]
        columns: list[Column[Any]] = [
            Column("group", self.tr("Group"), lambda row: row.name, self._name, Look.TITLE, 180),
            figures[0],
            Column("interval", self.tr("95% interval"), _low, self._interval, Look.NUMBER, 130),
            Column("n", self.tr("Accounts at start"), lambda row: row.logo_churn.n, _count, Look.NUMBER, 120),
            Column("against", self.tr("Against all others"), _difference, self._against, width=250, tip=self._smallest),
            *figures[1:],
        ]
        super().__init__(columns, name, identity=lambda row: row.name, parent=parent)

    def show_groups(self, by: str, groups: Sequence[GroupRow]) -> None:
        """Show the groups of a dimension."""
        self._by, self._shown = by, groups
        self.show_rows(groups)

    def highest(self) -> str:
        """Whose churn is the highest, with what it rests on; '' where groups share accounts and nothing is compared."""
        compared = [(row, row.against) for row in self._shown if row.against is not None]
        told = [(row, against) for row, against in compared if not row.logo_churn.too_few]
        if not told:
            return all_few_text(self._language) if compared else ""
        apart = next((row for row, against in told if against.verdict == _HIGHER), None)
        row = apart or told[0][0]
        return highest_text(self._name(row), row.logo_churn, self._language, stands_out=apart is not None)

    def _name(self, row: GroupRow) -> str:
        return group_name(self._by, row.name, self._language)

    def _smallest(self, row: GroupRow) -> str:
        return smallest_text(row.against, self._language) if row.against else ""

    def _interval(self, row: GroupRow) -> str:
        return interval_text(row.logo_churn, self._language).partition(" ")[2]

    def _against(self, row: GroupRow) -> str:
        against = row.against
        return comparison_text(against.verdict, against.low, against.high, self._language) if against else ""


def _low(row: GroupRow) -> object:
    return row.logo_churn.low


def _count(row: GroupRow) -> str:
    return "–" if row.logo_churn.n is None else f"{row.logo_churn.n:,}"


def _difference(row: GroupRow) -> object:
    return row.against.difference if row.against else None
