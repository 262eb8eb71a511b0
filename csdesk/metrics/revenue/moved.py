"""Every movement of a period, account by account, with the kind of change or the reason behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.context import Context
from csdesk.metrics.engine.movements import LOSSES, MOVEMENTS, SPLIT, Movement
from csdesk.metrics.engine.units import CHANGES
from csdesk.models.kinds import ChangeKind
from csdesk.models.money import from_ticks, to_ticks
from csdesk.models.months import Month, Period


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of an account in a month; `mrr` in minor units, from 0 up, of an FX effect also below 0. Expansions
    and contractions come in parts, one a kind of `change`, which sum to the movement; `stated` where a person has set
    the kind.

    `line` is the contract line that it is about: the one that a part came with, or the last to end before a churn.
    """

    month: Month
    account: int
    movement: Movement
    mrr: Fraction
    change: ChangeKind | None = None
    stated: bool = False
    line: int | None = None

    @property
    def signed(self) -> Fraction:
        """What it adds to MRR: below 0 for losses."""
        return -self.mrr if self.movement in LOSSES else self.mrr

    @property
    def size(self) -> int:
        """Its ticks, from 0 up."""
        return abs(to_ticks(self.mrr))


def moved(context: Context, period: Period) -> tuple[Moved, ...]:
    """The movements of a period, by month, then by kind of movement, then largest first."""
    found = (*_whole(context, period), *_parts(context, period), *_by_rates(context, period))
    places = {movement: place for place, movement in enumerate(Movement)}
    return tuple(sorted(found, key=lambda one: (one.month.ordinal, places[one.movement], -one.size, one.account)))


def _whole(context: Context, period: Period) -> Iterator[Moved]:
    accounts, moves = context.ledger.accounts, context.moves.between(period.first, period.last)
    last = _last_lines(context, period)
    columns = (moves.month, moves.owner, accounts[moves.owner], moves.kind, moves.ticks)
    for month, owner, account, kind, ticks in zip(*(column.tolist() for column in columns), strict=True):
        movement = MOVEMENTS[kind]
        if movement in SPLIT:
            continue
        ended = last.get((owner, month)) if movement is Movement.CHURN else None
        yield Moved(Month(month), account, movement, from_ticks(ticks), line=ended)


def _parts(context: Context, period: Period) -> Iterator[Moved]:
    accounts, lines = context.ledger.accounts, context.frames.spans["line"].to_numpy()
    parts = context.parts.between(period.first, period.last)
    columns = (parts.month, accounts[parts.owner], parts.movement, parts.ticks, parts.change, parts.stated)
    for month, account, movement, ticks, change, stated, line in zip(
        *(column.tolist() for column in (*columns, lines[parts.line])), strict=True
    ):
        yield Moved(Month(month), account, MOVEMENTS[movement], from_ticks(ticks), CHANGES[change], stated, line)


def _by_rates(context: Context, period: Period) -> Iterator[Moved]:
    accounts, effects = context.ledger.accounts, context.effects.between(period.first, period.last)
    columns = (effects.month, accounts[effects.owner], effects.ticks)
    for month, account, ticks in zip(*(column.tolist() for column in columns), strict=True):
        yield Moved(Month(month), account, Movement.FX, from_ticks(ticks))


def _last_lines(context: Context, period: Period) -> dict[tuple[int, int], int]:
    """Of each owner and month of churn, the contract line that ended last by the end of that month."""
    partings = context.partings.between(period.first.ordinal, period.last.ordinal)
    known = partings.line >= 0
    lines = context.frames.spans["line"].to_numpy()[partings.line[known]]
    keys = zip(partings.owner[known].tolist(), partings.month[known].tolist(), strict=True)
    return dict(zip(keys, lines.tolist(), strict=True))
