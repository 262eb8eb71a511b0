"""An account's use over time: one chart a measure, drawn when looked at."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from csdesk.charts.lines import draw_use
from csdesk.charts.records import Point, UseLine
from csdesk.models.months import Month, Period
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.chart import ChartView
from csdesk.wording.figures import figure_text
from csdesk.wording.metrics import metric_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.account import UseSeries
    from csdesk.usecases.books import Book
    from csdesk.usecases.engagement import Engagement

_HEIGHT = 200


class UseCharts(QScrollArea):
    """Charts under each other, in the order of the measures; the pictures of charts nobody sees are not drawn."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._charts: list[ChartView] = []
        self._scores: tuple[Measure, ...] = ()
        self._asked: tuple[int, date] | None = None
        """Whose engagement, as of when, is to be asked for once somebody looks."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        body = QWidget(self)
        body.setProperty("role", "page")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 10, 8, 12)
        self._column.setSpacing(10)
        self._nothing = muted(
            self.tr("No use recorded yet. Import logins, sessions or any other measure, and its months stand here."),
            self,
        )
        self.engagement = ChartView(around, self.tr("Product engagement over time"), self)
        self.engagement.setFixedHeight(_HEIGHT)
        self.engagement.opened.connect(self._explain)
        self.said = muted("", self)
        self._column.addWidget(self._nothing)
        for widget in (self.engagement, self.said):
            widget.hide()
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.setWidget(body)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def show_engagement(self, answer: Engagement) -> None:
        """Show the product engagement score by month, and what the last one is made of."""
        language, latest, self._scores = self._around.window.language, answer.months[-1], answer.months
        for widget in (self.engagement, self.said):
            widget.setVisible(answer.is_known)
        points = tuple(
            Point(one.period, None if one.value is None else float(one.value), complete=one is not latest)
            for one in answer.months
            if one.period is not None
        )
        title = self.tr("{name}, 0 to 100").format(name=metric_name(latest.metric, language))
        self.engagement.show_chart(partial(draw_use, line=UseLine(title, points), position=len(self._charts)))
        currency = self._around.window.currency
        made = (f"{metric_name(one.metric, language)} {figure_text(one, currency, language)}" for one in answer.parts)
        now = figure_text(latest, currency, language)
        self.said.setText(self.tr("Now {score}, the mean of: {parts}").format(score=now, parts=" · ".join(made)))

    def _explain(self, spot: Spot) -> None:
        self._around.window.explain(self._scores[spot.index])

    def _ask(self) -> None:
        if self._asked is None or not self.isVisible():
            return
        account, as_of = self._asked
        self._asked = None

        def question(book: Book) -> Engagement:
            from csdesk.usecases.engagement import engagement

            return engagement(book, account, as_of)

        self._around.desk.ask(self, question, self.show_engagement)

    def show_use(self, series: Sequence[UseSeries], account: int, as_of: date) -> None:
        """Show these measures of an account; a month that is not over as of the day is said to be unfinished."""
        self._asked = (account, as_of)
        self._ask()
        self._nothing.setVisible(not series)
        while len(self._charts) < len(series):
            chart = ChartView(self._around, self.tr("Use over time"), self)
            chart.setFixedHeight(_HEIGHT)
            self._charts.append(chart)
            self._column.insertWidget(self._column.count() - 1, chart)
        for place, chart in enumerate(self._charts):
            chart.setVisible(place < len(series))
        for place, (chart, one) in enumerate(zip(self._charts, series, strict=False)):
            chart.setAccessibleName(self.tr("Use over time: {measure}").format(measure=one.measure))
            chart.show_chart(partial(draw_use, line=_line(one, as_of), position=place))


def _line(series: UseSeries, as_of: date) -> UseLine:
    months = [Month.parse(text) for text in series.months]
    return UseLine(
        series.measure,
        tuple(
            Point(Period(month), amount, complete=month.last_day <= as_of)
            for month, amount in zip(months, series.amounts, strict=True)
        ),
    )
