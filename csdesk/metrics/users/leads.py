"""Whether users leave before their logo does: the rise of user attrition before a churn, against logos that stayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import Flags, Ints, as_date, day_number
from csdesk.metrics.engine.doings import OF_VALUE
from csdesk.metrics.intervals import newcombe, wilson
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.apart import apart
from csdesk.metrics.users.attrition import lost
from csdesk.metrics.users.windows import MONTH, QUARTER, Seen, users_of
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, months_between

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.doings import Doings
    from csdesk.metrics.measure import Measure

MONTHS = 12
"""Months in which logos left that are looked at."""


@dataclass(frozen=True, slots=True)
class Rise:
    """Of logos whose users are known, those whose user attrition rose in the 90 days before."""

    rose: Ints
    judged: Ints

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval of the share that rose."""
        return wilson(len(self.rose), len(self.judged))


@dataclass(frozen=True, slots=True)
class Lead:
    """Logos that left in the last twelve months that are over, against all that stayed; `difference` is the interval of
    the former's share less the latter's, None where either is empty."""

    left: Rise
    stayed: Rise

    @property
    def difference(self) -> tuple[float, float] | None:
        """Newcombe's interval."""
        left, stayed = self.left, self.stayed
        return newcombe(len(left.rose), len(left.judged), len(stayed.rose), len(stayed.judged))


def users_before_logos(context: Context, last: Month) -> Lead:
    """The rise before each churn of the twelve months up to the last; of logos that stayed, before its end."""
    ledger, doings = context.ledger, context.doings
    begun = max(last + (1 - MONTHS), ledger.first + 1)
    stays = ledger.standing(last).paying.copy()
    rose, judged = list[int](), list[int]()
    for month in months_between(begun, last):
        was, now = ledger.standing(month + -1).paying, ledger.standing(month).paying
        gone = was & ~now
        if gone.any():
            rise = _rise(context, doings, ledger.accounts[gone], day_number((month + -1).last_day))
            rose += rise.rose.tolist()
            judged += rise.judged.tolist()
    left = Rise(np.unique(np.array(rose, np.int64)), np.unique(np.array(judged, np.int64)))
    stayed = ledger.accounts[stays & ~np.isin(ledger.accounts, left.judged)]
    return Lead(left, _rise(context, doings, stayed, day_number(last.last_day)))


@dataclass(frozen=True, slots=True)
class Rising:
    """An account that pays and loses a larger share of its users than before: of the last 90 days, and of those before
    these."""

    account: int
    late: Measure
    before: Measure


def users_leaving_now(context: Context) -> tuple[Rising, ...]:
    """Accounts that pay and whose user attrition over 90 days rose, the largest rise first: as `users_before_logos`
    looks at those that left. None where no use names a user."""
    ledger, doings = context.ledger, context.doings
    if doings.known is None or doings.of is not Kind.CONTACT or not len(ledger.accounts):
        return ()
    day = min(day_number(context.as_of), doings.known[1])
    paying = ledger.accounts[context.standing(ledger.last).paying]
    rose = _rise(context, doings, paying, day).rose
    users = Seen(doings, users_of(context) & np.isin(doings.accounts, rose), day)
    period = Period(Month.of(as_date(day)))
    now, then, earlier = (users.window(MONTH, day - back * QUARTER) for back in range(3))
    owners = dict(zip(doings.users[users.mine].tolist(), doings.accounts[users.mine].tolist(), strict=True))
    late, before = (
        apart(lost(MetricId.USER_ATTRITION_QUARTERLY, period, users, *pair), owners)
        for pair in ((then, now), (earlier, then))
    )
    found = (Rising(account, late[account], before[account]) for account in rose.tolist())
    return tuple(sorted(found, key=lambda one: (_value(one.before) - _value(one.late), one.account)))


def _value(measure: Measure) -> float:
    return float(measure.value or 0)


def _rise(context: Context, doings: Doings, accounts: Ints, day: int) -> Rise:
    """Accounts whose share of users lost in the 90 days up to a day is above that of the 90 days before."""
    users = Seen(doings, users_of(context), day)
    now, then, earlier = (users.active(users.window(MONTH, day - back * QUARTER), OF_VALUE) for back in range(3))
    before, late = (_share(doings, accounts, *pair) for pair in ((earlier, then), (then, now)))
    known = np.isfinite(before) & np.isfinite(late)
    with np.errstate(invalid="ignore"):
        return Rise(accounts[known & (late > before)], accounts[known])


def _share(doings: Doings, accounts: Ints, was: Flags, now: Flags) -> np.ndarray:
    """The share of each account's users that were active and no longer are; NaN where none was."""
    place = np.searchsorted(accounts, doings.accounts)
    inside = (place < len(accounts)) & was
    inside[inside] = accounts[place[inside]] == doings.accounts[inside]
    base = np.bincount(place[inside], minlength=len(accounts))
    gone = np.bincount(place[inside & ~now], minlength=len(accounts))
    return np.where(base > 0, gone / np.maximum(base, 1), np.nan)
