"""Whether new users come back 1, 7 and 30 days after their first day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import day_number, first_days, month_ordinals
from csdesk.metrics.engine.doings import OF_VALUE
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.windows import DAY, MONTH, WEEK, Window, seen, told

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.doings import Doings
    from csdesk.models.months import Period


def user_retention_d1(context: Context, period: Period) -> Measure:
    """Users new in the period that were active on the day after their first."""
    return _back_after(MetricId.USER_RETENTION_D1, context, period, DAY)


def user_retention_d7(context: Context, period: Period) -> Measure:
    """Users new in the period that were active on the seventh day after their first."""
    return _back_after(MetricId.USER_RETENTION_D7, context, period, WEEK)


def user_retention_d30(context: Context, period: Period) -> Measure:
    """Users new in the period that were active on the thirtieth day after their first."""
    return _back_after(MetricId.USER_RETENTION_D30, context, period, MONTH)


def _back_after(metric: MetricId, context: Context, period: Period, days: int) -> Measure:
    """Of users new in the period whose day is known, those active on it. Who is first seen in the first month of the
    records may have been there before, and is not known to be new."""
    users = seen(context, period, DAY)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    doings, first = users.doings, users.doings.first_active
    begun = day_number(period.first.first_day)
    new = users.mine & (first >= max(begun, _after_first_month(doings))) & (first <= users.end)
    last = min(day_number(context.as_of), int(doings.day[-1]))
    base = new & (first + days <= last)
    if not base.any():
        return missing(metric, period, Unit.FRACTION, Why.NOT_YET if new.any() else Why.NO_NEW_USERS, 0)
    back = np.zeros(len(base), dtype=np.bool_)
    for day in np.unique(first[base]):
        back |= base & (first == day) & doings.active(int(day) + days, int(day) + days, OF_VALUE)
    window = Window(begun, users.end)
    return told(count_rate(metric, period, doings.users, back, base), users, window)


def _after_first_month(doings: Doings) -> int:
    return int(first_days(month_ordinals(doings.day[:1]) + 1)[0])
