"""What can be done with the chosen findings at once: an owner, a reason or a day filled in, or left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from csdesk.models.kinds import ReasonFamily
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.usecases.completing import DATED, OWNED, REASONED
from csdesk.usecases.hygiene import Lack
from csdesk.wording.movements import REASON_FAMILIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Frame
    from csdesk.usecases.hygiene import Finding


class MendBar(QFrame):
    """Shown while something is chosen. `owned` carries a name, `explained` a family of reasons, `dated` a day;
    `compared` asks for a pair side by side, `left` to leave all as they are, or to bring them back."""

    owned = Signal(str)
    explained = Signal(object)
    dated = Signal(object)
    compared = Signal()
    left = Signal()

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._said = QLabel(self)
        self._said.setProperty("role", "heading")
        families = [(family, REASON_FAMILIES[family].say(frame.language)) for family in ReasonFamily]
        self.owner = Choice((), self.tr("Owner"), self)
        self.reason = Choice(families[:-1], self.tr("Kind of reason"), self)
        self.day = DayLine(self.tr("Day"), frame.today, frame.language, ahead=True, parent=self)
        self.day.line.returnPressed.connect(self._set)
        self._set_button = QPushButton(self.tr("Set"), self)
        self._set_button.clicked.connect(self._set)
        self._compare = QPushButton(self.tr("Compare ..."), self)
        self._compare.clicked.connect(self.compared)
        self._leave = QPushButton(self)
        self._leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._said)
        row.addSpacing(12)
        for widget in (*self._fields, self._set_button, self._compare):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._leave)
        self.show_chosen(())

    @property
    def _fields(self) -> tuple[Choice, Choice, DayLine]:
        return self.owner, self.reason, self.day

    def offer_owners(self, owners: Sequence[str]) -> None:
        """Who may own accounts; the one chosen stays so."""
        chosen = self.owner.key
        self.owner.clear()
        for name in owners:
            self.owner.addItem(name, name)
        self.owner.choose(chosen)

    def show_chosen(self, findings: Sequence[Finding]) -> None:
        """Offer what completes all of these."""
        lacks = {finding.lack for finding in findings}
        self.setVisible(bool(findings))
        self._said.setText(self.tr("{n} chosen").format(n=f"{len(findings):,}"))
        fitting = {
            self.owner: lacks <= OWNED,
            self.reason: lacks <= REASONED,
            self.day: len(lacks) == 1 and lacks <= set(DATED),
        }
        asked = {Lack.RENEWAL: self.tr("Renewal date"), Lack.START: self.tr("Starts"), Lack.TASK_DAY: self.tr("Due")}
        self.day.line.setPlaceholderText(asked.get(next(iter(lacks), Lack.OWNER), ""))
        for field in self._fields:
            field.setVisible(bool(lacks) and fitting[field])
        self._set_button.setVisible(any(fitting.values()))
        pair = lacks == {Lack.SAME_ACCOUNT}
        self._compare.setVisible(pair and len(findings) == 1)
        there = self.tr("Not the same") if pair else self.tr("Leave as it is")
        self._leave.setText(self.tr("List it again") if any(finding.left for finding in findings) else there)

    def fill_in(self) -> None:
        """Give the keyboard to the field that completes what is chosen."""
        field = next((field for field in self._fields if not field.isHidden()), None)
        if field is not None:
            field.setFocus()

    def _set(self) -> None:
        if not self.owner.isHidden() and self.owner.key:
            self.owned.emit(str(self.owner.key))
        elif not self.reason.isHidden():
            self.explained.emit(ReasonFamily(str(self.reason.key)))
        elif not self.day.isHidden() and self.day.day is not None:
            self.dated.emit(self.day.day)
            self.day.show_day(None)
