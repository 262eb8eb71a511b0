"""Health of every paying account, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from csdesk.metrics.health.drivers import drivers
from csdesk.ui.rows import Column, Look, RowsModel
from csdesk.ui.widgets.sheet import SheetView
from csdesk.wording.factors import factor_name
from csdesk.wording.speech import NOTHING, money, percent
from csdesk.wording.window import BANDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.health import HealthRow


class HealthTable(SheetView):
    """A row an account: score, MRR, and how much is known and how old it is."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        model: RowsModel[HealthRow] = RowsModel(self._columns(), identity=lambda row: row.account)
        super().__init__(model, self.tr("Health of every account"), parent)
        model.setParent(self)

    def _columns(self) -> list[Column[Any]]:
        return [
            Column("name", self.tr("Account"), _name, _name, Look.NAME),
            Column(
                "score",
                self.tr("Health"),
                lambda row: row.health.score,
                self._said,
                Look.BAND,
                width=120,
                band=lambda row: row.health.band,
            ),
            Column("mrr", self.tr("MRR"), lambda row: row.mrr, self._money, Look.NUMBER),
            Column("owner", self.tr("Owner"), lambda row: row.owner, lambda row: row.owner),
            Column(
                "coverage",
                self.tr("Coverage"),
                lambda row: row.health.coverage,
                lambda row: percent(row.health.coverage, 0),
                Look.NUMBER,
            ),
            Column("oldest", self.tr("Oldest input"), lambda row: row.health.oldest_input_days, self._age, Look.NUMBER),
            Column("lowest", self.tr("Pulled down most by"), self._lowest, self._lowest, width=220),
        ]

    def _said(self, row: HealthRow) -> str:
        word = BANDS[row.health.band].say(self._language)
        return word if row.health.score is None else f"{row.health.score:.0f} {word}"

    def _money(self, row: HealthRow) -> str:
        return money(row.mrr, self._currency, self._language)

    def _age(self, row: HealthRow) -> str:
        days = row.health.oldest_input_days
        return NOTHING if days is None else self.tr("{n} days").format(n=f"{days:,}")

    def _lowest(self, row: HealthRow) -> str:
        worst = drivers(row.health)[1]
        return factor_name(worst.factor, self._language) if worst else ""


def _name(row: HealthRow) -> str:
    return row.name
