"""What the demo's people do in the product day by day, and what each may do in it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, UseGrain
from csdesk.wording.speech import Words

if TYPE_CHECKING:
    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Actor, Stage

_SEED = 7
_DAYS = 430
_FADING = 120
"""Days before a customer leaves in which its people stop, one after another."""

_MEASURES = (
    ("dashboards", Words("Dashboards opened", "ダッシュボード閲覧"), Words("times", "回")),
    ("shares", Words("Results shared", "結果の共有"), Words("times", "回")),
)
_ROLES = (Words("admin", "管理者"), Words("advanced", "上級"), Words("basic", "一般"))


def add_users(stage: Stage, actors: list[Actor]) -> None:
    """Write roles, and use by person and day of two key features; by dice of its own."""
    dice = Random(_SEED)
    measures = [
        stage.step.insert(
            Kind.MEASURE, {"code": code, "name": stage.say(name), "unit": stage.say(unit), "key_feature": True}
        )
        for code, name, unit in _MEASURES
    ]
    for actor in actors:
        for place, contact in enumerate(actor.contacts):
            stage.step.update(Kind.CONTACT, contact, {"role": stage.say(_ROLES[min(place, 2)])})
    stage.step.insert_many(Kind.USE, [row for actor in actors for row in _of_account(stage, actor, measures, dice)])


def _of_account(stage: Stage, actor: Actor, measures: list[int], dice: Random) -> list[dict[str, Value]]:
    begins = max(actor.starts.first_day, stage.today - timedelta(days=_DAYS))
    rows: list[dict[str, Value]] = []
    for place, contact in enumerate(actor.contacts):
        stops = _stops(stage, actor, place, dice)
        day = begins + timedelta(days=dice.randrange(7) + 9 * place)
        while day <= stops:
            working = day - timedelta(days=max(0, day.weekday() - 4))
            if working >= begins:
                rows += _doings(actor, contact, measures, working, dice)
            day += timedelta(days=dice.choice((2, 5, 7, 7, 9)) if actor.mood > 0.4 else dice.choice((5, 9, 14, 40)))
    return rows


def _stops(stage: Stage, actor: Actor, place: int, dice: Random) -> date:
    """The last day on which a person may be active: of customers that leave, some stop long before."""
    last = min(stage.today, actor.ended_on or stage.today)
    if actor.ended_on is not None or actor.troubled:
        return last - timedelta(days=dice.randrange(_FADING) if place or dice.random() < 0.5 else 5)
    return last


def _doings(actor: Actor, contact: int, measures: list[int], day: date, dice: Random) -> list[dict[str, Value]]:
    def row(measure: int, amount: int) -> dict[str, Value]:
        return {
            "account_id": actor.id,
            "contact_id": contact,
            "measure_id": measure,
            "on_date": day,
            "grain": UseGrain.DAY.value,
            "amount": float(amount),
        }

    opened = row(measures[0], dice.randint(1, 6))
    return [opened, row(measures[1], 1)] if dice.random() < 0.25 * actor.mood else [opened]
