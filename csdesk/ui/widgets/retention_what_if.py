"""What if more customers stayed: points of yearly retention to choose, and three figures as they would be."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.worth_lists import WhatIfSheet

if TYPE_CHECKING:
    from csdesk.metrics.economics.what_if import WhatIf
    from csdesk.ui.page import Surroundings

_USUAL, _MOST = 5, 50


class RetentionWhatIf(QWidget):
    """`changed` tells that other points were chosen; `explained` carries the figure clicked."""

    changed = Signal()
    explained = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame, name = around.window, self.tr("What if more customers stayed")
        self.points = WholeBox(1, _MOST, self, self.tr(" points"))
        self.points.setValue(_USUAL)
        self.points.setAccessibleName(self.tr("Points of yearly retention more"))
        self.points.valueChanged.connect(lambda _value: self.changed.emit())
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

    @property
    def more(self) -> Fraction:
        """The points chosen."""
        return Fraction(self.points.value())

    def show_what_if(self, found: WhatIf) -> None:
        """Show what would be."""
        self.sheet.show_what_if(found)

    def _source(self) -> QLabel:
        said = muted(
            self.tr(
                "Yearly retention is (1 − mean monthly churn)^12. Price per customer stays as it is and nobody new is "
                "counted. Often quoted (Bain & Company): winning a customer costs up to 5 times keeping one, and 5% "
                "more retention raises profit by 25% or more. Those are other companies' figures; these are your own."
            ),
            self,
        )
        said.setWordWrap(True)
        return said
