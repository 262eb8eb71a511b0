"""Who has done what on which day: the rows of use as users, days and measures by number, sorted by day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import SPREAD, Flags, Floats, Ints, first_days, in_time, month_ordinals
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from csdesk.metrics.shapes import Frames


NEVER = 2**40
"""A day that never comes."""


class Doing(StrEnum):
    """What makes a user active: anything at all, use of what the team counts as value, or so much of one measure."""

    LOGIN = "login"
    VALUE = "value"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Activity:
    """What counts as active; `measure` (its code) and `least` (its sum in some days) are those of a threshold."""

    doing: Doing = Doing.LOGIN
    measure: str = ""
    least: float = 1.0


ANY_USE = Activity()
OF_VALUE = Activity(Doing.VALUE)


@dataclass(frozen=True, eq=False)
class Doings:
    """Use by user. Users are contacts (`of`) where any use names one, and then use that names none is left out; else
    accounts stand in for their users. The two are never counted together.

    Rows are `user` and `measure` (positions in `users` and `codes`), `day` and `amount`, by day. `monthly`: use is
    known by calendar month alone, and a row's day is the first of its month.
    """

    of: Kind
    users: Ints
    accounts: Ints
    """The account of each user."""
    codes: tuple[str, ...]
    qualifies: Flags
    least: Floats
    key: Flags
    """Of each measure: whether it counts as value, from which sum (0: anything), and whether it is a key feature."""
    user: Ints
    measure: Ints
    day: Ints
    amount: Floats
    monthly: bool
    nameless: Ints
    """Accounts whose use names no contact, while that of others does."""
    days_left_out: tuple[Ints, Ints]
    """The days of rows left out as they name nobody, and of those left out as they are of a whole month; ascending."""

    @property
    def known(self) -> tuple[int, int] | None:
        """The first and last day of which there is use; None where there is none."""
        if not len(self.day):
            return None
        last = int(self.day[-1])
        return int(self.day[0]), _month_end(last) if self.monthly else last

    def least_of(self, activity: Activity) -> Floats:
        """Of each measure the sum from which it makes active: 0 for anything, infinity where it never does."""
        if activity.doing is Doing.LOGIN:
            return np.zeros(len(self.codes))
        if activity.doing is Doing.VALUE:
            return np.where(self.qualifies, self.least, np.inf)
        return np.array([activity.least if code == activity.measure else np.inf for code in self.codes], np.float64)

    def active(self, first: int, last: int, activity: Activity = OF_VALUE) -> Flags:
        """Whether each user was active from one day to another. A measure counts from its least sum in these days."""
        rows, least = self.between(first, last), self.least_of(activity)
        found = np.zeros(len(self.users), dtype=np.bool_)
        anything = least <= 0
        user = self.user[rows]
        found[user if anything.all() else user[anything[self.measure[rows]]]] = True
        for code in np.flatnonzero((least > 0) & (least < np.inf)):
            found |= self.sums(first, last, int(code)) >= least[code]
        return found

    def by_day(self, first: int, last: int, activity: Activity = OF_VALUE) -> Flags:
        """A row for each user and a column for each day: whether it was active. A measure counts from its least sum in
        a day."""
        rows, least, days = self.between(first, last), self.least_of(activity), last - first + 1
        place, measure = self.user[rows] * days + self.day[rows] - first, self.measure[rows]
        found = np.zeros(len(self.users) * days, dtype=np.bool_)
        found[place[(least <= 0)[measure]]] = True
        for code in np.flatnonzero((least > 0) & (least < np.inf)):
            mine = measure == code
            found |= np.bincount(place[mine], self.amount[rows][mine], minlength=len(found)) >= least[code]
        return found.reshape(-1, days)

    @cached_property
    def first_active(self) -> Ints:
        """The first day on which each user was active; NEVER where there is none."""
        first = np.full(len(self.users), NEVER, dtype=np.int64)
        rows = (self.qualifies & (self.least <= 0))[self.measure]
        first[self.user[rows][::-1]] = self.day[rows][::-1]  # the earliest is written last
        for code in np.flatnonzero(self.qualifies & (self.least > 0)):
            mine = self.measure == code
            keys, place = np.unique(self.user[mine] * SPREAD + self.day[mine], return_inverse=True)
            enough = keys[np.bincount(place, self.amount[mine], minlength=len(keys)) >= self.least[code]]
            np.minimum.at(first, enough // SPREAD, enough % SPREAD)
        return first

    def sums(self, first: int, last: int, measure: int) -> Floats:
        """How much of a measure each user did from one day to another."""
        rows = self.between(first, last)
        mine = self.measure[rows] == measure
        sums = np.bincount(self.user[rows][mine], self.amount[rows][mine], minlength=len(self.users))
        return sums.astype(np.float64)

    def between(self, first: int, last: int) -> slice:
        """The rows from one day to another."""
        return slice(int(np.searchsorted(self.day, first)), int(np.searchsorted(self.day, last, "right")))


@dataclass(frozen=True, eq=False)
class Uses:
    """The use of a book by user, made when first asked for: it is the same on whatever day one looks at it."""

    frames: Frames

    @cached_property
    def doings(self) -> Doings:
        """By day where any is known by day, and then use of whole months is left out."""
        return _doings_of(self.frames, months=False)

    @cached_property
    def with_months(self) -> Doings:
        """With use of whole months, each on the first of its month."""
        return _doings_of(self.frames, months=True)


def _doings_of(frames: Frames, *, months: bool) -> Doings:
    import pandas as pd

    use = frames.use
    contact, account = use["contact"].to_numpy(), use["account"].to_numpy()
    whole_month, counts = use["monthly"].to_numpy(), use["amount"].to_numpy() > 0
    named = counts & (contact >= 0)
    of = Kind.CONTACT if named.any() else Kind.ACCOUNT
    kept = named if of is Kind.CONTACT else counts
    monthly = not (kept & ~whole_month).any()
    taken = kept if monthly or months else kept & ~whole_month
    left_out = counts & ~taken
    of_months = left_out & whole_month if not months else np.zeros_like(left_out)
    rows = np.flatnonzero(taken)
    days = use["on"].to_numpy().astype("datetime64[D]").astype(np.int64)
    rows = rows[in_time(days[rows])]
    user, users = pd.factorize((contact if of is Kind.CONTACT else account)[rows], sort=True)
    whose = np.zeros(len(users), dtype=np.int64)
    whose[user] = account[rows]
    codes, measure = _codes(frames, rows)
    qualifies, least, key = _judged(frames, codes)
    nameless = np.setdiff1d(account[counts & ~named], account[named]) if of is Kind.CONTACT else account[:0]
    return Doings(
        of=of,
        users=users.astype(np.int64),
        accounts=whose,
        codes=codes,
        qualifies=qualifies,
        least=least,
        key=key,
        user=user.astype(np.int64),
        measure=measure,
        day=days[rows],
        amount=use["amount"].to_numpy()[rows],
        monthly=monthly,
        nameless=nameless,
        days_left_out=(np.sort(days[left_out & ~of_months]), np.sort(days[of_months])),
    )


def _codes(frames: Frames, rows: Ints) -> tuple[tuple[str, ...], Ints]:
    """The measures of the book, and the position of each row's among them."""
    use = frames.use["measure"].astype("category").cat
    known = tuple(map(str, use.categories))
    codes = tuple(dict.fromkeys((*frames.measures["measure"].tolist(), *known)))
    place = {code: at for at, code in enumerate(codes)}
    places = np.array([place[code] for code in known], dtype=np.int64)
    return codes, places[use.codes.to_numpy()[rows]] if len(rows) else np.empty(0, dtype=np.int64)


def _judged(frames: Frames, codes: tuple[str, ...]) -> tuple[Flags, Floats, Flags]:
    """What the team says of each measure; one that it says nothing of counts, from anything."""
    measures = frames.measures
    said = {
        code: (bool(qualifies), least, bool(key))
        for code, qualifies, least, key in zip(
            *(measures[name].tolist() for name in ("measure", "qualifies", "least", "key")), strict=True
        )
    }
    told = [said.get(code, (True, np.nan, False)) for code in codes]
    qualifies, least, key = ([row[place] for row in told] for place in range(3))
    return np.array(qualifies, np.bool_), np.nan_to_num(np.array(least, np.float64)), np.array(key, np.bool_)


def _month_end(day: int) -> int:
    return int(first_days(month_ordinals(np.array([day])) + 1)[0]) - 1
