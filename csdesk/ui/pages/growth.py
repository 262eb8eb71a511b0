"""Unit economics: what a customer is worth against what it costs to win, keep and serve one; what if more stayed."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from csdesk.models.kinds import CostPurpose, Kind
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.costs_part import CostsPart
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.kept_part import KeptPart
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.retention_what_if import RetentionWhatIf
from csdesk.ui.widgets.serving_part import ServingPart
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.ui.widgets.trend_part import TrendPart
from csdesk.ui.widgets.worth_lists import BalanceSheet, FormSheet
from csdesk.wording.charts import period_name
from csdesk.wording.figures import holds_text, note_text
from csdesk.wording.growth import rules_text
from csdesk.wording.kinds import group_name
from csdesk.wording.speech import NOTHING, day, money

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.growth import GrowthPage as Answer
    from csdesk.usecases.growth import WorthRow

_TILES = 8
_FIGURE_WIDTH = 112
_TRENDS = {"ltv": "ltv", "cac": "cac", "ltv_to_cac": "ratio"}
"""Metrics that the chart can show, and where a row has them."""
_OF_COSTS = {"no_costs": CostPurpose.ACQUISITION, "no_retention_costs": CostPurpose.RETENTION}
_OF_SERVING, _OF_RULES = frozenset({"no_touch_cost", "part_of_costs"}), frozenset({"no_purchases", "no_years"})
"""Why there is no figure, or a part of one, by where on the page it is mended."""
_FIGURES = ("new", "cac", "ltv", "ratio", "payback")


class GrowthPage(NumberPage):
    """Tiles, two tables whose figures open, the costs as a sheet, and figures and rates from other sheets."""

    name: ClassVar[str] = "growth"
    depends: ClassVar[frozenset[Kind]] = frozenset({Kind.ACCOUNT, Kind.CONTRACT, Kind.COST, Kind.SETTING, Kind.TARGET,
                                    Kind.TOUCH, Kind.PERSON, Kind.PERIOD_FIGURE, Kind.EXCHANGE_RATE})  # fmt: skip

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._apart = ""
        self.add_split()
        count = QPushButton(self.tr("How it is counted"), self)
        count.clicked.connect(lambda _checked=False: self._open_rules())
        self.tools.addWidget(count)
        self._tiles = TileRow(_TILES, self)
        self._tiles.opened.connect(self.frame.explain)
        self.body.addWidget(self._tiles)
        self._counted = muted("", self)
        self.body.addWidget(self._counted)
        self._build_trend()
        self._build_forms()
        note = self.tr("By what is chosen at the top of the page, else by channel, which costs are entered by.")
        self.section(self.tr("By group"), note=note)
        self._groups = self._table(self.tr("By group"), self.tr("Group"), self._group)
        self.section(self.tr("By period"))
        self._periods = self._table(self.tr("By period"), self.tr("Period"), self._period)
        self._build_balance()
        self._build_what_if()
        self._build_serving()
        self.costs = CostsPart(around, self)
        self.costs.wanted.connect(self._add_cost)
        self.body.addWidget(self.costs)
        self.kept = KeptPart(around, self)
        self.kept.wanted.connect(self._look_at)
        self.kept.rates.asked.connect(self._add_rate)
        self.body.addWidget(self.kept)

    def turn_to(self, wanted: object) -> None:
        """Show where that is typed in which a figure lacks; `wanted` is why there is no figure."""
        if wanted in _OF_COSTS:
            self._scroll.ensureWidgetVisible(self.costs)
            self._add_cost(self.costs.channels, _OF_COSTS[str(wanted)])
        elif wanted in _OF_SERVING:
            self._scroll.ensureWidgetVisible(self.serving)
            self.serving.rates.setFocus()
        elif wanted in _OF_RULES:
            self._open_rules(str(wanted))

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.growth import growth_page

            return growth_page(book, scope)

        self.desk.ask(self, question, self.show_answer)
        self.serving.refresh()
        self.costs.refresh()
        self.kept.refresh()

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        on, name = day(self.frame.scope.as_of, self.language), period_name(answer.period, self.language)
        rules = answer.rules
        counted = rules_text(rules.ltv, rules.gross_margin, rules.ltv_to_cac_holds, self.language)
        self.say(self.tr("{period}, as of {day}").format(period=name, day=on))
        self._counted.setText(counted)
        self.show_empty(empty=not answer.holds)
        self._tiles.show_tiles(answer.tiles, self.language, self.currency, said=answer.period)
        self._apart = answer.apart
        self._groups.show_rows(answer.groups)
        self._periods.show_rows(answer.periods)
        self._forms.show_rows(answer.forms)
        self._balance.show_balance(answer.by, answer.balance)
        self.what_if.show_what_if(answer.points, answer.what_if)
        self.serving.show_serving(answer.by, answer.serving)
        oldest_first = answer.periods[::-1]
        self.trend.show_trends({metric: [getattr(row, key) for row in oldest_first] for metric, key in _TRENDS.items()})

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "growth",
            self.tr("No customers yet"),
            self.tr(
                "What a customer is worth and what it costs to win one needs contracts, and the costs of sales and "
                "marketing by month."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build_trend(self) -> None:
        self.trend = TrendPart(self.around, tuple(_TRENDS), self.tr("The interval is that of churn."), self)
        self.trend.explained.connect(self.frame.explain)
        self.body.addWidget(self.trend)

    def _build_forms(self) -> None:
        title, enter = self.tr("Lifetime value, form by form"), QPushButton(self.tr("Enter what is missing"), self)
        enter.clicked.connect(self._enter_missing)
        self.section(title, enter, note=self.tr("All from the same price per customer (ARPA)."))
        self._forms = FormSheet(title, self.language, self.currency, self)
        self.add_table(self._forms)

    def _build_balance(self) -> None:
        title = self.tr("Revenue against acquisition and retention cost")
        self.section(title, note=self.tr("By what is chosen at the top of the page, else by touch model."))
        self._balance = BalanceSheet(title, self.language, self.currency, self)
        self.add_table(self._balance)

    def _build_what_if(self) -> None:
        self.what_if = RetentionWhatIf(self.around, self)
        self.what_if.explained.connect(self.frame.explain)
        self.body.addWidget(self.what_if)

    def _build_serving(self) -> None:
        self.serving = ServingPart(self.around, self)
        self.serving.explained.connect(self.frame.explain)
        self.serving.opened.connect(self.frame.open_account)
        self.body.addWidget(self.serving)

    def _add_cost(self, channels: tuple[str, ...], purpose: CostPurpose = CostPurpose.ACQUISITION) -> None:
        from csdesk.ui.dialogs.cost import CostDialog

        dialog = CostDialog(self.around, channels, self)
        dialog.purpose.choose(purpose)
        dialog.open()

    def _add_rate(self, currencies: tuple[str, ...]) -> None:
        from csdesk.ui.dialogs.rate import RateDialog

        RateDialog(self.around, currencies, self).open()

    def _look_at(self, kind: Kind, row: int) -> None:
        from csdesk.ui.dialogs.row_details import RowDetailsDialog
        from csdesk.usecases.row_details import row_details

        currency, language = self.frame.currency, self.frame.language
        self.desk.ask(
            self,
            lambda book: row_details(book, kind, row, currency, language),
            lambda details: RowDetailsDialog(details, self).open(),
            about="row",
        )

    def _enter_missing(self) -> None:
        lack = self._forms.first_lack
        if lack in _OF_COSTS:
            self.turn_to(lack)
        else:
            self._open_rules(lack)

    def _open_rules(self, lack: str = "") -> None:
        from csdesk.ui.dialogs.unit_rules import UnitRules

        dialog = UnitRules(self.around, self)
        dialog.open()
        dialog.turn_to(lack)

    def _table(self, name: str, first: str, named: Any) -> FigureSheet:  # noqa: ANN401 - a bound method
        headings = (
            self.tr("New customers"),
            self.tr("CAC"),
            self.tr("LTV"),
            self.tr("LTV / CAC"),
            self.tr("Payback"),
        )
        columns: list[Column[Any]] = [
            Column("named", first, named, named, width=170),
            Column("spent", self.tr("Spent"), lambda row: row.cac.part, self._spent, Look.NUMBER, width=120),
        ]
        columns += [
            figure_column(key, heading, attrgetter(key), self.currency, self.language, width=_FIGURE_WIDTH)
            for key, heading in zip(_FIGURES, headings, strict=True)
        ]
        columns.append(Column("holds", self.tr("Unit economics"), self._verdict, self._verdict, width=230))
        table = FigureSheet(columns, name, identity=lambda row: (row.period, row.group), most=10, parent=self)
        self.add_table(table)
        return table

    # -- showing ---------------------------------------------------------------------------------------------------

    def _group(self, row: WorthRow) -> str:
        return group_name(self._apart, row.group, self.language)

    def _period(self, row: WorthRow) -> str:
        return period_name(row.period, self.language)

    def _spent(self, row: WorthRow) -> str:
        return NOTHING if row.cac.part is None else money(row.cac.part, self.currency, self.language)

    def _verdict(self, row: WorthRow) -> str:
        if row.verdict is None:
            return note_text(row.ratio, self.language)
        return holds_text(row.verdict.holds, row.verdict.least, self.language)
