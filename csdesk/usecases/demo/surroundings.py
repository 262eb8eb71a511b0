"""What stands around the demo's accounts: the team, costs, markers, invoices, an own column, values by hand."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, Tier
from csdesk.models.months import Month, months_between
from csdesk.usecases.demo import cast

if TYPE_CHECKING:
    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Actor, Stage


def add_team(stage: Stage) -> list[int]:
    """Write the team; returns its ids."""
    return [
        stage.step.insert(Kind.PERSON, {"name": stage.say(name), "role": stage.say(role), "hourly_rate": 4_000})
        for name, role in cast.TEAM
    ]


def add_surroundings(stage: Stage, actors: list[Actor]) -> None:
    """Write costs, markers, invoices, the own column and values by hand."""
    _costs(stage)
    for kind, title, months_ago in cast.MARKERS:
        day = (Month.of(stage.today) + -months_ago).first_day + timedelta(days=9)
        stage.step.insert(Kind.MARKER, {"on_date": day, "kind": kind, "title": stage.say(title)})
    stage.step.insert_many(Kind.INVOICE, [row for actor in actors for row in _invoices(stage, actor)])
    _own_column(stage, actors)
    _hand_values(stage, actors)


def _costs(stage: Stage) -> None:
    rows: list[dict[str, Value]] = []
    for month in months_between(stage.first_month, Month.of(stage.today)):
        for item, channel, purpose, base in cast.COST_ITEMS:
            rows.append(
                {
                    "month": str(month),
                    "purpose": purpose.value,
                    "channel": stage.say(channel) if channel else None,
                    "item": stage.say(item),
                    "amount": int(round(base * stage.dice.uniform(0.8, 1.25), -3)),
                }
            )
    stage.step.insert_many(Kind.COST, rows)


def _invoices(stage: Stage, actor: Actor) -> list[dict[str, Value]]:
    rows: list[dict[str, Value]] = []
    for month in months_between(Month.of(stage.today) + -11, Month.of(stage.today)):
        yearly = actor.tier is not Tier.TECH
        if not actor.active_in(month) or (yearly and (month - actor.starts) % 12):
            continue
        issued, late = month.first_day, actor.temper < 0.4 and stage.dice.random() < 0.6
        due = issued + timedelta(days=30)
        paid = due + timedelta(days=stage.dice.randint(8, 25) if late else -stage.dice.randint(0, 12))
        amount = actor.paid(actor.price * (12 if yearly else 1))
        settled = paid <= stage.today
        rows.append(
            {
                "account_id": actor.id,
                "number": f"INV-{month}-{actor.id % 1_000_000:06d}",
                "issued_on": issued,
                "due_on": due,
                "paid_on": paid if settled else None,
                "amount": amount,
                "currency": actor.currency,
                "paid_amount": amount if settled else 0,
                "status": "paid" if settled else "open",
            }
        )
    return rows


def _own_column(stage: Stage, actors: list[Actor]) -> None:
    field = stage.step.insert(Kind.CUSTOM_FIELD, {"kind": Kind.ACCOUNT.value, "name": stage.say(cast.OWN_COLUMN)})
    stage.step.insert_many(
        Kind.CUSTOM_VALUE,
        [
            {"field_id": field, "row_id": actor.id, "value": stage.say(stage.dice.choice(cast.SYSTEMS))}
            for actor in actors
            if stage.dice.random() < 0.7
        ],
    )


def _hand_values(stage: Stage, actors: list[Actor]) -> None:
    for actor in actors:
        if actor.tier is Tier.TECH or actor.ended_on is not None:
            continue
        for factor in ("independence", "key_feature_use", "outcome"):
            points = max(0.0, min(100.0, round(actor.temper * 100 + stage.dice.uniform(-15, 15), -1)))
            day = stage.today - timedelta(days=stage.dice.randint(5, 60))
            stage.step.insert(
                Kind.HEALTH_VALUE, {"account_id": actor.id, "factor": factor, "value": points, "on_date": day}
            )
