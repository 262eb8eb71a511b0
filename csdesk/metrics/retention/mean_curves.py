"""What cohorts keep on average at each age, weighted by their size."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.intervals import wilson
from csdesk.metrics.measure import Evidence, Measure, Why
from csdesk.metrics.triangles import OF_MONEY, Cells, CohortKind
from csdesk.models.money import TICKS, from_ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from csdesk.metrics.triangles import Cohort

_FEWEST_FOR_A_BAND = 4
"""Cohorts of which the middle half can be told."""


@dataclass(frozen=True, slots=True)
class MeanPoint:
    """The mean of the cohorts that have reached an age: what is left of all over what all began with.

    `low` and `high` bound the 95 % interval of a share of accounts or users; of money the middle half of the cohorts.
    """

    age: int
    part: Fraction | int
    whole: Fraction | int
    cohorts: int
    n: int
    """Accounts or users in these cohorts."""
    low: float | None
    high: float | None

    @property
    def value(self) -> Fraction | None:
        """Share left; None where nothing was there to begin with."""
        return Fraction(self.part) / Fraction(self.whole) if self.whole else None


def averaged(cohorts: Iterable[Cohort]) -> tuple[Cohort, ...]:
    """The cohorts that a mean is of: not those who were there before the records begin, for nobody knows how old they
    are, unless there are no others."""
    found = tuple(cohorts)
    return tuple(cohort for cohort in found if not cohort.opening) or found


def mean_curve(kind: CohortKind, cohorts: Iterable[Cohort]) -> tuple[MeanPoint, ...]:
    """The mean at every age that any of the cohorts has reached."""
    taken = averaged(cohorts)
    ages = max((len(cohort.cells) for cohort in taken), default=0)
    points = []
    for age in range(ages):
        reached = [cohort for cohort in taken if len(cohort.cells) > age]
        lefts = [_left(kind, cohort, age) for cohort in reached]
        part, whole = (_exact(kind, sum(amounts)) for amounts in zip(*lefts, strict=True))
        if kind in OF_MONEY:
            low, high = _middle_half([part / whole for part, whole in lefts if whole])
        else:
            low, high = wilson(int(part), int(whole)) or (None, None)
        size = sum(cohort.size for cohort in reached)
        points.append(MeanPoint(age, part, whole, len(lefts), size, low, high))
    return tuple(points)


def _left(kind: CohortKind, cohort: Cohort, age: int) -> tuple[int, int]:
    """What is left at an age and what there was, of money in ticks: adding whole numbers is far quicker."""
    cells = cohort.cells
    if isinstance(cells, Cells):
        return cells.left[age], cells.base
    cell, scale = cells[age], TICKS if kind in OF_MONEY else 1
    return int(cell.part * scale), int(cell.whole * scale)


def _exact(kind: CohortKind, amount: int) -> Fraction | int:
    return from_ticks(amount) if kind in OF_MONEY else amount


def _middle_half(values: list[float]) -> tuple[float | None, float | None]:
    if len(values) < _FEWEST_FOR_A_BAND:
        return None, None
    low, high = np.percentile(values, (25, 75))
    return float(low), float(high)


def pooled(cells: Sequence[Measure]) -> Measure:
    """The cells of several cohorts as one figure, with all that is behind them; a single one as it is."""
    first = cells[0]
    if len(cells) == 1:
        return first
    behind = [cell.evidence for cell in cells]
    ids, shares, bases = (np.concatenate([getattr(one, name) for one in behind]) for name in ("ids", "part", "whole"))
    part, whole = sum(cell.part or 0 for cell in cells), sum(cell.whole or 0 for cell in cells)
    counts = first.low is not None
    low, high = (wilson(int(part), int(whole)) if counts else None) or (None, None)
    return replace(
        first,
        period=None,
        between=None,
        value=Fraction(part) / Fraction(whole) if whole else None,
        part=part,
        whole=whole,
        n=sum(cell.n or 0 for cell in cells),
        low=low,
        high=high,
        why=None if whole else Why.NO_BASE,
        evidence=Evidence(ids, shares, bases, behind[0].of),
    )
