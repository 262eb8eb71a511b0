"""The strip on top of an account's page: who it is, how it fares and why, what it pays, when it renews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.metrics.health.drivers import drivers
from csdesk.models.kinds import Band
from csdesk.ui.plain import brief
from csdesk.ui.widgets.account.spark import Sparkline
from csdesk.ui.widgets.badge import BandBadge
from csdesk.ui.widgets.card import Elided
from csdesk.wording.days import distance
from csdesk.wording.factors import factor_name
from csdesk.wording.health import change_sentence, coverage_sentence, drivers_sentence
from csdesk.wording.kinds import FITS, TIERS
from csdesk.wording.speech import NOTHING, day, look_up, money

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from csdesk.ui.page import Frame
    from csdesk.usecases.account import AccountPage

_FIGURES = 5
_LONGEST = 40
"""Letters of a figure, or of the owner's name."""
_ARR, _SINCE = 1, 4
_NARROW, _NARROWER = 1200, 940
"""Widths below which the curve, and the figures one can do without, give their room to the name."""


class AccountHeader(QFrame):
    """Name, tags and health left; the curve of its MRR and five figures right; and the way to the account's review."""

    review_wanted = Signal()

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._frame = frame
        self._name, self._tags, self._why = Elided("", self), Elided("", self), Elided("", self)
        self._name.setProperty("role", "figure")
        self._tags.setProperty("role", "muted")
        self._band = BandBadge(frame.language, self)
        self._moved = QLabel(self)
        self._moved.setProperty("role", "muted")
        self._curve = Sparkline((), self.tr("MRR over two years"), self)
        words = (self.tr("MRR"), self.tr("ARR"), self.tr("Renewal"), self.tr("Owner"), self.tr("Customer since"))
        self._words = [QLabel(word, self) for word in words]
        self._values = [QLabel(self) for _ in range(_FIGURES)]
        self._notes = [QLabel(self) for _ in range(_FIGURES)]
        self.review = QPushButton(self.tr("Review..."), self)
        self.review.setToolTip(self.tr("The account review, for its customer"))
        self.review.setShortcut(QKeySequence("Ctrl+Shift+R"))
        self.review.clicked.connect(lambda _checked=False: self.review_wanted.emit())
        health = QHBoxLayout()
        health.setSpacing(8)
        health.addWidget(self._band)
        health.addWidget(self._moved)
        health.addWidget(self._why, 1)
        left = QVBoxLayout()
        left.setSpacing(4)
        named = QHBoxLayout()
        named.addWidget(self._name, 1)
        named.addWidget(self.review)
        left.addLayout(named)
        left.addWidget(self._tags)
        left.addLayout(health)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addWidget(self._curve, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._figures(), 0)

    def show_page(self, page: AccountPage, as_of: date) -> None:
        """Show the account."""
        row, language, currency = page.row, self._frame.language, self._frame.settings.money
        self._name.setText(row.name)
        tier = look_up(TIERS, row.tier, language) if row.tier else ""
        fit = look_up(FITS, row.fit, language) if row.fit else ""
        self._tags.setText("  ·  ".join(filter(None, (tier, row.segment, row.industry, row.stage, fit))))
        self._show_health(page)
        amounts = [float(amount) for amount in page.mrr]
        self._curve.show_values(amounts if any(amounts) else ())
        note = self.tr("undecided") if row.renewal_undecided else distance(row.renewal_on, as_of, language)
        values = (
            (money(row.mrr, currency, language), "" if row.paying else self.tr("not paying")),
            (money(page.arr, currency, language), ""),
            (day(row.renewal_on, language), note),
            (row.owner or NOTHING, ""),
            (day(page.since, language), ""),
        )
        for (value, said), figure, quiet in zip(values, self._values, self._notes, strict=True):
            figure.setText(brief(value, _LONGEST))
            quiet.setText(said)
        self._notes[2].setProperty("role", "bad" if row.renewal_undecided else "small")
        self._notes[2].style().polish(self._notes[2])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._curve.setVisible(self.width() >= _NARROW)
        for place in (_ARR, _SINCE):
            for widget in (self._words[place], self._values[place], self._notes[place]):
                widget.setVisible(self.width() >= _NARROWER)

    def _show_health(self, page: AccountPage) -> None:
        """Score and colour, by how much it moved in a month, and why it is so."""
        language, health = self._frame.language, page.health
        known = health.band is not Band.UNKNOWN and health.score is not None
        self._band.show_band(health.band, health.score if known else None, by_hand=health.hand is not None)
        both = known and health.score is not None and page.score_before is not None
        self._moved.setText(change_sentence(health.score or 0, page.score_before or 0, language) if both else "")
        self._moved.setVisible(bool(self._moved.text()))
        best, worst = (factor_name(one.factor, language) if one else "" for one in drivers(health))
        why = health.hand.reason.partition("\n")[0] if health.hand else ""
        why = why or (drivers_sentence(best, worst, language) if known else "")
        self._why.setText(why or coverage_sentence(health.score, health.coverage, language, enough=known))

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(1)
        for place, label in enumerate(self._words):
            label.setProperty("role", "small")
            self._values[place].setProperty("role", "value")
            self._notes[place].setProperty("role", "small")
            for line, widget in enumerate((label, self._values[place], self._notes[place])):
                grid.addWidget(widget, line, place)
        return grid
