"""What other rules of counting would make of the figures, before anyone chooses them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.vendors import Vendor
from csdesk.models.kinds import Kind
from csdesk.usecases.figures import ticks_scale

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.rules import Rules
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot

_BY_PERIOD = (
    MetricId.MRR,
    MetricId.ACCOUNTS,
    MetricId.NEW_MRR,
    MetricId.REACTIVATION_MRR,
    MetricId.EXPANSION_MRR,
    MetricId.CONTRACTION_MRR,
    MetricId.CHURNED_MRR,
    MetricId.LOGO_CHURN,
    MetricId.GROSS_MRR_CHURN,
    MetricId.NET_MRR_CHURN,
    MetricId.GROSS_REVENUE_RETENTION,
    MetricId.NET_REVENUE_RETENTION,
    MetricId.ARPA,
    MetricId.LTV,
    MetricId.CAC,
    MetricId.LTV_TO_CAC,
)

_BY_QUARTER = frozenset({MetricId.LTV, MetricId.CAC, MetricId.LTV_TO_CAC})
"""Figures that no month has enough new customers for."""

_SWITCHED = (
    *_BY_PERIOD,
    MetricId.CAC_PAYBACK,
    MetricId.RESPONSE_RATE_NPS,
    MetricId.RESPONSE_RATE_CSAT,
    MetricId.RESPONSE_RATE_CES,
)
"""Figures that rules change, those last that no vendor has a word on."""


@dataclass(frozen=True, slots=True)
class Share:
    """An account's part of a figure, and of what it is divided by, in the figure's units."""

    part: Fraction | float
    whole: Fraction | float


@dataclass(frozen=True, slots=True)
class AccountDifference:
    """An account's share of a figure by the rules in force and by others."""

    account: int
    name: str
    now: Share
    then: Share


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure by the rules in force and by others, and the accounts that make the difference, largest first. The sums
    of their parts differ as the figure's parts do. A figure made of other figures has none of its own."""

    now: Measure
    then: Measure
    of: tuple[AccountDifference, ...]

    @property
    def accounts(self) -> tuple[str, ...]:
        """Their names."""
        return tuple(sorted(one.name for one in self.of))


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure of one period by the rules in force, and by each vendor's with what makes the difference."""

    now: Measure
    by: tuple[tuple[Vendor, Difference], ...]


def differences(book: Book, scope: Scope, rules: Rules) -> tuple[Difference, ...]:
    """Every figure that other rules would change: CMRR, then the periods a page shows, newest first."""
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    now, then = snapshot.context(scope.as_of), snapshot.context(scope.as_of, rules)
    changed = set(now.rules.differing(rules))
    wanted = [(MetricId.CMRR, scope.period)]
    wanted += [(metric, period) for period in reversed(_periods(now, then, scope)) for metric in _SWITCHED]
    found = (
        _difference(snapshot, now, then, metric, period)
        for metric, period in wanted
        if changed.intersection(_options(metric))
    )
    return tuple(one for one in found if one.now.value != one.then.value)


def compare_vendors(book: Book, scope: Scope) -> tuple[Compared, ...]:
    """The figures of the chosen period as every vendor counts them, beside the rules in force; those of unit economics
    of a month's quarter, as on their page."""
    from csdesk.usecases.figures import settled, slow
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    now = snapshot.context(scope.as_of)
    period, quarter = settled(now, scope.period), settled(now, slow(scope.period))
    others = [(vendor, snapshot.context(scope.as_of, now.rules.like(vendor))) for vendor in Vendor]
    rows = (
        tuple((vendor, _difference(snapshot, now, then, metric, of)) for vendor, then in others)
        for metric, of in ((one, quarter if one in _BY_QUARTER else period) for one in _BY_PERIOD)
    )
    return tuple(Compared(row[0][1].now, row) for row in rows)


def _options(metric: MetricId) -> tuple[str, ...]:
    from csdesk.metrics.catalogue import CATALOGUE

    return CATALOGUE[metric].options


def _difference(snapshot: Snapshot, now: Context, then: Context, metric: MetricId, period: Period) -> Difference:
    from csdesk.metrics.catalogue import figure

    before, after = figure(now, metric, period), figure(then, metric, period)
    return Difference(before, after, () if before.value == after.value else _accounts(snapshot.names, before, after))


def _periods(now: Context, then: Context, scope: Scope) -> tuple[Period, ...]:
    from csdesk.usecases.figures import periods_shown

    return tuple(sorted({*periods_shown(now, scope.period), *periods_shown(then, scope.period)}))


def _accounts(names: dict[int, str], before: Measure, after: Measure) -> tuple[AccountDifference, ...]:
    """The accounts whose share is another. Costs are no accounts."""
    if Kind.COST in {before.evidence.of, after.evidence.of}:
        return ()
    held, found, none = _shares(before), _shares(after), Share(0, 0)
    differing = [
        AccountDifference(account, names.get(account, ""), held.get(account, none), found.get(account, none))
        for account in held.keys() | found.keys()
        if held.get(account) != found.get(account)
    ]
    return tuple(sorted(differing, key=_largest_first))


def _largest_first(one: AccountDifference) -> tuple[float, str]:
    return -abs(float(one.then.part) - float(one.now.part)), one.name


def _shares(measure: Measure) -> dict[int, Share]:
    evidence = measure.evidence
    part, whole = ticks_scale(evidence.part, measure.part), ticks_scale(evidence.whole, measure.whole)
    rows = zip(evidence.ids.tolist(), evidence.part.tolist(), evidence.whole.tolist(), strict=True)
    return {account: Share(_scaled(of_part, part), _scaled(of_whole, whole)) for account, of_part, of_whole in rows}


def _scaled(value: float, scale: int) -> Fraction | float:
    return value if scale == 1 else Fraction(int(value), scale)
