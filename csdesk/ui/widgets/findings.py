"""How a table's open questions were settled, each as a switch the person may turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from csdesk.ui.widgets.choice import Choice as ChoiceBox
from csdesk.usecases.importing import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.usecases.importing import Finding


class Findings(QWidget):
    """One line for each finding. `answered` carries (choice, answer) when the person turns a switch."""

    answered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._questions = {
            Choice.END_DATE: self.tr("What the end date means"),
            Choice.END_DAY: self.tr("Which day the end date is"),
            Choice.DATE_ORDER: self.tr("Order of day and month"),
            Choice.CURRENCY: self.tr("Currency of the amounts"),
            Choice.UNIT: self.tr("Unit of the amounts"),
            Choice.SURVEY: self.tr("Question that was asked"),
            Choice.PERIOD: self.tr("What an amount covers"),
        }
        self._answers = {
            "service": self.tr("End of service: the customer left"),
            "renewal": self.tr("Renewal date: the term ends, the customer may stay"),
            "last_day": self.tr("The last day of service"),
            "day_after": self.tr("The first day without service"),
            "dmy": self.tr("Day / month / year"),
            "mdy": self.tr("Month / day / year"),
            "ymd": self.tr("Year / month / day"),
            "month": self.tr("A month"),
            "quarter": self.tr("A quarter"),
            "year": self.tr("A year"),
            "nps": "NPS (0-10)",
            "csat": "CSAT (1-5)",
            "ces": "CES (1-7)",
        }

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show how each question was settled; those that were only assumed are marked."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, finding in enumerate(findings):
            self._add(row, finding)
        self.setVisible(bool(findings))

    def _add(self, row: int, finding: Finding) -> None:
        question = self._questions[finding.choice]
        box = ChoiceBox([(answer, self._answers.get(answer, answer)) for answer in finding.options], question, self)
        box.choose(finding.answer)
        box.setEnabled(len(finding.options) > 1)
        box.currentIndexChanged.connect(lambda: self.answered.emit((finding.choice, str(box.key))))
        said = self.tr("found in the file") if finding.certain else self.tr("▲ assumed: please look")
        why = QLabel(said if not finding.evidence else f"{said} ({finding.evidence})", self)
        why.setProperty("role", "muted" if finding.certain else "heading")
        self._grid.addWidget(QLabel(question, self), row, 0)
        self._grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(why, row, 2)
