"""Two lists of the Revenue page: the road from MRR to CMRR, and the contracts that need a look."""

from __future__ import annotations

from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from csdesk.ui.rows import Column, Look
from csdesk.ui.widgets.figure_sheet import FigureSheet, figure_column
from csdesk.ui.widgets.grouped_sheet import GroupedSheet
from csdesk.wording.figures import figure_text
from csdesk.wording.kinds import group_name
from csdesk.wording.metrics import DOUBTS, metric_name
from csdesk.wording.movements import MOVEMENTS
from csdesk.wording.speech import NOTHING, day, look_up, money, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.metrics.measure import Measure
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.revenue import Doubt, MovementRow

_STEP_WIDTH, _GROUP_WIDTH = 150, 110
_GROUP_FIGURES = ("end", "start", *MOVEMENTS)
_STEPS = (
    ("mrr", ""),
    ("cmrr_won", "+"),
    ("cmrr_upgrades", "+"),
    ("cmrr_withdrawals", "−"),
    ("cmrr_downgrades", "−"),
    ("cmrr", "="),
)


class BridgeSheet(FigureSheet):
    """From MRR to CMRR in one row, and below it one a group, each step of which opens."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._by = language, ""
        self._steps = [_step(at, *step, language, currency) for at, step in enumerate(_STEPS)]
        super().__init__(self._steps, name, identity=itemgetter(0), parent=parent)

    def show_bridge(
        self, bridge: tuple[Measure, ...], by: str, groups: Sequence[tuple[str, tuple[Measure, ...]]]
    ) -> None:
        """Show the steps of all, and of the groups of a dimension."""
        self._by = by
        named: Column[Any] = Column("group", self.tr("Group"), self._name, self._name, Look.TITLE, 160)
        whole: list[tuple[str | None, tuple[Measure, ...]]] = [(None, bridge)] if bridge else []
        self.show_rows([*whole, *groups], [named, *self._steps] if groups else self._steps)

    def _name(self, row: tuple[str | None, tuple[Measure, ...]]) -> str:
        return self.tr("All") if row[0] is None else group_name(self._by, row[0], self._language)


def _step(at: int, metric: str, sign: str, language: Language, currency: Currency) -> Column[Any]:
    def measure(row: tuple[object, tuple[Measure, ...]]) -> Measure:
        return row[1][at]

    def written(row: tuple[object, tuple[Measure, ...]]) -> str:
        figure = figure_text(measure(row), currency, language)
        return f"−{figure}" if sign == "−" and measure(row).value else figure

    heading = f"{sign} {metric_name(metric, language)}".strip()
    return figure_column(str(at), heading, measure, currency, language, width=_STEP_WIDTH, text=written)


class SplitSheet(FigureSheet):
    """MRR by group, its share, and the movements that led to it: what one product lost and another won shows here."""

    def __init__(self, name: str, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        self._language, self._currency, self._by, self._total = language, currency, "", 0.0
        words = (
            self.tr("MRR"),
            self.tr("MRR at start"),
            *(look_up(MOVEMENTS, key, language) for key in MOVEMENTS),
        )
        mrr, *others = (
            moved_column(key, word, partial(_of_group, key=key), currency, language, _GROUP_WIDTH)
            for key, word in zip(_GROUP_FIGURES, words, strict=True)
        )
        columns: list[Column[Any]] = [
            Column("group", self.tr("Group"), lambda row: row[0], self._name, Look.TITLE, 180),
            mrr,
            Column("share", self.tr("Share"), self._share, lambda row: percent(self._share(row)), Look.NUMBER, 80),
            *others,
        ]
        self._columns = columns
        super().__init__(of_currencies(columns, ()), name, identity=lambda row: row[0], parent=parent)

    def show_split(self, by: str, groups: Sequence[tuple[str, MovementRow]]) -> None:
        """Show the groups of a dimension."""
        self._by, self._total = by, sum(float(row.end.value or 0) for _, row in groups)
        self.show_rows(groups, of_currencies(self._columns, [row for _, row in groups]))

    def _name(self, row: tuple[str, MovementRow]) -> str:
        return group_name(self._by, row[0], self._language)

    def _share(self, row: tuple[str, MovementRow]) -> float:
        return float(row[1].end.value or 0) / self._total if self._total else 0.0


def _of_group(row: tuple[str, MovementRow], key: str) -> Measure:
    measure: Measure = getattr(row[1], key)
    return measure


def of_currencies(columns: Sequence[Column[Any]], rows: Sequence[MovementRow]) -> list[Column[Any]]:
    """The columns, that of exchange rates only where the book has several currencies."""
    several = any(row.fx is not None for row in rows)
    return [column for column in columns if several or column.key != "fx"]


def moved_column(
    key: str,
    heading: str,
    measure: Callable[[Any], Measure],
    currency: Currency,
    language: Language,
    width: int,
) -> Column[Any]:
    """A column of amounts that moved, greyed where nothing did."""
    return figure_column(
        key, heading, measure, currency, language, width=width, quiet=lambda row: not measure(row).value
    )


class DoubtSheet(GroupedSheet):
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
            Column("days", self.tr("Days"), lambda row: row.days, _days, Look.NUMBER),
            Column("mrr", self.tr("MRR"), lambda row: row.mrr, self._amount, Look.NUMBER),
        ]
        name = self.tr("Contracts to look at")
        super().__init__(columns, name, language, identity=lambda row: row, parent=parent)

    def _why(self, doubt: Doubt) -> str:
        return look_up(DOUBTS, doubt.why, self._language)

    def _amount(self, doubt: Doubt) -> str:
        return money(doubt.mrr, self._currency, self._language)


def _name(doubt: Doubt) -> str:
    return doubt.account_name


def _days(doubt: Doubt) -> str:
    return f"{doubt.days:,}" if doubt.days else NOTHING


def _meaning(doubt: Doubt, means: dict[str, str]) -> str:
    return means[doubt.why]
