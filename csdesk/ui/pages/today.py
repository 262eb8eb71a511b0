"""Today: one list of what is due, with a few keys to work it off."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.page import Page
from csdesk.ui.rows import Column, Look, RowsModel, Tone
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.skeleton import Skeleton
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.ui.widgets.today_side import TodaySide
from csdesk.usecases.rows import delete_row
from csdesk.usecases.tasks import finish_task, snooze_task
from csdesk.usecases.team import TeamMember, team
from csdesk.usecases.today import DueItem, DueWhy, today_page
from csdesk.usecases.today import TodayPage as Answer
from csdesk.wording.due import due_what, due_why
from csdesk.wording.speech import day, money
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings

_TILES = 10
_SNOOZE_DAYS = 1


class TodayPage(Page):
    """Space ticks a next step off, Alt+S puts it off, F2 changes it; Enter opens the account."""

    name: ClassVar[str] = "today"

    _stack: QStackedLayout
    _list: QStackedLayout
    _body: QWidget
    _done: QWidget
    _teaching: EmptyState
    _nothing: QLabel

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._tiles = TileRow(_TILES, self)
        self._tiles.opened.connect(self.frame.explain)
        self._person = Choice([("", self.tr("Everyone"))], self.tr("Whose"), self)
        self._person.currentIndexChanged.connect(lambda _place: self.refresh())
        self._model: RowsModel[DueItem] = RowsModel(self._columns(), self, identity=_identity)
        self.sheet = SheetView(self._model, self.tr("What is due"), self)
        TableCopies(around, self.sheet)
        self.sheet.horizontalHeader().setStretchLastSection(True)
        self.sheet.opened.connect(self._open)
        self._side = TodaySide(self)
        self._side.opened.connect(self.frame.open_account)
        self._side.renewals_wanted.connect(self._open_renewals)
        self._first = True
        self._lay_out()
        self._keys()

    def take_focus(self) -> None:
        self.sheet.setFocus()

    def title(self) -> str:
        return PAGES[self.name].say(self.frame.language)

    def refresh(self) -> None:
        scope, person = self.frame.scope, str(self._person.key or "")
        as_of, kind = scope.as_of, scope.period.kind
        self.desk.ask(self, lambda book: today_page(book, as_of, person, kind), self.show_answer)
        self.desk.ask(self, team, self._offer_people, about="team")

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._tiles.show_tiles(answer.headline, self.frame.language, self.frame.currency)
        self._model.show_rows(answer.items)
        if self._first:
            self._first = False
            self.sheet.columns.fit()
        self._side.show_answer(answer, self.frame.language)
        if not answer.accounts:
            self._stack.setCurrentWidget(self._teaching)
        else:
            self._stack.setCurrentWidget(self._body)
            self._list.setCurrentWidget(self.sheet if answer.items else self._done)
        self._nothing.setText(self._next_words(answer))

    def tick(self) -> None:
        """Tick the current next step off."""
        task, on = self._step(), self.frame.today()
        if task is not None:
            self.desk.do(self, lambda book: finish_task(book, task, on), self._say_ticked, self.frame.complain)

    def snooze(self) -> None:
        """Put the current next step off until tomorrow."""
        task, until = self._step(), self.frame.today() + timedelta(days=_SNOOZE_DAYS)
        if task is not None:
            self.desk.do(self, lambda book: snooze_task(book, task, until), self._say_snoozed, self.frame.complain)

    def change(self) -> None:
        """Open the current next step."""
        task = self._step()
        if task is not None:
            self._open_task(task)

    def delete(self) -> None:
        """Delete the current next step."""
        task = self._step()
        if task is not None:
            act = partial(delete_row, kind=Kind.TASK, row=task)
            self.desk.do(self, act, self.frame.say_deleted, self.frame.complain)

    def _step(self) -> int | None:
        """The next step of the current line; that another line has none is said."""
        item = self._current()
        if item is not None and item.task is None:
            self.frame.toast(
                self.tr(
                    "Only a next step can be ticked off, put off or changed here. "
                    "This line goes when the account is dealt with; Enter opens it."
                )
            )
        return item.task if item is not None else None

    def _say_ticked(self, changes: Changes) -> None:
        self.frame.toast(self.tr("Done: {title}").format(title=changes.subject), undo=True)

    def _say_snoozed(self, changes: Changes) -> None:
        self.frame.toast(self.tr("Put off until tomorrow: {title}").format(title=changes.subject), undo=True)

    def _open(self, item: DueItem) -> None:
        if item.account is not None:
            self.frame.open_account(item.account)
        elif item.task is not None:
            self._open_task(item.task)

    def _open_task(self, task: int) -> None:
        from csdesk.ui.dialogs.edit_task import EditTask

        EditTask(self.around, task, self).open()

    def _open_renewals(self) -> None:
        from csdesk.ui.pages.accounts import AccountsPage

        page = self.frame.open_page("accounts")
        if isinstance(page, AccountsPage):
            page.show_view("renewals")

    def _current(self) -> DueItem | None:
        index = self.sheet.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def _next_words(self, answer: Answer) -> str:
        coming = answer.next_renewal
        if coming is None:
            return self.tr("No renewal is recorded for the time to come.")
        words = self.tr("The next renewal is {name}, on {day}.")
        return words.format(name=coming.account_name, day=day(coming.on, self.frame.language))

    def _offer_people(self, members: tuple[TeamMember, ...]) -> None:
        known = {self._person.itemData(place) for place in range(self._person.count())}
        for member in members:
            if member.name not in known:
                self._person.addItem(member.name, member.name)

    def _columns(self) -> tuple[Column[DueItem], ...]:
        language = self.frame.language
        return (
            Column(
                "account", self.tr("Account"), lambda i: i.account_name, lambda i: i.account_name, Look.NAME, width=178
            ),
            Column("why", self.tr("Why"), lambda i: str(i.why), self._why, width=156, tone=_tone),
            Column("title", self.tr("What"), self._what, self._what, width=186, tip=self._what),
            Column(
                "mrr",
                self.tr("MRR at stake"),
                lambda i: i.mrr,
                lambda i: money(i.mrr, self.frame.currency, language) if i.account else "",
                Look.NUMBER,
            ),
            Column("on", self.tr("When"), lambda i: i.on, lambda i: day(i.on, language) if i.on else ""),
            Column("owner", self.tr("Owner"), lambda i: i.owner, lambda i: i.owner),
        )

    def _why(self, item: DueItem) -> str:
        return due_why(item.why, item.days, self.frame.language)

    def _what(self, item: DueItem) -> str:
        return due_what(item.why, item.title, item.factor, self.frame.language)

    def _lay_out(self) -> None:
        self._teaching = EmptyState(
            "import",
            self.tr("Begin with the spreadsheet you have"),
            self.tr(
                "Drop your list of customers or contracts on the window. Renewals, next steps and customers at risk "
                "then stand here every morning."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )
        self._done = QWidget(self)
        calm = QVBoxLayout(self._done)
        heading = QLabel(self.tr("Nothing is waiting"), self._done)
        heading.setProperty("role", "section")
        self._nothing = QLabel(self._done)
        self._nothing.setProperty("role", "muted")
        calm.addStretch(1)
        calm.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        calm.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignHCenter)
        calm.addStretch(2)
        waiting = Skeleton(8, self)
        self._list = QStackedLayout()
        for widget in (waiting, self.sheet, self._done):
            self._list.addWidget(widget)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addWidget(self._tiles)
        row = QHBoxLayout()
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(self._heading())
        left.addLayout(self._list, 1)
        row.addLayout(left, 1)
        row.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._teaching)

    def _heading(self) -> QHBoxLayout:
        heading = QLabel(self.tr("What is due"), self)
        heading.setProperty("role", "section")
        keys = QLabel(self.tr("Space: done   Alt+S: tomorrow   F2: change   Enter: open"), self)
        keys.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(heading)
        row.addWidget(keys)
        row.addStretch(1)
        row.addWidget(self._person)
        return row

    def _keys(self) -> None:
        """What can be done with a line, by its key and in the table's menu."""
        for word, keys, act in (
            (self.tr("Done"), "Space", self.tick),
            (self.tr("Put off until tomorrow"), "Alt+S", self.snooze),
            (self.tr("Change..."), "F2", self.change),
            (self.tr("Delete"), "Del", self.delete),
        ):
            action = QAction(word, self.sheet)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.sheet.addAction(action)


def _identity(item: DueItem) -> object:
    return item.task or (item.why, item.account)


def _tone(item: DueItem) -> Tone:
    if item.why is DueWhy.HEALTH_RED:
        return Tone.BAD
    late = item.why is DueWhy.TASK and item.days is not None and item.days < 0
    return Tone.WARN if late or item.why is DueWhy.UNDECIDED else Tone.PLAIN
