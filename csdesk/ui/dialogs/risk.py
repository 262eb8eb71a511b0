"""A risk: raised by hand for any account, followed, and closed with what came of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from csdesk.models.kinds import Fit, Kind
from csdesk.models.signals import RiskOutcome, Signal
from csdesk.ui.dialogs.open_requests import REQUESTED, OpenRequestsDialog
from csdesk.ui.dialogs.palette import found_by
from csdesk.ui.dialogs.work_row import WorkRow
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.finder import Candidate, Finder
from csdesk.ui.widgets.form import form
from csdesk.usecases.risks import mrr_to_propose
from csdesk.usecases.touches import AccountName, account_names
from csdesk.wording.kinds import FITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.work_rows import Given, WorkDraft, WorkForm

_AMOUNTS = {RiskOutcome.AVERTED: "mrr_saved", RiskOutcome.LOST: "mrr_lost"}
_NONE = 0


class RiskDialog(WorkRow):
    """`account` None asks for it. How it ended brings today as its day, and what the account pays as what was saved or
    lost; both can be written over."""

    def __init__(self, around: Surroundings, account: int | None, row: int | None, parent: QWidget) -> None:
        super().__init__(around, Kind.RISK, account or _NONE, row, parent)
        self.finder: Finder | None = None
        if account is None:
            self.finder = Finder(self.tr("Account"), self.tr("Part of the name"), parent=self)
            self.body.insertLayout(0, form([(self.tr("Account"), self.finder)]))
            around.desk.ask(self, account_names, self._offer, about="accounts")

        self.play = QPushButton(self.tr("Start a play …"), self)
        self.play.setAutoDefault(False)
        self.play.setVisible(row is not None)
        self.play.clicked.connect(self._start_play)
        self.foot.insertWidget(1, self.play)
        self._build_fit()
        self.requests = QPushButton(self.tr("Open requests …"), self)
        self.requests.setAutoDefault(False)
        self.requests.clicked.connect(self._show_requests)
        self.requests.hide()
        self.foot.insertWidget(2, self.requests)

    def _build_fit(self) -> None:
        asked, language = self.tr("How well does the account fit?"), self._around.window.language
        fits = [(one, FITS[one].say(language)) for one in Fit]
        self.fit_said = Choice([("", self.tr("leave as it is")), *fits], asked, self)
        self.fit_why = QLineEdit(self)
        self.fit_why.setPlaceholderText(self.tr("What it lacks, or has, of your ideal customer"))
        self._fit = QWidget(self)
        fields = form([(asked, self.fit_said), (self.tr("Why"), self.fit_why)])
        fields.setContentsMargins(0, 0, 0, 0)
        self._fit.setLayout(fields)
        self._fit.hide()

    def draft(self, changed: Mapping[str, Given]) -> WorkDraft:
        said = str(self.fit_said.key or "")
        fit = (said, self.fit_why.text().strip() if said else "") if not self._fit.isHidden() else ("", "")
        return replace(super().draft(changed), fit=fit)

    def show_form(self, shown: WorkForm) -> None:
        super().show_form(shown)
        self.requests.setVisible(self.row is not None and self._signal() in REQUESTED)
        self.body.addWidget(self._fit)
        outcome = self.box("outcome")
        assert isinstance(outcome, Choice)
        outcome.currentIndexChanged.connect(lambda _at: self._end(str(outcome.key)))
        chosen = self.box("signal")
        assert isinstance(chosen, Choice)
        chosen.currentIndexChanged.connect(lambda _at: self._ask_fit())
        self._ask_fit()
        if self.finder is not None:
            self.finder.setFocus()

    def check(self) -> None:
        if self.finder is not None:
            if not isinstance(self.finder.key, int) and len(self.finder.hits) == 1:
                self.finder.choose(self.finder.hits[0])
            if not isinstance(self.finder.key, int):
                self.say_wrong(self.tr("Choose the account: type part of its name, then Enter."), self.finder)
                return
            self._account = self.finder.key
        super().check()

    def _start_play(self) -> None:
        """Leave the risk as it is, and start a play against it."""
        from csdesk.ui.dialogs.start_play import StartPlay

        if "signal" not in self._fields:
            return
        behind = self.parentWidget() or self
        dialog = StartPlay(self._around, self._account, behind, risk=self.row, signal=self._signal())
        self.reject()
        dialog.open()

    def _signal(self) -> Signal | None:
        chosen = self.box("signal")
        return Signal(str(chosen.key)) if isinstance(chosen, Choice) and chosen.key else None

    def _show_requests(self) -> None:
        OpenRequestsDialog(self._around, self._account, self).open()

    def _offer(self, names: tuple[AccountName, ...]) -> None:
        assert self.finder is not None
        self.finder.offer([Candidate(name.id, name.name, found_by(name)) for name in names])

    def _ask_fit(self) -> None:
        """A customer that finds another solution better may be none of those that the product is for."""
        self._fit.setVisible(self._signal() is Signal.NOT_BEST)
        self.fit()

    def _end(self, outcome: str) -> None:
        closed = self.box("closed_on")
        assert isinstance(closed, DayLine)
        if outcome == RiskOutcome.OPEN:
            closed.show_day(None)
        elif closed.day is None:
            closed.show_day(self._around.window.today())
        column, account = _AMOUNTS.get(RiskOutcome(outcome)), self._account
        if self.finder is not None and isinstance(self.finder.key, int):
            account = self.finder.key
        if column is not None and account:
            as_of = self._around.window.scope.as_of
            self._around.desk.ask(
                self, lambda book: mrr_to_propose(book, account, as_of), partial(self._propose, column), about="mrr"
            )

    def _propose(self, column: str, mrr: str) -> None:
        box = self.box(column)
        if isinstance(box, QLineEdit) and not box.text():
            box.setText(mrr)
