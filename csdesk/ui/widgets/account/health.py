"""An account's health opened: the score, how much of it is known, one sentence why, and every factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from csdesk.models.kinds import Band
from csdesk.ui import theme
from csdesk.ui.widgets.badge import BandBadge
from csdesk.ui.widgets.card import Card, clear, muted
from csdesk.wording.metrics import factor_name
from csdesk.wording.speech import percent, whole

if TYPE_CHECKING:
    from csdesk.metrics.health import AccountHealth, FactorScore
    from csdesk.models.kinds import Language

_GOOD, _POOR = 70.0, 40.0


class HealthCard(Card):
    """Factors that count come first, by what they add; those without fresh data are named below."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Health"))
        self._language = language
        self._badge = BandBadge(language, self)
        self.head.addWidget(self._badge)
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        self._rest = muted("", self)
        self._factors = QGridLayout()
        self._factors.setHorizontalSpacing(8)
        self._factors.setVerticalSpacing(2)
        self.body.addWidget(self._why)
        self.body.addLayout(self._factors)
        self.body.addWidget(self._rest)

    def show_health(self, health: AccountHealth) -> None:
        """Show the answer."""
        self._badge.show_band(health.band, None if health.band is Band.UNKNOWN else health.score)
        used = sorted(
            (factor for factor in health.factors if factor.state == "used"), key=lambda factor: -factor.contribution
        )
        self._why.setText(self._sentence(health, used))
        clear(self._factors)
        for row, factor in enumerate(used):
            self._add_row(row, factor)
        unused = [factor_name(f.factor, self._language) for f in health.factors if f.state in {"missing", "stale"}]
        names = self.tr(", ", "between names").join(unused)
        text = self.tr("Without fresh data: {names}").format(names=names) if unused else ""
        self._rest.setText(text)
        self._rest.setVisible(bool(text))

    def _sentence(self, health: AccountHealth, used: list[FactorScore]) -> str:
        known = self.tr("{share} of the model's weight rests on fresh data.").format(share=percent(health.coverage, 0))
        if not used:
            return self.tr("No factor has fresh data yet.")
        lost = max(used, key=lambda factor: factor.weight * (100.0 - (factor.value or 0.0)))
        best = factor_name(used[0].factor, self._language)
        if (lost.value or 0.0) >= _GOOD:
            text = self.tr("Carried most by: {best}.").format(best=best)
        else:
            text = self.tr("Carried most by: {best}. Held back most by: {worst}.")
            text = text.format(best=best, worst=factor_name(lost.factor, self._language))
        if health.band is Band.UNKNOWN:
            text = self.tr("Too little is known for a band.")
        return self.tr("{why} {known}").format(why=text, known=known)

    def _add_row(self, row: int, factor: FactorScore) -> None:
        name = QLabel(factor_name(factor.factor, self._language), self)
        points = QLabel(f"+{whole(factor.contribution, 1)}", self)
        points.setProperty("role", "muted")
        points.setToolTip(self.tr("Points this factor adds to the score"))
        for place, widget in enumerate((name, _Bar(factor.value or 0.0, self), points)):
            self._factors.addWidget(widget, row, place)
        self._factors.setColumnStretch(0, 1)


class _Bar(QWidget):
    """A value of 0 to 100 as a bar, the figure beside it."""

    def __init__(self, value: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = value
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(whole(value))

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
