"""Revenue: MRR and its movements, every figure of which opens, and the contract lines that need a look."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from csdesk.charts.lines import draw_mrr
from csdesk.charts.movements import draw_movements
from csdesk.charts.records import MovementBar, Point
from csdesk.charts.style import MOVEMENT_COLOURS
from csdesk.metrics.rules import Rules
from csdesk.models.kinds import Kind
from csdesk.ui.dialogs.counting import Counting
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.bridge_part import BridgePart
from csdesk.ui.widgets.doubts_part import DoubtsPart
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.kinds_part import MovementsPart, RenewalsPart
from csdesk.ui.widgets.marked_chart import MarkedChart
from csdesk.ui.widgets.move_sheet import MoveSheet
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.part import Part
from csdesk.ui.widgets.revenue_lists import SplitSheet, moved_column, of_currencies
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.movements import MOVEMENTS

if TYPE_CHECKING:
    from csdesk.charts.records import Spot
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.revenue import MovementRow
    from csdesk.usecases.revenue import RevenuePage as Answer

_DEPENDS = frozenset(
    {Kind.ACCOUNT, Kind.CONTRACT, Kind.PRODUCT, Kind.COST, Kind.SETTING, Kind.DEAL, Kind.EXCHANGE_RATE, Kind.INVOICE,
     Kind.TARGET}
)  # fmt: skip
_TILES = 8
_CHART_HEIGHT = 280
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
        self.bridge, self.doubts = BridgePart(around, self), DoubtsPart(around, self)
        self.doubts.bridged.connect(self._bridge_gaps)
        self.bridge.looked_ahead.connect(self._look_ahead)
        for part in (self._kinds, self.bridge, self._renewals):
            self.body.addWidget(part)
        self._build_split()
        self.body.addWidget(self.doubts)

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
        self._show_moves(answer)
        self.bridge.show_bridge(answer)
        self._show_split(answer)
        self.doubts.show_doubts(answer)

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "revenue",
            self.tr("No contract has begun by this day"),
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
            Column("period", self.tr("Period"), lambda row: row.period.first.ordinal, self._named, Look.TITLE, 200)
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

    def _build_split(self) -> None:
        title = self.tr("MRR and its movements by group")
        self._by_group = Part(self.around, self)
        self._by_group.section(title, note=self.tr("By what the figures are split by, at the top of the page."))
        self._groups = SplitSheet(title, self.language, self.currency, self)
        self._by_group.add_table(self._groups)
        self.body.addWidget(self._by_group)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_moves(self, answer: Answer) -> None:
        self._moves.show_grouped(answer.moves, answer.belonging)
        self._moves.setVisible(bool(answer.moves))
        period = period_name(answer.scope.period, self.language)
        said = self.tr("Movements by account, {period}") if answer.moves else self.tr("No movements, {period}")
        self._moves_heading.setText(said.format(period=period))

    def _open_rules(self) -> None:
        Counting(self.around, self).open()

    def _bridge_gaps(self, days: int) -> None:
        """Offer to count gaps of so many days in the other way, with what it would change."""
        Counting(self.around, self, replace(self._rules, gap_days=days)).open()

    def _look_ahead(self, days: int) -> None:
        """Offer to let CMRR look so far ahead, with what it would change."""
        Counting(self.around, self, replace(self._rules, cmrr_days=days)).open()

    @property
    def _rules(self) -> Rules:
        return Rules.parse(self.frame.settings.rules)

    def _show_split(self, answer: Answer) -> None:
        self._groups.show_split(answer.scope.by, answer.groups)
        self._by_group.setVisible(bool(answer.groups))

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is not None:
            self.frame.explain(getattr(self._answer.movements[spot.index], _SERIES.get(spot.series, spot.series)))

    def _named(self, row: MovementRow) -> str:
        name = period_name(row.period, self.language)
        return name if row.complete else f"{name} ({UNFINISHED.say(self.language)})"


def _bar(row: MovementRow) -> MovementBar:
    amounts = {key: getattr(row, key).value or 0 for key in MOVEMENT_COLOURS}
    fx = None if row.fx is None else row.fx.value or 0
    return MovementBar(row.period, **amounts, complete=row.complete, fx=fx)


def _point(row: MovementRow) -> Point:
    return Point(row.period, row.end.value, complete=row.complete)
