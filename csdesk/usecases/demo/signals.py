"""What the demo's customers do and say: use, tickets, answers, touches, next steps."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, Priority, Survey, SurveyRelation, Tier, TouchType, UseGrain
from csdesk.models.months import Month, months_between
from csdesk.usecases.demo import cast
from csdesk.usecases.demo.people_at_work import first_named, people_by, reports_made

if TYPE_CHECKING:
    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Actor, Stage

_DAILY_DAYS = 92
_RECENT_DAYS = 150
_TOUCH_GAPS = {Tier.HIGH: 11, Tier.LOW: 33, Tier.TECH: 95}
_SEATS = {Tier.HIGH: 60, Tier.LOW: 18, Tier.TECH: 4}


def add_signals(stage: Stage, actors: list[Actor], team: list[int]) -> None:
    """Write use, touches with next steps, tickets and survey answers of every account."""
    measures = [
        stage.step.insert(
            Kind.MEASURE,
            {"code": code, "name": stage.say(name), "unit": stage.say(unit), "qualifies": code != "logins"},
        )
        for code, name, unit in cast.MEASURES
    ]
    stage.step.insert_many(Kind.USE, [row for actor in actors for row in _use(stage, actor, measures)])
    for actor in actors:
        _touches(stage, actor, team)
    stage.step.insert_many(Kind.TICKET, [row for actor in actors for row in _tickets(stage, actor)])
    stage.step.insert_many(Kind.ANSWER, [row for actor in actors for row in _answers(stage, actor)])


def _use(stage: Stage, actor: Actor, measures: list[int]) -> list[dict[str, Value]]:
    daily_from = stage.today - timedelta(days=_DAILY_DAYS)
    rows: list[dict[str, Value]] = []
    first = max(actor.starts, stage.first_month)
    for month in months_between(first, Month.of(stage.today)):
        if not actor.active_in(month):
            break
        logins, users, feature = _amounts(stage, actor, month)
        monthly = (
            ((1, users), (2, feature)) if month.first_day >= daily_from else ((0, logins), (1, users), (2, feature))
        )
        named = month >= first_named(stage.today)
        for m, amount in monthly[:-1] if named else monthly:
            rows.append(_use_row(actor, measures[m], month.first_day, UseGrain.MONTH, amount))
        for who, day, times in reports_made(actor, month, int(feature), stage.today) if named else ():
            rows.append(_use_row(actor, measures[2], day, UseGrain.DAY, float(times)) | {"contact_id": who})
        if month.first_day >= daily_from:
            rows += _daily_logins(stage, actor, measures[0], month, logins)
    return rows


def _amounts(stage: Stage, actor: Actor, month: Month) -> tuple[float, float, float]:
    age = month - actor.starts
    growth = min(1.0, 0.4 + age * 0.1)
    season = 0.75 if month.number in {8, 12} else 1.0
    fading = 1.0
    if actor.ended_on is not None:
        fading = min(1.0, 0.25 + 0.12 * max(0, Month.of(actor.ended_on) - month))
    elif actor.temper < 0.4:
        fading = min(1.0, 0.04 + 0.17 * (Month.of(stage.today) - month))
    seats = _SEATS[actor.tier] * actor.mood * growth * fading * stage.dice.uniform(0.85, 1.1)
    users = max(0.0 if actor.troubled else 1.0, float(round(seats)))
    logins = round(users * 14 * season * stage.dice.uniform(0.8, 1.15))
    return float(logins), users, float(round(users * 3 * actor.mood * stage.dice.uniform(0.6, 1.3)))


def _daily_logins(stage: Stage, actor: Actor, measure: int, month: Month, logins: float) -> list[dict[str, Value]]:
    days = [month.first_day + timedelta(days=n) for n in range((month.last_day - month.first_day).days + 1)]
    working = [day for day in days if day.weekday() < 5 and day <= stage.today]
    rows = []
    for number, day in enumerate(working):
        amount = round(logins / 21 * stage.dice.uniform(0.5, 1.5))
        if amount and (actor.ended_on is None or day <= actor.ended_on):
            who = {"contact_id": _user(actor, number, day, stage.today)}
            rows.append(_use_row(actor, measure, day, UseGrain.DAY, float(amount)) | who)
    return rows


def _user(actor: Actor, number: int, day: date, today: date) -> int:
    """Who logs in on a working day: the first of the account's people on one day in five, and never where relations
    are cold; the others in turn, once they have begun."""
    first, *others = people_by(actor, day, today)
    if not others or (number % 5 == 0 and actor.temper >= 0.4):
        return first
    return others[number % len(others)]


def _temper(stage: Stage, actor: Actor, day: date) -> float:
    return actor.temper if (stage.today - day).days < _RECENT_DAYS else actor.mood


def _use_row(actor: Actor, measure: int, on: date, grain: UseGrain, amount: float) -> dict[str, Value]:
    return {"account_id": actor.id, "measure_id": measure, "on_date": on, "grain": grain.value, "amount": amount}


def _touches(stage: Stage, actor: Actor, team: list[int]) -> None:
    day = max(actor.starts.first_day, stage.today - timedelta(days=540)) + timedelta(days=stage.dice.randrange(20))
    until = min(stage.today, actor.ended_on or stage.today)
    person = team[actor.id % 2]
    silent = stage.today - timedelta(days=70) if actor.temper < 0.35 else stage.today
    last = None
    while day <= min(until, silent):
        kinds = (TouchType.EMAIL, TouchType.CALL, TouchType.MEETING, TouchType.VISIT, TouchType.QBR)
        kind = stage.dice.choices(kinds, (4, 3, 3, 1, 1) if actor.tier is not Tier.TECH else (8, 1, 1, 0, 0))[0]
        last = stage.step.insert(
            Kind.TOUCH,
            {
                "account_id": actor.id,
                "contact_id": stage.dice.choice(actor.contacts),
                "person_id": person,
                "on_date": day,
                "type": kind.value,
                "minutes": {TouchType.EMAIL: 10, TouchType.CALL: 20}.get(kind, 50),
                "sentiment": max(1, min(5, round(_temper(stage, actor, day) * 5 + stage.dice.uniform(-1.2, 1)))),
                "note": stage.say(stage.dice.choice(cast.TOUCH_NOTES)),
            },
        )
        day += timedelta(days=max(3, round(stage.dice.gauss(_TOUCH_GAPS[actor.tier], 5))))
    if last is not None and actor.ended_on is None and stage.dice.random() < 0.45:
        _next_step(stage, actor, last, person)


def _next_step(stage: Stage, actor: Actor, touch: int, person: int) -> None:
    stage.step.insert(
        Kind.TASK,
        {
            "account_id": actor.id,
            "touch_id": touch,
            "owner_id": person,
            "title": stage.say(stage.dice.choice(cast.NEXT_STEPS)),
            "due_on": stage.today + timedelta(days=stage.dice.choice((-4, -1, 0, 0, 1, 3, 6, 10, 14, 21))),
        },
    )


def _tickets(stage: Stage, actor: Actor) -> list[dict[str, Value]]:
    rows: list[dict[str, Value]] = []
    until = min(stage.today, actor.ended_on or stage.today)
    day = max(actor.starts.first_day, stage.today - timedelta(days=400))
    while True:
        day += timedelta(days=1 + round(stage.dice.expovariate(1 / (45 if _temper(stage, actor, day) > 0.45 else 9))))
        if day > until:
            return rows
        open_still = (until - day).days < 12 and stage.dice.random() < 0.4
        closed = day + timedelta(days=stage.dice.randint(0, 3 if _temper(stage, actor, day) > 0.45 else 12))
        rows.append(
            {
                "account_id": actor.id,
                "contact_id": actor.contacts[-1],
                "external_id": f"T{actor.id % 100_000}-{len(rows) + 1}",
                "subject": stage.say(stage.dice.choice(cast.TICKETS)),
                "priority": stage.dice.choice((Priority.LOW, Priority.NORMAL, Priority.NORMAL, Priority.HIGH)).value,
                "status": "open" if open_still else "closed",
                "opened_at": f"{day.isoformat()}T01:30:00",
                "first_response_at": f"{day.isoformat()}T{2 + (actor.id + len(rows)) % 4:02d}:00:00",
                "closed_at": None if open_still else f"{min(closed, stage.today).isoformat()}T06:00:00",
            }
        )


def _answers(stage: Stage, actor: Actor) -> list[dict[str, Value]]:
    rows: list[dict[str, Value]] = []
    for month in months_between(max(actor.starts + 2, stage.first_month), Month.of(stage.today)):
        day = month.first_day + timedelta(days=stage.dice.randrange(25))
        if day > stage.today or not actor.active_in(month):
            break
        mood = _temper(stage, actor, day)
        if (month.number - 2) % 6 == 3 * (actor.id % 2) and stage.dice.random() < 0.25 + actor.mood * 0.6:
            score = max(0, min(10, round(3.2 + mood * 7.5 + stage.dice.uniform(-1.6, 1.2))))
            rows.append(_answer(stage, actor, Survey.NPS, score, day))
        if stage.dice.random() < 0.05:
            score = max(1, min(5, round(1.9 + mood * 3.3 + stage.dice.uniform(-1, 0.8))))
            rows.append(_answer(stage, actor, Survey.CSAT, score, day))
        if stage.dice.random() < 0.04:
            score = max(1, min(7, round(2 + mood * 5 + stage.dice.uniform(-1.5, 1))))
            rows.append(_answer(stage, actor, Survey.CES, score, day))
    return rows


def _answer(stage: Stage, actor: Actor, survey: Survey, score: int, day: date) -> dict[str, Value]:
    happy = score >= {Survey.NPS: 9, Survey.CSAT: 4, Survey.CES: 5}[survey]
    comment = stage.say(cast.COMMENTS[0 if happy else stage.dice.choice((1, 2))]) if stage.dice.random() < 0.5 else None
    relation = SurveyRelation.RELATIONAL if survey is Survey.NPS else SurveyRelation.TRANSACTIONAL
    return {
        "account_id": actor.id,
        "contact_id": stage.dice.choice(actor.contacts),
        "survey": survey.value,
        "relation": relation.value,
        "score": float(score),
        "direction": "high_is_easy" if survey is Survey.CES else None,
        "answered_on": day,
        "comment": comment,
    }
