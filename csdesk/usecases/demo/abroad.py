"""Accounts of the demo that pay in another currency, and what it was worth month by month.

It has dice of its own, so that all else in the demo is as it would be without it.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, Language, Tier
from csdesk.models.money import Currency
from csdesk.models.months import Month, months_between
from csdesk.usecases.demo.cast import RATE_SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.drafts import Value
    from csdesk.usecases.demo.life import Actor, Stage

_SEED = 20240403
_PAYING = 3
_MONTHS = 18
"""Months with a rate; those before have the first of them."""
_ABROAD = {Language.EN: ("EUR", 1.085, 4), Language.JA: ("USD", 149.0, 2)}
"""A currency, units of the demo's for one of it to begin with, and decimals of a rate."""
_SWING = 0.015


def add_abroad(stage: Stage, actors: Sequence[Actor], home: Currency) -> None:
    """Put the contracts of a few accounts into another currency, and write its rates up to last month."""
    code, rate, places = _ABROAD[stage.language]
    in_minor = rate * 10 ** (home.digits - Currency(code).digits)
    staying = [actor for actor in actors if actor.tier is Tier.LOW and actor.ended_on is None]
    for actor in staying[1 :: len(staying) // _PAYING][:_PAYING]:
        actor.currency, actor.rate = code, in_minor
        actor.lines = [(line, actor.paid(amount)) for line, amount in actor.lines]
        for line, amount in actor.lines:
            stage.step.update(Kind.CONTRACT, line, {"amount": amount, "currency": code})
    dice, last = Random(_SEED), Month.of(stage.today) + -1
    for month in months_between(last + -(_MONTHS - 1), last):
        values: dict[str, Value] = {"month": str(month), "currency": code, "base": home.code}
        source = stage.say(RATE_SOURCE)
        stage.step.insert(Kind.EXCHANGE_RATE, {**values, "rate": round(rate, places), "source": source})
        rate *= 1 + dice.uniform(-_SWING, _SWING)
