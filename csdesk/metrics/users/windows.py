"""Which days a figure of users looks at, whose users it is of, and why it cannot be had where it cannot."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from csdesk.metrics.context import OF_LINES
from csdesk.metrics.engine.days import Flags, Ints, as_date, day_number, first_days, month_ordinals
from csdesk.metrics.measure import Why
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.doings import Activity, Doings
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period

DAY, WEEK, MONTH, QUARTER = 1, 7, 30, 90
"""Days of daily, weekly and monthly users, and those over which the loss of users is followed."""


class Window(NamedTuple):
    """Some days, first and last."""

    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Seen:
    """Users of a context up to a day: the last of the period of which anything is known."""

    doings: Doings
    mine: Flags
    """Of all users, those of the context's accounts."""
    end: int

    def active(self, window: Window, activity: Activity) -> Flags:
        """The context's users that were active in a window."""
        return self.doings.active(*window, activity) & self.mine

    def window(self, days: int, end: int | None = None) -> Window:
        """So many days up to a day; the calendar month around it, where use is known by month alone."""
        last = self.end if end is None else end
        if not self.doings.monthly:
            return Window(last - days + 1, last)
        month = month_ordinals(np.array([last]))
        return Window(int(first_days(month)[0]), int(first_days(month + 1)[0]) - 1)

    def known(self, days: int) -> Window:
        """So many days up to the last, as far back as use is known: no mean is of days before the records."""
        first = self.doings.known[0] if self.doings.known else self.end
        return Window(max(self.end - days + 1, first), self.end)

    def by_day(self, window: Window, activity: Activity) -> Flags:
        """A row for each user and a column for each day of a window: whether the context's user was active on it."""
        return self.doings.by_day(*window, activity) & self.mine[:, np.newaxis]

    def before(self, window: Window) -> Window:
        """The window just before another, as long; the month before, where use is known by month."""
        return self.window(window.last - window.first + 1, window.first - 1)


def seen(context: Context, period: Period, days: int = MONTH) -> Seen | Why:
    """The users of a context up to the end of the period, the as-of day, or the last day of which use is known, the
    earliest of these; or why there are none to be told."""
    doings = context.doings
    if doings.known is None:
        return Why.NO_USE
    if doings.monthly and days < MONTH:
        return Why.BY_MONTH
    first, last = doings.known
    end = min(day_number(period.last.last_day), day_number(context.as_of), last)
    if end < day_number(period.first.first_day):
        return Why.NOT_YET
    if end < first:
        return Why.NO_HISTORY
    mine = users_of(context)
    return Seen(doings, mine, end) if mine.any() else Why.NO_USE


def users_of(context: Context) -> Flags:
    """Of all users, those of the context's accounts."""
    accounts = accounts_meant(context)
    if accounts is None:
        return np.ones(len(context.doings.users), dtype=np.bool_)
    return np.asarray(np.isin(context.doings.accounts, accounts), dtype=np.bool_)


def accounts_meant(context: Context) -> Ints | None:
    """The accounts whose users are a context's; None for the whole book. Of a product or plan, those that ever had
    it."""
    if context.dimension in OF_LINES:
        return context.frames.spans["account"].to_numpy(dtype=np.int64)
    return context.members


def told(measure: Measure, seen_users: Seen, window: Window) -> Measure:
    """The figure with the days it looks at, of contacts or of accounts in their place, and what is to be known."""
    doings = seen_users.doings
    why = measure.why
    if measure.value is not None and doings.of is Kind.ACCOUNT:
        why = Why.BY_ACCOUNT
    elif measure.value is not None and doings.known is not None and window.first < doings.known[0]:
        why = Why.SHORT_RECORDS
    return replace(
        measure,
        why=why,
        between=(as_date(window.first), as_date(window.last)),
        evidence=replace(measure.evidence, of=doings.of),
    )
