"""Who grows, who was the wrong customer, and whom other customers brought."""

from dataclasses import replace

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Flags, Ints, totals
from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing, money_rate, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Fit
from csdesk.models.months import Period
from csdesk.models.text import fold_case

_LONG = 36
"""Months after which a customer is one of long standing."""


def expanded_share(context: Context, period: Period) -> Measure:
    """Accounts of the cohort that expanded in any month of the period / accounts with MRR above 0 just before it."""
    spell = context.spell(period)
    owners, _ = context.moves.between(period.first, period.last).of(Movement.EXPANSION)
    grown = np.zeros(len(spell.ids), dtype=np.bool_)
    grown[owners] = True
    base = spell.before.mrr > 0
    return count_rate(MetricId.EXPANDED_SHARE, period, spell.ids, grown & base, base)


def size_after_three_years(context: Context, period: Period) -> Measure:
    """MRR at the period's end / MRR in their first month, of the accounts that first paid three years before or earlier
    and pay now. Those that were there before the records begin had a first size that nobody knows."""
    ledger, spell = context.ledger, context.spell(period)
    owners, rows = np.unique(ledger.owner, return_index=True)
    known = (ledger.entered_lines[rows] == 0) & (ledger.mrr[rows] > 0)
    old = known & (min(period.last, ledger.last).ordinal - ledger.month[rows] >= _LONG)
    first = np.zeros(len(spell.ids), dtype=ledger.mrr.dtype)
    first[owners[old]] = ledger.mrr[rows[old]]
    stays = (first > 0) & (spell.after.mrr > 0)
    now, then = np.where(stays, spell.after.mrr, 0), np.where(stays, first, 0)
    return _as_ratio(money_rate(MetricId.SIZE_AFTER_THREE_YEARS, period, spell.ids, now, then))


def _as_ratio(measure: Measure) -> Measure:
    return replace(measure, unit=Unit.RATIO, why=measure.why and Why.NO_DATA)


def poor_fit_churn_share(context: Context, period: Period) -> Measure:
    """Churned MRR of accounts whose fit is poor / churned MRR; NO_DATA where no account's fit has been judged."""
    accounts, spell = context.frames.accounts, context.spell(period)
    if not accounts["fit"].isin(list(Fit)).any():
        return missing(MetricId.POOR_FIT_CHURN_SHARE, period, Unit.FRACTION, Why.NO_DATA)
    owners, ticks = context.moves.between(period.first, period.last).of(Movement.CHURN)
    lost = totals(owners, ticks, len(spell.ids))
    poor = np.isin(spell.ids, accounts.loc[accounts["fit"] == Fit.POOR, "account"])
    return money_rate(MetricId.POOR_FIT_CHURN_SHARE, period, spell.ids, np.where(poor, lost, 0), lost)


def referred_mrr(context: Context, period: Period) -> Measure:
    """MRR of the accounts that another account brought."""
    return money_sum(MetricId.REFERRED_MRR, period, *_referred(context, period))


def referred_share(context: Context, period: Period) -> Measure:
    """MRR of the accounts that another account brought / MRR; NO_DATA where no account has a referrer."""
    if not (context.frames.accounts["referred_by"] != "").any():
        return missing(MetricId.REFERRED_SHARE, period, Unit.FRACTION, Why.NO_DATA)
    ids, ticks = _referred(context, period)
    return money_rate(MetricId.REFERRED_SHARE, period, ids, ticks, context.spell(period).after.mrr)


def _referred(context: Context, period: Period) -> tuple[Ints, Ints]:
    spell = context.spell(period)
    brought: Flags = np.isin(spell.ids, np.array(list(referrers(context)), dtype=np.int64))
    return spell.ids, np.where(brought, spell.after.mrr, 0)


def referrers(context: Context) -> dict[int, int]:
    """By account that another account of the book brought: that account."""
    accounts = context.frames.accounts
    ids, told = accounts["account"].tolist(), accounts["referred_by"].tolist()
    if not any(told):
        return {}
    known = {_plain(name): account for account, name in zip(ids, accounts["name"].tolist(), strict=True)}
    found = {account: known.get(_plain(name)) for account, name in zip(ids, told, strict=True) if name}
    return {account: by for account, by in found.items() if by is not None and by != account}


def _plain(name: str) -> str:
    return fold_case(name).strip()
