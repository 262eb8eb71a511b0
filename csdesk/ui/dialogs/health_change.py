"""Why an account's health changed from one day to another: in words, and as steps between both scores."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from csdesk.charts.health_moves import draw_health_moves
from csdesk.charts.records import ScoreStep
from csdesk.metrics.health.why import Cause
from csdesk.ui.plain import brief
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.chart import ChartView
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.fitting import fit
from csdesk.ui.widgets.to_read import DialogToRead
from csdesk.wording.factors import factor_name
from csdesk.wording.health import cause_name, moves_sentence, profile_name
from csdesk.wording.speech import day, whole

if TYPE_CHECKING:
    from csdesk.metrics.health.why import Move
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.health_change import HealthChange as Answer

_WIDTH, _CHART = 760, 400
_DAYS = 30
_MOST = 10
"""Moves that are drawn each by itself; the rest is one step."""


class HealthChange(DialogToRead):
    """From 30 days ago to the day of the window to begin with; either day can be typed over."""

    def __init__(self, around: Surroundings, account: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Why health changed"))
        self.setMinimumWidth(_WIDTH)
        self._around, self._account = around, account
        self._language = around.window.language
        self.first, self.last = (
            DayLine(name, around.window.today, self._language, happened=True, parent=self)
            for name in (self.tr("From"), self.tr("To"))
        )
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.chart = ChartView(around, self.tr("Chart of what moved the score"), self)
        self.chart.setFixedHeight(_CHART)
        self._build()
        as_of = around.window.scope.as_of
        self.first.show_day(as_of - timedelta(days=_DAYS))
        self.last.show_day(as_of)
        for line in (self.first, self.last):
            line.line.textChanged.connect(self._ask)
        self._ask()

    def show_change(self, answer: Answer) -> None:
        """Show what the book answered."""
        language = self._language
        self.setWindowTitle(brief(self.tr("Why health changed: {name}").format(name=answer.name)))
        moved = [(one.move.factor, one.move.cause, one.tenths) for one in answer.moves]
        self.said.setText(moves_sentence(answer.scores, (answer.first, answer.last), moved, language))
        self.chart.show_chart(partial(draw_health_moves, steps=self._steps(answer)))
        fit(self)

    def _build(self) -> None:
        days = QHBoxLayout()
        for word, line in ((self.tr("From"), self.first), (self.tr("To"), self.last)):
            days.addWidget(muted(word, self))
            days.addWidget(line, 1)
        self.lay_out(days, self.said, self.chart)

    def _ask(self) -> None:
        account, first, last = self._account, self.first.day, self.last.day
        if first is None or last is None:
            return
        if first > last:
            self.said.setText(self.tr("The first day lies behind the last one."))
            return

        def question(book: Book) -> Answer:
            from csdesk.usecases.health_change import health_change

            return health_change(book, account, first, last)

        self._around.desk.ask(self, question, self.show_change)

    def _steps(self, answer: Answer) -> tuple[ScoreStep, ...]:
        then, now = answer.scores
        if then is None or now is None:
            return ()
        single = [ScoreStep(self._named(answer, one.move), one.tenths / 10) for one in answer.moves[:_MOST]]
        others = sum(one.tenths for one in answer.moves[_MOST:])
        if others:
            single.append(ScoreStep(self.tr("Others"), others / 10))
        first, last = (day(on, self._language) for on in (answer.first, answer.last))
        return (ScoreStep(first, then / 10, is_level=True), *single, ScoreStep(last, now / 10, is_level=True))

    def _named(self, answer: Answer, move: Move) -> str:
        """The factor with its values on both days, or with what happened to it."""
        if move.cause is Cause.PROFILE:
            return " → ".join(profile_name(one.profile, self._language) for one in (answer.then, answer.now))
        name = factor_name(move.factor, self._language)
        if move.cause is Cause.VALUE and move.then and move.now:
            values = (one.value if one.value is not None else 0.0 for one in (move.then, move.now))
            return f"{name} {' → '.join(map(whole, values))}"
        return f"{name} · {cause_name(move.cause, self._language)}"
