"""Contracts to look at, and the offer to bridge short gaps between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from csdesk.metrics.engine.segments import CLERICAL_DAYS, LONGEST_GAP
from csdesk.metrics.revenue.doubts import DoubtKind
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.ui.widgets.part import Part
from csdesk.ui.widgets.revenue_lists import DoubtSheet

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.revenue import RevenuePage


class DoubtsPart(Part):
    """The days of a gap are offered where there is one, or where gaps are bridged: 31, or as many as are in force.

    `bridged` carries the days up to which gaps are wished to be bridged.
    """

    bridged = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._build_gaps()
        self.heading = self.section("", self.gaps)
        self.sheet = DoubtSheet(self.language, self.currency, self)
        self.sheet.opened.connect(lambda doubt: self.frame.open_account(doubt.account))
        self.add_table(self.sheet)

    def show_doubts(self, answer: RevenuePage) -> None:
        """Show what the book answered."""
        self.sheet.show_grouped(answer.doubts, answer.belonging)
        self.sheet.setVisible(bool(answer.doubts))
        said = self.tr("To look at ({n})") if answer.doubts else self.tr("Nothing to look at: no gaps, no overlaps")
        self.heading.setText(said.format(n=len(answer.doubts)))
        gaps = any(doubt.why is DoubtKind.GAP for doubt in answer.doubts)
        self.gaps.setVisible(gaps or bool(answer.bridged_days))
        self.days.setValue(answer.bridged_days or CLERICAL_DAYS)

    def _build_gaps(self) -> None:
        self.gaps = QWidget(self)
        said = self.tr("Bridge gaps of up to")
        self.days = WholeBox(0, LONGEST_GAP, self.gaps, self.tr(" days"))
        self.days.setSpecialValueText(self.tr("none"))
        self.days.setAccessibleName(said)
        self.compare = QPushButton(self.tr("What would change"), self.gaps)
        self.compare.clicked.connect(lambda: self.bridged.emit(self.days.value()))
        self.gaps.setToolTip(
            self.tr("Holes of up to 31 days between two contracts are likely slips of the pen, not churn and return.")
        )
        row = QHBoxLayout(self.gaps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (QLabel(said, self.gaps), self.days, self.compare):
            row.addWidget(widget)
