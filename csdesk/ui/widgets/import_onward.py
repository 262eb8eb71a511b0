"""Where to go once something has been imported, and what could not be brought."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.plain import literal
from csdesk.ui.widgets.card import clear
from csdesk.usecases.importing import TableKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from csdesk.ui.page import Frame
    from csdesk.usecases.importing import PlannedTable

_OF_GROWTH = frozenset({TableKind.COSTS, TableKind.FIGURES, TableKind.RATES})
_MOST = 5
"""Tables whose refused rows are offered one by one."""


class ImportOnward(QWidget):
    """`wants_refused` carries the planned table whose refused rows are to be saved; `wants_measures` asks for what
    counts as use."""

    wants_refused = Signal(object)
    wants_measures = Signal()

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        places = (
            (self.tr("See MRR and its movements"), "revenue"),
            (self.tr("See the accounts"), "accounts"),
            (self.tr("See what is still to complete"), "hygiene"),
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        self.ways = [self._link(word, row) for word, _ in places]
        for button, (_, page) in zip(self.ways, places, strict=True):
            button.clicked.connect(partial(frame.open_page, page))
        self.growth = self._link(self.tr("See costs, figures and rates"), row)
        self.growth.clicked.connect(partial(frame.open_page, "growth"))
        self.measures = self._link(self.tr("Say which measures count as use..."), row)
        self.measures.clicked.connect(self.wants_measures)
        self.ways += [self.growth, self.measures]
        row.addStretch(1)
        self._left = QHBoxLayout()
        self._left.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(self._left)

    def offer(self, left: Sequence[PlannedTable], brought: Collection[TableKind], *, use: bool) -> None:
        """Offer where these kinds of table are seen, what counts as use where there was any, and the refused rows of
        these tables to be saved."""
        self.growth.setVisible(not _OF_GROWTH.isdisjoint(brought))
        self.measures.setVisible(use)
        clear(self._left)
        self._left.addStretch(1)
        for planned in left[:_MOST]:
            words = self.tr("{file}: save the {n} refused rows...")
            file = planned.matched.table.sheet or planned.matched.table.file
            button = self._link(literal(words.format(file=file, n=f"{len(planned.rows):,}"), 90), self._left)
            button.clicked.connect(partial(self.wants_refused.emit, planned))
        self._left.addStretch(1)

    def _link(self, word: str, row: QHBoxLayout) -> QPushButton:
        button = QPushButton(word, self)
        button.setProperty("role", "link")
        row.addWidget(button)
        return button
