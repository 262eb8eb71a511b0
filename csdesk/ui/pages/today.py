"""Today: one list of what is due, with three keys to work it off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from csdesk.ui.page import Page
from csdesk.ui.rows import Column, Look, RowsModel, Tone
from csdesk.ui.widgets.card import clear, muted
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.skeleton import Skeleton
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.usecases.tasks import finish_task, snooze_task
from csdesk.usecases.team import TeamMember, team
from csdesk.usecases.today import DueItem, DueWhy, RiskyRenewal, today_page
from csdesk.usecases.today import TodayPage as Answer
from csdesk.wording.due import due_what, due_why, held_back
from csdesk.wording.speech import day, money
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings

_TILES = 10
_SNOOZE_DAYS = 1
_SIDE = 260
_RISKS = 4
"""Renewals at risk named beside the list; the rest are counted."""


class TodayPage(Page):
    """Space ticks a next step off, Alt+S puts it off, Enter opens the account."""

    name: ClassVar[str] = "today"
    icon: ClassVar[str] = "today"

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
        self._side = _Side(self)
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
        self._side.show_answer(answer, self)
        if not answer.accounts:
            self._stack.setCurrentWidget(self._teaching)
        else:
            self._stack.setCurrentWidget(self._body)
            self._list.setCurrentWidget(self.sheet if answer.items else self._done)
        self._nothing.setText(self._next_words(answer))

    def tick(self) -> None:
        """Tick the current next step off; other lines leave the list when what they say is dealt with."""
        item = self._current()
        if item is None:
            return
        if item.task is None:
            self.frame.toast(self.tr("This line goes when the account is dealt with. Enter opens it."))
            return
        task, on = item.task, self.frame.today()
        self.desk.do(self, lambda book: finish_task(book, task, on), self._say_ticked, self.frame.complain)

    def snooze(self) -> None:
        """Put the current next step off until tomorrow."""
        item = self._current()
        if item is None or item.task is None:
            return
        task, until = item.task, self.frame.today() + timedelta(days=_SNOOZE_DAYS)
        self.desk.do(self, lambda book: snooze_task(book, task, until), self._say_snoozed, self.frame.complain)

    def _say_ticked(self, changes: Changes) -> None:
        self.frame.toast(self.tr("Done: {title}").format(title=changes.subject), undo=True)

    def _say_snoozed(self, changes: Changes) -> None:
        self.frame.toast(self.tr("Put off until tomorrow: {title}").format(title=changes.subject), undo=True)

    def _open(self, item: DueItem) -> None:
        if item.account is not None:
            self.frame.open_account(item.account)

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
        keys = QLabel(self.tr("Space: done   Alt+S: tomorrow   Enter: open"), self)
        keys.setProperty("role", "small")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(heading)
        row.addWidget(keys)
        row.addStretch(1)
        row.addWidget(self._person)
        return row

    def _keys(self) -> None:
        for keys, act in (("Space", self.tick), ("Alt+S", self.snooze)):
            shortcut = QShortcut(QKeySequence(keys), self.sheet)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)


class _Side(QFrame):
    """The team's week and the quarter ahead, beside the list. `opened` carries an account; `renewals_wanted` asks for
    every renewal of the quarter ahead."""

    opened = Signal(object)
    renewals_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(_SIDE)
        self._week, self._ahead, self._when = QLabel(self), QLabel(self), QLabel(self)
        self._ahead.setWordWrap(True)
        self._ahead.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _LINKS_BY_KEY)
        self._ahead.linkActivated.connect(lambda _link: self.renewals_wanted.emit())
        self._when.setProperty("role", "muted")
        self._risks, self._next = QVBoxLayout(), QVBoxLayout()
        self._risks.setSpacing(2)
        self._next_heading = self._heading(self.tr("The next renewal"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._heading(self.tr("This week")))
        column.addWidget(self._week)
        column.addSpacing(4)
        column.addWidget(self._heading(self.tr("The next 90 days")))
        column.addWidget(self._ahead)
        column.addLayout(self._risks)
        column.addSpacing(4)
        column.addWidget(self._next_heading)
        column.addLayout(self._next)
        column.addWidget(self._when)

    def show_answer(self, answer: Answer, page: TodayPage) -> None:
        """What was done, what is at risk and why, and the next renewal."""
        self._week.setText(self.tr("Touches logged: {n}").format(n=answer.touches_this_week))
        said = self._sentence(answer.renewals_90_days, len(answer.at_risk))
        self._ahead.setText(f'<a href="renewals">{said}</a>' if answer.renewals_90_days else said)
        self._ahead.setAccessibleName(said)
        clear(self._risks)
        for risk in answer.at_risk[:_RISKS]:
            self._risks.addWidget(self._link(risk.name, risk.account))
            self._risks.addWidget(muted(self._why(risk, page.frame.language), self))
        if len(answer.at_risk) > _RISKS:
            more = self.tr("and {n} more").format(n=len(answer.at_risk) - _RISKS)
            self._risks.addWidget(muted(more, self))
        self._show_next(answer.next_renewal, page.frame.language)

    def _sentence(self, coming: int, risky: int) -> str:
        if not coming:
            return self.tr("No renewal is due.")
        words = self.tr("Of the {n} renewals in the next 90 days, {risk} are at high risk.")
        return words.format(n=coming, risk=risky)

    def _why(self, risk: RiskyRenewal, language: Language) -> str:
        plan = self.tr("next step planned") if risk.planned else self.tr("no next step yet")
        why = held_back(risk.factor, language) if risk.factor else ""
        return "  ·  ".join(filter(None, (day(risk.on, language), why, plan)))

    def _show_next(self, coming: DueItem | None, language: Language) -> None:
        clear(self._next)
        for widget in (self._next_heading, self._when):
            widget.setVisible(coming is not None)
        if coming is not None and coming.account is not None:
            self._next.addWidget(self._link(coming.account_name, coming.account))
            self._when.setText(day(coming.on, language))

    def _link(self, name: str, account: int) -> QPushButton:
        made = QPushButton(name, self)
        made.setProperty("role", "link")
        made.setMaximumWidth(_SIDE - 28)
        made.setToolTip(name)
        made.clicked.connect(lambda: self.opened.emit(account))
        return made

    def _heading(self, word: str) -> QLabel:
        made = QLabel(word, self)
        made.setProperty("role", "heading")
        return made


_LINKS_BY_KEY = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def _identity(item: DueItem) -> object:
    return item.task or (item.why, item.account)


def _tone(item: DueItem) -> Tone:
    if item.why is DueWhy.HEALTH_RED:
        return Tone.BAD
    late = item.why is DueWhy.TASK and item.days is not None and item.days < 0
    return Tone.WARN if late or item.why is DueWhy.UNDECIDED else Tone.PLAIN
