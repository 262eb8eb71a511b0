"""Renewals that come due, and how many of them are lost."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.days import OPEN, SPREAD, Flags, Ints, as_date, day_number, day_numbers
from csdesk.metrics.ledger import Ledger
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.segments import Runs, runs_of
from csdesk.metrics.shapes import Spans
from csdesk.models.money import from_ticks
from csdesk.models.months import Period


class RenewalState(StrEnum):
    """What is known of a renewal: nothing yet; past due without a decision; service goes on; it ends."""

    DUE = "due"
    UNDECIDED = "undecided"
    RENEWED = "renewed"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class Renewal:
    """A contract line whose term ends on a day, with its MRR in minor units."""

    line: int
    account: int
    on: date
    mrr: Fraction
    state: RenewalState


def renewals_due(ledger: Ledger, spans: Spans, first: date, last: date) -> tuple[Renewal, ...]:
    """Lines whose term ends from first to last, by day. Lines that ended before their term did are not due."""
    due = _Due.of(ledger, spans, day_number(first), day_number(last))
    lines = spans["line"].to_numpy()[ledger.segments.line[due.rows]]
    found = [
        Renewal(
            int(line),
            int(ledger.accounts[ledger.segments.owner[row]]),
            as_date(int(on)),
            from_ticks(int(ledger.segments.mrr[row])),
            _state(ledger, int(ledger.segments.end[row]), int(on), goes_on=bool(stays)),
        )
        for line, row, on, stays in zip(lines, due.rows, due.term, due.goes_on, strict=True)
    ]
    return tuple(sorted(found, key=lambda renewal: (renewal.on, renewal.account, renewal.line)))


def _state(ledger: Ledger, end: int, on: int, *, goes_on: bool) -> RenewalState:
    if end == OPEN:
        return RenewalState.UNDECIDED if on < ledger.cutoff else RenewalState.DUE
    return RenewalState.RENEWED if goes_on else RenewalState.ENDING


@dataclass(frozen=True, slots=True)
class _Due:
    """Segments in force on their term end: rows, that day, and whether their account is served the day after."""

    rows: Ints
    term: Ints
    goes_on: Flags

    @classmethod
    def of(cls, ledger: Ledger, spans: Spans, first: int, last: int) -> "_Due":
        segments = ledger.segments
        term = day_numbers(spans["term_end"])[segments.line]
        held = (segments.start <= term) & (segments.end >= term)
        rows = np.flatnonzero(held & (term >= first) & (term <= last) & (term != OPEN))
        runs = runs_of(segments)
        return cls(rows, term[rows], _served(runs, segments.owner[rows], term[rows] + 1))


def _served(runs: Runs, owner: Ints, day: Ints) -> Flags:
    """Whether each owner has service on its day."""
    at = np.searchsorted(runs.owner * SPREAD + runs.start, owner * SPREAD + day, side="right") - 1
    return np.asarray(runs.end[at] >= day, dtype=np.bool_)


def renewal_churn(context: Context, period: Period) -> Measure:
    """Accounts without service on the day after a term end / accounts with a term end in the period, as far as it is
    past. Undecided ones are due and not lost. NO_DATA where no line has a term end."""
    ledger, spans = context.ledger, context.frames.spans
    if spans["term_end"].isna().all():
        return missing(MetricId.RENEWAL_CHURN, period, Unit.FRACTION, Why.NO_DATA)
    due = _Due.of(ledger, spans, day_number(period.first.first_day), ledger.day_of(period))
    owner = ledger.segments.owner[due.rows]
    size = len(ledger.accounts)
    came, left = np.bincount(owner, minlength=size) > 0, np.bincount(owner[~due.goes_on], minlength=size) > 0
    return count_rate(MetricId.RENEWAL_CHURN, period, ledger.accounts, left, came)
