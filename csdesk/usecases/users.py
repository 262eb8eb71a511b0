"""The Users page: who is active, who stops, by period, split, role and account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.comparison import Comparison
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.users.active_users import DayOfUse
    from csdesk.metrics.users.leads import Lead
    from csdesk.usecases.known_users import KnownUser
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class UsersRow:
    """One period: its users, and those it lost beside the logos it lost."""

    period: Period
    daily: Measure
    weekly: Measure
    monthly: Measure
    login: Measure
    stickiness: Measure
    attrition: Measure
    logo_churn: Measure
    complete: bool


@dataclass(frozen=True, slots=True)
class UsersGroup:
    """One group of a dimension, of the users' roles, or one account (by its id, whose users alone are not told): its
    users and how many it lost, these against all others' (None where groups share users, or either is empty)."""

    name: str
    monthly: Measure
    attrition: Measure
    against: Comparison | None = None
    account: int = 0


@dataclass(frozen=True, slots=True)
class RisingRow:
    """An account that pays, with its MRR (minor units) and the share of users it lost in the last 90 days, above that
    of the 90 days before."""

    account: int
    name: str
    mrr: Fraction
    late: Measure
    before: Measure


@dataclass(frozen=True, slots=True)
class UsersPage:
    """Tiles, periods and the last days (oldest first), groups of the chosen dimension, roles, accounts by users lost,
    and the names of users that come without doing what counts. `of` says whether users are contacts or accounts in
    their place, `nameless` how many accounts have use that names nobody."""

    scope: Scope
    tiles: tuple[Tile, ...]
    rows: tuple[UsersRow, ...]
    days: tuple[DayOfUse, ...]
    groups: tuple[UsersGroup, ...]
    roles: tuple[UsersGroup, ...]
    accounts: tuple[UsersGroup, ...]
    rising: tuple[RisingRow, ...]
    only_login: tuple[str, ...]
    lead: Lead | None
    of: Kind
    nameless: int


_M = MetricId
_NOW = (
    _M.DAILY_ACTIVE_USERS,
    _M.WEEKLY_ACTIVE_USERS,
    _M.MONTHLY_ACTIVE_USERS,
    _M.STICKINESS,
    _M.STICKINESS_WEEKLY,
    _M.PRODUCT_ENGAGEMENT_SCORE,
    _M.FEATURE_ADOPTION,
    _M.USER_GROWTH,
)
_OVER = (_M.USER_ATTRITION, _M.USER_RETENTION_D1, _M.USER_RETENTION_D7, _M.USER_RETENTION_D30)
"""The tiles: those of now, and those of a period that is over."""


DAYS = 91
"""Days of the chart of daily users: thirteen weeks."""


def users_page(book: Book, scope: Scope) -> UsersPage:
    """The page for a scope."""
    from csdesk.metrics.users.active_users import days_of_use
    from csdesk.usecases.figures import split_of
    from csdesk.usecases.known_users import known_users
    from csdesk.usecases.revenue import tiles
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    over, by = _over(context, scope.period), split_of(book, scope)
    users = known_users(book)
    return UsersPage(
        scope=scope,
        tiles=(*tiles(context, _NOW, scope.period), *tiles(context, _OVER, over)),
        rows=tuple(_row(context, period) for period in _periods(context, scope.period)),
        days=days_of_use(context, min(scope.as_of, scope.period.last.last_day), DAYS),
        groups=_groups(snapshot, context, scope.period, by) if by else (),
        roles=_roles(users, context, scope.period),
        accounts=_accounts(snapshot, context, over),
        rising=_rising(snapshot, context),
        only_login=_only_login(context, scope.period, users),
        lead=_lead(context),
        of=context.doings.of,
        nameless=len(context.doings.nameless),
    )


def users_on(book: Book, scope: Scope, day: date) -> Measure:
    """The users of one day, to be opened."""
    from csdesk.metrics.users.active_users import active_on
    from csdesk.usecases.snapshot import snapshot_of

    return active_on(snapshot_of(book).context(scope.as_of), day)


def over(book: Book, scope: Scope) -> Period:
    """The scope's period, or the last one that is over."""
    from csdesk.usecases.snapshot import snapshot_of

    return _over(snapshot_of(book).context(scope.as_of), scope.period)


def _over(context: Context, period: Period) -> Period:
    return period.previous if period.last.last_day > context.as_of else period


def _periods(context: Context, period: Period) -> tuple[Period, ...]:
    """The periods of which any use is known, oldest first."""
    from csdesk.metrics.engine.days import as_date
    from csdesk.usecases.figures import SHOWN_PERIODS

    known = context.doings.known
    if known is None:
        return ()
    first, last = (Month.of(as_date(day)) for day in known)
    latest = Period.holding(min(last, period.last), period.kind, period.fiscal_start)
    found = [latest]
    while len(found) < SHOWN_PERIODS[period.kind] and found[-1].previous.last >= first:
        found.append(found[-1].previous)
    return tuple(reversed(found)) if latest.last >= first else ()


def _row(context: Context, period: Period) -> UsersRow:
    from csdesk.metrics.catalogue import figure

    return UsersRow(
        period=period,
        daily=figure(context, _M.DAILY_ACTIVE_USERS, period),
        weekly=figure(context, _M.WEEKLY_ACTIVE_USERS, period),
        monthly=figure(context, _M.MONTHLY_ACTIVE_USERS, period),
        login=figure(context, _M.MONTHLY_LOGIN_USERS, period),
        stickiness=figure(context, _M.STICKINESS, period),
        attrition=figure(context, _M.USER_ATTRITION, period),
        logo_churn=figure(context, _M.LOGO_CHURN, period),
        complete=period.last.last_day <= context.as_of,
    )


def _groups(snapshot: Snapshot, context: Context, period: Period, by: str) -> tuple[UsersGroup, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.comparison import against_the_rest
    from csdesk.metrics.context import OF_LINES
    from csdesk.usecases.figures import groups

    before = _over(context, period)
    whole = None if by in OF_LINES else figure(context, _M.USER_ATTRITION, before)
    found = []
    for part in groups(snapshot, context, by):
        lost = figure(part, _M.USER_ATTRITION, before)
        against = against_the_rest(lost, whole) if whole is not None else None
        found.append(UsersGroup(part.group or "", figure(part, _M.MONTHLY_ACTIVE_USERS, period), lost, against))
    return tuple(sorted(found, key=lambda row: (-(row.attrition.value or 0), row.name)))


def _roles(users: Mapping[int, KnownUser], context: Context, period: Period) -> tuple[UsersGroup, ...]:
    """Users by their role, where any is known."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.comparison import against_the_rest
    from csdesk.metrics.measure import Unit, Why, missing
    from csdesk.metrics.users.apart import apart

    roles = {number: user.role for number, user in users.items() if user.role}
    if context.doings.of is not Kind.CONTACT or not roles:
        return ()
    before = _over(context, period)
    whole = figure(context, _M.USER_ATTRITION, before)
    monthly, lost = apart(figure(context, _M.MONTHLY_ACTIVE_USERS, period), roles), apart(whole, roles)
    nobody = missing(_M.USER_ATTRITION, before, Unit.FRACTION, Why.NO_BASE, 0)
    return tuple(
        UsersGroup(
            str(role),
            monthly.get(role, missing(_M.MONTHLY_ACTIVE_USERS, period, Unit.COUNT, Why.NO_BASE, 0)),
            lost.get(role, nobody),
            against_the_rest(lost[role], whole) if role in lost else None,
        )
        for role in sorted({*monthly, *lost}, key=lambda role: (not role, str(role)))
    )


def _accounts(snapshot: Snapshot, context: Context, period: Period) -> tuple[UsersGroup, ...]:
    """Accounts that lost users, the largest share first, then the most."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.users.apart import apart

    doings = context.doings
    if doings.of is not Kind.CONTACT:
        return ()
    owners = dict(zip(doings.users.tolist(), doings.accounts.tolist(), strict=True))
    rates = apart(figure(context, _M.USER_ATTRITION, period), owners)
    found = [
        UsersGroup(snapshot.names.get(int(str(account)), ""), rate, rate, account=int(str(account)))
        for account, rate in rates.items()
        if rate.part
    ]
    return tuple(sorted(found, key=lambda row: (-(row.attrition.value or 0), -(row.attrition.part or 0), row.name)))


def _rising(snapshot: Snapshot, context: Context) -> tuple[RisingRow, ...]:
    """The accounts to talk to now, those that pay most first."""
    from csdesk.metrics.users.leads import users_leaving_now
    from csdesk.models.money import from_ticks

    ledger = context.ledger
    found = users_leaving_now(context)
    if not found:
        return ()
    paid = dict(zip(ledger.accounts.tolist(), context.standing(ledger.last).mrr.tolist(), strict=True))
    rows = [
        RisingRow(one.account, snapshot.names.get(one.account, ""), from_ticks(paid[one.account]), one.late, one.before)
        for one in found
    ]
    return tuple(sorted(rows, key=lambda row: (-row.mrr, row.name)))


def _only_login(context: Context, period: Period, users: Mapping[int, KnownUser]) -> tuple[str, ...]:
    """The names of users of the last 30 days that came without doing what counts."""
    from csdesk.metrics.catalogue import figure

    if context.doings.of is not Kind.CONTACT:
        return ()
    came, did = (figure(context, metric, period) for metric in (_M.MONTHLY_LOGIN_USERS, _M.MONTHLY_ACTIVE_USERS))
    only = set(came.evidence.ids.tolist()) - set(did.evidence.ids.tolist())
    return tuple(sorted(users[user].name for user in only if user in users))


def _lead(context: Context) -> Lead | None:
    """Whether users leave before their logo; None where users are not known."""
    from csdesk.metrics.users.leads import users_before_logos

    ledger = context.ledger
    last = ledger.last if ledger.covers(Period(ledger.last)) else ledger.last + -1
    if context.doings.of is not Kind.CONTACT or context.doings.monthly or not len(ledger.accounts):
        return None
    return users_before_logos(context, last)
