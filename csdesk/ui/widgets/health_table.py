"""Health of every account in rows, and which of them are shown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from csdesk.metrics.health.drivers import drivers
from csdesk.metrics.health.quarters import Quarter
from csdesk.ui.rows import Column, Found, Look, RowsModel
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.sheet import SheetView
from csdesk.usecases.health_words import hand_sentence, health_text
from csdesk.wording.factors import factor_name
from csdesk.wording.health import profile_name
from csdesk.wording.speech import NOTHING, money, percent, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.health import HealthRow

_APART = "apart"
"""The key of accounts whose score contradicts a feeling."""


class WhichHealth(Choice):
    """Accounts by outcome and experience, or those whose score contradicts what their manager feels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), "", parent)
        self.setAccessibleName(self.tr("Which accounts"))
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.add("", self.tr("Every account"))

    def offer_rows(self, rows: Sequence[HealthRow]) -> None:
        """Each kind with the number of its accounts."""
        words = {
            Quarter.BOTH: self.tr("Outcome and experience good ({n})"),
            Quarter.OUTCOME_ALONE: self.tr("Outcome good, experience poor ({n})"),
            Quarter.EXPERIENCE_ALONE: self.tr("Experience good, outcome poor ({n})"),
            Quarter.NEITHER: self.tr("Outcome and experience poor ({n})"),
        }
        counts = Counter(row.quarter for row in rows)
        told = [(quarter, word.format(n=f"{counts[quarter]:,}")) for quarter, word in words.items()]
        apart = self.tr("Sentiment contradicts the score ({n})").format(n=f"{sum(row.disagrees for row in rows):,}")
        self.offer((("", self.tr("Every account")), *told, (_APART, apart)), self.key)

    def takes(self, row: HealthRow) -> bool:
        """Whether an account is of the kind chosen."""
        which = str(self.key or "")
        return not which or (row.disagrees if which == _APART else row.quarter == which)


class HealthTable(SheetView):
    """A row an account: score, outcome and experience beside it, sentiment, and how much of it is known."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        self._rows: RowsModel[HealthRow] = RowsModel((), identity=lambda row: row.account)
        super().__init__(self._rows, "", parent)
        self._rows.setParent(self)
        self.setAccessibleName(self.tr("Health of every account"))

    def show_rows(self, rows: Sequence[HealthRow]) -> None:
        """Show these accounts."""
        self.show_found(Found.unsearched(tuple(rows)), self._columns(several=any(row.health.profile for row in rows)))

    def _columns(self, *, several: bool) -> list[Column[Any]]:
        said = Column(
            "score",
            self.tr("Health"),
            lambda row: row.health.score,
            self._said,
            Look.BAND,
            width=150,
            band=lambda row: row.health.band,
            tip=lambda row: hand_sentence(row.health, self._language),
        )
        return [
            Column("name", self.tr("Account"), _name, _name, Look.NAME),
            said,
            _number("outcome", self.tr("Outcome"), lambda row: row.health.outcome, _points),
            _number("experience", self.tr("Experience"), lambda row: row.health.experience, _points),
            _number("sentiment", self.tr("Sentiment"), lambda row: row.sentiment, _points),
            _number("mrr", self.tr("MRR"), lambda row: row.mrr, self._money),
            Column("owner", self.tr("Owner"), lambda row: row.owner, lambda row: row.owner),
            _number("coverage", self.tr("Coverage"), lambda row: row.health.coverage, lambda share: percent(share, 0)),
            _number("oldest", self.tr("Oldest input"), lambda row: row.health.oldest_input_days, self._age),
            Column("lowest", self.tr("Pulled down most by"), self._lowest, self._lowest, width=220),
            *([Column("profile", self.tr("Profile"), self._profile, self._profile, width=140)] if several else []),
        ]

    def _profile(self, row: HealthRow) -> str:
        return profile_name(row.health.profile, self._language)

    def _said(self, row: HealthRow) -> str:
        return health_text(row.health, self._language)

    def _money(self, amount: Fraction) -> str:
        return money(amount, self._currency, self._language)

    def _age(self, days: int | None) -> str:
        return NOTHING if days is None else self.tr("{n} days").format(n=f"{days:,}")

    def _lowest(self, row: HealthRow) -> str:
        worst = drivers(row.health)[1]
        return factor_name(worst.factor, self._language) if worst else ""


def _number(key: str, word: str, of: Callable[[HealthRow], Any], say: Callable[[Any], str]) -> Column[Any]:
    return Column(key, word, of, lambda row: say(of(row)), Look.NUMBER)


def _points(value: float | None) -> str:
    return NOTHING if value is None else whole(value)


def _name(row: HealthRow) -> str:
    return row.name
