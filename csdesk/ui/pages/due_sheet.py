"""The day's list, worked off by keyboard."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from csdesk.models.kinds import Kind
from csdesk.models.signals import Signal
from csdesk.ui.rows import RowsModel
from csdesk.ui.widgets.due_words import due_columns
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.contract_rows import line_to_renew
from csdesk.usecases.due import DueItem, DueReason, DueWhy
from csdesk.usecases.due_answers import put_off, settle
from csdesk.usecases.rows import delete_row
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Frame, Surroundings
    from csdesk.usecases.contract_rows import ContractRow

_WEEK = 7
_OF_RENEWAL = frozenset({DueWhy.RENEWAL, DueWhy.UNDECIDED})
_OF_HEALTH = frozenset({Signal.SCORE_DROP, Signal.LOW_ADOPTION, Signal.NO_VALUE})


class DueSheet(SheetView):
    """Space: a line is done; Alt+S puts it off, Alt+W tells why it is here, F2 changes its next step or milestone;
    Enter opens the account. `headings` are the columns' by key, and `all` the list's name."""

    def __init__(self, around: Surroundings, headings: Mapping[str, str], parent: QWidget) -> None:
        frame = around.window
        columns = due_columns(headings, frame.currency, frame.language)
        self.around = around
        self.lines: RowsModel[DueItem] = RowsModel(columns, identity=lambda item: item.identity)
        super().__init__(self.lines, headings["all"], parent)
        self.lines.setParent(self)
        TableCopies(around, self)
        self.horizontalHeader().setStretchLastSection(True)
        self.opened.connect(self._open)
        self._keys()

    @property
    def frame(self) -> Frame:
        """The window around the list."""
        return self.around.window

    def tick(self) -> None:
        """The current line is done."""
        item, frame = self._current(), self.frame
        if item is not None:
            act = partial(settle, item=item, on=max(frame.today(), frame.scope.as_of))
            self.around.desk.do(self, act, self._say_ticked, frame.complain)

    def snooze(self) -> None:
        """Put the current line off until tomorrow."""
        self._put_off(self.frame.today() + timedelta(days=1))

    def snooze_week(self) -> None:
        """Put the current line off until Monday."""
        today = self.frame.today()
        self._put_off(today + timedelta(days=_WEEK - today.weekday()))

    def snooze_until(self) -> None:
        """Ask until when the current line is put off."""
        from csdesk.ui.dialogs.put_off import PutOff

        item = self._current()
        if item is not None:
            PutOff(self.around, item, self).open()

    def _put_off(self, until: date) -> None:
        item = self._current()
        if item is not None:
            said = partial(self._say_put_off, until=until)
            self.around.desk.do(self, partial(put_off, item=item, until=until), said, self.frame.complain)

    def explain(self) -> None:
        """Tell why the current line is here."""
        from csdesk.ui.dialogs.due_reasons import DueReasons

        item = self._current()
        if item is not None:
            dialog = DueReasons(self.around, item, self)
            dialog.opened.connect(lambda reason: self._open_reason(item, reason))
            dialog.open()

    def change(self) -> None:
        """Open the current line's next step or milestone."""
        item = self._current()
        if item is not None and item.lead.row is not None:
            self._open_reason(item, item.lead)
        elif item is not None:
            self._say_no_step()

    def open_material(self) -> None:
        """Open what the current next step carries."""
        from csdesk.ui.material import MaterialOpening

        item = self._current()
        if item is not None and item.task is not None:
            MaterialOpening(self.around, item.task, self).start()
        elif item is not None:
            self._say_no_step()

    def delete(self) -> None:
        """Delete the current next step."""
        item = self._current()
        if item is not None and item.task is not None:
            act = partial(delete_row, kind=Kind.TASK, row=item.task)
            self.around.desk.do(self, act, self.frame.say_deleted, self.frame.complain)
        elif item is not None:
            self._say_no_step()

    def _say_no_step(self) -> None:
        self.frame.toast(
            self.tr("This line is no next step. Space says that it is dealt with, Alt+S puts it off; Enter opens it.")
        )

    def _say_ticked(self, changes: Changes) -> None:
        self.frame.toast(self.tr("Done: {title}").format(title=changes.subject), undo=True)

    def _say_put_off(self, changes: Changes, until: date) -> None:
        said = self.tr("Put off until {day}: {title}")
        self.frame.toast(said.format(day=day(until, self.frame.language), title=changes.subject), undo=True)

    def _open(self, item: DueItem) -> None:
        if item.account is not None:
            self.frame.open_account(item.account)
        else:
            self._open_reason(item, item.lead)

    def _open_reason(self, item: DueItem, reason: DueReason) -> None:
        """What a reason rests on: the step, the milestone, the contract line, the moves of health, else the account."""
        if reason.why is DueWhy.TASK and reason.row is not None:
            self._open_task(reason.row)
        elif item.account is None:
            return
        elif reason.why is DueWhy.MILESTONE:
            from csdesk.ui.dialogs.work_row import WorkRow

            WorkRow(self.around, Kind.MILESTONE, item.account, reason.row, self).open()
        elif reason.why in _OF_RENEWAL:
            self._open_renewal(item.account, reason.on)
        elif reason.why is DueWhy.HEALTH_RED or reason.signal in _OF_HEALTH:
            from csdesk.ui.dialogs.health_change import HealthChange

            HealthChange(self.around, item.account, self).open()
        else:
            self.frame.open_account(item.account)

    def _open_renewal(self, account: int, on: date | None) -> None:
        """The line that is to be renewed on a day; the account where it is there no more."""
        as_of = self.frame.scope.as_of

        def show(line: ContractRow | None) -> None:
            from csdesk.ui.dialogs.contract import ContractDialog

            if line is None:
                self.frame.open_account(account)
            else:
                ContractDialog(self.around, account, line, self).open()

        self.around.desk.ask(self, lambda book: line_to_renew(book, account, on, as_of), show, about="renewal")

    def _open_task(self, task: int) -> None:
        from csdesk.ui.dialogs.edit_task import EditTask

        EditTask(self.around, task, self).open()

    def _current(self) -> DueItem | None:
        index = self.currentIndex()
        return self.lines.row_at(index.row()) if index.isValid() else None

    def _keys(self) -> None:
        """What can be done with a line, by its key and in the table's menu."""
        for word, keys, act in (
            (self.tr("Done"), "Space", self.tick),
            (self.tr("Put off until tomorrow"), "Alt+S", self.snooze),
            (self.tr("Put off until Monday"), "Alt+Shift+S", self.snooze_week),
            (self.tr("Put off until..."), "Alt+U", self.snooze_until),
            (self.tr("Why it is here"), "Alt+W", self.explain),
            (self.tr("Open its material"), "Alt+O", self.open_material),
            (self.tr("Change..."), "F2", self.change),
            (self.tr("Delete"), "Del", self.delete),
        ):
            action = QAction(word, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.addAction(action)
