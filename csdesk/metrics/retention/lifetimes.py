"""How long accounts have paid: one lifetime for each unbroken stretch of paying months."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from csdesk.metrics.engine.days import Flags, Ints
from csdesk.metrics.engine.ledger import Ledger
from csdesk.models.months import Month


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """One row a stretch of paying months: whose it is (an id), the months it lasted, and whether it has ended. Of one
    that goes on, `months` is how far it has been seen: it is censored there.

    `unknown` are the accounts that were paying before the records begin: their first stretch has no known start.
    """

    account: Ints
    months: Ints
    ended: Flags
    unknown: Ints


def lifetimes_of(ledger: Ledger, until: Month | None = None) -> Lifetimes:
    """Every stretch that began by the ledger's last complete month, or by an earlier one, as was known then.

    A stretch seen in a month and the two after it, and not in the next, lasted three months. One that is still seen two
    months after its first has lasted more than two, and is censored at two.
    """
    last = last_whole(ledger)
    last = last if until is None else min(last, until)
    rows = np.flatnonzero(ledger.month <= last.ordinal)
    owner, paying = ledger.owner[rows], ledger.lines[rows] > 0
    paid = np.zeros(len(rows), dtype=np.bool_)
    paid[1:] = paying[:-1] & (owner[1:] == owner[:-1])
    begins, ends = np.flatnonzero(paying & ~paid), np.flatnonzero(~paying & paid)
    at = np.searchsorted(ends, begins)
    ended = at < len(ends)
    ended[ended] = owner[ends[at[ended]]] == owner[begins[ended]]
    beyond = np.full(len(begins), last.ordinal)
    beyond[ended] = ledger.month[rows[ends[at[ended]]]]
    account = ledger.accounts[owner[begins]]
    known = ledger.entered_lines[rows[begins]] == 0
    lasted = beyond - ledger.month[rows[begins]]
    return Lifetimes(account[known], lasted[known], ended[known], account[~known])


def together(groups: Sequence[Lifetimes]) -> Lifetimes:
    """The lifetimes of one group or more as those of one."""
    columns = (np.concatenate([getattr(group, field.name) for group in groups]) for field in fields(Lifetimes))
    return Lifetimes(*columns)


def last_whole(ledger: Ledger) -> Month:
    """The last month that is over and known."""
    return ledger.last if ledger.complete else ledger.last + -1
