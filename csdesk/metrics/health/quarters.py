"""What the product does for a customer, beside how it is to be one: four quarters."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.metrics.health.scores import AccountHealth

HALF = 50.0
"""From here on outcome, or experience, is good."""


class Quarter(StrEnum):
    """Which of both are good."""

    BOTH = "both"
    OUTCOME_ALONE = "outcome_alone"
    EXPERIENCE_ALONE = "experience_alone"
    NEITHER = "neither"


_QUARTERS = {
    (True, True): Quarter.BOTH,
    (True, False): Quarter.OUTCOME_ALONE,
    (False, True): Quarter.EXPERIENCE_ALONE,
    (False, False): Quarter.NEITHER,
}


def quarter_at(outcome: float, experience: float) -> Quarter:
    """The quarter of these two, 0 to 100 each."""
    return _QUARTERS[outcome >= HALF, experience >= HALF]


def quarter_of(health: AccountHealth) -> Quarter | None:
    """Where an account stands; None where either is not known."""
    outcome, experience = health.outcome, health.experience
    return None if outcome is None or experience is None else quarter_at(outcome, experience)
