"""A part of the Users page that asks by itself: choices, what they speak of, a verdict, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.wording.metrics import why_sentence

if TYPE_CHECKING:
    from csdesk.metrics.measure import Why
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.choice import Choice
    from csdesk.ui.widgets.figure_sheet import FigureSheet


class VerdictPart(QWidget):
    """Subclasses ask in `refresh`, and show in turn a verdict, or why there is none."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._language = around, around.window.language
        self.verdict, self._about = QLabel(self), muted("", self)
        self.verdict.setWordWrap(True)

    def refresh(self) -> None:
        """Ask again."""
        raise NotImplementedError

    def _hold(self, sheet: FigureSheet, *choices: Choice) -> None:
        """Lay out the choices, which ask again, over the verdict and the table."""
        sheet.measured.connect(self._around.window.explain)
        TableCopies(self._around, sheet)
        row = QHBoxLayout()
        for choice in choices:
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.currentIndexChanged.connect(self.refresh)
            row.addWidget(choice)
        row.addWidget(self._about, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.verdict)
        column.addWidget(sheet)

    def _say_why_not(self, why: Why) -> None:
        self.verdict.setText(why_sentence(why, self._language))
        self._about.setText("")
