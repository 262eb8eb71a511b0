"""How many people were asked to answer a survey, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from csdesk.models.kinds import Survey
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.invitations import MOST_ASKED, InvitationDraft, add_invitation
from csdesk.wording.kinds import SURVEYS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings


class AskedDialog(StepDialog):
    """Begins with NPS and today; a number that is none is said in the dialog."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        frame = around.window
        self.setWindowTitle(self.tr("Who was asked"))
        self.survey = Choice([(s, SURVEYS[s].say(frame.language)) for s in Survey], self.tr("Survey"), self)
        self.asked, self.name = QLineEdit(self), QLineEdit(self)
        self.asked.setFixedWidth(100)
        self.name.setPlaceholderText(self.tr("Autumn survey"))
        self.day = DayLine(self.tr("Asked on"), frame.today, frame.language, happened=True, parent=self)
        self.day.show_day(frame.today())
        hint = muted(self.tr("All who were asked, those who answered among them."), self)
        self.body.addLayout(
            form(
                [
                    (self.tr("Survey"), self.survey),
                    (self.tr("People asked"), self.asked),
                    ("", hint),
                    (self.tr("Asked on"), self.day),
                    (self.tr("Occasion"), self.name),
                ]
            )
        )
        self.asked.setFocus()

    def check(self) -> None:
        typed = self.asked.text().strip().replace(",", "")
        if not typed.isdecimal() or not 1 <= int(typed) <= MOST_ASKED:
            self.say_wrong(self.tr("How many people were asked? A whole number from 1 up."), self.asked)
        elif self.day.day is None or self.day.is_to_come:
            self.say_wrong(self.tr("When were they asked? A day, today or earlier: today, -2, 2024-04-01."), self.day)
        else:
            draft = InvitationDraft(Survey(str(self.survey.key)), int(typed), self.day.day, name=self.name.text())
            self.save(lambda book: add_invitation(book, draft))
