"""How long customers stay: Kaplan and Meier's curve over lifetimes, with those that are still running."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import exp, log, sqrt

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Flags, Ints, ranked
from csdesk.metrics.intervals import Z
from csdesk.metrics.measure import Evidence, Measure, Unit, Why
from csdesk.metrics.metric_ids import MetricId, SurvivalMetric
from csdesk.metrics.retention.lifetimes import Lifetimes, lifetimes_of
from csdesk.models.months import Period

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Step:
    """The curve at a number of months at which somebody left or was seen last.

    Those censored at that time are still at risk at it. `low` and `high` are the 95 % band by the log-log method, None
    where it has none: before anybody has left, and where nobody is left.
    """

    time: int
    at_risk: int
    events: int
    censored: int
    value: Fraction
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """Share of lifetimes that last longer than so many months, from all of them at 0; and what it was made from."""

    steps: tuple[Step, ...]
    lifetimes: Lifetimes

    @property
    def n(self) -> int:
        """Lifetimes it rests on."""
        return len(self.lifetimes.account)

    @property
    def events(self) -> int:
        """Lifetimes that have ended."""
        return sum(step.events for step in self.steps)

    @property
    def last(self) -> int:
        """The longest lifetime: the curve says nothing beyond it."""
        return self.steps[-1].time if self.steps else 0

    def at(self, time: int) -> Step | None:
        """What holds after so many months; None beyond the longest lifetime, and of nobody."""
        if time > self.last:
            return None
        return next((step for step in reversed(self.steps) if step.time <= time), None)


def curve_of(lifetimes: Lifetimes) -> Curve:
    """The curve, one step a distinct time; it always begins at 0."""
    if not len(lifetimes.account):
        return Curve((), lifetimes)
    months = lifetimes.months
    all_ = np.bincount(months)
    times = np.union1d(np.flatnonzero(all_), 0)
    all_, events = all_[times], np.bincount(months[lifetimes.ended], minlength=len(all_))[times]
    at_risk = len(months) - np.cumsum(all_) + all_
    value, spread, steps = Fraction(1), 0.0, []
    for time, n, gone, seen in zip(*(column.tolist() for column in (times, at_risk, events, all_)), strict=True):
        if gone:
            value *= Fraction(n - gone, n)
            spread += gone / (n * (n - gone)) if gone < n else 0.0
        steps.append(Step(time, n, gone, seen - gone, value, *_band(float(value), spread)))
    return Curve(tuple(steps), lifetimes)


def _band(value: float, spread: float) -> tuple[float | None, float | None]:
    """The 95 % band by the log-log method; `spread` is Greenwood's sum."""
    if not 0 < value < 1:
        return None, None
    reach = Z * sqrt(spread) / log(value)
    return value ** exp(-reach), value ** exp(reach)


def median(curve: Curve) -> int | None:
    """The first number of months by which half or more have left; None while it is not reached."""
    return next((step.time for step in curve.steps if step.value <= _HALF), None)


def median_interval(curve: Curve) -> tuple[int | None, int | None]:
    """Where the band's lower and upper edge reach one half (Brookmeyer and Crowley); None for one that does not."""
    half = float(_HALF)  # exactly; to compare floats with a fraction takes long
    low = next((step.time for step in curve.steps if step.low is not None and step.low <= half), None)
    high = next((step.time for step in curve.steps if step.high is not None and step.high <= half), None)
    return low, high


def mean_within(curve: Curve, months: int) -> Fraction | None:
    """Months that a customer stays on average, of the first so many: the area under the curve. None where the curve
    does not reach as far."""
    if months > curve.last or not curve.steps:
        return None
    edges = [min(step.time, months) for step in curve.steps] + [months]
    widths = (after - before for before, after in pairwise(edges))
    return sum((step.value * width for step, width in zip(curve.steps, widths, strict=True)), Fraction(0))


def step_measure(curve: Curve, time: int, period: Period | None) -> Measure:
    """The curve after so many months, with the lifetimes at risk just then as its base and those that end as its part.

    An account with two lifetimes that long counts for both.
    """
    step = curve.at(time)
    if step is None:
        return Measure(SurvivalMetric.SHARE, period, Unit.FRACTION, None, why=Why.NOT_YET)
    lived = curve.lifetimes
    behind = lived.months >= step.time
    evidence = _by_account(lived.account[behind], (lived.ended & (lived.months == step.time))[behind])
    return Measure(
        SurvivalMetric.SHARE,
        period,
        Unit.FRACTION,
        step.value,
        step.events,
        step.at_risk,
        step.at_risk,
        step.low,
        step.high,
        evidence=evidence,
        after=step.time,
    )


def _by_account(account: Ints, gone: Flags) -> Evidence:
    """Lifetimes, and how many of them ended, by account: one that came back has several."""
    ids, owner = ranked(account)
    lived = np.bincount(owner, minlength=len(ids))
    return Evidence(ids, np.bincount(owner[gone], minlength=len(ids)).astype(np.int64), lived.astype(np.int64))


def median_lifetime(context: Context, period: Period) -> Measure:
    """The median lifetime as was known when the period ended."""
    return median_measure(curve_of(lifetimes_of(context.ledger, period.last)), period)


def median_measure(curve: Curve, period: Period | None) -> Measure:
    """The median lifetime with its interval; NOT_REACHED while more than half are still there. Its base are all
    lifetimes, its part those that have ended."""
    lived = curve.lifetimes
    evidence = _by_account(lived.account, lived.ended)
    middle, (low, high) = median(curve), median_interval(curve)
    why = None if middle is not None else Why.NOT_REACHED if curve.n else Why.NO_BASE
    return Measure(
        MetricId.MEDIAN_LIFETIME,
        period,
        Unit.MONTHS,
        middle,
        curve.events,
        curve.n,
        curve.n,
        low,
        high,
        why,
        evidence,
    )
