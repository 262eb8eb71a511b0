"""Who was asked in the demo book, one customer unhappy time and again, and feedback that was resolved."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from csdesk.models.kinds import FeedbackKind, Kind, Survey, SurveyRelation
from csdesk.models.months import Month, months_between
from csdesk.usecases.demo import cast, work_cast
from csdesk.wording.words import Words

if TYPE_CHECKING:
    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Actor, Stage

_SEED = 8_102
_CSAT_ASKED = 14
"""People asked about an event each month; who was asked about effort, the demo's team has not kept."""
_UNHAPPY = (5, 4, 3)
_RESOLVED = 9


def add_voices(stage: Stage, actors: list[Actor]) -> None:
    """Write invitations, the answers of an unhappy decision maker, and resolved feedback, two in three told back."""
    dice = Random(_SEED)
    stage.step.insert_many(Kind.INVITATION, [*_of_accounts(stage, actors), *_of_events(stage)])
    staying = [actor for actor in actors if actor.ended_on is None and actor.contacts]
    troubled = min(staying, key=lambda actor: (actor.temper, actor.id))
    stage.step.update(Kind.CONTACT, troubled.contacts[0], {"decision_maker": True})
    stage.step.insert_many(Kind.ANSWER, [_unhappy(stage, troubled, at) for at in range(len(_UNHAPPY))])
    for at, actor in enumerate(staying[-_RESOLVED:]):
        stage.step.insert(Kind.FEEDBACK, _resolved(stage, actor, at, dice))


def _of_accounts(stage: Stage, actors: list[Actor]) -> list[dict[str, Value]]:
    """One person of each account is asked for NPS twice a year."""
    name = stage.say(Words("NPS survey", "NPS調査"))
    return [
        {
            "account_id": actor.id,
            "survey": Survey.NPS.value,
            "relation": SurveyRelation.RELATIONAL.value,
            "asked_on": month.first_day,
            "name": name,
        }
        for actor in actors
        for month in months_between(max(actor.starts + 2, stage.first_month), Month.of(stage.today))
        if (month.number - 2) % 6 == 3 * (actor.id % 2) and actor.active_in(month)
    ]


def _of_events(stage: Stage) -> list[dict[str, Value]]:
    name = stage.say(Words("After a ticket", "問い合わせ後のアンケート"))
    return [
        {"survey": Survey.CSAT.value, "relation": SurveyRelation.TRANSACTIONAL.value, "asked_on": month.first_day,
         "asked": _CSAT_ASKED, "name": name}
        for month in months_between(stage.first_month, Month.of(stage.today))
    ]  # fmt: skip


def _unhappy(stage: Stage, actor: Actor, at: int) -> dict[str, Value]:
    asked = stage.today - timedelta(days=300 - 90 * at)
    stage.step.insert(
        Kind.INVITATION,
        {"account_id": actor.id, "contact_id": actor.contacts[0], "survey": Survey.NPS.value, "asked_on": asked},
    )
    return {
        "account_id": actor.id,
        "contact_id": actor.contacts[0],
        "survey": Survey.NPS.value,
        "relation": SurveyRelation.RELATIONAL.value,
        "score": float(_UNHAPPY[at]),
        "answered_on": asked + timedelta(days=2),
        "comment": stage.say(cast.COMMENTS[2]),
    }


def _resolved(stage: Stage, actor: Actor, at: int, dice: Random) -> dict[str, Value]:
    title, _ = dice.choice(work_cast.FEEDBACK)
    done: date = stage.today - timedelta(days=20 + 25 * at)
    return {
        "account_id": actor.id,
        "contact_id": dice.choice(actor.contacts),
        "given_on": done - timedelta(days=40),
        "kind": FeedbackKind.STRETCH.value,
        "title": stage.say(title),
        "resolved_on": done,
        "told_on": None if at % 3 == 0 else done + timedelta(days=3),
    }
