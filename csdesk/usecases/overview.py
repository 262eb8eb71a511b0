"""The Overview page: what success brings, the first figures, eight figures of customer success, six outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope

TREND = 12
"""Periods that a trend shows."""


class Benefit(StrEnum):
    """What customer success is for."""

    LESS_CHURN = "less_churn"
    MORE_VALUE = "more_value"
    BETTER_EXPERIENCE = "better_experience"


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A figure beside that of the period before, and the values of up to a dozen periods, oldest first."""

    now: Measure
    before: Measure
    trend: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome of customer success for the last month and the last quarter that are over, each beside the one
    before."""

    month_before: Measure
    month: Measure
    quarter_before: Measure
    quarter: Measure


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """One figure for each benefit; the first figures; the eight; the six outcomes. No accounts: the empty state."""

    scope: Scope
    benefits: tuple[tuple[Benefit, Tile], ...]
    first: tuple[Tile, ...]
    eight: tuple[OverviewRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    accounts: int


_LEVELS = (MetricId.MRR, MetricId.CMRR, MetricId.ARPA, MetricId.ARR_PER_ACCOUNT)
_EIGHT = (
    MetricId.RENEWALS,
    MetricId.NET_REVENUE_RETENTION,
    MetricId.ACCOUNTS_IN_USE,
    MetricId.HEALTH_MEAN,
    MetricId.LOGO_CHURN,
    MetricId.EXPANSION_MRR,
    MetricId.CONTRACTION_MRR,
    MetricId.NPS,
)
_OUTCOMES = (
    MetricId.GROSS_REVENUE_RETENTION,
    MetricId.NET_REVENUE_RETENTION,
    MetricId.MRR_GROWTH,
    MetricId.LOGO_RETENTION,
    MetricId.CSAT,
    MetricId.NPS,
)


def overview_page(book: Book, scope: Scope) -> OverviewPage:
    """The page for a scope: levels of its day; rates of its period, or of the last one that is over; what needs many
    months or answers to mean anything, of a quarter at least."""
    from dataclasses import replace

    from csdesk.usecases.figures import settled, slow
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    period = settled(context, scope.period)
    long = settled(context, slow(scope.period))
    levels = tiles(context, _LEVELS, scope.period)
    return OverviewPage(
        scope=replace(scope, period=period),
        benefits=(
            (Benefit.LESS_CHURN, tiles(context, (MetricId.GROSS_MRR_CHURN,), period)[0]),
            (Benefit.MORE_VALUE, tiles(context, (MetricId.NET_REVENUE_RETENTION,), period)[0]),
            (Benefit.BETTER_EXPERIENCE, tiles(context, (MetricId.CSAT,), long)[0]),
        ),
        first=(
            *levels,
            *tiles(context, (MetricId.LOGO_CHURN,), period),
            *tiles(context, (MetricId.LTV, MetricId.CAC, MetricId.LTV_TO_CAC), long),
        ),
        eight=tuple(_row(context, metric, long if metric is MetricId.NPS else period) for metric in _EIGHT),
        outcomes=_outcomes(context, scope, snapshot.settings.fiscal_start),
        accounts=len(snapshot.accounts),
    )


def _row(context: Context, metric: MetricId, period: Period) -> OverviewRow:
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import back_from

    # A mean of scores is worked out for every account anew: one look back is what it is worth.
    periods = back_from(context, period, 2 if metric is MetricId.HEALTH_MEAN else TREND)
    now, *earlier = (figure(context, metric, one) for one in periods)
    before = earlier[0] if earlier else figure(context, metric, period.previous)
    known = (one.value for one in (*reversed(earlier), now))
    return OverviewRow(now, before, tuple(float(value) for value in known if value is not None))


def _outcomes(context: Context, scope: Scope, fiscal_start: int) -> tuple[OutcomeRow, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.models.months import Month, Period, PeriodKind
    from csdesk.usecases.figures import settled

    month, quarter = (
        settled(context, Period.holding(Month.of(scope.as_of), kind, fiscal_start))
        for kind in (PeriodKind.MONTH, PeriodKind.QUARTER)
    )
    shown = (month.previous, month, quarter.previous, quarter)
    return tuple(OutcomeRow(*(figure(context, metric, period) for period in shown)) for metric in _OUTCOMES)
