"""Until when a line of the day's list is put off."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from csdesk.ui.plain import brief
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import StepDialog, form
from csdesk.usecases.due_answers import put_off

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.due import DueItem

_DAYS = 14


class PutOff(StepDialog):
    """Begins two weeks ahead."""

    def __init__(self, around: Surroundings, item: DueItem, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        frame = around.window
        self._item = item
        self.setWindowTitle(brief(self.tr("Put off: {what}").format(what=item.lead.title or item.account_name)))
        self.main.setText(self.tr("Put off"))
        self.until = DayLine(self.tr("Until"), frame.today, frame.language, ahead=True, parent=self)
        self.until.show_day(frame.today() + timedelta(days=_DAYS))
        self.body.addLayout(form([(self.tr("Until"), self.until)]))
        self.until.setFocus()

    def check(self) -> None:
        if self.until.day is None or not self.until.is_to_come:
            self.say_wrong(self.tr("This needs a day to come. Try: tomorrow, +7, Mon."), self.until)
        else:
            self.save(partial(put_off, item=self._item, until=self.until.day))
