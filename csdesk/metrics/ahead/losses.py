"""Accounts and MRR that may leave in the months ahead, and renewals that may be kept."""

from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.ahead.chances import leaving
from csdesk.metrics.ahead.history import FEWEST, History
from csdesk.metrics.context import Context
from csdesk.metrics.intervals import wilson
from csdesk.metrics.retention.renewals import Renewal, RenewalState, renewal_churn, renewals_due
from csdesk.models.months import Month, Period, months_between

LOOKS = (3, 6, 12)
"""Months ahead for which losses are told."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Of the accounts of today, how many may have left within so many months: expected, and the range of 80 %; and the
    MRR that goes with the expected number, at what an account that left paid on average, in minor units.

    `seen` of `of` account-months is what it rests on. `same` is what 'as in the last month' would say.
    """

    months: int
    accounts: int
    expected: float
    low: int
    high: int
    mrr: float
    seen: int
    of: int
    same: float


def leavings(history: History) -> tuple[Leaving, ...]:
    """Losses within each of LOOKS months; empty where fewer than FEWEST months are known."""
    if len(history) < FEWEST:
        return ()
    known = history.until(len(history))
    seen, of = int(known.left.sum()), int(known.accounts.sum())
    accounts = int(known.stayed[-1])
    paid = float(known.churned.sum()) / seen if seen else 0.0
    last = float(known.left[-1])
    found = []
    for months in LOOKS:
        expected, low, high = leaving(seen, of, accounts, months)
        same = min(last * months, accounts)
        found.append(Leaving(months, accounts, expected, low, high, expected * paid, seen, of, same))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Kept:
    """Renewals of the last months that are over: how many accounts came due, how many of them stayed, and Wilson's
    95 % interval of the share; `value` None where none came due."""

    kept: int
    due: int
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class RenewalsAhead:
    """What comes up for renewal in a month: the lines, their MRR in minor units, and how much of it is kept if as much
    is kept as before."""

    month: Month
    lines: tuple[Renewal, ...]
    due: Fraction
    expected: float | None
    low: float | None
    high: float | None


def kept_before(context: Context, months: tuple[Month, ...]) -> Kept:
    """How renewals of those months went; undecided ones have not been lost."""
    measures = [renewal_churn(context, Period(month)) for month in months]
    due, lost = int(sum(one.whole or 0 for one in measures)), int(sum(one.part or 0 for one in measures))
    low, high = wilson(due - lost, due) or (None, None)
    return Kept(due - lost, due, (due - lost) / due if due else None, low, high)


def renewals_ahead(context: Context, first: Month, months: int, kept: Kept) -> tuple[RenewalsAhead, ...]:
    """The renewals of so many months from the first on that are neither renewed nor ended yet."""
    last = first + (months - 1)
    due = renewals_due(
        context.ledger, context.frames.spans, first.first_day, last.last_day, {RenewalState.DUE, RenewalState.UNDECIDED}
    )
    found = []
    for month in months_between(first, last):
        lines = tuple(renewal for renewal in due if Month.of(renewal.on) == month)
        mrr = sum((renewal.mrr for renewal in lines), Fraction(0))
        expected, low, high = (
            None if share is None else float(mrr) * share for share in (kept.value, kept.low, kept.high)
        )
        found.append(RenewalsAhead(month, lines, mrr, expected, low, high))
    return tuple(found)
