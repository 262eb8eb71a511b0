"""Danger signals: which accounts may leave, what says so and since when, the most MRR first; and the risk register."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from csdesk.ui.dialogs.open_requests import REQUESTED
from csdesk.ui.page import Page
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.risks_part import RisksPart
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.skeleton import Skeleton
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.risks import log_signals
from csdesk.usecases.signals import SignalRow, dismiss, signals_page
from csdesk.usecases.signals import SignalsPage as Answer
from csdesk.wording.signals import signal_evidence, signal_name
from csdesk.wording.speech import day, money

if TYPE_CHECKING:
    from csdesk.metrics.signals.found import Found as Signalled
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book


class SignalsPage(Page):
    """Enter opens the account, Alt+O what it has asked for, Alt+P starts a play, Alt+R logs a risk, Alt+D dismisses;
    each of these three keeps a signal quiet until it begins anew."""

    name: ClassVar[str] = "signals"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.model: RowsModel[SignalRow] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self.model, self.title(), self)
        TableCopies(around, self.sheet)
        self.sum = QLabel(self)
        self.sum.setProperty("role", "small")
        self.log = QPushButton(self.tr("Log as risk"), self)
        self.log.setToolTip(self.tr("Into the register, with an owner, a plan and an outcome (Alt+R)"))
        self.risks = RisksPart(around, self)
        self.off = QPushButton(self.tr("Dismiss"), self)
        self.off.setToolTip(self.tr("No danger: quiet until it begins anew (Alt+D)"))
        self.start = QPushButton(self.tr("Start a play …"), self)
        self.start.setToolTip(self.tr("As a risk, with the steps of a play as next steps (Alt+P)"))
        self.requests = QPushButton(self.tr("Requests …"), self)
        self.requests.setToolTip(self.tr("What the account has asked for and still waits on (Alt+O)"))
        self.past = QPushButton(self.tr("The past year …"), self)
        self.past.setToolTip(self.tr("Whom the rules would have flagged, and who of them left"))
        self.rules = QPushButton(self.tr("Rules …"), self)
        self.rules.setToolTip(self.tr("Which rules are looked at, and from where they fire"))
        self.plays = QPushButton(self.tr("Plays …"), self)
        self.plays.setToolTip(self.tr("What is done against which signal, and what came of it"))
        self._lay_out()
        self._connect()

    def take_focus(self) -> None:
        self.sheet.setFocus()

    def refresh(self) -> None:
        as_of, columns = self.frame.scope.as_of, self.model.columns

        def question(book: Book) -> tuple[Answer, Found[SignalRow]]:
            answer = signals_page(book, as_of)
            return answer, Found.of(columns, answer.rows)

        self.desk.ask(self, question, self._show)
        self.risks.refresh()

    def log_risks(self) -> None:
        """Take what is selected, else the row that the keyboard is on, into the register, as of the day shown."""
        chosen, on = self._chosen(), self.frame.scope.as_of
        if chosen:
            self.desk.do(self, lambda book: log_signals(book, chosen, on), self.frame.say_step, self.frame.complain)

    def dismiss(self) -> None:
        """Dismiss what is selected, else the row that the keyboard is on, as of the day that is shown."""
        chosen, on = self._chosen(), self.frame.scope.as_of
        if chosen:
            self.desk.do(self, lambda book: dismiss(book, chosen, on), self.frame.say_step, self.frame.complain)

    def start_play(self) -> None:
        """Ask which play is started against the signal that the keyboard is on."""
        from csdesk.ui.dialogs.start_play import StartPlay

        found = self._at()
        if found is not None:
            StartPlay(self.around, found.account, self, found=found).open()

    def show_requests(self) -> None:
        """List what the account of the signal that the keyboard is on waits on, where requests are behind it."""
        from csdesk.ui.dialogs.open_requests import OpenRequestsDialog

        found = self._at()
        if found is not None and found.signal in REQUESTED:
            OpenRequestsDialog(self.around, found.account, self).open()

    def _at(self) -> Signalled | None:
        index = self.sheet.currentIndex()
        return self.model.row_at(index.row()).found if index.isValid() else None

    def _offer_requests(self) -> None:
        found = self._at()
        self.requests.setEnabled(found is not None and found.signal in REQUESTED)

    def _chosen(self) -> tuple[Signalled, ...]:
        return tuple(row.found for row in self.sheet.rows_chosen()) or tuple(filter(None, [self._at()]))

    def _open(self, account: int | None, risk: int | None) -> None:
        from csdesk.ui.dialogs.risk import RiskDialog

        RiskDialog(self.around, account, risk, self).open()

    def _open_rules(self) -> None:
        from csdesk.ui.dialogs.signal_rules import SignalRules

        SignalRules(self.around, self).open()

    def _open_plays(self) -> None:
        from csdesk.ui.dialogs.plays import Plays

        Plays(self.around, self).open()

    def _try(self) -> None:
        from csdesk.ui.dialogs.signals_tried import SignalsTried

        SignalsTried(self.around, self).open()

    def _show(self, told: tuple[Answer, Found[SignalRow]]) -> None:
        answer, found = told
        self.sheet.show_found(found)
        mrr = money(answer.at_stake, self.frame.currency, self.frame.language)
        said = self.tr("Accounts in danger: {count}. MRR at stake: {mrr}")
        self.sum.setText(said.format(count=answer.in_danger, mrr=mrr))
        self._stack.setCurrentWidget(self._body if answer.accounts else self._teaching)
        self._list.setCurrentWidget(self.sheet if answer.rows else self._nothing)
        for button in (self.start, self.log, self.off):
            button.setEnabled(bool(answer.rows))
        self._offer_requests()

    def _columns(self) -> tuple[Column[SignalRow], ...]:
        language = self.frame.language

        def named(row: SignalRow) -> str:
            return signal_name(row.found.signal, language)

        def told(row: SignalRow) -> str:
            return signal_evidence(row.found.signal, row.found.figures, language)

        def mrr(row: SignalRow) -> str:
            return money(row.mrr, self.frame.currency, language)

        return (
            Column("account", self.tr("Account"), lambda r: r.account_name, lambda r: r.account_name, Look.NAME, 200),
            Column("signal", self.tr("Signal"), named, named, width=220, tone=_tone, tip=named),
            Column("told", self.tr("What says so"), told, told, width=290, tip=told),
            Column("since", self.tr("Since"), lambda r: r.found.since, lambda r: day(r.found.since, language)),
            Column("mrr", self.tr("MRR"), lambda r: r.mrr, mrr, Look.NUMBER, width=100),
            Column("owner", self.tr("Owner"), lambda r: r.owner, lambda r: r.owner, width=120),
            Column("next", self.tr("Next step"), lambda r: r.next_step, lambda r: r.next_step, width=160),
        )

    def _lay_out(self) -> None:
        importing = self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")
        self._teaching = EmptyState(
            "import",
            self.tr("Begin with the spreadsheet you have"),
            self.tr("Whatever the book knows of use, tickets, touches, people and payments is watched for danger."),
            (importing,),
            self,
        )
        self._nothing = EmptyState(
            "check",
            self.tr("No signal"),
            self.tr(
                "No rule fires, or what did is a risk or was dismissed. Rules see no more than the book knows: use, "
                "tickets, touches, people, survey answers, payments."
            ),
            (importing, (self.tr("Rules …"), self._open_rules)),
            self,
        )
        heading = QLabel(self.tr("Danger signals"), self)
        heading.setProperty("role", "section")
        self._list = QStackedLayout()
        for widget in (Skeleton(12, self), self.sheet, self._nothing):
            self._list.addWidget(widget)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(8)
        column.addLayout(_line(heading, self.rules, self.past, self.plays))
        column.addLayout(_line(self.sum, self.requests, self.start, self.log, self.off))
        column.addLayout(self._list, 1)
        column.addSpacing(8)
        column.addWidget(self.risks)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self._teaching)

    def _connect(self) -> None:
        self.sheet.horizontalHeader().setStretchLastSection(True)
        self.sheet.opened.connect(lambda row: self.frame.open_account(row.found.account))
        self.off.clicked.connect(self.dismiss)
        self.past.clicked.connect(self._try)
        self.rules.clicked.connect(self._open_rules)
        self.plays.clicked.connect(self._open_plays)
        self.log.clicked.connect(self.log_risks)
        self.risks.opened.connect(self._open)
        self.start.clicked.connect(self.start_play)
        self.requests.clicked.connect(self.show_requests)
        self.sheet.selectionModel().currentRowChanged.connect(lambda *_: self._offer_requests())
        for button, keys, act in (
            (self.requests, "Alt+O", self.show_requests),
            (self.start, "Alt+P", self.start_play),
            (self.log, "Alt+R", self.log_risks),
            (self.off, "Alt+D", self.dismiss),
        ):
            action = QAction(button.text(), self.sheet)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(act)
            self.sheet.addAction(action)


def _tone(row: SignalRow) -> Tone:
    return Tone.PLAIN if row.is_good else Tone.WARN


def _line(first: QWidget, *others: QWidget) -> QHBoxLayout:
    """The first at the left, all others at the right."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(first)
    row.addStretch(1)
    for widget in others:
        row.addWidget(widget)
    return row
