"""Logo and revenue retention by the period in which accounts began to pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

import numpy as np

from csdesk.metrics.engine.days import Flags, Ints, totals
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing, money_rate
from csdesk.metrics.metric_ids import CohortMetric
from csdesk.models.lazily import Lazily
from csdesk.models.money import from_ticks
from csdesk.models.months import Month, Period, PeriodKind


class CohortKind(StrEnum):
    """What a triangle follows: the number of paying accounts, or their MRR."""

    LOGO = "logo"
    REVENUE = "revenue"


@dataclass(frozen=True, slots=True)
class CohortCell:
    """A cohort `age` periods after its first: part of whole is left. Logos count accounts, revenue minor units."""

    age: int
    part: Fraction | int
    whole: Fraction | int

    @property
    def value(self) -> Fraction | None:
        """Share left; None for a cohort that began without MRR."""
        return Fraction(self.part) / Fraction(self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Cells(Lazily[CohortCell]):
    """The cells of a cohort, made when they are looked at: of `base`, `left` after each of its periods that are over,
    in ticks for revenue."""

    kind: CohortKind
    base: int
    left: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.left)

    def _one(self, at: int) -> CohortCell:
        exact = from_ticks if self.kind is CohortKind.REVENUE else int
        return CohortCell(at, exact(self.left[at]), exact(self.base))


@dataclass(frozen=True, slots=True)
class Cohort:
    """Accounts that began to pay in one period. Cells not yet observed are absent."""

    start: Period
    size: int
    cells: Sequence[CohortCell]
    opening: bool = False
    """True where these accounts were already paying when the records begin."""


@dataclass(frozen=True, slots=True)
class Triangle:
    """Cohorts in order of their start."""

    kind: CohortKind
    cohorts: tuple[Cohort, ...]
    dimension: str | None = None
    group: str | None = None


def triangle(ledger: Ledger, kind: CohortKind, period_kind: PeriodKind, fiscal_start: int = 1) -> Triangle:
    """Every cohort with every cell whose period is over.

    The base of a cell is the accounts that began in the cohort's period or, for revenue, their MRR in their first
    month. Age 0 is the end of that first period, so over quarters and years it may fall short of 100 %. Accounts that
    were there before the records begin are a cohort of their own.
    """
    starts = _starts(ledger, period_kind, fiscal_start)
    groups, row = np.unique(starts.period * 2 + ~starts.opening, return_inverse=True)
    cohort_of = np.full(len(ledger.accounts), -1, dtype=np.int64)
    cohort_of[starts.owner] = row
    first = int(groups.min()) // 2 if len(groups) else ledger.last.ordinal + 1
    levels = _levels(ledger, kind, cohort_of, len(groups), first)
    bases = totals(row, starts.base(kind), len(groups))
    sizes = np.bincount(row, minlength=len(groups))
    cohorts = []
    for at, code in enumerate(groups.tolist()):
        start = Period(Month(code // 2), period_kind, fiscal_start)
        ends = range(start.last.ordinal, ledger.beyond.ordinal, period_kind.months)
        if ends:
            left = levels[at, ends.start - first : ends.stop - first : ends.step]
            cells = Cells(kind, int(bases[at]), tuple(left.tolist()))
            cohorts.append(Cohort(start, int(sizes[at]), cells, opening=not code % 2))
    return Triangle(kind, tuple(cohorts))


@dataclass(frozen=True, slots=True)
class _Starts:
    """Per account ever seen paying: position, first month of the period it began in, opening, MRR in its first
    month."""

    owner: Ints
    period: Ints
    opening: Flags
    mrr: Ints

    def base(self, kind: CohortKind) -> Ints:
        return self.mrr if kind is CohortKind.REVENUE else np.ones(len(self.owner), dtype=np.int64)


def _starts(ledger: Ledger, kind: PeriodKind, fiscal_start: int) -> _Starts:
    owner, rows = np.unique(ledger.owner, return_index=True)
    opening = ledger.entered_lines[rows] > 0
    month = ledger.month[rows] + opening
    period = month - (month - (fiscal_start - 1)) % 12 % kind.months
    return _Starts(owner, period, opening, ledger.mrr[rows])


def _levels(ledger: Ledger, kind: CohortKind, cohort_of: Ints, cohorts: int, first: int) -> Ints:
    """Count what is left of each cohort in each month from `first` to the ledger's last."""
    before, lines_before, _ = ledger.before()
    if kind is CohortKind.REVENUE:
        change = ledger.mrr - before + ledger.entered
    else:
        change = (ledger.lines > 0).astype(np.int64) - (lines_before > ledger.entered_lines)
    levels = np.zeros((cohorts, max(ledger.last.ordinal - first + 1, 0)), dtype=change.dtype)
    if levels.size:
        np.add.at(levels, (cohort_of[ledger.owner], np.maximum(ledger.month - first, 0)), change)
    return np.cumsum(levels, axis=1)


def cohort_cell(ledger: Ledger, kind: CohortKind, start: Period, age: int, *, opening: bool = False) -> Measure:
    """One cell of a triangle with the accounts behind it; NOT_YET where its period is not over."""
    period = Period(start.first + age * start.kind.months, start.kind, start.fiscal_start)
    metric = CohortMetric.LOGO if kind is CohortKind.LOGO else CohortMetric.REVENUE
    if not ledger.covers(period):
        return missing(metric, period, Unit.FRACTION, Why.NOT_YET)
    starts = _starts(ledger, start.kind, start.fiscal_start)
    members = (starts.period == start.first.ordinal) & (starts.opening == opening)
    owner, left = starts.owner[members], ledger.standing(period.last)
    if kind is CohortKind.LOGO:
        return count_rate(metric, period, ledger.accounts[owner], left.paying[owner], np.ones(len(owner), dtype=bool))
    return money_rate(metric, period, ledger.accounts[owner], left.mrr[owner], starts.mrr[members])
