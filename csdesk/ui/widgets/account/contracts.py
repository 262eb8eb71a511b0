"""An account's contracts: a bar over the years, the running lines, and the earlier ones one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.models.kinds import LineStatus
from csdesk.ui.plain import literal, tip
from csdesk.ui.widgets.account.contract_bar import ContractBar, mrr_text
from csdesk.ui.widgets.card import Card, Elided, Fold, clear, muted
from csdesk.wording.kinds import LINE_STATUSES
from csdesk.wording.speech import day, look_up

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from csdesk.ui.page import Frame
    from csdesk.usecases.contract_rows import ContractRow

_LONGEST_NAME = 32


class ContractsCard(Card):
    """`opened` carries the contract line clicked, None for a new one."""

    opened = Signal(object)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Contracts"))
        self._frame = frame
        self.add_button(self.tr("Add"), lambda: self.opened.emit(None))
        self._bar = ContractBar(frame, self)
        self._earlier = Fold(self)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.body.addWidget(self._bar)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._earlier)

    def show_contracts(self, contracts: Sequence[ContractRow], as_of: date) -> None:
        """Running ones first, as they come; where none runs, all of them stand open."""
        clear(self._lines)
        clear(self._earlier.body)
        running = [contract for contract in contracts if contract.active or contract.undecided] or contracts
        earlier = [contract for contract in contracts if contract not in running]
        self._bar.show_contracts(contracts, as_of)
        self._bar.setVisible(bool(contracts))
        for contract in running:
            self._lines.addWidget(self._row(contract))
        for contract in earlier:
            self._earlier.body.addWidget(self._row(contract))
        self._earlier.say(self.tr("{n} not running now").format(n=len(earlier)))
        self._earlier.setVisible(bool(earlier))
        if not contracts:
            self._lines.addWidget(muted(self.tr("No contract line recorded."), self))

    def _row(self, contract: ContractRow) -> QWidget:
        language = self._frame.language
        what = " ".join(filter(None, (contract.product, contract.plan))) or self.tr("Contract")
        name = QPushButton(literal(what, _LONGEST_NAME), self)
        name.setToolTip(tip(what))
        name.setProperty("role", "link")
        name.setAccessibleName(what)
        name.clicked.connect(lambda: self.opened.emit(contract))
        mrr = QLabel(mrr_text(contract, self._frame.settings.money, language), self)
        mrr.setProperty("role", "heading" if contract.active else "muted")
        mrr.setToolTip(self.tr("MRR"))
        told = Elided(self._told(contract), self)
        told.setProperty("role", "bad" if contract.undecided else "muted")
        told.explain(contract.source)
        row = QWidget(self)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(name, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(mrr, 0, 1)
        grid.addWidget(told, 1, 0, 1, 2)
        return row

    def _told(self, contract: ContractRow) -> str:
        language = self._frame.language
        start = day(contract.starts_on, language)
        status = "" if contract.status == LineStatus.ACTIVE else look_up(LINE_STATUSES, contract.status, language)
        if contract.ended_on is not None:
            span = self.tr("{start} to {end}").format(start=start, end=day(contract.ended_on, language))
        elif contract.renewed_until is not None:
            span = self.tr("{start} to {end}, renewed").format(start=start, end=day(contract.renewed_until, language))
        elif contract.undecided:
            term = day(contract.term_ends_on, language)
            span = self.tr("since {start}, renewal of {term} undecided").format(start=start, term=term)
        elif contract.renews_on is not None:
            words = self.tr("since {start}, renews {term}")
            if contract.auto_renew:
                words = self.tr("since {start}, renews itself {term}")
            span = words.format(start=start, term=day(contract.renews_on, language))
        else:
            span = self.tr("since {start}").format(start=start)
        cancelled = ""
        if contract.cancelled_on is not None:
            cancelled = self.tr("cancelled {day}").format(day=day(contract.cancelled_on, language))
        return "  ·  ".join(filter(None, (span, cancelled, status, contract.end_reason)))
