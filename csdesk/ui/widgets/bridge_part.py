"""From MRR to CMRR: as a chart and a table, in all and by group, with the deals and cancellations between by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from csdesk.charts.bridge import draw_bridge
from csdesk.charts.records import BridgeStep
from csdesk.metrics.metric_ids import MetricId
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.horizon import HorizonChoice
from csdesk.ui.widgets.move_sheet import BridgeItemSheet
from csdesk.ui.widgets.part import Part
from csdesk.ui.widgets.revenue_lists import BridgeSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.charts.records import Spot
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.revenue import RevenuePage

_HEIGHT = 220
_TAKEN = (MetricId.CMRR_WITHDRAWALS, MetricId.CMRR_DOWNGRADES)
_WHOLE = (MetricId.MRR, MetricId.CMRR)


class BridgePart(Part):
    """How far it looks ahead is a rule of the book: `looked_ahead` carries the days chosen on its title's line, for
    whoever holds it to show what they would change."""

    looked_ahead = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._steps: tuple[Measure, ...] = ()
        self._days = 0
        title = self.tr("From MRR to CMRR")
        self.horizon = HorizonChoice(title, self)
        self.horizon.activated.connect(self._look_ahead)
        note = self.tr("What is signed, and what is known to end, within the horizon.")
        self.section(title, self.horizon, note=note)
        self.chart = ChartView(around, self.tr("Chart from MRR to CMRR"), self)
        self.chart.setFixedHeight(_HEIGHT)
        self.chart.opened.connect(self._open_step)
        self.body.addWidget(self.chart)
        self.steps = BridgeSheet(title, self.language, self.currency, self)
        self.items = BridgeItemSheet(self.language, self.currency, self)
        self.items.opened.connect(lambda item: self.frame.open_account(item.account))
        self.add_table(self.steps)
        self.add_table(self.items)

    def show_bridge(self, answer: RevenuePage) -> None:
        """Show what the book answered."""
        self._steps = answer.bridge
        self.chart.show_chart(partial(draw_bridge, steps=tuple(map(_step, answer.bridge))))
        self.steps.show_bridge(answer.bridge, answer.belonging.by, answer.bridges)
        self.items.show_grouped(answer.named, answer.belonging)
        self.items.setVisible(bool(answer.named))
        self._days = answer.cmrr_days
        self.horizon.choose(self._days)

    def _look_ahead(self) -> None:
        days = self.horizon.days
        self.horizon.choose(self._days)
        if days != self._days:
            self.looked_ahead.emit(days)

    def _open_step(self, spot: Spot) -> None:
        self.frame.explain(self._steps[spot.index])


def _step(measure: Measure) -> BridgeStep:
    amount = measure.value or 0
    return BridgeStep(measure.metric, -amount if measure.metric in _TAKEN else amount, measure.metric in _WHOLE)
