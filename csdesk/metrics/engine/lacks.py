"""What a book does not know of its accounts and contract lines, and on which days figures rest on it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from csdesk.metrics.engine.currencies import unpriced
from csdesk.metrics.engine.days import OPEN, SPREAD, Flags, Ints, day_number, day_numbers, running_maximum
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.engine.segments import CLERICAL_DAYS, service_ends
from csdesk.metrics.rules import Rules
from csdesk.metrics.shapes import Frames, Spans
from csdesk.models.kinds import ReasonFamily
from csdesk.models.months import Period


class Lack(StrEnum):
    """What is missing, or to be looked at."""

    OWNER = "owner"
    OWNER_LEFT = "owner_left"
    RENEWAL = "renewal"
    REASON = "reason"
    AMOUNT = "amount"
    RATE = "rate"
    START = "start"
    CONTACT = "contact"
    DECIDER = "decider"
    REACH = "reach"
    SHARED_CONTACT = "shared_contact"
    TOUCH = "touch"
    SAME_ACCOUNT = "same_account"
    SAME_LINE = "same_line"
    SAME_CONTACT = "same_contact"
    TASK_OWNER = "task_owner"
    TASK_DAY = "task_day"


OF_LINES = (Lack.RENEWAL, Lack.REASON, Lack.AMOUNT, Lack.RATE, Lack.START)
_LACKS = tuple(Lack)
_EVER = -OPEN


@dataclass(frozen=True, slots=True)
class Lacks:
    """One row a missing fact: its place in `Lack`, the account, the row that lacks it (the account itself, or a
    contract line), the MRR that hangs on it in ticks, the day since when (OPEN: not known), and the first and last day
    on which figures rest on it."""

    lack: Ints
    account: Ints
    row: Ints
    mrr: Ints
    since: Ints
    first: Ints
    last: Ints

    @classmethod
    def of(cls, lack: Lack, account: Ints, row: Ints, mrr: Ints, *days: Ints) -> "Lacks":
        """Rows that all lack the same."""
        return cls(np.full(len(row), _LACKS.index(lack), dtype=np.int64), account, row, mrr, *days)

    @classmethod
    def together(cls, parts: Collection["Lacks"]) -> "Lacks":
        """All of several."""
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in cls.__slots__))

    def where(self, rows: Flags) -> "Lacks":
        """Those rows alone."""
        return Lacks(*(getattr(self, name)[rows] for name in self.__slots__))

    def accounts_without(self, lacks: Collection[Lack], first: int, last: int) -> int:
        """How many accounts lack one of these on a day from first to last."""
        if not lacks or not len(self.row):
            return 0
        wanted = np.isin(self.lack, [_LACKS.index(lack) for lack in lacks])
        wanted &= (self.first <= last) & (self.last >= first)
        return len(np.unique(self.account[wanted]))


def kind_of(place: int) -> Lack:
    """The lack that stands at a place of `Lacks.lack`."""
    return _LACKS[place]


def days_of(period: Period) -> tuple[int, int]:
    """The first and the last day of a period."""
    return day_number(period.first.first_day), day_number(period.last.last_day)


def lacks_of(frames: Frames, ledger: Ledger, rules: Rules) -> Lacks:
    """What accounts and their contract lines lack as of the ledger's last day."""
    return Lacks.together([*_of_lines(frames, ledger, rules), *_of_accounts(frames, ledger)])


# -- contract lines ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines that count and had begun by a day, in columns."""

    spans: Spans
    account: Ints
    row: Ints
    mrr: Ints
    start: Ints
    end: Ints
    """The last day of service, be it stated or because another line renews this one."""
    stated: Ints
    day: int

    @classmethod
    def of(cls, spans: Spans, rules: Rules, day: int) -> "_Lines":
        start = day_numbers(spans["start"])
        known = spans["logo"].to_numpy(dtype=np.bool_) | spans["paused"].to_numpy(dtype=np.bool_)
        kept = known & (start <= day)
        held = Spans(spans[kept])
        account, line, mrr = (held[name].to_numpy(dtype=np.int64) for name in ("account", "line", "mrr"))
        ends = service_ends(spans, rules)[kept]
        return cls(held, account, line, mrr, start[kept], ends, day_numbers(held["end"]), day)

    def lacking(self, lack: Lack, rows: Flags, since: Ints, first: Ints, last: Ints, mrr: Ints | None = None) -> Lacks:
        """Those rows, as lacking something; their own MRR hangs on it unless another is named."""
        paid = self.mrr if mrr is None else mrr
        columns = (self.account, self.row, paid, since, first, last)
        return Lacks.of(lack, *(column[rows] for column in columns))


def _of_lines(frames: Frames, ledger: Ledger, rules: Rules) -> tuple[Lacks, ...]:
    lines = _Lines.of(frames.spans, rules, ledger.cutoff)
    start, end = lines.start, lines.end
    silent = lines.stated + 1  # churn is dated the day after, and so is what a line no longer pays
    over = end + 1
    unknown = lines.spans["logo"].to_numpy(dtype=np.bool_) & (lines.mrr == 0)
    unrated = unknown & unpriced(lines.spans, frames.currencies)
    paid = _paid(ledger, lines.account)
    return (
        lines.lacking(Lack.RENEWAL, _unrenewed(lines), start, start, over),
        lines.lacking(Lack.REASON, _unexplained(lines), lines.stated, silent, silent),
        lines.lacking(Lack.AMOUNT, unknown & ~unrated, start, start, over, mrr=paid),
        lines.lacking(Lack.RATE, unrated, start, start, over, mrr=paid),
        lines.lacking(Lack.START, lines.spans["opening"].to_numpy(dtype=np.bool_), start, start, start),
    )


def _paid(ledger: Ledger, accounts: Ints) -> Ints:
    """What each account pays as of the last day, in ticks."""
    if not len(ledger.accounts):
        return np.zeros(len(accounts), dtype=np.int64)
    paid = ledger.segments.mrr_on(ledger.cutoff)
    at = np.minimum(np.searchsorted(ledger.accounts, accounts), len(ledger.accounts) - 1)
    return np.where(ledger.accounts[at] == accounts, paid[at], 0)


def _unrenewed(lines: _Lines) -> Flags:
    """Lines in force without a renewal date where one is due: billed for more than a month at a time, or by the month
    where most such lines have one."""
    term = day_numbers(lines.spans["term_end"])
    running = (lines.end >= lines.day) & (lines.stated == OPEN)
    long = lines.spans["interval"].to_numpy(dtype=np.int64) > 1
    monthly = term[running & ~long]
    usual = bool(len(monthly)) and 2 * int((monthly != OPEN).sum()) >= len(monthly)
    return np.asarray(running & (term == OPEN) & (long | usual), dtype=np.bool_)


def _unexplained(lines: _Lines) -> Flags:
    """Lines that have ended without a reason, unless another of the account goes on in their place: one of the same
    product, or one that starts within a month of the end."""
    said = lines.spans["reason"].to_numpy(dtype=object)
    silent = np.isin(said.astype(str), ["", ReasonFamily.UNKNOWN.value])
    ended = np.flatnonzero((lines.stated <= lines.day) & silent)
    found = np.zeros(len(lines.row), dtype=np.bool_)
    found[ended] = ~(_goes_on(lines, ended) | _followed(lines, ended))
    return found


def _goes_on(lines: _Lines, ended: Ints) -> Flags:
    """Whether a line of the same account and product serves the day after the end."""
    pairs = lines.spans["product"].to_numpy(dtype=np.int64)
    _, account = np.unique(lines.account, return_inverse=True)
    products, product = np.unique(pairs, return_inverse=True)
    pair = np.asarray(account * max(len(products), 1) + product, dtype=np.int64)
    order = np.lexsort((lines.start, pair))
    reach = running_maximum(pair[order], lines.end[order])
    key = pair[order] * SPREAD + lines.start[order]
    after = lines.end[ended] + 1
    at = np.searchsorted(key, pair[ended] * SPREAD + after, side="right") - 1
    return np.asarray(reach[at] >= after, dtype=np.bool_)


def _followed(lines: _Lines, ended: Ints) -> Flags:
    """Whether another line of the account starts within a month of the end."""
    _, account = np.unique(lines.account, return_inverse=True)
    key = np.sort(np.asarray(account * SPREAD + lines.start, dtype=np.int64))
    end = lines.end[ended]
    first = np.searchsorted(key, account[ended] * SPREAD + end - CLERICAL_DAYS)
    beyond = np.searchsorted(key, account[ended] * SPREAD + end + CLERICAL_DAYS, side="right")
    itself = lines.start[ended] >= end - CLERICAL_DAYS
    return np.asarray(beyond - first - itself > 0, dtype=np.bool_)


# -- accounts ------------------------------------------------------------------------------------------------------


def _of_accounts(frames: Frames, ledger: Ledger) -> tuple[Lacks, ...]:
    paying = ledger.accounts[ledger.segments.paying_on(ledger.cutoff)]
    known = frames.accounts["account"].to_numpy(dtype=np.int64)
    owned = frames.accounts["owner"].to_numpy(dtype=object).astype(str) != ""
    owners, _ = ledger.first_paid()
    left = np.setdiff1d(ledger.accounts[owners], paying)
    contacts = frames.contacts
    gone = day_numbers(contacts["left"]) <= ledger.cutoff
    of = contacts["account"].to_numpy(dtype=np.int64)
    decides = contacts["decision_maker"].to_numpy(dtype=np.bool_)
    touches = frames.touches
    met = touches["account"].to_numpy(dtype=np.int64)[day_numbers(touches["on"]) <= ledger.cutoff]
    there = paying[np.isin(paying, of[~gone])]
    return (
        _lacking(Lack.OWNER, ledger, np.setdiff1d(known[~owned], left)),
        _lacking(Lack.CONTACT, ledger, np.setdiff1d(paying, there)),
        _lacking(Lack.DECIDER, ledger, there[np.isin(there, np.setdiff1d(of[decides & gone], of[decides & ~gone]))]),
        _lacking(Lack.TOUCH, ledger, np.setdiff1d(paying, met)),
    )


def _lacking(lack: Lack, ledger: Ledger, accounts: Ints) -> Lacks:
    """Of accounts figures rest on it at any time; it has lacked since the account's first line began."""
    segments = ledger.segments
    begun = np.full(len(ledger.accounts), OPEN, dtype=np.int64)
    np.minimum.at(begun, segments.owner, segments.start)
    since = np.full(len(accounts), OPEN, dtype=np.int64)
    if len(begun) and len(accounts):
        at = np.minimum(np.searchsorted(ledger.accounts, accounts), len(begun) - 1)
        since = np.where(ledger.accounts[at] == accounts, begun[at], OPEN)
    ever, ahead = (np.full(len(accounts), day, dtype=np.int64) for day in (_EVER, OPEN))
    return Lacks.of(lack, accounts, accounts, _paid(ledger, accounts), since, ever, ahead)
