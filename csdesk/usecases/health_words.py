"""An account's health in words, and whether a person said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.wording import health as words

if TYPE_CHECKING:
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.models.kinds import Language


def said_score(health: AccountHealth, language: Language) -> str:
    """The score without its band: '40', '40 (by hand)'."""
    return words.score_by_hand(health.score, language) if health.hand else words.score_text(health.score)


def health_text(health: AccountHealth, language: Language) -> str:
    """The score with its band: '40 Red', '40 Red (by hand)'."""
    return words.banded_text(health.score, health.band, language, by_hand=health.hand is not None)


def hand_sentence(health: AccountHealth, language: Language) -> str:
    """What a person said in the place of the score, and the computed one; '' where nobody did."""
    hand, model = health.hand, health.by_model
    if hand is None:
        return ""
    computed = words.banded_text(model.score, model.band, language)
    return words.hand_sentence(hand.score, (hand.since, hand.until), hand.who, hand.reason, computed, language)
