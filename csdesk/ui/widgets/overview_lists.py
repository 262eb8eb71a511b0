"""Two lists of the Overview page: eight figures of customer success, and six outcomes by month and by quarter."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.wording.charts import period_name
from csdesk.wording.figures import change_text, note_text
from csdesk.wording.metrics import metric_definition, metric_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.overview import OutcomeRow, OverviewRow

_OUTCOMES = ("month_before", "month", "quarter_before", "quarter")
_FIGURE = 130


class EightSheet(FigureSheet):
    """Each figure with its period, the one before, the change and the trend; `opened` carries the row whose name, and
    with it its definition, is opened."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        columns: list[Column[Any]] = [
            Column("metric", self.tr("Figure"), self._name, self._name, Look.NAME, 220, tip=self._definition),
            figure_column("now", self.tr("Now"), attrgetter("now"), currency, language, width=_FIGURE),
            Column("period", self.tr("Period"), self._period, self._period, width=120),
            figure_column("before", self.tr("Before"), attrgetter("before"), currency, language, width=_FIGURE),
            Column("change", self.tr("Change"), self._change, self._change, Look.NUMBER, 100),
            Column("trend", self.tr("Trend"), attrgetter("trend"), lambda _row: "", Look.SPARK, 110),
            Column("note", self.tr("To read it"), self._note, self._note, width=220),
        ]
        super().__init__(columns, name, identity=lambda row: row.now.metric, most=8, parent=parent)

    def _name(self, row: OverviewRow) -> str:
        return metric_name(row.now.metric, self._language, row.now.base)

    def _definition(self, row: OverviewRow) -> str:
        return metric_definition(row.now.metric, self._language)

    def _period(self, row: OverviewRow) -> str:
        return period_name(row.now.period, self._language) if row.now.period else ""

    def _change(self, row: OverviewRow) -> str:
        return change_text(row.now, row.before, self._currency, self._language)

    def _note(self, row: OverviewRow) -> str:
        return note_text(row.now, self._language)


class OutcomeSheet(FigureSheet):
    """What success amounts to, for the last month and the last quarter that are over, each beside the one before."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        super().__init__(self._columns(()), name, identity=lambda row: row.month.metric, most=6, parent=parent)

    def show_outcomes(self, outcomes: Sequence[OutcomeRow]) -> None:
        """Show the figures under the periods they speak of."""
        self.show_rows(outcomes, self._columns(outcomes))

    def _columns(self, outcomes: Sequence[OutcomeRow]) -> list[Column[Any]]:
        columns: list[Column[Any]] = [Column("metric", self.tr("Outcome"), self._name, self._name, Look.NAME, 220)]
        for key in _OUTCOMES:
            period = getattr(outcomes[0], key).period if outcomes else None
            heading = period_name(period, self._language) if period else ""
            columns.append(figure_column(key, heading, attrgetter(key), self._currency, self._language, width=_FIGURE))
        return columns

    def _name(self, row: OutcomeRow) -> str:
        return metric_name(row.month.metric, self._language, row.month.base)
