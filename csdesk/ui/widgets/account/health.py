"""An account's health opened: the score, how much of it is known, one sentence why, and every factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from csdesk.metrics.health_drivers import drivers
from csdesk.models.kinds import Band
from csdesk.ui import theme
from csdesk.ui.widgets.badge import BandBadge
from csdesk.ui.widgets.card import Card
from csdesk.wording.metrics import factor_explanation, factor_name
from csdesk.wording.speech import day, percent, whole

if TYPE_CHECKING:
    from csdesk.metrics.health import AccountHealth, FactorScore
    from csdesk.models.kinds import Language

_GOOD, _POOR = 70.0, 40.0
_LINE, _INDENT = 22, 4
_UNUSED = frozenset({"missing", "stale"})


class HealthCard(Card):
    """Factors that count come first, by what they add; those without fresh data below, each to be set by hand.
    `opened` carries the factor to set by hand, '' where the person names none."""

    opened = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Health"))
        self._language = language
        self._badge = BandBadge(language, self)
        self.head.insertWidget(1, self._badge)
        self.add_button(self.tr("Set by hand"), lambda: self.opened.emit(""))
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        self._rest = QLabel(self.tr("Without fresh data"), self)
        self._rest.setProperty("role", "small")
        self._rows: dict[str, _FactorRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addWidget(self._why)
        self.body.addLayout(self._list)

    def show_health(self, health: AccountHealth) -> None:
        """Show the answer. Rows are kept and moved, for making them anew at every account takes too long."""
        self._badge.show_band(health.band, None if health.band is Band.UNKNOWN else health.score)
        self._why.setText(self._sentence(health))
        used = sorted((one for one in health.factors if one.state == "used"), key=lambda one: -one.contribution)
        unused = [one for one in health.factors if one.state in _UNUSED]
        self._rest.setVisible(bool(unused))
        for row in (*self._rows.values(), self._rest):
            self._list.removeWidget(row)
        for row in (*map(self._row, used), self._rest, *map(self._row, unused)):
            self._list.addWidget(row)
        seen = {one.factor for one in (*used, *unused)}
        for factor, row in self._rows.items():
            row.setVisible(factor in seen)

    def _row(self, factor: FactorScore) -> _FactorRow:
        row = self._rows.get(factor.factor)
        if row is None:
            row = self._rows[factor.factor] = _FactorRow(factor.factor, self._language, self)
            row.opened.connect(self.opened)
        row.show_factor(factor)
        return row

    def _sentence(self, health: AccountHealth) -> str:
        if health.score is None:
            return self.tr("No factor has fresh data yet. Set what you know by hand: the score answers at once.")
        share = percent(health.coverage, 0)
        if health.band is Band.UNKNOWN:
            text = self.tr("Too little is known for a colour: {score} so far, on {share} of the model's weight.")
            return text.format(score=whole(health.score), share=share)
        known = self.tr("{share} of the model's weight rests on fresh data.").format(share=share)
        best, worst = (factor_name(one.factor, self._language) if one else "" for one in drivers(health))
        if best and worst:
            why = self.tr("Carried most by: {best}. Held back most by: {worst}.").format(best=best, worst=worst)
        elif best:
            why = self.tr("Carried most by: {best}.").format(best=best)
        elif worst:
            why = self.tr("Held back most by: {worst}.").format(worst=worst)
        else:
            return known
        return self.tr("{why} {known}").format(why=why, known=known)


class _FactorRow(QWidget):
    """Name, value and points of one factor; without fresh data, the way to set it. `opened` carries the factor."""

    opened = Signal(object)

    def __init__(self, factor: str, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._name = QToolButton(self)
        self._name.setProperty("role", "quiet")
        self._name.setFixedHeight(_LINE)
        self._name.setText(factor_name(factor, language))
        self._name.setToolTip(factor_explanation(factor, language))
        self._name.clicked.connect(lambda: self.opened.emit(factor))
        self._source = QLabel(self)
        self._source.setProperty("role", "small")
        self._source.setIndent(_INDENT)
        self._bar = _Bar(self)
        self._points = QLabel(self)
        self._points.setProperty("role", "muted")
        self._points.setToolTip(self.tr("Points this factor adds to the score"))
        self._points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._points.setFixedWidth(38)
        self._set = QPushButton(self.tr("Set by hand"), self)
        self._set.setProperty("role", "link")
        self._set.setAccessibleName(self.tr("Set by hand: {factor}").format(factor=self._name.text()))
        self._set.clicked.connect(lambda: self.opened.emit(factor))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        self._set.setFixedHeight(_LINE)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._name, 0, 0, left)
        grid.addWidget(self._source, 1, 0, left)
        grid.addWidget(self._bar, 0, 1)
        grid.addWidget(self._points, 0, 2)
        grid.addWidget(self._set, 0, 3)

    def show_factor(self, factor: FactorScore) -> None:
        """Show another account's."""
        used = factor.state == "used"
        self._bar.show_value(factor.value or 0.0)
        self._points.setText(f"+{whole(factor.contribution, 1)}")
        on = day(factor.as_of, self._language)
        said = self.tr("by hand, {day}").format(day=on) if factor.by_hand else ""
        if factor.state == "stale":
            said = self.tr("{source} (too old)").format(source=said or on)
        self._source.setText(said)
        self._source.setVisible(bool(said))
        self._bar.setVisible(used)
        self._points.setVisible(used)
        self._set.setVisible(not used)


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
        return QSize(104, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = theme.tokens()
        tint = chosen.good if self._value >= _GOOD else chosen.bad if self._value < _POOR else chosen.warn
        track = QRectF(0, 6, 72, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(chosen.line))
        painter.drawRoundedRect(track, 3, 3)
        painter.setBrush(theme.color(tint))
        painter.drawRoundedRect(QRectF(0, 6, max(3.0, 72 * self._value / 100), 6), 3, 3)
        painter.setPen(theme.color(chosen.text))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(76, 0, 28, 18), right, whole(self._value))
