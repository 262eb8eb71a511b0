"""A contract line: added, changed, or deleted."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from csdesk.models.kinds import ChangeKind, Kind, LineStatus
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.wording.kinds import LINE_STATUSES
from csdesk.wording.movements import change_name

if TYPE_CHECKING:
    from csdesk.models.money import Currency
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.contract_rows import ContractRow

_DROPPED = str.maketrans("", "", "¥$€£, ")
_LONGEST = 120


class ContractDialog(RowDialog):
    """`contract` None adds one. The amount is what one interval costs, without tax."""

    def __init__(self, around: Surroundings, account: int, contract: ContractRow | None, parent: QWidget) -> None:
        super().__init__(around, Kind.CONTRACT, contract.id if contract else None, parent)
        self._account = account
        frame = around.window
        self._currency = frame.settings.money
        self.setWindowTitle(self.tr("Contract line") if contract else self.tr("New contract line"))
        self.product, self.plan, self.amount = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.interval = QLineEdit("1", self)
        self.interval.setValidator(QIntValidator(1, _LONGEST, self.interval))
        self.seats = QLineEdit(self)
        self.seats.setValidator(QIntValidator(0, 10**9, self.seats))
        self.start = DayLine(self.tr("Starts"), frame.today(), frame.language, parent=self)
        self.term = DayLine(self.tr("Renewal date"), frame.today(), frame.language, ahead=True, parent=self)
        self.end = DayLine(self.tr("Last day of service"), frame.today(), frame.language, parent=self)
        self.reason = QLineEdit(self)
        self.status = Choice(
            [(status, LINE_STATUSES[status].say(frame.language)) for status in LineStatus], self.tr("Status"), self
        )
        self.renews = Choice(
            [(None, self.tr("not known")), (True, self.tr("yes")), (False, self.tr("no"))],
            self.tr("Renews by itself"),
            self,
        )
        told = [(kind, change_name(kind, frame.language)) for kind in ChangeKind if kind is not ChangeKind.UNKNOWN]
        self.change = Choice([(None, self.tr("as the contract lines tell")), *told], self.tr("Why MRR changed"), self)
        self.change.setToolTip(self.tr("Why MRR rose or fell with this line, where it followed another or was added."))
        if contract is not None:
            self._fill(contract)
        self.body.addLayout(
            form(
                [
                    (self.tr("Product"), self.product),
                    (self.tr("Plan"), self.plan),
                    (self.tr("Amount ({currency})").format(currency=self._currency.code), self.amount),
                    (self.tr("Months it covers"), self.interval),
                    (self.tr("Seats"), self.seats),
                    (self.tr("Starts"), self.start),
                    (self.tr("Renewal date"), self.term),
                    (self.tr("Renews by itself"), self.renews),
                    (self.tr("Last day of service"), self.end),
                    (self.tr("Why it ended"), self.reason),
                    (self.tr("Status"), self.status),
                    (self.tr("Why MRR changed"), self.change),
                ]
            )
        )
        self.product.setFocus()

    def check(self) -> None:
        days = (self.start, self.term, self.end)
        wrong = next((line for line in days if line.is_wrong), None)
        amount = read_amount(self.amount.text(), self._currency)
        if wrong is not None:
            self.say_wrong(self.tr("This day is not understood. Try: today, +7, 2024-04-01."), wrong)
        elif self.start.day is None:
            self.say_wrong(self.tr("A contract line needs the day it starts."), self.start)
        elif amount is None and self.amount.text().strip():
            self.say_wrong(self.tr("This amount is not understood. Try: 120,000."), self.amount)
        else:
            draft = ContractDraft(
                account=self._account,
                starts_on=self.start.day,
                amount=amount,
                interval_months=int(self.interval.text() or 1),
                product=self.product.text().strip(),
                plan=self.plan.text().strip(),
                term_ends_on=self.term.day,
                ended_on=self.end.day,
                end_reason=self.reason.text().strip(),
                seats=int(self.seats.text()) if self.seats.text() else None,
                auto_renew=None if self.renews.key is None else bool(self.renews.key),
                change=None if self.change.key is None else ChangeKind(str(self.change.key)),
                status=LineStatus(str(self.status.key)),
                id=self.row,
            )
            self.save(lambda book: save_contract(book, draft))

    def _fill(self, contract: ContractRow) -> None:
        self.product.setText(contract.product)
        self.plan.setText(contract.plan)
        if contract.amount is not None:
            self.amount.setText(f"{float(self._currency.main_units(contract.amount)):,.{self._currency.digits}f}")
        self.interval.setText(str(contract.interval_months))
        self.seats.setText("" if contract.seats is None else str(contract.seats))
        self.start.show_day(contract.starts_on)
        self.term.show_day(contract.term_ends_on)
        self.end.show_day(contract.ended_on)
        self.reason.setText(contract.end_reason)
        self.status.choose(contract.status)
        self.renews.choose(contract.auto_renew)
        self.change.choose(contract.change)


def read_amount(text: str, currency: Currency) -> int | None:
    """An amount as typed, in minor units: '¥120,000', '１２万' and '1,234.50'; None where it is none."""
    plain = unicodedata.normalize("NFKC", text).translate(_DROPPED).removesuffix("円")
    factor = 1
    if plain.endswith("万"):
        plain, factor = plain[:-1], 10_000
    try:
        return currency.minor_units(Fraction(plain) * factor) if "/" not in plain else None
    except ValueError:
        return None
