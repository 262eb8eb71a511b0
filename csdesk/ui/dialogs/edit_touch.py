"""A logged touch: changed or deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from csdesk.models.kinds import Kind, TouchType
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.usecases.touches import LONGEST_TOUCH, TouchDraft, edit_touch, touch_draft
from csdesk.wording.kinds import TOUCH_TYPES

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings


class EditTouch(RowDialog):
    """Reads the touch first; what it does not show stays as it is."""

    def __init__(self, around: Surroundings, touch: int, parent: QWidget) -> None:
        super().__init__(around, Kind.TOUCH, touch, parent)
        self.setWindowTitle(self.tr("Touch"))
        self._draft: TouchDraft | None = None
        frame = around.window
        self.type = Choice([(kind, TOUCH_TYPES[kind].say(frame.language)) for kind in TouchType], self.tr("Type"), self)
        self.day = DayLine(self.tr("Day"), frame.today, frame.language, happened=True, parent=self)
        self.minutes = QLineEdit(self)
        self.minutes.setValidator(QIntValidator(0, LONGEST_TOUCH, self.minutes))
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        self.body.addLayout(
            form(
                [
                    (self.tr("Type"), self.type),
                    (self.tr("Day"), self.day),
                    (self.tr("Minutes"), self.minutes),
                    (self.tr("Note"), self.note),
                ]
            )
        )
        self.main.setEnabled(False)
        around.desk.ask(self, lambda book: touch_draft(book, touch), self.show_draft)

    def show_draft(self, draft: TouchDraft) -> None:
        """Fill the fields."""
        self._draft = draft
        self.type.choose(draft.type)
        self.day.show_day(draft.on)
        self.minutes.setText("" if draft.minutes is None else str(draft.minutes))
        self.note.setPlainText(draft.note)
        self.main.setEnabled(True)
        self.note.setFocus()

    def check(self) -> None:
        if self._draft is None:
            return
        if self.day.day is None:
            self.say_wrong(self.tr("This day is not understood. Try: today, yesterday, -2, 2024-04-01."), self.day)
            return
        if self.day.is_to_come and self.day.day != self._draft.on:
            self.say_wrong(
                self.tr("This day is in the future. Until it has happened, it is a next step."),
                self.day,
            )
            return
        wanted = replace(
            self._draft,
            type=TouchType(str(self.type.key)),
            on=self.day.day,
            minutes=int(self.minutes.text()) if self.minutes.text() else None,
            note=self.note.toPlainText().strip(),
        )
        touch = self.row
        assert touch is not None
        self.save(lambda book: edit_touch(book, touch, wanted))
