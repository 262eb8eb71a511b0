"""Accounts by outcome and experience: the quadrant, what became of who stood where, and its points as a list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.charts.quadrant import draw_quadrant
from csdesk.charts.records import Standing
from csdesk.metrics.health.quarters import Quarter, quarter_at
from csdesk.metrics.metric_ids import OutlookMetric
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column, weak
from csdesk.ui.widgets.part import Part
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.wording.health import score_text
from csdesk.wording.kinds import QUARTERS
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import NOTHING, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.retention.outlook import Outlook
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.health import HealthRow

_HIGH = 420
_ORDER = (Quarter.NEITHER, Quarter.EXPERIENCE_ALONE, Quarter.OUTCOME_ALONE, Quarter.BOTH)
_WAYS = tuple((metric, attrgetter(metric.name.lower())) for metric in OutlookMetric)


@dataclass(frozen=True, slots=True)
class _Point:
    """An account at its place, with what became of those that stood there; None until that is known."""

    at: Standing
    quarter: Quarter
    outlook: Outlook | None


class QuadrantPart(Part):
    """`opened` carries the account of the point, or the row, that was chosen."""

    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._points: tuple[Standing, ...] = ()
        self._outlooks: Mapping[Quarter | None, Outlook] = {}
        self._now: Mapping[Quarter | None, int] = {}
        self.chart = ChartView(around, self.tr("Chart of outcome and experience"), self)
        self.chart.setFixedHeight(_HIGH)
        self.chart.opened.connect(self._open)
        name = self.tr("What became of accounts within a year, by where they stood")
        self.table = FigureSheet(self._outlook_columns(), name, identity=lambda row: row.stood, parent=self)
        name = self.tr("Accounts by outcome and experience")
        self.list = FigureSheet(self._columns(), name, identity=lambda row: row.at.account, most=13, parent=self)
        self.table.measured.connect(self.frame.explain)
        self.list.opened.connect(lambda row: self.opened.emit(row.at.account))
        for sheet in (self.table, self.list):
            TableCopies(around, sheet)
        self.said = muted("", self)
        right = QVBoxLayout()
        right.addWidget(self.table)
        right.addWidget(muted(self._rule(), self))
        right.addWidget(self.said)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.chart, 1)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.list)

    def show_rows(self, rows: Sequence[HealthRow]) -> None:
        """Show these accounts; of whom one of both is not known is no point."""
        self._points = tuple(
            Standing(row.account, row.name, row.health.outcome, row.health.experience, row.health.band)
            for row in rows
            if row.health.outcome is not None and row.health.experience is not None
        )
        self.chart.show_chart(partial(draw_quadrant, accounts=self._points))
        words = self.tr("Of {n} accounts not both are known: they are not shown.")
        missing = len(rows) - len(self._points)
        self.said.setText(words.format(n=f"{missing:,}") if missing else "")
        self._show_points()
        self.refresh()

    def refresh(self) -> None:
        """Ask what became of accounts before."""
        as_of = self.frame.scope.as_of

        def question(book: Book) -> tuple[Outlook, ...]:
            from csdesk.usecases.health import outlooks_of

            return outlooks_of(book, as_of)

        self.desk.ask(self, question, self.show_outlooks)

    def show_outlooks(self, found: tuple[Outlook, ...]) -> None:
        """Show what the book answered."""
        self._outlooks = {one.stood: one for one in found}
        self._show_points()

    def _show_points(self) -> None:
        counts = Counter(quarter_at(one.outcome, one.experience) for one in self._points)
        self._now = {None: len(self._points)} | {quarter: counts[quarter] for quarter in Quarter}
        self.table.show_rows(self._outlooks.values())
        found = (
            _Point(one, quarter, self._outlooks.get(quarter))
            for one in self._points
            for quarter in [quarter_at(one.outcome, one.experience)]
        )
        ranked = sorted(
            found, key=lambda one: (_ORDER.index(one.quarter), one.at.outcome + one.at.experience, one.at.name)
        )
        self.list.show_rows(ranked)

    def _open(self, spot: Spot) -> None:
        if spot.series:
            self.opened.emit(int(spot.series))

    def _rule(self) -> str:
        return self.tr(
            "Of accounts that stood so at the beginning of one of the last three years: which paid more a year later, "
            "which as much or less, which had left. It is the chance of the year ahead, if it is like those behind. "
            "Shares of fewer than ten account-years are too few to go by."
        )

    def _outlook_columns(self) -> list[Column[Any]]:
        def name(row: Outlook) -> str:
            return QUARTERS[row.stood].say(self.language) if row.stood else self.tr("All")

        def now(row: Outlook) -> int:
            return self._now.get(row.stood, 0)

        return [
            Column("name", self.tr("Stands"), name, name, width=120),
            Column("now", self.tr("Now"), now, lambda row: f"{now(row):,}", Look.NUMBER, 46),
            Column("n", self.tr("Years seen"), lambda row: row.n, lambda row: f"{row.n:,}", Look.NUMBER, 76),
            *(
                figure_column(metric, word, of, self.currency, self.language, width=66)
                for (metric, of), word in zip(_WAYS, self._ways(), strict=True)
            ),
        ]

    def _ways(self) -> tuple[str, str, str]:
        return self.tr("Grow"), self.tr("Stay"), self.tr("Leave")

    def _columns(self) -> list[Column[Any]]:
        def quarter(row: _Point) -> str:
            return QUARTERS[row.quarter].say(self.language)

        def score(key: str, heading: str, of: Callable[[Standing], float]) -> Column[Any]:
            return Column(key, heading, lambda row: of(row.at), lambda row: score_text(of(row.at)), Look.NUMBER, 100)

        return [
            Column("name", self.tr("Account"), lambda row: row.at.name, lambda row: row.at.name, Look.NAME, 220),
            Column("quarter", self.tr("Stands"), quarter, quarter, width=150),
            score("outcome", self.tr("Outcome"), lambda one: one.outcome),
            score("experience", self.tr("Experience"), lambda one: one.experience),
            *(_chance(metric, metric_name(metric, self.language), of) for metric, of in _WAYS),
        ]


def _chance(key: str, heading: str, of: Callable[[Outlook], Measure]) -> Column[Any]:
    """The share of those that stood where the account stands; a dash where they are too few."""

    def known(row: _Point) -> Measure | None:
        measure = of(row.outlook) if row.outlook else None
        return None if measure is None or weak(measure) else measure

    def value(row: _Point) -> float:
        measure = known(row)
        return float(measure.value or 0) if measure else -1.0

    def text(row: _Point) -> str:
        measure = known(row)
        return percent(measure.value, 0) if measure else NOTHING

    return Column(key, heading, value, text, Look.NUMBER, 160)
