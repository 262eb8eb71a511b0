"""A next step: changed, given another day or owner, ticked off, skipped with a reason, or deleted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.material import MaterialOpening
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.ui.widgets.step_fields import MaterialLine, RepeatLine
from csdesk.usecases.tasks import TaskDraft, save_task, task_draft
from csdesk.usecases.team import TeamMember, team

if TYPE_CHECKING:
    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book

_WIDTH = 520


class EditTask(RowDialog):
    """Reads the next step first; what it does not show stays as it is."""

    def __init__(self, around: Surroundings, task: int, parent: QWidget) -> None:
        super().__init__(around, Kind.TASK, task, parent)
        self.setWindowTitle(self.tr("Next step"))
        self.setMinimumWidth(_WIDTH)
        self._draft: TaskDraft | None = None
        frame = around.window
        self.title = QLineEdit(self)
        self.due = DayLine(self.tr("Due"), frame.today, frame.language, ahead=True, parent=self)
        self.owner = Choice([("", self.tr("Nobody"))], self.tr("Owner"), self)
        self.is_done = QCheckBox(self.tr("Done"), self)
        until = DayLine(self.tr("Repeats until"), frame.today, frame.language, ahead=True, parent=self)
        self.until, self.repeat = until, RepeatLine(until, self.tr("until"), self)
        self.material = MaterialLine(around, self, opens=True)
        self.material.wanted.connect(self._open)
        self.skipped = QLineEdit(self)
        self.skipped.setPlaceholderText(self.tr("Why it will not be done, if it will not"))
        self.body.addLayout(
            form(
                [
                    (self.tr("Next step"), self.title),
                    (self.tr("Due"), self.due),
                    (self.tr("Owner"), self.owner),
                    (self.tr("Repeats every"), self.repeat),
                    (self.tr("Material"), self.material),
                    ("", self.is_done),
                    (self.tr("Skipped because"), self.skipped),
                ]
            )
        )
        self.main.setEnabled(False)

        def question(book: Book) -> tuple[TaskDraft, tuple[TeamMember, ...]]:
            return task_draft(book, task), team(book)

        around.desk.ask(self, question, self._show)

    def check(self) -> None:
        if self._draft is None:
            return
        if not self.title.text().strip():
            self.say_wrong(self.tr("A next step needs words."), self.title)
            return
        if self.due.is_wrong:
            self.say_wrong(self.tr("This day is not understood. Try: tomorrow, +7, Fri, 2024-04-01."), self.due)
            return
        if self.until.is_wrong and self.repeat.days:
            self.say_wrong(self.tr("This day is not understood. Try: tomorrow, +7, Fri, 2024-04-01."), self.until)
            return
        wanted = self._wanted(self._draft)
        self.save(lambda book: save_task(book, wanted))

    def _wanted(self, before: TaskDraft) -> TaskDraft:
        """The next step as it stands in the fields."""
        skipped = self.skipped.text().strip()
        done_on = before.done_on or self._around.window.today()
        return replace(
            before,
            title=self.title.text().strip(),
            due_on=self.due.day,
            owner=str(self.owner.key),
            done_on=done_on if self.is_done.isChecked() or skipped else None,
            skipped_reason=skipped,
            repeat_days=self.repeat.days,
            repeat_until=self.until.day,
            material=self.material.material,
            file=self.material.file,
        )

    def _open(self) -> None:
        """Keep what stands in the fields where it is another than before, then open what the step carries."""
        draft, task = self._draft, self.row
        if draft is None or task is None:
            return
        carried = replace(draft, material=self.material.material, file=self.material.file)
        if carried == draft:
            MaterialOpening(self._around, task, self).start()
            return

        def kept(_changes: Changes) -> None:
            self._draft = carried
            self.hold(held=False)
            MaterialOpening(self._around, task, self).start()

        self.write(lambda book: save_task(book, carried), kept)

    def _show(self, answer: tuple[TaskDraft, tuple[TeamMember, ...]]) -> None:
        self._draft, members = answer
        for member in members:
            if member.active or member.name == self._draft.owner:
                self.owner.addItem(member.name, member.name)
        self.title.setText(self._draft.title)
        self.due.show_day(self._draft.due_on)
        self.owner.choose(self._draft.owner)
        self.is_done.setChecked(self._draft.done_on is not None and not self._draft.skipped_reason)
        self.skipped.setText(self._draft.skipped_reason)
        self.repeat.every.setValue(self._draft.repeat_days or 0)
        self.until.show_day(self._draft.repeat_until)
        self.material.show_material(self._draft.material, self._draft.file)
        self.main.setEnabled(True)
        self.title.setFocus()
