"""A contract line: added, changed, or deleted."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from csdesk.models.kinds import ChangeKind, Charge, Kind, LineStatus, ReasonFamily
from csdesk.models.money import Currency
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.ui.widgets.form import RowDialog, form
from csdesk.usecases.drafts import ContractDraft, save_contract
from csdesk.usecases.risks import reason_to_propose
from csdesk.wording.kinds import LINE_STATUSES
from csdesk.wording.lists import CHARGES
from csdesk.wording.movements import REASON_FAMILIES, change_name
from csdesk.wording.window import CURRENCIES

if TYPE_CHECKING:
    from datetime import date

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.contract_rows import ContractRow

_DROPPED = str.maketrans("", "", "¥$€£, ")
_LONGEST = 120
_WIDTH = 780


class ContractDialog(RowDialog):
    """`contract` None adds one. The amount is what one interval costs, without tax."""

    def __init__(self, around: Surroundings, account: int, contract: ContractRow | None, parent: QWidget) -> None:
        super().__init__(around, Kind.CONTRACT, contract.id if contract else None, parent)
        self._account = account
        self._home = around.window.settings.money
        self.setWindowTitle(self.tr("Contract line") if contract else self.tr("New contract line"))
        self.setMinimumWidth(_WIDTH)
        self._codes = dict.fromkeys([contract.currency] if contract and contract.currency else []) | CURRENCIES
        self._build_texts()
        self._build_days()
        self._build_choices()
        if contract is not None:
            self._fill(contract)
        self._lay_out()
        self._proposed: ReasonFamily | None = None
        around.desk.ask(self, lambda book: reason_to_propose(book, account), self._know_reason, about="reason")
        for line in (self.cancelled, self.end):
            line.line.editingFinished.connect(self._propose_reason)
        self.product.setFocus()

    def check(self) -> None:
        days = (self.start, self.term, self.notice, self.cancelled, self.end, self.discount_end)
        wrong = next((line for line in days if line.is_wrong), None)
        prices = (self.amount, self.list_price)
        unread = next((box for box in prices if box.text().strip() and self._read(box) is None), None)
        if wrong is not None:
            self.say_wrong(self.tr("This day is not understood. Try: today, +7, 2024-04-01."), wrong)
        elif self.start.day is None:
            self.say_wrong(self.tr("A contract line needs the day it starts."), self.start)
        elif unread is not None:
            self.say_wrong(self.tr("This amount is not understood. Try: 120,000."), unread)
        else:
            draft = self._draft(self.start.day)
            self.save(lambda book: save_contract(book, draft))

    def _draft(self, starts_on: date) -> ContractDraft:
        return ContractDraft(
            account=self._account,
            starts_on=starts_on,
            amount=self._read(self.amount),
            interval_months=int(self.interval.text() or 1),
            product=self.product.text().strip(),
            plan=self.plan.text().strip(),
            term_ends_on=self.term.day,
            ended_on=self.end.day,
            cancelled_on=self.cancelled.day,
            end_reason=self.reason.text().strip(),
            reason_family=None if self.family.key is None else ReasonFamily(str(self.family.key)),
            notice_by=self.notice.day,
            list_amount=self._read(self.list_price),
            discount_ends_on=self.discount_end.day,
            seats=int(self.seats.text()) if self.seats.text() else None,
            auto_renew=None if self.renews.key is None else bool(self.renews.key),
            change=None if self.change.key is None else ChangeKind(str(self.change.key)),
            charge=Charge(str(self.charge.key)),
            status=LineStatus(str(self.status.key)),
            currency=self._currency.code,
            id=self.row,
        )

    @property
    def _currency(self) -> Currency:
        """What the amounts are in."""
        return Currency(str(self.currency.key))

    def _read(self, box: QLineEdit) -> int | None:
        return read_amount(box.text(), self._currency)

    def _written(self, amount: int | None) -> str:
        if amount is None:
            return ""
        return f"{float(self._currency.main_units(amount)):,.{self._currency.digits}f}"

    def _know_reason(self, family: ReasonFamily | None) -> None:
        self._proposed = family

    def _propose_reason(self) -> None:
        """Where a line comes to end and nobody has said why, what the account's risks tell."""
        if self.family.key is None and (self.end.day or self.cancelled.day):
            self.family.choose(self._proposed)

    # -- building --------------------------------------------------------------------------------------------------

    def _build_texts(self) -> None:
        self.product, self.plan, self.amount = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.list_price, self.reason = QLineEdit(self), QLineEdit(self)
        self.list_price.setToolTip(self.tr("The price without its discount, for the same months as the amount."))
        self.interval = QLineEdit("1", self)
        self.interval.setValidator(QIntValidator(1, _LONGEST, self.interval))
        self.seats = QLineEdit(self)
        self.seats.setValidator(QIntValidator(0, 10**9, self.seats))

    def _build_days(self) -> None:
        frame = self._around.window

        def line(name: str, *, ahead: bool = False) -> DayLine:
            return DayLine(name, frame.today, frame.language, ahead=ahead, parent=self)

        self.start = line(self.tr("Starts"))
        self.term = line(self.tr("Renewal date"), ahead=True)
        self.notice = line(self.tr("Notice deadline"), ahead=True)
        self.cancelled = line(self.tr("Cancelled on"))
        self.cancelled.setToolTip(self.tr("The day the customer said so, whenever service ends."))
        self.end = line(self.tr("Last day of service"))
        self.discount_end = line(self.tr("Discount ends"), ahead=True)

    def _build_choices(self) -> None:
        language = self._around.window.language
        self.status = Choice(
            [(status, LINE_STATUSES[status].say(language)) for status in LineStatus], self.tr("Status"), self
        )
        codes = [self._home.code, *(code for code in self._codes if code != self._home.code)]
        self.currency = Choice([(code, code) for code in codes], self.tr("Currency"), self)
        self.currency.setToolTip(
            self.tr("Other currencies count at the exchange rates that the book has for each month.")
        )
        self.charge = Choice([(kind, CHARGES[kind].say(language)) for kind in Charge], self.tr("Kind of charge"), self)
        self.charge.setToolTip(self.tr("Only what recurs is MRR; use with a minimum recurs by that minimum."))
        self.renews = Choice(
            [(None, self.tr("not known")), (True, self.tr("yes")), (False, self.tr("no"))],
            self.tr("Renews by itself"),
            self,
        )
        told = [(kind, change_name(kind, language)) for kind in ChangeKind if kind is not ChangeKind.UNKNOWN]
        self.change = Choice([(None, self.tr("as the contract lines tell")), *told], self.tr("Why MRR changed"), self)
        self.change.setToolTip(self.tr("Why MRR rose or fell with this line, where it followed another or was added."))
        families = [(family, REASON_FAMILIES[family].say(language)) for family in ReasonFamily]
        self.family = Choice([(None, self.tr("not said")), *families], self.tr("Kind of reason"), self)

    def _lay_out(self) -> None:
        what = [
            (self.tr("Product"), self.product),
            (self.tr("Plan"), self.plan),
            (self.tr("Kind of charge"), self.charge),
            (self.tr("Currency"), self.currency),
            (self.tr("Amount"), self.amount),
            (self.tr("List price"), self.list_price),
            (self.tr("Discount ends"), self.discount_end),
            (self.tr("Months it covers"), self.interval),
            (self.tr("Seats"), self.seats),
            (self.tr("Why MRR changed"), self.change),
        ]
        when = [
            (self.tr("Starts"), self.start),
            (self.tr("Renewal date"), self.term),
            (self.tr("Notice deadline"), self.notice),
            (self.tr("Renews by itself"), self.renews),
            (self.tr("Status"), self.status),
            (self.tr("Cancelled on"), self.cancelled),
            (self.tr("Last day of service"), self.end),
            (self.tr("Kind of reason"), self.family),
            (self.tr("Why it ended"), self.reason),
        ]
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addLayout(form(what), 1)
        sides.addLayout(form(when), 1)
        self.body.addLayout(sides)

    def _fill(self, contract: ContractRow) -> None:
        self.currency.choose(contract.currency or self._home.code)
        self.product.setText(contract.product)
        self.plan.setText(contract.plan)
        self.amount.setText(self._written(contract.amount))
        self.list_price.setText(self._written(contract.list_amount))
        self.interval.setText(str(contract.interval_months))
        self.seats.setText("" if contract.seats is None else str(contract.seats))
        self.reason.setText(contract.end_reason)
        for line, held in (
            (self.start, contract.starts_on),
            (self.term, contract.term_ends_on),
            (self.notice, contract.notice_by),
            (self.cancelled, contract.cancelled_on),
            (self.end, contract.ended_on),
            (self.discount_end, contract.discount_ends_on),
        ):
            line.show_day(held)
        for choice, key in (
            (self.status, contract.status),
            (self.charge, contract.charge),
            (self.renews, contract.auto_renew),
            (self.family, contract.reason_family),
            (self.change, contract.change),
        ):
            choice.choose(key)


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
