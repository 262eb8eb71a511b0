"""What expansions, contractions and churn are made of, as figures that open; and what all movements add up to."""

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Ints, totals
from csdesk.metrics.engine.movements import LOSSES, MOVEMENTS, Movement, joined_and_lost
from csdesk.metrics.engine.partings import REASONS
from csdesk.metrics.engine.units import CHANGES
from csdesk.metrics.measure import Measure, count, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import ChangeKind
from csdesk.models.months import Period


def change_mrr(metric: MetricId, movement: Movement, change: ChangeKind, context: Context, period: Period) -> Measure:
    """MRR of the expansions or contractions of one kind of change, the sum of the period's months."""
    parts = context.parts.between(period.first, period.last)
    rows = (parts.movement == MOVEMENTS.index(movement)) & (parts.change == CHANGES.index(change))
    return money_sum(metric, period, *_by_account(context, parts.owner[rows], parts.ticks[rows]))


def parting_mrr(metric: MetricId, reason: str, context: Context, period: Period) -> Measure:
    """MRR of the accounts that left for one family of reasons, the sum of the period's months."""
    partings = context.partings.between(period.first.ordinal, period.last.ordinal)
    return money_sum(metric, period, *_by_account(context, *partings.of(REASONS.index(reason))))


def net_new_mrr(context: Context, period: Period) -> Measure:
    """New + reactivation + expansion - contraction - churn of the period's months."""
    return _net(MetricId.NET_NEW_MRR, MOVEMENTS, context, period)


def net_new_from_existing_mrr(context: Context, period: Period) -> Measure:
    """Reactivation + expansion - contraction - churn of the period's months: growth without new customers."""
    old = tuple(movement for movement in MOVEMENTS if movement is not Movement.NEW)
    return _net(MetricId.NET_NEW_FROM_EXISTING_MRR, old, context, period)


def _net(metric: MetricId, movements: tuple[Movement, ...], context: Context, period: Period) -> Measure:
    moves = context.moves.between(period.first, period.last)
    rows = np.isin(moves.kind, [MOVEMENTS.index(movement) for movement in movements])
    lost = np.isin(moves.kind[rows], [MOVEMENTS.index(movement) for movement in LOSSES])
    signed = np.where(lost, -moves.ticks[rows], moves.ticks[rows])
    return money_sum(metric, period, *_by_account(context, moves.owner[rows], signed))


def joined_and_lost_accounts(context: Context, period: Period) -> Measure:
    """How often an account came and left between two snapshots of the period: in no movement, and yet not lost sight
    of."""
    found = np.array([visit.account for visit in joined_and_lost(context.ledger, period)], dtype=np.int64)
    accounts, times = np.unique(found, return_counts=True)
    return count(MetricId.JOINED_AND_LOST_ACCOUNTS, period, accounts, times)


def _by_account(context: Context, owner: Ints, amounts: Ints) -> tuple[Ints, Ints]:
    owners, at = np.unique(owner, return_inverse=True)
    return context.ledger.accounts[owners], totals(at, amounts, len(owners))
