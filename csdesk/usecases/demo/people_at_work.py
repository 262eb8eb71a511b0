"""When the people inside the demo's accounts begin to work with the product, and how often they come back."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from csdesk.models.months import Month

if TYPE_CHECKING:
    from csdesk.usecases.demo.life import Actor

_NAMED_MONTHS = 14
_DAYS = 28
_WEEKEND = 5


def first_named(today: date) -> Month:
    """The first month of which it is known who made a report."""
    return Month.of(today) + (1 - _NAMED_MONTHS)


def people_by(actor: Actor, day: date, today: date) -> list[int]:
    """The account's people who have begun by a day: the first with the contract, the others one by one."""
    joined = zip(actor.contacts, _joined(actor, today), strict=True)
    return [contact for contact, since in joined if since <= day]


def reports_made(actor: Actor, month: Month, amount: int, today: date) -> list[tuple[int, date, int]]:
    """Who made how many reports on which day; they sum to the month's amount. The longer somebody has been there
    without the habit, the seldomer."""
    dice = Random(actor.price * 7_919 + month.ordinal)
    last = min(today, actor.ended_on or today)
    days = [month.first_day + timedelta(days=n) for n in range(_DAYS)]
    days = [day for day in days if day.weekday() < _WEEKEND and day <= last]
    joined = _joined(actor, today)
    made: dict[tuple[int, date], int] = {}
    for _ in range(amount if days else 0):
        day = dice.choice(days)
        ages = [(day - since).days for since in joined]
        keen = [at for at, age in enumerate(ages) if at == 0 or (age >= 0 and dice.random() < _habit(actor, age))]
        key = (actor.contacts[dice.choice(keen)], day)
        made[key] = made.get(key, 0) + 1
    return [(who, day, times) for (who, day), times in sorted(made.items(), key=lambda item: item[0][1])]


def _joined(actor: Actor, today: date) -> list[date]:
    """The day on which each of the people begins: the first at once, the others over the time since."""
    dice = Random(actor.price * 104_729 + actor.starts.ordinal)
    first = max(actor.starts, first_named(today)).first_day
    span = max(30, (today - first).days)
    return [actor.starts.first_day, *sorted(first + timedelta(days=dice.randrange(span)) for _ in actor.contacts[1:])]


def _habit(actor: Actor, age: int) -> float:
    """How likely somebody still works with it after some days: all do at first, then by the account's mood."""
    return max(0.15, 1.0 - (1.1 - actor.mood) * age / 190)
