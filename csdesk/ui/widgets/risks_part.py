"""The risk register as a list: open risks first, then how those before ended; raised by hand, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.models.signals import RiskLevel
from csdesk.ui import theme
from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.usecases.risks import REGISTER_METRICS, Register, RegisterRow, risk_figures, risk_register
from csdesk.wording.risks import RISK_LEVELS, RISK_OUTCOMES, risk_name
from csdesk.wording.speech import NOTHING, day, money

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book
    from csdesk.usecases.revenue import Tile

_LINES = 5
"""Risks that are seen at once; the rest is scrolled to."""


class RisksPart(QWidget):
    """Asks by itself; whoever holds it calls `refresh`. `opened` carries the account and the id of a risk, both None
    for a new one."""

    opened = Signal(object, object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.model: RowsModel[RegisterRow] = RowsModel(self._columns(), self)
        self.sheet = SheetView(self.model, self.tr("Risks"), self)
        TableCopies(around, self.sheet)
        self.sum = QLabel(self)
        self.sum.setProperty("role", "small")
        self.new = QPushButton(self.tr("Raise a risk …"), self)
        self.nothing = muted(
            self.tr(
                "No risk is logged. Log a signal as a risk, or raise what you have heard: then it is known how soon "
                "risks are seen, and how many are averted."
            ),
            self,
        )
        self.tiles = TileRow(len(REGISTER_METRICS), self)
        self.tiles.opened.connect(around.window.explain)
        head, _ = titled_row(self, self.tr("Risks"), self.new)
        head.insertWidget(1, self.sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.tiles)
        column.addWidget(self.sheet)
        self.new.clicked.connect(lambda _checked=False: self.opened.emit(None, None))
        self.sheet.opened.connect(lambda row: self.opened.emit(row.risk.account, row.risk.id))

    def refresh(self) -> None:
        """Ask again."""
        scope = self._around.window.scope

        def question(book: Book) -> tuple[Register, tuple[Tile, ...]]:
            return risk_register(book, scope.as_of), risk_figures(book, scope)

        self._around.desk.ask(self, question, self.show_register)

    def show_register(self, told: tuple[Register, tuple[Tile, ...]]) -> None:
        """Show what the book answered."""
        frame, (register, tiles) = self._around.window, told
        self.tiles.show_tiles(tiles, frame.language, frame.currency)
        self.tiles.setVisible(bool(register.rows))
        self.sheet.show_found(Found.unsearched(register.rows))
        self.sheet.setVisible(bool(register.rows))
        self._fit(len(register.rows))
        self.nothing.setVisible(not register.rows)
        said = self.tr("Open: {count}. MRR at stake: {mrr}. Without a plan: {without}")
        mrr = money(register.at_stake, frame.currency, frame.language)
        self.sum.setText(said.format(count=register.open, mrr=mrr, without=register.without_plan))
        self.sum.setVisible(bool(register.rows))

    def _fit(self, rows: int) -> None:
        """As high as the rows need, for the signals above want the room."""
        around = (
            self.sheet.horizontalHeader().sizeHint().height() + self.sheet.horizontalScrollBar().sizeHint().height()
        )
        self.sheet.setFixedHeight(around + min(rows, _LINES) * theme.ROW)

    def _columns(self) -> tuple[Column[RegisterRow], ...]:
        frame = self._around.window
        language = frame.language

        def named(row: RegisterRow) -> str:
            return risk_name(row.risk.signal, row.risk.title, language)

        def level(row: RegisterRow) -> str:
            return RISK_LEVELS[row.risk.level].say(language)

        def outcome(row: RegisterRow) -> str:
            return RISK_OUTCOMES[row.risk.outcome].say(language)

        def closed(row: RegisterRow) -> str:
            return day(row.risk.closed_on, language) if row.risk.closed_on else NOTHING

        def plan(row: RegisterRow) -> str:
            return row.risk.response.replace("\n", " ")

        return (
            Column("account", self.tr("Account"), lambda r: r.account_name, lambda r: r.account_name, Look.TITLE, 180),
            Column("risk", self.tr("Risk"), named, named, width=200, tip=named),
            Column("level", self.tr("Level"), level, level, width=80, tone=_tone),
            Column("outcome", self.tr("Outcome"), outcome, outcome, width=110),
            Column("first", self.tr("First signal"), lambda r: r.risk.first_signal_on,
                   lambda r: day(r.risk.first_signal_on, language), width=90),
            Column("logged", self.tr("Logged"), lambda r: r.risk.logged_on,
                   lambda r: day(r.risk.logged_on, language), width=100),
            Column("mrr", self.tr("MRR"), lambda r: r.mrr, lambda r: money(r.mrr, frame.currency, language),
                   Look.NUMBER, 100),
            Column("owner", self.tr("Owner"), lambda r: r.risk.owner, lambda r: r.risk.owner, width=110),
            Column("closed", self.tr("Closed"), lambda r: r.risk.closed_on, closed, width=100),
            Column("plan", self.tr("Plan"), plan, plan, width=120, tip=plan),
        )  # fmt: skip


def _tone(row: RegisterRow) -> Tone:
    if not row.risk.is_open:
        return Tone.QUIET
    return Tone.BAD if row.risk.level is RiskLevel.IMMINENT else Tone.WARN
