"""The Retention page: churn and retention rates, and groups against the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.comparison import Comparison
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot


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
class GroupRow:
    """One group of a dimension: its rates, and its logo churn against all others' (None where groups share accounts, or
    either is empty)."""

    name: str
    logo_churn: Measure
    grr: Measure
    nrr: Measure
    against: Comparison | None


@dataclass(frozen=True, slots=True)
class RetentionPage:
    """Tiles, rates by period (oldest first), and groups."""

    scope: Scope
    tiles: tuple[Tile, ...]
    rates: tuple[RateRow, ...]
    groups: tuple[GroupRow, ...] = ()
    """By the chosen dimension, highest logo churn first and those of few last; empty when none is chosen."""


_TILES = (
    MetricId.LOGO_CHURN,
    MetricId.LOGO_RETENTION,
    MetricId.RENEWAL_RATE,
    MetricId.RENEWAL_CHURN,
    MetricId.MEDIAN_LIFETIME,
    MetricId.GROSS_MRR_CHURN,
    MetricId.NET_MRR_CHURN,
    MetricId.GROSS_REVENUE_RETENTION,
    MetricId.NET_REVENUE_RETENTION,
    MetricId.MRR_GROWTH,
)


def retention_page(book: Book, scope: Scope) -> RetentionPage:
    """The page for a scope: tiles and groups of its period, or of the last one that is over."""
    from csdesk.usecases.figures import periods_shown, settled, split_of
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    period, by = settled(context, scope.period), split_of(book, scope)
    return RetentionPage(
        scope=replace(scope, period=period),
        tiles=tiles(context, _TILES, period),
        rates=tuple(rate_row(context, period) for period in periods_shown(context, scope.period)),
        groups=_groups(snapshot, context, period, by) if by else (),
    )


def compared(one: GroupRow, other: GroupRow) -> Comparison | None:
    """The logo churn of one group less that of another that shares no account with it, with Newcombe's 95 % interval;
    None where either has no accounts at start."""
    from csdesk.metrics.comparison import between

    return between(one.logo_churn, other.logo_churn)


def rate_row(context: Context, period: Period) -> RateRow:
    """The rates of one period."""
    from csdesk.metrics.catalogue import figure

    return RateRow(
        period=period,
        logo_churn=figure(context, MetricId.LOGO_CHURN, period),
        gross_mrr_churn=figure(context, MetricId.GROSS_MRR_CHURN, period),
        net_mrr_churn=figure(context, MetricId.NET_MRR_CHURN, period),
        grr=figure(context, MetricId.GROSS_REVENUE_RETENTION, period),
        nrr=figure(context, MetricId.NET_REVENUE_RETENTION, period),
        complete=context.ledger.covers(period),
    )


def _groups(snapshot: Snapshot, context: Context, period: Period, by: str) -> tuple[GroupRow, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.comparison import against_the_rest
    from csdesk.metrics.context import OF_LINES
    from csdesk.usecases.churn import high_rank
    from csdesk.usecases.figures import groups

    whole = None if by in OF_LINES else figure(context, MetricId.LOGO_CHURN, period)
    found = []
    for part in groups(snapshot, context, by):
        churn = figure(part, MetricId.LOGO_CHURN, period)
        found.append(
            GroupRow(
                name=part.group or "",
                logo_churn=churn,
                grr=figure(part, MetricId.GROSS_REVENUE_RETENTION, period),
                nrr=figure(part, MetricId.NET_REVENUE_RETENTION, period),
                against=against_the_rest(churn, whole) if whole else None,
            )
        )
    return tuple(sorted(found, key=lambda row: (*high_rank(row.logo_churn), row.name)))
