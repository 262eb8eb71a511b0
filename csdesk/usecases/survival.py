"""How long customers stay, all together or group by group: what the window and the command line draw on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.retention.log_rank import LogRank
    from csdesk.metrics.retention.survival import Curve, Step
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope

MARKS = (12, 24, 36)
"""Months after which the share still there is told for every group."""


@dataclass(frozen=True, slots=True)
class GroupCurve:
    """The curve of one group of a dimension, or of the whole book, with its median. `mean` is the months that a
    customer stays on average, of the first so many; None where the curve does not reach as far."""

    dimension: str | None
    group: str | None
    period: Period
    curve: Curve
    median: Measure
    mean: Fraction | None

    def measure(self, time: int) -> Measure:
        """The share still there after so many months, with the accounts behind it."""
        from csdesk.metrics.retention.survival import step_measure

        found = step_measure(self.curve, time, self.period)
        return replace(found, dimension=self.dimension, group=self.group)

    @property
    def steps(self) -> tuple[Step, ...]:
        """Where somebody left or was seen last."""
        return tuple(step for step in self.curve.steps if step.events or step.censored)


@dataclass(frozen=True, slots=True)
class Survival:
    """Curves by group, the most lifetimes first and the one without a name last; the test of whether they differ, None
    where nothing is split or accounts are in several groups; how many accounts have no known start; and `within` how
    many months the means are."""

    curves: tuple[GroupCurve, ...]
    test: LogRank | None
    unknown: int
    within: int


def survival_of(book: Book, as_of: date, *, by: str = "", rules: str = "") -> Survival:
    """Curves of all lifetimes that are known at the end of a day."""
    from csdesk.metrics.retention.lifetimes import last_whole, lifetimes_of
    from csdesk.metrics.retention.log_rank import log_rank
    from csdesk.metrics.retention.survival import curve_of
    from csdesk.models.months import Period
    from csdesk.usecases.figures import groups, rules_meant
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(as_of, rules_meant(rules) if rules else None)
    parts = [(part, lifetimes_of(part.ledger)) for part in groups(snapshot, context, by)]
    made = [(part, curve_of(lived)) for part, lived in parts if len(lived.account)]
    made.sort(key=lambda item: (by != "" and not item[0].group, -item[1].n, item[0].group or ""))
    within = _reached([curve for _, curve in made])
    period = Period(last_whole(context.ledger))
    return Survival(
        tuple(_group_curve(part.dimension, part.group, period, curve, within) for part, curve in made),
        log_rank([curve.lifetimes for _, curve in made]) if by and _apart([curve for _, curve in made]) else None,
        len(lifetimes_of(context.ledger).unknown),
        within,
    )


def _apart(curves: list[Curve]) -> bool:
    """Whether no account is in two groups, as it may be by product or plan: the test takes them for strangers."""
    found = [set(curve.lifetimes.account.tolist()) for curve in curves]
    return len(set[int]().union(*found)) == sum(map(len, found))


def _reached(curves: list[Curve]) -> int:
    """The months that every curve reaches, those of few left aside where there are others."""
    from csdesk.metrics.measure import TOO_FEW

    many = [curve.last for curve in curves if curve.n >= TOO_FEW]
    return min(many or [curve.last for curve in curves], default=0)


def survival_page(book: Book, scope: Scope) -> Survival:
    """As the window asks: as of its day, by its split."""
    from csdesk.usecases.figures import split_of

    return survival_of(book, scope.as_of, by=split_of(book, scope))


def _group_curve(dimension: str | None, group: str | None, period: Period, curve: Curve, within: int) -> GroupCurve:
    from csdesk.metrics.retention.survival import mean_within, median_measure

    middle = replace(median_measure(curve, period), dimension=dimension, group=group)
    return GroupCurve(dimension, group, period, curve, middle, mean_within(curve, within))
