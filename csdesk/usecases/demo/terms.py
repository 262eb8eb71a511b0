"""On what terms the demo's accounts came: discounts, who brought whom, and a deal won that is still to begin."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import DealOutcome, Kind, Tier
from csdesk.usecases.demo import work_cast
from csdesk.usecases.demo.cast import company_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.usecases.demo.life import Actor, Stage

_RATES = (0.2, 0.1)
"""What is taken off the list price at signing, and after the first renewal."""
_STEADY = 0.15
_BROUGHT = {9: 2, 12: 2, 17: 4, 25: 11, 38: 20, 44: 31}
"""Who was brought by whom, by number."""


def add_terms(stage: Stage, actors: Sequence[Actor]) -> None:
    """Write them upon lines and accounts that are there."""
    yearly = [actor for actor in actors if actor.tier is not Tier.TECH]
    for place, actor in enumerate(yearly[::2]):
        steady = place % 3 == 2
        rates = [_STEADY] * len(actor.lines) if steady else _RATES
        for (line, amount), rate in zip(actor.lines, rates, strict=False):
            stage.step.update(Kind.CONTRACT, line, {"list_amount": round(amount / (1 - rate))})
    line, amount = next(actor.lines[-1] for actor in yearly[1::2] if actor.ended_on is None)
    until = stage.today + timedelta(days=150)
    stage.step.update(Kind.CONTRACT, line, {"list_amount": round(amount / 0.7), "discount_ends_on": until})
    for brought, by in _BROUGHT.items():
        stage.step.update(Kind.ACCOUNT, actors[brought].id, {"referred_by": company_name(by, stage.language)})
    _win(stage, next(actor for actor in reversed(yearly) if actor.ended_on is None))


def _win(stage: Stage, actor: Actor) -> None:
    stage.step.insert(
        Kind.DEAL,
        {
            "account_id": actor.id,
            "product_id": stage.products[2],
            "name": stage.say(work_cast.DEALS[0]),
            "outcome": DealOutcome.WON.value,
            "amount": actor.paid(actor.price * 12 * 0.2),
            "currency": actor.currency,
            "interval_months": 12,
            "opened_on": stage.today - timedelta(days=70),
            "close_on": stage.today - timedelta(days=6),
            "starts_on": stage.today + timedelta(days=45),
        },
    )
