"""The charts of the Users page: active users by period and by day, and the users lost beside the logos lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.charts.records import DayPoint, Point
from csdesk.charts.users import draw_active_users, draw_daily_users, draw_two_attritions
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.marked_chart import MarkedChart

if TYPE_CHECKING:
    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.users import UsersPage as Answer
    from csdesk.usecases.users import UsersRow

_HEIGHT, _DAYS_HEIGHT = 240, 180
_DRAWN = ("monthly", "login", "attrition", "logo_churn")


class UsersCharts(QWidget):
    """Three charts, each place of which opens to its users."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._answer: Answer | None = None
        self.active = MarkedChart(around, self.tr("Chart of active users"), self)
        self.lost = ChartView(around, self.tr("Chart of users lost and logos lost"), self)
        self.days = ChartView(around, self.tr("Chart of users of each day"), self)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.setSpacing(16)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for chart in (self.active, self.lost):
            chart.setFixedHeight(_HEIGHT)
            chart.opened.connect(self.open_spot)
            row.addWidget(chart, 1)
        self.days.setFixedHeight(_DAYS_HEIGHT)
        self.days.opened.connect(self.open_day)
        column.addLayout(row)
        column.addWidget(self.days)

    def show_answer(self, answer: Answer) -> None:
        """Draw what the book answered."""
        self._answer = answer
        points = {key: tuple(map(partial(_point, key=key), answer.rows)) for key in _DRAWN}
        drawn = partial(draw_active_users, value=points["monthly"], login=points["login"])
        self.active.show_over(drawn, [point.period for point in points["monthly"]])
        self.lost.show_chart(partial(draw_two_attritions, users=points["attrition"], logos=points["logo_churn"]))
        self.days.setVisible(bool(answer.days))
        days = tuple(DayPoint(one.on, one.value, one.login) for one in answer.days)
        self.days.show_chart(partial(draw_daily_users, days=days))

    def open_spot(self, spot: Spot) -> None:
        """Open the users of a period."""
        if self._answer is not None:
            row = self._answer.rows[spot.index]
            self._around.window.explain(row.monthly if spot.series == "active_users" else row.attrition)

    def open_day(self, spot: Spot) -> None:
        """Open the users of a day."""
        if self._answer is None:
            return
        scope, on = self._answer.scope, self._answer.days[spot.index].on

        def question(book: Book) -> Measure:
            from csdesk.usecases.users import users_on

            return users_on(book, scope, on)

        self._around.desk.ask(self, question, self._around.window.explain, about="day")


def _point(row: UsersRow, key: str) -> Point:
    measure: Measure = getattr(row, key)
    return Point(row.period, measure.value, measure.low, measure.high, measure.n, row.complete)
