"""What another way of counting would change, figure by figure, and the accounts that make the difference."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.usecases.counting import Share
from csdesk.usecases.figures import part_units
from csdesk.wording.charts import period_name
from csdesk.wording.figures import amount_text
from csdesk.wording.metrics import metric_name
from csdesk.wording.speech import NOTHING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Unit
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.counting import AccountDifference, Difference

_MOST, _ROWS = 4, 5
_NAMED = 3
"""Accounts named in a row; the rest are counted, and all are in its tip."""


class DifferenceSheet(FigureSheet):
    """Each figure that would be another, old and new value, and because of whom. Its figures do not open: the panel
    that shows them lies behind the dialog."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        super().__init__(
            self._columns(),
            self.tr("What this changes"),
            identity=lambda row: (row.now.metric, row.now.period),
            most=_ROWS,
            parent=parent,
        )

    def _columns(self) -> list[Column[Any]]:
        language, currency = self._language, self._currency

        def period(row: Difference) -> str:
            return period_name(row.now.period, language) if row.now.period else ""

        def figure(row: Difference) -> str:
            return metric_name(row.then.metric, language, row.then.base)

        return [
            Column("figure", self.tr("Figure"), figure, figure, width=190),
            Column("period", self.tr("Period"), lambda row: row.now.period, period),
            *(
                replace(figure_column(side, heading, attrgetter(side), currency, language, width=110), measure=None)
                for side, heading in (("now", self.tr("Now")), ("then", self.tr("Then")))
            ),
            Column("accounts", self.tr("Because of"), _names, _names, width=220, tip=_all_names),
        ]


class DifferenceAccounts(FigureSheet):
    """Each account with its part of the figure, and of what it is divided by, now and then; `opened` carries its row.
    Hidden while there is none."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        self._units: tuple[Unit | None, Unit | None] = (None, None)
        name = self.tr("Accounts that make the difference")
        super().__init__(self._columns(), name, identity=lambda row: row.account, most=_MOST, parent=parent)
        self.hide()

    def show_difference(self, difference: Difference | None) -> None:
        """List the accounts of a difference."""
        if difference is not None:
            held = (part_units(side) for side in (difference.then, difference.now))
            self._units = next((units for units in held if units[0] is not None), (None, None))
        self.show_rows(difference.of if difference else ())
        self.setVisible(bool(difference and difference.of))

    def _columns(self) -> list[Column[Any]]:
        def change(row: AccountDifference) -> Share:
            return Share(row.then.part - row.now.part, row.then.whole - row.now.whole)

        return [
            Column("account", self.tr("Account"), lambda row: row.name, lambda row: row.name, Look.NAME, width=220),
            self._column("now", self.tr("Now"), lambda row: row.now),
            self._column("then", self.tr("Then"), lambda row: row.then),
            self._column("change", self.tr("Difference"), change),
        ]

    def _column(self, key: str, heading: str, side: Any) -> Column[Any]:  # noqa: ANN401 - picks a share of a row
        return Column(
            key, heading, lambda row: side(row).part, lambda row: self._share(side(row)), Look.NUMBER, width=160
        )

    def _share(self, share: Share) -> str:
        part, whole = self._units
        said = self._amount(share.part, part)
        return said if whole is None else f"{said} / {self._amount(share.whole, whole)}"

    def _amount(self, amount: Any, unit: Unit | None) -> str:  # noqa: ANN401 - any number
        return NOTHING if unit is None else amount_text(amount, unit, self._currency, self._language)


def _names(row: Difference) -> str:
    more = len(row.accounts) - _NAMED
    return ", ".join(row.accounts[:_NAMED]) + (f" … +{more:,}" if more > 0 else "")


def _all_names(row: Difference) -> str:
    return ", ".join(row.accounts)
