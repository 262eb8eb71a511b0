"""The page Unit economics: what a customer is worth, what it costs to win and serve one, what if more stayed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind, StepName

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.economics.what_if import WhatIf
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.rules import Rules
    from csdesk.models.drafts import Changes
    from csdesk.models.months import Period
    from csdesk.usecases.revenue import Tile, Verdict
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.serving import Serving
    from csdesk.usecases.snapshot import Snapshot

PERIODS = 8
"""Periods in the table, counted back from the one the tiles speak of."""
POINTS, USUAL_POINTS = "retention_points", 5
"""The setting that holds what a team adds to its yearly retention, and what it adds while nothing is set."""
_USUAL_SPLIT = "tier"
_OTHERS = (Kind.COST, Kind.PERIOD_FIGURE, Kind.EXCHANGE_RATE)
"""What the page shows beside what accounts are worth."""


@dataclass(frozen=True, slots=True)
class WorthRow:
    """Unit economics of one period, or of one group in the page's period; '' where the group has no name."""

    period: Period
    group: str
    new: Measure
    cac: Measure
    ltv: Measure
    ratio: Measure
    payback: Measure
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class FormRow:
    """Lifetime value by one form; the one the book reckons with is `chosen`."""

    measure: Measure
    chosen: bool


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """Whether the revenue of one group exceeds what it cost to win and keep; None where that is not known."""

    group: str
    measure: Measure
    exceeds: bool | None


@dataclass(frozen=True, slots=True)
class GrowthPage:
    """Tiles; the same by period, latest first, and `apart` by a dimension; every form of lifetime value; revenue
    against costs and cost to serve `by` a dimension; what if so many `points` of yearly retention more stayed; the
    rules all of it follows. Where the book `holds` nothing that the page shows, the empty state."""

    period: Period
    tiles: tuple[Tile, ...]
    periods: tuple[WorthRow, ...]
    groups: tuple[WorthRow, ...]
    apart: str
    forms: tuple[FormRow, ...]
    balance: tuple[BalanceRow, ...]
    serving: Serving
    what_if: WhatIf
    points: int
    by: str
    rules: Rules
    holds: bool


def growth_page(book: Book, scope: Scope) -> GrowthPage:
    """The page as of a day, for the last period that is over: a quarter where the scope's are months, for too few are
    won in a month to say what one costs."""
    from csdesk.book.read import rows
    from csdesk.metrics.context import Dimension
    from csdesk.metrics.economics.what_if import what_if
    from csdesk.usecases.figures import back_from, groups, settled, slow
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.serving import serving
    from csdesk.usecases.snapshot import snapshot_of

    by, apart = scope.by or _USUAL_SPLIT, scope.by or Dimension.CHANNEL
    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    period, points = settled(context, slow(scope.period)), points_of(book)
    shown = (
        MetricId.LTV,
        MetricId.CAC,
        MetricId.LTV_TO_CAC,
        MetricId.CAC_PAYBACK,
        MetricId.ARPA,
        MetricId.NEW_ACCOUNTS,
        MetricId.REVENUE_LESS_COSTS,
        MetricId.COST_TO_SERVE_SHARE,
    )
    return GrowthPage(
        period=period,
        tiles=tiles(context, shown, period),
        periods=tuple(_row(context, one) for one in back_from(context, period, PERIODS)),
        groups=tuple(_row(part, period) for part in groups(snapshot, context, apart)),
        apart=apart,
        forms=_forms(context, period),
        balance=_balance(snapshot, context, period, by),
        serving=serving(snapshot, context, period, by),
        what_if=what_if(context, period, Fraction(points)),
        points=points,
        by=by,
        rules=context.rules,
        holds=bool(snapshot.accounts) or any(rows(book, kind) for kind in _OTHERS),
    )


def points_of(book: Book) -> int:
    """How many points of yearly retention more the team reckons what if with."""
    import json

    from csdesk.book.read import settings
    from csdesk.usecases.setting_values import acceptable

    kept = settings(book).get(POINTS, "")
    return int(json.loads(kept)) if kept and acceptable(POINTS, kept) else USUAL_POINTS


def suppose(book: Book, points: int) -> Changes:
    """Reckon with so many points of yearly retention more from now on, from 1 to `MOST_POINTS`."""
    from csdesk.usecases.settings import store

    return store(book, {POINTS: points}, name=StepName.CHANGE_WHAT_IF)


def _forms(context: Context, period: Period) -> tuple[FormRow, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.economics.forms import FORMS, form_chosen

    chosen = form_chosen(context.rules)
    return tuple(FormRow(figure(context, form, period), form is chosen) for form in (MetricId.LTV_PLAIN, *FORMS))


def _balance(snapshot: Snapshot, context: Context, period: Period, by: str) -> tuple[BalanceRow, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import groups

    found = []
    for part in groups(snapshot, context, by):
        measure = figure(part, MetricId.REVENUE_LESS_COSTS, period)
        exceeds = None if measure.value is None else measure.value > 0
        found.append(BalanceRow(part.group or "", measure, exceeds))
    return tuple(sorted(found, key=lambda row: (row.measure.value is None, row.measure.value or 0, row.group)))


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
