"""A play is started for an account: its steps become next steps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.plays import Play, PlayStep, plays, start_play
from csdesk.wording.materials import step_words
from csdesk.wording.signals import signal_name
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.signals.found import Found
    from csdesk.models.signals import Signal
    from csdesk.ui.page import Surroundings


class StartPlay(StepDialog):
    """Offers the plays that are on; one against the `signal` first. `risk` is what it is started against, or a signal
    that was `found`, which is answered with it."""

    def __init__(
        self,
        around: Surroundings,
        account: int,
        parent: QWidget,
        *,
        risk: int | None = None,
        signal: Signal | None = None,
        found: Found | None = None,
    ) -> None:
        super().__init__(around, parent)
        self._account, self._risk, self._found = account, risk, found
        self._signal = found.signal if found else signal
        self._plays: tuple[Play, ...] = ()
        frame = around.window
        self.setWindowTitle(self.tr("Start a play"))
        self.main.setText(self.tr("Start"))
        self.main.setEnabled(False)
        self.play = Choice((), self.tr("Play"), self)
        self.day = DayLine(self.tr("Start"), frame.today, frame.language, parent=self)
        self.day.show_day(frame.today())
        self.steps = muted("", self)
        self.body.addLayout(form([(self.tr("Play"), self.play), (self.tr("Start"), self.day)]))
        self.body.addWidget(self.steps)
        self.play.currentIndexChanged.connect(self._tell)
        self.day.line.textChanged.connect(self._tell)
        language = frame.language
        around.desk.ask(self, lambda book: plays(book, language), self.show_plays)

    def show_plays(self, found: tuple[Play, ...]) -> None:
        """Offer these."""
        on = [play for play in found if not play.off]
        self._plays = tuple(sorted(on, key=lambda play: play.signal is not self._signal or self._signal is None))
        self.play.offer([(at, self._named(play)) for at, play in enumerate(self._plays)], 0)
        self.main.setEnabled(bool(self._plays))
        self._tell()

    def check(self) -> None:
        on = self.day.day
        if self.day.is_wrong or on is None:
            self.say_wrong(self.tr("This day is not understood. Try: today, +7, 2024-04-01."), self.day)
            return
        play, account, risk, found = self._chosen(), self._account, self._risk, self._found
        self.save(lambda book: start_play(book, account, play, on, risk, found))

    def _chosen(self) -> Play:
        return self._plays[int(str(self.play.key))]

    def _named(self, play: Play) -> str:
        against = signal_name(play.signal, self._around.window.language) if play.signal else ""
        return f"{play.name} ({against})" if against else play.name

    def _step(self, step: PlayStep) -> str:
        return step_words(step.title, step.repeat_days, step.material, self._around.window.language)

    def _tell(self) -> None:
        if not self._plays:
            return
        language, on = self._around.window.language, self.day.day or self._around.window.today()
        theirs = self.tr("customer")
        lines = [
            brief(f"{day(on + timedelta(days=one.due_days), language)}  {self._step(one)}")
            + (f"  ({theirs})" if one.customer_side else "")
            for one in self._chosen().steps
        ]
        self.steps.setText("\n".join(lines))
        self.fit()
