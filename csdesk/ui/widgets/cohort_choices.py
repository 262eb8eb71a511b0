"""Which cohorts: of accounts, of their MRR or of users, and what makes a user active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from csdesk.metrics.engine.doings import Activity, Doing
from csdesk.metrics.triangles import CohortKind, CohortPeriod
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.number_box import DecimalBox
from csdesk.usecases.cohorts import Asked
from csdesk.wording.cohorts import DOINGS, KINDS, PERIODS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.models.months import PeriodKind

_MOST = 1e6


class CohortChoices(QWidget):
    """`changed` when another question is to be asked. Accounts age by the window's period, users by their own. `amount`
    holds the measure and how much of it, for whoever shows these choices to place."""

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Choice(
            [(kind, KINDS[kind].say(language)) for kind in CohortKind], self.tr("What the cohorts follow"), self
        )
        self.step = Choice(
            [(step, PERIODS[step].say(language)) for step in (CohortPeriod.WEEK, CohortPeriod.MONTH)],
            self.tr("Weeks or months"),
            self,
        )
        self.doing = Choice(
            [(doing, DOINGS[doing].say(language)) for doing in Doing], self.tr("What makes a user active"), self
        )
        self.measure = Choice([], self.tr("Measure"), self)
        self.least = DecimalBox(0.1, _MOST, self, decimals=1)
        self.least.setValue(1)
        self.least.setKeyboardTracking(False)
        self.least.setAccessibleName(self.tr("At least so much in each period"))
        self.least.setToolTip(self.least.accessibleName())
        self.amount = QWidget(parent)
        for holder, fields in ((self, (self.kind, self.step, self.doing)), (self.amount, (self.measure, self.least))):
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            for field in fields:
                row.addWidget(field)
        for choice in (self.kind, self.step, self.doing, self.measure):
            choice.currentIndexChanged.connect(self._tell)
        self.least.valueChanged.connect(self._tell)
        self._show_fields()

    def offer(self, measures: Sequence[tuple[str, str]]) -> None:
        """Offer these measures (code and name)."""
        self.measure.offer(measures, self.measure.key)

    def asked(self, period: PeriodKind, *, features: bool) -> Asked:
        """The question as chosen; accounts by that kind of period."""
        kind = CohortKind(str(self.kind.key))
        if kind is not CohortKind.USERS:
            return Asked(kind, CohortPeriod(period.value))
        doing = Doing(str(self.doing.key))
        activity = Activity(doing)
        if doing is Doing.THRESHOLD:
            activity = Activity(doing, str(self.measure.key or ""), self.least.value())
        return Asked(kind, CohortPeriod(str(self.step.key)), activity, features)

    def _tell(self) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        of_users = self.kind.key == CohortKind.USERS
        by_measure = of_users and self.doing.key == Doing.THRESHOLD
        for field, shown in ((self.step, of_users), (self.doing, of_users), (self.amount, by_measure)):
            field.setVisible(shown)
