"""What may become of an account within a year: it grows, stays or leaves, as accounts did that stood where it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.health.quarters import Quarter, quarter_of
from csdesk.metrics.measure import Measure, count_rate
from csdesk.metrics.metric_ids import OutlookMetric
from csdesk.models.months import Month, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.days import Ints

YEARS = 3
"""Years that are looked back on, none of which overlap."""

STOOD = "stood"
"""What outlooks are split by: the quarter at a year's beginning."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Of the account-years that began in one quarter, the shares that grew, stayed and left, which sum to 1; `stood`
    None is of all whose quarter is known."""

    stood: Quarter | None
    grows: Measure
    stays: Measure
    leaves: Measure

    @property
    def n(self) -> int:
        """How many account-years they rest on."""
        return self.grows.n or 0


@dataclass(frozen=True, slots=True)
class _Seen:
    """Account-years: the account, where it stood, and what became of it, as its place in `OutlookMetric`."""

    account: Ints
    stood: NDArray[np.str_]
    way: Ints


def outlooks(context: Context) -> tuple[Outlook, ...]:
    """Of each quarter, then of all: what became within a year of accounts that stood there and paid, in the last three
    years that are over.

    An account that pays more a year later grew, one that pays as much or less stayed, at the exchange rates of the
    year's beginning. Where it stood is told by the factors then, whatever a person said of its score.
    """
    years = [_seen(context, period) for period in _years(context)]
    seen = _Seen(
        np.concatenate([np.empty(0, dtype=np.int64), *(year.account for year in years)]),
        np.concatenate([np.empty(0, dtype="U1"), *(year.stood for year in years)]),
        np.concatenate([np.empty(0, dtype=np.int64), *(year.way for year in years)]),
    )
    return tuple(_outlook(seen, quarter) for quarter in (*Quarter, None))


def _outlook(seen: _Seen, quarter: Quarter | None) -> Outlook:
    stood = seen.stood == quarter if quarter else seen.stood != ""
    rates = (
        count_rate(metric, None, seen.account, stood & (seen.way == place), stood)
        for place, metric in enumerate(OutlookMetric)
    )
    return Outlook(quarter, *(replace(rate, dimension=STOOD, group=quarter) if quarter else rate for rate in rates))


def _years(context: Context) -> Iterator[Period]:
    """The last years that are over, up to a month end, and lie within the records."""
    month = Month.of(context.as_of)
    last = month if context.as_of == month.last_day else month + -1
    for back in range(YEARS):
        period = Period.year_to(last + -12 * back)
        if period.first > context.ledger.first:
            yield period


def _seen(context: Context, period: Period) -> _Seen:
    spell, healths = context.spell(period), context.healths((period.first + -1).last_day)
    paying = spell.before.paying
    accounts = spell.ids[paying]
    known = (healths.get(account) for account in accounts.tolist())
    stood = [(quarter_of(one.by_model) or "") if one else "" for one in known]
    way = np.where(~spell.after.paying, 2, np.where(spell.kept > spell.before.mrr, 0, 1))
    return _Seen(accounts, np.array(stood, dtype="U20"), way[paying])
