"""How many users are active in a day, a week and a month, and how often those of a month come."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.doings import ANY_USE, OF_VALUE, Activity
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, count, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.windows import DAY, MONTH, WEEK, Seen, Window, seen, told

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.days import Ints
    from csdesk.models.months import Period


def daily_active_users(context: Context, period: Period) -> Measure:
    """DAU: users with activity that counts on the last day."""
    return _active(MetricId.DAILY_ACTIVE_USERS, context, period, DAY, OF_VALUE)


def weekly_active_users(context: Context, period: Period) -> Measure:
    """WAU: users with activity that counts in the last 7 days."""
    return _active(MetricId.WEEKLY_ACTIVE_USERS, context, period, WEEK, OF_VALUE)


def monthly_active_users(context: Context, period: Period) -> Measure:
    """MAU: users with activity that counts in the last 30 days; in the calendar month, where use is known by month."""
    return _active(MetricId.MONTHLY_ACTIVE_USERS, context, period, MONTH, OF_VALUE)


def daily_login_users(context: Context, period: Period) -> Measure:
    """Users with any use on the last day."""
    return _active(MetricId.DAILY_LOGIN_USERS, context, period, DAY, ANY_USE)


def weekly_login_users(context: Context, period: Period) -> Measure:
    """Users with any use in the last 7 days."""
    return _active(MetricId.WEEKLY_LOGIN_USERS, context, period, WEEK, ANY_USE)


def monthly_login_users(context: Context, period: Period) -> Measure:
    """Users with any use in the last 30 days; in the calendar month, where use is known by month."""
    return _active(MetricId.MONTHLY_LOGIN_USERS, context, period, MONTH, ANY_USE)


def stickiness(context: Context, period: Period) -> Measure:
    """DAU / MAU."""
    return _stickiness(MetricId.STICKINESS, context, period, DAY)


def stickiness_weekly(context: Context, period: Period) -> Measure:
    """WAU / MAU."""
    return _stickiness(MetricId.STICKINESS_WEEKLY, context, period, WEEK)


def stickiness_mean(context: Context, period: Period) -> Measure:
    """Mean of DAU over the 30 days / MAU: on how large a share of the days a user of the month comes."""
    metric, users = MetricId.STICKINESS_MEAN, seen(context, period, DAY)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    window = users.window(MONTH)
    came = _days_active(users, window)
    ids, days = users.doings.users[came > 0], came[came > 0]
    if not len(ids):
        return told(missing(metric, period, Unit.FRACTION, Why.NO_BASE, 0), users, window)
    whole = np.full(len(ids), MONTH, dtype=np.int64)
    value, evidence = Fraction(int(days.sum()), MONTH * len(ids)), Evidence(ids, days, whole)
    parts = (int(days.sum()), MONTH * len(ids))
    return told(Measure(metric, period, Unit.FRACTION, value, *parts, n=len(ids), evidence=evidence), users, window)


def _days_active(users: Seen, window: Window) -> Ints:
    """On how many days of the window each user was active."""
    came = np.zeros(len(users.doings.users), dtype=np.int64)
    for day in range(window.first, window.last + 1):
        came += users.active(Window(day, day), OF_VALUE)
    return came


def _active(metric: MetricId, context: Context, period: Period, days: int, activity: Activity) -> Measure:
    users = seen(context, period, days)
    if isinstance(users, Why):
        return missing(metric, period, Unit.COUNT, users)
    window = users.window(days)
    active = users.active(window, activity).astype(np.int64)
    return told(count(metric, period, users.doings.users, active), users, window)


def _stickiness(metric: MetricId, context: Context, period: Period, days: int) -> Measure:
    users = seen(context, period, days)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    month = users.window(MONTH)
    base = users.active(month, OF_VALUE)
    often = users.active(users.window(days), OF_VALUE) & base
    return told(count_rate(metric, period, users.doings.users, often, base), users, month)
