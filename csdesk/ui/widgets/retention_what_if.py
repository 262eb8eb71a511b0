"""What if more customers stayed: points of yearly retention to choose, and four figures as they would be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.worth_lists import WhatIfSheet
from csdesk.usecases.growth import suppose
from csdesk.usecases.setting_values import MOST_POINTS

if TYPE_CHECKING:
    from csdesk.metrics.economics.what_if import WhatIf
    from csdesk.ui.page import Surroundings


class RetentionWhatIf(QWidget):
    """The points chosen are kept in the book, as a step; `explained` carries the figure clicked."""

    explained = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame, name = around.window, self.tr("What if more customers stayed")
        self._around, self._kept = around, 1
        self.points = WholeBox(1, MOST_POINTS, self, self.tr(" points"))
        self.points.setKeyboardTracking(False)  # a number half typed is not a choice
        self.points.setAccessibleName(self.tr("Points of yearly retention more"))
        self.points.valueChanged.connect(self._keep)
        self.sheet = WhatIfSheet(name, frame.language, frame.currency, self)
        self.sheet.measured.connect(self.explained)
        TableCopies(around, self.sheet)
        title = QLabel(name, self)
        title.setProperty("role", "section")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addWidget(muted(self.tr("Yearly retention higher by"), self))
        head.addWidget(self.points)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sheet)
        column.addWidget(self._source())

    def show_what_if(self, points: int, found: WhatIf) -> None:
        """Show what would be with so many points more."""
        self._kept = points
        self._show_points()
        self.sheet.show_what_if(found)

    def _keep(self, points: int) -> None:
        frame = self._around.window
        self._around.desk.do(self, lambda book: suppose(book, points), frame.say_step, self._refused)

    def _refused(self, error: Exception) -> None:
        self._show_points()
        self._around.window.complain(error)

    def _show_points(self) -> None:
        with QSignalBlocker(self.points):
            self.points.setValue(self._kept)

    def _source(self) -> QLabel:
        said = muted(
            self.tr(
                "Yearly retention is (1 − mean monthly churn)^12. Price per customer and the cost of keeping customers "
                "stay as they are, and nobody new is counted. Often quoted (Bain & Company): winning a customer costs "
                "up to 5 times keeping one, and 5% more retention raises profit by 25% or more. Those are other "
                "companies' figures; these are your own."
            ),
            self,
        )
        said.setWordWrap(True)
        return said
