"""The rules of danger: which are looked at, from where they fire, and whom they would have flagged in the past year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from csdesk.metrics.signals.found import HOUSE_SETTINGS, RuleSetting
from csdesk.metrics.signals.rules import RULES, LimitUnit
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.form import StepDialog
from csdesk.usecases.signal_rules import change_signal_rules, rule_settings
from csdesk.usecases.signals import signals_tried
from csdesk.wording.back_test import left_text
from csdesk.wording.signals import limit_name, limit_unit, signal_name

if TYPE_CHECKING:
    from csdesk.metrics.signals.found import RuleSettings
    from csdesk.metrics.signals.rules import Limit
    from csdesk.models.signals import Signal
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.signals import Trials

_WIDTH = 960
_NAME, _LIMITS, _TRIED = 0, 1, 2


class SignalRules(StepDialog):
    """A row a rule; *Try* tells what the settings as they stand here would have flagged, before anything is saved."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.setWindowTitle(self.tr("Rules of danger"))
        self.setMinimumWidth(_WIDTH)
        language = around.window.language
        self.ticks: dict[Signal, QCheckBox] = {}
        self.limits: dict[Signal, tuple[QDoubleSpinBox, ...]] = {}
        self._tried: dict[Signal, QLabel] = {}
        said = self.tr("Past year: accounts flagged at a month end, and how many of them left later (95%).")
        self.body.addWidget(muted(said, self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(_TRIED, 1)
        for place, (signal, rule) in enumerate(RULES.items()):
            tick = self.ticks[signal] = QCheckBox(signal_name(signal, language), self)
            boxes = self.limits[signal] = tuple(self._box(signal, limit) for limit in rule.limits)
            told = self._tried[signal] = QLabel(self)
            told.setProperty("role", "muted")
            line = QHBoxLayout()
            line.setSpacing(8)
            for limit, box in zip(rule.limits, boxes, strict=True):
                word = muted(limit_name(limit.id, language), self)
                word.setWordWrap(False)
                line.addWidget(word)
                line.addWidget(box)
            line.addStretch(1)
            grid.addWidget(tick, place, _NAME)
            grid.addLayout(line, place, _LIMITS)
            grid.addWidget(told, place, _TRIED)
        self.body.addLayout(grid)
        self.attempt = QPushButton(self.tr("Try on the past year"), self)
        self.house = QPushButton(self.tr("As to begin with"), self)
        for button, act in ((self.attempt, self._try), (self.house, lambda: self.show_settings(HOUSE_SETTINGS))):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self.foot.insertWidget(self.foot.count() - 3, button)
        self.main.setEnabled(False)
        around.desk.ask(self, rule_settings, self.show_settings)

    def show_settings(self, settings: RuleSettings) -> None:
        """Show these; what was tried was of others."""
        for signal, one in settings.items():
            self.ticks[signal].setChecked(one.on)
            for box, limit in zip(self.limits[signal], one.limits, strict=True):
                box.setValue(limit)
            self._tried[signal].clear()
        self.main.setEnabled(True)

    def settings(self) -> RuleSettings:
        """The settings as they stand here."""
        return {
            signal: RuleSetting(tick.isChecked(), tuple(box.value() for box in self.limits[signal]))
            for signal, tick in self.ticks.items()
        }

    def check(self) -> None:
        wanted = self.settings()
        self.save(lambda book: change_signal_rules(book, wanted))

    def told(self, signal: Signal) -> str:
        """What trying told of a rule."""
        return self._tried[signal].text()

    def _try(self) -> None:
        wanted, as_of = self.settings(), self._around.window.scope.as_of
        for label in self._tried.values():
            label.setText("…")
        self._around.desk.ask(self, lambda book: signals_tried(book, as_of, wanted), self._tell, about="tried")

    def _tell(self, trials: Trials) -> None:
        language = self._around.window.language
        found = {row.signal: row for row in trials.rows}
        for signal, label in self._tried.items():
            row = found.get(signal)
            label.setText(left_text(len(row.left), len(row.flagged), row.interval, language) if row else "")

    def _box(self, signal: Signal, limit: Limit) -> QDoubleSpinBox:
        language = self._around.window.language
        box = QDoubleSpinBox(self)
        box.setRange(1, limit.most)
        box.setDecimals(1 if limit.unit in {LimitUnit.TIMES, LimitUnit.OF_FIVE} else 0)
        box.setSuffix(limit_unit(limit.unit, language))
        box.setAccessibleName(f"{signal_name(signal, language)} {limit_name(limit.id, language)}")
        return box
