"""The Revenue page: MRR, movements, and the lists that make them trustworthy."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.usecases.belonging import Belonging, belonging

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.comparison import Comparison
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.revenue.doubts import DoubtKind
    from csdesk.models.months import Period
    from csdesk.models.targets import Target
    from csdesk.usecases.account_moves import AccountMove
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a figure is what it has to be; None where that is not known. `least` is what it has to be."""

    holds: bool | None
    least: Fraction


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure and the same figure one period earlier."""

    measure: Measure
    before: Measure | None
    beside: tuple[Measure, ...] = ()
    """Figures that must stand beside it to be read: a total says nothing without what came and what went."""
    verdict: Verdict | None = None
    chance: Comparison | None = None
    """A rate on counts against that of the period before; None of all other figures."""
    target: Target | None = None
    """What the figure is aimed at in its period."""


@dataclass(frozen=True, slots=True)
class MovementRow:
    """One period's movements, each a Measure that opens: start + new + reactivation + expansion - contraction - churn
    + FX = end, exactly. `fx` is None in a book of one currency."""

    period: Period
    start: Measure
    new: Measure
    reactivation: Measure
    expansion: Measure
    contraction: Measure
    churn: Measure
    end: Measure
    complete: bool
    """False for a period that the records or the as-of date cut short."""
    fx: Measure | None = None


@dataclass(frozen=True, slots=True)
class BridgeItem:
    """An account's part in a step from MRR to CMRR, in minor units. `deals` are the names of won deals in it whose
    contract line is not in the book yet. One in a `currency` without any exchange rate is in no step, without MRR."""

    step: MetricId | None
    account: int
    account_name: str
    mrr: Fraction | None
    deals: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line to look at: GAP (days between two lines), OVERLAP (days double), UNDECIDED (term end passed), PAST_DUE
    (not paid in time, counted all the same), JOINED_AND_LOST (inside one month)."""

    why: DoubtKind
    account: int
    account_name: str
    on: date
    days: int
    mrr: Fraction


@dataclass(frozen=True, slots=True)
class RevenuePage:
    """Tiles, movements by period (oldest first), and doubts."""

    scope: Scope
    tiles: tuple[Tile, ...]
    movements: tuple[MovementRow, ...]
    doubts: tuple[Doubt, ...]
    groups: tuple[tuple[str, MovementRow], ...]
    """MRR and its movements in the period by the chosen dimension, largest first; empty when none is chosen."""
    bridge: tuple[Measure, ...] = ()
    """From MRR to CMRR: mrr + won + upgrades - withdrawals - downgrades = cmrr, each with its accounts."""
    named: tuple[BridgeItem, ...] = ()
    """What each step of the bridge is made of, account by account."""
    moves: tuple[AccountMove, ...] = ()
    """The period's movements, account by account."""
    cmrr_days: int = 90
    """The horizon of CMRR."""
    bridged_days: int = 0
    """Holes of up to so many days are bridged."""
    belonging: Belonging = field(default_factory=Belonging)
    """The groups of the accounts in the lists."""
    bridges: tuple[tuple[str, tuple[Measure, ...]], ...] = ()
    """The bridge by the chosen dimension, largest MRR first."""


HORIZONS = (30, 60, 90, 180, 365)
"""Days that CMRR may look ahead."""

_BESIDE = {
    MetricId.ACCOUNTS: (MetricId.NEW_ACCOUNTS, MetricId.REACTIVATED_ACCOUNTS, MetricId.CHURNED_ACCOUNTS),
}
BRIDGE = (
    MetricId.MRR,
    MetricId.CMRR_WON,
    MetricId.CMRR_UPGRADES,
    MetricId.CMRR_WITHDRAWALS,
    MetricId.CMRR_DOWNGRADES,
    MetricId.CMRR,
)
"""From MRR to CMRR: the first plus gains less losses is the last."""


def revenue_page(book: Book, scope: Scope) -> RevenuePage:
    """The page for a scope, with MRR split by its dimension where one is chosen."""
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.account_moves import account_moves
    from csdesk.usecases.figures import periods_shown, settled, split_of
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    periods, by = periods_shown(context, scope.period), split_of(book, scope)
    bridge = tuple(figure(context, name, scope.period) for name in BRIDGE)
    levels = (MetricId.MRR, MetricId.ARR, MetricId.CMRR, MetricId.ACCOUNTS, MetricId.ARPA)
    rates = (MetricId.MRR_GROWTH, MetricId.NET_REVENUE_RETENTION, MetricId.QUICK_RATIO)
    return RevenuePage(
        scope=scope,
        tiles=(
            *tiles(context, levels, scope.period),
            *tiles(context, rates, settled(context, scope.period)),
        ),
        movements=tuple(movement_row(context, period) for period in periods),
        doubts=_doubts(snapshot, context, scope.period),
        bridge=bridge,
        named=_named(snapshot, context, scope.period, bridge),
        moves=account_moves(book, snapshot, context, scope.period),
        cmrr_days=context.rules.cmrr_days,
        bridged_days=context.rules.gap_days,
        groups=_split(snapshot, context, scope.period, by) if by else (),
        belonging=belonging(snapshot, context, by),
        bridges=_bridges(snapshot, context, scope.period, by) if by else (),
    )


def tiles(context: Context, ids: tuple[MetricId, ...], period: Period) -> tuple[Tile, ...]:
    """The figures of a period beside those of the period before."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.comparison import against_before

    return tuple(
        Tile(
            measure := figure(context, name, period),
            before := _known(figure(context, name, period.previous)),
            tuple(figure(context, other, period) for other in _BESIDE.get(name, ())),
            verdict(context, measure),
            against_before(measure, before),
            context.frames.targets.of(measure.metric, measure.period),
        )
        for name in ids
    )


def verdict(context: Context, measure: Measure) -> Verdict | None:
    """Whether LTV / CAC reaches what the rules ask of it; None for every other figure, and where there is none."""
    from csdesk.metrics.economics.unit_economics import holds

    if measure.metric != MetricId.LTV_TO_CAC or measure.value is None:
        return None
    return Verdict(holds(measure, context.rules), context.rules.ltv_to_cac_holds)


def _known(measure: Measure) -> Measure | None:
    return None if measure.value is None else measure


def movement_row(context: Context, period: Period) -> MovementRow:
    """The movements of one period."""
    from csdesk.metrics.catalogue import figure

    return MovementRow(
        period=period,
        start=figure(context, MetricId.START_MRR, period),
        new=figure(context, MetricId.NEW_MRR, period),
        reactivation=figure(context, MetricId.REACTIVATION_MRR, period),
        expansion=figure(context, MetricId.EXPANSION_MRR, period),
        contraction=figure(context, MetricId.CONTRACTION_MRR, period),
        churn=figure(context, MetricId.CHURNED_MRR, period),
        end=figure(context, MetricId.MRR, period),
        complete=context.ledger.covers(period),
        fx=figure(context, MetricId.FX_EFFECT, period) if context.frames.currencies else None,
    )


def _named(snapshot: Snapshot, context: Context, period: Period, bridge: tuple[Measure, ...]) -> tuple[BridgeItem, ...]:
    """The accounts behind each step, in the order of the steps, largest first; then what could not be converted."""
    from csdesk.metrics.revenue.levels import deals_ahead
    from csdesk.models.money import from_ticks

    deals: dict[int, str] = {}
    coming, unrated = deals_ahead(context, period)
    for account, name in zip(coming["account"].tolist(), coming["name"].tolist(), strict=True):
        deals[account] = ", ".join(filter(None, (deals.get(account, ""), name)))
    steps = [
        BridgeItem(metric, account, snapshot.names.get(account, ""), from_ticks(ticks), deals.get(account, ""))
        for metric, step in zip(BRIDGE[1:-1], bridge[1:-1], strict=True)
        for ticks, account in sorted(
            zip(step.evidence.part.tolist(), step.evidence.ids.tolist(), strict=True), reverse=True
        )
    ]
    others = zip(*(unrated[name].tolist() for name in ("account", "name", "currency")), strict=True)
    return (*steps, *(BridgeItem(None, one, snapshot.names.get(one, ""), None, *said) for one, *said in others))


def _split(snapshot: Snapshot, context: Context, period: Period, by: str) -> tuple[tuple[str, MovementRow], ...]:
    from csdesk.usecases.figures import groups

    found = [(part.group or "", movement_row(part, period)) for part in groups(snapshot, context, by)]
    return tuple(sorted(found, key=lambda pair: (-(pair[1].end.value or 0), pair[0])))


def _bridges(
    snapshot: Snapshot, context: Context, period: Period, by: str
) -> tuple[tuple[str, tuple[Measure, ...]], ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import groups

    parts = groups(snapshot, context, by)
    found = [(part.group or "", tuple(figure(part, name, period) for name in BRIDGE)) for part in parts]
    return tuple(sorted(found, key=lambda pair: (-(pair[1][0].value or 0), pair[0])))


def _doubts(snapshot: Snapshot, context: Context, period: Period) -> tuple[Doubt, ...]:
    from csdesk.metrics.revenue.doubts import doubts

    return tuple(
        Doubt(doubt.kind, doubt.account, snapshot.names.get(doubt.account, ""), doubt.on, doubt.days, doubt.mrr)
        for doubt in doubts(context.ledger, context.frames.spans, context.frames.invoices, period)
    )
