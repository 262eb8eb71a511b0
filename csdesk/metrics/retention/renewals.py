"""Renewals that come due, and how many of them are lost."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import OPEN, SPREAD, Flags, Ints, as_date, day_number, day_numbers
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.engine.segments import Runs, runs_of
from csdesk.metrics.engine.terms import terms_of, too_long
from csdesk.metrics.measure import Measure, Unit, Why, complement, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Spans
from csdesk.models.money import from_ticks
from csdesk.models.months import Period


class RenewalState(StrEnum):
    """What is known of a renewal: nothing yet; past due without a decision; service goes on, be it by a new line or
    because the line renews itself; it ends."""

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


STATES = tuple(RenewalState)


def renewals_due(
    ledger: Ledger, spans: Spans, first: date, last: date, states: Collection[RenewalState] = STATES
) -> tuple[Renewal, ...]:
    """Lines whose term ends from first to last, by day, of those states. Lines that ended before their term did are
    not due; of terms that are still to come, only a line's next."""
    due = Due.of(ledger, spans, day_number(first), day_number(last))
    found = states_of(due, ledger.cutoff)
    wanted = np.flatnonzero(np.isin(found, [STATES.index(state) for state in states]))
    rows = due.rows[wanted]
    columns = (
        spans["line"].to_numpy()[ledger.segments.line[rows]],
        ledger.accounts[ledger.segments.owner[rows]],
        due.term[wanted],
        ledger.segments.mrr[rows],
        found[wanted],
    )
    renewals = (
        Renewal(line, account, as_date(on), from_ticks(mrr), STATES[state])
        for line, account, on, mrr, state in zip(*(column.tolist() for column in columns), strict=True)
    )
    return tuple(sorted(renewals, key=lambda renewal: (renewal.on, renewal.account, renewal.line)))


def states_of(due: "Due", cutoff: int) -> Ints:
    """The place of each one's state in `STATES`."""
    ahead, runs_on = due.term >= cutoff, due.end == OPEN
    choices = (
        (runs_on & ahead, RenewalState.DUE),
        (runs_on & ~due.by_itself, RenewalState.UNDECIDED),
        (runs_on | due.goes_on, RenewalState.RENEWED),
    )
    conditions = [condition for condition, _ in choices]
    return np.select(conditions, [STATES.index(state) for _, state in choices], STATES.index(RenewalState.ENDING))


@dataclass(frozen=True, slots=True)
class Due:
    """Segments in force on a term end of theirs: rows, that day, the last day of their line (which a discount that ends
    cuts into several), whether their account is served the day after, and whether the line renews itself."""

    rows: Ints
    term: Ints
    end: Ints
    goes_on: Flags
    by_itself: Flags

    @classmethod
    def of(cls, ledger: Ledger, spans: Spans, first: int, last: int) -> "Due":
        segments = ledger.segments
        terms = terms_of(spans).of_lines(segments.line)
        rows, days = terms.between(first, last, np.minimum(segments.end, terms.at(ledger.cutoff, segments.end)))
        held = (segments.start[rows] <= days) & (segments.end[rows] >= days)
        rows, days = rows[held], days[held]
        served = _served(runs_of(segments), segments.owner[rows], days + 1)
        ends = np.zeros(len(spans), dtype=np.int64)
        np.maximum.at(ends, segments.line, segments.end)
        return cls(rows, days, ends[segments.line[rows]], served, terms.months[rows] > 0)


def _served(runs: Runs, owner: Ints, day: Ints) -> Flags:
    """Whether each owner has service on its day."""
    at = np.searchsorted(runs.owner * SPREAD + runs.start, owner * SPREAD + day, side="right") - 1
    return np.asarray(runs.end[at] >= day, dtype=np.bool_)


def renewal_churn(context: Context, period: Period) -> Measure:
    """Accounts without service on the day after a term end / accounts with a term end in the period, as far as it is
    past. Undecided ones are due and not lost. NO_DATA where no line has a term end."""
    first = day_number(period.first.first_day)
    return _lost_of_due(MetricId.RENEWAL_CHURN, context, period, lambda last: _due(context, first, last))


def renewal_rate(context: Context, period: Period) -> Measure:
    """1 - renewal churn, exactly."""
    return complement(MetricId.RENEWAL_RATE, renewal_churn(context, period))


def first_renewal_churn(context: Context, period: Period) -> Measure:
    """As renewal churn, of accounts whose first term end lies in the period.

    Accounts that were there before the records begin had their first renewal unseen, and so had those of a line that
    began too long before its term end for one term.
    """
    first = day_number(period.first.first_day)
    return _lost_of_due(MetricId.FIRST_RENEWAL_CHURN, context, period, lambda last: _first_due(context, first, last))


def first_renewal_rate(context: Context, period: Period) -> Measure:
    """1 - first-renewal churn, exactly."""
    return complement(MetricId.FIRST_RENEWAL_RATE, first_renewal_churn(context, period))


def _lost_of_due(
    metric: MetricId, context: Context, period: Period, due_by: Callable[[int], tuple[Ints, Flags]]
) -> Measure:
    ledger = context.ledger
    if context.frames.spans["term_end"].isna().all():
        return missing(metric, period, Unit.FRACTION, Why.NO_DATA)
    owner, goes_on = due_by(ledger.day_of(period))
    size = len(ledger.accounts)
    came, left = np.bincount(owner, minlength=size) > 0, np.bincount(owner[~goes_on], minlength=size) > 0
    return count_rate(metric, period, ledger.accounts, left, came)


def _due(context: Context, first: int, last: int) -> tuple[Ints, Flags]:
    """The owner of each term end from first to last, and whether it is served the day after."""
    ledger = context.ledger
    due = Due.of(ledger, context.frames.spans, first, last)
    return ledger.segments.owner[due.rows], due.goes_on


def _first_due(context: Context, first: int, last: int) -> tuple[Ints, Flags]:
    """As `_due`, of term ends that are the first of their owner."""
    segments, spans = context.ledger.segments, context.frames.spans
    due = Due.of(context.ledger, spans, -OPEN, last)
    owner = segments.owner[due.rows]
    earliest = np.full(len(segments.accounts), OPEN)
    np.minimum.at(earliest, owner, due.term)
    unseen = np.zeros(len(segments.accounts), dtype=np.bool_)
    unseen[segments.owner[segments.opening]] = True
    is_first = due.term == earliest[owner]
    began = day_numbers(spans["start"])[segments.line[due.rows]]
    unseen[owner[is_first & too_long(began, due.term)]] = True
    wanted = is_first & (due.term >= first) & ~unseen[owner]
    return owner[wanted], due.goes_on[wanted]
