"""Cohorts of users by the week, month, quarter or year of their first use: which share comes back, and does what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import day_number, month_ordinals
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import CohortMetric
from csdesk.metrics.triangles import Cells, Cohort, CohortKind, CohortPeriod, Triangle
from csdesk.metrics.users.activity import Judged
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.weeks import Week

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from csdesk.metrics.engine.days import Flags, Ints
    from csdesk.metrics.shapes import Contacts, Use

_TO_MONDAY, _WEEK = 3, 7
"""1970-01-01 was a Thursday."""


class Doing(StrEnum):
    """What a user must do in a period to be counted as active: anything at all, something that counts as value, or so
    much of one measure."""

    LOGIN = "login"
    VALUE = "value"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Activity:
    """What counts as active; `measure` (its code) and `least` (its sum in a period) are those of a threshold."""

    doing: Doing = Doing.LOGIN
    measure: str = ""
    least: float = 1.0

    @property
    def metric(self) -> CohortMetric:
        """The figure that a cell is."""
        return CohortMetric(f"cohort_{self.doing.value}")


ANY_USE = Activity()
ROLE = "role"
"""What only users can be split by: what each is in the product."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Time in equal steps, each with a number one higher than the step before."""

    kind: CohortPeriod
    fiscal_start: int = 1

    def places(self, days: Ints) -> Ints:
        """The number of the step that holds each day."""
        if self.kind is CohortPeriod.WEEK:
            return np.asarray((days + _TO_MONDAY) // _WEEK, dtype=np.int64)
        return np.asarray((month_ordinals(days) - (self.fiscal_start - 1)) // self._months, dtype=np.int64)

    def place(self, day: date) -> int:
        """The number of the step that holds the day."""
        return int(self.places(np.array([day_number(day)]))[0])

    def start(self, place: int) -> Period | Week:
        """The week or period of a number."""
        if self.kind is CohortPeriod.WEEK:
            return Week(place)
        first = Month(place * self._months + self.fiscal_start - 1)
        return Period(first, PeriodKind(self.kind.value), self.fiscal_start)

    @property
    def _months(self) -> int:
        return PeriodKind(self.kind.value).months


@dataclass(frozen=True, slots=True)
class Users:
    """Who has ever used anything, each with account and step of first use, and their use row by row.

    `of` is CONTACT, or ACCOUNT where the records of use name nobody. `begins` is the first step that has any use, of
    which nobody can tell who began earlier; `last` the last that is over and known. `nameless` are rows of use without
    a user beside those that have one, `monthly` rows that cover a month and belong to no week: both are left out.
    """

    calendar: Calendar
    of: Kind
    ids: Ints
    account: Ints
    first: Ints
    begins: int
    last: int
    user: Ints
    place: Ints
    measure: Ints
    codes: tuple[str, ...]
    amount: np.ndarray
    nameless: int = 0
    monthly: int = 0

    def of_accounts(self, accounts: Ints) -> Ints:
        """Those of some accounts."""
        return self.ids[np.isin(self.account, accounts)]

    @property
    def width(self) -> int:
        """Steps from the first to the last that has any use."""
        return int(self.place.max()) - self.begins + 1 if len(self.place) else 0


def users_of(use: Use, calendar: Calendar, as_of: date) -> Users:
    """Everybody who used anything up to a day."""
    import pandas as pd

    days = use["on"].to_numpy().astype("datetime64[D]").astype(np.int64)
    seen = (use["amount"].to_numpy() > 0) & (days <= day_number(as_of))
    whole_month = use["monthly"].to_numpy() & (calendar.kind is CohortPeriod.WEEK)
    contact = use["contact"].to_numpy()
    by_contact = bool((contact[seen & ~whole_month] >= 0).any())
    named = contact >= 0 if by_contact else np.ones(len(use), dtype=bool)
    rows = np.flatnonzero(seen & ~whole_month & named)
    account = use["account"].to_numpy()[rows]
    ids, seen_at, user = np.unique(contact[rows] if by_contact else account, return_index=True, return_inverse=True)
    place = calendar.places(days[rows])
    codes = pd.Categorical(use["measure"])
    first = np.full(len(ids), np.iinfo(np.int64).max)
    np.minimum.at(first, user, place)
    return Users(
        calendar=calendar,
        of=Kind.CONTACT if by_contact else Kind.ACCOUNT,
        ids=ids,
        account=account[seen_at],
        first=first,
        begins=int(place.min()) if len(place) else 0,
        last=min(calendar.place(as_of), *_known(calendar, as_of, place)),
        user=user,
        place=place,
        measure=codes.codes.astype(np.int64)[rows],
        codes=tuple(map(str, codes.categories)),
        amount=use["amount"].to_numpy()[rows],
        nameless=int((seen & ~whole_month & ~named).sum()),
        monthly=int((seen & whole_month).sum()),
    )


def _known(calendar: Calendar, as_of: date, place: Ints) -> tuple[int, int]:
    """The last step that is over by a day, and the last of which anything is known."""
    after = int(calendar.places(np.array([day_number(as_of) + 1]))[0])
    return after - 1, int(place.max()) if len(place) else after - 1


def active_users(users: Users, activity: Activity, judged: Mapping[str, Judged]) -> tuple[Ints, Ints]:
    """Positions of users and the steps in which each was active, every pair once."""
    active = np.zeros(len(users.ids) * users.width, dtype=np.bool_)
    held = users.user * users.width + users.place - users.begins
    if activity.doing is Doing.LOGIN:
        active[held] = True
    for number, code in enumerate(users.codes if activity.doing is not Doing.LOGIN else ()):
        least = _least(judged.get(code, Judged(qualifies=True)))
        if activity.doing is Doing.THRESHOLD:
            least = activity.least if code == activity.measure else np.inf
        if least < np.inf:
            mine = users.measure == number
            keys, row = np.unique(held[mine], return_inverse=True)
            active[keys[np.bincount(row, users.amount[mine], minlength=len(keys)) >= least]] = True
    found = np.flatnonzero(active)
    return found // max(users.width, 1), found % max(users.width, 1) + users.begins


def _least(judged: Judged) -> float:
    """From which sum a measure counts as value; beyond every sum where it never does."""
    if not judged.qualifies:
        return np.inf
    return 0.0 if judged.least is None else judged.least


def user_triangle(users: Users, active: tuple[Ints, Ints], some: Ints | None = None) -> Triangle:
    """Every cohort with every cell whose step is over, of all users or of some (by their ids)."""
    members = _members(users, some) & (users.first <= users.last)
    user, place = active
    counted = members[user] & (place <= users.last)
    user, place = user[counted], place[counted]
    width = users.last - users.begins + 1
    start = users.first - users.begins
    sizes = np.bincount(start[members], minlength=max(width, 0))
    flat = start[user] * width + place - users.first[user]
    left = np.bincount(flat, minlength=max(width * width, 0)).reshape(-1, max(width, 1))
    cohorts = tuple(
        Cohort(
            users.calendar.start(users.begins + at),
            size,
            Cells(CohortKind.USERS, size, tuple(left[at, : width - at].tolist())),
            opening=at == 0,
        )
        for at, size in enumerate(sizes.tolist())
        if size
    )
    return Triangle(CohortKind.USERS, cohorts)


def by_role(users: Users, contacts: Contacts) -> dict[str, Ints]:
    """The users of each role, by name, those without one last under ''; nobody where no user is known to have one."""
    if users.of is not Kind.CONTACT:
        return {}
    known = dict(zip(contacts["contact"].tolist(), contacts["role"].tolist(), strict=True))
    role = np.array([known.get(user, "") for user in users.ids.tolist()], dtype=object)
    names = sorted(set(role.tolist()), key=lambda name: (not name, name))
    return {name: users.ids[role == name] for name in names} if any(names) else {}


def _members(users: Users, some: Ints | None) -> Flags:
    return np.isin(users.ids, some) if some is not None else np.ones(len(users.ids), dtype=np.bool_)


def user_cell(
    users: Users,
    activity: Activity,
    active: tuple[Ints, Ints],
    start: Period | Week,
    age: int,
    some: Ints | None = None,
) -> Measure:
    """One cell of a triangle with the users behind it; NOT_YET where its step is not over."""
    begun = users.calendar.place(start.first_day if isinstance(start, Week) else start.first.first_day)
    when = users.calendar.start(begun + age)
    period, between = (None, (when.first_day, when.last_day)) if isinstance(when, Week) else (when, None)
    if begun + age > users.last:
        return replace(missing(activity.metric, period, Unit.FRACTION, Why.NOT_YET), between=between)
    members = np.flatnonzero(_members(users, some) & (users.first == begun))
    user, place = active
    came = np.isin(members, user[place == begun + age])
    made = count_rate(activity.metric, period, users.ids[members], came, np.ones(len(members), dtype=bool))
    return replace(made, between=between, evidence=replace(made.evidence, of=users.of))
