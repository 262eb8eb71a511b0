"""The closed lists of the risk register and of plays; every value is the text stored in the file."""

from enum import StrEnum


class Signal(StrEnum):
    """What an account may be in danger by: the ten of the field's list, then further ones. PEAK is a good moment."""

    NO_VALUE = "no_value"
    STALLED = "stalled"
    SPONSOR_LEFT = "sponsor_left"
    LOW_ADOPTION = "low_adoption"
    ACQUIRED = "acquired"
    MISSING_FEATURES = "missing_features"
    NEW_STRATEGY = "new_strategy"
    QUALITY = "quality"
    NOT_BEST = "not_best"
    CSM = "csm"
    SCORE_DROP = "score_drop"
    NO_TOUCH = "no_touch"
    SILENT_SPONSOR = "silent_sponsor"
    SINGLE_CONTACT = "single_contact"
    LATE_TICKETS = "late_tickets"
    LATE_PAYMENT = "late_payment"
    NO_PLAN = "no_plan"
    UNANSWERED_FEEDBACK = "unanswered_feedback"
    LOW_CSAT = "low_csat"
    DOUBLED = "doubled"
    PEAK = "peak"


DANGERS = tuple(Signal)[:10]
"""The ten danger signals, in their order."""


class RiskLevel(StrEnum):
    """Whether a loss is feared, or has been told: notice given, or said."""

    SUSPECTED = "suspected"
    IMMINENT = "imminent"


class RiskOutcome(StrEnum):
    """How a risk stands. A dismissed one was none."""

    OPEN = "open"
    AVERTED = "averted"
    LOST = "lost"
    DISMISSED = "dismissed"


DECIDED = (RiskOutcome.AVERTED, RiskOutcome.LOST)
"""Outcomes of risks that were some, and are over."""


class Helped(StrEnum):
    """What was said at the end of a play."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
