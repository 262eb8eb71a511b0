"""Retention: who leaves and what is kept, by period and by the time they began."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from csdesk.charts.lines import draw_logo_churn
from csdesk.charts.records import Point
from csdesk.metrics.retention.cohorts import CohortKind
from csdesk.models.kinds import Kind
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.cohort_grid import CohortGrid
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.leaving_part import LeavingPart
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.rate_sheet import RateSheet
from csdesk.ui.widgets.retention_lists import GroupRateSheet, OutcomeSheet
from csdesk.ui.widgets.survival_part import SurvivalPart
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.wording.kinds import group_name
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.retention.cohorts import Cohort
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.retention import GroupRow, RateRow
    from csdesk.usecases.retention import RetentionPage as Answer

_TILES = 12
_CHART_HEIGHT = 260


class RetentionPage(NumberPage):
    """Tiles, logo churn with its interval, the table of rates, and the triangles of accounts and of MRR."""

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
        self._chart = ChartView(around, self.tr("Chart of logo churn"), self)
        self._chart.setFixedHeight(_CHART_HEIGHT)
        self._chart.opened.connect(self._open_spot)
        self.body.addWidget(self._chart)
        self._build_outcomes()
        self._build_table()
        self._build_groups()
        self.leaving, self.survival = LeavingPart(around, self), SurvivalPart(around, self)
        self.body.addWidget(self.leaving)
        self.body.addWidget(self.survival)
        self._build_cohorts()

    def title(self) -> str:
        return PAGES["retention"].say(self.language)

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.retention import retention_page

            return retention_page(book, scope)

        self.desk.ask(self, question, self.show_answer)
        self.leaving.refresh()
        self.survival.refresh()

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        self.show_scope(answer.scope)
        self.show_empty(empty=not answer.rates)
        if not answer.rates:
            return
        self._tiles.show_tiles(answer.tiles, self.language, self.currency, said=answer.scope.period)
        self._chart.show_chart(partial(draw_logo_churn, points=tuple(map(_point, answer.rates))))
        self._outcomes.show_outcomes(answer.outcomes)
        self._table.show_rows(reversed(answer.rates))
        self._show_groups(answer)
        self._show_triangle()

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
        self._highest = QLabel(self)
        self._highest.setTextFormat(Qt.TextFormat.PlainText)
        self._highest.setWordWrap(True)
        self.body.addWidget(self._highest)
        self._groups = GroupRateSheet(title, self.language, self.currency, self)
        self.add_table(self._groups)

    def _build_table(self) -> None:
        title = self.tr("Rates by period")
        self.section(title, note=self.tr("Click on a figure to see the accounts and contracts behind it."))
        self._table = RateSheet(title, self.language, self.currency, self)
        self.add_table(self._table)

    def _build_cohorts(self) -> None:
        self._kind = Choice(
            ((CohortKind.LOGO, self.tr("Accounts kept")), (CohortKind.REVENUE, self.tr("MRR kept"))),
            self.tr("What the cohorts follow"),
            self,
        )
        self._figures = Choice(
            ((True, self.tr("Percent")), (False, self.tr("Amounts"))), self.tr("Figures in the cohorts"), self
        )
        self._group = Choice([(None, self.tr("All accounts"))], self.tr("Whose cohorts"), self)
        self._group.currentIndexChanged.connect(self._show_triangle)
        self._kind.currentIndexChanged.connect(self._show_triangle)
        self._figures.currentIndexChanged.connect(self._write_figures)
        self.section(
            self.tr("Cohorts by start"),
            self._group,
            self._kind,
            self._figures,
            note=self.tr("Rows began together; columns are periods since. What is not yet known stays empty."),
        )
        self._grid = CohortGrid(self.around, self.tr("Cohorts by start"), self)
        self._grid.opened.connect(self._open_cell)
        self.body.addWidget(self._grid)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_triangle(self) -> None:
        if self._answer is None:
            return
        shown = self._chosen_group() or self._answer
        self._grid.show_triangle(shown.logos if self._kind.key == CohortKind.LOGO else shown.revenue)

    def _show_groups(self, answer: Answer) -> None:
        by, chosen = answer.scope.by, self._group.key
        self._groups.show_groups(by, answer.groups)
        self._highest.setText(self._groups.highest())
        for widget in (self._highest, self._groups):
            widget.setVisible(bool(answer.groups))
        with QSignalBlocker(self._group):
            while self._group.count() > 1:
                self._group.removeItem(1)
            for row in answer.groups:
                self._group.addItem(group_name(by, row.name, self.language), row.name)
            self._group.choose(chosen)
        self._group.setVisible(bool(answer.groups))

    def _chosen_group(self) -> GroupRow | None:
        """The group whose cohorts are shown; None for everybody."""
        groups = self._answer.groups if self._answer else ()
        return next((row for row in groups if row.name == self._group.key), None)

    def _open_rules(self) -> None:
        from csdesk.ui.dialogs.counting import Counting

        Counting(self.around, self).open()

    def _write_figures(self) -> None:
        self._grid.write_shares(shares=bool(self._figures.key))

    def _open_cell(self, place: tuple[CohortKind, Cohort, int]) -> None:
        kind, cohort, age = place
        scope, row = self.frame.scope, self._chosen_group()
        by, group = (scope.by, row.name) if row else ("", "")

        def question(book: Book) -> Measure:
            from csdesk.usecases.retention import cohort_measure

            return cohort_measure(book, scope, kind, cohort.start, age, opening=cohort.opening, by=by, group=group)

        self.desk.ask(self, question, self.frame.explain, about="cell")

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is not None:
            self.frame.explain(self._answer.rates[spot.index].logo_churn)


def _point(row: RateRow) -> Point:
    rate = row.logo_churn
    return Point(row.period, rate.value, rate.low, rate.high, rate.n, row.complete)
