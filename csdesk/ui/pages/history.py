"""The history of the whole book: every step, what it changed, finding in it, and taking a step back."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui.page import Page
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.taking_back import TakingBack
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.step_changes import StepChanges
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.history_search import STEPS_AT_ONCE, StepsWanted
from csdesk.wording.history import HISTORY_HEADINGS

if TYPE_CHECKING:
    from datetime import date

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.history import StepLine

_TAKE_BACK = "Alt+T"
_PAUSE = 250
"""Milliseconds after the last letter until it is looked for."""


class HistoryPage(Page):
    """Steps above, newest first; below what the chosen one changed."""

    name: ClassVar[str] = "history"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._lines: tuple[StepLine, ...] = ()
        self._taking = TakingBack(around, self)
        self._model: RowsModel[StepLine] = RowsModel(self._columns(), self, identity=lambda line: line.item.step)
        self.sheet = SheetView(self._model, self.tr("Steps"), self)
        self.sheet.horizontalHeader().setStretchLastSection(True)
        self.sheet.chosen.connect(lambda _rows: self._show_chosen())
        TableCopies(around, self.sheet)
        self.changes = StepChanges(around, self)
        self.changes.taken_back.connect(self.take_back)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._make_finders()
        self._lay_out()
        self._keys()

    def take_focus(self) -> None:
        self.search.setFocus()

    def refresh(self) -> None:
        self._pause.stop()
        self._ask(max(STEPS_AT_ONCE, len(self._lines)), None)

    def take_back(self) -> None:
        """Take the chosen step back."""
        line = self._current()
        if line is not None and line.may_go:
            self._taking.take_back(line.item.step, line.what)

    def show_older(self) -> None:
        """Fetch older steps."""
        if self._lines:
            self._ask(STEPS_AT_ONCE, self._lines[-1].item.step)

    # -- finding ---------------------------------------------------------------------------------------------------

    def _make_finders(self) -> None:
        language = self.frame.language
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Find by who, what, names, fields or values ..."))
        self.search.setAccessibleName(self.tr("Find in the history"))
        self.search.textChanged.connect(lambda _text: self._wait())
        self.person = Choice([("", self.tr("Everyone"))], self.tr("Who"), self)
        self.person.currentIndexChanged.connect(lambda _place: self.refresh())
        self.since = DayLine(self.tr("From"), self.frame.today, language, parent=self)
        self.until = DayLine(self.tr("To"), self.frame.today, language, parent=self)
        for line, words in ((self.since, self.tr("From, e.g. 1 Apr")), (self.until, self.tr("To, e.g. today"))):
            line.line.setPlaceholderText(words)
            line.line.textChanged.connect(lambda _text: self._wait())
        self._said = QLabel(self)
        self._said.setProperty("role", "muted")
        self._older = QPushButton(self.tr("Show older"), self)
        self._older.clicked.connect(self.show_older)
        self._older.hide()

    def _wait(self) -> None:
        self._said.setText(self.tr("Searching ..."))
        self._pause.start()

    def _wanted(self) -> StepsWanted:
        until = self.until.day
        return StepsWanted(
            text=self.search.text(),
            who=str(self.person.key or ""),
            since=_beginning(self.since.day),
            before=_beginning(until + timedelta(days=1)) if until else None,
        )

    def _ask(self, limit: int, older_than: int | None) -> None:
        wanted, currency, language = self._wanted(), self.frame.currency, self.frame.language

        def question(book: Book) -> tuple[tuple[StepLine, ...], tuple[str, ...]]:
            from csdesk.usecases.history_search import history_people, history_steps

            found = history_steps(book, wanted, currency, language, limit=limit, older_than=older_than)
            return found, history_people(book)

        def show(found: tuple[tuple[StepLine, ...], tuple[str, ...]]) -> None:
            self._older.setVisible(len(found[0]) == limit)
            self._show(found[0] if older_than is None else self._lines + found[0])
            self._offer_people(found[1])

        self._said.setText(self.tr("Searching ..."))
        self.desk.ask(self, question, show)

    def _show(self, lines: tuple[StepLine, ...]) -> None:
        self._lines = lines
        before = self._current()
        self.sheet.show_found(Found.unsearched(lines))
        now = self._current()
        if lines and (before is None or now is None or before.item.step != now.item.step):
            self.sheet.selectRow(0)
        more = "+" if not self._older.isHidden() else ""
        self._said.setText(self.tr("{count} steps").format(count=f"{len(lines):,}{more}") if lines else "")
        finding = self._wanted() != StepsWanted()
        self._unfitting.setText(self.tr("No step fits what is looked for."))
        self._stack.setCurrentWidget(self._split if lines else self._nothing if finding else self._empty)
        self._show_chosen()

    def _offer_people(self, people: tuple[str, ...]) -> None:
        known = {self.person.itemData(place) for place in range(self.person.count())}
        for who in people:
            if who not in known:
                self.person.addItem(who, who)

    # -- the chosen step -------------------------------------------------------------------------------------------

    def _current(self) -> StepLine | None:
        index = self.sheet.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def _show_chosen(self) -> None:
        self.changes.show_step(self._current())

    def _keys(self) -> None:
        take = QAction(self.tr("Take back"), self.sheet)
        take.setShortcut(QKeySequence(_TAKE_BACK))
        take.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        take.triggered.connect(self.take_back)
        self.sheet.addAction(take)
        find = QAction(self.tr("Find in the history"), self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self.take_focus)
        self.addAction(find)

    # -- looks -----------------------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[StepLine], ...]:
        language = self.frame.language

        def words(key: str) -> str:
            return HISTORY_HEADINGS[key].say(language)

        return (
            Column("at", words("at"), lambda i: i.item.step, lambda i: i.at, Look.NUMBER, tone=_tone),
            Column("who", words("who"), lambda i: i.item.who, lambda i: i.item.who, tone=_tone),
            Column(
                "what", words("what"), lambda i: i.what, lambda i: i.what, width=380, tip=lambda i: i.what, tone=_tone
            ),
            Column("rows", words("rows"), lambda i: i.item.rows, lambda i: f"{i.item.rows:,}", Look.NUMBER, tone=_tone),
            Column("fate", words("fate"), lambda i: i.fate, lambda i: i.fate, tip=lambda i: i.fate, tone=_tone),
        )

    def _lay_out(self) -> None:
        finders = QHBoxLayout()
        finders.setSpacing(8)
        finders.addWidget(self.search, 1)
        for finder in (self.person, self.since, self.until):
            finders.addWidget(finder)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.sheet)
        self._split.addWidget(self.changes)
        self._split.setSizes([360, 260])
        self._nothing = QWidget(self)
        self._unfitting = QLabel(self._nothing)
        self._unfitting.setProperty("role", "muted")
        nothing = QVBoxLayout(self._nothing)
        nothing.addWidget(self._unfitting, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty = EmptyState(
            "book",
            self.tr("Nothing has been done yet"),
            self.tr("Every change stands here: who, when, from what to what. Each can be taken back."),
            [(self.tr("Import spreadsheets"), lambda: self.frame.open_page("import"))],
            self,
        )
        self._stack = QStackedLayout()
        for widget in (self._split, self._nothing, self._empty):
            self._stack.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(self._older)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(10)
        column.addLayout(finders)
        column.addLayout(self._stack, 1)
        column.addLayout(foot)


def _beginning(day: date | None) -> datetime | None:
    """The first moment of a day in the machine's own zone."""
    return datetime.combine(day, time()).astimezone(UTC) if day else None


def _tone(line: StepLine) -> Tone:
    return Tone.PLAIN if line.stands else Tone.QUIET
