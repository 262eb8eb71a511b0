"""Why MRR changed: new, reactivation, expansion, contraction and churn, account by account and month by month."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from csdesk.metrics.engine.days import Ints, day_number, in_time
from csdesk.metrics.engine.ledger import Ledger, months_held
from csdesk.models.months import Month, Period


class Movement(StrEnum):
    """What became of an account's MRR from one month to the next.

    NEW: never paid before. REACTIVATION: paid earlier, not the month before; never NEW again. CHURN: no longer a
    paying logo. EXPANSION and CONTRACTION: paying the month before, and still a logo; a pause is a contraction, and
    paying again after it a reactivation. FX: what other exchange rates made of it, apart from all others.
    """

    NEW = "new"
    REACTIVATION = "reactivation"
    EXPANSION = "expansion"
    CONTRACTION = "contraction"
    CHURN = "churn"
    FX = "fx"


MOVEMENTS = tuple(movement for movement in Movement if movement is not Movement.FX)
"""Those that somebody has caused."""
GAINS = frozenset({Movement.NEW, Movement.REACTIVATION, Movement.EXPANSION})
LOSSES = frozenset({Movement.CONTRACTION, Movement.CHURN})
SPLIT = frozenset({Movement.EXPANSION, Movement.CONTRACTION})
"""Those that are told by kind of change."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Every movement, in order of month: positions in the ledger's accounts, places in MOVEMENTS, ticks from 0 up."""

    month: Ints
    owner: Ints
    kind: NDArray[np.int8]
    ticks: Ints

    def between(self, first: Month, last: Month) -> "Moves":
        """Those of the months from first to last."""
        low, high = np.searchsorted(self.month, [first.ordinal, last.ordinal + 1])
        rows = slice(low, high)
        return Moves(self.month[rows], self.owner[rows], self.kind[rows], self.ticks[rows])

    def of(self, kind: Movement) -> tuple[Ints, Ints]:
        """Owners and ticks of one kind."""
        rows = self.kind == MOVEMENTS.index(kind)
        return self.owner[rows], self.ticks[rows]


def moves_of(ledger: Ledger) -> Moves:
    """The movements of a ledger.

    Exact, per account and in total: start + new + reactivation + expansion - contraction - churn + FX = end, where the
    start of a month is the end of the month before and what was there before the records begin. What came is worth
    what it is at the rates of its month; what became more, less or nothing, at the rates of the month before.
    """
    before, lines_before, paused_before = ledger.before()
    change = ledger.mrr - before if ledger.fx is None else ledger.mrr - before - ledger.fx
    paid, pays = lines_before > paused_before, ledger.lines > ledger.paused
    gone = (lines_before > 0) & (ledger.lines == 0)
    seen = np.zeros(len(ledger.owner), dtype=np.bool_)
    seen[1:] = ledger.owner[1:] == ledger.owner[:-1]
    kind = np.select(
        [~paid & pays & ~seen, ~paid & pays, gone, change > 0, change < 0],
        [MOVEMENTS.index(m) for m in _IN_ORDER],
        default=-1,
    ).astype(np.int8)
    moved = np.flatnonzero(kind >= 0)
    moved = moved[in_time(ledger.month[moved])]
    return Moves(ledger.month[moved], ledger.owner[moved], kind[moved], np.abs(change[moved]))


@dataclass(frozen=True, slots=True)
class Effects:
    """What exchange rates alone made of accounts' MRR, in order of month: positions in the ledger's accounts, ticks
    that may be below 0."""

    month: Ints
    owner: Ints
    ticks: Ints

    def between(self, first: Month, last: Month) -> "Effects":
        """Those of the months from first to last."""
        low, high = np.searchsorted(self.month, [first.ordinal, last.ordinal + 1])
        rows = slice(low, high)
        return Effects(self.month[rows], self.owner[rows], self.ticks[rows])


def effects_of(ledger: Ledger) -> Effects:
    """The effects of rates in a ledger; none where all is in one currency."""
    fx = np.zeros(0, dtype=np.int64) if ledger.fx is None else ledger.fx
    moved = np.flatnonzero(fx)
    moved = moved[np.argsort(ledger.month[moved], kind="stable")]
    return Effects(ledger.month[moved], ledger.owner[moved], fx[moved])


_IN_ORDER = (Movement.NEW, Movement.REACTIVATION, Movement.CHURN, Movement.EXPANSION, Movement.CONTRACTION)


@dataclass(frozen=True, slots=True)
class Visit:
    """An account that came and left between two snapshots: in no movement, so listed. `mrr` is in ticks."""

    account: int
    start: int
    end: int
    mrr: int


def joined_and_lost(ledger: Ledger, period: Period) -> tuple[Visit, ...]:
    """Runs of service that ended in the period without being there at any month's snapshot."""
    runs = ledger.segments.runs
    inside = (runs.end >= day_number(period.first.first_day)) & (runs.end <= ledger.day_of(period))
    owner, start, end = (column[inside] for column in (runs.owner, runs.start, runs.end))
    first, beyond = months_held(start, end, ledger.snapshot, ledger.cutoff)
    return tuple(
        _visit(ledger, int(owner[row]), int(start[row]), int(end[row])) for row in np.flatnonzero(first >= beyond)
    )


def _visit(ledger: Ledger, owner: int, start: int, end: int) -> Visit:
    own = ledger.segments.where(np.flatnonzero(ledger.segments.owner == owner))
    begun = [day for day in set(own.start.tolist()) if start <= day <= end]  # MRR is at its most as something begins
    mrr = max(int(own.mrr[(own.start <= day) & (own.end >= day)].sum()) for day in begun)
    return Visit(int(ledger.accounts[owner]), start, end, mrr)
