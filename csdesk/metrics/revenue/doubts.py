"""Contract lines to look at: short holes, double entries, terms that passed without a decision, late payments."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

import numpy as np

from csdesk.metrics.engine.days import (
    OPEN,
    SPREAD,
    Ints,
    as_date,
    day_numbers,
    in_order,
    ranked,
    running_maximum,
    totals,
)
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.engine.movements import joined_and_lost
from csdesk.metrics.engine.segments import CLERICAL_DAYS
from csdesk.metrics.engine.terms import terms_of, waits
from csdesk.metrics.shapes import Invoices, Spans
from csdesk.models.money import from_ticks
from csdesk.models.months import Period


class DoubtKind(StrEnum):
    """What is odd about a line."""

    GAP = "gap"
    OVERLAP = "overlap"
    UNDECIDED = "undecided"
    PAST_DUE = "past_due"
    JOINED_AND_LOST = "joined_and_lost"


@dataclass(frozen=True, slots=True)
class DoubtfulLine:
    """Where to look: from which day, how many days, and the MRR at stake in minor units."""

    kind: DoubtKind
    account: int
    on: date
    days: int
    mrr: Fraction


def gaps(ledger: Ledger) -> tuple[DoubtfulLine, ...]:
    """Holes of under 32 days in an account's service that began by the cutoff and are not bridged, with what was paid
    before each: likely clerical."""
    runs = ledger.segments.runs
    begins = runs.start - runs.hole
    rows = np.flatnonzero((runs.hole > 0) & (runs.hole <= CLERICAL_DAYS) & (begins <= ledger.cutoff))
    found = zip(
        ledger.accounts[runs.owner[rows]].tolist(),
        begins[rows].tolist(),
        runs.hole[rows].tolist(),
        _paid_until(ledger, runs.owner[rows], begins[rows] - 1).tolist(),
        strict=True,
    )
    return tuple(
        DoubtfulLine(DoubtKind.GAP, account, as_date(begin), days, from_ticks(ticks))
        for account, begin, days, ticks in found
    )


def _paid_until(ledger: Ledger, owner: Ints, day: Ints) -> Ints:
    """MRR of the segments of each owner that end on its day; owners and days stand in order."""
    segments = ledger.segments
    if not len(owner):
        return owner
    wanted, keys = owner * SPREAD + day, segments.owner * SPREAD + segments.end
    at = np.minimum(np.searchsorted(wanted, keys), len(wanted) - 1)
    ending = wanted[at] == keys
    return totals(at[ending], segments.mrr[ending], len(wanted))


def overlaps(ledger: Ledger, spans: Spans) -> tuple[DoubtfulLine, ...]:
    """Days on which two lines of one account and product both count, with the MRR of the later line: likely double
    entries. Days are counted up to the cutoff where neither has ended."""
    segments = ledger.at_rates_of(ledger.last)
    products, product = ranked(spans["product"].to_numpy()[segments.line])
    pair = segments.owner * max(len(products), 1) + product
    order = in_order(pair, segments.start)
    pair, start, end, owner, ticks = (
        column[order] for column in (pair, segments.start, segments.end, segments.owner, segments.mrr)
    )
    reach = running_maximum(pair, end)
    rows = np.flatnonzero((pair[1:] == pair[:-1]) & (start[1:] <= reach[:-1]) & (start[1:] <= ledger.cutoff)) + 1
    found = []
    for row in rows.tolist():
        begins, ends = int(start[row]), int(min(end[row], reach[row - 1]))
        days = (ledger.cutoff if ends == OPEN else ends) - begins + 1
        account, mrr = int(ledger.accounts[owner[row]]), from_ticks(int(ticks[row]))
        found.append(DoubtfulLine(DoubtKind.OVERLAP, account, as_date(begins), days, mrr))
    return tuple(found)


def undecided(ledger: Ledger, spans: Spans) -> tuple[DoubtfulLine, ...]:
    """Lines whose term ended before the cutoff with neither renewal nor end: still active, waiting for a
    decision. Lines that renew themselves are not among them."""
    segments = ledger.segments
    terms = terms_of(spans).of_lines(segments.line)
    term = terms.first
    rows = np.flatnonzero(waits(terms, segments.start, segments.end, ledger.cutoff))
    return tuple(
        DoubtfulLine(
            DoubtKind.UNDECIDED,
            int(ledger.accounts[segments.owner[row]]),
            as_date(int(term[row])),
            int(ledger.cutoff - term[row]),
            from_ticks(int(segments.mrr[row])),
        )
        for row in rows
    )


def past_due(ledger: Ledger, spans: Spans, invoices: Invoices) -> tuple[DoubtfulLine, ...]:
    """Who pays late at the cutoff: counted all the same. Accounts with an invoice that is due and not paid, since the
    oldest of these fell due; of others the lines that are marked as past due, since when is not known."""
    billed = _unpaid(ledger, invoices)
    late = {one.account for one in billed}
    return (*billed, *(line for line in _marked(ledger, spans) if line.account not in late))


def _unpaid(ledger: Ledger, invoices: Invoices) -> tuple[DoubtfulLine, ...]:
    """Accounts that pay with their oldest invoice due before the cutoff and not paid by then. Where no invoice of the
    book tells of a payment, nothing is known of any."""
    if not len(invoices):
        return ()
    due, paid = day_numbers(invoices["due"]), day_numbers(invoices["paid"])
    owed = invoices["amount"].to_numpy() > invoices["paid_amount"].to_numpy()
    if not ((paid != OPEN).any() or (invoices["paid_amount"] > 0).any()):
        return ()
    open_ = (due < ledger.cutoff) & np.where(paid == OPEN, owed, paid > ledger.cutoff)
    oldest: dict[int, int] = {}
    for account, day in zip(invoices["account"].to_numpy()[open_].tolist(), due[open_].tolist(), strict=True):
        oldest[account] = min(day, oldest.get(account, day))
    paying = dict(zip(ledger.accounts.tolist(), ledger.segments.mrr_on(ledger.cutoff).tolist(), strict=True))
    return tuple(
        DoubtfulLine(
            DoubtKind.PAST_DUE, account, as_date(day), int(ledger.cutoff - day), from_ticks(int(paying[account]))
        )
        for account, day in sorted(oldest.items())
        if paying.get(account)
    )


def _marked(ledger: Ledger, spans: Spans) -> tuple[DoubtfulLine, ...]:
    """Lines in force at the cutoff that are marked as past due."""
    segments = ledger.segments
    late = spans["past_due"].to_numpy(dtype=np.bool_)[segments.line]
    rows = np.flatnonzero(late & (segments.start <= ledger.cutoff) & (segments.end >= ledger.cutoff))
    return tuple(
        DoubtfulLine(
            DoubtKind.PAST_DUE,
            int(ledger.accounts[segments.owner[row]]),
            as_date(ledger.cutoff),
            0,
            from_ticks(int(segments.mrr[row])),
        )
        for row in rows
    )


def visits(ledger: Ledger, period: Period) -> tuple[DoubtfulLine, ...]:
    """Accounts that came and left between two snapshots of the period, so that nothing vanishes."""
    return tuple(
        DoubtfulLine(
            DoubtKind.JOINED_AND_LOST,
            visit.account,
            as_date(visit.start),
            visit.end - visit.start + 1,
            from_ticks(visit.mrr),
        )
        for visit in joined_and_lost(ledger, period)
    )


def doubts(ledger: Ledger, spans: Spans, invoices: Invoices, period: Period) -> tuple[DoubtfulLine, ...]:
    """Every doubt, by day: visits of the period, the rest of all time."""
    found = (
        *gaps(ledger),
        *overlaps(ledger, spans),
        *undecided(ledger, spans),
        *past_due(ledger, spans, invoices),
        *visits(ledger, period),
    )
    return tuple(sorted(found, key=lambda doubt: (doubt.on, doubt.account, doubt.kind)))
