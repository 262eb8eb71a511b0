"""One of several figures by period, in a chart: which one is chosen above it, and each of its points opens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from csdesk.charts.records import Point
from csdesk.charts.trend import draw_trend
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.part import titled_row
from csdesk.wording.metrics import metric_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings

_HEIGHT, _LOWER_BOUND = 250, "lower_bound"


class TrendPart(QWidget):
    """`explained` carries the figure whose point was clicked."""

    explained = Signal(object)

    def __init__(self, around: Surroundings, metrics: Sequence[str], note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Mapping[str, Sequence[Measure]] = {}
        language = around.window.language
        names = [(metric, metric_name(metric, language)) for metric in metrics]
        self.figure = Choice(names, self.tr("Figure in the chart"), self)
        self.figure.currentIndexChanged.connect(self._show)
        self.chart = ChartView(around, self.tr("Chart of a figure by period"), self)
        self.chart.setFixedHeight(_HEIGHT)
        self.chart.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(titled_row(self, self.tr("Trend"), self.figure, note=note)[0])
        column.addWidget(self.chart)

    def show_trends(self, rows: Mapping[str, Sequence[Measure]]) -> None:
        """Show these figures, oldest first, by metric."""
        self._rows = rows
        self._show()

    def _shown(self) -> Sequence[Measure]:
        return self._rows.get(str(self.figure.key), ())

    def _show(self) -> None:
        rows = self._shown()
        if rows:
            points = tuple(
                Point(row.period, row.value, row.low, row.high, row.n, least=row.why == _LOWER_BOUND)
                for row in rows
                if row.period
            )
            self.chart.show_chart(partial(draw_trend, metric=rows[0].metric, unit=rows[0].unit, points=points))

    def _open(self, spot: Spot) -> None:
        self.explained.emit(self._shown()[spot.index])
