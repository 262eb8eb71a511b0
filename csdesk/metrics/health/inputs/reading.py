"""The frames as of a day, with accounts by position, and the readings made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from csdesk.metrics.engine.days import OPEN, Flags, Floats, Ints, day_numbers, first_days, month_ordinals

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from csdesk.metrics.shapes import Frames, Spans

    Dated: TypeAlias = tuple[pd.DataFrame, Ints, Ints]

UNDATED = OPEN
"""The day of a reading that has none; it never goes stale."""

MONTH, QUARTER, HALF_YEAR, YEAR = 30, 90, 180, 365


def ages_of(spans: Spans, accounts: Ints, day: int) -> Ints:
    """Whole calendar months that each account has been served on a day, since its first contract line started; 0 where
    that is not known. From the 31st of January to the last of February is none, to the 31st of March two."""
    book = _places(accounts, spans["account"])
    begun = np.full(len(accounts), day, dtype=np.int64)
    np.minimum.at(begun, book[book >= 0], day_numbers(spans["start"])[book >= 0])
    today = np.full(len(accounts), day, dtype=np.int64)
    month, now = month_ordinals(begun), month_ordinals(today)
    short = today - first_days(now) < begun - first_days(month)
    return np.asarray(now - month - short, dtype=np.int64)


def _places(accounts: Ints, ids: pd.Series[Any] | Ints) -> Ints:
    """Where each account stands; -1 for those not known."""
    if not len(accounts):
        return np.full(len(ids), -1, dtype=np.int64)
    order = np.argsort(accounts)
    at = order[np.minimum(np.searchsorted(accounts, ids, sorter=order), len(order) - 1)]
    return np.where(accounts[at] == ids, at, -1)


@dataclass(frozen=True, slots=True)
class Reading:
    """Raw values, NaN where there is none, and the days they are of (UNDATED where that is not known)."""

    raw: Floats
    on: Ints


@dataclass(frozen=True, slots=True)
class AccountBook:
    """The frames as of a day, with accounts by position."""

    frames: Frames
    accounts: Ints
    day: int
    measures: Mapping[str, str] = field(default_factory=dict)
    """The measure that a factor of use is to read, where a person has said so."""
    used: dict[str, Used | None] = field(default_factory=dict)
    """Use by measure, kept because several factors read the same."""
    read: dict[tuple[int, str], tuple[pd.DataFrame, Dated]] = field(default_factory=dict)
    """Rows by frame and day, for the same reason; a frame that is held here keeps its id to itself."""

    def use(self, code: str) -> Used | None:
        """Rows of a measure that are over by the day; None without any."""
        if code not in self.used:
            self.used[code] = use_of(self, code)
        return self.used[code]

    def rows(self, frame: pd.DataFrame, on: str) -> Dated:
        """Rows of known accounts dated up to the day, their accounts by position, and their days."""
        key = id(frame), on
        if key not in self.read:
            self.read[key] = frame, self._rows(frame, on)
        return self.read[key][1]

    def _rows(self, frame: pd.DataFrame, on: str) -> Dated:
        days = day_numbers(frame[on])
        past = np.flatnonzero(days <= self.day)
        at = self.positions(frame["account"].to_numpy()[past])
        kept = past[at >= 0]
        return frame.take(kept), at[at >= 0], days[kept]

    def positions(self, ids: pd.Series[Any] | Ints) -> Ints:
        """Where each account stands; -1 for those not known."""
        return _places(self.accounts, ids)

    def nothing(self) -> Floats:
        return np.full(len(self.accounts), np.nan)

    def every(self, day: int) -> Ints:
        return np.full(len(self.accounts), day, dtype=np.int64)

    def sums(self, at: Ints, amounts: Floats) -> Floats:
        return np.bincount(at, weights=amounts, minlength=len(self.accounts)).astype(np.float64)

    def counts(self, at: Ints) -> Ints:
        return np.bincount(at, minlength=len(self.accounts))

    def latest(self, at: Ints, days: Ints) -> Ints:
        """The last of its days for each account; a day before all others where it has none."""
        last = np.full(len(self.accounts), -OPEN, dtype=np.int64)
        np.maximum.at(last, at, days)
        return last

    def recent_mean(self, at: Ints, days: Ints, values: Floats, window: int) -> Reading:
        """Mean of the values of the days up to each account's own last one."""
        last = self.latest(at, days)
        recent = days > last[at] - window
        n = self.counts(at[recent])
        return Reading(np.where(n > 0, self.sums(at[recent], values[recent]) / np.maximum(n, 1), np.nan), last)


@dataclass(frozen=True, slots=True)
class Used:
    """Use of one measure: account by position, the days each row covers, the amount; `end` is the last day covered by
    anyone, `begun` each account's first."""

    owner: Ints
    first: Ints
    last: Ints
    amount: Floats
    end: int
    begun: Ints

    def inside(self, low: int, high: int) -> Flags:
        return (self.last >= low) & (self.first <= high)


def use_of(book: AccountBook, code: str) -> Used | None:
    """A month's row counts once the month is over."""
    use = book.frames.use
    rows, at, first = book.rows(use[use["measure"] == code], "on")
    last, monthly = first.copy(), rows["monthly"].to_numpy(dtype=np.bool_)
    last[monthly] = first_days(month_ordinals(first[monthly]) + 1) - 1
    over = last <= book.day
    if not over.any():
        return None
    at, first, last = at[over], first[over], last[over]
    begun = -book.latest(at, -first)
    return Used(at, first, last, rows["amount"].to_numpy()[over], int(last.max()), begun)
