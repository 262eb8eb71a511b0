"""Churn and retention by period."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.metrics.measure import Why
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column, weak
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.figures import figure_text, interval_text, note_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.retention import RateRow

_FIGURE, _NEGATIVE = 124, 206
"""The second is room for a net churn below zero and its name."""
_RATES = ("logo_churn", "gross_mrr_churn", "net_mrr_churn", "grr", "nrr")


class RateSheet(FigureSheet):
    """A row a period; figures of one that is not over yet are greyed."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        super().__init__(self._columns(), name, identity=lambda row: row.period, parent=parent)

    def _columns(self) -> list[Column[Any]]:
        headings = (
            self.tr("Logo churn"),
            self.tr("Gross MRR churn"),
            self.tr("Net MRR churn"),
            self.tr("GRR"),
            self.tr("NRR"),
        )
        low, interval = lambda row: row.logo_churn.low, self.tr("95% interval of logo churn")
        first, *others = (self._figure(key, heading) for key, heading in zip(_RATES, headings, strict=True))
        return [
            Column("period", self.tr("Period"), lambda row: row.period.first.ordinal, self._named, Look.TITLE, 200),
            first,
            Column("interval", interval, low, self._interval, Look.NUMBER),
            Column("n", self.tr("Accounts at start"), lambda row: row.logo_churn.n, _count, Look.NUMBER),
            *others,
        ]

    def _figure(self, key: str, heading: str) -> Column[Any]:
        return figure_column(
            key,
            heading,
            attrgetter(key),
            self._currency,
            self._language,
            width=_NEGATIVE if key == "net_mrr_churn" else _FIGURE,
            quiet=partial(_quiet, key=key),
            text=partial(self._written, key=key),
        )

    def _named(self, row: RateRow) -> str:
        name = period_name(row.period, self._language)
        return name if row.complete else f"{name} ({UNFINISHED.say(self._language)})"

    def _written(self, row: RateRow, key: str) -> str:
        measure: Measure = getattr(row, key)
        figure = figure_text(measure, self._currency, self._language)
        flag = note_text(measure, self._language) if measure.why is Why.NEGATIVE_CHURN else ""
        return f"● {flag} {figure}" if flag else figure

    def _interval(self, row: RateRow) -> str:
        return interval_text(row.logo_churn, self._language).partition(" ")[2]


def _count(row: RateRow) -> str:
    return "–" if row.logo_churn.n is None else f"{row.logo_churn.n:,}"


def _quiet(row: RateRow, key: str) -> bool:
    return not row.complete or weak(getattr(row, key))
