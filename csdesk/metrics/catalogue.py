"""Every figure csdesk can give, once, in the order lists show them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from csdesk.metrics.context import Context, split
from csdesk.metrics.engine.lacks import days_of
from csdesk.metrics.entries.deeper import DEEPER
from csdesk.metrics.entries.economics import ECONOMICS
from csdesk.metrics.entries.entry import Entry, Source
from csdesk.metrics.entries.health import HEALTH
from csdesk.metrics.entries.movement_kinds import MOVEMENT_KINDS
from csdesk.metrics.entries.renewals import RENEWALS
from csdesk.metrics.entries.retention import LOGO_RATES, REVENUE_RATES
from csdesk.metrics.entries.revenue import COMMITTED, LEVELS, MOVEMENTS
from csdesk.metrics.entries.support import SUPPORT
from csdesk.metrics.entries.users import USERS
from csdesk.metrics.entries.voice import VOICE
from csdesk.metrics.measure import Measure, Why, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import Period

_ENTRIES = (
    *LEVELS,
    *MOVEMENTS,
    *REVENUE_RATES,
    *LOGO_RATES,
    *COMMITTED,
    *ECONOMICS,
    *VOICE,
    *SUPPORT,
    *HEALTH,
    *MOVEMENT_KINDS,
    *RENEWALS,
    *DEEPER,
    *USERS,
)

CATALOGUE: Mapping[MetricId, Entry] = {entry.id: entry for entry in _ENTRIES}
"""Every metric, in the order lists show them."""


def figure(context: Context, metric: MetricId, period: Period) -> Measure:
    """One figure. Where the contract lines do not speak of the period, or hold no amounts, it says so."""
    entry = CATALOGUE[metric]
    measure = _why_not(context, entry, period) or entry.function(context, period)
    return replace(measure, dimension=context.dimension, group=context.group) if context.dimension else measure


def with_lacks(context: Context, measure: Measure) -> Measure:
    """A figure of the catalogue with how many accounts of its context lack what it rests on, in a period that the
    records speak of. Apart from `figure`, for most who ask for one do not ask for this."""
    if measure.period is None or measure.metric not in set(MetricId) or context.unseen(measure.period):
        return measure
    lacks = CATALOGUE[MetricId(measure.metric)].rests_on
    return replace(measure, incomplete=context.lacks.accounts_without(lacks, *days_of(measure.period)))


def _why_not(context: Context, entry: Entry, period: Period) -> Measure | None:
    why = None if entry.source in {Source.USE, Source.OTHER} else context.unseen(period)
    if not why and entry.source is Source.AMOUNTS and not context.amounts_known:
        why = Why.NO_AMOUNTS
    return missing(entry.id, period, entry.unit, why) if why else None


def figures(
    context: Context, metrics: Iterable[MetricId], periods: Iterable[Period], by: str = ""
) -> tuple[Measure, ...]:
    """Figures by group (when a dimension is named), then metric, then period; ValueError names an unknown dimension."""
    wanted, times = tuple(metrics), tuple(periods)
    groups = split(context, by) if by else (context,)
    return tuple(figure(group, metric, period) for group in groups for metric in wanted for period in times)
