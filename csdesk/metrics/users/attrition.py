"""Which users stop coming: those active in a window of days and not in the one after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.metrics.engine.days import day_number
from csdesk.metrics.engine.doings import OF_VALUE
from csdesk.metrics.measure import Measure, Unit, Why, complement, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.windows import MONTH, QUARTER, WEEK, Seen, Window, seen, told

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.models.months import Period


def user_attrition(context: Context, period: Period) -> Measure:
    """Users active in the 30 days before the period and not in its last 30 / the former. Where the period is shorter
    than 30 days, so are both; where use is known by month, both are calendar months. New users have no part in it."""
    metric, users = MetricId.USER_ATTRITION, seen(context, period)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    if context.as_of < period.last.last_day or users.end < day_number(period.last.last_day) - _REST:
        return missing(metric, period, Unit.FRACTION, Why.NOT_YET)
    start = day_number(period.first.first_day) - 1
    days = min(MONTH, users.end - start)
    return lost(metric, period, users, users.window(days, start), users.window(days))


def user_retention(context: Context, period: Period) -> Measure:
    """1 - user attrition, exactly."""
    attrition = user_attrition(context, period)
    return replace(complement(MetricId.USER_RETENTION, attrition), why=attrition.why)


def user_attrition_weekly(context: Context, period: Period) -> Measure:
    """Users active in the 7 days before the last 7, and not in these / the former."""
    return _rolling(MetricId.USER_ATTRITION_WEEKLY, context, period, WEEK)


def user_attrition_monthly(context: Context, period: Period) -> Measure:
    """Users active in the 30 days before the last 30, and not in these / the former; by calendar month, where use is
    known by month."""
    return _rolling(MetricId.USER_ATTRITION_MONTHLY, context, period, MONTH)


def user_attrition_quarterly(context: Context, period: Period) -> Measure:
    """Users active in the 30 days up to 90 days ago, and not in the last 30 / the former; calendar months three apart,
    where use is known by month."""
    metric, users = MetricId.USER_ATTRITION_QUARTERLY, seen(context, period)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    return lost(metric, period, users, users.window(MONTH, users.end - QUARTER), users.window(MONTH))


def lost(metric: str, period: Period | None, users: Seen, former: Window, latter: Window) -> Measure:
    """Users active in the former window and not in the latter / users active in the former."""
    known = users.doings.known
    if known is None or former.last < known[0]:
        return missing(metric, period, Unit.FRACTION, Why.NO_HISTORY)
    base = users.active(former, OF_VALUE)
    gone = base & ~users.active(latter, OF_VALUE)
    return told(count_rate(metric, period, users.doings.users, gone, base), users, Window(former.first, latter.last))


def _rolling(metric: MetricId, context: Context, period: Period, days: int) -> Measure:
    users = seen(context, period, days)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    latter = users.window(days)
    return lost(metric, period, users, users.before(latter), latter)


_REST = 7
"""Days of rest that may follow the last use of a period that is over, such as a weekend or holidays."""
