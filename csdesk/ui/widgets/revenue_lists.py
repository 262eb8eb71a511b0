"""Two lists of the Revenue page: the road from MRR to CMRR, and the contracts that need a look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.wording.figures import figure_text
from csdesk.wording.metrics import DOUBTS, metric_name
from csdesk.wording.speech import day, look_up, money

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.revenue import Doubt

_STEP_WIDTH = 150
_STEPS = (
    ("mrr", ""),
    ("cmrr_won", "+"),
    ("cmrr_upgrades", "+"),
    ("cmrr_withdrawals", "−"),
    ("cmrr_downgrades", "−"),
    ("cmrr", "="),
)


class BridgeSheet(FigureSheet):
    """From MRR to CMRR in one row, each step of which opens."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        columns = [_step(at, *step, language, currency) for at, step in enumerate(_STEPS)]
        super().__init__(columns, name, lambda row, key: row[int(key)], identity=lambda _row: name, parent=parent)

    def show_bridge(self, bridge: tuple[Measure, ...]) -> None:
        """Show the steps, in order."""
        self.show_rows([bridge] if bridge else [])


def _step(at: int, metric: str, sign: str, language: Language, currency: Currency) -> Column[Any]:
    def written(row: tuple[Measure, ...]) -> str:
        figure = figure_text(row[at], currency, language)
        return f"−{figure}" if sign == "−" and row[at].value else figure

    heading = f"{sign} {metric_name(metric, language)}".strip()
    return Column(str(at), heading, lambda row: row[at].value, written, Look.NUMBER, _STEP_WIDTH)


class DoubtSheet(FigureSheet):
    """Contracts to look at, each with what its trouble means; `opened` carries the doubt whose account is opened."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency = language, currency
        means = {
            "gap": self.tr("Over a month end it counts as churn and return."),
            "overlap": self.tr("Both contracts are counted; perhaps entered twice."),
            "undecided": self.tr("Its term has ended; counted until decided."),
            "past_due": self.tr("Not paid in time; counted all the same."),
            "joined_and_lost": self.tr("In no month-end movement."),
        }
        meaning = partial(_meaning, means=means)
        columns: list[Column[Any]] = [
            Column("account", self.tr("Account"), _name, _name, Look.NAME),
            Column("why", self.tr("What"), self._why, self._why),
            Column("means", self.tr("What it means"), meaning, meaning),
            Column("on", self.tr("Since"), lambda row: row.on, lambda row: day(row.on, language)),
            Column("days", self.tr("Days"), lambda row: row.days, lambda row: f"{row.days:,}", Look.NUMBER),
            Column("mrr", self.tr("MRR"), lambda row: row.mrr, self._amount, Look.NUMBER),
        ]
        name = self.tr("Contracts to look at")
        super().__init__(columns, name, lambda _row, _key: None, identity=lambda row: row, parent=parent)

    def _why(self, doubt: Doubt) -> str:
        return look_up(DOUBTS, doubt.why, self._language)

    def _amount(self, doubt: Doubt) -> str:
        return money(doubt.mrr, self._currency, self._language)


def _name(doubt: Doubt) -> str:
    return doubt.account_name


def _meaning(doubt: Doubt, means: dict[str, str]) -> str:
    return means[doubt.why]
