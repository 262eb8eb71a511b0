"""Revenue: MRR and its movements, every figure of which opens, and the contract lines that need a look."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from csdesk.charts.bridge import draw_bridge
from csdesk.charts.lines import draw_mrr
from csdesk.charts.movements import draw_movements
from csdesk.charts.records import BridgeStep, MovementBar, Point
from csdesk.charts.style import MOVEMENT_COLOURS
from csdesk.metrics.engine.segments import CLERICAL_DAYS
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.revenue.doubts import DoubtKind
from csdesk.metrics.rules import Rules
from csdesk.models.kinds import Kind
from csdesk.ui.dialogs.counting import Counting
from csdesk.ui.rows import Column
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.horizon import HorizonChoice
from csdesk.ui.widgets.kinds_part import MovementsPart, RenewalsPart
from csdesk.ui.widgets.marked_chart import MarkedChart
from csdesk.ui.widgets.move_sheet import BridgeItemSheet, MoveSheet
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.revenue_lists import BridgeSheet, DoubtSheet, SplitSheet, moved_column, of_currencies
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.usecases.revenue import look_ahead
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.movements import MOVEMENTS
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.revenue import MovementRow
    from csdesk.usecases.revenue import RevenuePage as Answer

_DEPENDS = frozenset(
    {Kind.ACCOUNT, Kind.CONTRACT, Kind.PRODUCT, Kind.COST, Kind.SETTING, Kind.DEAL, Kind.EXCHANGE_RATE}
)
_TILES = 8
_CHART_HEIGHT, _BRIDGE_HEIGHT = 280, 220
_FIGURE_WIDTH = 124
_SERIES = {"mrr": "end"}
"""Series of the charts that go by another name than their figure."""
_MOVES = ("start", "new", "reactivation", "expansion", "contraction", "churn", "fx", "end")


class RevenuePage(NumberPage):
    """Tiles, movements and MRR as charts and table, the split by a dimension, and the list of doubts."""

    name: ClassVar[str] = "revenue"
    depends: ClassVar[frozenset[Kind]] = _DEPENDS

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._answer: Answer | None = None
        self.add_split()
        count = QPushButton(self.tr("How it is counted"), self)
        count.clicked.connect(self._open_rules)
        self.tools.addWidget(count)
        self._build_figures()
        self._build_table()
        self._build_moves()
        self._kinds, self._renewals = MovementsPart(around, self), RenewalsPart(around, self)
        self.body.addWidget(self._kinds)
        self._build_bridge()
        self.body.addWidget(self._renewals)
        self._build_split()
        self._build_doubts()

    def title(self) -> str:
        return PAGES["revenue"].say(self.language)

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.revenue import revenue_page

            return revenue_page(book, scope)

        self.desk.ask(self, question, self.show_answer)
        self._kinds.refresh()
        self._renewals.refresh()

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        self.show_scope(answer.scope)
        self.show_empty(empty=not answer.movements)
        if not answer.movements:
            return
        self._tiles.show_tiles(answer.tiles, self.language, self.currency, said=answer.scope.period)
        periods = [row.period for row in answer.movements]
        self._movements.show_over(partial(draw_movements, bars=tuple(map(_bar, answer.movements))), periods)
        self._mrr.show_over(partial(draw_mrr, points=tuple(map(_point, answer.movements))), periods)
        rows = tuple(reversed(answer.movements))
        self._table.show_rows(rows, of_currencies(self._columns, rows))
        for show in (self._show_moves, self._show_bridge, self._show_split, self._show_doubts):
            show(answer)

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "revenue",
            self.tr("No contracts yet"),
            self.tr(
                "Drop the spreadsheet in which you keep customers, amounts and dates: MRR, ARR and every movement "
                "follow from it, each down to the row it comes from."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build_figures(self) -> None:
        self._tiles = TileRow(_TILES, self)
        self._tiles.opened.connect(self.frame.explain)
        self._movements = MarkedChart(self.around, self.tr("Chart of MRR movements"), self)
        self._mrr = MarkedChart(self.around, self.tr("Chart of MRR"), self)
        row = QHBoxLayout()
        row.setSpacing(12)
        for chart, share in ((self._movements, 3), (self._mrr, 2)):
            chart.setFixedHeight(_CHART_HEIGHT)
            chart.opened.connect(self._open_spot)
            row.addWidget(chart, share)
        self.body.addWidget(self._tiles)
        self.body.addLayout(row)

    def _build_table(self) -> None:
        moves = (words.say(self.language) for words in MOVEMENTS.values())
        headings = (self.tr("MRR at start"), *moves, self.tr("MRR at end"))
        columns: list[Column[Any]] = [
            Column("period", self.tr("Period"), lambda row: row.period.first.ordinal, self._named, width=200)
        ]
        self._columns = columns + [
            moved_column(key, heading, attrgetter(key), self.currency, self.language, _FIGURE_WIDTH)
            for key, heading in zip(_MOVES, headings, strict=True)
        ]
        self.section(
            self.tr("Movements by period"),
            note=self.tr("Click on a figure to see the accounts and contracts behind it."),
        )
        self._table = FigureSheet((), self.tr("Movements by period"), identity=lambda row: row.period, parent=self)
        self.add_table(self._table)

    def _build_moves(self) -> None:
        self._moves_heading = self.section("")
        self._moves = MoveSheet(self.language, self.currency, self)
        self._moves.opened.connect(lambda move: self.frame.open_account(move.moved.account))
        self.add_table(self._moves)

    def _build_bridge(self) -> None:
        title = self.tr("From MRR to CMRR")
        self._horizon = HorizonChoice(title, self)
        self._horizon.activated.connect(self._look_ahead)
        note = self.tr("What is signed, and what is known to end, within the horizon.")
        self.section(title, self._horizon, note=note)
        self._waterfall = ChartView(self.around, self.tr("Chart from MRR to CMRR"), self)
        self._waterfall.setFixedHeight(_BRIDGE_HEIGHT)
        self._waterfall.opened.connect(self._open_step)
        self.body.addWidget(self._waterfall)
        self._bridge = BridgeSheet(title, self.language, self.currency, self)
        self._items = BridgeItemSheet(self.language, self.currency, self)
        self._items.opened.connect(lambda item: self.frame.open_account(item.account))
        self.add_table(self._bridge)
        self.add_table(self._items)

    def _build_split(self) -> None:
        title = self.tr("MRR and its movements by group")
        self.section(title, note=self.tr("By what the figures are split by, at the top of the page."))
        self._groups = SplitSheet(title, self.language, self.currency, self)
        self.add_table(self._groups)

    def _build_doubts(self) -> None:
        self._gaps = QPushButton(self)
        self._gaps.clicked.connect(self._bridge_gaps)
        self._doubts_heading = self.section("", self._gaps)
        self._doubts = DoubtSheet(self.language, self.currency, self)
        self._doubts.opened.connect(lambda doubt: self.frame.open_account(doubt.account))
        self.add_table(self._doubts)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_moves(self, answer: Answer) -> None:
        self._moves.show_rows(answer.moves)
        self._moves.setVisible(bool(answer.moves))
        period = period_name(answer.scope.period, self.language)
        said = self.tr("Movements by account, {period}") if answer.moves else self.tr("No movements, {period}")
        self._moves_heading.setText(said.format(period=period))

    def _show_bridge(self, answer: Answer) -> None:
        self._waterfall.show_chart(partial(draw_bridge, steps=tuple(map(_step, answer.bridge))))
        self._bridge.show_bridge(answer.bridge)
        self._items.show_rows(answer.named)
        self._items.setVisible(bool(answer.named))
        self._horizon.choose(answer.cmrr_days)

    def _look_ahead(self) -> None:
        days = self._horizon.days
        self.desk.do(self, lambda book: look_ahead(book, days), refused=self.frame.complain)

    def _open_rules(self) -> None:
        Counting(self.around, self).open()

    def _bridge_gaps(self) -> None:
        """Offer the other way of counting short gaps, with what it would change."""
        rules = Rules.parse(self.frame.settings.rules)
        Counting(self.around, self, replace(rules, gap_days=0 if rules.gap_days else CLERICAL_DAYS)).open()

    def _show_split(self, answer: Answer) -> None:
        self._groups.show_split(answer.scope.by, answer.groups)
        self._groups.setVisible(bool(answer.groups))

    def _show_doubts(self, answer: Answer) -> None:
        self._doubts.show_rows(answer.doubts)
        self._doubts.setVisible(bool(answer.doubts))
        said = self.tr("To look at ({n})") if answer.doubts else self.tr("Nothing to look at: no gaps, no overlaps")
        self._doubts_heading.setText(said.format(n=len(answer.doubts)))
        gaps = any(doubt.why is DoubtKind.GAP for doubt in answer.doubts)
        self._gaps.setVisible(gaps or bool(answer.bridged_days))
        self._gaps.setText(
            self.tr("Count short gaps as churn again") if answer.bridged_days else self.tr("Bridge short gaps")
        )
        self._gaps.setToolTip(
            self.tr("Holes of up to 31 days between two contracts are likely slips of the pen, not churn and return.")
        )

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is not None:
            self.frame.explain(getattr(self._answer.movements[spot.index], _SERIES.get(spot.series, spot.series)))

    def _open_step(self, spot: Spot) -> None:
        if self._answer is not None:
            self.frame.explain(self._answer.bridge[spot.index])

    def _named(self, row: MovementRow) -> str:
        name = period_name(row.period, self.language)
        return name if row.complete else f"{name} ({UNFINISHED.say(self.language)})"


def _bar(row: MovementRow) -> MovementBar:
    amounts = {key: getattr(row, key).value or 0 for key in MOVEMENT_COLOURS}
    fx = None if row.fx is None else row.fx.value or 0
    return MovementBar(row.period, **amounts, complete=row.complete, fx=fx)


def _point(row: MovementRow) -> Point:
    return Point(row.period, row.end.value, complete=row.complete)


def _step(measure: Measure) -> BridgeStep:
    amount = measure.value or 0
    lost = measure.metric in {MetricId.CMRR_WITHDRAWALS, MetricId.CMRR_DOWNGRADES}
    return BridgeStep(measure.metric, -amount if lost else amount, measure.metric in {MetricId.MRR, MetricId.CMRR})
