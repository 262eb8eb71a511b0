"""What it costs to serve the customers: the minutes of touches by what an hour of the person costs."""

from dataclasses import dataclass, replace

import numpy as np

from csdesk.metrics.context import OF_LINES, Context
from csdesk.metrics.economics.balance import revenue_of
from csdesk.metrics.engine.days import Flags, Ints, totals
from csdesk.metrics.measure import Measure, Unit, Why, missing, money_rate, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Touches
from csdesk.models.money import TICKS
from csdesk.models.months import Period

_HOUR = 60


@dataclass(frozen=True, slots=True)
class Served:
    """The touches of a period: account, minutes (0 where not known), ticks of cost (0 where not known), the person, and
    whether its minutes and the person's rate are known."""

    account: Ints
    person: Ints
    minutes: Ints
    ticks: Ints
    timed: Flags
    rated: Flags

    @property
    def known(self) -> Flags:
        """Which of them have a cost."""
        return self.timed & self.rated


def served(context: Context, period: Period) -> Served:
    """The touches with the accounts of the context in the period, up to the as-of date."""
    touches = context.frames.touches
    first, last = period.first.first_day, min(period.last.last_day, context.as_of)
    rows = touches["on"].between(np.datetime64(first, "s"), np.datetime64(last, "s"))
    return _reckoned(Touches(context.of_group(touches[rows], "on")))


def _reckoned(touches: Touches) -> Served:
    minutes, rate = touches["minutes"].to_numpy(), touches["rate"].to_numpy()
    timed, rated = np.isfinite(minutes), rate >= 0
    whole = np.where(timed, minutes, 0).astype(np.int64)
    known = np.where(timed & rated, whole, 0).astype(object)
    ticks = known * np.where(rated, rate, 0).astype(object) * (TICKS // _HOUR)
    owner, person = touches["account"].to_numpy(), touches["person"].to_numpy()
    return Served(owner, person, whole, ticks, timed, rated)


def cost_to_serve(context: Context, period: Period) -> Measure:
    """Minutes of touch x hourly rate, in the period; what has both is summed, and said to be a part where some has not.
    NO_TOUCH_COST where nothing has; OF_WHOLE_ACCOUNTS by product or plan, for a touch is with an account."""
    found = served(context, period)
    ids, ticks = _by_account(found)
    measure = money_sum(MetricId.COST_TO_SERVE, period, ids, ticks)
    return _told(context, measure, found)


def cost_to_serve_share(context: Context, period: Period) -> Measure:
    """Cost to serve / MRR of the period's months."""
    found = served(context, period)
    ids, ticks = _by_account(found)
    paying, revenue = revenue_of(context, period)
    every = np.union1d(ids, paying)
    part, whole = (
        totals(np.searchsorted(every, owners), amounts, len(every))
        for owners, amounts in ((ids, ticks), (paying, revenue))
    )
    return _told(context, money_rate(MetricId.COST_TO_SERVE_SHARE, period, every, part, whole), found)


def _by_account(found: Served) -> tuple[Ints, Ints]:
    ids, at = np.unique(found.account, return_inverse=True)
    return ids, totals(at, found.ticks, len(ids))


def _told(context: Context, measure: Measure, found: Served) -> Measure:
    why = Why.OF_WHOLE_ACCOUNTS if context.dimension in OF_LINES else Why.NO_TOUCH_COST
    if why is Why.OF_WHOLE_ACCOUNTS or not found.known.any():
        return missing(measure.metric, measure.period, Unit(measure.unit), why, measure.n)
    if measure.value is None or found.known.all():
        return measure
    return replace(measure, why=Why.PART_OF_COSTS)
