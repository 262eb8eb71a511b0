"""What other rules of counting would make of the figures, before anyone chooses them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.rules import Rules
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope

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
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure by the rules in force and by others, and the names of the accounts that make the difference."""

    now: Measure
    then: Measure
    accounts: tuple[str, ...]


def differences(book: Book, scope: Scope, rules: Rules) -> tuple[Difference, ...]:
    """Every figure that other rules would change: CMRR, then the periods a page shows, newest first."""
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    now, then = snapshot.context(scope.as_of), snapshot.context(scope.as_of, rules)
    wanted = [(MetricId.CMRR, scope.period)]
    wanted += [(metric, period) for period in reversed(_periods(now, then, scope)) for metric in _BY_PERIOD]
    pairs = [(figure(now, metric, period), figure(then, metric, period)) for metric, period in wanted]
    return tuple(
        Difference(before, after, _accounts(snapshot.names, before, after))
        for before, after in pairs
        if before.value != after.value
    )


def _periods(now: Context, then: Context, scope: Scope) -> tuple[Period, ...]:
    from csdesk.usecases.figures import periods_shown

    return tuple(sorted({*periods_shown(now, scope.period), *periods_shown(then, scope.period)}))


def _accounts(names: dict[int, str], before: Measure, after: Measure) -> tuple[str, ...]:
    """The accounts whose share is another."""
    held, found = _shares(before), _shares(after)
    differing = (account for account in held.keys() | found.keys() if held.get(account) != found.get(account))
    return tuple(sorted(names.get(account, "") for account in differing))


def _shares(measure: Measure) -> dict[int, tuple[float, float]]:
    evidence = measure.evidence
    return dict(
        zip(evidence.ids.tolist(), zip(evidence.part.tolist(), evidence.whole.tolist(), strict=True), strict=True)
    )
