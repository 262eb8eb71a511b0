"""What an account is worth over its life, and what it costs to win."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from csdesk.metrics.context import Context, Dimension
from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.intervals import wilson
from csdesk.metrics.measure import Evidence, Measure, Number, Unit, Why, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.rates import gross_mrr_churn
from csdesk.metrics.revenue.levels import arpa
from csdesk.metrics.rules import LtvChurn, LtvFormula, Rules
from csdesk.metrics.shapes import Costs
from csdesk.models.kinds import CostPurpose, Kind
from csdesk.models.months import Month, Period, months_between


@dataclass(frozen=True, slots=True)
class ChurnWindow:
    """Mean monthly churn over some months, oldest first; `lost` of `base` account-months."""

    rate: Fraction
    lost: int
    base: int
    months: tuple[Month, ...]


def churn_window(context: Context, period: Period) -> ChurnWindow | None:
    """The mean of the monthly churn of the last `ltv_window` complete months up to the end of the period, or of all
    there are; None where there are none. Nothing later than the period takes part.

    A month counts when accounts were paying before it and the records had begun to move: months between the first
    appearance of accounts and the first movement after it say when a list was started, not that nobody left. While
    nothing has ever moved, every month counts.
    """
    ledger, window = context.ledger, context.rules.ltv_window
    last = min(period.last, ledger.last if ledger.complete else ledger.last + -1)
    first = max(ledger.first, last + (1 - window), context.whole.stirred_by(last) or ledger.first)
    months = tuple(m for m in months_between(first, last) if context.spell(Period(m)).before.paying.any())
    if not months:
        return None
    logos = [_logo_counts(context, Period(month)) for month in months]
    lost, base = (sum(counts) for counts in zip(*logos, strict=True))
    rates = [_month_rate(context, Period(month), counts) for month, counts in zip(months, logos, strict=True)]
    return ChurnWindow(sum(rates, Fraction(0)) / len(rates), lost, base, months)


def _logo_counts(context: Context, period: Period) -> tuple[int, int]:
    spell = context.spell(period)
    return int((spell.before.paying & ~spell.after.paying).sum()), int(spell.before.paying.sum())


def _month_rate(context: Context, month: Period, logos: tuple[int, int]) -> Fraction:
    if context.rules.ltv_churn is LtvChurn.LOGO:
        return Fraction(*logos)
    rate = gross_mrr_churn(context, month).value
    return rate if isinstance(rate, Fraction) else Fraction(0)


def arr_per_account(context: Context, period: Period) -> Measure:
    """12 x ARPA: what the average customer pays a year."""
    income = arpa(context, period)
    yearly = replace(income, metric=MetricId.ARR_PER_ACCOUNT)
    if income.value is None or income.part is None:
        return yearly
    behind = replace(income.evidence, part=12 * income.evidence.part)
    return replace(yearly, value=12 * income.value, part=12 * income.part, evidence=behind)


def ltv(context: Context, period: Period) -> Measure:
    """What an account brings in its life, by the formula chosen in the rules; all start from ARPA.

    A formula that needs a number nobody has given says which: NO_PURCHASES, NO_YEARS, NO_RETENTION_COSTS.
    """
    return ltv_by(context.rules.ltv, context, period)


def ltv_by(formula: LtvFormula, context: Context, period: Period) -> Measure:
    """What an account brings in its life, by this formula."""
    income = arpa(context, period)
    if income.value is None:
        return replace(income, metric=MetricId.LTV)
    return _FORMULAS[formula](context, period, Fraction(income.value))


def _ltv(
    period: Period,
    value: Fraction,
    made_from: tuple[Fraction, Fraction],
    unit: Unit,
    *,
    n: int | None = None,
    why: Why | None = None,
) -> Measure:
    """Made from money and something in `unit`."""
    return Measure(MetricId.LTV, period, Unit.MONEY, value, *made_from, n, why=why, made_in=(Unit.MONEY, unit))


def _no_ltv(period: Period, why: Why) -> Measure:
    return missing(MetricId.LTV, period, Unit.MONEY, why)


def _by_churn(context: Context, period: Period, price: Fraction) -> Measure:
    return worth_by_churn(context, period, price * context.rules.gross_margin)


def worth_by_churn(context: Context, period: Period, worth: Fraction) -> Measure:
    """What is earned a month / mean monthly churn (see `churn_window`): 5,000 / 0.10 = 50,000.

    Where nobody left it is a lower bound, from the upper 95 % limit of the churn rate: 'at least', never infinity.
    `n` is the account-months the churn rests on; the bounds are those of the churn of logos, turned round.
    """
    window = churn_window(context, period)
    if window is None:
        return _no_ltv(period, Why.NO_HISTORY)
    least, most = wilson(window.lost, window.base) or (0.0, 1.0)
    churn, why = (window.rate, None) if window.rate else (Fraction(most), Why.LOWER_BOUND)
    found = _ltv(period, worth / churn, (worth, churn), Unit.FRACTION, n=window.base, why=why)
    found = replace(found, over=(window.months[0], window.months[-1]))
    if why or context.rules.ltv_churn is not LtvChurn.LOGO:
        return found
    # The mean of the months' rates may lie beyond the limits of all months taken together.
    least, most = min(least, float(churn)), max(most, float(churn))
    return replace(found, low=float(worth) / most, high=float(worth) / least)


def _by_percent(context: Context, period: Period, price: Fraction) -> Measure:
    found = _by_churn(context, period, price)
    if found.part is None or found.whole is None:
        return found
    return replace(found, value=ltv_by_percent(found.part, Fraction(found.whole) * 100))


def _by_purchases(context: Context, period: Period, price: Fraction) -> Measure:
    purchases = context.rules.ltv_purchases
    if not purchases:
        return _no_ltv(period, Why.NO_PURCHASES)
    return _ltv(period, ltv_by_purchases(price, purchases), (price, purchases), Unit.COUNT)


def _by_frequency(context: Context, period: Period, price: Fraction) -> Measure:
    rules = context.rules
    if not rules.ltv_years:
        return _no_ltv(period, Why.NO_YEARS)
    payments = rules.ltv_frequency * rules.ltv_years
    value = ltv_by_frequency(price, rules.ltv_frequency, rules.ltv_years)
    return _ltv(period, value, (price, payments), Unit.COUNT)


def _by_years(context: Context, period: Period, price: Fraction) -> Measure:
    rules = context.rules
    if not rules.ltv_years:
        return _no_ltv(period, Why.NO_YEARS)
    value = ltv_by_years(12 * price, rules.gross_margin, rules.ltv_years)
    return _ltv(period, value, (12 * price * rules.gross_margin, rules.ltv_years), Unit.COUNT)


def _less_costs(context: Context, period: Period, price: Fraction) -> Measure:
    """Below zero an account costs more to win and keep than it brings: BELOW_ZERO, to be reviewed."""
    rules, won, kept = context.rules, cac(context, period), _retention_cost(context, period)
    if not rules.ltv_years:
        return _no_ltv(period, Why.NO_YEARS)
    if won.value is None:
        return _no_ltv(period, won.why or Why.NO_COSTS)
    if kept is None:
        return _no_ltv(period, Why.NO_RETENTION_COSTS)
    costs = (won.value, kept * 12 * rules.ltv_years)
    value = ltv_less_costs(price, rules.gross_margin, rules.ltv_frequency, rules.ltv_years, *costs)
    spent = sum((Fraction(cost) for cost in costs), Fraction(0))
    return _ltv(period, value, (value + spent, spent), Unit.MONEY, why=Why.BELOW_ZERO if value < 0 else None)


_FORMULAS: Mapping[LtvFormula, Callable[[Context, Period, Fraction], Measure]] = {
    LtvFormula.CHURN: _by_churn,
    LtvFormula.PURCHASES: _by_purchases,
    LtvFormula.FREQUENCY: _by_frequency,
    LtvFormula.PERCENT: _by_percent,
    LtvFormula.YEARS: _by_years,
    LtvFormula.LESS_COSTS: _less_costs,
}


def cac(context: Context, period: Period) -> Measure:
    """Acquisition cost of the period's months (or of the months one before, if so chosen) / new accounts of the
    period. NO_COSTS where none is recorded, NOBODY_NEW where nobody joined; COSTS_BY_CHANNEL for groups of anything
    but channels, which have no costs of their own. Its rows are the costs."""
    costs = acquisition_costs(context, period)
    if not len(costs):
        return missing(MetricId.CAC, period, Unit.MONEY, _no_costs(context, period))
    amounts = costs["amount"].to_numpy()
    spent = Fraction(int(amounts.sum()))
    new = len(context.moves.between(period.first, period.last).of(Movement.NEW)[0])
    behind = Evidence(costs["cost"].to_numpy(), amounts, np.zeros(len(costs), dtype=np.int64), Kind.COST)
    value, why = (spent / new, None) if new else (None, Why.NOBODY_NEW)
    made = (Unit.MONEY, Unit.COUNT)
    return Measure(MetricId.CAC, period, Unit.MONEY, value, spent, new, new, why=why, evidence=behind, made_in=made)


def _no_costs(context: Context, period: Period) -> Why:
    apart = context.dimension not in {None, Dimension.CHANNEL}
    return Why.COSTS_BY_CHANNEL if apart and len(acquisition_costs(context.whole, period)) else Why.NO_COSTS


def acquisition_costs(context: Context, period: Period) -> Costs:
    """What was spent on winning the period's new accounts: in its months, or in those one before, if so chosen."""
    return costs_of(context, period, CostPurpose.ACQUISITION, -1 if context.rules.cac_month_before else 0)


def costs_of(context: Context, period: Period, purpose: CostPurpose, shift: int = 0) -> Costs:
    """Costs of that purpose in the period's months, or as many months before."""
    costs = context.costs
    month = costs["month"] - shift
    rows = (month >= period.first.ordinal) & (month <= period.last.ordinal) & (costs["purpose"] == purpose)
    return Costs(costs[rows])


def _retention_cost(context: Context, period: Period) -> Fraction | None:
    """What it costs to keep one paying account for a month: cost of retention / months / accounts that pay at the end,
    for the months of the period that have begun; None where no such cost is recorded."""
    costs = costs_of(context, period, CostPurpose.RETENTION)
    last = min(period.last, context.ledger.last)
    costs = Costs(costs[costs["month"] <= last.ordinal])
    paying = int(context.spell(period).after.paying.sum())
    if not len(costs) or not paying:
        return None
    months = last - period.first + 1
    return Fraction(int(costs["amount"].sum()), months * paying)


def ltv_to_cac(context: Context, period: Period) -> Measure:
    """LTV / CAC; a lower bound where LTV is one. What was spent is known, so the bounds are those of LTV alone."""
    worth, cost = ltv(context, period), cac(context, period)
    ratio = _quotient(MetricId.LTV_TO_CAC, Unit.RATIO, worth, cost)
    if ratio.value is None or worth.low is None or worth.high is None:
        return ratio
    spent = float(cost.value or 0)
    return replace(ratio, n=worth.n, low=worth.low / spent, high=worth.high / spent)


def holds(ratio: Measure, rules: Rules) -> bool | None:
    """Whether LTV / CAC reaches `ltv_to_cac_holds`; None where the ratio is not known, or only known to be at least
    something that is less."""
    if ratio.value is None:
        return None
    reached = ratio.value >= rules.ltv_to_cac_holds
    return None if ratio.why is Why.LOWER_BOUND and not reached else reached


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
    made = (Unit.MONEY, Unit.MONEY)
    return Measure(metric, top.period, unit, value, top.value, base.value, why=top.why, made_in=made)


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
