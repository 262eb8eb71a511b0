"""Cohorts of accounts and of users: triangles, their means, what is behind a cell, and the events beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.metrics.engine.doings import ANY_USE, Activity, Doing
from csdesk.metrics.triangles import OF_ACCOUNTS, CohortKind, CohortPeriod
from csdesk.metrics.users.cohorts import Calendar
from csdesk.models.kinds import Kind
from csdesk.models.months import PeriodKind
from csdesk.usecases.stopped import NotByWeek, UnknownWord

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.days import Ints
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.triangles import Cohort, Triangle
    from csdesk.metrics.users.cohorts import Followed
    from csdesk.usecases.markers import Marker
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot


class Curves(StrEnum):
    """What the chart of curves sets side by side."""

    COHORTS = "cohorts"
    MARKER = "marker"
    GROUPS = "groups"
    ROLES = "roles"
    FEATURES = "features"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which cohorts a person wants to see: of what, by what they begin in, and what makes users active."""

    kind: CohortKind = CohortKind.LOGO
    period: CohortPeriod = CohortPeriod.MONTH
    activity: Activity = ANY_USE
    features: bool = False
    """Ask for the users of each measure as well."""


@dataclass(frozen=True, slots=True)
class CohortPage:
    """What the page shows. `groups` are empty where the scope is not split; `roles` are users by what they are in the
    product, where any is known; `features` the users that do each of the `measures` (code and name) at all.

    `of` says whose use it is: users', or accounts' where no use names a user. `nameless` rows of use without a user and
    `monthly` ones that belong to no week are left out.
    """

    scope: Scope
    asked: Asked
    whole: Triangle
    groups: tuple[Triangle, ...]
    markers: tuple[Marker, ...]
    measures: tuple[tuple[str, str], ...]
    roles: tuple[Triangle, ...] = ()
    features: tuple[Triangle, ...] = ()
    of: Kind = Kind.ACCOUNT
    nameless: int = 0
    monthly: int = 0
    holds: bool = True


def cohort_page(book: Book, scope: Scope, asked: Asked) -> CohortPage:
    """The page for a scope, as far as the book holds accounts that pay or use."""
    from csdesk.book.read import rows
    from csdesk.metrics.users.cohorts import ROLE
    from csdesk.usecases.figures import split_of
    from csdesk.usecases.markers import markers
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context, by = snapshot.context(scope.as_of), split_of(book, scope)
    teller = _Teller(snapshot, asked)
    found = CohortPage(
        scope=replace(scope, by=by),
        asked=asked,
        whole=teller.triangle(_Part(context)),
        groups=teller.triangles(context, by) if by else (),
        markers=markers(book),
        measures=tuple((str(row["code"]), str(row["name"])) for row in rows(book, Kind.MEASURE)),
        holds=bool(len(context.ledger.accounts) or len(snapshot.frames.use)),
    )
    if asked.kind in OF_ACCOUNTS:
        return found
    users = teller.users(context)
    features = tuple(teller.feature(context, code, name) for code, name in found.measures) if asked.features else ()
    known = replace(found, of=users.doings.of, nameless=users.nameless, monthly=users.monthly, features=features)
    return replace(known, roles=teller.triangles(context, ROLE))


def cohort_triangles(book: Book, as_of: date, asked: Asked, *, by: str = "", rules: str = "") -> tuple[Triangle, ...]:
    """The triangle of the whole book, or one for each group of a dimension; of users by their role as well. Raises
    NotByWeek, UnknownWord."""
    from csdesk.usecases.figures import rules_meant
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(as_of, rules_meant(rules) if rules else None)
    return _Teller(snapshot, asked).triangles(context, by)


def cohort_measure(
    book: Book, scope: Scope, asked: Asked, cohorts: tuple[Cohort, ...], age: int, of: tuple[str, str] | None = None
) -> Measure:
    """One cell of a triangle, of the whole book or of one group of a dimension (both by name), with the accounts or
    users behind it; the mean of several cohorts' cells where these are given."""
    from csdesk.metrics.retention.mean_curves import pooled
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    teller = _Teller(snapshot, asked)
    by, group = of or ("", None)
    part = next((part for part in teller.parts(context, by) if part.group == group), _Part(context))
    measure = pooled([teller.cell(part, cohort, age) for cohort in cohorts])
    return replace(measure, dimension=part.dimension, group=part.group)


def asked_for(kind: str, period: str, activity: str = "", measure: str = "", least: float = 1.0) -> Asked:
    """What a person's words ask for. Raises NotByWeek, UnknownWord."""
    from csdesk.usecases.figures import meant

    doing = Activity(Doing.THRESHOLD, measure, least) if measure else Activity(meant(Doing, activity or "login"))
    return Asked(meant(CohortKind, kind), meant(CohortPeriod, period), doing)


@dataclass(frozen=True, slots=True)
class _Part:
    """The whole book, a group of its accounts, or the users of one role."""

    context: Context
    dimension: str | None = None
    group: str | None = None
    users: Ints | None = None


class _Teller:
    """Triangles and cells of what was asked for, of the whole book and of its groups."""

    def __init__(self, snapshot: Snapshot, asked: Asked) -> None:
        if asked.kind in OF_ACCOUNTS and asked.period is CohortPeriod.WEEK:
            raise NotByWeek
        self._snapshot, self._asked = snapshot, asked
        self._calendar = Calendar(asked.period, snapshot.settings.fiscal_start)
        codes = snapshot.frames.measures["measure"].tolist()
        if asked.activity.doing is Doing.THRESHOLD and asked.activity.measure not in codes:
            raise UnknownWord(asked.activity.measure)

    def parts(self, context: Context, by: str) -> tuple[_Part, ...]:
        """The whole book where `by` is '', else its groups; users by their role as well. Raises UnknownWord."""
        from csdesk.metrics.users.cohorts import ROLE, by_role
        from csdesk.usecases.figures import groups

        if by == ROLE and self._asked.kind is CohortKind.USERS:
            roles = by_role(self.users(context), context.frames.contacts)
            return tuple(_Part(context, ROLE, role, users) for role, users in roles.items())
        return tuple(_Part(one, one.dimension, one.group) for one in groups(self._snapshot, context, by))

    def triangles(self, context: Context, by: str) -> tuple[Triangle, ...]:
        """One triangle a part."""
        return tuple(map(self.triangle, self.parts(context, by)))

    def triangle(self, part: _Part) -> Triangle:
        from csdesk.metrics.retention.cohorts import triangle
        from csdesk.metrics.users.cohorts import user_triangle

        context = part.context
        if self._asked.kind in OF_ACCOUNTS:
            kind = PeriodKind(self._asked.period.value)
            found = triangle(context.ledger, self._asked.kind, kind, self._calendar.fiscal_start)
        else:
            active = self._active(context, self._asked.activity)
            found = user_triangle(self.users(context), active, self._some(part))
        return replace(found, dimension=part.dimension, group=part.group)

    def feature(self, context: Context, code: str, name: str) -> Triangle:
        """Users who do one measure at all, under its name."""
        from csdesk.metrics.users.cohorts import user_triangle

        active = self._active(context, Activity(Doing.THRESHOLD, code, 0.0))
        return replace(user_triangle(self.users(context), active), group=name)

    def cell(self, part: _Part, cohort: Cohort, age: int) -> Measure:
        from csdesk.metrics.retention.cohorts import cohort_cell
        from csdesk.metrics.users.cohorts import user_cell
        from csdesk.models.weeks import Week

        context = part.context
        if self._asked.kind is CohortKind.USERS:
            activity = self._asked.activity
            active = self._active(context, activity)
            return user_cell(self.users(context), activity, active, cohort.start, age, self._some(part))
        assert not isinstance(cohort.start, Week), "accounts are not followed by the week"
        return cohort_cell(context.ledger, self._asked.kind, cohort.start, age, opening=cohort.opening)

    def users(self, context: Context) -> Followed:
        from csdesk.metrics.users.cohorts import followed

        calendar, as_of = self._calendar, context.as_of
        return self._snapshot.kept(("followed", calendar, as_of), lambda: followed(context.uses, calendar, as_of))

    def _some(self, part: _Part) -> Ints | None:
        """The users of a part by their ids; None for all."""
        from csdesk.metrics.users.windows import accounts_meant

        if part.users is not None:
            return part.users
        accounts = accounts_meant(part.context)
        return None if accounts is None else self.users(part.context).of_accounts(accounts)

    def _active(self, context: Context, activity: Activity) -> tuple[Ints, Ints]:
        from csdesk.metrics.users.cohorts import active_users

        key = ("active", self._calendar, context.as_of, activity)
        return self._snapshot.kept(key, lambda: active_users(self.users(context), activity))
