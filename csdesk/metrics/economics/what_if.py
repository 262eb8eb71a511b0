"""What would be if more customers stayed: on the book's own churn, income and margin."""

from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.context import Context
from csdesk.metrics.economics.unit_economics import ChurnWindow, churn_window
from csdesk.metrics.measure import Measure, Unit, Why, missing
from csdesk.metrics.metric_ids import WhatIfMetric
from csdesk.metrics.revenue.levels import arpa, mrr
from csdesk.models.kinds import CostPurpose
from csdesk.models.months import Period

_YEAR = 12


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Four figures as they are by the present churn, and as they would be: the share of customers kept over a year, an
    account's lifetime value, what is left in twelve months of the MRR of today's customers, and what they earn until
    then."""

    retention: tuple[Measure, Measure]
    ltv: tuple[Measure, Measure]
    mrr: tuple[Measure, Measure]
    profit: tuple[Measure, Measure]


def what_if(context: Context, period: Period, points: Fraction) -> WhatIf:
    """As many points of yearly retention more, 100 % at most.

    Yearly retention is (1 - mean monthly churn)^12; the churn of a month is what compounds to it. Income per account
    and what it costs to keep customers stay as they are, and nobody new is counted. Where nobody would leave, a
    lifetime has no end and no value is given.
    """
    window, income, now = churn_window(context, period), arpa(context, period), mrr(context, period)
    if window is None or income.value is None:
        why = Why.NO_HISTORY if window is None else income.why or Why.NO_BASE
        return WhatIf(*((_none(kind, period, why), _none(kind, period, why)) for kind in WhatIfMetric))
    worth = Fraction(income.value) * context.rules.gross_margin
    kept = (1 - float(window.rate)) ** _YEAR
    levels = (kept, min(1.0, kept + float(points) / 100))
    years = [Measure(WhatIfMetric.RETENTION, period, Unit.FRACTION, level) for level in levels]
    lives = [_life(period, worth, level) for level in levels]
    left = [_left(period, Fraction(now.value or 0), level) for level in levels]
    spent = _yearly_cost(context, window)
    margin = Fraction(now.value or 0) * context.rules.gross_margin
    gains = [_profit(period, margin, level, spent) for level in levels]
    return WhatIf((years[0], years[1]), (lives[0], lives[1]), (left[0], left[1]), (gains[0], gains[1]))


def _life(period: Period, worth: Fraction, kept: float) -> Measure:
    churn = 1 - kept ** (1 / _YEAR)
    if churn <= 0:
        return _none(WhatIfMetric.LTV, period, Why.NO_LOSS)
    made = (Unit.MONEY, Unit.FRACTION)
    return Measure(WhatIfMetric.LTV, period, Unit.MONEY, float(worth) / churn, worth, churn, made_in=made)


def _left(period: Period, now: Fraction, kept: float) -> Measure:
    made = (Unit.MONEY, Unit.FRACTION)
    return Measure(WhatIfMetric.MRR, period, Unit.MONEY, float(now) * kept, now, kept, made_in=made)


def _profit(period: Period, margin: Fraction, kept: float, spent: Fraction | None) -> Measure:
    """What is earned in each of the next twelve months, as customers leave month by month, less what keeping them costs
    a year; NO_RETENTION_COSTS where nobody has entered that."""
    stays = kept ** (1 / _YEAR)
    earned = float(margin) * sum(stays**month for month in range(1, _YEAR + 1))
    cost = spent or Fraction(0)
    why, made = Why.NO_RETENTION_COSTS if spent is None else None, (Unit.MONEY, Unit.MONEY)
    value = earned - float(cost)
    return Measure(WhatIfMetric.PROFIT, period, Unit.MONEY, value, earned, cost, why=why, made_in=made)


def _yearly_cost(context: Context, window: ChurnWindow) -> Fraction | None:
    """Twelve times the mean monthly cost of retention of the months the churn is from; None where none is recorded."""
    costs = context.costs
    rows = costs["month"].isin([month.ordinal for month in window.months]) & (costs["purpose"] == CostPurpose.RETENTION)
    if not rows.any():
        return None
    return Fraction(int(costs.loc[rows, "amount"].sum()) * _YEAR, len(window.months))


def _none(metric: WhatIfMetric, period: Period, why: Why) -> Measure:
    unit = Unit.FRACTION if metric is WhatIfMetric.RETENTION else Unit.MONEY
    return missing(metric, period, unit, why)
