"""The work with an account on its page: risks, goals with their milestones, deals, feedback and mail; each row
opens, and another can be added."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from csdesk.models.kinds import DealOutcome, Kind
from csdesk.models.money import Currency
from csdesk.ui.plain import literal, tip
from csdesk.ui.widgets.card import Card, Elided, Fold, clear, muted
from csdesk.wording.history import row_words
from csdesk.wording.lists import DEAL_OUTCOMES, FEEDBACK_KINDS
from csdesk.wording.risks import HELPED, RISK_LEVELS, RISK_OUTCOMES, risk_name
from csdesk.wording.speech import day, look_up, money, percent, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Frame
    from csdesk.usecases.account_work import (
        AccountWork,
        CampaignRow,
        DealRow,
        FeedbackRow,
        GoalRow,
        MilestoneRow,
        Rate,
    )
    from csdesk.usecases.plays import PlayRun
    from csdesk.usecases.risks import RiskRow
    from csdesk.usecases.wins import WinRow

_KINDS = (
    Kind.GOAL, Kind.MILESTONE, Kind.DEAL, Kind.FEEDBACK, Kind.INTERVIEW, Kind.MAILING, Kind.RISK, Kind.PLAY_RUN,
    Kind.WIN,
)  # fmt: skip
_SHOWN = 4
_LONGEST = 34
_FULL = 100
_BETWEEN = "  ·  "


class WorkCards(QWidget):
    """A card for each, hidden while there is nothing of it, and one way to add any. `opened` carries the kind and id of
    the row clicked, None for a new one."""

    opened = Signal(object, object)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.risks = RisksCard(frame, self)
        self.plays = PlaysCard(frame, self)
        self.goals = GoalsCard(frame, self)
        self.deals = DealsCard(frame, self)
        self.feedback = FeedbackCard(frame, self)
        self.mail = MailCard(frame, self)
        self.wins = WinsCard(frame, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for card in (self.risks, self.plays, self.goals, self.deals, self.feedback, self.mail, self.wins):
            card.opened.connect(self.opened)
            column.addWidget(card)
        column.addWidget(self._ways_to_add(frame.language), 0, Qt.AlignmentFlag.AlignLeft)

    def show_work(self, work: AccountWork) -> None:
        """Show what the book answered."""
        self.risks.show_risks(work.risks)
        self.plays.show_runs(work.plays)
        self.goals.show_goals(work.goals)
        self.deals.show_deals(work.deals)
        self.feedback.show_feedback(work)
        self.mail.show_mail(work.campaigns, work.reaction)
        self.wins.show_wins(work.wins)

    def _ways_to_add(self, language: Language) -> QPushButton:
        self.add = QPushButton(self.tr("Add a goal, deal, feedback ..."), self)
        self.add.setProperty("role", "link")
        menu = QMenu(self.add)
        for kind in _KINDS:
            menu.addAction(row_words(kind, "", "", language), partial(self.opened.emit, kind, None))
        self.add.setMenu(menu)
        return self.add


class WorkCard(Card):
    """A card of rows that open: the first few stand, the rest is folded."""

    opened = Signal(object, object)

    def __init__(self, frame: Frame, parent: QWidget, kind: Kind) -> None:
        super().__init__("", parent)
        self.frame = frame
        self.add_button(self.tr("Add"), partial(self.opened.emit, kind, None))
        self._rest = Fold(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._rest)

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Show these; the card hides without any."""
        clear(self._lines)
        clear(self._rest.body)
        for line in lines[:_SHOWN]:
            self._lines.addWidget(line)
        for line in lines[_SHOWN:]:
            self._rest.body.addWidget(line)
        self._rest.say(self.tr("{n} more").format(n=len(lines) - _SHOWN))
        self._rest.setVisible(len(lines) > _SHOWN)
        self.setVisible(bool(lines))

    def line(self, kind: Kind, row: int, name: str, told: str, on: date | None) -> QWidget:
        """A row's name, which opens it, its day, and what is told of it beneath."""
        line = QWidget(self)
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 2)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        name_of_row = _link(name, partial(self.opened.emit, kind, row), self)
        grid.addWidget(name_of_row, 0, 0, Qt.AlignmentFlag.AlignLeft)
        if on is not None:
            grid.addWidget(_quiet(day(on, self.frame.language), self), 0, 1)
        if told:
            quiet = Elided(told, self)
            quiet.setProperty("role", "muted")
            grid.addWidget(quiet, 1, 0, 1, 2)
        return line


class GoalsCard(WorkCard):
    """Goals with their progress; the milestones of each are folded under it."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(frame, parent, Kind.GOAL)
        self.title.setText(self.tr("Goals"))
        self.add_button(self.tr("Add milestone"), partial(self.opened.emit, Kind.MILESTONE, None))

    def show_goals(self, goals: Sequence[GoalRow]) -> None:
        """Open ones first, as they come."""
        self.show_lines([self._goal(goal) for goal in goals])

    def _goal(self, goal: GoalRow) -> QWidget:
        whole_goal = QWidget(self)
        column = QVBoxLayout(whole_goal)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        if goal.id is not None:
            reached = self.tr("reached") if goal.reached_on else goal.status
            column.addWidget(self.line(Kind.GOAL, goal.id, goal.statement, reached, goal.reached_on or goal.due_on))
        if goal.progress is not None:
            column.addWidget(self._bar(goal.progress, goal.statement or self.tr("Milestones")))
        if goal.milestones:
            column.addWidget(self._steps(goal.milestones))
        return whole_goal

    def _bar(self, progress: float, name: str) -> QWidget:
        line, box = _row(self)
        bar = QProgressBar(self)
        bar.setRange(0, _FULL)
        bar.setValue(round(progress * _FULL))
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Progress: {name}").format(name=name))
        box.addWidget(bar, 1)
        box.addWidget(_quiet(percent(progress, 0), self))
        return line

    def _steps(self, steps: Sequence[MilestoneRow]) -> Fold:
        fold = Fold(self)
        done = sum(step.done_on is not None for step in steps)
        fold.say(self.tr("{done} of {n} milestones").format(done=done, n=len(steps)))
        for step in steps:
            theirs = self.tr("customer") if step.customer_side else ""
            late = step.done_on is None and step.due_on is not None and step.due_on < self.frame.today()
            state = self.tr("done") if step.done_on else self.tr("late") if late else ""
            told = _BETWEEN.join(filter(None, (state, theirs)))
            fold.body.addWidget(self.line(Kind.MILESTONE, step.id, step.title, told, step.done_on or step.due_on))
        return fold


class RisksCard(WorkCard):
    """Open risks first, then how those before ended."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(frame, parent, Kind.RISK)
        self.title.setText(self.tr("Risks"))

    def show_risks(self, risks: Sequence[RiskRow]) -> None:
        """Show these, as they come."""
        self.show_lines([self._risk(risk) for risk in risks])

    def _risk(self, risk: RiskRow) -> QWidget:
        language = self.frame.language
        words = RISK_LEVELS[risk.level] if risk.is_open else RISK_OUTCOMES[risk.outcome]
        told = _BETWEEN.join(filter(None, (words.say(language), risk.owner, risk.response.replace("\n", " "))))
        on = risk.first_signal_on if risk.is_open else risk.closed_on
        return self.line(Kind.RISK, risk.id, risk_name(risk.signal, risk.title, language), told, on)


class PlaysCard(WorkCard):
    """Plays at work first, then those that have ended."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(frame, parent, Kind.PLAY_RUN)
        self.title.setText(self.tr("Plays"))

    def show_runs(self, runs: Sequence[PlayRun]) -> None:
        """Show these, as they come."""
        self.show_lines([self._run(run) for run in runs])

    def _run(self, run: PlayRun) -> QWidget:
        done = self.tr("{done} of {n} steps").format(done=run.done, n=run.steps)
        skipped = self.tr("{n} skipped").format(n=run.skipped) if run.skipped else ""
        helped = HELPED[run.helped].say(self.frame.language) if run.helped else ""
        told = _BETWEEN.join(filter(None, (helped, done, skipped)))
        return self.line(Kind.PLAY_RUN, run.id, run.play, told, run.ended_on or run.started_on)


class DealsCard(WorkCard):
    """Deals in progress and those that were won or lost."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(frame, parent, Kind.DEAL)
        self.title.setText(self.tr("Deals"))

    def show_deals(self, deals: Sequence[DealRow]) -> None:
        """The latest first, as they come."""
        self.show_lines([self._deal(deal) for deal in deals])

    def _deal(self, deal: DealRow) -> QWidget:
        language = self.frame.language
        outcome = look_up(DEAL_OUTCOMES, deal.outcome, language)
        stage = deal.stage if deal.outcome is DealOutcome.OPEN and deal.stage else outcome
        paid_in = Currency(deal.currency) if deal.currency else self.frame.settings.money
        amount = "" if deal.amount is None else money(deal.amount, paid_in, language)
        if amount and deal.months > 1:
            amount = self.tr("{amount} for {n} months").format(amount=amount, n=deal.months)
        open_ = deal.outcome is DealOutcome.OPEN and deal.probability is not None
        chance = percent(deal.probability, 0) if open_ else ""
        told = _BETWEEN.join(filter(None, (stage, chance, amount)))
        return self.line(Kind.DEAL, deal.id, deal.name or self.tr("Deal"), told, deal.close_on)


class FeedbackCard(WorkCard):
    """Words on the product; and what was said on leaving, where no day places it in the timeline."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(frame, parent, Kind.FEEDBACK)
        self.title.setText(self.tr("Feedback"))

    def show_feedback(self, work: AccountWork) -> None:
        """The latest first, as they come."""
        undated = [said for said in work.interviews if said.on is None]
        said = [
            self.line(Kind.INTERVIEW, one.id, self.tr("Exit interview"), one.text.replace("\n", _BETWEEN), None)
            for one in undated
        ]
        lines = [*said, *(self._word(word) for word in work.feedback)]
        self.show_lines(lines)

    def _word(self, word: FeedbackRow) -> QWidget:
        kind = look_up(FEEDBACK_KINDS, word.kind, self.frame.language) if word.kind else ""
        votes = self.tr("{n} votes").format(n=whole(word.votes)) if word.votes else ""
        told = _BETWEEN.join(filter(None, (word.status, kind, votes)))
        return self.line(Kind.FEEDBACK, word.id, word.title, told, word.given_on)


class MailCard(WorkCard):
    """How the account reacts to mail: opened, clicked, downloaded, over all and for each mailing."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(frame, parent, Kind.MAILING)
        self.title.setText(self.tr("Mail"))
        self.rates = muted("", self)
        self.column.insertWidget(1, self.rates)

    def show_mail(self, campaigns: Sequence[CampaignRow], reaction: CampaignRow | None) -> None:
        """The latest first, as they come."""
        self.show_lines([self._campaign(campaign) for campaign in campaigns])
        self.rates.setText(self._rates(reaction, counted=True) if reaction else "")

    def _campaign(self, campaign: CampaignRow) -> QWidget:
        rates = self._rates(campaign)
        if len(campaign.rows) == 1:
            return self.line(Kind.MAILING, campaign.rows[0].id, campaign.name, rates, campaign.on)
        fold = Fold(self)
        fold.say(_BETWEEN.join(filter(None, (literal(campaign.name, _LONGEST), rates))))
        for row in campaign.rows:
            fold.body.addWidget(self.line(Kind.MAILING, row.id, row.who or campaign.name, "", campaign.on))
        return fold

    def _rates(self, of: CampaignRow, *, counted: bool = False) -> str:
        """The three rates, '-' for what was not counted; `counted`: with the numbers behind them."""
        words = (
            (self.tr("opened"), of.opened),
            (self.tr("clicked"), of.clicked),
            (self.tr("downloaded"), of.downloaded),
        )
        told = [(word, rate) for word, rate in words if counted or rate is not None]
        return _BETWEEN.join(f"{word} {self._rate(rate, counted=counted)}" for word, rate in told)

    def _rate(self, rate: Rate | None, *, counted: bool) -> str:
        if rate is None:
            return percent(None)
        share = percent(rate.part / rate.of, 0)
        return self.tr("{rate} ({n} of {all})").format(rate=share, n=rate.part, all=rate.of) if counted else share


class WinsCard(WorkCard):
    """What there is to celebrate, the latest first."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(frame, parent, Kind.WIN)
        self.title.setText(self.tr("Wins"))

    def show_wins(self, wins: Sequence[WinRow]) -> None:
        """Show these, as they come."""
        self.show_lines([self.line(Kind.WIN, win.id, win.title, win.text.replace("\n", " "), win.on) for win in wins])


def _quiet(text: str, parent: QWidget) -> QLabel:
    """A quiet word that needs no more room than it has letters."""
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    return label


def _row(parent: QWidget) -> tuple[QWidget, QHBoxLayout]:
    line = QWidget(parent)
    box = QHBoxLayout(line)
    box.setContentsMargins(0, 0, 0, 0)
    return line, box


def _link(name: str, act: Callable[[], object], parent: QWidget) -> QPushButton:
    button = QPushButton(literal(name, _LONGEST), parent)
    button.setToolTip(tip(name))
    button.setProperty("role", "link")
    button.setAccessibleName(name)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda _checked=False: act())
    return button
