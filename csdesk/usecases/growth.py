"""The Growth page: what a customer is worth, what it costs to win one, and whether the one carries the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.rules import Rules
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import Tile, Verdict
    from csdesk.usecases.scope import Scope

PERIODS = 8
"""Periods in the table, counted back from the one the tiles speak of."""
_OTHERS = (Kind.COST, Kind.PERIOD_FIGURE, Kind.EXCHANGE_RATE)
"""What the page shows beside what accounts are worth."""


@dataclass(frozen=True, slots=True)
class WorthRow:
    """Unit economics of one period, or of one channel in the page's period. `group` is the channel, '' where none is
    known."""

    period: Period
    group: str
    new: Measure
    cac: Measure
    ltv: Measure
    ratio: Measure
    payback: Measure
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class GrowthPage:
    """Tiles; the same by period, latest first, and by channel; the rules they follow. Where the book `holds` nothing
    that the page shows, the empty state."""

    period: Period
    tiles: tuple[Tile, ...]
    periods: tuple[WorthRow, ...]
    channels: tuple[WorthRow, ...]
    rules: Rules
    holds: bool


def growth_page(book: Book, scope: Scope) -> GrowthPage:
    """The page as of a day, for the last period that is over: a quarter where the scope's are months, for too few are
    won in a month to say what one costs."""
    from csdesk.book.read import rows
    from csdesk.usecases.figures import back_from, groups, settled, slow
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    period = settled(context, slow(scope.period))
    shown = (
        MetricId.LTV,
        MetricId.CAC,
        MetricId.LTV_TO_CAC,
        MetricId.CAC_PAYBACK,
        MetricId.ARPA,
        MetricId.NEW_ACCOUNTS,
    )
    return GrowthPage(
        period=period,
        tiles=tiles(context, shown, period),
        periods=tuple(_row(context, one) for one in back_from(context, period, PERIODS)),
        channels=tuple(_row(part, period) for part in groups(snapshot, context, "channel")),
        rules=context.rules,
        holds=bool(snapshot.accounts) or any(rows(book, kind) for kind in _OTHERS),
    )


def _row(context: Context, period: Period) -> WorthRow:
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.revenue import verdict

    ratio = figure(context, MetricId.LTV_TO_CAC, period)
    return WorthRow(
        period=period,
        group=context.group or "",
        new=figure(context, MetricId.NEW_ACCOUNTS, period),
        cac=figure(context, MetricId.CAC, period),
        ltv=figure(context, MetricId.LTV, period),
        ratio=ratio,
        payback=figure(context, MetricId.CAC_PAYBACK, period),
        verdict=verdict(context, ratio),
    )
