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

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.account import UseSeries

_HEIGHT = 200


class UseCharts(QScrollArea):
    """Charts under each other, in the order of the measures; the pictures of charts nobody sees are not drawn."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._charts: list[ChartView] = []
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
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self.setWidget(body)

    def show_use(self, series: Sequence[UseSeries], as_of: date) -> None:
        """Show these measures; a month that is not over as of the day is said to be unfinished."""
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
