"""The house's health profile: which factors count, how much, and what is good."""

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.model import Factor, Profile

_POINTS = ((0.0, 0.0), (100.0, 100.0))
"""Set by hand, already 0-100."""

_SCALE_OF_FIVE = ((1.0, 0.0), (3.0, 50.0), (5.0, 100.0))

HOUSE_PROFILE = Profile(
    name="house",
    factors=(
        # Logins (or the like) in 30 days.
        Factor(FactorId.USE_FREQUENCY, 15, ((0, 0), (5, 40), (20, 85), (40, 100)), fresh_days=45),
        # Use of the last 30 days against what was usual in the 90 before.
        Factor(FactorId.USE_TREND, 10, ((0, 0), (0.5, 30), (0.9, 75), (1.1, 90), (1.5, 100)), fresh_days=45),
        Factor(FactorId.USERS, 8, ((0, 0), (1, 30), (3, 65), (10, 100)), fresh_days=45),
        Factor(FactorId.KEY_FEATURE_USE, 8, _POINTS, fresh_days=120),
        # Executives seen in a month, where use is known by person.
        Factor(FactorId.EXECUTIVE_USERS, 4, ((0, 0), (1, 70), (2, 100)), fresh_days=180),
        Factor(FactorId.USED_IN_MEETINGS, 3, _POINTS, fresh_days=180),
        # Some tickets are a sign of life; none is silence, many are trouble.
        Factor(FactorId.TICKETS, 8, ((0, 40), (1, 100), (3, 100), (10, 0)), fresh_days=90),
        Factor(FactorId.SURVEY_SCORE, 10, ((0, 0), (6, 40), (8, 75), (9, 95), (10, 100)), fresh_days=365),
        Factor(FactorId.SURVEY_REPLY, 4, ((0, 20), (1, 100)), fresh_days=365),
        # Days since the last touch.
        Factor(FactorId.LAST_TOUCH, 6, ((0, 100), (31, 80), (60, 40), (120, 0)), fresh_days=365),
        Factor(FactorId.SENTIMENT, 8, _SCALE_OF_FIVE, fresh_days=120),
        Factor(FactorId.CANDOUR, 3, _SCALE_OF_FIVE, fresh_days=120),
        Factor(FactorId.EXECUTIVE_RELATIONSHIP, 5, _SCALE_OF_FIVE, fresh_days=365),
        # Change of MRR over 180 days.
        Factor(FactorId.MRR_CHANGE, 4, ((-0.5, 0), (0, 70), (0.2, 100)), fresh_days=31),
        # Mean days an invoice was late.
        Factor(FactorId.PAYMENT, 4, ((0, 100), (15, 60), (30, 30), (60, 0)), fresh_days=180),
        Factor(FactorId.INDEPENDENCE, 2, _POINTS, fresh_days=365),
        Factor(FactorId.ADVOCACY, 2, _POINTS, fresh_days=365),
        Factor(FactorId.OUTCOME, 6, _POINTS, fresh_days=180),
        # What fewer teams have data of, or what others of these tell too: switched on in the full profile.
        # Active users of the seats bought.
        Factor(FactorId.SEAT_USE, 8, ((0.1, 0), (0.5, 50), (0.8, 90), (1, 100)), fresh_days=45, on=False),
        Factor(FactorId.USER_GROWTH, 4, ((-0.5, 0), (0, 65), (0.2, 100)), fresh_days=45, on=False),
        # Share of a month's users that did not come in the next.
        Factor(FactorId.USER_LOSS, 4, ((0, 100), (0.2, 70), (0.6, 0)), fresh_days=45, on=False),
        Factor(FactorId.TICKET_DAYS, 4, ((1, 100), (3, 80), (10, 30), (20, 0)), fresh_days=180, on=False),
        Factor(FactorId.URGENT_TICKETS, 4, ((0, 100), (2, 60), (6, 0)), fresh_days=90, on=False),
        # Shares of the mails that arrived.
        Factor(FactorId.MAIL_OPENS, 2, ((0, 0), (0.25, 60), (0.5, 100)), fresh_days=180, on=False),
        Factor(FactorId.MAIL_CLICKS, 2, ((0, 20), (0.05, 70), (0.15, 100)), fresh_days=180, on=False),
        Factor(FactorId.MAIL_DOWNLOADS, 1, ((0, 30), (0.03, 80), (0.1, 100)), fresh_days=180, on=False),
        Factor(FactorId.COMMUNITY, 2, ((0, 40), (2, 80), (6, 100)), fresh_days=180, on=False),
        Factor(FactorId.REFERRALS, 2, ((0, 40), (1, 85), (3, 100)), fresh_days=365, on=False),
        Factor(FactorId.GOALS, 6, ((0, 0), (0.5, 50), (1, 100)), fresh_days=365, on=False),
        # Touches and tickets of a quarter.
        Factor(FactorId.TOUCH_NEED, 2, ((2, 100), (6, 70), (15, 30), (30, 0)), fresh_days=45, on=False),
        Factor(FactorId.EXPERIENCE, 4, _POINTS, fresh_days=180, on=False),
    ),
)
"""What a book begins with."""

JUDGED = frozenset({
    FactorId.KEY_FEATURE_USE, FactorId.USED_IN_MEETINGS, FactorId.SENTIMENT, FactorId.EXECUTIVE_RELATIONSHIP,
    FactorId.INDEPENDENCE, FactorId.ADVOCACY, FactorId.OUTCOME, FactorId.EXPERIENCE,
})  # fmt: skip
"""What a person can tell of an account without any data."""
_OF_USE = frozenset({
    FactorId.USE_FREQUENCY, FactorId.USE_TREND, FactorId.USERS, FactorId.KEY_FEATURE_USE, FactorId.EXECUTIVE_USERS,
    FactorId.SEAT_USE, FactorId.USER_GROWTH, FactorId.USER_LOSS,
})  # fmt: skip


class Starter(StrEnum):
    """Sets of factors to begin with."""

    HOUSE = "house"
    BY_HAND = "by_hand"
    USE = "use"
    FULL = "full"


_STARTERS: dict[Starter, Collection[str]] = {
    Starter.HOUSE: [factor.id for factor in HOUSE_PROFILE.factors if factor.on],
    Starter.BY_HAND: JUDGED,
    Starter.USE: _OF_USE,
    Starter.FULL: [factor.id for factor in HOUSE_PROFILE.factors],
}


def started(profile: Profile, starter: Starter) -> Profile:
    """The profile with the factors of a starter on, at the house's weights, and all others off; curves, limits and
    whom it is for stay."""
    weights = {factor.id: factor.weight for factor in HOUSE_PROFILE.factors}
    chosen = _STARTERS[starter]
    factors = (
        replace(one, on=one.id in chosen, weight=weights.get(one.id, one.weight), off_reason="")
        if one.id in weights
        else one
        for one in profile.factors
    )
    return replace(profile, factors=tuple(factors))


def with_part(profile: Profile, part: Profile, name: str) -> Profile:
    """The profile with a part of it changed: the special one of that name, or itself with the special ones it has."""
    if name == profile.name:
        return replace(part, name=name, whom=(), special=profile.special)
    return replace(profile, special=tuple(part if one.name == name else one for one in profile.special))


def completed(profile: Profile) -> Profile:
    """The profile with every factor of the house: those it was kept without are off."""
    known = {factor.id for factor in profile.factors}
    lacking = (replace(factor, on=False) for factor in HOUSE_PROFILE.factors if factor.id not in known)
    return replace(profile, factors=(*profile.factors, *lacking))
