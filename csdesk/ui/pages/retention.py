"""Retention: who leaves and what is kept, by period."""

from __future__ import annotations

from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QPushButton

from csdesk.charts.lines import draw_logo_churn
from csdesk.charts.records import Point
from csdesk.metrics.measure import Why
from csdesk.models.kinds import Kind
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column, weak
from csdesk.ui.widgets.marked_chart import MarkedChart
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.retention_lists import GroupRateSheet, OutcomeSheet
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.figures import figure_text, interval_text, note_text
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.retention import RateRow
    from csdesk.usecases.retention import RetentionPage as Answer

_TILES = 12
_FIGURE_WIDTH, _NEGATIVE_WIDTH = 124, 190
"""The second is room for a net churn below zero and its name."""
_CHART_HEIGHT = 260
_RATES = ("logo_churn", "gross_mrr_churn", "net_mrr_churn", "grr", "nrr")


class RetentionPage(NumberPage):
    """Tiles, logo churn with its interval, and the table of rates."""

    name: ClassVar[str] = "retention"
    depends: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ACCOUNT, Kind.PERSON, Kind.CONTRACT, Kind.PRODUCT, Kind.ANSWER, Kind.SETTING}
    )

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self.add_split()
        count = QPushButton(self.tr("How it is counted"), self)
        count.clicked.connect(self._open_rules)
        self.tools.addWidget(count)
        self._tiles = TileRow(_TILES, self)
        self._tiles.opened.connect(self.frame.explain)
        self.body.addWidget(self._tiles)
        self._chart = MarkedChart(around, self.tr("Chart of logo churn"), self)
        self._chart.setFixedHeight(_CHART_HEIGHT)
        self._chart.opened.connect(self._open_spot)
        self.body.addWidget(self._chart)
        self._build_outcomes()
        self._build_table()
        self._build_groups()

    def title(self) -> str:
        return PAGES["retention"].say(self.language)

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.retention import retention_page

            return retention_page(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        self.show_scope(answer.scope)
        self.show_empty(empty=not answer.rates)
        if not answer.rates:
            return
        self._tiles.show_tiles(answer.tiles, self.language, self.currency, said=answer.scope.period)
        drawn = partial(draw_logo_churn, points=tuple(map(_point, answer.rates)))
        self._chart.show_over(drawn, [row.period for row in answer.rates])
        self._outcomes.show_outcomes(answer.outcomes)
        self._table.show_rows(reversed(answer.rates))
        self._groups.show_groups(answer.scope.by, answer.groups)
        self._groups.setVisible(bool(answer.groups))

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "retention",
            self.tr("Nothing to keep yet"),
            self.tr(
                "Churn, retention and cohorts need to know when each customer began and, if so, when it left. A simple "
                "sheet of customers by month is enough."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build_outcomes(self) -> None:
        title = self.tr("Outcomes")
        self.section(
            title, note=self.tr("The last month and the last quarter that are over, each beside the one before.")
        )
        self._outcomes = OutcomeSheet(title, self.language, self.currency, self)
        self.add_table(self._outcomes)

    def _build_groups(self) -> None:
        title = self.tr("Rates by group")
        note = self.tr(
            "By what is chosen at the top of the page; compared by the interval of the difference, never by eye."
        )
        self.section(title, note=note)
        self._groups = GroupRateSheet(title, self.language, self.currency, self)
        self.add_table(self._groups)

    def _build_table(self) -> None:
        headings = (
            self.tr("Logo churn"),
            self.tr("Gross MRR churn"),
            self.tr("Net MRR churn"),
            self.tr("GRR"),
            self.tr("NRR"),
        )
        columns: list[Column[Any]] = [
            Column("period", self.tr("Period"), lambda row: row.period.first.ordinal, self._named, width=200)
        ]
        columns += [
            figure_column(
                key,
                heading,
                attrgetter(key),
                self.currency,
                self.language,
                width=_NEGATIVE_WIDTH if key == "net_mrr_churn" else _FIGURE_WIDTH,
                quiet=partial(_quiet, key=key),
                text=partial(self._written, key=key),
            )
            for key, heading in zip(_RATES, headings, strict=True)
        ]
        low, heading = lambda row: row.logo_churn.low, self.tr("95% interval of logo churn")
        interval: Column[Any] = Column("interval", heading, low, self._interval, Look.NUMBER)
        accounts: Column[Any] = Column(
            "n", self.tr("Accounts at start"), lambda row: row.logo_churn.n, _count, Look.NUMBER
        )
        columns[2:2] = [interval, accounts]
        hint = self.tr("Click on a figure to see the accounts and contracts behind it.")
        self.section(self.tr("Rates by period"), note=hint)
        self._table = FigureSheet(columns, self.tr("Rates by period"), identity=lambda row: row.period, parent=self)
        self.add_table(self._table)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _open_rules(self) -> None:
        from csdesk.ui.dialogs.counting import Counting

        Counting(self.around, self).open()

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is not None:
            self.frame.explain(self._answer.rates[spot.index].logo_churn)

    def _named(self, row: RateRow) -> str:
        name = period_name(row.period, self.language)
        return name if row.complete else f"{name} ({UNFINISHED.say(self.language)})"

    def _written(self, row: RateRow, key: str) -> str:
        measure: Measure = getattr(row, key)
        figure = figure_text(measure, self.currency, self.language)
        flag = note_text(measure, self.language) if measure.why is Why.NEGATIVE_CHURN else ""
        return f"● {flag} {figure}" if flag else figure

    def _interval(self, row: RateRow) -> str:
        return interval_text(row.logo_churn, self.language).partition(" ")[2]


def _count(row: RateRow) -> str:
    return "–" if row.logo_churn.n is None else f"{row.logo_churn.n:,}"


def _quiet(row: RateRow, key: str) -> bool:
    return not row.complete or weak(getattr(row, key))


def _point(row: RateRow) -> Point:
    rate = row.logo_churn
    return Point(row.period, rate.value, rate.low, rate.high, rate.n, row.complete)
