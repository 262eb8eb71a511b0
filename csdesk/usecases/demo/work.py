"""The work with the demo's accounts: goals with their milestones, deals, feedback, exit interviews, mailings.

It has dice of its own, so that all else in the demo is as it would be without it.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from csdesk.models.kinds import DealOutcome, FeedbackKind, Kind, ReasonFamily, Tier
from csdesk.usecases.demo import work_cast as cast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Actor, Stage

_SEED = 20240402
_GOALS = 6
_DEALS = 8
_FEEDBACK = 10
_INTERVIEWS = 5
_READERS = 14


def add_work(stage: Stage, actors: Sequence[Actor], team: Sequence[int]) -> None:
    """Write a few of each."""
    dice = Random(_SEED)
    staying = [actor for actor in actors if actor.ended_on is None and actor.tier is not Tier.TECH]
    left = [(actor, actor.ended_on) for actor in actors if actor.ended_on is not None and actor.tier is not Tier.TECH]
    for actor in staying[:_GOALS]:
        _goal(stage, actor, dice.choice(team), dice)
    for actor in staying[2 : 2 + _DEALS]:
        _deal(stage, actor, dice.choice(team), dice)
    for actor in staying[:_FEEDBACK]:
        _feedback(stage, actor, dice)
    for actor, day in sorted(left, key=lambda one: (one[1], one[0].id))[-_INTERVIEWS:]:
        _interview(stage, actor, day, dice.choice(team), dice)
    for days_ago, name in cast.MAILINGS:
        _mailing(stage, name.say(stage.language), stage.today - timedelta(days=days_ago), staying[:_READERS], dice)


def _goal(stage: Stage, actor: Actor, owner: int, dice: Random) -> None:
    statement, victory, unit, start, target = dice.choice(cast.GOALS)
    begun = stage.today - timedelta(days=dice.randint(60, 150))
    mine: dict[str, Value] = {"account_id": actor.id, "owner_id": owner}
    goal = stage.step.insert(
        Kind.GOAL,
        {
            **mine,
            "statement": stage.say(statement),
            "victory": stage.say(victory),
            "unit": stage.say(unit),
            "baseline": start,
            "target": target,
            "current": round(start + (target - start) * dice.choice((0.2, 0.5, 0.8)), 1),
            "due_on": begun + timedelta(days=270),
        },
    )
    for nth, (title, theirs) in enumerate(cast.MILESTONES):
        due = begun + timedelta(days=40 * (nth + 1))
        values: dict[str, Value] = {"goal_id": goal, "title": stage.say(title), "due_on": due, "customer_side": theirs}
        done = due + timedelta(days=dice.randint(-5, 8)) if due < stage.today - timedelta(days=20) else None
        stage.step.insert(Kind.MILESTONE, {**mine, **values, "done_on": done})


def _deal(stage: Stage, actor: Actor, owner: int, dice: Random) -> None:
    outcome = dice.choice((DealOutcome.OPEN, DealOutcome.OPEN, DealOutcome.LOST))
    place = dice.randrange(len(cast.STAGES))
    is_open = outcome is DealOutcome.OPEN
    closes = stage.today + timedelta(days=dice.randint(10, 80) if is_open else -dice.randint(20, 120))
    stage.step.insert(
        Kind.DEAL,
        {
            "account_id": actor.id,
            "owner_id": owner,
            "product_id": dice.choice(stage.products),
            "name": stage.say(dice.choice(cast.DEALS)),
            "stage": stage.say(cast.STAGES[place]) if is_open else None,
            "probability": (0.2, 0.5, 0.8)[place] if is_open else None,
            "outcome": outcome.value,
            "amount": actor.paid(actor.price * 12 * 0.3),
            "currency": actor.currency,
            "interval_months": 12,
            "opened_on": closes - timedelta(days=90),
            "close_on": closes,
            "lost_reason": None if is_open else stage.say(dice.choice(cast.LOST)),
        },
    )


def _feedback(stage: Stage, actor: Actor, dice: Random) -> None:
    title, kind = dice.choice(cast.FEEDBACK)
    given = stage.today - timedelta(days=dice.randint(5, 200))
    stage.step.insert(
        Kind.FEEDBACK,
        {
            "account_id": actor.id,
            "contact_id": dice.choice(actor.contacts) if actor.contacts else None,
            "given_on": given,
            "kind": kind.value,
            "title": stage.say(title),
            "votes": dice.randint(1, 15) if kind is not FeedbackKind.QUESTION else None,
            "told_on": given + timedelta(days=9) if kind is FeedbackKind.QUESTION else None,
        },
    )


def _interview(stage: Stage, actor: Actor, left_on: date, person: int, dice: Random) -> None:
    family, said, root, quote = dice.choice(cast.INTERVIEWS)
    stage.step.insert(
        Kind.INTERVIEW,
        {
            "account_id": actor.id,
            "person_id": person,
            "on_date": min(left_on + timedelta(days=dice.randint(3, 15)), stage.today),
            "reason_family": ReasonFamily(family).value,
            "stated_reason": stage.say(said),
            "root_cause": stage.say(root),
            "quote": stage.say(quote),
        },
    )


def _mailing(stage: Stage, name: str, on: date, readers: Sequence[Actor], dice: Random) -> None:
    for actor in readers:
        opened = dice.random() < 0.3 + actor.temper * 0.6
        stage.step.insert(
            Kind.MAILING,
            {
                "account_id": actor.id,
                "contact_id": actor.contacts[0] if actor.contacts else None,
                "name": name,
                "on_date": on,
                "sent": 1,
                "delivered": 1,
                "opened": int(opened),
                "clicked": int(opened and dice.random() < 0.4),
            },
        )
