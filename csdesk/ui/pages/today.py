"""Today: one list of what is due, with a few keys to work it off."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui.page import Page
from csdesk.ui.pages.due_sheet import DueSheet
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.skeleton import Skeleton
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.ui.widgets.today_side import TodaySide
from csdesk.usecases.due import DueItem, due_list
from csdesk.usecases.owners import gap_of
from csdesk.usecases.team import TeamMember, team
from csdesk.usecases.today import TodayPage as Answer
from csdesk.usecases.today import today_page
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings

_TILES = 10


class TodayPage(Page):
    """Begins with the lines of whoever works here, where they own accounts."""

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
        self.sheet = DueSheet(around, self._headings(), self)
        self._side = TodaySide(self)
        self._side.opened.connect(self.frame.open_account)
        self._side.renewals_wanted.connect(self._open_renewals)
        self._side.behind.connect(self._open_owners)
        self._side.days_chosen.connect(self.refresh)
        self._first = True
        self._lay_out()

    def take_focus(self) -> None:
        self.sheet.setFocus()

    def refresh(self) -> None:
        scope, person = self.frame.scope, str(self._person.key or "")
        as_of, kind = scope.as_of, scope.period.kind
        self.desk.ask(self, team, self._offer_people, about="team")
        days = int(str(self._side.days.key))
        self.desk.ask(self, lambda book: today_page(book, as_of, person, kind, days), self.show_answer)
        self.desk.ask(self, lambda book: due_list(book, as_of, person), self._show_list, about="list")
        said = partial(self._side.show_gap, language=self.frame.language)
        self.desk.ask(self, lambda book: gap_of(book, as_of, person), said, about="gap")

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered of all that stands around the list."""
        self._tiles.show_tiles(answer.headline, self.frame.language, self.frame.currency)
        self._side.show_answer(answer, self.frame.language)
        self._stack.setCurrentWidget(self._body if answer.accounts else self._teaching)
        self._nothing.setText(self._next_words(answer))

    def _show_list(self, items: tuple[DueItem, ...]) -> None:
        self.sheet.lines.show_rows(items)
        if self._first and items:
            self._first = False
            self.sheet.columns.fit()
        self._list.setCurrentWidget(self.sheet if items else self._done)

    def _open_renewals(self, risky: bool) -> None:  # noqa: FBT001 - as the signal carries it
        from csdesk.ui.dialogs.coming_renewals import ComingRenewals

        days, person = int(str(self._side.days.key)), str(self._person.key or "")
        ComingRenewals(self.around, days, self, person=person, risky=risky).open()

    def _open_owners(self, owner: str, factor: str) -> None:
        page = self.frame.open_page("health")
        if page is not None:
            page.turn_to((owner, factor))

    def _next_words(self, answer: Answer) -> str:
        coming = answer.next_renewal
        if coming is None:
            return self.tr("No renewal is recorded for the time to come.")
        words = self.tr("The next renewal is {name}, on {day}.")
        return words.format(name=coming.name, day=day(coming.on, self.frame.language))

    def _offer_people(self, members: tuple[TeamMember, ...]) -> None:
        known = {self._person.itemData(place) for place in range(self._person.count())}
        for member in members:
            if member.name not in known:
                self._person.addItem(member.name, member.name)
        if len(known) == 1 and any(one.accounts for one in members if one.name == self.around.opening.who):
            self._person.choose(self.around.opening.who)

    def _headings(self) -> dict[str, str]:
        return {
            "all": self.tr("What is due"),
            "account": self.tr("Account"),
            "why": self.tr("Why"),
            "title": self.tr("What"),
            "mrr": self.tr("MRR at stake"),
            "on": self.tr("When"),
            "points": self.tr("Points"),
            "owner": self.tr("Owner"),
        }

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
        row.addWidget(self._scrolling(self._side))
        column.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._teaching)

    def _scrolling(self, side: TodaySide) -> QScrollArea:
        """What stands beside the list, as far as there is room for it."""
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(side.width() + area.verticalScrollBar().sizeHint().width())
        area.setAlignment(Qt.AlignmentFlag.AlignTop)
        area.setWidgetResizable(True)
        area.setWidget(side)
        return area

    def _heading(self) -> QHBoxLayout:
        heading = QLabel(self.tr("What is due"), self)
        heading.setProperty("role", "section")
        keys = QLabel(self.tr("Space: done   Alt+S: tomorrow   Alt+W: why   Enter: open"), self)
        keys.setProperty("role", "small")
        self.calendar = QPushButton(self.tr("Calendar file..."), self)
        self.calendar.setProperty("role", "link")
        self.calendar.setToolTip(self.tr("Renewals, last days for notice, next steps and milestones, for any calendar"))
        self.calendar.clicked.connect(self._ask_calendar)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(heading)
        row.addWidget(keys)
        row.addStretch(1)
        row.addWidget(self.calendar)
        row.addWidget(self._person)
        return row

    def _ask_calendar(self) -> None:
        from csdesk.ui.calendar_out import CalendarOut

        CalendarOut(self.around, self, str(self._person.key or "")).ask_where()
