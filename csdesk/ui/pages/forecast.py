"""Forecast: MRR, losses and renewals of the months ahead, from the book's own past; and what if."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from csdesk.charts.ahead import draw_ahead
from csdesk.charts.records import Point, Spot
from csdesk.models.kinds import Kind
from csdesk.ui.widgets.ahead_lists import (
    GroupsAheadSheet,
    LeavingSheet,
    LookedBackSheet,
    MonthsAheadSheet,
    RenewalsSheet,
)
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.what_if_part import WhatIfPart
from csdesk.wording.ahead import kept_text, method_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.ahead import AheadPage as Answer
    from csdesk.usecases.ahead import MonthAhead
    from csdesk.usecases.books import Book

_CHART_HEIGHT = 300


class ForecastPage(NumberPage):
    """The chart with its range, how it is made and how it did before, tables whose figures open, and 'what if'."""

    name: ClassVar[str] = "forecast"
    depends: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ACCOUNT, Kind.CONTRACT, Kind.PRODUCT, Kind.PERSON, Kind.SETTING, Kind.SAVED_VIEW, Kind.EXCHANGE_RATE}
    )

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.add_split()
        self._answer: Answer | None = None
        language, currency = self.language, self.currency
        self._chart = ChartView(around, self.tr("Chart of MRR behind and ahead"), self)
        self._chart.setFixedHeight(_CHART_HEIGHT)
        self._chart.opened.connect(self._open_spot)
        self._method, self._kept = muted("", self), muted("", self)
        for label in (self._method, self._kept):
            label.setWordWrap(True)
        self.body.addWidget(self._chart)
        self.body.addWidget(self._method)
        title = self.tr("Month by month")
        self.section(title, note=self.tr("Click on a figure to see what is behind it."))
        self._months = MonthsAheadSheet(title, language, currency, self)
        self.add_table(self._months)
        title = self.tr("How such forecasts did before")
        note = self.tr("Each month of the past stood in for today; only what was known then was used.")
        self._before = self.add_heading(title, note)
        self._looked_back = LookedBackSheet(title, language, self)
        self.add_table(self._looked_back)
        title = self.tr("By group")
        note = self.tr("By what is chosen at the top of the page; each group from its own past.")
        self._by_group = self.add_heading(title, note)
        self._groups = GroupsAheadSheet(title, language, currency, self)
        self.add_table(self._groups)
        title = self.tr("Accounts that may leave")
        self._may_leave = self.add_heading(title, "")
        self._leaving = LeavingSheet(title, language, currency, self)
        self.add_table(self._leaving)
        title = self.tr("Renewals ahead")
        self.section(title)
        self.body.addWidget(self._kept)
        self._renewals = RenewalsSheet(title, language, currency, self)
        self.add_table(self._renewals)
        self.section(self.tr("What if"))
        self.what_if = WhatIfPart(around, self)
        self.body.addWidget(self.what_if)

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.ahead import ahead_page

            return ahead_page(book, scope)

        self.desk.ask(self, question, self.show_answer)
        self.what_if.refresh()

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        self.show_scope(answer.scope)
        anything = bool(answer.past) or any(row.signed.value for row in answer.months)
        self.show_empty(empty=not anything)
        if not anything:
            return
        self._chart.setVisible(bool(answer.past))
        past, signed = (tuple(map(_point, one)) for one in (answer.past, (row.signed for row in answer.months)))
        ahead = tuple(map(_ahead, answer.months)) if answer.found else ()
        self._chart.show_chart(partial(draw_ahead, past=past, ahead=ahead, signed=signed))
        self._method.setText(self._method_text(answer))
        self._months.show_rows(answer.months)
        self._looked_back.show_rows(answer.found.looked_back if answer.found else ())
        self._groups.show_groups(answer.scope.by, answer.groups)
        self._leaving.show_rows(answer.leaving)
        kept, renewals = answer.kept, [row for row in answer.renewals if row.lines]
        self._kept.setText(kept_text(kept.kept, kept.due, kept.low, kept.high, self.language))
        self._renewals.show_rows(renewals)
        self._leave_out_empty(answer)

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "forecast",
            self.tr("Nothing to learn from yet"),
            self.tr(
                "A forecast learns from the months behind: it needs contracts with dates and amounts, better for a "
                "year than for a month."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    def _leave_out_empty(self, answer: Answer) -> None:
        """What too little is known for takes no room."""
        for shown, *widgets in (
            (answer.found, self._before, self._looked_back),
            (answer.groups, self._by_group, self._groups),
            (answer.leaving, self._may_leave, self._leaving),
            (any(row.lines for row in answer.renewals), self._renewals),
        ):
            for widget in widgets:
                widget.setVisible(bool(shown))

    # -- within ----------------------------------------------------------------------------------------------------

    def _method_text(self, answer: Answer) -> str:
        from csdesk.metrics.ahead.history import FEWEST

        if answer.found is None:
            said = self.tr(
                "Whole months known: {n}. Nothing is forecast from fewer than {least}; what is signed is shown."
            )
            return said.format(n=answer.known, least=FEWEST)
        pace = answer.found.pace
        return method_text(
            pace.method, pace.rate, pace.new, pace.months, self.currency, self.language,
            of_currencies=answer.of_currencies, ranged=bool(pace.spread),
        )  # fmt: skip

    def _open_spot(self, spot: Spot) -> None:
        if self._answer is None:
            return
        if spot.series == "mrr":
            self.frame.explain(self._answer.past[spot.index])
        else:
            month = self._answer.months[spot.index]
            self.frame.explain(month.forecast or month.signed)


def _point(measure: Measure) -> Point:
    assert measure.period is not None
    return Point(measure.period, measure.value)


def _ahead(row: MonthAhead) -> Point:
    assert row.forecast is not None
    assert row.forecast.period is not None
    return Point(row.forecast.period, row.forecast.value, row.low, row.high)
