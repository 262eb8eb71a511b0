"""What stays and what goes over a period: MRR and logo rates, for the accounts that paid just before it."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Flags
from csdesk.metrics.engine.movements import GAINS, LOSSES, Movement
from csdesk.metrics.engine.told import Reads, kept_by
from csdesk.metrics.measure import Measure, Unit, Why, complement, count_rate, money_rate, total
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.renewals import renewal_churn
from csdesk.metrics.rules import Denominator
from csdesk.models.money import from_ticks
from csdesk.models.months import Period

_IN_MONEY = (Unit.MONEY, Unit.MONEY)


@kept_by(Reads.ENDS)
def gross_revenue_retention(context: Context, period: Period) -> Measure:
    """GRR: sum of min(MRR at start, MRR at end) / MRR at start, per account of the cohort, so that no account's growth
    hides another's loss. Never above 100 %. What is in another currency is held at the rates of the start at both
    ends."""
    spell = context.spell(period)
    ids, before = spell.before.earned
    return money_rate(MetricId.GROSS_REVENUE_RETENTION, period, ids, np.minimum(before, spell.kept_of_base), before)


@kept_by(Reads.ENDS)
def gross_mrr_churn(context: Context, period: Period) -> Measure:
    """1 - GRR, exactly."""
    return complement(MetricId.GROSS_MRR_CHURN, gross_revenue_retention(context, period))


@kept_by(Reads.ENDS)
def net_revenue_retention(context: Context, period: Period) -> Measure:
    """NRR: MRR at end / MRR at start of the cohort, both at the exchange rates of the start."""
    spell = context.spell(period)
    ids, before = spell.before.earned
    return money_rate(MetricId.NET_REVENUE_RETENTION, period, ids, spell.kept_of_base, before)


def net_mrr_churn(context: Context, period: Period) -> Measure:
    """1 - NRR, exactly; below 0 it is marked as negative churn.

    With `reactivation_offsets`, MRR of accounts that paid before the cohort's month, had no MRR in it, and pay again at
    the end makes up for losses too.
    """
    return _offset_mrr_churn(context, period) if context.rules.reactivation_offsets else _net_mrr_churn(context, period)


@kept_by(Reads.ENDS)
def _net_mrr_churn(context: Context, period: Period) -> Measure:
    return _marked(complement(MetricId.NET_MRR_CHURN, net_revenue_retention(context, period)))


def _offset_mrr_churn(context: Context, period: Period) -> Measure:
    spell = context.spell(period)
    before = spell.before.mrr
    counted = (before > 0) | _paid_earlier(context, period)
    lost = before - np.where(counted, spell.kept, 0)
    return _marked(money_rate(MetricId.NET_MRR_CHURN, period, spell.ids, lost, before))


def _marked(rate: Measure) -> Measure:
    return replace(rate, why=Why.NEGATIVE_CHURN) if rate.value is not None and rate.value < 0 else rate


def _paid_earlier(context: Context, period: Period) -> Flags:
    owners, months = context.ledger.first_paid()
    earlier = np.zeros(len(context.ledger.accounts), dtype=np.bool_)
    earlier[owners] = months < period.first.ordinal
    return earlier


@kept_by(Reads.ENDS)
def mrr_growth(context: Context, period: Period) -> Measure:
    """(MRR at end - MRR at start) / MRR at start, new business included."""
    spell = context.spell(period)
    return money_rate(MetricId.MRR_GROWTH, period, spell.ids, spell.after.mrr - spell.before.mrr, spell.before.mrr)


@kept_by(Reads.MOVES)
def quick_ratio(context: Context, period: Period) -> Measure:
    """(new + reactivation + expansion) / (contraction + churn) of the period's months; no loss is said, not divided."""
    gained, lost = (_moved(context, period, kinds) for kinds in (GAINS, LOSSES))
    why = None if lost else Why.NO_LOSS
    value = gained / lost if lost else None
    return Measure(MetricId.QUICK_RATIO, period, Unit.RATIO, value, gained, lost, why=why, made_in=_IN_MONEY)


@kept_by(Reads.MOVES)
def growth_from_existing(context: Context, period: Period) -> Measure:
    """(expansion + reactivation) / (new + expansion + reactivation) of the period's months."""
    old = _moved(context, period, {Movement.EXPANSION, Movement.REACTIVATION})
    grown = old + _moved(context, period, {Movement.NEW})
    why = None if grown else Why.NO_BASE
    value = old / grown if grown else None
    return Measure(MetricId.GROWTH_FROM_EXISTING, period, Unit.FRACTION, value, old, grown, why=why, made_in=_IN_MONEY)


def _moved(context: Context, period: Period, kinds: set[Movement] | frozenset[Movement]) -> Fraction:
    moves = context.moves_in(period)
    return from_ticks(sum(total(moves.of(kind)[1]) for kind in kinds))


def logo_churn(context: Context, period: Period) -> Measure:
    """Accounts of the cohort that no longer pay at the end / accounts of the cohort.

    New accounts never count, unless `denominator` is START_AND_NEW: then those that were new in the period are in the
    base, and among the lost when they left again; or RENEWALS_DUE, which is `renewal_churn`.
    """
    denominator = context.rules.denominator
    if denominator is Denominator.RENEWALS_DUE:
        return replace(renewal_churn(context, period), metric=MetricId.LOGO_CHURN, base=denominator)
    return _logo_churn(context, period, denominator)


def _logo_churn(context: Context, period: Period, denominator: Denominator) -> Measure:
    name = f"{MetricId.LOGO_CHURN} {denominator}"
    return context.told.kept(Reads.ENDS, name, period, lambda: _share_lost(context, period, denominator))


def _share_lost(context: Context, period: Period, denominator: Denominator) -> Measure:
    spell = context.spell(period)
    base = spell.before.paying.copy()
    if denominator is Denominator.START_AND_NEW:
        new, _ = context.moves.between(period.first, period.last).of(Movement.NEW)
        base[new] = True
    rate = count_rate(MetricId.LOGO_CHURN, period, spell.ids, base & ~spell.after.paying, base)
    return replace(rate, base=denominator)


def logo_retention(context: Context, period: Period) -> Measure:
    """1 - logo churn, exactly."""
    return complement(MetricId.LOGO_RETENTION, logo_churn(context, period))


def annualised_logo_churn(context: Context, period: Period) -> Measure:
    """1 - (1 - churn)^(periods in a year): 5 % a month is 46.0 % a year, by compounding. The interval likewise.

    A share of renewals due is no rate of a time, and cannot be compounded: it gives way to the share of all.
    """
    of = context.rules.denominator
    rate = _logo_churn(context, period, Denominator.START if of is Denominator.RENEWALS_DUE else of)
    times = 12 // period.kind.months
    if not isinstance(rate.value, Fraction) or rate.low is None or rate.high is None:
        return replace(rate, metric=MetricId.ANNUALISED_LOGO_CHURN)
    low, high = (1 - (1 - bound) ** times for bound in (rate.low, rate.high))
    value = 1 - (1 - rate.value) ** times
    return replace(rate, metric=MetricId.ANNUALISED_LOGO_CHURN, value=value, low=low, high=high)


@kept_by(Reads.ENDS)
def upsell_rate(context: Context, period: Period) -> Measure:
    """Accounts of the cohort that pay more at the end than at the start / accounts of the cohort with MRR."""
    spell = context.spell(period)
    before = spell.before.mrr
    return count_rate(MetricId.UPSELL_RATE, period, spell.ids, (before > 0) & (spell.kept > before), before > 0)
