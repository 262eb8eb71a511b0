"""Why an account's health changed between two days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.usecases.rows import name_of

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.health.model import Profile
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.metrics.health.why import Move
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ShownMove:
    """A move and its points in tenths, as they are shown: those of all moves sum to the scores' difference."""

    move: Move
    tenths: int


@dataclass(frozen=True, slots=True)
class HealthChange:
    """An account's health on two days, each by the profile of its day, and what lies between, heaviest first."""

    name: str
    first: date
    last: date
    then: AccountHealth
    now: AccountHealth
    scores: tuple[int | None, int | None]
    """In tenths, as they are shown."""
    moves: tuple[ShownMove, ...]


def health_change(book: Book, account: int, first: date, last: date) -> HealthChange:
    """From the end of one day to that of a later one. Raises Gone where the account has been deleted."""
    from csdesk.metrics.health.why import all_moves, in_tenths, tenths
    from csdesk.usecases.snapshot import snapshot_of

    name = name_of(book, Kind.ACCOUNT, account)
    snapshot = snapshot_of(book)
    profile = _profile_on(book, last)
    then = _health_on(book, snapshot, account, first, _profile_on(book, first))
    now = _health_on(book, snapshot, account, last, profile)
    own = replace(profile.named(now.profile), special=())
    otherwise = snapshot.health_by(own, first)[account] if then.profile != now.profile else then
    found = all_moves(then, otherwise, now, profile)
    points = in_tenths(found, then.score or 0.0, now.score or 0.0)
    shown = tuple(ShownMove(*pair) for pair in zip(found, points, strict=True))
    before, after = (None if one.score is None else tenths(one.score) for one in (then, now))
    return HealthChange(name, first, last, then, now, (before, after), shown)


def score_on(book: Book, snapshot: Snapshot, account: int, day: date) -> float | None:
    """An account's score at the end of a day, by the profile of that day."""
    return _health_on(book, snapshot, account, day, _profile_on(book, day)).score


def _health_on(book: Book, snapshot: Snapshot, account: int, day: date, profile: Profile) -> AccountHealth:
    """By a profile that may depend on what the account was at the end of the day: its tier, segment, own columns."""
    from csdesk.book.read import former_dimensions
    from csdesk.metrics.health.scores import account_healths
    from csdesk.metrics.shapes import Accounts

    accounts = snapshot.frames.accounts
    former = former_dimensions(book, account, _over(day)) if profile.special else {}
    whom = {dimension for one in profile.special for dimension, _ in one.whom if dimension in accounts}
    at = accounts["account"] == account
    was = {name: value for name, value in former.items() if name in whom and (accounts.loc[at, name] != value).any()}
    if not was:
        return snapshot.health_by(profile, day)[account]
    told = accounts.assign(**{name: accounts[name].mask(at, value) for name, value in was.items()})
    frames = replace(snapshot.frames, accounts=Accounts(told))
    return next(one for one in account_healths(frames, profile, day) if one.account == account)


def _profile_on(book: Book, day: date) -> Profile:
    """The profile in force at the end of a day."""
    from csdesk.book.read import former_setting
    from csdesk.usecases.health_profile import PROFILE, profile_or_house

    return profile_or_house(former_setting(book, PROFILE, _over(day)))


def _over(day: date) -> datetime:
    """The end of a day: midnight in UTC, as steps are dated."""
    return datetime.combine(day + timedelta(days=1), time(), UTC)
