"""A play at work is ended, with a word on whether it helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from csdesk.models.signals import Helped
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.plays import PlayRun, end_play
from csdesk.wording.risks import HELPED

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings


class EndPlay(StepDialog):
    """Asks why for the steps that are still open, which are skipped then."""

    def __init__(self, around: Surroundings, run: PlayRun, parent: QWidget) -> None:
        super().__init__(around, parent)
        self._run = run
        self._open = run.steps - run.done - run.skipped
        language = around.window.language
        self.setWindowTitle(run.play)
        self.main.setText(self.tr("End the play"))
        self.helped = Choice([(one, HELPED[one].say(language)) for one in Helped], self.tr("Did it help?"), self)
        self.helped.choose(run.helped or Helped.UNKNOWN)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Why the open steps are skipped"))
        said = self.tr("Steps: {steps}. Done: {done}. Skipped: {skipped}. Open: {open}.")
        told = said.format(steps=run.steps, done=run.done, skipped=run.skipped, open=self._open)
        self.body.addWidget(muted(told, self))
        fields: list[tuple[str, QWidget]] = [(self.tr("Did it help?"), self.helped)]
        if self._open:
            fields.append((self.tr("Reason"), self.reason))
        self.body.addLayout(form(fields))
        self.reason.setVisible(bool(self._open))

    def check(self) -> None:
        if self._open and not self.reason.text().strip():
            self.say_wrong(self.tr("Say why the open steps are skipped."), self.reason)
            return
        run, helped, reason = self._run.id, Helped(str(self.helped.key)), self.reason.text()
        on = self._run.ended_on or self._around.window.today()
        self.save(lambda book: end_play(book, run, helped, on, reason))
