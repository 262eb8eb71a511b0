"""Contract lines as stretches of days with one MRR each, after the rules have been applied."""

from dataclasses import dataclass, fields, replace
from functools import cached_property

import numpy as np

from csdesk.metrics.engine.days import (
    OPEN,
    SPREAD,
    Flags,
    Ints,
    day_numbers,
    first_days,
    in_order,
    month_ordinals,
    ranked,
    running_maximum,
    summable,
    totals,
)
from csdesk.metrics.rules import ChurnDate, Discounts, EndDate, Rules, Snapshot
from csdesk.metrics.shapes import Spans

CLERICAL_DAYS = 31
"""Holes and overlaps of up to so many days are more likely slips of the pen than decisions."""
LONGEST_GAP = 366
"""Days of the longest hole that may be bridged."""


@dataclass(frozen=True)
class Segments:
    """Stretches that make their account a paying logo, in no order.

    `owner` is a position in `accounts` (ids, ascending); `line` a row of the spans they were made from. Days are
    numbers, both included. `mrr` is in ticks: 0 while paused, and where the amount is not known. `opening` stretches
    were there before the records begin.
    """

    accounts: Ints
    owner: Ints
    line: Ints
    start: Ints
    end: Ints
    mrr: Ints
    paused: Flags
    opening: Flags

    def among(self, accounts: Ints) -> "Segments":
        """Those of some accounts."""
        kept = np.isin(self.accounts, accounts)
        rows = kept[self.owner]
        part = self.where(rows)
        return replace(part, accounts=self.accounts[kept], owner=(np.cumsum(kept) - 1)[part.owner])

    def of_lines(self, lines: Flags) -> "Segments":
        """Those of some lines (a flag each), numbered as they stand among these, and the accounts of those alone."""
        part = self.where(lines[self.line])
        owners, owner = ranked(part.owner)
        return replace(part, accounts=self.accounts[owners], owner=owner, line=(np.cumsum(lines) - 1)[part.line])

    def where(self, rows: Flags | Ints) -> "Segments":
        """Those rows alone, with the accounts as they were."""
        kept = {f.name: getattr(self, f.name)[rows] for f in fields(self) if f.name != "accounts"}
        return Segments(accounts=self.accounts, **kept)

    @cached_property
    def runs(self) -> "Runs":
        """The unbroken stretches of service."""
        return runs_of(self)

    def mrr_on(self, day: int) -> Ints:
        """MRR of each account at the end of a day, in ticks."""
        active = np.flatnonzero((self.start <= day) & (self.end >= day))
        return totals(self.owner[active], self.mrr[active], len(self.accounts))

    def paying_on(self, day: int) -> Flags:
        """Whether each account is a paying logo at the end of a day."""
        active = np.flatnonzero((self.start <= day) & (self.end >= day))
        return np.bincount(self.owner[active], minlength=len(self.accounts)) > 0


@dataclass(frozen=True, slots=True)
class Runs:
    """Unbroken stretches of service, in order of owner and start; `hole` is the days without service before each,
    0 for an account's first."""

    owner: Ints
    start: Ints
    end: Ints
    hole: Ints


def runs_of(segments: Segments) -> Runs:
    """Segments that touch or overlap, joined within each account."""
    order = in_order(segments.owner, segments.start)
    owner, start = segments.owner[order], segments.start[order]
    reach = running_maximum(owner, segments.end[order])
    same = np.zeros(len(order), dtype=np.bool_)
    same[1:] = owner[1:] == owner[:-1]
    hole = np.zeros(len(order), dtype=np.int64)
    hole[1:] = start[1:] - reach[:-1] - 1
    begins = np.flatnonzero(~same | (hole > 0))
    lasts = np.append(begins[1:], len(order)) - 1 if len(begins) else begins
    return Runs(owner[begins], start[begins], reach[lasts], np.where(same, hole, 0)[begins])


def service_ends(spans: Spans, rules: Rules) -> Ints:
    """Last day of service of each line; OPEN while it runs.

    A term end is not an end: a line whose term has passed runs on until it is renewed or ended. It is renewed by the
    next line of the same account and product that reaches further and starts not more than 31 days before the term
    end; it then stops at its term end, or the day before that line where that is later. Where a churn is dated on the
    day of cancelling, what was cancelled ends the day before, be it renewed or not.
    """
    end = day_numbers(spans["end"])
    after = spans["day_after"].to_numpy(dtype=np.bool_)
    known = end != OPEN
    if rules.end_date is EndDate.LAST_DAY:
        end = end + (after & known)
    elif rules.end_date is EndDate.DAY_AFTER:
        end = end - (~after & known)
    return until_cancelled(spans, _stopped_by_renewal(spans, end), rules)


def until_cancelled(spans: Spans, end: Ints, rules: Rules) -> Ints:
    """Last days, but of lines that were cancelled the day before that, where rules have it so."""
    if rules.churn_date is ChurnDate.SERVICE_END:
        return end
    cancelled = day_numbers(spans["cancelled"])
    return np.where(cancelled == OPEN, end, np.minimum(end, cancelled - 1))


def _stopped_by_renewal(spans: Spans, end: Ints) -> Ints:
    term = day_numbers(spans["term_end"])
    waiting = np.flatnonzero((end == OPEN) & (term != OPEN))
    if not len(waiting):
        return end
    start = day_numbers(spans["start"])
    reach = np.where(end == OPEN, term, end)
    counted = np.flatnonzero((spans["mrr"] > 0) | spans["logo"] | spans["paused"])
    pair = _pairs(spans)
    order = counted[np.lexsort((start[counted], pair[counted]))]
    soonest = np.maximum(start, term - CLERICAL_DAYS)[waiting]
    at = np.searchsorted(pair[order] * SPREAD + start[order], pair[waiting] * SPREAD + soonest, side="right")
    end = end.copy()
    while len(waiting):
        left = at < len(order)
        left[left] = pair[order[at[left]]] == pair[waiting[left]]
        waiting, at = waiting[left], at[left]
        other = order[at]
        renews = reach[other] > term[waiting]
        end[waiting[renews]] = np.maximum(term[waiting], start[other] - 1)[renews]
        waiting, at = waiting[~renews], at[~renews] + 1
    return end


def _pairs(spans: Spans) -> Ints:
    """One number for each account and product."""
    _, account = ranked(spans["account"].to_numpy(dtype=np.int64))
    products, product = np.unique(spans["product"], return_inverse=True)
    return np.asarray(account * max(len(products), 1) + product, dtype=np.int64)


def segments_of(spans: Spans, rules: Rules) -> Segments:
    """What the lines amount to, day by day: ends read as the rules say, dated discounts ending on their date, pauses
    without MRR, opening lines moved to before their first month, holes of up to `gap_days` closed."""
    counted = _counted(_stretches(spans, rules), rules)
    return _bridged(_opened(counted), rules.gap_days)


@dataclass(frozen=True, slots=True)
class _Stretches:
    """As `Segments`, with account ids in place of positions, and lines that do not count."""

    account: Ints
    line: Ints
    start: Ints
    end: Ints
    mrr: Ints
    logo: Flags
    paused: Flags
    opening: Flags

    def of_lines(self, rows: Ints) -> "_Stretches":
        return _Stretches(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    def and_also(self, others: "_Stretches") -> "_Stretches":
        names = [f.name for f in fields(self)]
        return _Stretches(**{name: np.concatenate([getattr(self, name), getattr(others, name)]) for name in names})


def _stretches(spans: Spans, rules: Rules) -> _Stretches:
    start, end, off = day_numbers(spans["start"]), service_ends(spans, rules), day_numbers(spans["discount_end"])
    undiscounted = np.full(len(spans), rules.discounts is Discounts.GROSS)
    if rules.discounts is Discounts.LASTING:
        undiscounted = off != OPEN
    if rules.snapshot is Snapshot.OVERLAP:
        # Any day of a month counts there, and no line may count twice: a discount lasts its last month out.
        off = first_days(month_ordinals(off) + 1) - 1
    net, gross = spans["mrr"].to_numpy(dtype=np.int64), spans["gross"].to_numpy(dtype=np.int64)
    opening = spans["opening"].to_numpy(dtype=np.bool_)
    whole = _Stretches(
        spans["account"].to_numpy(dtype=np.int64),
        np.arange(len(spans)),
        start,
        end,
        np.where(undiscounted & (net > 0), gross, net),
        spans["logo"].to_numpy(dtype=np.bool_),
        spans["paused"].to_numpy(dtype=np.bool_),
        opening,
    )
    rises = np.flatnonzero((off < end) & (gross != net))
    if not len(rises):
        return whole
    until = end.copy()
    until[rises] = off[rises]
    risen = replace(
        whole.of_lines(rises),
        start=np.maximum(start, off + 1)[rises],
        mrr=gross[rises],
        opening=(opening & (off < start))[rises],
    )
    return replace(whole, end=until).and_also(risen)


def _counted(lines: _Stretches, rules: Rules) -> Segments:
    """The stretches that make a paying logo; a paused line keeps its account's logo alive."""
    counts = ((lines.mrr > 0) | lines.logo | lines.paused) & (lines.end >= lines.start)
    if rules.paused_is_churn:
        counts &= ~lines.paused
    if not counts.all():
        lines = lines.of_lines(np.flatnonzero(counts))
    accounts, owner = ranked(lines.account)
    mrr = summable(np.where(lines.paused, 0, lines.mrr))
    return Segments(accounts, owner, lines.line, lines.start, lines.end, mrr, lines.paused, lines.opening)


def _opened(segments: Segments) -> Segments:
    """Opening stretches, where nothing of their account is older, begin with the month before."""
    if not segments.opening.any():
        return segments
    oldest = np.full(len(segments.accounts), OPEN)
    np.minimum.at(oldest, segments.owner, segments.start)
    opening = segments.opening & (segments.start == oldest[segments.owner])
    before = first_days(month_ordinals(segments.start) - 1)
    return replace(segments, opening=opening, start=np.where(opening, before, segments.start))


def _bridged(segments: Segments, gap_days: int) -> Segments:
    """Holes of up to so many days closed: what was paid on the last day before a hole is paid until its end."""
    if not gap_days:
        return segments
    runs = runs_of(segments)
    closed = np.flatnonzero((runs.hole > 0) & (runs.hole <= gap_days))
    if not len(closed):
        return segments
    broken = runs.owner[closed] * SPREAD + runs.end[closed - 1]
    keys = segments.owner * SPREAD + segments.end
    at = np.minimum(np.searchsorted(broken, keys), len(broken) - 1)
    return replace(segments, end=np.where(broken[at] == keys, runs.start[closed][at] - 1, segments.end))
