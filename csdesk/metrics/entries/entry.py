"""One metric of the catalogue, and the ways in which most are made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from csdesk.metrics.context import Context
from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import Period

Function: TypeAlias = Callable[[Context, Period], Measure]


class Better(StrEnum):
    """Which way is good."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Source(StrEnum):
    """The records a figure rests on. CONTRACTS needs months that the contract lines speak of; AMOUNTS their amounts as
    well; USE is what users do, and OTHER records are dated by themselves."""

    CONTRACTS = "contracts"
    AMOUNTS = "amounts"
    USE = "use"
    OTHER = "other"


LINES = ("snapshot", "end_date", "churn_date", "gap_days", "paused_is_churn")
"""Options of what is read month by month from contract lines."""

MONEY = (*LINES, "discounts")
"""Options of what is made of their amounts."""

DAILY = ("end_date", "churn_date", "gap_days", "paused_is_churn")
"""Options of what is read day by day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One metric. `options` are the fields of `Rules` that change it; `made_from` are the figures that a figure
    without rows of its own opens into; `needs` is what must be known of an account beside amounts."""

    id: MetricId
    unit: Unit
    better: Better
    source: Source
    function: Function
    options: tuple[str, ...] = ()
    made_from: tuple[MetricId, ...] = ()
    needs: tuple[Lack, ...] = ()

    @property
    def rests_on(self) -> tuple[Lack, ...]:
        """What must be known of an account for the figure to be whole."""
        amounts = (Lack.AMOUNT, Lack.RATE) if self.source is Source.AMOUNTS else ()
        return (*amounts, *self.needs)


def money(identity: MetricId, better: Better, function: Function, needs: tuple[Lack, ...] = ()) -> Entry:
    """A sum of recurring revenue."""
    return Entry(identity, Unit.MONEY, better, Source.AMOUNTS, function, MONEY, needs=needs)


def number(identity: MetricId, better: Better, function: Function, needs: tuple[Lack, ...] = ()) -> Entry:
    """A count of accounts."""
    return Entry(identity, Unit.COUNT, better, Source.CONTRACTS, function, LINES, needs=needs)


def rate(
    identity: MetricId,
    better: Better,
    function: Function,
    *options: str,
    unit: Unit = Unit.FRACTION,
    made_from: tuple[MetricId, ...] = (),
    needs: tuple[Lack, ...] = (),
) -> Entry:
    """A figure of recurring revenue that is no sum of it."""
    return Entry(identity, unit, better, Source.AMOUNTS, function, (*MONEY, *options), made_from, needs)


def logo(identity: MetricId, better: Better, function: Function, *options: str, needs: tuple[Lack, ...] = ()) -> Entry:
    """A rate on accounts."""
    return Entry(identity, Unit.FRACTION, better, Source.CONTRACTS, function, (*LINES, *options), needs=needs)


def other(
    identity: MetricId, unit: Unit, function: Function, better: Better = Better.UP, options: tuple[str, ...] = ()
) -> Entry:
    """A figure of records that are dated by themselves."""
    return Entry(identity, unit, better, Source.OTHER, function, options)


def use(
    identity: MetricId,
    unit: Unit,
    function: Function,
    better: Better = Better.UP,
    made_from: tuple[MetricId, ...] = (),
) -> Entry:
    """A figure of what users do."""
    return Entry(identity, unit, better, Source.USE, function, made_from=made_from)
