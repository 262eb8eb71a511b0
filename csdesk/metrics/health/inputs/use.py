"""Inputs from use: how often, by how many, of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import Floats, Ints, day_numbers
from csdesk.metrics.engine.segments import service_ends
from csdesk.metrics.health.inputs.ids import FREQUENCY_MEASURES, USERS_MEASURE, FactorId
from csdesk.metrics.health.inputs.reading import MONTH, QUARTER, AccountBook, Reading, Used
from csdesk.metrics.rules import HOUSE_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _amount(book: AccountBook, used: Used, low: int, high: int) -> Floats:
    """What each account used from low to high; a month's row counts by the days of it that fall inside."""
    days = np.minimum(used.last, high) - np.maximum(used.first, low) + 1
    share = np.clip(days, 0, None) / (used.last - used.first + 1)
    return book.sums(used.owner, used.amount * share)


def _frequency(book: AccountBook, factor: FactorId) -> Used | None:
    known = set(book.frames.use["measure"].unique())
    wanted = (book.measures[factor],) if factor in book.measures else FREQUENCY_MEASURES
    code = next((code for code in wanted if code in known), None)
    return book.use(code) if code else None


def _use_frequency(book: AccountBook) -> Reading:
    return _recent_use(book, _frequency(book, FactorId.USE_FREQUENCY))


def _key_feature_use(book: AccountBook) -> Reading:
    """Nothing until a person says which measure is the key feature's."""
    code = book.measures.get(FactorId.KEY_FEATURE_USE)
    return _recent_use(book, book.use(code) if code else None)


def _recent_use(book: AccountBook, used: Used | None) -> Reading:
    if used is None:
        return Reading(book.nothing(), book.every(0))
    amount = _amount(book, used, used.end - MONTH + 1, used.end)
    return Reading(np.where(used.begun <= used.end, amount, np.nan), book.every(used.end))


def _use_trend(book: AccountBook) -> Reading:
    used = _frequency(book, FactorId.USE_TREND)
    if used is None:
        return Reading(book.nothing(), book.every(0))
    turn = used.end - MONTH
    before = _amount(book, used, turn - QUARTER + 1, turn)
    days = np.minimum(turn - used.begun + 1, QUARTER)
    comparable = (days >= MONTH) & (before > 0)
    usual = np.where(comparable, before, 1) * MONTH / np.where(comparable, days, 1)
    trend = _amount(book, used, turn + 1, used.end) / usual
    return Reading(np.where(comparable, trend, np.nan), book.every(used.end))


def _users(book: AccountBook) -> Reading:
    used = book.use(book.measures.get(FactorId.USERS, USERS_MEASURE))
    if used is None:
        return _seen_contacts(book)
    inside = used.inside(used.end - MONTH + 1, used.end)
    most = np.zeros(len(book.accounts))
    np.maximum.at(most, used.owner[inside], used.amount[inside])
    return Reading(np.where(used.begun <= used.end, most, np.nan), book.every(used.end))


def _seen_contacts(book: AccountBook, among: Ints | None = None, before: int = 0) -> Reading:
    """How many people used it in the last month that anyone did, or in the one `before` that many days; of some
    contacts alone where `among` names them."""
    rows, at, days = book.rows(book.frames.use[book.frames.use["contact"] >= 0], "on")
    if not len(rows):
        return Reading(book.nothing(), book.every(0))
    end, contacts = int(days.max()), rows["contact"].to_numpy()
    counts = (days > end - before - MONTH) & (days <= end - before)
    if among is not None:
        counts &= np.isin(contacts, among)
    people, whose = np.unique(contacts[counts], return_inverse=True)
    pairs = np.unique(at[counts] * len(people) + whose)
    seen = book.counts(at) > 0
    return Reading(np.where(seen, book.counts(pairs // max(len(people), 1)), np.nan), book.every(end))


def _executive_users(book: AccountBook) -> Reading:
    """Of accounts whose use is known by person and that have an executive on record."""
    contacts = book.frames.contacts
    executives = contacts[contacts["executive"] & (day_numbers(contacts["left"]) > book.day)]
    at = book.positions(executives["account"])
    known = book.counts(at[at >= 0]) > 0
    seen = _seen_contacts(book, executives["contact"].to_numpy())
    return Reading(np.where(known, seen.raw, np.nan), seen.on)


def _user_growth(book: AccountBook) -> Reading:
    """Users of the last 30 days / users of the 30 days before the last 90, less 1; 5 of 4 is 0.25."""
    used = book.use(book.measures.get(FactorId.USERS, USERS_MEASURE))
    if used is None:
        now, then = _seen_contacts(book), _seen_contacts(book, before=QUARTER)
        return _growth(book, now.raw, then.raw, now.on)
    most = [np.zeros(len(book.accounts)), np.zeros(len(book.accounts))]
    for peak, end in zip(most, (used.end, used.end - QUARTER), strict=True):
        inside = used.inside(end - MONTH + 1, end)
        np.maximum.at(peak, used.owner[inside], used.amount[inside])
    return _growth(book, most[0], most[1], book.every(used.end))


def _growth(book: AccountBook, now: Floats, then: Floats, on: Ints) -> Reading:
    before = np.nan_to_num(then)
    grown = np.nan_to_num(now) / np.where(before > 0, before, 1) - 1
    return Reading(np.where(before > 0, grown, book.nothing()), on)


def _user_loss(book: AccountBook) -> Reading:
    """Of the people who used it in the 30 days before the last 30, the share that has not come since; where use is
    known by person."""
    rows, at, days = book.rows(book.frames.use[book.frames.use["contact"] >= 0], "on")
    if not len(rows):
        return Reading(book.nothing(), book.every(0))
    end, contacts = int(days.max()), rows["contact"].to_numpy()
    people, whose = np.unique(contacts, return_inverse=True)
    pairs, recent = at * len(people) + whose, days > end - MONTH
    before = np.unique(pairs[~recent & (days > end - 2 * MONTH)])
    lost = before[~np.isin(before, pairs[recent])]
    n = book.counts(before // len(people))
    share = book.counts(lost // len(people)) / np.maximum(n, 1)
    return Reading(np.where(n > 0, share, np.nan), book.every(end))


def _seat_use(book: AccountBook) -> Reading:
    """Active users / seats bought, of the lines in service that tell their seats; 30 of 40 is 0.75."""
    users, spans = _users(book), book.frames.spans
    seats = spans["seats"].to_numpy()
    ends = service_ends(spans, HOUSE_RULES)
    runs = (day_numbers(spans["start"]) <= book.day) & (ends >= book.day) & (seats > 0)
    at = book.positions(spans["account"])
    runs &= at >= 0
    bought = book.sums(at[runs], seats[runs].astype(np.float64))
    return Reading(np.where(bought > 0, users.raw / np.where(bought > 0, bought, 1), np.nan), users.on)


OF_USE: Mapping[str, Callable[[AccountBook], Reading]] = {
    FactorId.USE_FREQUENCY: _use_frequency,
    FactorId.USE_TREND: _use_trend,
    FactorId.USERS: _users,
    FactorId.KEY_FEATURE_USE: _key_feature_use,
    FactorId.EXECUTIVE_USERS: _executive_users,
    FactorId.SEAT_USE: _seat_use,
    FactorId.USER_GROWTH: _user_growth,
    FactorId.USER_LOSS: _user_loss,
}
