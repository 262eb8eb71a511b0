"""Why paying accounts' MRR rose or fell: expansions and contractions split by kind of change, exactly."""

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from csdesk.metrics.engine.days import MONTHS, Flags, Ints, totals
from csdesk.metrics.engine.events import events_of
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.engine.movements import MOVEMENTS, Movement, Moves
from csdesk.metrics.engine.units import CHANGES, NONE, Units, units_of
from csdesk.metrics.shapes import Spans
from csdesk.models.kinds import ChangeKind
from csdesk.models.money import TICKS
from csdesk.models.months import Month

_PLACE = {kind: place for place, kind in enumerate(CHANGES)}
_EITHER_WAY = (ChangeKind.SEATS, ChangeKind.PRICE, ChangeKind.DISCOUNT, ChangeKind.PAUSE)
_OF_AN_END = (ChangeKind.DOWNGRADE, ChangeKind.DROPPED, ChangeKind.LONGER_TERM)
"""What a line that ends with nothing in its place can be said to be."""

GROWTHS = (ChangeKind.UPSELL, ChangeKind.CROSS_SELL, ChangeKind.ADD_ON, *_EITHER_WAY)
LOSSES = (*_OF_AN_END, *_EITHER_WAY)


@dataclass(frozen=True)
class Parts:
    """Expansions and contractions by kind of change, in order of month: positions in the ledger's accounts, places in
    MOVEMENTS and CHANGES, ticks above 0. The parts of one account and month sum to its movement.

    `line` is the row of the spans that a part is about; `stated` marks kinds that a person has set.
    """

    month: Ints
    owner: Ints
    movement: NDArray[np.int8]
    change: NDArray[np.int8]
    ticks: Ints
    stated: Flags
    line: Ints

    def between(self, first: Month, last: Month) -> "Parts":
        """Those of the months from first to last."""
        low, high = np.searchsorted(self.month, [first.ordinal, last.ordinal + 1])
        return self.at(slice(low, high))

    def at(self, rows: Ints | slice) -> "Parts":
        """Those rows, in their order."""
        return Parts(**{f.name: getattr(self, f.name)[rows] for f in fields(self)})

    def by_kind(self, movement: Movement, first: Month, last: Month) -> dict[ChangeKind, int]:
        """Ticks of a movement by kind of change in the months from first to last, the largest first."""
        begin, table = self._by_month
        low, high = (max(month.ordinal - begin, 0) for month in (first, last + 1))
        sums = table[low:high, MOVEMENTS.index(movement)].sum(axis=0).tolist()
        return {CHANGES[at]: sums[at] for at in sorted(range(len(sums)), key=lambda at: -sums[at]) if sums[at]}

    @cached_property
    def _by_month(self) -> tuple[int, Ints]:
        """The first month, and ticks by month from there on, movement and kind of change."""
        begin, months = (int(self.month[0]), int(np.ptp(self.month)) + 1) if len(self.month) else (0, 0)
        table = np.zeros((months, len(MOVEMENTS), len(CHANGES)), dtype=self.ticks.dtype)
        np.add.at(table, (self.month - begin, self.movement, self.change), self.ticks)
        return begin, table


def parts_of(ledger: Ledger, spans: Spans, moves: Moves) -> Parts:
    """The parts of every expansion and contraction of a ledger.

    Lines of one product that take each other's place are compared as a whole; a line that only begins or only ends
    stands for itself. What an account lost in the month of an expansion is set against its largest gain first, and
    the other way round, so that the parts are what the movement is.
    """
    signs = _Signs.of(moves)
    units = units_of(events_of(ledger, spans, signs.key), spans)
    told = _told(units)
    return _netted(_split(units, *told), signs)


@dataclass(frozen=True, slots=True)
class _Signs:
    """The expansions (1) and contractions (-1) by owner and month, ascending."""

    key: Ints
    sign: Ints

    @classmethod
    def of(cls, moves: Moves) -> "_Signs":
        up, down = (moves.kind == MOVEMENTS.index(m) for m in (Movement.EXPANSION, Movement.CONTRACTION))
        rows = np.flatnonzero(up | down)
        key = moves.owner[rows] * MONTHS + moves.month[rows]
        order = np.argsort(key)
        return cls(key[order], np.where(up[rows], 1, -1)[order])


def _told(units: Units) -> tuple[Ints, Flags]:
    """The place in CHANGES of each unit, and whether a person has set it."""
    grows = units.delta > 0
    by_hand = np.where(grows, _among(units.opened.said, GROWTHS), _among(units.opened.said, LOSSES))
    ended = np.where(units.opened.count == 0, _among(units.closed.said, _OF_AN_END), NONE)
    by_hand = np.where(by_hand != NONE, by_hand, np.where(grows, NONE, ended))
    stated = by_hand != NONE
    return np.where(stated, by_hand, _derived(units, grows)), stated


def _among(said: Ints, kinds: tuple[ChangeKind, ...]) -> Ints:
    return np.where(np.isin(said, [_PLACE[kind] for kind in kinds]), said, NONE)


def _derived(units: Units, grows: Flags) -> Ints:
    """What the lines themselves tell."""
    opened, closed = units.opened, units.closed
    both = (opened.count > 0) & (closed.count > 0)
    begins, ends = ~both & (closed.count == 0), ~both & (opened.count == 0)
    seats_known = (opened.seats >= 0) & (closed.seats >= 0)
    one_more = units.known & ~units.began & (opened.seats > 0)
    one_less = units.known & ~units.gone & (closed.seats > 0)
    list_stands = np.where(grows, opened.gross <= closed.gross, opened.gross >= closed.gross)
    only_longer = ~grows & units.longer & ~units.other_plan & (opened.seats >= closed.seats)
    choices = (
        (opened.paused != closed.paused, ChangeKind.PAUSE),
        (units.carried, ChangeKind.DISCOUNT),
        (begins & units.extra, ChangeKind.ADD_ON),
        (begins & units.swap & units.began, ChangeKind.UPSELL),
        (begins & units.began & units.known, ChangeKind.CROSS_SELL),
        (begins & one_more, ChangeKind.SEATS),
        (ends & units.swap & units.gone, ChangeKind.DOWNGRADE),
        (ends & one_less, ChangeKind.SEATS),
        (ends, ChangeKind.DROPPED),
        (both & only_longer, ChangeKind.LONGER_TERM),
        (both & units.other_plan & grows, ChangeKind.UPSELL),
        (both & units.other_plan, ChangeKind.DOWNGRADE),
        (both & list_stands, ChangeKind.DISCOUNT),
        (both & seats_known, ChangeKind.PRICE),
    )
    return np.select([when for when, _ in choices], [_PLACE[kind] for _, kind in choices], _PLACE[ChangeKind.UNKNOWN])


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Signed parts of units, in no order."""

    key: Ints
    change: Ints
    ticks: Ints
    stated: Flags
    line: Ints


def _split(units: Units, change: Ints, stated: Flags) -> _Pieces:
    """Units as pieces: where lines took each other's place and seats moved the way MRR did, as much as those seats
    cost before is seats, and the rest what the lines tell otherwise."""
    opened, closed, delta = units.opened, units.closed, units.delta
    moved = np.where((opened.seats >= 0) & (closed.seats > 0) & (opened.count > 0), opened.seats - closed.seats, 0)
    told = [_PLACE[kind] for kind in (ChangeKind.PAUSE, ChangeKind.LONGER_TERM)]
    counts = (np.sign(moved) == np.sign(delta)) & (delta != 0) & ~stated & ~np.isin(change, told) & ~units.carried
    worth = closed.mrr / np.maximum(closed.seats, 1) * np.abs(moved)
    # A rest of less than one minor unit is a price rounded, not a price changed.
    whole = worth >= np.abs(delta) - TICKS
    seats = np.where(counts, np.sign(delta) * np.where(whole, np.abs(delta), np.trunc(worth).astype(delta.dtype)), 0)
    line = np.where(opened.lead >= 0, opened.lead, closed.lead)
    twice = [np.concatenate([column, column]) for column in (units.key, stated, line)]
    kinds = np.concatenate([change, np.full(len(change), _PLACE[ChangeKind.SEATS])])
    pieces = _Pieces(twice[0], kinds, np.concatenate([delta - seats, seats]), twice[1], twice[2])
    rows = pieces.ticks != 0
    return _Pieces(*(getattr(pieces, f.name)[rows] for f in fields(pieces)))


def _netted(pieces: _Pieces, signs: _Signs) -> Parts:
    """The pieces that go the way of their movement, less those that go against it."""
    at = np.searchsorted(signs.key, pieces.key)
    with_it = np.sign(pieces.ticks) == signs.sign[at]
    against = totals(at[~with_it], np.abs(pieces.ticks[~with_it]), len(signs.key))
    rows = np.flatnonzero(with_it)
    rows = rows[np.lexsort((pieces.line[rows], pieces.change[rows], -np.abs(pieces.ticks[rows]), at[rows]))]
    size, of = np.abs(pieces.ticks[rows]), at[rows]
    sums = np.cumsum(size)
    begins = np.flatnonzero(np.diff(of, prepend=-1))
    so_far = sums - np.repeat((sums - size)[begins], np.diff(np.append(begins, len(of))))
    left = np.clip(so_far - against[of], 0, size)
    kept = left > 0
    rows, of, left = rows[kept], of[kept], left[kept]
    parts = Parts(
        month=signs.key[of] % MONTHS,
        owner=signs.key[of] // MONTHS,
        movement=np.where(
            signs.sign[of] > 0, MOVEMENTS.index(Movement.EXPANSION), MOVEMENTS.index(Movement.CONTRACTION)
        ).astype(np.int8),
        change=pieces.change[rows].astype(np.int8),
        ticks=left,
        stated=pieces.stated[rows],
        line=pieces.line[rows],
    )
    return parts.at(np.argsort(parts.month, kind="stable"))
