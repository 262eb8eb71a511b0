"""The movements of a period, account by account, and what the steps from MRR to CMRR are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.models.months import Period, PeriodKind
from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.grouped_sheet import GroupedSheet
from csdesk.wording.charts import period_name
from csdesk.wording.metrics import metric_name
from csdesk.wording.movements import MOVEMENTS, moved_why
from csdesk.wording.speech import NOTHING, look_up, money

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.account_moves import AccountMove
    from csdesk.usecases.revenue import BridgeItem

_TAKEN = frozenset({"cmrr_withdrawals", "cmrr_downgrades"})


class MoveSheet(GroupedSheet):
    """What became of whom, and why; `opened` carries the movement whose account is opened."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        columns: list[Column[Any]] = [
            Column(
                "account", self.tr("Account"), lambda row: row.account_name, lambda row: row.account_name, Look.NAME
            ),
            Column("month", self.tr("Month"), lambda row: row.moved.month.ordinal, self._month),
            Column("kind", self.tr("Movement"), self._kind, self._kind),
            Column("why", self.tr("Why"), self._why, self._why, tip=self._source),
            Column("product", self.tr("Product"), lambda row: row.product, lambda row: row.product),
            Column("mrr", self.tr("MRR"), lambda row: row.moved.signed, self._amount, Look.NUMBER),
        ]
        name = self.tr("Movements by account")
        super().__init__(columns, name, language, identity=lambda row: row.moved, parent=parent)

    def _month(self, row: AccountMove) -> str:
        return period_name(Period(row.moved.month, PeriodKind.MONTH), self._language)

    def _kind(self, row: AccountMove) -> str:
        return look_up(MOVEMENTS, row.moved.movement, self._language)

    def _why(self, row: AccountMove) -> str:
        return moved_why(row.moved.change, row.reason, row.family, self._language)

    def _source(self, row: AccountMove) -> str:
        if row.moved.change is None:
            return ""
        return self.tr("As set on the contract line") if row.moved.stated else self.tr("As the contract lines tell")

    def _amount(self, row: AccountMove) -> str:
        return money(row.moved.signed, self._currency, self._language)


class BridgeItemSheet(GroupedSheet):
    """The deals and cancellations between MRR and CMRR by name; `opened` carries the item whose account is opened."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        columns: list[Column[Any]] = [
            Column(
                "account", self.tr("Account"), lambda row: row.account_name, lambda row: row.account_name, Look.NAME
            ),
            Column("step", self.tr("Step"), self._step, self._step),
            Column("deals", self.tr("Won deal"), lambda row: row.deals, lambda row: row.deals, width=220),
            Column("mrr", self.tr("MRR"), _change_of, self._amount, Look.NUMBER),
        ]
        name = self.tr("Deals and cancellations behind CMRR")
        super().__init__(columns, name, language, identity=lambda row: row, parent=parent)

    def _step(self, row: BridgeItem) -> str:
        if row.step is None:
            return self.tr("Not counted: no exchange rate of {currency}").format(currency=row.currency)
        return metric_name(row.step, self._language)

    def _amount(self, row: BridgeItem) -> str:
        return NOTHING if row.mrr is None else money(_change_of(row), self._currency, self._language)


def _change_of(row: BridgeItem) -> Any:  # noqa: ANN401 - as exact as the step
    return -row.mrr if row.mrr is not None and row.step in _TAKEN else row.mrr
