"""How to come to a first health score, while no account has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from csdesk.metrics.health.profile import Starter, started
from csdesk.models.kinds import Band
from csdesk.ui.widgets.card import Card, muted
from csdesk.wording.speech import percent

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.health import HealthPage


class HealthBegin(Card):
    """Hidden once one account is known well enough for a colour. `by_hand` carries the account with the highest MRR, of
    which values are to be set first, `changed` the profile that asks for values by hand alone."""

    by_hand = Signal(object)
    changed = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._answer: HealthPage | None = None
        self.title.setText(self.tr("The way to a first score"))
        self.said = muted("", self)
        self.body.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.values, self.files, self.starter = QPushButton(self), QPushButton(self), QPushButton(self)
        for button, word, act in (
            (self.values, self.tr("Set values by hand …"), self._set),
            (self.files, self.tr("Import use, tickets or touches"), lambda: around.window.open_page("import")),
            (self.starter, self.tr("Ask for values by hand alone"), self._start),
        ):
            button.setText(word)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)
        row.addStretch(1)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.hide()

    def show_answer(self, answer: HealthPage) -> None:
        """Teach while nothing is known; the step that is done already is not offered."""
        self._answer = answer
        words = self.tr(
            "No account has a colour yet: it takes fresh data for {share} of the score's weight. Judge a few accounts "
            "by hand, your largest first: the score answers at once. Or import what you have of use, tickets, survey "
            "answers or touches. Without any of these, let the score ask for values by hand alone: all other factors "
            "are then switched off, and come back whenever you like."
        )
        self.said.setText(words.format(share=percent(answer.profile.least_coverage, 0)))
        self.starter.setVisible(started(answer.profile, Starter.BY_HAND) != answer.profile)
        self.setVisible(bool(answer.rows) and all(row.health.band is Band.UNKNOWN for row in answer.rows))

    def _set(self) -> None:
        if self._answer is not None:
            self.by_hand.emit(max(self._answer.rows, key=lambda row: row.mrr).account)

    def _start(self) -> None:
        if self._answer is not None:
            self.changed.emit(started(self._answer.profile, Starter.BY_HAND))
