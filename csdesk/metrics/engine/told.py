"""What was found of periods, taken over after some accounts' contract lines have changed wherever it is as it was."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import wraps
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, cast

import numpy as np

from csdesk.metrics.engine.currencies import HOME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from csdesk.metrics.engine.changes import Parts
    from csdesk.metrics.engine.days import Ints
    from csdesk.metrics.engine.ledger import Ledger
    from csdesk.metrics.engine.movements import Moves
    from csdesk.models.months import Period

T = TypeVar("T")
_Steps: TypeAlias = "Mapping[int, Mapping[int, tuple[int, ...]]]"
"""By account, by month in which it changed: MRR, whether it pays, whether a line is paused, and what entered."""

_NOBODY: tuple[int, ...] = (0, False, False)
_YEAR = 12
"""Months by which a period can outlast the last month that is known, at most."""


class Reads(StrEnum):
    """All that a figure of a period is made of: the MOVES of its months, with their parts; or its ENDS, which are the
    month before it and its last, account by account, with what moved between."""

    MOVES = "moves"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Stir:
    """Months in which accounts moved otherwise than was known, and months in which they stood otherwise."""

    moved: frozenset[int]
    stood: frozenset[int]

    def spares(self, reads: Reads, period: Period) -> bool:
        """Whether all that a figure reads of a period is as it was."""
        first, last = period.first.ordinal, period.last.ordinal
        return self.moved.isdisjoint(range(first, last + 1)) and (
            reads is Reads.MOVES or self.stood.isdisjoint((first - 1, last))
        )


def stir_of(
    known: Ledger, part: Ledger, touched: Ints, moves: Iterable[tuple[Moves | Parts, Moves | Parts]]
) -> Stir | None:
    """What the touched accounts stirred, of which `part` is made anew; `moves` are those of each ledger, and their
    parts. None where what was there before the records begin is not the same, which every figure may rest on."""
    before, now = _steps(known, touched), _steps(part, touched)
    if _entered(before) != _entered(now):
        return None
    last = known.last.ordinal
    stood = {*_differing(before, now, last), *_otherwise(_abroad(known, touched), _abroad(part, touched), last)}
    moved = (month for old, new in moves for month, *_ in _rows(known, old, touched) ^ _rows(part, new, touched))
    return Stir(frozenset(moved), frozenset(stood))


def _steps(ledger: Ledger, touched: Ints) -> _Steps:
    rows = _of(ledger, ledger.owner, touched)
    found: dict[int, dict[int, tuple[int, ...]]] = {}
    columns = (ledger.accounts[ledger.owner[rows]], ledger.month[rows], ledger.mrr[rows], ledger.lines[rows] > 0)
    rest = (ledger.paused[rows] > 0, ledger.entered[rows], ledger.entered_lines[rows])
    for account, month, *state in zip(*(column.tolist() for column in (*columns, *rest)), strict=True):
        found.setdefault(account, {})[month] = tuple(state)
    return found


def _of(ledger: Ledger, owner: Ints, accounts: Ints) -> Ints:
    """Rows of some accounts, by the owner of each row."""
    return np.flatnonzero(np.isin(ledger.accounts, accounts)[owner])


def _entered(steps: _Steps) -> set[tuple[int, ...]]:
    known = {(account, month, *step[-2:]) for account, months in steps.items() for month, step in months.items()}
    return {row for row in known if row[-1]}


def _rows(ledger: Ledger, moves: Moves | Parts, touched: Ints) -> set[tuple[int, ...]]:
    """Movements, or their parts, without the rows of the spans, which stand for nothing of their own."""
    rows = _of(ledger, moves.owner, touched)
    others = [field.name for field in fields(moves) if field.name not in {"month", "owner", "line"}]
    columns = (moves.month, ledger.accounts[moves.owner], *(getattr(moves, name) for name in others))
    return set(zip(*(column[rows].tolist() for column in columns), strict=True))


def _differing(before: _Steps, now: _Steps, last: int) -> Iterable[int]:
    """Months in which an account does not stand as it stood; those after the last are as the last."""
    for account in {*before, *now}:
        old, new = (steps.get(account, {}) for steps in (before, now))
        stood, stands = _NOBODY, _NOBODY
        for month, beyond in pairwise([*sorted({*old, *new}), last + _YEAR]):
            stood, stands = (steps.get(month, (*state, 0, 0))[:3] for steps, state in ((old, stood), (new, stands)))
            if stood != stands:
                yield from range(month, beyond)


def _abroad(ledger: Ledger, touched: Ints) -> Counter[tuple[int, ...]]:
    """What the accounts pay in other currencies: from which month, up to which, account, currency and amount. Another
    such amount may be worth as much at one rate, and not at another."""
    if ledger.exchange is None:
        return Counter()
    exchange, own = ledger.exchange, ledger.exchange.own
    rows = _of(ledger, own.owner, touched)
    rows = rows[exchange.currency[rows] != HOME]
    columns = (exchange.first, exchange.beyond, ledger.accounts[own.owner], exchange.currency, own.mrr)
    return Counter(zip(*(column[rows].tolist() for column in columns), strict=True))


def _otherwise(before: Counter[tuple[int, ...]], now: Counter[tuple[int, ...]], last: int) -> Iterable[int]:
    """Months of those that are not in both."""
    for first, beyond, *_ in (before - now) + (now - before):
        yield from range(first, beyond if beyond <= last else last + _YEAR)


class Told:
    """Figures of periods by what they read. They name accounts by their ids, for their places may change."""

    def __init__(self, known: Mapping[tuple[Reads, Period], Mapping[str, Any]] | None = None) -> None:
        self._figures = {of: dict(figures) for of, figures in (known or {}).items()}

    def kept(self, reads: Reads, name: str, period: Period, make: Callable[[], T]) -> T:
        """What `make` gives, made once."""
        figures = self._figures.setdefault((reads, period), {})
        if name not in figures:
            figures[name] = make()
        return cast("T", figures[name])

    def but_for(self, stir: Stir | None) -> Told:
        """Those that are as they were."""
        if stir is None:
            return Told()
        return Told({of: figures for of, figures in self._figures.items() if stir.spares(*of)})


class _Tells(Protocol):
    """A context."""

    @property
    def told(self) -> Told: ...


_Context = TypeVar("_Context", bound=_Tells)


def kept_by(reads: Reads) -> Callable[[Callable[[_Context, Period], T]], Callable[[_Context, Period], T]]:
    """Has a figure of a context and a period kept by what it reads; it must read nothing else."""

    def keeping(figure: Callable[[_Context, Period], T]) -> Callable[[_Context, Period], T]:
        @wraps(figure)
        def kept(context: _Context, period: Period) -> T:
            return context.told.kept(reads, figure.__qualname__, period, lambda: figure(context, period))

        return kept

    return keeping
