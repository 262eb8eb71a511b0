"""Who leaves and why: churn over a month, a quarter and a year, of which kind, for what reason; what stays by group."""

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
    from csdesk.usecases.scope import Scope


@dataclass(frozen=True, slots=True)
class LengthRow:
    """Logo churn over one length of time, on every base: accounts at start, with those that were new, and renewals."""

    period: Period
    churn: Measure
    annualised: Measure
    start_and_new: Measure
    renewal: Measure
    first_renewal: Measure


@dataclass(frozen=True, slots=True)
class KindRow:
    """Churn of one kind, by accounts and by the MRR that they paid at start."""

    accounts: Measure
    mrr: Measure


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One family of reasons: its share of the accounts that left and of their MRR, in the period and in its year. ''
    are those whose reason is not known."""

    family: str
    accounts: Measure
    mrr: Measure
    year_accounts: Measure
    year_mrr: Measure


@dataclass(frozen=True, slots=True)
class StayRow:
    """What stays and grows in one group, and its first renewals against those of all others."""

    name: str
    renewal: Measure
    first_renewal: Measure
    against: Comparison | None
    upsell: Measure
    growth: Measure


@dataclass(frozen=True, slots=True)
class Leaving:
    """The answer: lengths from month to year, kinds, reasons of the period and its year (by the year's accounts), and
    groups of the split with first renewals, those of few last."""

    period: Period
    year: Period
    lengths: tuple[LengthRow, ...]
    kinds: tuple[KindRow, ...]
    reasons: tuple[ReasonRow, ...]
    by: str
    groups: tuple[StayRow, ...]


_KINDS = (
    (MetricId.LOGO_CHURN, MetricId.LOST_MRR_RATE),
    (MetricId.AVOIDABLE_LOGO_CHURN, MetricId.AVOIDABLE_MRR_CHURN),
    (MetricId.REGRETTABLE_LOGO_CHURN, MetricId.REGRETTABLE_MRR_CHURN),
    (MetricId.SILENT_LOGO_CHURN, MetricId.SILENT_MRR_CHURN),
)


def leaving(book: Book, scope: Scope) -> Leaving:
    """Churn as of the scope's day; kinds, reasons and groups of its period, or of the last one that is over."""
    from csdesk.metrics.catalogue import figure
    from csdesk.models.months import Month, Period, PeriodKind
    from csdesk.usecases.figures import settled, split_of
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    period, start = settled(context, scope.period), snapshot.settings.fiscal_start
    year = Period.holding(period.first, PeriodKind.YEAR, start)
    lengths = (settled(context, Period.holding(Month.of(scope.as_of), kind, start)) for kind in PeriodKind)
    by = split_of(book, scope)
    return Leaving(
        period,
        year,
        tuple(_length(context, length) for length in lengths),
        tuple(KindRow(*(figure(context, metric, period) for metric in pair)) for pair in _KINDS),
        reasons_of(context, period, year),
        by,
        _groups(book, scope, period, by) if by else (),
    )


def _length(context: Context, period: Period) -> LengthRow:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.rules import Denominator

    with_new = replace(context, rules=replace(context.rules, denominator=Denominator.START_AND_NEW))
    of_start = replace(context, rules=replace(context.rules, denominator=Denominator.START))
    return LengthRow(
        period,
        figure(of_start, MetricId.LOGO_CHURN, period),
        figure(of_start, MetricId.ANNUALISED_LOGO_CHURN, period),
        figure(with_new, MetricId.LOGO_CHURN, period),
        figure(context, MetricId.RENEWAL_CHURN, period),
        figure(context, MetricId.FIRST_RENEWAL_CHURN, period),
    )


def reasons_of(context: Context, period: Period, year: Period) -> tuple[ReasonRow, ...]:
    """Every reason that there was in the period or its year, the year's most frequent first."""
    from csdesk.metrics.retention.leaving import churn_by_reason

    there = {part.group or "" for when in (period, year) for part, _ in churn_by_reason(context, when)}
    now = {accounts.group: (accounts, mrr) for accounts, mrr in churn_by_reason(context, period, there)}
    return tuple(
        ReasonRow(accounts.group or "", *now[accounts.group], accounts, mrr)
        for accounts, mrr in churn_by_reason(context, year, there)
    )


def _groups(book: Book, scope: Scope, period: Period, by: str) -> tuple[StayRow, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.comparison import against_the_rest
    from csdesk.metrics.context import OF_LINES
    from csdesk.usecases.figures import groups
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    whole = None if by in OF_LINES else figure(context, MetricId.FIRST_RENEWAL_RATE, period)
    found = [
        StayRow(
            part.group or "",
            figure(part, MetricId.RENEWAL_RATE, period),
            first := figure(part, MetricId.FIRST_RENEWAL_RATE, period),
            against_the_rest(first, whole) if whole else None,
            figure(part, MetricId.UPSELL_RATE, period),
            figure(part, MetricId.MRR_GROWTH, period),
        )
        for part in groups(snapshot, context, by)
    ]
    return tuple(sorted(found, key=lambda row: (*low_rank(row.first_renewal), row.name)))


def low_rank(rate: Measure) -> tuple[bool, bool, float]:
    """For an order from the lowest rate: those of few, which nothing is to be read from, after all others."""
    return rate.value is None, rate.too_few, float(rate.value or 0)


def high_rank(rate: Measure) -> tuple[bool, bool, float]:
    """The same from the highest rate."""
    return rate.value is None, rate.too_few, -float(rate.value or 0)
