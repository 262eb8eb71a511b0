"""What movements, growth and renewals are made of, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope

SHOWN = 12
"""Periods in the chart, counted back from the scope's."""


class KindView(StrEnum):
    """What is looked at: one movement by its kinds, what new and existing customers added, or what came up for renewal
    by what became of it."""

    EXPANSION = "expansion"
    CONTRACTION = "contraction"
    CHURN = "churn"
    GROWTH = "growth"
    RENEWALS = "renewals"


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of change, reason, part of growth or end of renewals: `key` names it, `trend` is its figure in every
    period shown."""

    key: str
    trend: tuple[Measure, ...]
    share: float | None
    """Its part of the whole in the last period; None where the whole is not above 0."""

    @property
    def now(self) -> Measure:
        """The scope's period."""
        return self.trend[-1]

    @property
    def before(self) -> Measure | None:
        """The period before."""
        return self.trend[-2] if len(self.trend) > 1 else None


@dataclass(frozen=True, slots=True)
class MovementKinds:
    """Rows that sum to the whole in every period, oldest period first; kinds that no period has are left out. `beside`
    are figures that are to be read with them and in no sum."""

    view: KindView
    periods: tuple[Period, ...]
    rows: tuple[KindRow, ...]
    whole: tuple[Measure, ...]
    complete: bool
    """Whether the last period is over."""
    beside: tuple[KindRow, ...] = ()
    by: str = ""
    groups: tuple[str, ...] = ()
    """Where figures are split, by what and into which groups."""
    group: str | None = None
    """The group looked at; None for all accounts."""


def movement_kinds(book: Book, scope: Scope, view: KindView, group: str | None = None) -> MovementKinds:
    """What is looked at, up to the scope's period: of all accounts, or of one group where figures are split and there
    is that group."""
    from csdesk.metrics.catalogue import figure
    from csdesk.usecases.figures import groups, periods_shown, split_of
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    whole_book, by = snapshot.context(scope.as_of), split_of(book, scope)
    parts = {part.group or "": part for part in groups(snapshot, whole_book, by)} if by else {}
    group = group if group in parts else None
    context = whole_book if group is None else parts[group]
    periods = periods_shown(context, scope.period)[-SHOWN:]
    whole = tuple(figure(context, _WHOLES[view], period) for period in periods)
    found = tuple(_row(context, key, metric, periods, whole) for key, metric in _kinds(view).items())
    complete = bool(periods) and context.ledger.covers(periods[-1])
    rows = tuple(row for row in found if any(measure.value for measure in row.trend))
    others = tuple(_row(context, metric, metric, periods, ()) for metric in _BESIDE.get(view, ()))
    beside = others if rows else ()
    return MovementKinds(view, periods, rows, whole, complete, beside, by, tuple(parts), group)


_WHOLES = {
    KindView.EXPANSION: MetricId.EXPANSION_MRR,
    KindView.CONTRACTION: MetricId.CONTRACTION_MRR,
    KindView.CHURN: MetricId.CHURNED_MRR,
    KindView.GROWTH: MetricId.NET_NEW_MRR,
    KindView.RENEWALS: MetricId.RENEWAL_MRR_DUE,
}
_BESIDE = {
    KindView.GROWTH: (MetricId.NET_NEW_MRR, MetricId.GROWTH_FROM_EXISTING),
    KindView.RENEWALS: (
        MetricId.RENEWAL_MRR_DUE,
        MetricId.RENEWAL_GAINED_MRR,
        MetricId.RENEWAL_REDUCED_MRR,
        MetricId.RENEWAL_CONTRACTS_DUE,
        MetricId.RENEWALS,
    ),
}


def _kinds(view: KindView) -> Mapping[str, MetricId]:
    from csdesk.metrics.entries.movement_kinds import CONTRACTIONS, EXPANSIONS, PARTINGS
    from csdesk.metrics.entries.renewals import RENEWAL_ENDS

    kinds: Mapping[KindView, Mapping[str, MetricId]] = {
        KindView.EXPANSION: {str(change): metric for change, metric in EXPANSIONS.items()},
        KindView.CONTRACTION: {str(change): metric for change, metric in CONTRACTIONS.items()},
        KindView.CHURN: PARTINGS,
        KindView.GROWTH: {"new": MetricId.NEW_MRR, "existing": MetricId.NET_NEW_FROM_EXISTING_MRR},
        KindView.RENEWALS: {str(metric): metric for metric in RENEWAL_ENDS},
    }
    return kinds[view]


def _row(
    context: Context, key: str, metric: MetricId, periods: tuple[Period, ...], whole: tuple[Measure, ...]
) -> KindRow:
    from csdesk.metrics.catalogue import figure

    trend = tuple(figure(context, metric, period) for period in periods)
    amount, total = (measures[-1].value or 0 if measures else 0 for measures in (trend, whole))
    return KindRow(str(key), trend, float(amount / total) if total > 0 else None)
