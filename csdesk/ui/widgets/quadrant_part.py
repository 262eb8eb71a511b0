"""Accounts by outcome and experience: the quadrant, and its points as a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.charts.quadrant import draw_quadrant
from csdesk.charts.records import Standing
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.wording.charts import QUARTERS
from csdesk.wording.health import score_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.charts.records import Spot
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.health import HealthRow

_HIGH, _HALF = 420, 50


class QuadrantPart(QWidget):
    """`opened` carries the account of the point, or the row, that was chosen."""

    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = around.window.language
        self.chart = ChartView(around, self.tr("Chart of outcome and experience"), self)
        self.chart.setFixedHeight(_HIGH)
        self.chart.opened.connect(self._open)
        name = self.tr("Accounts by outcome and experience")
        self.list = FigureSheet(self._columns(), name, identity=lambda row: row.account, most=13, parent=self)
        TableCopies(around, self.list)
        self.list.opened.connect(lambda row: self.opened.emit(row.account))
        self.said = muted("", self)
        right = QVBoxLayout()
        right.addWidget(self.list)
        right.addWidget(self.said)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.chart, 5)
        row.addLayout(right, 4)

    def show_rows(self, rows: Sequence[HealthRow]) -> None:
        """Show these accounts; of whom one of both is not known is no point."""
        found = tuple(
            Standing(row.account, row.name, row.health.outcome, row.health.experience, row.health.band)
            for row in rows
            if row.health.outcome is not None and row.health.experience is not None
        )
        self.chart.show_chart(partial(draw_quadrant, accounts=found))
        self.list.show_rows(sorted(found, key=lambda one: (*_quarter(one), one.outcome + one.experience, one.name)))
        words = self.tr("Of {n} accounts not both are known: they are not shown.")
        self.said.setText(words.format(n=f"{len(rows) - len(found):,}") if len(rows) > len(found) else "")

    def _open(self, spot: Spot) -> None:
        if spot.series:
            self.opened.emit(int(spot.series))

    def _columns(self) -> list[Column[Any]]:
        def quarter(row: Standing) -> str:
            return QUARTERS[_quarter(row)].say(self._language)

        return [
            Column("name", self.tr("Account"), lambda row: row.name, lambda row: row.name, Look.NAME, 150),
            Column("quarter", self.tr("Stands"), quarter, quarter, width=130),
            Column(
                "outcome",
                self.tr("Outcome"),
                lambda row: row.outcome,
                lambda row: score_text(row.outcome),
                Look.NUMBER,
                80,
            ),
            Column(
                "experience",
                self.tr("Experience"),
                lambda row: row.experience,
                lambda row: score_text(row.experience),
                Look.NUMBER,
                90,
            ),
        ]


def _quarter(one: Standing) -> tuple[bool, bool]:
    return one.outcome >= _HALF, one.experience >= _HALF
