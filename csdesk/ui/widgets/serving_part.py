"""What it costs to serve: by group and by account, what is missing to know it, and the team's rates to type over."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from csdesk.ui.rows import Column, Found, Look, RowsModel, Tone, Typed
from csdesk.ui.widgets.card import muted
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.part import titled_row
from csdesk.ui.widgets.sheet import SheetView
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.usecases.serving import PersonRate, edit_rates, person_rates
from csdesk.wording.kinds import TIERS, group_name
from csdesk.wording.speech import NOTHING, look_up, money, percent

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.serving import ServedAccount, Serving

_HEIGHT, _RATES_HEIGHT, _RATES_WIDTH = 240, 170, 330


class ServingPart(QWidget):
    """Shows what it is given, and asks for the rates by itself. `explained` carries the figure clicked, `opened` the
    account."""

    explained = Signal(object)
    opened = Signal(object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._by = around, ""
        frame = around.window
        self._language, self._currency = frame.language, frame.currency
        self.groups = FigureSheet(self._of_groups(), self.tr("Cost to serve by group"), identity=lambda row: row.name,
                                  parent=self)  # fmt: skip
        self.groups.measured.connect(self.explained)
        self.accounts = SheetView(RowsModel(self._of_accounts(), self, identity=lambda row: row.account),
                                  self.tr("Cost to serve by account"), self)  # fmt: skip
        self.accounts.opened.connect(lambda row: self.opened.emit(row.account))
        self._people: RowsModel[PersonRate] = RowsModel(self._of_people(), self)
        self._people.edited.connect(self._edit)
        self.rates = SheetView(self._people, self.tr("What an hour of each person costs"), self)
        for sheet in (self.groups, self.accounts, self.rates):
            TableCopies(around, sheet)
        self._lacking = muted("", self)
        self._lay_out()

    def refresh(self) -> None:
        """Ask for the rates again."""
        self._around.desk.ask(self, person_rates, self.show_rates)

    def show_serving(self, by: str, found: Serving) -> None:
        """Show the period's touches."""
        self._by = by
        self.groups.show_rows(found.groups)
        self.accounts.show_found(Found.unsearched(found.accounts))
        self.accounts.setVisible(bool(found.accounts))
        self.groups.setVisible(bool(found.touches))
        said = self.tr("{n} touches in the period. Without minutes: {untimed}; without an hourly rate: {unrated}.")
        self._lacking.setText(
            said.format(n=f"{found.touches:,}", untimed=f"{found.untimed:,}", unrated=f"{found.unrated:,}")
        )

    def show_rates(self, people: tuple[PersonRate, ...]) -> None:
        """Show the team."""
        self.rates.show_found(Found.unsearched(people))
        self.rates.setVisible(bool(people))

    def _edit(self, typed: tuple[Typed[PersonRate], ...]) -> None:
        edits = [(cell.row.id, cell.text) for cell in typed]
        frame = self._around.window
        self._around.desk.do(self, lambda book: edit_rates(book, edits), frame.say_step, self._refused)

    def _refused(self, error: Exception) -> None:
        self._people.forget_typed()
        self._around.window.complain(error)

    # -- building --------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.accounts.setFixedHeight(_HEIGHT)
        self.rates.setFixedHeight(_RATES_HEIGHT)
        self.rates.setFixedWidth(_RATES_WIDTH)
        note = self.tr("Minutes of touch by the hourly rate. Type over a rate; it counts at once.")
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.groups, 1, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.rates)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(titled_row(self, self.tr("Cost to serve"), note=note)[0])
        column.addWidget(self._lacking)
        column.addLayout(beside)
        column.addWidget(self.accounts)

    def _of_groups(self) -> list[Column[Any]]:
        def name(row: Any) -> str:  # noqa: ANN401 - a group of figures
            return group_name(self._by, row.name, self._language)

        figures = {"cost": self.tr("Cost to serve"), "share": self.tr("Of MRR")}
        return [
            Column("name", self.tr("Group"), name, name, width=220),
            *(
                figure_column(key, heading, attrgetter(key), self._currency, self._language, width=160)
                for key, heading in figures.items()
            ),
        ]

    def _of_accounts(self) -> tuple[Column[ServedAccount], ...]:
        def amount(row: ServedAccount) -> str:
            return money(row.cost, self._currency, self._language)

        def paid(row: ServedAccount) -> str:
            return money(row.mrr, self._currency, self._language)

        def tier(row: ServedAccount) -> str:
            return look_up(TIERS, row.tier, self._language) if row.tier else ""

        return (
            Column("name", self.tr("Account"), lambda r: r.name, lambda r: r.name, Look.NAME, 180),
            Column("tier", self.tr("Touch model"), tier, tier, width=110),
            Column("touches", self.tr("Touches"), lambda r: r.touches, lambda r: f"{r.touches:,}", Look.NUMBER, 76),
            Column("minutes", self.tr("Minutes"), lambda r: r.minutes, lambda r: f"{r.minutes:,}", Look.NUMBER, 110),
            Column("cost", self.tr("Cost"), lambda r: r.cost, amount, Look.NUMBER, 110),
            Column("mrr", self.tr("MRR of the months"), lambda r: r.mrr, paid, Look.NUMBER, 130),
            Column("share", self.tr("Of MRR"), lambda r: r.share, _share, Look.NUMBER, 80),
            Column("lacking", self.tr("Without minutes or rate"), lambda r: r.lacking, lambda r: f"{r.lacking:,}",
                   Look.NUMBER, 150, tone=_tone),
        )  # fmt: skip

    def _of_people(self) -> tuple[Column[PersonRate], ...]:
        def rate(row: PersonRate) -> str:
            return money(row.rate, self._currency, self._language)

        def typed(row: PersonRate) -> str:
            if row.rate is None:
                return ""
            return f"{float(self._currency.main_units(row.rate)):.{self._currency.digits}f}"

        return (
            Column("name", self.tr("Person"), lambda r: r.name, lambda r: r.name, width=120),
            Column("role", self.tr("Role"), lambda r: r.role, lambda r: r.role, width=90),
            Column("rate", self.tr("Hourly rate"), lambda r: r.rate, rate, Look.NUMBER, 100, typed=typed),
        )


def _share(row: ServedAccount) -> str:
    return NOTHING if row.share is None else percent(row.share)


def _tone(row: ServedAccount) -> Tone:
    return Tone.WARN if row.lacking else Tone.PLAIN
