"""A survey answer typed in by hand: added, changed, or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from csdesk.models.kinds import EffortDirection, Kind, Survey, SurveyRelation
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.usecases.answers import AnswerDraft, answer_draft, save_answer, scale_of
from csdesk.wording.kinds import DIRECTIONS, RELATIONS, SURVEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.account import PersonRow
    from csdesk.usecases.answer_rows import Answerer

_USUAL = {
    Survey.NPS: SurveyRelation.RELATIONAL,
    Survey.CSAT: SurveyRelation.TRANSACTIONAL,
    Survey.CES: SurveyRelation.TRANSACTIONAL,
}
"""What each survey mostly asks about."""


class AnswerDialog(RowDialog):
    """`answer` None adds one. The scale is said beside the score; a score that is not on it is refused."""

    def __init__(
        self,
        around: Surroundings,
        account: int,
        answer: int | None,
        people: Sequence[PersonRow | Answerer],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around, Kind.ANSWER, answer, parent)
        self._account = account
        frame = around.window
        language = frame.language
        self.setWindowTitle(self.tr("Survey answer") if answer else self.tr("New survey answer"))
        self.survey = Choice([(survey, SURVEYS[survey].say(language)) for survey in Survey], self.tr("Survey"), self)
        self.score, self._scale = QLineEdit(self), muted("", self)
        self.score.setFixedWidth(64)
        self.day = DayLine(self.tr("Day"), frame.today, language, parent=self)
        self.day.show_day(frame.today())
        named = [(None, self.tr("not said")), *((person.id, person.name) for person in people)]
        self.who = Choice(named, self.tr("Who"), self)
        self.relation = Choice(
            [(one, RELATIONS[one].say(language)) for one in SurveyRelation], self.tr("Asked about"), self
        )
        self.direction = Choice(
            [(one, DIRECTIONS[one].say(language)) for one in EffortDirection], self.tr("Direction"), self
        )
        self.comment = QPlainTextEdit(self)
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(72)
        self._lay_out()
        self.survey.currentIndexChanged.connect(self._show_survey)
        self._show_survey()
        if answer is not None:
            self.main.setEnabled(False)
            around.desk.ask(self, lambda book: answer_draft(book, answer), self.show_draft)
        self.score.setFocus()

    def show_draft(self, draft: AnswerDraft) -> None:
        """Fill the fields with an answer."""
        self.survey.choose(draft.survey)
        self.score.setText(str(draft.score))
        self.day.show_day(draft.on)
        self.who.choose(draft.contact)
        self.relation.choose(draft.relation or _USUAL[draft.survey])
        self.direction.choose(draft.direction or EffortDirection.HIGH_IS_EASY)
        self.comment.setPlainText(draft.comment)
        self.main.setEnabled(True)

    def check(self) -> None:
        survey, typed = Survey(str(self.survey.key)), self.score.text().strip()
        least, most = scale_of(survey)
        if not typed.isdecimal() or not least <= int(typed) <= most:
            words = self.tr("{survey} runs from {least} to {most} in whole numbers; “{seen}” is not on it.")
            name = self.survey.currentText()
            self.say_wrong(words.format(survey=name, least=least, most=most, seen=typed), self.score)
        elif self.day.day is None or self.day.day > self._around.window.today():
            self.say_wrong(self.tr("An answer needs its day, today or earlier. Try: today, -2, 2024-04-01."), self.day)
        else:
            who = self.who.key
            draft = AnswerDraft(
                account=self._account,
                survey=survey,
                score=int(typed),
                on=self.day.day,
                contact=who if isinstance(who, int) else None,
                relation=SurveyRelation(str(self.relation.key)),
                direction=EffortDirection(str(self.direction.key)) if survey is Survey.CES else None,
                comment=self.comment.toPlainText(),
                id=self.row,
            )
            self.save(lambda book: save_answer(book, draft))

    def _show_survey(self) -> None:
        survey = Survey(str(self.survey.key))
        least, most = scale_of(survey)
        self._scale.setText(self.tr("from {least} to {most}").format(least=least, most=most))
        self.relation.choose(_USUAL[survey])
        self.direction.setEnabled(survey is Survey.CES)

    def _lay_out(self) -> None:
        self.body.addLayout(
            form(
                [
                    (self.tr("Survey"), self.survey),
                    (self.tr("Score"), self.score),
                    ("", self._scale),
                    (self.tr("Day"), self.day),
                    (self.tr("Who"), self.who),
                    (self.tr("Asked about"), self.relation),
                    (self.tr("Direction (CES)"), self.direction),
                    (self.tr("Comment"), self.comment),
                ]
            )
        )
