"""The inputs of a health score: one raw value an account and factor, read from the frames as of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from csdesk.metrics.engine.days import OPEN, Flags, Floats, Ints, day_number, day_numbers, first_days, month_ordinals
from csdesk.metrics.engine.segments import segments_of
from csdesk.metrics.rules import HOUSE_RULES
from csdesk.models.kinds import Survey, TouchType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    import pandas as pd

    from csdesk.metrics.shapes import Frames


class FactorId(StrEnum):
    """The factors csdesk reads by itself, and the ones only a person can judge."""

    USE_FREQUENCY = "use_frequency"
    USE_TREND = "use_trend"
    USERS = "users"
    TICKETS = "tickets"
    SURVEY_SCORE = "survey_score"
    SURVEY_REPLY = "survey_reply"
    LAST_TOUCH = "last_touch"
    SENTIMENT = "sentiment"
    CANDOUR = "candour"
    EXECUTIVE_RELATIONSHIP = "executive_relationship"
    MRR_CHANGE = "mrr_change"
    PAYMENT = "payment"
    KEY_FEATURE_USE = "key_feature_use"
    EXECUTIVE_USERS = "executive_users"
    USED_IN_MEETINGS = "used_in_meetings"
    INDEPENDENCE = "independence"
    ADVOCACY = "advocacy"
    OUTCOME = "outcome"


UNDATED = OPEN
"""The day of a reading that has none; it never goes stale."""

FREQUENCY_MEASURES = ("logins", "sessions", "days_active", "active_users", "events")
"""Measures that tell how often an account uses the product; the first one the book has is read."""

USERS_MEASURE = "active_users"

OF_USE = frozenset({FactorId.USE_FREQUENCY, FactorId.USE_TREND, FactorId.USERS, FactorId.KEY_FEATURE_USE})
"""Factors for which a person may say which measure of use they read."""

ADOPTION = (
    FactorId.USE_FREQUENCY,
    FactorId.KEY_FEATURE_USE,
    FactorId.USERS,
    FactorId.EXECUTIVE_USERS,
    FactorId.USED_IN_MEETINGS,
)
"""What tells how far an account has taken to the product."""

_MONTH, _QUARTER, _HALF_YEAR, _YEAR = 30, 90, 180, 365


@dataclass(frozen=True, slots=True)
class Reading:
    """Raw values, NaN where there is none, and the days they are of (UNDATED where that is not known)."""

    raw: Floats
    on: Ints


@dataclass(frozen=True, slots=True)
class _Book:
    """The frames as of a day, with accounts by position."""

    frames: Frames
    accounts: Ints
    day: int
    measures: Mapping[str, str] = field(default_factory=dict)
    """The measure that a factor of use is to read, where a person has said so."""
    used: dict[str, _Used | None] = field(default_factory=dict)
    """Use by measure, kept because several factors read the same."""

    def use(self, code: str) -> _Used | None:
        """Rows of a measure that are over by the day; None without any."""
        if code not in self.used:
            self.used[code] = _use_of(self, code)
        return self.used[code]

    def rows(self, frame: pd.DataFrame, on: str) -> tuple[pd.DataFrame, Ints, Ints]:
        """Rows of known accounts dated up to the day, their accounts by position, and their days."""
        days, at = day_numbers(frame[on]), self.positions(frame["account"])
        kept = (days <= self.day) & (at >= 0)
        return frame[kept], at[kept], days[kept]

    def positions(self, ids: pd.Series[Any] | Ints) -> Ints:
        """Where each account stands; -1 for those not known."""
        if not len(self.accounts):
            return np.full(len(ids), -1, dtype=np.int64)
        order = np.argsort(self.accounts)
        at = order[np.minimum(np.searchsorted(self.accounts, ids, sorter=order), len(order) - 1)]
        return np.where(self.accounts[at] == ids, at, -1)

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


def readings(
    frames: Frames, accounts: Ints, as_of: date, measures: Mapping[str, str] | None = None
) -> Mapping[str, Reading]:
    """Every factor that can be read, for the accounts in their order; `measures` names by factor the use it reads."""
    book = _Book(frames, accounts, day_number(as_of), measures or {})
    return {factor: read(book) for factor, read in _READERS.items()}


def hand_readings(frames: Frames, accounts: Ints, as_of: date) -> Mapping[str, Reading]:
    """The last value set by hand of each factor, 0-100, by factor."""
    book = _Book(frames, accounts, day_number(as_of))
    rows, at, days = book.rows(frames.hand_values, "on")
    order = np.argsort(days, kind="stable")
    factors, values = rows["factor"].to_numpy()[order], rows["value"].to_numpy()[order]
    found: dict[str, Reading] = {}
    for factor in sorted(set(factors.tolist())):
        own = factors == factor
        reading = found[factor] = Reading(book.nothing(), book.every(-OPEN))
        reading.raw[at[order][own]], reading.on[at[order][own]] = values[own], days[order][own]
    return found


@dataclass(frozen=True, slots=True)
class _Used:
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


def _use_of(book: _Book, code: str) -> _Used | None:
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
    return _Used(at, first, last, rows["amount"].to_numpy()[over], int(last.max()), begun)


def _amount(book: _Book, used: _Used, low: int, high: int) -> Floats:
    """What each account used from low to high; a month's row counts by the days of it that fall inside."""
    days = np.minimum(used.last, high) - np.maximum(used.first, low) + 1
    share = np.clip(days, 0, None) / (used.last - used.first + 1)
    return book.sums(used.owner, used.amount * share)


def _frequency(book: _Book, factor: FactorId) -> _Used | None:
    known = set(book.frames.use["measure"].unique())
    wanted = (book.measures[factor],) if factor in book.measures else FREQUENCY_MEASURES
    code = next((code for code in wanted if code in known), None)
    return book.use(code) if code else None


def _use_frequency(book: _Book) -> Reading:
    return _recent_use(book, _frequency(book, FactorId.USE_FREQUENCY))


def _key_feature_use(book: _Book) -> Reading:
    """Nothing until a person says which measure is the key feature's."""
    code = book.measures.get(FactorId.KEY_FEATURE_USE)
    return _recent_use(book, book.use(code) if code else None)


def _recent_use(book: _Book, used: _Used | None) -> Reading:
    if used is None:
        return Reading(book.nothing(), book.every(0))
    amount = _amount(book, used, used.end - _MONTH + 1, used.end)
    return Reading(np.where(used.begun <= used.end, amount, np.nan), book.every(used.end))


def _use_trend(book: _Book) -> Reading:
    used = _frequency(book, FactorId.USE_TREND)
    if used is None:
        return Reading(book.nothing(), book.every(0))
    turn = used.end - _MONTH
    before = _amount(book, used, turn - _QUARTER + 1, turn)
    days = np.minimum(turn - used.begun + 1, _QUARTER)
    comparable = (days >= _MONTH) & (before > 0)
    usual = np.where(comparable, before, 1) * _MONTH / np.where(comparable, days, 1)
    trend = _amount(book, used, turn + 1, used.end) / usual
    return Reading(np.where(comparable, trend, np.nan), book.every(used.end))


def _users(book: _Book) -> Reading:
    used = book.use(book.measures.get(FactorId.USERS, USERS_MEASURE))
    if used is None:
        return _seen_contacts(book)
    inside = used.inside(used.end - _MONTH + 1, used.end)
    most = np.zeros(len(book.accounts))
    np.maximum.at(most, used.owner[inside], used.amount[inside])
    return Reading(np.where(used.begun <= used.end, most, np.nan), book.every(used.end))


def _seen_contacts(book: _Book, among: Ints | None = None) -> Reading:
    """How many people used it in the last month that anyone did; of some contacts alone where `among` names them."""
    rows, at, days = book.rows(book.frames.use[book.frames.use["contact"] >= 0], "on")
    if not len(rows):
        return Reading(book.nothing(), book.every(0))
    end, contacts = int(days.max()), rows["contact"].to_numpy()
    counts = days > end - _MONTH
    if among is not None:
        counts &= np.isin(contacts, among)
    people, whose = np.unique(contacts[counts], return_inverse=True)
    pairs = np.unique(at[counts] * len(people) + whose)
    seen = book.counts(at) > 0
    return Reading(np.where(seen, book.counts(pairs // max(len(people), 1)), np.nan), book.every(end))


def _executive_users(book: _Book) -> Reading:
    """Of accounts whose use is known by person and that have an executive on record."""
    contacts = book.frames.contacts
    executives = contacts[contacts["executive"] & (day_numbers(contacts["left"]) > book.day)]
    at = book.positions(executives["account"])
    known = book.counts(at[at >= 0]) > 0
    seen = _seen_contacts(book, executives["contact"].to_numpy())
    return Reading(np.where(known, seen.raw, np.nan), seen.on)


def _tickets(book: _Book) -> Reading:
    _, at, days = book.rows(book.frames.tickets, "opened")
    if not len(days):
        return Reading(book.nothing(), book.every(0))
    recent = days > book.day - _QUARTER
    return Reading(book.counts(at[recent]).astype(np.float64), book.every(int(days.max())))


def _survey_score(book: _Book) -> Reading:
    answers = book.frames.answers
    rows, at, days = book.rows(answers[answers["survey"] == Survey.NPS], "on")
    return book.recent_mean(at, days, rows["score"].to_numpy(), _QUARTER)


def _survey_reply(book: _Book) -> Reading:
    _, at, days = book.rows(book.frames.answers, "on")
    recent = days > book.day - _YEAR
    if not recent.any():
        return Reading(book.nothing(), book.every(0))
    return Reading((book.counts(at[recent]) > 0).astype(np.float64), book.every(int(days.max())))


def _last_touch(book: _Book) -> Reading:
    touches = book.frames.touches
    _, at, days = book.rows(touches[touches["type"] != TouchType.NEWSLETTER], "on")
    last = book.latest(at, days)
    return Reading(np.where(last > -OPEN, book.day - last, np.nan), last)


def _of_touches(column: str) -> Callable[[_Book], Reading]:
    def read(book: _Book) -> Reading:
        touches = book.frames.touches
        rows, at, days = book.rows(touches[touches[column].notna()], "on")
        return book.recent_mean(at, days, rows[column].to_numpy(), _QUARTER)

    return read


def _executive_relationship(book: _Book) -> Reading:
    contacts = book.frames.contacts
    left = day_numbers(contacts["left"])
    at = book.positions(contacts["account"])
    counts = (contacts["executive"] & contacts["relationship"].notna()).to_numpy() & (left > book.day) & (at >= 0)
    at, relationship = at[counts], contacts["relationship"].to_numpy()[counts]
    n = book.counts(at)
    mean = np.where(n > 0, book.sums(at, relationship) / np.maximum(n, 1), np.nan)
    return Reading(mean, book.every(UNDATED))


def _mrr_change(book: _Book) -> Reading:
    segments = segments_of(book.frames.spans, HOUSE_RULES)
    at = book.positions(segments.accounts)
    before, now = segments.mrr_on(book.day - _HALF_YEAR)[at >= 0], segments.mrr_on(book.day)[at >= 0]
    change = book.nothing()
    change[at[at >= 0]] = np.where(before > 0, now / np.maximum(before, 1) - 1, np.nan)
    return Reading(change, book.every(book.day))


def _payment(book: _Book) -> Reading:
    rows, at, due = book.rows(book.frames.invoices, "due")
    late = np.maximum(np.minimum(day_numbers(rows["paid"]), book.day) - due, 0)
    return book.recent_mean(at, due, late.astype(np.float64), _HALF_YEAR)


_READERS: Mapping[str, Callable[[_Book], Reading]] = {
    FactorId.USE_FREQUENCY: _use_frequency,
    FactorId.USE_TREND: _use_trend,
    FactorId.USERS: _users,
    FactorId.TICKETS: _tickets,
    FactorId.SURVEY_SCORE: _survey_score,
    FactorId.SURVEY_REPLY: _survey_reply,
    FactorId.LAST_TOUCH: _last_touch,
    FactorId.SENTIMENT: _of_touches("sentiment"),
    FactorId.CANDOUR: _of_touches("candour"),
    FactorId.EXECUTIVE_RELATIONSHIP: _executive_relationship,
    FactorId.MRR_CHANGE: _mrr_change,
    FactorId.PAYMENT: _payment,
    FactorId.KEY_FEATURE_USE: _key_feature_use,
    FactorId.EXECUTIVE_USERS: _executive_users,
}
