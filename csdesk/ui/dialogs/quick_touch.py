"""Ctrl+Shift+A: log a touch in a few keys, from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from csdesk.models.kinds import TouchType
from csdesk.ui.dialogs.palette import found_by
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.finder import Candidate, Finder
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.touches import LONGEST_TOUCH, AccountName, TouchDraft, account_names, log_touch
from csdesk.wording.kinds import TOUCH_TYPES

if TYPE_CHECKING:
    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings


class QuickTouch(StepDialog):
    """Account, type, day, minutes, note and next step; Enter goes on from the account, Ctrl+Enter saves."""

    def __init__(self, around: Surroundings, account: int | None, parent: QWidget) -> None:
        super().__init__(around, parent)
        self._account = account
        frame = around.window
        self.setWindowTitle(self.tr("Log touch"))
        self.main.setText(self.tr("Save") + "  (Ctrl+Enter)")
        self.finder = Finder(self.tr("Account"), self.tr("Part of the name"), parent=self)
        self.type = Choice([(kind, TOUCH_TYPES[kind].say(frame.language)) for kind in TouchType], self.tr("Type"), self)
        self.day = DayLine(self.tr("Day"), frame.today, frame.language, happened=True, parent=self)
        self.day.line.setPlaceholderText(self.tr("today"))
        self.day.setToolTip(self.tr("today, yesterday, -2, Mon, 4/1, 2024-04-01"))
        self.minutes = QLineEdit(self)
        self.minutes.setValidator(QIntValidator(0, LONGEST_TOUCH, self.minutes))
        self.minutes.setFixedWidth(80)
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(84)
        self.next_step = QLineEdit(self)
        self.next_step.setPlaceholderText(self.tr("What comes next, if anything"))
        self.due = DayLine(self.tr("Due"), frame.today, frame.language, ahead=True, parent=self)
        self._lay_out()
        self.finder.picked.connect(lambda _key: self.type.setFocus())
        around.desk.ask(self, account_names, self._offer)
        self.finder.setFocus()

    def check(self) -> None:
        if not isinstance(self.finder.key, int) and len(self.finder.hits) == 1:
            self.finder.choose(self.finder.hits[0])
        account = self.finder.key
        if not isinstance(account, int):
            self.say_wrong(self.tr("Choose the account: type part of its name, then Enter."), self.finder)
        elif self.day.is_wrong:
            self.say_wrong(self.tr("This day is not understood. Try: today, yesterday, -2, 2024-04-01."), self.day)
        elif self.day.is_to_come:
            self.say_wrong(
                self.tr("This day is in the future. Until it has happened, it is a next step."),
                self.day,
            )
        elif self.due.is_wrong:
            self.say_wrong(self.tr("This day is not understood. Try: tomorrow, +7, Fri, 2024-04-01."), self.due)
        else:
            draft = self._draft(account)
            self.write(lambda book: log_touch(book, draft), self._saved)

    def _draft(self, account: int) -> TouchDraft:
        return TouchDraft(
            account=account,
            type=TouchType(str(self.type.key)),
            on=self.day.day or self._around.window.today(),
            minutes=int(self.minutes.text()) if self.minutes.text() else None,
            note=self.note.toPlainText().strip(),
            next_step=self.next_step.text().strip(),
            next_due=self.due.day,
        )

    def _saved(self, changes: Changes) -> None:
        self._around.window.toast(self.tr("Touch logged: {name}").format(name=changes.subject), undo=True)
        self.accept()

    def _offer(self, names: tuple[AccountName, ...]) -> None:
        offered = [Candidate(name.id, name.name, found_by(name)) for name in names]
        self.finder.offer(offered)
        chosen = next((candidate for candidate in offered if candidate.key == self._account), None)
        if chosen is not None and self.finder.key is None and not self.finder.line.text():
            self.finder.choose(chosen)
            if self.finder.line.hasFocus():
                self.type.setFocus()

    def _lay_out(self) -> None:
        self.body.addLayout(
            form(
                [
                    (self.tr("Account"), self.finder),
                    (self.tr("Type"), self.type),
                    (self.tr("Day"), self.day),
                    (self.tr("Minutes"), self.minutes),
                    (self.tr("Note"), self.note),
                    (self.tr("Next step"), self.next_step),
                    (self.tr("Due"), self.due),
                ]
            )
        )
