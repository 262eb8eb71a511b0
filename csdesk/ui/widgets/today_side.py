"""What stands beside the day's list: the team's week, the quarter ahead, the next renewal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.plain import literal, tip
from csdesk.ui.widgets.card import clear, muted
from csdesk.wording.due import held_back
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.usecases.today import ComingRenewal, TodayPage

_SIDE = 260
_RISKS = 4
"""Renewals at risk that are named; the rest are counted."""
_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class TodaySide(QFrame):
    """The team's week and the quarter ahead, beside the list. `opened` carries an account; `renewals_wanted` asks for
    every renewal of the quarter ahead."""

    opened = Signal(object)
    renewals_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(_SIDE)
        self._week, self._ahead, self._when = QLabel(self), QLabel(self), QLabel(self)
        self._ahead.setWordWrap(True)
        self._ahead.setProperty("markup", "true")
        self._ahead.setTextInteractionFlags(_LINKS)
        self._ahead.linkActivated.connect(lambda _link: self.renewals_wanted.emit())
        self._when.setProperty("role", "muted")
        self._risks, self._next = QVBoxLayout(), QVBoxLayout()
        self._risks.setSpacing(2)
        self._next_heading = self._heading(self.tr("The next renewal"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._heading(self.tr("This week")))
        column.addWidget(self._week)
        column.addSpacing(4)
        column.addWidget(self._heading(self.tr("The next 90 days")))
        column.addWidget(self._ahead)
        column.addLayout(self._risks)
        column.addSpacing(4)
        column.addWidget(self._next_heading)
        column.addLayout(self._next)
        column.addWidget(self._when)

    def show_answer(self, answer: TodayPage, language: Language) -> None:
        """What was done, what is at risk and why, and the next renewal."""
        self._week.setText(self.tr("Touches logged: {n}").format(n=answer.touches_this_week))
        said = self._sentence(answer.renewals, len(answer.at_risk))
        self._ahead.setText(f'<a href="renewals">{said}</a>' if answer.renewals else said)
        self._ahead.setAccessibleName(said)
        clear(self._risks)
        for risk in answer.at_risk[:_RISKS]:
            self._risks.addWidget(self._link(risk.name, risk.account))
            self._risks.addWidget(muted(self._why(risk, language), self))
        if len(answer.at_risk) > _RISKS:
            more = self.tr("and {n} more").format(n=len(answer.at_risk) - _RISKS)
            self._risks.addWidget(muted(more, self))
        self._show_next(answer.next_renewal, language)

    def _sentence(self, coming: int, risky: int) -> str:
        if not coming:
            return self.tr("No renewal is due.")
        words = self.tr("Of the {n} renewals in the next 90 days, {risk} are at high risk.")
        if coming == 1:
            words = self.tr("The one renewal in the next 90 days is not at high risk.")
            words = self.tr("The one renewal in the next 90 days is at high risk.") if risky else words
        elif risky == 1:
            words = self.tr("Of the {n} renewals in the next 90 days, one is at high risk.")
        return words.format(n=coming, risk=risky)

    def _why(self, risk: ComingRenewal, language: Language) -> str:
        plan = self.tr("next step planned") if risk.planned else self.tr("no next step yet")
        why = held_back(risk.factor, language) if risk.factor else ""
        return "  ·  ".join(filter(None, (day(risk.on, language), why, plan)))

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
