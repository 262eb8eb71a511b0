"""Cohorts of users by the week, month, quarter or year of their first use: which share comes back, and does what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import day_number, month_ordinals
from csdesk.metrics.engine.doings import NEVER
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import CohortMetric
from csdesk.metrics.triangles import Cells, Cohort, CohortKind, CohortPeriod, Triangle
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.models.weeks import Week

if TYPE_CHECKING:
    from datetime import date

    from csdesk.metrics.engine.days import Flags, Ints
    from csdesk.metrics.engine.doings import Activity, Doings, Uses
    from csdesk.metrics.shapes import Contacts

_TO_MONDAY, _WEEK = 3, 7
"""1970-01-01 was a Thursday."""


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
class Followed:
    """Users by the step in which they first did anything, and the step of each row of their use up to a day.

    `first` is NEVER of those who had not come by then. `begins` is the first step that has any use, of which nobody can
    tell who began earlier; `last` the last that is over and known. `nameless` are rows of use without a user beside
    those that have one, `monthly` rows that cover a month and belong to no week: both are left out.
    """

    calendar: Calendar
    doings: Doings
    first: Ints
    begins: int
    last: int
    place: Ints
    nameless: int
    monthly: int

    def of_accounts(self, accounts: Ints) -> Ints:
        """Those of some accounts."""
        return self.doings.users[np.isin(self.doings.accounts, accounts)]

    @property
    def width(self) -> int:
        """Steps from the first to the last that has any use."""
        return int(self.place[-1]) - self.begins + 1 if len(self.place) else 0


def followed(uses: Uses, calendar: Calendar, as_of: date) -> Followed:
    """Everybody who used anything up to a day; weeks know nothing of use of whole months."""
    by_week = calendar.kind is CohortPeriod.WEEK
    doings, today = uses.doings if by_week else uses.with_months, day_number(as_of)
    known = 0 if by_week and doings.monthly else int(np.searchsorted(doings.day, today, "right"))
    place = calendar.places(doings.day[:known])
    first = np.full(len(doings.users), NEVER, dtype=np.int64)
    first[doings.user[:known][::-1]] = place[::-1]  # the earliest is written last
    nameless, monthly = (int(np.searchsorted(days, today, "right")) for days in doings.days_left_out)
    after = int(calendar.places(np.array([today + 1]))[0])
    return Followed(
        calendar=calendar,
        doings=doings,
        first=first,
        begins=int(place[0]) if known else 0,
        last=min(calendar.place(as_of), after - 1, int(place[-1]) if known else after),
        place=place,
        nameless=nameless,
        monthly=int(np.searchsorted(doings.day, today, "right")) - known + monthly,
    )


def active_users(users: Followed, activity: Activity) -> tuple[Ints, Ints]:
    """Positions of users and the steps in which each was active, every pair once."""
    doings, known = users.doings, len(users.place)
    active = np.zeros(len(doings.users) * users.width, dtype=np.bool_)
    held = doings.user[:known] * users.width + users.place - users.begins
    least, measure = doings.least_of(activity), doings.measure[:known]
    anything = least <= 0
    active[held if anything.all() else held[anything[measure]]] = True
    for code in np.flatnonzero((least > 0) & (least < np.inf)):
        mine = measure == code
        keys, row = np.unique(held[mine], return_inverse=True)
        active[keys[np.bincount(row, doings.amount[:known][mine], minlength=len(keys)) >= least[code]]] = True
    found = np.flatnonzero(active)
    return found // max(users.width, 1), found % max(users.width, 1) + users.begins


def user_triangle(users: Followed, active: tuple[Ints, Ints], some: Ints | None = None) -> Triangle:
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


def by_role(users: Followed, contacts: Contacts) -> dict[str, Ints]:
    """The users of each role, by name, those without one last under ''; nobody where no user is known to have one."""
    if users.doings.of is not Kind.CONTACT:
        return {}
    known = dict(zip(contacts["contact"].tolist(), contacts["role"].tolist(), strict=True))
    ids = users.doings.users[users.first < NEVER]
    role = np.array([known.get(user, "") for user in ids.tolist()], dtype=object)
    names = sorted(set(role.tolist()), key=lambda name: (not name, name))
    return {name: ids[role == name] for name in names} if any(names) else {}


def _members(users: Followed, some: Ints | None) -> Flags:
    ids = users.doings.users
    return np.isin(ids, some) if some is not None else np.ones(len(ids), dtype=np.bool_)


def user_cell(
    users: Followed,
    activity: Activity,
    active: tuple[Ints, Ints],
    start: Period | Week,
    age: int,
    some: Ints | None = None,
) -> Measure:
    """One cell of a triangle with the users behind it; NOT_YET where its step is not over."""
    metric = CohortMetric(f"cohort_{activity.doing.value}")
    begun = users.calendar.place(start.first_day if isinstance(start, Week) else start.first.first_day)
    when = users.calendar.start(begun + age)
    period, between = (None, (when.first_day, when.last_day)) if isinstance(when, Week) else (when, None)
    if begun + age > users.last:
        return replace(missing(metric, period, Unit.FRACTION, Why.NOT_YET), between=between)
    members = np.flatnonzero(_members(users, some) & (users.first == begun))
    user, place = active
    came = np.isin(members, user[place == begun + age])
    made = count_rate(metric, period, users.doings.users[members], came, np.ones(len(members), dtype=bool))
    return replace(made, between=between, evidence=replace(made.evidence, of=users.doings.of))
