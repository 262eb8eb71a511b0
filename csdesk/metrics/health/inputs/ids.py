"""The factors of a health score, and which of them belong together."""

from enum import StrEnum


class FactorId(StrEnum):
    """The factors csdesk reads by itself, and the ones only a person can judge."""

    USE_FREQUENCY = "use_frequency"
    USE_TREND = "use_trend"
    USERS = "users"
    TICKETS = "tickets"
    SURVEY_SCORE = "survey_score"
    SURVEY_REPLY = "survey_reply"
    LAST_TOUCH = "last_touch"
    SENTIMENT = "sentiment"
    CANDOUR = "candour"
    EXECUTIVE_RELATIONSHIP = "executive_relationship"
    MRR_CHANGE = "mrr_change"
    PAYMENT = "payment"
    KEY_FEATURE_USE = "key_feature_use"
    EXECUTIVE_USERS = "executive_users"
    USED_IN_MEETINGS = "used_in_meetings"
    INDEPENDENCE = "independence"
    ADVOCACY = "advocacy"
    OUTCOME = "outcome"
    SEAT_USE = "seat_use"
    USER_GROWTH = "user_growth"
    USER_LOSS = "user_loss"
    TICKET_DAYS = "ticket_days"
    URGENT_TICKETS = "urgent_tickets"
    MAIL_OPENS = "mail_opens"
    MAIL_CLICKS = "mail_clicks"
    MAIL_DOWNLOADS = "mail_downloads"
    COMMUNITY = "community"
    REFERRALS = "referrals"
    GOALS = "goals"
    TOUCH_NEED = "touch_need"
    EXPERIENCE = "experience"


FREQUENCY_MEASURES = ("logins", "sessions", "days_active", "active_users", "events")
"""Measures that tell how often an account uses the product; the first one the book has is read."""

USERS_MEASURE = "active_users"

OF_USE = frozenset({FactorId.USE_FREQUENCY, FactorId.USE_TREND, FactorId.USERS, FactorId.KEY_FEATURE_USE})
"""Factors for which a person may say which measure of use they read."""

ADOPTION = (
    FactorId.USE_FREQUENCY,
    FactorId.KEY_FEATURE_USE,
    FactorId.USERS,
    FactorId.EXECUTIVE_USERS,
    FactorId.USED_IN_MEETINGS,
)
"""What tells how far an account has taken to the product."""

OUTCOMES = frozenset({
    FactorId.USE_FREQUENCY, FactorId.USE_TREND, FactorId.USERS, FactorId.KEY_FEATURE_USE, FactorId.EXECUTIVE_USERS,
    FactorId.USED_IN_MEETINGS, FactorId.SEAT_USE, FactorId.USER_GROWTH, FactorId.USER_LOSS, FactorId.MRR_CHANGE,
    FactorId.GOALS, FactorId.OUTCOME, FactorId.INDEPENDENCE, FactorId.TOUCH_NEED,
})  # fmt: skip
"""Factors that tell of the customer's outcome, what the product does for it; all others tell of its experience."""
