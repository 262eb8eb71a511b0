"""An account's health opened: the score, how much of it is known, and every factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from csdesk.metrics.health.scores import WITHOUT_DATA, FactorState
from csdesk.models.kinds import Band
from csdesk.ui import theme
from csdesk.ui.plain import brief
from csdesk.ui.widgets.badge import BandBadge
from csdesk.ui.widgets.card import Card, Elided, Fold, muted
from csdesk.usecases.health_words import hand_sentence
from csdesk.wording.factors import factor_explanation, factor_name
from csdesk.wording.health import coverage_sentence
from csdesk.wording.speech import day, whole

if TYPE_CHECKING:
    from csdesk.metrics.health.scores import AccountHealth, FactorScore
    from csdesk.models.kinds import Language

_GOOD, _POOR = 70.0, 40.0
_BAR_WIDTH, _BAR_HIGH, _FIGURE, _POINTS = 56, 8, 28, 36


class HealthCard(Card):
    """Factors that count, by what they add; those without fresh data folded below, unless there is nothing else, each
    to be set by hand. `opened` carries the factor to set by hand, '' where the person names none; `asked` wants to know
    why the score changed, `overridden` to say another."""

    opened = Signal(object)
    asked = Signal()
    overridden = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Health"))
        self._language = language
        self._badge = BandBadge(language, self)
        self.head.insertWidget(1, self._badge)
        self.add_button(self.tr("Why did it change?"), self.asked.emit)
        self.add_button(self.tr("Set by hand"), lambda: self.opened.emit(""))
        override = QPushButton(self.tr("Set the score …"), self)
        override.setProperty("role", "link")
        override.clicked.connect(self.overridden)
        self._known = muted("", self)
        self._rows: dict[str, _FactorRow] = {}
        self._used = QVBoxLayout()
        self._used.setSpacing(0)
        self.unused = Fold(self)
        self.body.addWidget(self._known)
        self.body.addWidget(override, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._used)
        self.body.addWidget(self.unused)

    def show_health(self, health: AccountHealth) -> None:
        """Show the answer. Rows are kept and moved, for making them anew at every account takes too long."""
        known = health.band is not Band.UNKNOWN
        self._badge.show_band(health.band, health.score if known else None)
        model, said = health.by_model, hand_sentence(health, self._language)
        rests = coverage_sentence(model.score, health.coverage, self._language, enough=model.band is not Band.UNKNOWN)
        by = self.tr("Scored by the profile {name}.").format(name=health.profile) if health.profile else ""
        self._known.setText(brief("\n".join(filter(None, (said, rests, by)))))
        used = sorted(
            (one for one in health.factors if one.state is FactorState.USED), key=lambda one: -one.contribution
        )
        unused = [one for one in health.factors if one.state in WITHOUT_DATA]
        for row in self._rows.values():
            row.hide()
        for place, factors in ((self._used, used), (self.unused.body, unused)):
            for factor in factors:
                row = self._row(factor)
                place.addWidget(row)
                row.show()
        self.unused.say(self.tr("{n} without fresh data").format(n=len(unused)))
        self.unused.setVisible(bool(unused))
        if not used:
            self.unused.open()

    def _row(self, factor: FactorScore) -> _FactorRow:
        row = self._rows.get(factor.factor)
        if row is None:
            row = self._rows[factor.factor] = _FactorRow(factor.factor, self._language, self)
            row.opened.connect(self.opened)
        row.show_factor(factor)
        return row


class _FactorRow(QWidget):
    """Name, where its value comes from, value and points of one factor; without fresh data, the way to set it.
    `opened` carries the factor."""

    opened = Signal(object)

    def __init__(self, factor: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._name = QToolButton(self)
        self._name.setProperty("role", "word")
        self._name.setText(factor_name(factor, language))
        self._name.setToolTip(factor_explanation(factor, language))
        self._name.clicked.connect(lambda: self.opened.emit(factor))
        self._source = Elided("", self)
        self._source.setProperty("role", "small")
        self._bar = _Bar(self)
        self._points = QLabel(self)
        self._points.setProperty("role", "muted")
        self._points.setToolTip(self.tr("Points this factor adds to the score"))
        self._points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._points.setFixedWidth(_POINTS)
        self._set = QPushButton(self.tr("Set by hand"), self)
        self._set.setProperty("role", "link")
        self._set.setAccessibleName(self.tr("Set by hand: {factor}").format(factor=self._name.text()))
        self._set.clicked.connect(lambda: self.opened.emit(factor))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._name)
        row.addWidget(self._source, 1)
        for widget in (self._bar, self._points, self._set):
            row.addWidget(widget)

    def show_factor(self, factor: FactorScore) -> None:
        """Show another account's."""
        used = factor.state is FactorState.USED
        self._bar.show_value(factor.value or 0.0)
        self._points.setText(f"+{whole(factor.contribution, 1)}")
        on = day(factor.as_of, self._language)
        if factor.state is FactorState.STALE:
            said = self.tr("too old: {day}").format(day=on)
        else:
            said = self.tr("by hand, {day}").format(day=on) if factor.by_hand else ""
        self._source.setText(said)
        for widget, shown in ((self._bar, used), (self._points, used), (self._set, not used)):
            widget.setVisible(shown)


class _Bar(QWidget):
    """A value of 0 to 100 as a bar, the figure beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: float) -> None:
        """Show another value."""
        self._value = value
        self.setAccessibleName(whole(value))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BAR_WIDTH + 4 + _FIGURE, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.tokens()
        tint = chosen.good if self._value >= _GOOD else chosen.bad if self._value < _POOR else chosen.warn
        top = (self.height() - _BAR_HIGH) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(chosen.line))
        painter.drawRoundedRect(QRectF(0, top, _BAR_WIDTH, _BAR_HIGH), 4, 4)
        if self._value > 0:
            painter.setBrush(theme.color(tint))
            filled = max(float(_BAR_HIGH), _BAR_WIDTH * self._value / 100)
            painter.drawRoundedRect(QRectF(0, top, filled, _BAR_HIGH), 4, 4)
        painter.setPen(theme.color(chosen.text))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(_BAR_WIDTH + 4, 0, _FIGURE, self.height()), right, whole(self._value))
