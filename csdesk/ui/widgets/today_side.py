"""What stands beside the day's list: the team's week, the quarter ahead, the next renewal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.plain import literal, tip
from csdesk.ui.widgets.card import clear, muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.linked import Linked
from csdesk.ui.widgets.owners_part import gap_said
from csdesk.usecases.due import RENEWAL_DAYS
from csdesk.wording.due import held_back, imminent_risk
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.models.kinds import Language
    from csdesk.usecases.owners import OwnerGap
    from csdesk.usecases.today import ComingRenewal, TodayPage

_WINDOWS = (30, 60, RENEWAL_DAYS, 180, 365)
_SIDE = 260
_RISKS = 4
"""Renewals at risk that are named; the rest are counted."""


class TodaySide(QFrame):
    """The team's week, an owner's gap and the renewals ahead, beside the list. `opened` carries an account, `behind`
    the owner of the gap and the factor that is asked about, or ''; `renewals_wanted` whether only those at risk are;
    `days_chosen` follows another number of days."""

    opened = Signal(object)
    behind = Signal(str, str)
    renewals_wanted = Signal(bool)
    days_chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(_SIDE)
        self._week, self._when = QLabel(self), QLabel(self)
        self._gap, self._ahead = Linked(self), Linked(self)
        self._found: OwnerGap | None = None
        self._gap.followed.connect(self._follow)
        self._ahead.followed.connect(lambda key: self.renewals_wanted.emit(key == "risky"))
        self._when.setProperty("role", "muted")
        self._risks, self._next = QVBoxLayout(), QVBoxLayout()
        self._risks.setSpacing(2)
        words = [(days, self.tr("{n} days").format(n=days)) for days in _WINDOWS]
        self.days = Choice(words, self.tr("Renewals of how many days"), self)
        self.days.choose(RENEWAL_DAYS)
        self.days.currentIndexChanged.connect(lambda _place: self.days_chosen.emit())
        self._gap_heading = self._heading(self.tr("The gap to the others"))
        self._next_heading = self._heading(self.tr("The next renewal"))
        ahead = QHBoxLayout()
        ahead.addWidget(self._heading(self.tr("Renewals ahead")), 1)
        ahead.addWidget(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addLayout(_beside(self._heading(self.tr("This week")), self._week))
        for part in (self._gap_heading, self._gap):
            column.addWidget(part)
            part.hide()
        column.addLayout(ahead)
        column.addWidget(self._ahead)
        column.addLayout(self._risks)
        column.addSpacing(4)
        column.addLayout(_beside(self._next_heading, self._when))
        column.addLayout(self._next)
        column.addStretch(1)

    def show_answer(self, answer: TodayPage, language: Language) -> None:
        """What was done, what is at risk and why, and the next renewal."""
        self._week.setText(self.tr("Touches logged: {n}").format(n=answer.touches_this_week))
        self._ahead.say(partial(self._sentence, answer.renewals, len(answer.at_risk), answer.days))
        clear(self._risks)
        for risk in answer.at_risk[:_RISKS]:
            self._risks.addWidget(self._link(risk.name, risk.account))
            self._risks.addWidget(muted(self._why(risk, language), self))
        if len(answer.at_risk) > _RISKS:
            more = self.tr("and {n} more").format(n=len(answer.at_risk) - _RISKS)
            self._risks.addWidget(muted(more, self))
        self._show_next(answer.next_renewal, language)

    def show_gap(self, found: OwnerGap | None, language: Language) -> None:
        """How far an owner's accounts lie from the others', why, and where to start."""
        self._found = found
        for part in (self._gap_heading, self._gap):
            part.setVisible(found is not None)
        if found is not None:
            self._gap.say(partial(gap_said, found.owner, found.gap, found.names, language))

    def _follow(self, key: str) -> None:
        if key.isdecimal():
            self.opened.emit(int(key))
        elif self._found is not None:
            driver = self._found.gap.driver
            self.behind.emit(self._found.owner, driver.factor if driver and key == "factor" else "")

    def _sentence(self, coming: int, risky: int, days: int, part: Callable[[str, str], str]) -> str:
        if not coming:
            return self.tr("No renewal is due.")
        if coming == 1:
            words = self.tr("The one renewal in the next {days} days is not at high risk.")
            words = self.tr("The one renewal in the next {days} days is at high risk.") if risky else words
            return part("all", words.format(days=days))
        words = self.tr("Of {many} in the next {days} days, {risk}.")
        many = part("all", self.tr("the {n} renewals").format(n=f"{coming:,}"))
        risk = self.tr("one is at high risk") if risky == 1 else self.tr("{risk} are at high risk")
        said = risk.format(risk=f"{risky:,}")
        parts = {"many": many, "days": days, "risk": part("risky", said) if risky else said}
        return words.format(**parts)

    def _why(self, risk: ComingRenewal, language: Language) -> str:
        plan = self.tr("next step planned") if risk.next_step else self.tr("no next step yet")
        told = imminent_risk(risk.imminent, language) if risk.imminent else ""
        why = held_back(risk.factor, language) if risk.factor else ""
        return "  ·  ".join(filter(None, (day(risk.on, language), told, why, plan)))

    def _show_next(self, coming: ComingRenewal | None, language: Language) -> None:
        clear(self._next)
        for widget in (self._next_heading, self._when):
            widget.setVisible(coming is not None)
        if coming is not None:
            self._next.addWidget(self._link(coming.name, coming.account))
            self._when.setText(day(coming.on, language))

    def _link(self, name: str, account: int) -> QPushButton:
        made = QPushButton(literal(name), self)
        made.setProperty("role", "link")
        made.setMaximumWidth(_SIDE - 28)
        made.setToolTip(tip(name))
        made.clicked.connect(lambda: self.opened.emit(account))
        return made

    def _heading(self, word: str) -> QLabel:
        made = QLabel(word, self)
        made.setProperty("role", "heading")
        return made


def _beside(heading: QLabel, said: QLabel) -> QHBoxLayout:
    """A heading with what it is about at the end of its line."""
    row = QHBoxLayout()
    row.addWidget(heading)
    row.addStretch(1)
    row.addWidget(said)
    return row
