"""Movements of recurring revenue by kind of change and by reason, and what they add up to."""

from collections.abc import Mapping
from functools import partial

from csdesk.metrics.engine.changes import GROWTHS, LOSSES
from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.engine.partings import REASONS
from csdesk.metrics.entries.entry import Better, Entry, money, number
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.revenue import kind_figures
from csdesk.models.kinds import ChangeKind

_M = MetricId

EXPANSIONS: Mapping[ChangeKind, MetricId] = {
    change: MetricId(f"expansion_{change}_mrr") for change in (*GROWTHS, ChangeKind.UNKNOWN)
}
CONTRACTIONS: Mapping[ChangeKind, MetricId] = {
    change: MetricId(f"contraction_{change}_mrr") for change in (*LOSSES, ChangeKind.UNKNOWN)
}
PARTINGS: Mapping[str, MetricId] = {reason: MetricId(f"churn_{reason}_mrr") for reason in REASONS}
"""The figure of each kind of expansion, of contraction, and of each family of reasons for leaving. Those of a movement
sum to it, exactly."""


def _changed(movement: Movement, change: ChangeKind, metric: MetricId, better: Better) -> Entry:
    return money(metric, better, partial(kind_figures.change_mrr, metric, movement, change))


MOVEMENT_KINDS: tuple[Entry, ...] = (
    *(_changed(Movement.EXPANSION, change, metric, Better.UP) for change, metric in EXPANSIONS.items()),
    *(_changed(Movement.CONTRACTION, change, metric, Better.DOWN) for change, metric in CONTRACTIONS.items()),
    *(money(m, Better.DOWN, partial(kind_figures.parting_mrr, m, reason)) for reason, m in PARTINGS.items()),
    money(_M.NET_NEW_MRR, Better.UP, kind_figures.net_new_mrr),
    money(_M.NET_NEW_FROM_EXISTING_MRR, Better.UP, kind_figures.net_new_from_existing_mrr),
    number(_M.JOINED_AND_LOST_ACCOUNTS, Better.NONE, kind_figures.joined_and_lost_accounts),
)
