"""The house's health profile: which factors count, how much, and what is good."""

from csdesk.metrics.health.factors import FactorId
from csdesk.metrics.health.scores import Factor, Profile

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
    ),
)
