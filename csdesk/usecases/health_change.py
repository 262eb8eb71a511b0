"""Why an account's health changed between two days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.usecases.rows import name_of

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.health.scores import AccountHealth, Profile
    from csdesk.metrics.health.why import Move


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
    from csdesk.metrics.health.why import in_tenths, moves, tenths
    from csdesk.usecases.snapshot import snapshot_of

    name = name_of(book, Kind.ACCOUNT, account)
    snapshot = snapshot_of(book)
    then = snapshot.health_by(_profile_on(book, first), first)[account]
    profile = _profile_on(book, last)
    now = snapshot.health_by(profile, last)[account]
    found = moves(then, now, profile)
    points = in_tenths(found, then.score or 0.0, now.score or 0.0)
    shown = tuple(ShownMove(*pair) for pair in zip(found, points, strict=True))
    before, after = (None if one.score is None else tenths(one.score) for one in (then, now))
    return HealthChange(name, first, last, then, now, (before, after), shown)


def _profile_on(book: Book, day: date) -> Profile:
    """The profile in force at the end of a day, which is midnight in UTC, as steps are dated."""
    from csdesk.book.read import former_setting
    from csdesk.usecases.health_profile import PROFILE, profile_or_house

    over = datetime.combine(day + timedelta(days=1), time(), UTC)
    return profile_or_house(former_setting(book, PROFILE, over))
