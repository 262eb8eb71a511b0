"""How many users are active in a day, a week and a month, and how often those of a month come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import as_date, day_number
from csdesk.metrics.engine.doings import ANY_USE, OF_VALUE, Activity
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, count, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.windows import DAY, MONTH, WEEK, Window, seen, told
from csdesk.models.months import Month, Period

if TYPE_CHECKING:
    from datetime import date

    from csdesk.metrics.context import Context


def daily_active_users(context: Context, period: Period) -> Measure:
    """DAU: users with activity that counts on a day, averaged over the last 30 days, so that no weekday stands for all
    of them: users summed over days / days."""
    return _daily(MetricId.DAILY_ACTIVE_USERS, context, period, OF_VALUE)


def weekly_active_users(context: Context, period: Period) -> Measure:
    """WAU: users with activity that counts in the last 7 days."""
    return _active(MetricId.WEEKLY_ACTIVE_USERS, context, period, WEEK, OF_VALUE)


def monthly_active_users(context: Context, period: Period) -> Measure:
    """MAU: users with activity that counts in the last 30 days; in the calendar month, where use is known by month."""
    return _active(MetricId.MONTHLY_ACTIVE_USERS, context, period, MONTH, OF_VALUE)


def daily_login_users(context: Context, period: Period) -> Measure:
    """Users with any use on a day, averaged over the last 30 days."""
    return _daily(MetricId.DAILY_LOGIN_USERS, context, period, ANY_USE)


def weekly_login_users(context: Context, period: Period) -> Measure:
    """Users with any use in the last 7 days."""
    return _active(MetricId.WEEKLY_LOGIN_USERS, context, period, WEEK, ANY_USE)


def monthly_login_users(context: Context, period: Period) -> Measure:
    """Users with any use in the last 30 days; in the calendar month, where use is known by month."""
    return _active(MetricId.MONTHLY_LOGIN_USERS, context, period, MONTH, ANY_USE)


def stickiness(context: Context, period: Period) -> Measure:
    """DAU / MAU: on how large a share of the last 30 days a user of these days comes. Users summed over days / (days x
    MAU)."""
    metric, users = MetricId.STICKINESS, seen(context, period, DAY)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    window = users.known(MONTH)
    came = users.by_day(window, OF_VALUE).sum(axis=1)
    ids, days, length = users.doings.users[came > 0], came[came > 0], window.last - window.first + 1
    if not len(ids):
        return told(missing(metric, period, Unit.FRACTION, Why.NO_BASE, 0), users, window)
    evidence = Evidence(ids, days, np.full(len(ids), length, dtype=np.int64))
    part, whole = int(days.sum()), length * len(ids)
    value = Fraction(part, whole)
    return told(Measure(metric, period, Unit.FRACTION, value, part, whole, len(ids), evidence=evidence), users, window)


def stickiness_weekly(context: Context, period: Period) -> Measure:
    """WAU / MAU: users of the last 30 days that were active in the last 7 of them as well."""
    metric, users = MetricId.STICKINESS_WEEKLY, seen(context, period, WEEK)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    month = users.window(MONTH)
    base = users.active(month, OF_VALUE)
    often = users.active(users.window(WEEK), OF_VALUE) & base
    return told(count_rate(metric, period, users.doings.users, often, base), users, month)


def active_on(context: Context, day: date) -> Measure:
    """Users with activity that counts on one day, as DAU of that day alone."""
    period = Period(Month.of(day))
    users = seen(context, period, DAY)
    if isinstance(users, Why):
        return missing(MetricId.DAILY_ACTIVE_USERS, period, Unit.COUNT, users)
    window = Window(day_number(day), day_number(day))
    active = users.active(window, OF_VALUE).astype(np.int64)
    return told(count(MetricId.DAILY_ACTIVE_USERS, period, users.doings.users, active), users, window)


@dataclass(frozen=True, slots=True)
class DayOfUse:
    """How many users did what counts on a day, and how many came at all."""

    on: date
    value: int
    login: int


def days_of_use(context: Context, last: date, days: int) -> tuple[DayOfUse, ...]:
    """So many days up to one, as far as use is known by then; none where it is known by month alone."""
    users = seen(context, Period(Month.of(last)), DAY)
    if isinstance(users, Why):
        return ()
    window = users.known(days)
    value, login = (users.by_day(window, activity).sum(axis=0).tolist() for activity in (OF_VALUE, ANY_USE))
    return tuple(DayOfUse(as_date(window.first + at), *both) for at, both in enumerate(zip(value, login, strict=True)))


def _daily(metric: MetricId, context: Context, period: Period, activity: Activity) -> Measure:
    users = seen(context, period, DAY)
    if isinstance(users, Why):
        return missing(metric, period, Unit.COUNT, users)
    window = users.known(MONTH)
    summed = count(metric, period, users.doings.users, users.by_day(window, activity).sum(axis=1))
    mean = Fraction(int(summed.part or 0), window.last - window.first + 1)
    return told(replace(summed, value=mean), users, window)


def _active(metric: MetricId, context: Context, period: Period, days: int, activity: Activity) -> Measure:
    users = seen(context, period, days)
    if isinstance(users, Why):
        return missing(metric, period, Unit.COUNT, users)
    window = users.window(days)
    active = users.active(window, activity).astype(np.int64)
    return told(count(metric, period, users.doings.users, active), users, window)
