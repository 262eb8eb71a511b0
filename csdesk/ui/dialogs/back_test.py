"""The health model tried on the past, with other weights before they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from csdesk.metrics.health.profile import with_part
from csdesk.metrics.retention.back_test import ENOUGH
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import StepDialog
from csdesk.ui.widgets.number_box import DecimalBox
from csdesk.ui.widgets.trial_sheets import BandTrials, OtherBands, PastDecisions, account_of
from csdesk.wording.back_test import concordance_text
from csdesk.wording.factors import factor_name
from csdesk.wording.health import profile_name, profiles_sentence

if TYPE_CHECKING:
    from csdesk.metrics.health.model import Profile
    from csdesk.metrics.retention.back_test import BackTest as Result
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.back_test import OtherBand, PastDecision, Trial
    from csdesk.usecases.books import Book

_WIDTH, _HEIGHT, _WEIGHTS = 1000, 640, 300
_SETTLED_MS = 300
"""Typing goes on for as long as keys come this fast."""


class BackTest(StepDialog):
    """What the scores of 90 days before foretold, by the model in force and by one with other weights. Keeping these
    is one step."""

    def __init__(
        self, around: Surroundings, profile: Profile, parent: QWidget | None = None, *, part: str = ""
    ) -> None:
        """`part` names the special profile whose weights are tried; '' is that of everybody else."""
        super().__init__(around, parent)
        self._language, self._currency = around.window.language, around.window.currency
        self._profile, self._name = profile, part or profile.name
        self._part = profile.named(part)
        self.setWindowTitle(self.tr("The health model on the past"))
        self.resize(_WIDTH, _HEIGHT)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._ask)
        self.weights = {factor.id: self._weight(factor.weight) for factor in self._part.factors if factor.on}
        self.said, self.said_tried = _words(self), _words(self)
        self.bands = BandTrials(self._language, self)
        self.decisions = PastDecisions(self._language, self)
        self.others = OtherBands(self._language, self._currency, self)
        self.tabs = QTabBar(self)
        self._lay_out()
        for sheet in (self.decisions, self.others):
            sheet.opened.connect(self._go)
        self.tabs.currentChanged.connect(self._turn)
        self._turn(0)
        self._ask()

    @property
    def wanted(self) -> Profile:
        """The model with the weights as typed."""
        factors = (
            replace(factor, weight=self.weights[factor.id].value()) if factor.id in self.weights else factor
            for factor in self._part.factors
        )
        return with_part(self._profile, replace(self._part, factors=tuple(factors)), self._name)

    def check(self) -> None:
        from csdesk.usecases.health_profile import change_profile

        wanted = self.wanted
        if wanted == self._profile:
            self.accept()
            return
        self.save(lambda book: change_profile(book, wanted))

    def show_trial(self, trial: Trial) -> None:
        """Show what the book answered."""
        same = self.wanted == self._profile
        by = profiles_sentence(trial.profiles, self._language)
        self.said.setText("\n".join(filter(None, (self._says(trial.now), by))))
        self.said_tried.setText(
            "" if same else self.tr("With these weights: {said}").format(said=self._says(trial.tried))
        )
        self.said_tried.setVisible(not same)
        self.bands.show_rows(trial.by_band)
        self.decisions.show_rows(trial.decisions)
        self.others.show_rows(trial.others)
        words = (
            self.tr("Renewals and churns ({n})").format(n=f"{len(trial.decisions):,}"),
            self.tr("In another band today ({n})").format(n=f"{len(trial.others):,}"),
        )
        for place, word in enumerate(words):
            self.tabs.setTabText(place, word)
        self.main.setEnabled(not same)
        self.fit()

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(muted(self._heading(), self))
        left.addWidget(self._weights_area(), 1)
        back = QPushButton(self.tr("As they are in force"), self)
        back.setAutoDefault(False)
        back.clicked.connect(self._reset)
        left.addWidget(back)
        for _ in range(2):
            self.tabs.addTab("")
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Lists of the trial"))
        right = QVBoxLayout()
        right.setSpacing(10)
        note = self.tr(
            "Each renewal and churn of 36 months, with the score of the month end at least 90 days "
            "before it. Unknown accounts are in no pair."
        )
        for widget in (
            _words(self, note),
            self.said,
            self.said_tried,
            self.bands,
            self.tabs,
            self.decisions,
            self.others,
        ):
            right.addWidget(widget)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        self.main.setText(self.tr("Keep these weights"))
        self.main.setEnabled(False)
        self.leave.setText(self.tr("Close"))

    def _heading(self) -> str:
        if not self._profile.special:
            return self.tr("Weights to try")
        name = profile_name("" if self._part is self._profile else self._name, self._language)
        return self.tr("Weights to try: {profile}").format(profile=name)

    def _weights_area(self) -> QScrollArea:
        held = QWidget(self)
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 8, 0)
        for place, (factor, box) in enumerate(self.weights.items()):
            name = factor_name(factor, self._language)
            label = QLabel(name, held)
            label.setBuddy(box)
            box.setAccessibleName(self.tr("{factor}: weight").format(factor=name))
            grid.addWidget(label, place, 0)
            grid.addWidget(box, place, 1)
        grid.setRowStretch(len(self.weights), 1)
        area = QScrollArea(self)
        area.setWidget(held)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedWidth(_WEIGHTS)
        area.setAccessibleName(self.tr("Weights to try"))
        return area

    def _weight(self, value: float) -> DecimalBox:
        box = DecimalBox(0, 1000, self)
        box.setValue(value)
        box.setFixedWidth(96)
        box.valueChanged.connect(self._settled.start)
        return box

    # -- asking ----------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        as_of, wanted = self._around.window.scope.as_of, self.wanted
        if not any(box.value() for box in self.weights.values()):
            self.main.setEnabled(False)
            return
        self.said.setText(self.said.text() or self.tr("Scoring the past …"))

        def question(book: Book) -> Trial:
            from csdesk.usecases.back_test import try_profile

            return try_profile(book, as_of, wanted)

        self._around.desk.ask(self, question, self.show_trial)

    def _reset(self) -> None:
        for factor in self._part.factors:
            if factor.id in self.weights:
                self.weights[factor.id].setValue(factor.weight)

    def _turn(self, place: int) -> None:
        self.decisions.setVisible(place == 0)
        self.others.setVisible(place == 1)

    def _go(self, row: PastDecision | OtherBand) -> None:
        self.reject()
        self._around.window.open_account(account_of(row))

    def _says(self, result: Result) -> str:
        return concordance_text(result.auc, result.interval, result.left, result.stayed, ENOUGH, self._language)


def _words(parent: QWidget, text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    return label
