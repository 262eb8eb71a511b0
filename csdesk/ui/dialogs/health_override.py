"""An account's health score said by hand: the score, why, and how long it holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.ui.widgets.number_box import WholeBox
from csdesk.usecases.health_words import hand_sentence
from csdesk.wording.health import banded_text

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.health import HandSheet

_DAYS, _MIDDLE, _BEST = 30, 50, 100


class HealthOverride(StepDialog):
    """Begins on what was said, where that still holds, else on the computed score, for 30 days. The computed score
    stays beside it, and holds again afterwards."""

    def __init__(self, around: Surroundings, account: int, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._account = account
        frame = around.window
        self.setWindowTitle(self.tr("Score set by hand"))
        self.score = WholeBox(0, _BEST, self)
        self.reason = QLineEdit(self)
        self.until = DayLine(self.tr("Holds until"), frame.today, frame.language, ahead=True, parent=self)
        self._standing = muted("", self)
        note = self.tr(
            "It takes the place of the score everywhere, marked as set by hand, and adds no coverage: with too little "
            "data it may warn, but not call an account green. Without a day it holds until it is ended."
        )
        self.body.addLayout(
            form(
                [
                    (self.tr("Score, 0 to 100"), self.score),
                    (self.tr("Reason"), self.reason),
                    (self.tr("Holds until"), self.until),
                    ("", self._standing),
                ]
            )
        )
        self.body.addWidget(muted(note, self))
        self.end = QPushButton(self.tr("End it now"), self)
        self.end.setAutoDefault(False)
        self.end.clicked.connect(self._end)
        self.end.hide()
        self.foot.insertWidget(0, self.end)
        self.hold()
        self._read()

    def check(self) -> None:
        from csdesk.usecases.health_override import override_health

        if not self.reason.text().strip():
            self.say_wrong(self.tr("Say why: whoever sees the score wants to know."), self.reason)
            return
        if self.until.is_wrong:
            self.say_wrong(self.tr("This day is not understood. Try: 2024-04-01, +30."), self.until)
            return
        account, today = self._account, self._around.window.today()
        score, reason, until = float(self.score.value()), self.reason.text(), self.until.day
        self.save(lambda book: override_health(book, account, score, reason, today, until))

    def show_sheet(self, sheet: HandSheet) -> None:
        """Fill the fields from what the book says now."""
        health, language = sheet.health, self._around.window.language
        self.setWindowTitle(brief(self.tr("Score set by hand: {name}").format(name=sheet.name)))
        begun = _MIDDLE if health.score is None else health.score
        self.score.setValue(round(begun))
        self.reason.setText(health.hand.reason if health.hand else "")
        later = self._around.window.today() + timedelta(days=_DAYS)
        self.until.show_day(health.hand.until if health.hand else later)
        computed = self.tr("Computed: {score}").format(score=banded_text(health.score, health.band, language))
        self._standing.setText(brief(hand_sentence(health, language) or computed))
        self.end.setVisible(health.hand is not None)
        self.hold(held=False)
        self.score.setFocus()
        self.score.selectAll()
        self.fit()

    def hold(self, *, held: bool = True) -> None:
        for button in (self.main, self.end):
            button.setEnabled(not held)

    def _read(self) -> None:
        from csdesk.usecases.health import hand_sheet

        account, today = self._account, self._around.window.today()
        self._around.desk.ask(self, lambda book: hand_sheet(book, account, today), self.show_sheet)

    def _end(self) -> None:
        from csdesk.usecases.health_override import end_override

        account, today = self._account, self._around.window.today()
        self.save(lambda book: end_override(book, account, today))
