"""Logo and revenue retention by the period in which accounts began to pay."""

from dataclasses import dataclass

import numpy as np

from csdesk.metrics.engine.days import Flags, Ints, totals
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing, money_rate
from csdesk.metrics.metric_ids import CohortMetric
from csdesk.metrics.triangles import OF_MONEY, Cells, Cohort, CohortKind, Triangle
from csdesk.models.months import Month, Period, PeriodKind

_METRICS = {
    CohortKind.LOGO: CohortMetric.LOGO,
    CohortKind.REVENUE: CohortMetric.REVENUE,
    CohortKind.GROSS: CohortMetric.GROSS,
}


def triangle(ledger: Ledger, kind: CohortKind, period_kind: PeriodKind, fiscal_start: int = 1) -> Triangle:
    """Every cohort with every cell whose period is over.

    The base of a cell is the accounts that began in the cohort's period or, for money, their MRR in their first
    month; GROSS counts no account for more than that. Age 0 is the end of that first period, so over quarters and
    years it may fall short of 100 %. Accounts that were there before the records begin are a cohort of their own. Money
    in another currency stays at the exchange rates of its account's first month.
    """
    ledger = ledger.at_first_rates()
    starts = _starts(ledger, period_kind, fiscal_start)
    groups, row = np.unique(starts.period * 2 + ~starts.opening, return_inverse=True)
    cohort_of = np.full(len(ledger.accounts), -1, dtype=np.int64)
    cohort_of[starts.owner] = row
    first = int(groups.min()) // 2 if len(groups) else ledger.last.ordinal + 1
    change = _change(ledger, kind, starts)
    levels = _levels(ledger, change, cohort_of, len(groups), first)
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
        return self.mrr if kind in OF_MONEY else np.ones(len(self.owner), dtype=np.int64)


def _starts(ledger: Ledger, kind: PeriodKind, fiscal_start: int) -> _Starts:
    owner, rows = np.unique(ledger.owner, return_index=True)
    opening = ledger.entered_lines[rows] > 0
    month = ledger.month[rows] + opening
    period = month - (month - (fiscal_start - 1)) % 12 % kind.months
    return _Starts(owner, period, opening, ledger.mrr[rows])


def _change(ledger: Ledger, kind: CohortKind, starts: _Starts) -> Ints:
    """By how much each row of the ledger moves what is left of its cohort."""
    before, lines_before, _ = ledger.before()
    if kind is CohortKind.LOGO:
        return (ledger.lines > 0).astype(np.int64) - (lines_before > ledger.entered_lines)
    if kind is CohortKind.REVENUE:
        return ledger.mrr - before + ledger.entered
    most = np.zeros(len(ledger.accounts), dtype=starts.mrr.dtype)
    most[starts.owner] = starts.mrr
    kept: Ints = np.minimum(ledger.mrr, most[ledger.owner])
    was: Ints = np.minimum(before - ledger.entered, most[ledger.owner])
    return kept - was


def _levels(ledger: Ledger, change: Ints, cohort_of: Ints, cohorts: int, first: int) -> Ints:
    """What is left of each cohort in each month from `first` to the ledger's last."""
    levels = np.zeros((cohorts, max(ledger.last.ordinal - first + 1, 0)), dtype=change.dtype)
    if levels.size:
        np.add.at(levels, (cohort_of[ledger.owner], np.maximum(ledger.month - first, 0)), change)
    return np.cumsum(levels, axis=1)


def cohort_cell(ledger: Ledger, kind: CohortKind, start: Period, age: int, *, opening: bool = False) -> Measure:
    """One cell of a triangle with the accounts behind it; NOT_YET where its period is not over."""
    period = Period(start.first + age * start.kind.months, start.kind, start.fiscal_start)
    ledger, metric = ledger.at_first_rates(), _METRICS[kind]
    if not ledger.covers(period):
        return missing(metric, period, Unit.FRACTION, Why.NOT_YET)
    starts = _starts(ledger, start.kind, start.fiscal_start)
    members = (starts.period == start.first.ordinal) & (starts.opening == opening)
    owner, left = starts.owner[members], ledger.standing(period.last)
    if kind is CohortKind.LOGO:
        return count_rate(metric, period, ledger.accounts[owner], left.paying[owner], np.ones(len(owner), dtype=bool))
    base = starts.mrr[members]
    part = left.mrr[owner] if kind is CohortKind.REVENUE else np.minimum(left.mrr[owner], base)
    return money_rate(metric, period, ledger.accounts[owner], part, base)
