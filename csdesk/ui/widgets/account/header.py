"""The strip on top of an account's page: who it is, what it pays, when it renews, how it fares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from csdesk.models.kinds import Band
from csdesk.ui.widgets.badge import BandBadge
from csdesk.wording.days import distance
from csdesk.wording.kinds import FITS, TIERS
from csdesk.wording.speech import NOTHING, day, look_up, money

if TYPE_CHECKING:
    from datetime import date

    from csdesk.ui.page import Frame
    from csdesk.usecases.account import AccountPage

_FIGURES = 5


class AccountHeader(QFrame):
    """Name and badges left, five figures right."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._frame = frame
        self._name = QLabel(self)
        self._name.setProperty("role", "figure")
        self._band = BandBadge(frame.language, self)
        self._tags = QLabel(self)
        self._tags.setProperty("role", "muted")
        self._values = [QLabel(self) for _ in range(_FIGURES)]
        self._notes = [QLabel(self) for _ in range(_FIGURES)]
        badges = QHBoxLayout()
        badges.setSpacing(8)
        badges.addWidget(self._band)
        badges.addWidget(self._tags, 1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._name)
        left.addLayout(badges)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addLayout(self._figures())

    def show_page(self, page: AccountPage, as_of: date) -> None:
        """Show the account."""
        row, language, currency = page.row, self._frame.language, self._frame.settings.money
        self._name.setText(row.name)
        self._band.show_band(row.band, None if row.band is Band.UNKNOWN else row.score)
        tier = look_up({str(key): words for key, words in TIERS.items()}, row.tier, language) if row.tier else ""
        fit = look_up({str(key): words for key, words in FITS.items()}, row.fit, language) if row.fit else ""
        self._tags.setText("  ·  ".join(filter(None, (tier, row.segment, row.industry, row.stage, fit))))
        renewal = day(row.renewal_on, language)
        note = self.tr("undecided") if row.renewal_undecided else distance(row.renewal_on, as_of, language)
        values = (
            (money(row.mrr, currency, language), "" if row.paying else self.tr("not paying")),
            (money(page.arr, currency, language), ""),
            (renewal, note),
            (row.owner or NOTHING, ""),
            (day(page.since, language), ""),
        )
        for (value, said), figure, quiet in zip(values, self._values, self._notes, strict=True):
            figure.setText(value)
            quiet.setText(said)
        self._notes[2].setProperty("role", "bad" if row.renewal_undecided else "small")
        self._notes[2].style().polish(self._notes[2])

    def _figures(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(1)
        words = (self.tr("MRR"), self.tr("ARR"), self.tr("Renewal"), self.tr("Owner"), self.tr("Customer since"))
        for place, word in enumerate(words):
            label = QLabel(word, self)
            label.setProperty("role", "small")
            self._values[place].setProperty("role", "heading")
            self._notes[place].setProperty("role", "small")
            for line, widget in enumerate((label, self._values[place], self._notes[place])):
                grid.addWidget(widget, line, place)
        return grid
