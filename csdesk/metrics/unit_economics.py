"""What an account is worth over its life, and what it costs to win."""

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from csdesk.metrics.context import Context
from csdesk.metrics.intervals import wilson
from csdesk.metrics.measure import Measure, Number, Unit, Why, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.movements import Movement
from csdesk.metrics.retention import gross_mrr_churn
from csdesk.metrics.revenue import arpa
from csdesk.metrics.rules import LtvChurn
from csdesk.models.kinds import CostPurpose
from csdesk.models.months import Period, months_between


@dataclass(frozen=True, slots=True)
class ChurnWindow:
    """Mean monthly churn over some months; `lost` of `base` account-months."""

    rate: Fraction
    lost: int
    base: int
    months: tuple[Period, ...]


def churn_window(context: Context, period: Period) -> ChurnWindow | None:
    """The mean of the monthly churn of the last `ltv_window` complete months up to the end of the period, or of all
    there are; None where there are none.

    A month counts when accounts were paying before it and the records had begun to move: months between the first
    appearance of accounts and the first movement after it say when a list was started, not that nobody left. Where
    nothing has ever moved, every month counts.
    """
    ledger = context.ledger
    last = min(period.last, ledger.last if ledger.complete else ledger.last + -1)
    first = max(ledger.first, context.whole.stirred or ledger.first)
    every = (Period(month) for month in reversed(months_between(first, last)))
    counted = tuple(islice((p for p in every if context.spell(p).before.paying.any()), context.rules.ltv_window))
    if not counted:
        return None
    logos = [_logo_counts(context, p) for p in counted]
    lost, base = (sum(counts) for counts in zip(*logos, strict=True))
    rates = [_month_rate(context, *pair) for pair in zip(counted, logos, strict=True)]
    return ChurnWindow(sum(rates, Fraction(0)) / len(rates), lost, base, counted)


def _logo_counts(context: Context, period: Period) -> tuple[int, int]:
    spell = context.spell(period)
    return int((spell.before.paying & ~spell.after.paying).sum()), int(spell.before.paying.sum())


def _month_rate(context: Context, month: Period, logos: tuple[int, int]) -> Fraction:
    if context.rules.ltv_churn is LtvChurn.LOGO:
        return Fraction(*logos)
    rate = gross_mrr_churn(context, month).value
    return rate if isinstance(rate, Fraction) else Fraction(0)


def ltv(context: Context, period: Period) -> Measure:
    """ARPA x gross margin / mean monthly churn (see `churn_window`): 5,000 / 0.10 = 50,000.

    Where nobody left it is a lower bound, from the upper 95 % limit of the churn rate: 'at least', never infinity.
    `n` is the account-months the churn rests on.
    """
    income, window = arpa(context, period), churn_window(context, period)
    if income.value is None:
        return replace(income, metric=MetricId.LTV)
    if window is None:
        return missing(MetricId.LTV, period, Unit.MONEY, Why.NO_HISTORY)
    worth = Fraction(income.value) * context.rules.gross_margin
    if window.rate:
        return Measure(MetricId.LTV, period, Unit.MONEY, worth / window.rate, worth, window.rate, window.base)
    _, most = wilson(window.lost, window.base) or (0.0, 1.0)
    churn = Fraction(most)
    return Measure(MetricId.LTV, period, Unit.MONEY, worth / churn, worth, churn, window.base, why=Why.LOWER_BOUND)


def cac(context: Context, period: Period) -> Measure:
    """Acquisition cost of the period's months (or of the months one before, if so chosen) / new accounts of the
    period. NO_COSTS where none is recorded, NO_BASE where nobody is new."""
    costs, shift = context.costs, -1 if context.rules.cac_month_before else 0
    month = costs["month"] - shift
    rows = (month >= period.first.ordinal) & (month <= period.last.ordinal)
    rows &= costs["purpose"] == CostPurpose.ACQUISITION
    if not rows.any():
        return missing(MetricId.CAC, period, Unit.MONEY, Why.NO_COSTS)
    spent = Fraction(int(costs.loc[rows, "amount"].sum()))
    new = len(context.moves.between(period.first, period.last).of(Movement.NEW)[0])
    why = None if new else Why.NO_BASE
    return Measure(MetricId.CAC, period, Unit.MONEY, spent / new if new else None, spent, new, new, why=why)


def ltv_to_cac(context: Context, period: Period) -> Measure:
    """LTV / CAC; a lower bound where LTV is one."""
    return _quotient(MetricId.LTV_TO_CAC, Unit.RATIO, ltv(context, period), cac(context, period))


def cac_payback(context: Context, period: Period) -> Measure:
    """CAC / (ARPA x gross margin), in months."""
    income = arpa(context, period)
    if income.value is not None:
        income = replace(income, value=income.value * context.rules.gross_margin)
    return _quotient(MetricId.CAC_PAYBACK, Unit.MONTHS, cac(context, period), income)


def _quotient(metric: MetricId, unit: Unit, top: Measure, base: Measure) -> Measure:
    for side in (top, base):
        if side.value is None:
            return missing(metric, top.period, unit, side.why or Why.NO_DATA)
    if not base.value:
        return missing(metric, top.period, unit, Why.NO_BASE)
    value = _exact(top) / _exact(base)
    return Measure(metric, top.period, unit, value, top.value, base.value, why=top.why)


def _exact(measure: Measure) -> Fraction:
    return Fraction(measure.value or 0)


def ltv_by_purchases(average_price: Number, purchases: Number) -> Fraction:
    """Lifetime value 1: average price x number of purchases."""
    return Fraction(average_price) * Fraction(purchases)


def ltv_by_frequency(price: Number, frequency: Number, duration: Number) -> Fraction:
    """Lifetime value 2: price x purchases in a unit of time x units of time."""
    return Fraction(price) * Fraction(frequency) * Fraction(duration)


def ltv_by_percent(price: Number, churn_percent: Number) -> Fraction | None:
    """Lifetime value 3: price x 100 / churn in percent; None at zero. 5,000 x 100 / 10 = 50,000."""
    return Fraction(price) * 100 / Fraction(churn_percent) if churn_percent else None


def ltv_by_years(yearly_amount: Number, margin: Number, years: Number) -> Fraction:
    """Lifetime value 4: yearly amount x margin (a fraction) x years."""
    return Fraction(yearly_amount) * Fraction(margin) * Fraction(years)


def ltv_less_costs(price: Number, margin: Number, frequency: Number, duration: Number, *costs: Number) -> Fraction:
    """Lifetime value 5: price x margin x frequency x duration - costs (of acquisition, of retention).

    A negative result is a warning to review.
    """
    worth = ltv_by_frequency(price, frequency, duration) * Fraction(margin)
    return worth - sum((Fraction(cost) for cost in costs), Fraction(0))
