"""One account: header, timeline with composer, next steps, people, contracts, use, facts, history."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from csdesk.models.kinds import Kind
from csdesk.ui.material import MaterialOpening
from csdesk.ui.page import Page
from csdesk.ui.pages.account_history import History
from csdesk.ui.pages.account_rows import (
    delete,
    explain_health,
    open_person,
    open_review,
    open_row,
    override_health,
    set_health,
)
from csdesk.ui.plain import brief
from csdesk.ui.widgets.account.cards import FactsCard, PeopleCard, UseCard
from csdesk.ui.widgets.account.contracts import ContractsCard
from csdesk.ui.widgets.account.header import AccountHeader
from csdesk.ui.widgets.account.health import HealthCard
from csdesk.ui.widgets.account.tasks import TasksCard
from csdesk.ui.widgets.account.timeline import Composer, Timeline
from csdesk.ui.widgets.account.use import UseCharts
from csdesk.ui.widgets.account.voice import VoiceCard
from csdesk.ui.widgets.account.work import WorkCards
from csdesk.ui.widgets.skeleton import Skeleton
from csdesk.usecases.account import AccountPage as Answer
from csdesk.usecases.account import account_page
from csdesk.usecases.tasks import finish_task, save_task
from csdesk.usecases.touches import log_touch

if TYPE_CHECKING:
    from datetime import date

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.account import TaskRow, TimelineItem
    from csdesk.usecases.books import Book
    from csdesk.usecases.contract_rows import ContractRow
    from csdesk.usecases.plays import PlayRun
    from csdesk.usecases.tasks import TaskDraft
    from csdesk.usecases.touches import TouchDraft

_RIGHT = 380


class AccountPage(Page):
    """Everything about one customer, nothing more than one click away."""

    name: ClassVar[str] = "account"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.account: int | None = None
        self._answer: Answer | None = None
        language = self.frame.language
        self._header = AccountHeader(self.frame, self)
        self._composer = Composer(self.frame, self)
        self._timeline = Timeline(language, self)
        self._history = History(around, self)
        self._health = HealthCard(language, self)
        self._tasks = TasksCard(self.frame, self)
        self._people = PeopleCard(self.frame.language, self)
        self._contracts = ContractsCard(self.frame, self)
        self._voice = VoiceCard(language, self)
        self._use = UseCard(language, self)
        self._charts = UseCharts(around, self)
        self._facts = FactsCard(language, self)
        self._work = WorkCards(self.frame, self)
        self._lay_out()
        self._connect()

    def take_focus(self) -> None:
        self._composer.note.setFocus()

    def title(self) -> str:
        return self._answer.row.name if self._answer else self.tr("Account")

    def show_account(self, account: int) -> None:
        """Turn to an account."""
        if account != self.account:
            self.account = account
            self._stack.setCurrentIndex(0)
            self._composer.clear()
            self._cards.verticalScrollBar().setValue(0)
            self._timeline.scrollToTop()
        self.refresh()

    def refresh(self) -> None:
        account, as_of = self.account, self.frame.scope.as_of
        if account is not None:
            self.desk.ask(self, lambda book: _page_or_gone(book, account, as_of), self._show_or_leave)

    @property
    def plays(self) -> tuple[PlayRun, ...]:
        """The account's plays, as shown."""
        return self._answer.work.plays if self._answer else ()

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        self._answer = answer
        self._header.show_page(answer, self.frame.scope.as_of)
        self._timeline.show_items(answer.timeline)
        self._history.show_history(answer.row.id, answer.history)
        self._health.show_health(answer.health)
        self._tasks.show_tasks(answer.tasks, self.frame.today())
        self._people.show_people(answer.people)
        self._contracts.show_contracts(answer.contracts, self.frame.scope.as_of)
        self._voice.show_answers(answer.timeline)
        self._use.show_use(answer.use)
        self._charts.show_use(answer.use, answer.row.id, self.frame.scope.as_of)
        self._facts.show_facts(answer.fields)
        self._work.show_work(answer.work)
        self._stack.setCurrentIndex(1)
        if self.isVisible():
            self.window().setWindowTitle(brief(answer.row.name))

    # -- changing --------------------------------------------------------------------------------------------------

    def _log(self, draft: TouchDraft) -> None:
        if self.account is not None:
            touch = replace(draft, account=self.account)
            self.desk.do(self, lambda book: log_touch(book, touch), self._logged, self.frame.complain)

    def _logged(self, changes: Changes) -> None:
        self._composer.clear()
        self.frame.toast(self.tr("Touch logged: {name}").format(name=changes.subject), undo=True)

    def _tick(self, task: TaskRow, done: bool) -> None:  # noqa: FBT001 - a signal's argument
        on = self.frame.today() if done else None
        self.desk.do(self, lambda book: finish_task(book, task.id, on), None, self.frame.complain)

    def _add_task(self, draft: TaskDraft) -> None:
        task = replace(draft, account=self.account)
        self.desk.do(self, lambda book: save_task(book, task), None, partial(self._tasks.give_back, draft))

    def _open_task(self, task: TaskRow) -> None:
        from csdesk.ui.dialogs.edit_task import EditTask

        EditTask(self.around, task.id, self).open()

    def _open_contract(self, contract: ContractRow | None) -> None:
        from csdesk.ui.dialogs.contract import ContractDialog

        if self.account is not None:
            ContractDialog(self.around, self.account, contract, self).open()

    def _open_answer(self, answer: int | None) -> None:
        from csdesk.ui.dialogs.answer import AnswerDialog

        if self.account is not None and self._answer is not None:
            AnswerDialog(self.around, self.account, answer, self._answer.people, self).open()

    def _open_item(self, item: TimelineItem) -> None:
        if item.kind is Kind.CONTRACT and self._answer is not None:
            line = next((contract for contract in self._answer.contracts if contract.id == item.id), None)
            if line is not None:
                self._open_contract(line)
        elif item.kind is Kind.ANSWER:
            self._open_answer(item.id)
        elif item.kind is Kind.TOUCH:
            from csdesk.ui.dialogs.edit_touch import EditTouch

            EditTouch(self.around, item.id, self).open()
        else:
            open_row(self, item.kind, item.id)

    def _show_or_leave(self, answer: Answer | str) -> None:
        if isinstance(answer, str):
            self.account = None
            if self.isVisible():
                self.frame.open_page("accounts")
        elif answer.row.id == self.account:
            self.show_answer(answer)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = self._left = QTabWidget(self)
        left.setDocumentMode(True)
        dated = QWidget(self)
        column = QVBoxLayout(dated)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._composer)
        column.addWidget(self._timeline, 1)
        left.addTab(dated, self.tr("Timeline"))
        left.addTab(self._charts, self.tr("Use"))
        left.addTab(self._history, self.tr("History"))
        left.tabBar().setAccessibleName(self.tr("Timeline, use or history"))
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 8, 0)
        row.setSpacing(16)
        row.addWidget(left, 1)
        self._cards = self._right()
        row.addWidget(self._cards)
        body = QWidget(self)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(Skeleton(16, self))
        self._stack.addWidget(body)

    def _right(self) -> QScrollArea:
        cards = QWidget(self)
        cards.setProperty("role", "page")
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 8, 12)
        column.setSpacing(10)
        for card in (self._tasks, self._people, self._contracts, self._work, self._health, self._voice, self._use,
                     self._facts):  # fmt: skip
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFixedWidth(_RIGHT)
        area.setWidget(cards)
        return area

    def _connect(self) -> None:
        self._composer.written.connect(self._log)
        self._timeline.opened.connect(self._open_item)
        self._tasks.ticked.connect(self._tick)
        self._tasks.added.connect(self._add_task)
        self._tasks.opened.connect(self._open_task)
        self._tasks.unwanted.connect(lambda task: delete(self, Kind.TASK, task.id))
        self._tasks.carried.connect(lambda task: MaterialOpening(self.around, task.id, self).start())
        self._work.opened.connect(partial(open_row, self))
        self._people.opened.connect(partial(open_person, self))
        self._header.review_wanted.connect(partial(open_review, self))
        self._contracts.opened.connect(self._open_contract)
        self._health.opened.connect(partial(set_health, self))
        self._health.asked.connect(partial(explain_health, self))
        self._health.overridden.connect(partial(override_health, self))
        self._voice.opened.connect(self._open_answer)
        self._use.opened.connect(lambda: self._left.setCurrentWidget(self._charts))


def _page_or_gone(book: Book, account: int, as_of: date) -> Answer | str:
    """The account, or why there is none: it may have been deleted by another step or window."""
    from csdesk.usecases.rows import Gone

    try:
        return account_page(book, account, as_of)
    except Gone as gone:
        return str(gone)
