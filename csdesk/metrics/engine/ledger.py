"""The one engine: what every account paid in every month, kept as the months in which it changed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from csdesk.metrics.engine.currencies import Cut, Exchange, cut_by_rates
from csdesk.metrics.engine.days import (
    MONTHS,
    Flags,
    Ints,
    as_date,
    day_number,
    in_time,
    month_ordinals,
    ranked,
    running_maximum,
    totals,
)
from csdesk.metrics.engine.segments import Segments, segments_of
from csdesk.metrics.rules import Rules, Snapshot
from csdesk.metrics.shapes import Currencies, Spans
from csdesk.models.months import Month, Period


@dataclass(frozen=True)
class Standing:
    """Every account of a ledger at one month: its id, MRR in ticks, whether it is a paying logo, whether a line is
    paused."""

    ids: Ints
    mrr: Ints
    paying: Flags
    paused: Flags

    @cached_property
    def earning(self) -> Ints:
        """Positions of the accounts with MRR."""
        return np.flatnonzero(self.mrr != 0)

    @cached_property
    def earned(self) -> tuple[Ints, Ints]:
        """Ids of the accounts with MRR, and what it is."""
        return self.ids[self.earning], self.mrr[self.earning]


@dataclass(frozen=True)
class Spell:
    """A period as the ledger saw it: each account just before it and at its end, or as far as is known.

    `begun` is what its movements start from: just before it, with what was there before the records begin and came in
    with the period. `kept` is the MRR at the end at the exchange rates of the start, so that a rate of what stays is
    moved by customers alone.
    """

    before: Standing
    begun: Standing
    after: Standing
    kept: Ints

    @property
    def ids(self) -> Ints:
        """Every account's id."""
        return self.before.ids

    @cached_property
    def kept_of_base(self) -> Ints:
        """MRR at the end of those that have any at the start, in order of `before.earned`."""
        return self.kept[self.before.earning]


class Standings:
    """Every account of a ledger month by month, each found from the nearest month before it that was asked for."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger, self._rows = ledger, in_time(ledger.month)
        self._months = ledger.month[self._rows]
        self._known: dict[int, Standing] = {}

    def at(self, month: Month) -> Standing:
        """Every account in that month; months after the last stand as the last."""
        wanted = month.ordinal
        if wanted not in self._known:
            before = max((known for known in self._known if known < wanted), default=-1)
            low, high = np.searchsorted(self._months, [before, wanted], side="right")
            standing = self._known.get(before) or self._ledger.nobody()
            self._known[wanted] = self._after(standing, self._rows[low:high])
        return self._known[wanted]

    def _after(self, standing: Standing, rows: Ints) -> Standing:
        ledger, owner = self._ledger, self._ledger.owner[rows]
        mrr, paying, paused = standing.mrr.copy(), standing.paying.copy(), standing.paused.copy()
        # Rows stand by month: of those of one owner the latest is written last.
        mrr[owner], paying[owner], paused[owner] = ledger.mrr[rows], ledger.lines[rows] > 0, ledger.paused[rows] > 0
        return Standing(standing.ids, mrr, paying, paused)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What each account paid, as the months in which it changed, in order of owner and month.

    `owner` is a position in `segments.accounts`; `mrr` (ticks), `lines` and `paused` (numbers of lines) hold from that
    month on. `entered` is the MRR and `entered_lines` the lines that were there before the records begin: a balance to
    start from, never new business. The records begin with month `first` and speak until day `cutoff`, in month
    `last`, which is `complete` when the cutoff is its last day.
    """

    segments: Segments
    snapshot: Snapshot
    cutoff: int
    first: Month
    last: Month
    complete: bool
    owner: Ints
    month: Ints
    mrr: Ints
    lines: Ints
    paused: Ints
    entered: Ints
    entered_lines: Ints
    exchange: Exchange | None = None
    fx: Ints | None = None

    @property
    def accounts(self) -> Ints:
        """Ids of every account with a line that counts, ascending."""
        return self.segments.accounts

    @property
    def key(self) -> Ints:
        """Owner and month of each change as one ascending number."""
        return self.owner * MONTHS + self.month

    def standing(self, month: Month) -> Standing:
        """Every account in that month; months after the last stand as the last."""
        return Standings(self).at(month)

    def nobody(self) -> Standing:
        """Every account before it was ever seen."""
        size = len(self.accounts)
        paying, paused = np.zeros((2, size), dtype=np.bool_)
        return Standing(self.accounts, np.zeros(size, dtype=self.mrr.dtype), paying, paused)

    def before(self) -> tuple[Ints, Ints, Ints]:
        """MRR, lines and paused lines of the owner just before each change, what entered with it included."""
        mrr, lines, paused = self.entered.copy(), self.entered_lines.copy(), np.zeros_like(self.paused)
        same = np.flatnonzero(self.owner[1:] == self.owner[:-1]) + 1
        for before, now in ((mrr, self.mrr), (lines, self.lines), (paused, self.paused)):
            before[same] += now[same - 1]
        return mrr, lines, paused

    def first_paid(self) -> tuple[Ints, Ints]:
        """Positions in `accounts` of those ever seen paying, and the month from which each was first seen so."""
        owners, rows = np.unique(self.owner, return_index=True)
        return owners, self.month[rows]

    @property
    def beyond(self) -> Month:
        """The first month that is not over, or not known."""
        return self.last + self.complete

    def covers(self, period: Period) -> bool:
        """Whether every month of the period is over and known."""
        return period.last < self.beyond

    def day_of(self, period: Period) -> int:
        """The day a state of the period is taken at: its last, or the cutoff where that is earlier."""
        return min(self.cutoff, day_number(period.last.last_day))

    def at_rates_of(self, month: Month) -> Segments:
        """The segments not cut where rates change, all at the exchange rates of one month."""
        return self.segments if self.exchange is None else self.exchange.at_rates_of(month.ordinal)

    def at_first_rates(self) -> "Ledger":
        """As if every account went on paying at the exchange rates of its first month."""
        if self.exchange is None:
            return self
        begun = np.full(len(self.accounts), self.last.ordinal, dtype=np.int64)
        owners, months = self.first_paid()
        begun[owners] = months
        return replace(self, mrr=self.exchange.followed(self.key, begun), exchange=None, fx=None)

    def among(self, accounts: Ints) -> "Ledger":
        """The same records for some accounts alone; the months they cover stay those of the whole."""
        part = self.segments.among(accounts)
        kept = np.isin(self.accounts, accounts)
        rows = kept[self.owner]
        columns = ("month", "mrr", "lines", "paused", "entered", "entered_lines")
        return replace(
            self,
            segments=part,
            owner=(np.cumsum(kept) - 1)[self.owner[rows]],
            exchange=None if self.exchange is None else self.exchange.among(accounts),
            fx=None if self.fx is None else self.fx[rows],
            **{name: getattr(self, name)[rows] for name in columns},
        )

    def of_lines(self, lines: Flags) -> "Ledger":
        """The same records for some contract lines alone (a flag each), numbered as they stand among these. Holes are
        bridged, and there before the records is, what is so of the whole account: so MRR of lines that are shared out
        adds up. The months covered stay those of the whole."""
        own = self.exchange
        cut = None if own is None else Cut(self.segments, own.of, own.own, own.currency, own.courses).of_lines(lines)
        segments = self.segments.of_lines(lines) if cut is None else cut.segments
        return replace(_ledger(segments, cut, self.snapshot, as_date(self.cutoff)), first=self.first)


def ledger_of(
    spans: Spans, rules: Rules, *, as_of: date, known_until: date | None = None, currencies: Currencies | None = None
) -> Ledger:
    """The ledger as of the end of a day. Nothing after it, or after the last day the records speak of, is counted."""
    cutoff = min(as_of, known_until) if known_until else as_of
    cut = None if currencies is None else cut_by_rates(spans, rules, currencies, Month.of(cutoff))
    segments = segments_of(spans, rules) if cut is None else cut.segments
    return _ledger(segments, cut, rules.snapshot, cutoff)


def _ledger(segments: Segments, cut: Cut | None, snapshot: Snapshot, cutoff: date) -> Ledger:
    last = Month.of(cutoff)
    heads = _heads(segments, snapshot) if cut is None else np.ones(len(segments.owner), dtype=np.bool_)
    joined = _joined(segments, heads)
    first, beyond = months_held(joined.start, joined.end, snapshot, day_number(cutoff))
    first, joined = _once_paying(joined, first, beyond)
    segments = replace(segments, opening=np.zeros_like(segments.opening))
    segments.opening[heads] = joined.opening
    held = np.flatnonzero(first < beyond)
    turned = None if cut is None else segments.owner * MONTHS + first
    changes = _changes(joined, held, first[held], np.minimum(beyond[held], last.ordinal + 1), turned)
    known = changes[1] <= last.ordinal
    owner, month, mrr, lines, paused, entered, entered_lines = (column[known] for column in changes)
    begins = int((first + joined.opening)[held].min()) if len(held) else last.ordinal + 1
    ledger = Ledger(
        segments,
        snapshot,
        day_number(cutoff),
        Month(begins),
        last,
        (cutoff + timedelta(days=1)).day == 1,
        owner,
        month,
        mrr,
        lines,
        paused,
        entered,
        entered_lines,
    )
    return ledger if cut is None else _with_rates(ledger, cut, held, first)


def _with_rates(ledger: Ledger, cut: Cut, held: Ints, first: Ints) -> Ledger:
    """The ledger with what the rates made of the MRR of those who paid the month before."""
    months = months_held(cut.own.start, cut.own.end, ledger.snapshot, ledger.cutoff)
    rows = np.searchsorted(ledger.key, (ledger.segments.owner * MONTHS + first)[held])
    fx = totals(rows, cut.gained(first)[held], len(ledger.owner))
    _, lines, paused = ledger.before()
    exchange = cut.exchange(ledger.segments.opening, *months)
    return replace(ledger, exchange=exchange, fx=np.where(lines > paused, fx, 0))


def _heads(segments: Segments, snapshot: Snapshot) -> Flags:
    """Segments but for those that only go on with the one above them, as renewals do. Where any day of a month counts,
    two that share one count twice in it, and none goes on with another."""
    heads = np.ones(len(segments.owner), dtype=np.bool_)
    if snapshot is not Snapshot.OVERLAP:
        heads[1:] = (segments.start[1:] != segments.end[:-1] + 1) | segments.opening[1:]
        for column in (segments.owner, segments.mrr, segments.paused):
            heads[1:] |= column[1:] != column[:-1]
    return heads


def _joined(segments: Segments, heads: Flags) -> Segments:
    """Each head as one segment with those that go on with it."""
    firsts, lasts = np.flatnonzero(heads), np.flatnonzero(np.roll(heads, -1))
    return replace(segments.where(firsts), end=segments.end[lasts])


def months_held(start: Ints, end: Ints, snapshot: Snapshot, cutoff: int) -> tuple[Ints, Ints]:
    """The first month each stretch of days is counted in and the first it is not any more; equal where none sees it.

    A month that the cutoff cuts short is read at the cutoff, at its start, or as far as it went.
    """
    last = month_ordinals(np.array([cutoff]))[0]
    if snapshot is Snapshot.MONTH_END:
        first = month_ordinals(start)
        beyond = np.where(end >= cutoff, last + 1, month_ordinals(end + 1))
    else:
        first = month_ordinals(start - 1) + 1 if snapshot is Snapshot.MONTH_START else month_ordinals(start)
        beyond = np.minimum(month_ordinals(end), last) + 1
    unseen = (start > cutoff) | (first >= beyond)
    return first, np.where(unseen, first, beyond)


def _once_paying(segments: Segments, first: Ints, beyond: Ints) -> tuple[Ints, Segments]:
    """The first month of each stretch, and the stretches as they were there before the records, where a pause counts
    only from the month in which its account pays: it keeps a customer, and makes none."""
    if not segments.paused.any():
        return first, segments
    order = np.lexsort((first, segments.owner))
    owner, start = segments.owner[order], first[order]
    begins = np.ones(len(order), dtype=np.bool_)
    begins[1:] = (owner[1:] != owner[:-1]) | (start[1:] > running_maximum(owner, beyond[order])[:-1])
    run = np.empty(len(order), dtype=np.int64)
    run[order] = np.cumsum(begins) - 1
    pays = ~segments.paused & (first < beyond)
    paid_from = np.full(len(order), MONTHS)
    np.minimum.at(paid_from, run[pays], first[pays])
    early = segments.paused & (first < paid_from[run])
    return np.where(early, paid_from[run], first), replace(segments, opening=segments.opening & ~early)


def _changes(segments: Segments, held: Ints, first: Ints, beyond: Ints, turned: Ints | None = None) -> tuple[Ints, ...]:
    """Owner, month, mrr, lines, paused, entered, entered lines: one row a month in which an owner changes, and where a
    rate has `turned`.

    Every segment opens and closes, so that sums running on from one owner to the next begin at zero again.
    """
    owner, mrr = segments.owner[held], segments.mrr[held]
    one, paused = np.ones(len(held), dtype=np.int64), segments.paused[held].astype(np.int64)
    opening = segments.opening[held].astype(np.int64)
    key = np.concatenate([owner, owner]) * MONTHS + np.concatenate([first, beyond])
    keys, at = ranked(key)
    stays = [totals(at, np.concatenate([column, -column]), len(keys)) for column in (mrr, one, paused)]
    comes = [totals(at[: len(held)], column, len(keys)) for column in (mrr * opening, opening)]
    real = np.any([column != 0 for column in (*stays, *comes)], axis=0)
    if turned is not None:
        real |= np.isin(keys, turned)
    keys = keys[real]
    return keys // MONTHS, keys % MONTHS, *(np.cumsum(c[real]) for c in stays), *(c[real] for c in comes)
