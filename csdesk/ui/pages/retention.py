"""Retention: who leaves and what is kept, by period."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from csdesk.charts.lines import draw_logo_churn
from csdesk.charts.records import Point
from csdesk.models.kinds import Kind
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.group_pair import GroupPair
from csdesk.ui.widgets.leaving_part import LeavingPart
from csdesk.ui.widgets.marked_chart import MarkedChart
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.rate_sheet import RateSheet
from csdesk.ui.widgets.retention_lists import GroupRateSheet
from csdesk.ui.widgets.survival_part import SurvivalPart
from csdesk.ui.widgets.tile_row import TileRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.charts.records import Spot
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.retention import RateRow
    from csdesk.usecases.retention import RetentionPage as Answer

_TILES = 10
_CHART_HEIGHT = 260


class RetentionPage(NumberPage):
    """Tiles, logo churn with its interval, and the table of rates."""

    name: ClassVar[str] = "retention"
    depends: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ACCOUNT, Kind.PERSON, Kind.CONTRACT, Kind.PRODUCT, Kind.SETTING, Kind.EXCHANGE_RATE, Kind.TARGET}
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
        self._build_table()
        self._build_groups()
        self.leaving, self.survival = LeavingPart(around, self), SurvivalPart(around, self)
        self.body.addWidget(self.leaving)
        self.body.addWidget(self.survival)

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
        drawn = partial(draw_logo_churn, points=tuple(map(_point, answer.rates)))
        self._chart.show_over(drawn, [row.period for row in answer.rates])
        self._table.show_rows(reversed(answer.rates))
        self._show_groups(answer)

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

    def _build_groups(self) -> None:
        title = self.tr("Rates by group")
        note = self.tr(
            "By what is chosen at the top of the page; compared by the interval of the difference, never by eye."
        )
        self._by_group = self.add_heading(title, note)
        self._highest = QLabel(self)
        self._highest.setTextFormat(Qt.TextFormat.PlainText)
        self._highest.setWordWrap(True)
        self.body.addWidget(self._highest)
        self._groups = GroupRateSheet(title, self.language, self.currency, self)
        self.add_table(self._groups)
        self._pair = GroupPair(self.language, self)
        self.body.addWidget(self._pair)

    def _build_table(self) -> None:
        title = self.tr("Rates by period")
        self.section(title, note=self.tr("Click on a figure to see the accounts and contracts behind it."))
        self._table = RateSheet(title, self.language, self.currency, self)
        self.add_table(self._table)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_groups(self, answer: Answer) -> None:
        self._groups.show_groups(answer.scope.by, answer.groups)
        self._pair.show_groups(answer.scope.by, answer.groups)
        self._highest.setText(self._groups.highest())
        for widget in (self._by_group, self._highest, self._groups):
            widget.setVisible(bool(answer.groups))

    def _open_rules(self) -> None:
        from csdesk.ui.dialogs.counting import Counting

        Counting(self.around, self).open()

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is not None:
            self.frame.explain(self._answer.rates[spot.index].logo_churn)


def _point(row: RateRow) -> Point:
    rate = row.logo_churn
    return Point(row.period, rate.value, rate.low, rate.high, rate.n, row.complete)
