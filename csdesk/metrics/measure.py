"""A number that carries its evidence."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from csdesk.metrics.intervals import wilson
from csdesk.metrics.rules import Denominator
from csdesk.models.kinds import ChangeKind, Kind
from csdesk.models.money import from_ticks
from csdesk.models.months import Month, Period

Number: TypeAlias = int | float | Fraction
"""Exact (int, Fraction) where the definition is; float for means of scores and intervals."""


TOO_FEW = 10
"""A rate on fewer than so many is not to be compared."""


class Unit(StrEnum):
    """What a value counts. MONEY is whole or broken minor units; FRACTION is shown as a percentage.
    PERCENTAGE_POINTS is the difference of two percentages."""

    FRACTION = "fraction"
    MONEY = "money"
    COUNT = "count"
    MONTHS = "months"
    DAYS = "days"
    HOURS = "hours"
    POINTS = "points"
    PERCENTAGE_POINTS = "percentage_points"
    SCORE = "score"
    RATIO = "ratio"


class Why(StrEnum):
    """Why a figure cannot be had, or what to know about it; `wording` puts it in words."""

    NO_BASE = "no_base"
    NO_LOSS = "no_loss"
    NO_COSTS = "no_costs"
    NOBODY_NEW = "nobody_new"
    COSTS_BY_CHANNEL = "costs_by_channel"
    OF_WHOLE_ACCOUNTS = "of_whole_accounts"
    NO_ANSWERS = "no_answers"
    NO_AMOUNTS = "no_amounts"
    NO_HISTORY = "no_history"
    NO_DATA = "no_data"
    NOT_YET = "not_yet"
    LOWER_BOUND = "lower_bound"
    TOO_FEW = "too_few"
    NEGATIVE_CHURN = "negative_churn"
    NO_PURCHASES = "no_purchases"
    NO_YEARS = "no_years"
    NO_RETENTION_COSTS = "no_retention_costs"
    BELOW_ZERO = "below_zero"
    NOT_REACHED = "not_reached"
    NO_TOUCH_COST = "no_touch_cost"
    PART_OF_COSTS = "part_of_costs"
    NOT_ASKED = "not_asked"
    NOT_ALL_ASKED = "not_all_asked"
    NOTHING_RESOLVED = "nothing_resolved"
    NO_RISKS = "no_risks"
    NO_RISKS_CLOSED = "no_risks_closed"
    NOT_TOUCHED = "not_touched"
    NO_TICKETS = "no_tickets"
    BY_MONTH = "by_month"
    BY_ACCOUNT = "by_account"
    SHORT_RECORDS = "short_records"
    NO_KEY_FEATURES = "no_key_features"
    NO_NEW_USERS = "no_new_users"
    NO_USE = "no_use"
    ALL_ALIKE = "all_alike"


class Scale(StrEnum):
    """What a high answer was taken to mean: as every answer tells; turned to easy, where they tell otherwise of each
    other; or easy, for want of a word on some."""

    HIGH_IS_EASY = "high_is_easy"
    HIGH_IS_HARD = "high_is_hard"
    TURNED = "turned"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rows behind a number: for each id its part and its share of the base, in the measure's own units
    (ticks for money). Sum of `part` is the measure's part, sum of `whole` its whole, 0 where it has none.

    `of` says what the ids are of: accounts, contacts, answers or costs. Figures made of other figures rest on no rows
    of their own; the catalogue names what they are made from.
    """

    ids: NDArray[np.int64]
    part: NDArray[np.float64] | NDArray[np.int64]
    whole: NDArray[np.float64] | NDArray[np.int64]
    of: Kind = Kind.ACCOUNT

    @classmethod
    def none(cls) -> "Evidence":
        """Evidence of a number that rests on no rows."""
        nothing = np.empty(0, dtype=np.int64)
        return cls(nothing, nothing, nothing)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: `value` = part / whole for rates. Money is in minor units, exact.

    `low` and `high` bound the 95 % interval where the definition gives one; `n` is the count it rests on.
    `value` is None when the figure cannot be had, and `why` says why. `made_in` are the units of part and whole, where
    no rows of its own tell them. `kinds` is what an expansion or contraction is made of: its amounts by kind of change,
    the largest first, which sum to the value.
    """

    metric: str
    period: Period | None
    unit: Unit
    value: Number | None
    part: Number | None = None
    whole: Number | None = None
    n: int | None = None
    low: float | None = None
    high: float | None = None
    why: Why | None = None
    evidence: Evidence = field(default_factory=Evidence.none)
    dimension: str | None = None
    group: str | None = None
    made_in: tuple[Unit, Unit] | None = None
    kinds: tuple[tuple[ChangeKind, Number], ...] = ()
    base: Denominator = Denominator.START
    """What a logo rate is a share of."""
    over: tuple[Month, Month] | None = None
    """The first and last of the months that a mean is of."""
    between: tuple[date, date] | None = None
    """The first and last of the days looked at, where these are not the period."""
    scale: Scale | None = None
    """Which way the answers' scale was read, where it may run either way."""
    after: int | None = None
    """The months after which a share of lifetimes is still there."""
    incomplete: int = 0
    """Accounts of which something is not known that the figure rests on."""

    @property
    def too_few(self) -> bool:
        """Whether a rate on counts rests on fewer than ten, too few to compare."""
        return self.low is not None and self.n is not None and self.n < TOO_FEW


def missing(metric: str, period: Period | None, unit: Unit, why: Why, n: int | None = None) -> Measure:
    """A figure that cannot be had."""
    return Measure(metric, period, unit, None, n=n, why=why)


_LARGEST = 2**63 - 1


def total(ticks: NDArray[np.int64]) -> int:
    """The exact sum, also where it is beyond 64 bits."""
    if len(ticks) and max(int(ticks.max()), -int(ticks.min())) > _LARGEST // len(ticks):
        return sum(ticks.tolist())
    return int(ticks.sum())


def money_sum(metric: str, period: Period, ids: NDArray[np.int64], ticks: NDArray[np.int64]) -> Measure:
    """The sum of the ticks of some accounts, in minor units. `n` is how many take part."""
    if np.count_nonzero(ticks) < len(ticks):
        behind = np.flatnonzero(ticks != 0)
        ids, ticks = ids[behind], ticks[behind]
    evidence = Evidence(ids, ticks, np.zeros(len(ids), dtype=np.int64))
    value = from_ticks(total(ticks))
    return Measure(metric, period, Unit.MONEY, value, value, n=len(ids), evidence=evidence)


def count(metric: str, period: Period, ids: NDArray[np.int64], times: NDArray[np.int64]) -> Measure:
    """How often some accounts are counted."""
    behind = np.flatnonzero(times != 0)
    evidence = Evidence(ids[behind], times[behind], np.zeros(len(behind), dtype=np.int64))
    total = int(evidence.part.sum())
    return Measure(metric, period, Unit.COUNT, total, total, n=len(behind), evidence=evidence)


def money_rate(
    metric: str, period: Period, ids: NDArray[np.int64], part: NDArray[np.int64], whole: NDArray[np.int64]
) -> Measure:
    """Sum of `part` ticks over sum of `whole` ticks of some accounts; NO_BASE when the latter is 0.

    `n` is the number of accounts in the base.
    """
    n = int(np.count_nonzero(whole))
    if n < len(whole):
        behind = np.flatnonzero((part != 0) | (whole != 0))
        ids, part, whole = ids[behind], part[behind], whole[behind]
    evidence = Evidence(ids, part, whole)
    top, base = total(part), total(whole)
    value, why = (Fraction(top, base), None) if base else (None, Why.NO_BASE)
    return Measure(
        metric, period, Unit.FRACTION, value, from_ticks(top), from_ticks(base), n, why=why, evidence=evidence,
        made_in=(Unit.MONEY, Unit.MONEY),
    )  # fmt: skip


def count_rate(
    metric: str,
    period: Period | None,
    ids: NDArray[np.int64],
    part: NDArray[np.bool_],
    whole: NDArray[np.bool_],
) -> Measure:
    """How many of `whole` are in `part` (a subset), with Wilson's interval; NO_BASE without any."""
    base_rows = np.flatnonzero(whole)
    top, base = int(np.count_nonzero(part)), len(base_rows)
    evidence = Evidence(ids[base_rows], part[base_rows].astype(np.int64), np.ones(base, dtype=np.int64))
    value, why = (Fraction(top, base), None) if base else (None, Why.NO_BASE)
    low, high = wilson(top, base) or (None, None)
    return Measure(metric, period, Unit.FRACTION, value, top, base, base, low, high, why, evidence)


def complement(metric: str, measure: Measure) -> Measure:
    """One minus a rate, exactly, with its interval turned round and its evidence as what is left."""
    if not isinstance(measure.value, Fraction) or measure.part is None or measure.whole is None:
        return replace(measure, metric=metric)
    behind = measure.evidence
    return replace(
        measure,
        metric=metric,
        value=1 - measure.value,
        part=measure.whole - measure.part,
        low=None if measure.high is None else 1 - measure.high,
        high=None if measure.low is None else 1 - measure.low,
        why=None,
        evidence=replace(behind, part=behind.whole - behind.part),
    )
