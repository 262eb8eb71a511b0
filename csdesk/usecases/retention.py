"""The Retention page: churn and retention rates, and both cohort triangles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.cohorts import CohortKind, Triangle
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope


@dataclass(frozen=True, slots=True)
class RateRow:
    """One period's rates."""

    period: Period
    logo_churn: Measure
    gross_mrr_churn: Measure
    net_mrr_churn: Measure
    grr: Measure
    nrr: Measure
    complete: bool


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """Tiles, rates by period (oldest first), and the triangles by start period (logo and revenue)."""

    scope: Scope
    tiles: tuple[Tile, ...]
    rates: tuple[RateRow, ...]
    logos: Triangle
    revenue: Triangle


def retention_page(book: Book, scope: Scope) -> RetentionPage:
    """The page for a scope: tiles of its period, or of the last one that is over; cohorts by the scope's kind of
    period."""
    from csdesk.metrics.cohorts import CohortKind, triangle
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.usecases.figures import periods_shown, settled
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    ids = (
        MetricId.LOGO_CHURN,
        MetricId.LOGO_RETENTION,
        MetricId.AVOIDABLE_LOGO_CHURN,
        MetricId.SILENT_LOGO_CHURN,
        MetricId.GROSS_MRR_CHURN,
        MetricId.NET_MRR_CHURN,
        MetricId.GROSS_REVENUE_RETENTION,
        MetricId.NET_REVENUE_RETENTION,
        MetricId.MRR_GROWTH,
        MetricId.NPS,
        MetricId.CSAT,
        MetricId.CES,
    )
    period = settled(context, scope.period)
    kind, fiscal_start = scope.period.kind, snapshot.settings.fiscal_start
    return RetentionPage(
        scope=replace(scope, period=period),
        tiles=tiles(context, ids, period),
        rates=tuple(rate_row(context, period) for period in periods_shown(context, scope.period)),
        logos=triangle(context.ledger, CohortKind.LOGO, kind, fiscal_start),
        revenue=triangle(context.ledger, CohortKind.REVENUE, kind, fiscal_start),
    )


def rate_row(context: Context, period: Period) -> RateRow:
    """The rates of one period."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.metric_ids import MetricId

    return RateRow(
        period=period,
        logo_churn=figure(context, MetricId.LOGO_CHURN, period),
        gross_mrr_churn=figure(context, MetricId.GROSS_MRR_CHURN, period),
        net_mrr_churn=figure(context, MetricId.NET_MRR_CHURN, period),
        grr=figure(context, MetricId.GROSS_REVENUE_RETENTION, period),
        nrr=figure(context, MetricId.NET_REVENUE_RETENTION, period),
        complete=context.ledger.covers(period),
    )


def cohort_measure(
    book: Book, scope: Scope, kind: CohortKind, start: Period, age: int, *, opening: bool = False
) -> Measure:
    """One cell of a triangle with the accounts behind it."""
    from csdesk.metrics.cohorts import cohort_cell
    from csdesk.usecases.snapshot import snapshot_of

    return cohort_cell(snapshot_of(book).ledger(scope.as_of), kind, start, age, opening=opening)
