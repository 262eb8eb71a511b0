"""The rules: what each one reads, when it fires, and since when. Each looks at all paying accounts at once.

Rules that are about a stretch of days ('in the last 30') fire as of a day; since when is found by looking back. All
others know the day on which their condition came to hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from csdesk.metrics.engine.days import OPEN, Flags, Floats, Ints, day_numbers, totals
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.signals.scene import NEVER, Hits, Scene
from csdesk.models.kinds import FeedbackKind, Fit, Survey, Tier
from csdesk.models.signals import Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Limits: TypeAlias = tuple[float, ...]
_MONTH, _BEFORE = 30, 90


class LimitUnit(StrEnum):
    """What a limit counts."""

    PERCENT = "percent"
    POINTS = "points"
    DAYS = "days"
    COUNT = "count"
    PEOPLE = "people"
    TOUCHES = "touches"
    TIMES = "times"
    OF_FIVE = "of_five"
    OF_TEN = "of_ten"


@dataclass(frozen=True, slots=True)
class Limit:
    """One threshold of a rule: its name, what the house takes for it, and the most it may be; the least is 1."""

    id: str
    unit: LimitUnit
    house: float
    most: float


@dataclass(frozen=True, slots=True)
class Rule:
    """When a signal is given. `rolling` says that it is about a stretch of days up to now."""

    signal: Signal
    find: Callable[[Scene, Limits], Hits]
    limits: tuple[Limit, ...] = ()
    rolling: bool = False


def _use_falls(scene: Scene, limits: Limits) -> Hits:
    """Use of 30 days / what was usual in the 90 before, as the factor of health reads it, is down by the percentage."""
    ratio = scene.factors(FactorId.USE_TREND, raw=True)
    fall = 100 * (1 - ratio)
    return scene.where(fall >= limits[0], _now(scene), fall)


def _stalled(scene: Scene, limits: Limits) -> Hits:
    """A milestone is past its day by more than so many days, and not done."""
    rows, at, due = scene.dated(scene.plans.milestones, "due")
    open_ = day_numbers(rows["done"]) > scene.day
    return _overdue(scene, at[open_], due[open_], limits[0])


def _sponsor_left(scene: Scene, limits: Limits) -> Hits:
    """A decision maker or executive has left within so many days."""
    rows, at, left = scene.dated(scene.context.frames.contacts, "left")
    mattered = (rows["decision_maker"] | rows["executive"]).to_numpy(dtype=np.bool_)
    last = scene.latest(at[mattered], left[mattered])
    return scene.where(last >= scene.day - limits[0], last, scene.day - last)


def _low_adoption(scene: Scene, limits: Limits) -> Hits:
    """The factors of health that read use, together, are below so many points."""
    value = scene.factors(FactorId.USE_FREQUENCY, FactorId.USERS, FactorId.KEY_FEATURE_USE)
    return scene.where(value < limits[0], _now(scene), value)


def _missing_features(scene: Scene, limits: Limits) -> Hits:
    """So many wishes and complaints of the last days are not resolved, or so many beside talk of the price; since the
    one that made the number full."""
    rows, at, given = scene.dated(scene.context.frames.feedback, "given")
    open_ = (day_numbers(rows["resolved"]) > scene.day) & (given > scene.day - limits[1])
    price = open_ & (rows["kind"] == FeedbackKind.PRICE).to_numpy(dtype=np.bool_)
    open_ &= ~rows["kind"].isin((FeedbackKind.QUESTION, FeedbackKind.PRICE)).to_numpy(dtype=np.bool_)
    alone, beside = (_nth(scene, at[open_], given[open_], int(number)) for number in (limits[0], limits[2]))
    full = np.minimum(alone, np.maximum(beside, _nth(scene, at[price], given[price], 1)))
    return scene.where(full < OPEN, full, scene.count(at[open_]), scene.count(at[price]))


def _quality(scene: Scene, limits: Limits) -> Hits:
    """Tickets opened in 30 days: at least so many, and so many times as many as usual in the 90 days before."""
    _, at, opened = scene.dated(scene.context.frames.tickets, "opened")
    recent = opened > scene.day - _MONTH
    before = ~recent & (opened > scene.day - _MONTH - _BEFORE)
    now, usual = scene.count(at[recent]), scene.count(at[before]) * _MONTH / _BEFORE
    return scene.where((now >= limits[1]) & (now >= limits[0] * usual), _now(scene), now, usual)


def _not_best(scene: Scene, _limits: Limits) -> Hits:
    """The account is judged not to be the customer the product is made for."""
    rows, at = scene.rows(scene.context.frames.accounts)
    poor = np.zeros(len(scene.accounts), dtype=np.bool_)
    poor[at] = (rows["fit"] == Fit.POOR).to_numpy(dtype=np.bool_)
    return scene.where(poor, scene.first_paid)


def _csm(scene: Scene, limits: Limits) -> Hits:
    """The sentiment of each of the last so many touches that tell one, within so many days, is at most that, of five.

    One bad day is no strained relationship, so the house wants two.
    """
    rows, at, on = scene.dated(scene.context.frames.touches, "on")
    told = rows["sentiment"].notna().to_numpy(dtype=np.bool_) & (on > scene.day - limits[1])
    at, on, felt = at[told], on[told], rows["sentiment"].to_numpy(dtype=np.float64)[told]
    order, counts, wanted = np.lexsort((-felt, on, at)), scene.count(at), int(limits[2])
    ends, enough = np.cumsum(counts), counts >= wanted
    best = np.full(len(scene.accounts), np.nan)
    for back in range(1, wanted + 1):
        best[enough] = np.fmax(best[enough], felt[order][ends[enough] - back])
    return scene.where(best <= limits[0], scene.latest(at, on), best, np.full(len(best), wanted))


def _score_drop(scene: Scene, limits: Limits) -> Hits:
    """The computed health score is so many points lower than so many days before, both by the profile in force.

    What a person has said in its place is no news to the team, and a changed profile none of the customer.
    """
    before, now = scene.scores(int(limits[1]), by_model=True), scene.scores(by_model=True)
    return scene.where(before - now >= limits[0], _now(scene), before, now)


def _no_touch(scene: Scene, limits: Limits) -> Hits:
    """No touch for more than so many days, or none at all since the account first paid."""
    _, at, on = scene.dated(scene.context.frames.touches, "on")
    if not len(on):
        return _nobody(scene)
    last = scene.latest(at, on)
    return _silent(scene, np.where(last == NEVER, scene.first_paid, last), limits[0])


def _silent_sponsor(scene: Scene, limits: Limits) -> Hits:
    """A touch with a decision maker is known, and none for more than so many days with any who is still there."""
    frames = scene.context.frames
    people = frames.contacts[frames.contacts["decision_maker"]]
    there = people["contact"][day_numbers(people["left"]) > scene.day]
    touches = frames.touches
    _, at, on = scene.dated(touches[touches["contact"].isin(there)], "on")
    last = scene.latest(at, on)
    return _silent(scene, np.where(last == NEVER, OPEN, last), limits[0])


def _single_contact(scene: Scene, limits: Limits) -> Hits:
    """Contacts are known, and fewer than so many are still there; not in the tech-touch tier."""
    rows, at = scene.rows(scene.context.frames.contacts)
    left = day_numbers(rows["left"])
    gone = left <= scene.day
    there, ever = scene.count(at[~gone]), scene.count(at)
    since = np.maximum(scene.first_paid, scene.latest(at[gone], left[gone]))
    return scene.where((ever > 0) & (there < limits[0]) & ~_of_tier(scene, Tier.TECH), since, there)


def _late_tickets(scene: Scene, limits: Limits) -> Hits:
    """A ticket is open for more than so many days."""
    rows, at, opened = scene.dated(scene.context.frames.tickets, "opened")
    open_ = day_numbers(rows["closed"]) > scene.day
    return _overdue(scene, at[open_], opened[open_], limits[0])


def _late_payment(scene: Scene, limits: Limits) -> Hits:
    """An invoice is past its due day by more than so many days, and not paid."""
    rows, at, due = scene.dated(scene.context.frames.invoices, "due")
    paid_on = day_numbers(rows["paid"])
    owed = (rows["paid_amount"] < rows["amount"]).to_numpy(dtype=np.bool_)
    open_ = np.where(paid_on == OPEN, owed, paid_on > scene.day)
    return _overdue(scene, at[open_], due[open_], limits[0])


def _no_plan(scene: Scene, limits: Limits) -> Hits:
    """No goal is open for an account that pays for more than so many days; only where the team keeps goals at all, and
    not in the low-touch and tech-touch tiers."""
    if not len(scene.plans.goals):
        return _nobody(scene)
    rows, at = scene.rows(scene.plans.goals)
    reached = day_numbers(rows["reached"])
    open_ = scene.count(at[reached > scene.day]) > 0
    over = reached <= scene.day
    since = np.maximum(scene.first_paid + int(limits[0]) + 1, scene.latest(at[over], reached[over]))
    judged = ~_of_tier(scene, Tier.LOW) & ~_of_tier(scene, Tier.TECH)
    return scene.where(~open_ & (since <= scene.day) & judged, since, scene.day - scene.first_paid)


def _unanswered_feedback(scene: Scene, limits: Limits) -> Hits:
    """A word of feedback was given more than so many days ago, and the customer has not been told what came of it."""
    rows, at, given = scene.dated(scene.context.frames.feedback, "given")
    open_ = day_numbers(rows["told"]) > scene.day
    return _overdue(scene, at[open_], given[open_], limits[0])


def _low_csat(scene: Scene, limits: Limits) -> Hits:
    """A low-touch account's last CSAT within so many days is below the line, of five."""
    last, score = _last_answer(scene, Survey.CSAT)
    below = (score < limits[0]) & (last > scene.day - limits[1]) & _of_tier(scene, Tier.LOW)
    return scene.where(below, last, score)


def _doubled(scene: Scene, limits: Limits) -> Hits:
    """MRR is so many times what it was so many days before, while seats, told of every line in service on both days,
    are no more; since the latest line in service began."""
    segments = scene.context.ledger.segments
    own = np.searchsorted(segments.accounts, scene.accounts)
    days = scene.day - int(limits[1]), scene.day
    (was, had), (now, has) = ((segments.mrr_on(day)[own], _seats(scene, day)[own]) for day in days)
    flags = (was > 0) & (now >= limits[0] * was) & (had > 0) & (has > 0) & (has <= had)
    active = np.flatnonzero((segments.start <= scene.day) & (segments.end >= scene.day))
    began = np.full(len(segments.accounts), NEVER, dtype=np.int64)
    np.maximum.at(began, segments.owner[active], segments.start[active])
    return scene.where(flags, began[own], now / np.maximum(was, 1), has)


def _seats(scene: Scene, day: int) -> Ints:
    """Seats in service of each account of the ledger; 0 where a line in service does not tell them."""
    segments = scene.context.ledger.segments
    active = (segments.start <= day) & (segments.end >= day)
    seats = scene.context.frames.spans["seats"].to_numpy(dtype=np.int64)[segments.line[active]]
    owner, size = segments.owner[active], len(segments.accounts)
    untold = np.bincount(owner[seats <= 0], minlength=size) > 0
    return np.where(untold, 0, totals(owner, seats, size))


def _peak(scene: Scene, limits: Limits) -> Hits:
    """Health is at least so high, and the last NPS rating within 90 days is too: the moment to ask for a review or
    reference."""
    last, score = _last_answer(scene, Survey.NPS)
    health = scene.scores()
    happy = (health >= limits[0]) & (score >= limits[1]) & (last > scene.day - _BEFORE)
    return scene.where(happy, last, health, score)


def _now(scene: Scene) -> Ints:
    return np.full(len(scene.accounts), scene.day, dtype=np.int64)


def _nobody(scene: Scene) -> Hits:
    none = np.zeros(len(scene.accounts), dtype=np.bool_)
    return scene.where(none, _now(scene), _now(scene))


def _silent(scene: Scene, last: Ints, days: float) -> Hits:
    return scene.where(scene.day - last > days, last + int(days) + 1, scene.day - last)


def _overdue(scene: Scene, at: Ints, days: Ints, limit: float) -> Hits:
    """Accounts with what has waited for more than the limit: since the first did, how many, the longest wait."""
    late = scene.day - days > limit
    first = scene.earliest(at[late], days[late])
    return scene.where(first < OPEN, first + int(limit) + 1, scene.count(at[late]), scene.day - first)


def _nth(scene: Scene, at: Ints, days: Ints, number: int) -> Ints:
    """The day on which each account came to have so many, OPEN where it has fewer."""
    order = np.lexsort((days, at))
    counts = scene.count(at)
    begin, found = np.cumsum(counts) - counts, np.full(len(scene.accounts), OPEN, dtype=np.int64)
    enough = counts >= number
    found[enough] = days[order][begin[enough] + number - 1]
    return found


def _last_value(scene: Scene, at: Ints, days: Ints, values: Floats) -> tuple[Ints, Floats]:
    """The last day of each account, and its value of that day, the lowest where it has several; NaN without any."""
    last = scene.latest(at, days)
    latest = days == last[at]
    found = np.full(len(scene.accounts), np.inf)
    np.minimum.at(found, at[latest], values[latest])
    return last, np.where(np.isinf(found), np.nan, found)


def _last_answer(scene: Scene, survey: Survey) -> tuple[Ints, Floats]:
    answers = scene.context.frames.answers
    rows, at, on = scene.dated(answers[answers["survey"] == survey], "on")
    return _last_value(scene, at, on, rows["score"].to_numpy(dtype=np.float64))


def _of_tier(scene: Scene, tier: Tier) -> Flags:
    rows, at = scene.rows(scene.context.frames.accounts)
    found = np.zeros(len(scene.accounts), dtype=np.bool_)
    found[at] = (rows["tier"] == tier).to_numpy(dtype=np.bool_)
    return found


def _days(house: float, name: str = "days") -> Limit:
    return Limit(name, LimitUnit.DAYS, house, 730)


RULES: Mapping[Signal, Rule] = {
    rule.signal: rule
    for rule in (
        Rule(Signal.NO_VALUE, _use_falls, (Limit("fall", LimitUnit.PERCENT, 40, 100),), rolling=True),
        Rule(Signal.STALLED, _stalled, (_days(14),)),
        Rule(Signal.SPONSOR_LEFT, _sponsor_left, (_days(180, "within"),)),
        Rule(Signal.LOW_ADOPTION, _low_adoption, (Limit("below", LimitUnit.POINTS, 30, 100),), rolling=True),
        Rule(Signal.MISSING_FEATURES, _missing_features,
             (Limit("at_least", LimitUnit.COUNT, 3, 100), _days(180, "within"),
              Limit("with_price", LimitUnit.COUNT, 1, 100))),
        Rule(Signal.QUALITY, _quality,
             (Limit("times", LimitUnit.TIMES, 2, 100), Limit("at_least", LimitUnit.COUNT, 4, 1000)), rolling=True),
        Rule(Signal.NOT_BEST, _not_best),
        Rule(Signal.CSM, _csm, (Limit("at_most", LimitUnit.OF_FIVE, 2, 5), _days(90, "within"),
                                Limit("in_a_row", LimitUnit.TOUCHES, 2, 10))),
        Rule(Signal.SCORE_DROP, _score_drop, (Limit("drop", LimitUnit.POINTS, 15, 100), _days(30, "in_days")),
             rolling=True),
        Rule(Signal.NO_TOUCH, _no_touch, (_days(60),)),
        Rule(Signal.SILENT_SPONSOR, _silent_sponsor, (_days(90),)),
        Rule(Signal.SINGLE_CONTACT, _single_contact, (Limit("fewer", LimitUnit.PEOPLE, 2, 20),)),
        Rule(Signal.LATE_TICKETS, _late_tickets, (_days(14),)),
        Rule(Signal.LATE_PAYMENT, _late_payment, (_days(15),)),
        Rule(Signal.NO_PLAN, _no_plan, (_days(60),)),
        Rule(Signal.UNANSWERED_FEEDBACK, _unanswered_feedback, (_days(30),)),
        Rule(Signal.LOW_CSAT, _low_csat, (Limit("below", LimitUnit.OF_FIVE, 3, 5), _days(180, "within"))),
        Rule(Signal.DOUBLED, _doubled, (Limit("times", LimitUnit.TIMES, 2, 100), _days(365, "within"))),
        Rule(Signal.PEAK, _peak, (Limit("at_least", LimitUnit.POINTS, 80, 100), Limit("nps", LimitUnit.OF_TEN, 9, 10))),
    )
}  # fmt: skip
"""Every signal that data can tell. Being acquired and a new strategy at the top are heard, not read: raised by hand."""
