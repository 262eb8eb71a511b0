"""What the best quarter of accounts did before, against all others: onboarding, contacts, features, answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from csdesk.metrics.comparison import Comparison, between
from csdesk.metrics.engine.days import Flags, Floats, Ints, day_number, day_numbers
from csdesk.metrics.engine.doings import NEVER
from csdesk.metrics.measure import Measure, Why, count_rate
from csdesk.metrics.metric_ids import PracticeMetric
from csdesk.metrics.users.windows import MONTH, QUARTER, Window

if TYPE_CHECKING:
    import pandas as pd

    from csdesk.metrics.context import Context
    from csdesk.models.months import Period

_TOP = 0.75


class Practice(StrEnum):
    """What was done with or by an account; TOUCH is of one type, FEATURE of one measure."""

    FIRST_VALUE = "first_value"
    MILESTONE = "milestone"
    MILESTONES_IN_TIME = "milestones_in_time"
    GOAL = "goal"
    TOUCH = "touch"
    FEATURE = "feature"
    ANSWER = "answer"
    TICKET = "ticket"


@dataclass(frozen=True, slots=True)
class Plans:
    """Days of plans by account, NaT where they have none: milestones due and done, and goals reached."""

    milestones: pd.DataFrame
    """account int64; due, done datetime64[s]."""
    goals: pd.DataFrame
    """account int64; reached datetime64[s]."""


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """One practice, of a touch type or measure `of`: the share of the best that did it, that of all others, and the
    former less the latter."""

    practice: Practice
    of: str
    best: Measure
    others: Measure
    difference: Comparison | None


@dataclass(frozen=True, slots=True)
class BestQuarter:
    """The best quarter by what became of accounts over a period, and what they had done in the window before it, what
    sets them apart most first."""

    period: Period
    window: Window
    best: Ints
    others: Ints
    rows: tuple[PracticeRow, ...]


_Did: TypeAlias = tuple[Practice, str, Flags, Flags | None]
"""A practice, what it is of, which accounts did it, and of which it is known (None: of all)."""


def best_quarter(context: Context, period: Period, plans: Plans, measure: str = "") -> BestQuarter | Why:
    """Accounts that pay before the period, the best quarter by the share of MRR kept over it (exchange rates aside), or
    by how much they use a measure in it; and what each had done by then: contacts, use and answers of the 90 days
    before, and onboarding up to there. As all did it before, leaving early has no part in it.

    Equal accounts are never parted: a quarter is a half where so many are equally best. NO_HISTORY where the records
    begin later, NO_AMOUNTS, NO_USE, ALL_ALIKE where no quarter stands out.
    """
    why = context.unseen(period) or (Why.NOT_YET if not context.ledger.covers(period) else None)
    if why is None and period.first <= context.ledger.first:
        why = Why.NO_HISTORY
    if why is None and not measure and not context.amounts_known:
        why = Why.NO_AMOUNTS
    if why is not None:
        return why
    spell = context.spell(period)
    base = spell.before.paying & ((spell.before.mrr > 0) | bool(measure))
    accounts = spell.ids[base]
    ranked = _used(context, measure, period, accounts) if measure else spell.kept[base] / spell.before.mrr[base]
    if measure and not ranked.any():
        return Why.NO_USE
    top = _best(ranked)
    if not top.any():
        return Why.ALL_ALIKE
    start = day_number(period.first.first_day) - 1
    window = Window(start - QUARTER + 1, start)
    doings = (*_onboarding(context, plans, window, accounts), *_recent(context, window, accounts))
    rows = [row for row in (_row(period, accounts, top, did) for did in doings) if row is not None]
    rows.sort(key=lambda row: -(row.difference.difference if row.difference else -2.0))
    return BestQuarter(period, window, accounts[top], accounts[~top], tuple(rows))


def _best(values: Floats) -> Flags:
    """Those that fewer than a quarter are above, equal ones together: by the middle of their ranks."""
    ordered = np.sort(values)
    middle = (np.searchsorted(ordered, values) + np.searchsorted(ordered, values, "right")) / max(2 * len(values), 1)
    return np.asarray(middle > _TOP, dtype=np.bool_)


def _row(period: Period, accounts: Ints, top: Flags, did: _Did) -> PracticeRow | None:
    practice, of, done, known = did
    asked = np.ones(len(accounts), dtype=np.bool_) if known is None else known
    if not (done & asked).any():
        return None
    best = count_rate(PracticeMetric.BEST, period, accounts, done & asked & top, asked & top)
    others = count_rate(PracticeMetric.OTHERS, period, accounts, done & asked & ~top, asked & ~top)
    return PracticeRow(practice, of, best, others, between(best, others))


def _used(context: Context, measure: str, period: Period, accounts: Ints) -> Floats:
    use = context.frames.use
    first, last = (np.datetime64(day, "s") for day in (period.first.first_day, period.last.last_day))
    on = use["on"].to_numpy()
    mine = use[(use["measure"] == measure).to_numpy() & (on >= first) & (on <= last)]
    sums = mine.groupby("account")["amount"].sum()
    return sums.reindex(accounts, fill_value=0.0).to_numpy(dtype=np.float64)


def _onboarding(context: Context, plans: Plans, window: Window, accounts: Ints) -> list[_Did]:
    """What had been reached by the end of the window."""
    found: list[_Did] = [_first_value(context, window, accounts)]
    due, done = (day_numbers(plans.milestones[name]) for name in ("due", "done"))
    owner = plans.milestones["account"].to_numpy(dtype=np.int64)
    done_by_then = done <= window.last
    found.append((Practice.MILESTONE, "", np.isin(accounts, owner[done_by_then]), None))
    was_due = due <= window.last
    late = np.isin(accounts, owner[was_due & (done > due)])
    found.append((Practice.MILESTONES_IN_TIME, "", ~late, np.isin(accounts, owner[was_due])))
    reached = day_numbers(plans.goals["reached"]) <= window.last
    found.append((Practice.GOAL, "", np.isin(accounts, plans.goals["account"].to_numpy()[reached]), None))
    return found


def _first_value(context: Context, window: Window, accounts: Ints) -> _Did:
    """Who had use that counts within 30 days of its start; known where the start is, and use was recorded by then."""
    spans, doings = context.frames.spans, context.doings
    logo = spans["logo"].to_numpy(dtype=np.bool_)
    place = np.searchsorted(accounts, spans["account"].to_numpy())
    mine = (place < len(accounts)) & logo
    mine[mine] = accounts[place[mine]] == spans["account"].to_numpy()[mine]
    start, first = (np.full(len(accounts), NEVER, dtype=np.int64) for _ in range(2))
    np.minimum.at(start, place[mine], day_numbers(spans["start"])[mine])
    began = np.ones(len(accounts), dtype=np.bool_)
    began[place[mine & spans["opening"].to_numpy(dtype=np.bool_)]] = False
    at = np.searchsorted(accounts, doings.accounts)
    ours = at < len(accounts)
    ours[ours] = accounts[at[ours]] == doings.accounts[ours]
    np.minimum.at(first, at[ours], doings.first_active[ours])
    known_from = doings.known[0] if doings.known else NEVER
    known = began & (start >= known_from) & (start + MONTH <= window.last)
    return Practice.FIRST_VALUE, "", np.asarray(first <= start + MONTH, dtype=np.bool_), known


def _recent(context: Context, window: Window, accounts: Ints) -> list[_Did]:
    """What was done within the window."""
    frames = context.frames
    touches = _within(frames.touches, "on", window)
    found: list[_Did] = [
        (Practice.TOUCH, str(kind), np.isin(accounts, mine["account"]), None)
        for kind, mine in touches.groupby("type", observed=True, sort=True)
    ]
    use = _within(frames.use, "on", window)
    for code, mine in use[use["amount"] > 0].groupby("measure", observed=True, sort=True):
        found.append((Practice.FEATURE, str(code), np.isin(accounts, mine["account"]), None))
    for practice, frame, on in ((Practice.ANSWER, frames.answers, "on"), (Practice.TICKET, frames.tickets, "opened")):
        found.append((practice, "", np.isin(accounts, _within(frame, on, window)["account"]), None))
    return found


def _within(frame: pd.DataFrame, column: str, window: Window) -> pd.DataFrame:
    days = day_numbers(frame[column])
    return frame[(days >= window.first) & (days <= window.last)]
