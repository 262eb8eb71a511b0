"""Who leaves and why: churn by length of time, by kind, by reason, and what stays by group."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.charts.reasons import draw_reasons
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.part import Part
from csdesk.wording.charts import period_name
from csdesk.wording.few import smallest_text
from csdesk.wording.figures import amount_text, interval_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import comparison_text, metric_name
from csdesk.wording.movements import REASONS
from csdesk.wording.speech import look_up

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.churn import Leaving, ReasonRow, StayRow

_FIGURE = 124
_BARS, _BAR = 76, 30
"""Height of the chart of reasons without bars, and of each bar."""


class LeavingPart(Part):
    """Four tables and the chart of reasons; every figure opens."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._by = ""
        self._answer: Leaving | None = None
        self._build_lengths()
        self._build_kinds()
        self._build_reasons()
        self._build_groups()

    def refresh(self) -> None:
        """Ask again."""
        scope = self.frame.scope

        def question(book: Book) -> Leaving:
            from csdesk.usecases.churn import leaving

            return leaving(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Leaving) -> None:
        """Show what the book answered."""
        self._answer, self._by = answer, answer.by
        self.lengths.show_rows(answer.lengths)
        self.kinds.show_rows(answer.kinds)
        self.reasons.show_rows(answer.reasons, self._reason_columns(answer))
        measures = tuple((row.year_accounts, row.year_mrr) for row in answer.reasons)
        self._nobody.setText(self.tr("Nobody left, {period}").format(period=period_name(answer.year, self.language)))
        self._nobody.setVisible(not measures)
        for part in (self.chart, self.reasons):
            part.setVisible(bool(measures))
        self.chart.setFixedHeight(_BARS + _BAR * max(3, len(measures)))
        self.chart.show_chart(partial(draw_reasons, year=answer.year, reasons=measures))
        self.groups.show_rows(answer.groups)
        for widget in (self.groups, self._stays):
            widget.setVisible(bool(answer.groups))

    # -- building --------------------------------------------------------------------------------------------------

    def _figures(self, *named: tuple[str, str]) -> list[Column[Any]]:
        return [
            figure_column(key, heading, attrgetter(key), self.currency, self.language, width=_FIGURE)
            for key, heading in named
        ]

    def _interval(self, key: str, of: Callable[[Any], Measure]) -> Column[Any]:
        def text(row: Any) -> str:  # noqa: ANN401 - rows of any kind
            return interval_text(of(row), self.language).partition(" ")[2]

        return Column(key, self.tr("95% interval"), lambda row: of(row).low, text, Look.NUMBER, _FIGURE)

    def _build_lengths(self) -> None:
        title = self.tr("Logo churn by month, quarter and year")
        self.section(
            title,
            note=self.tr(
                "The last of each that is over. Lengths convert by compounding only; weeks say nothing of logos."
            ),
        )
        columns = self._figures(
            ("churn", self.tr("Logo churn")),
            ("annualised", self.tr("Annualised")),
            ("start_and_new", self.tr("Start + new")),
            ("renewal", self.tr("Of renewals due")),
            ("first_renewal", self.tr("Of first renewals")),
        )
        period: Column[Any] = Column(
            "period",
            self.tr("Period"),
            lambda row: row.period.kind.months,
            lambda row: period_name(row.period, self.language),
            Look.TITLE,
            170,
        )
        base: Column[Any] = Column("n", self.tr("Accounts at start"), _n, lambda row: _count(_n(row)), Look.NUMBER, 130)
        columns = [period, columns[0], self._interval("interval", attrgetter("churn")), base, *columns[1:]]
        self.lengths = FigureSheet(columns, title, identity=lambda row: row.period.kind, parent=self)
        self.add_table(self.lengths)

    def _build_kinds(self) -> None:
        title = self.tr("Which churn hurts")
        note = self.tr(
            "All accounts. Avoidable: not for a reason nobody could have helped. Regrettable: of good fit. Silent: no "
            "reason known; the aim is 0."
        )
        self.section(title, note=note)
        name: Column[Any] = Column("kind", self.tr("Churn"), self._kind, self._kind, Look.NAME, 220)
        accounts, mrr = self._figures(("accounts", self.tr("By accounts")), ("mrr", self.tr("By MRR")))
        columns = [name, accounts, self._interval("interval", attrgetter("accounts")), mrr]
        self.kinds = FigureSheet(columns, title, identity=lambda row: row.accounts.metric, parent=self)
        self.kinds.opened.connect(lambda row: self.frame.define(row.accounts.metric))
        self.add_table(self.kinds)

    def _build_reasons(self) -> None:
        title = self.tr("Why they left")
        note = self.tr("All accounts, by family of reasons; each figure opens the accounts. Unknown: the aim is 0.")
        self.section(title, note=note)
        self._nobody = self.add_said("muted")
        self.chart = ChartView(self.around, title, self)
        self.chart.opened.connect(self._open_spot)
        self.body.addWidget(self.chart)
        self.reasons = FigureSheet([], title, identity=lambda row: row.family, parent=self)
        self.add_table(self.reasons)

    def _reason_columns(self, answer: Leaving) -> list[Column[Any]]:
        columns: list[Column[Any]] = [Column("family", self.tr("Reason"), self._reason, self._reason, Look.TITLE, 220)]
        periods = {answer.year: "year_", answer.period: ""}
        for period, prefix in sorted(periods.items(), key=lambda item: item[0].kind.months):
            name = period_name(period, self.language)
            columns += [
                self._part_column(f"{prefix}accounts", self.tr("Left, {period}").format(period=name)),
                self._part_column(f"{prefix}mrr", self.tr("MRR, {period}").format(period=name)),
            ]
        share = self.tr("Share of accounts")
        shares = figure_column("share", share, attrgetter("year_accounts"), self.currency, self.language, width=_FIGURE)
        return [*columns, shares, self._interval("interval", attrgetter("year_accounts"))]

    def _part_column(self, key: str, heading: str) -> Column[Any]:
        """How many, or how much MRR, of those that left."""
        of: Callable[[ReasonRow], Measure] = attrgetter(key)
        unit = "money" if key.endswith("mrr") else "count"

        def text(row: ReasonRow) -> str:
            return amount_text(of(row).part or 0, unit, self.currency, self.language)

        return Column(key, heading, lambda row: of(row).part, text, Look.NUMBER, 200, measure=of)

    def _build_groups(self) -> None:
        title = self.tr("Renewals, upsell and growth by group")
        note = self.tr(
            "First renewals count only those that came due: whose sales last. Longer periods hold more of them."
        )
        self._stays = self.add_heading(title, note)
        renewal, first, upsell, growth = self._figures(
            ("renewal", self.tr("Renewal rate")),
            ("first_renewal", self.tr("First-renewal rate")),
            ("upsell", self.tr("Upsell rate")),
            ("growth", self.tr("MRR growth")),
        )
        columns: list[Column[Any]] = [
            Column("group", self.tr("Group"), lambda row: row.name, self._group, Look.TITLE, 180),
            first,
            self._interval("interval", attrgetter("first_renewal")),
            Column("n", self.tr("First renewals due"), _due, lambda row: _count(_due(row)), Look.NUMBER, 130),
            Column("against", self.tr("Against all others"), _difference, self._against, width=250, tip=self._smallest),
            renewal,
            upsell,
            growth,
        ]
        self.groups = FigureSheet(columns, title, identity=lambda row: row.name, parent=self)
        self.add_table(self.groups)

    # -- words -----------------------------------------------------------------------------------------------------

    def _kind(self, row: Any) -> str:  # noqa: ANN401
        return metric_name(row.accounts.metric, self.language)

    def _reason(self, row: ReasonRow) -> str:
        return look_up(REASONS, row.family, self.language)

    def _group(self, row: StayRow) -> str:
        return group_name(self._by, row.name, self.language)

    def _against(self, row: StayRow) -> str:
        against = row.against
        return comparison_text(against.verdict, against.low, against.high, self.language) if against else ""

    def _smallest(self, row: StayRow) -> str:
        return smallest_text(row.against, self.language) if row.against else ""

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is not None:
            self.frame.explain(self._answer.reasons[spot.index].year_accounts)


def _n(row: Any) -> int | None:  # noqa: ANN401
    n: int | None = row.churn.n
    return n


def _due(row: StayRow) -> int | None:
    return row.first_renewal.n


def _count(n: int | None) -> str:
    return "–" if n is None else f"{n:,}"


def _difference(row: StayRow) -> object:
    return row.against.difference if row.against else None
