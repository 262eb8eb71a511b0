"""What a release, a price or a positioning changed: attrition before a day and after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.comparison import Comparison, between
from csdesk.metrics.engine.days import as_date, day_number
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.attrition import lost
from csdesk.metrics.users.windows import MONTH, seen
from csdesk.models.kinds import MarkerKind
from csdesk.models.months import Month, Period

if TYPE_CHECKING:
    from datetime import date

    from csdesk.metrics.context import Context

_MONTHS = 3
"""Months before and after a price or a positioning, in which logos leave."""


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Attrition before and after a day: of users for a release, which users feel at once; of logos for a price or a
    positioning, which whoever pays decides on. `difference` is after less before."""

    before: Measure
    after: Measure
    difference: Comparison | None


def before_and_after(context: Context, kind: MarkerKind, on: date) -> BeforeAfter:
    """Attrition before and after a marker: of users over 30 days, of logos over three months."""
    before, after = _of_users(context, on) if kind is MarkerKind.RELEASE else _of_logos(context, on)
    known = before.value is not None and after.value is not None
    return BeforeAfter(before, after, between(after, before) if known else None)


def _of_users(context: Context, on: date) -> tuple[Measure, Measure]:
    """Users of 30 days lost in the 30 that follow, up to the day before and from the day on."""
    metric, day = MetricId.USER_ATTRITION_MONTHLY, day_number(on)
    month = Period(Month.of(on))
    users = seen(context, Period(Month.of(context.as_of)))
    if isinstance(users, Why):
        users = seen(context, month)
    if isinstance(users, Why):
        return (missing(metric, month, Unit.FRACTION, users),) * 2
    middle = users.window(MONTH, day - 1)
    before = lost(metric, month, users, users.before(middle), middle)
    latter = users.window(MONTH, day + MONTH - 1)
    if latter.last > users.end:
        return before, missing(metric, month, Unit.FRACTION, Why.NOT_YET)
    return before, lost(metric, Period(Month.of(as_date(latter.last))), users, middle, latter)


def _of_logos(context: Context, on: date) -> tuple[Measure, Measure]:
    """Logos lost in the three months before the marker's, and in the three months that begin with it."""
    month = Month.of(on)
    return _logos(context, month + -_MONTHS), _logos(context, month)


def _logos(context: Context, first: Month) -> Measure:
    ledger, last = context.ledger, first + (_MONTHS - 1)
    period = Period(last)
    if not ledger.covers(period):
        return missing(MetricId.LOGO_CHURN, period, Unit.FRACTION, Why.NOT_YET)
    if first <= ledger.first:
        return missing(MetricId.LOGO_CHURN, period, Unit.FRACTION, Why.NO_HISTORY)
    was, now = ledger.standing(first + -1).paying, ledger.standing(last).paying
    return count_rate(MetricId.LOGO_CHURN, period, ledger.accounts, was & ~now, was)
