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
    customer stays on average, of the first so many; None where the curve does not reach as far. `against` is the test
    against all other groups, where there are any and none share an account."""

    dimension: str | None
    group: str | None
    period: Period
    curve: Curve
    median: Measure
    mean: Fraction | None
    against: LogRank | None = None

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
    where nothing is split or accounts are in several groups (`shared`); how many accounts have no known start; and
    `within` how many months the means are."""

    curves: tuple[GroupCurve, ...]
    test: LogRank | None
    unknown: int
    within: int
    shared: bool = False


def survival_of(book: Book, as_of: date, *, by: str = "", rules: str = "") -> Survival:
    """Curves of all lifetimes that are known at the end of a day."""
    from csdesk.metrics.retention.lifetimes import last_whole, lifetimes_of
    from csdesk.metrics.retention.log_rank import each_against_the_rest, log_rank
    from csdesk.metrics.retention.survival import curve_of
    from csdesk.models.months import Period
    from csdesk.usecases.figures import groups, rules_meant
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(as_of, rules_meant(rules) if rules else None)
    parts = [(part, lifetimes_of(part.ledger)) for part in groups(snapshot, context, by)]
    made = [(part, curve_of(lived)) for part, lived in parts if len(lived.account)]
    made.sort(key=lambda item: (by != "" and not item[0].group, -item[1].n, item[0].group or ""))
    curves = [curve for _, curve in made]
    within, period = _reached(curves), Period(last_whole(context.ledger))
    found = [_group_curve(part.dimension, part.group, period, curve, within) for part, curve in made]
    shared, lived = not _apart(curves), [curve.lifetimes for curve in curves]
    if len(lived) > 1 and not shared:
        tests = each_against_the_rest(lived)
        found = [replace(one, against=against) for one, against in zip(found, tests, strict=True)]
    return Survival(
        tuple(found),
        log_rank(lived) if by and not shared else None,
        len(lifetimes_of(context.ledger).unknown),
        within,
        shared,
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
