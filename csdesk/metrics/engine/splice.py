"""A ledger, and what was made from it, after some accounts' contract lines have changed: of those made anew, of all
others as it was."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import numpy as np

from csdesk.metrics.engine.changes import Parts
from csdesk.metrics.engine.days import Flags, Ints, in_order, summable
from csdesk.metrics.engine.movements import Effects, Moves
from csdesk.metrics.engine.partings import Partings
from csdesk.metrics.engine.segments import Segments
from csdesk.metrics.shapes import SHAPES, Frames, Spans
from csdesk.models.months import Month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import pandas as pd
    from numpy.typing import NDArray

    from csdesk.metrics.engine.currencies import Exchange
    from csdesk.metrics.engine.ledger import Ledger

_Rows = TypeVar("_Rows", Moves, Parts, Partings, Effects)
_Columns: TypeAlias = "Mapping[str, Any]"


def touched_accounts(before: Spans, now: Spans) -> Ints:
    """Accounts with a line that is not in both, or not the same in both; lines stand in order of their ids."""
    gone, come = _differing(before, now, "Spans")
    accounts = (before["account"].to_numpy()[gone], now["account"].to_numpy()[come])
    return np.unique(np.concatenate(accounts))


def touched_abroad(before: Frames, now: Frames) -> Ints:
    """Accounts with a line that is not in both in the same currency at the same amounts in it."""
    if before.currencies is None or now.currencies is None:
        return np.empty(0, dtype=np.int64)
    old, new = before.currencies.lines, now.currencies.lines
    gone, come = _differing(old, new, "Foreign")
    lines = np.concatenate([old["line"].to_numpy()[gone], new["line"].to_numpy()[come]])
    found = [spans["account"].to_numpy()[np.isin(spans["line"], lines)] for spans in (before.spans, now.spans)]
    return np.unique(np.concatenate(found))


def _differing(before: pd.DataFrame, now: pd.DataFrame, shape: str) -> tuple[Flags, Flags]:
    """Rows before that are gone or not the same now, and rows now that have come or were not the same before."""
    row, row_now = _in_both(before["line"].to_numpy(), now["line"].to_numpy())
    gone, come = np.ones(len(before), dtype=np.bool_), np.ones(len(now), dtype=np.bool_)
    gone[row], come[row_now] = False, False
    for name in SHAPES[shape]:
        old, new = _comparable(before, name), _comparable(now, name)
        if len(old) != len(new) or old.__array_interface__["data"] != new.__array_interface__["data"]:
            differs = old[row] != new[row_now]
            gone[row] |= differs
            come[row_now] |= differs
    return gone, come


def _in_both(old: Ints, new: Ints) -> tuple[Ints | slice, Ints | slice]:
    """Rows of the same lines. What is added stands last, and then all before it does."""
    shorter = min(len(old), len(new))
    if (old[:shorter] == new[:shorter]).all():
        return slice(shorter), slice(shorter)
    _, row, row_now = np.intersect1d(old, new, assume_unique=True, return_indices=True)
    return row, row_now


def _comparable(frame: pd.DataFrame, name: str) -> NDArray[Any]:
    """A column in which days that are missing are equal."""
    column = frame[name].to_numpy()
    return column.view(np.int64) if column.dtype.kind == "M" else column


@dataclass(frozen=True, slots=True)
class Splice:
    """Where the rows of two ledgers come to stand in one: those `known` of accounts that are as they were, and all of
    the `part` of those whose lines have changed.

    By position in either ledger's accounts, that in the whole's, -1 for accounts that are left out; by row in either's
    spans, that in the whole's.
    """

    accounts: Ints
    known: Ints
    part: Ints
    known_lines: Ints
    part_lines: Ints

    @classmethod
    def of(cls, known: Ledger, part: Ledger, touched: Ints, before: Spans, now: Spans) -> Splice:
        """The places, where `part` was made from the lines of the touched accounts alone."""
        stays = ~np.isin(known.accounts, touched)
        accounts = np.sort(np.concatenate([known.accounts[stays], part.accounts]), kind="stable")
        place = np.where(stays, np.searchsorted(accounts, known.accounts), -1)
        row, row_now = _in_both(before["line"].to_numpy(), now["line"].to_numpy())
        lines = np.full(len(before), -1, dtype=np.int64)
        lines[row] = np.arange(len(now))[row_now]
        own = np.flatnonzero(np.isin(now["account"].to_numpy(), touched))
        return cls(accounts, place, np.searchsorted(accounts, part.accounts), lines, own)

    def ledger(self, known: Ledger, part: Ledger) -> Ledger:
        """The ledger of the whole."""
        old, new = (_columns(one.segments, _STRETCH) for one in (known, part))
        exchange = None
        if known.exchange is not None and part.exchange is not None:
            exchange, *places = self._exchange(known.exchange, part.exchange)
            for pieces, place, of in zip((old, new), places, (known.exchange.of, part.exchange.of), strict=True):
                pieces["of"] = place[of]
        by = "of" if exchange else "line"
        columns = self._together(old, new, lambda of: _steady(of[by]))
        if exchange:
            exchange = replace(exchange, of=columns.pop("of"))
        segments = _stretches(self.accounts, columns)
        names = _CHANGE if known.fx is None else (*_CHANGE, "fx")
        rows = self._together(_columns(known, names), _columns(part, names), lambda of: _steady(of["owner"]))
        wide = {name: rows[name].astype(segments.mrr.dtype) for name in ("mrr", "entered")}
        begins = rows["month"] + (rows["lines"] == rows["entered_lines"])
        heads = np.diff(rows["owner"], prepend=-1) > 0
        first = Month(int(begins[heads].min())) if len(begins) else known.last + 1
        return replace(known, segments=segments, first=first, exchange=exchange, **(rows | wide))

    def _exchange(self, known: Exchange, part: Exchange) -> tuple[Exchange, Ints, Ints]:
        """Stretches before they are cut, and the place there of those of either, -1 for those that are left out."""
        old, new = (_columns(one.own, _STRETCH) | _columns(one, _COUNTED) for one in (known, part))
        size = len(known.first)
        old["was"], new["was"] = np.arange(size), size + np.arange(len(part.first))
        columns = self._together(old, new, lambda of: _steady(of["line"]))
        place = np.full(size + len(part.first), -1)
        place[columns.pop("was")] = np.arange(len(columns["line"]))
        counted = {name: columns.pop(name) for name in _COUNTED}
        return replace(known, own=_stretches(self.accounts, columns), **counted), place[:size], place[size:]

    def rows(self, known: _Rows, part: _Rows) -> _Rows:
        """What was found in either, in order of month and account."""
        old, new = (_columns(one, [field.name for field in fields(one)]) for one in (known, part))
        return type(known)(**self._together(old, new, lambda of: in_order(of["month"], of["owner"])))

    def _together(self, known: _Columns, part: _Columns, order: Callable[[_Columns], Ints]) -> dict[str, Any]:
        """Columns of both in an order, with owners and lines as they stand in the whole."""
        columns = {}
        for name, column in known.items():
            old, new = column, part[name]
            if name == "owner":
                old, new = self.known[old], self.part[new]
            elif name == "line":
                old, new = (_moved(at, where) for at, where in ((old, self.known_lines), (new, self.part_lines)))
            columns[name] = np.concatenate([old, new])
        rows = order(columns)
        rows = rows[columns["owner"][rows] >= 0]
        return {name: column[rows] for name, column in columns.items()}


_CHANGE = ("owner", "month", "mrr", "lines", "paused", "entered", "entered_lines")
_STRETCH = tuple(field.name for field in fields(Segments) if field.name != "accounts")
_COUNTED = ("currency", "first", "beyond")


def _columns(table: object, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(table, name) for name in names}


def _stretches(accounts: Ints, columns: dict[str, Any]) -> Segments:
    return Segments(accounts, **columns | {"mrr": summable(columns["mrr"])})


def _steady(keys: Ints) -> Ints:
    return np.argsort(keys, kind="stable")


def _moved(rows: Ints, where: Ints) -> Ints:
    """Rows by their new places; -1, which is none, stays."""
    if not len(where):
        return rows
    found = where[rows]
    found[rows < 0] = -1
    return found
