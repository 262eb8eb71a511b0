"""Movements of a period as figures that open."""

from dataclasses import replace

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Ints, ranked, totals
from csdesk.metrics.engine.movements import SPLIT, Movement
from csdesk.metrics.engine.told import Reads, kept_by
from csdesk.metrics.measure import Measure, count, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.money import from_ticks
from csdesk.models.months import Period


def movement_mrr(metric: MetricId, kind: Movement, context: Context, period: Period) -> Measure:
    """MRR of one kind of movement, the sum of the period's months. Losses are positive amounts."""
    return context.told.kept(Reads.MOVES, metric, period, lambda: _movement_mrr(metric, kind, context, period))


def _movement_mrr(metric: MetricId, kind: Movement, context: Context, period: Period) -> Measure:
    whole = money_sum(metric, period, *_by_account(context, *context.moves_in(period).of(kind)))
    if kind not in SPLIT or not whole.value:
        return whole
    parts = context.parts.by_kind(kind, period.first, period.last)
    return replace(whole, kinds=tuple((change, from_ticks(of)) for change, of in parts.items()))


def movement_count(metric: MetricId, kind: Movement, context: Context, period: Period) -> Measure:
    """Movements of one kind, the sum of the period's months: an account that does so twice counts twice."""
    owner, _ = context.moves_in(period).of(kind)
    return count(metric, period, *_by_account(context, owner, np.ones(len(owner), dtype=np.int64)))


def fx_effect(context: Context, period: Period) -> Measure:
    """What other exchange rates made of MRR, the sum of the period's months: below 0 where they took from it."""
    effects = context.effects.between(period.first, period.last)
    return money_sum(MetricId.FX_EFFECT, period, *_by_account(context, effects.owner, effects.ticks))


def _by_account(context: Context, owner: Ints, amounts: Ints) -> tuple[Ints, Ints]:
    if (owner[1:] > owner[:-1]).all():
        return context.ledger.accounts[owner], amounts
    owners, at = ranked(owner)
    return context.ledger.accounts[owners], totals(at, amounts, len(owners))


@kept_by(Reads.ENDS)
def start_mrr(context: Context, period: Period) -> Measure:
    """MRR that the period's movements start from: the month before, and what entered from before the records."""
    return money_sum(MetricId.START_MRR, period, *context.spell(period).begun.earned)


@kept_by(Reads.ENDS)
def start_accounts(context: Context, period: Period) -> Measure:
    """Paying accounts that the period's movements start from."""
    begun = context.spell(period).begun
    return count(MetricId.START_ACCOUNTS, period, begun.ids, begun.paying.astype(np.int64))
