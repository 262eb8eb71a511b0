"""Whether what customers pay exceeds what it costs to win and keep them."""

import numpy as np

from csdesk.metrics.context import OF_LINES, Context, Dimension
from csdesk.metrics.economics.unit_economics import acquisition_costs, costs_of
from csdesk.metrics.engine.days import Ints
from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, missing, total
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Costs
from csdesk.models.kinds import CostPurpose
from csdesk.models.money import TICKS, from_ticks
from csdesk.models.months import Period, months_between


def revenue_of(context: Context, period: Period) -> tuple[Ints, Ints]:
    """Accounts and the MRR of the period's months that have begun, in ticks."""
    months = months_between(period.first, min(period.last, context.ledger.last))
    paid = [context.spell(Period(month)).after.mrr for month in months]
    return context.ledger.accounts, np.sum(paid, axis=0) if paid else np.zeros(len(context.ledger.accounts), np.int64)


def revenue_less_costs(context: Context, period: Period) -> Measure:
    """Revenue of the period's months - cost of winning - cost of keeping; below zero is a warning to review.

    Channels have costs of their own. For all other groups the cost of winning is shared out evenly over the new
    accounts of the book, that of keeping over those that pay, so that groups add up to the whole. Products and plans
    share accounts, so theirs cannot be told: OF_WHOLE_ACCOUNTS.
    """
    payers = context if context.dimension in {None, Dimension.CHANNEL} else context.whole
    won, kept = acquisition_costs(payers, period), costs_of(payers, period, CostPurpose.RETENTION)
    if context.dimension in OF_LINES or not len(won) + len(kept):
        lack = Why.OF_WHOLE_ACCOUNTS if len(won) + len(kept) else Why.NO_COSTS
        return missing(MetricId.REVENUE_LESS_COSTS, period, Unit.MONEY, lack)
    ids, revenue = revenue_of(context, period)
    spent = _shares(payers, period, won, kept)
    if payers is not context and context.members is not None:
        spent = spent[np.isin(payers.ledger.accounts, context.members)]
    costs = _amount(won) + _amount(kept) if payers is context else from_ticks(total(spent))
    income = from_ticks(total(revenue))
    behind = (revenue != 0) | (spent != 0)
    evidence = Evidence(ids[behind], revenue[behind], spent[behind])
    value, made = income - costs, (Unit.MONEY, Unit.MONEY)
    why = Why.BELOW_ZERO if value < 0 else None if len(kept) else Why.NO_RETENTION_COSTS
    return Measure(
        MetricId.REVENUE_LESS_COSTS,
        period,
        Unit.MONEY,
        value,
        income,
        costs,
        why=why,
        evidence=evidence,
        made_in=made,
    )


def _amount(costs: Costs) -> int:
    return int(costs["amount"].sum())


def _shares(context: Context, period: Period, won: Costs, kept: Costs) -> Ints:
    """Each account's share of the costs, in ticks; nobody's where nobody pays."""
    _, revenue = revenue_of(context, period)
    pays = (revenue > 0).astype(np.int64)
    new = np.zeros(len(pays), dtype=np.int64)
    new[context.moves.between(period.first, period.last).of(Movement.NEW)[0]] = 1
    return _spread(_amount(won), new if new.any() else pays) + _spread(_amount(kept), pays)


def _spread(amount: int, among: Ints) -> Ints:
    """An amount in minor units, as whole ticks for each that is among them, which sum to it exactly."""
    size = int(among.sum())
    if not size:
        return np.zeros(len(among), dtype=object)
    upto = np.cumsum(among).astype(object) * (amount * TICKS) // size
    return np.diff(upto, prepend=0)
