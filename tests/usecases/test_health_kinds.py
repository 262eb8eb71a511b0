"""An account's outcome, experience and sentiment beside its score."""

from fractions import Fraction

import pytest

from csdesk.metrics.health.quarters import Quarter
from csdesk.metrics.health.scores import AccountHealth, FactorScore, FactorState
from csdesk.models.kinds import Band, Language
from csdesk.usecases.health import HealthRow
from csdesk.wording.health import banded_text, change_sentence


def _factor(factor: str, value: float, share: float) -> FactorScore:
    return FactorScore(factor, None, value, 1, share, share * value, None, FactorState.USED)


def _row(band: Band, *factors: FactorScore, sentiment: int | None = None) -> HealthRow:
    return HealthRow(1, "one", "", Fraction(0), AccountHealth(1, 50.0, band, 1.0, None, factors), sentiment)


@pytest.mark.parametrize(
    ("band", "sentiment", "disagrees"),
    [
        (Band.RED, 4, True),
        (Band.RED, 3, False),
        (Band.GREEN, 2, True),
        (Band.GREEN, 5, False),
        (Band.YELLOW, 1, False),
        (Band.UNKNOWN, 5, False),
        (Band.RED, None, False),
    ],
)
def test_sentiment_against_score(band: Band, sentiment: int | None, *, disagrees: bool) -> None:
    assert _row(band, sentiment=sentiment).disagrees is disagrees


@pytest.mark.parametrize(
    ("outcome", "experience", "quarter"),
    [
        (50, 50, Quarter.BOTH),
        (90, 49.9, Quarter.OUTCOME_ALONE),
        (49.9, 90, Quarter.EXPERIENCE_ALONE),
        (10, 0, Quarter.NEITHER),
    ],
)
def test_outcome_without_experience(outcome: float, experience: float, quarter: Quarter) -> None:
    """The budget is reached, and the work with it painful: outcome yes, experience no."""
    row = _row(Band.YELLOW, _factor("goals", outcome, 0.25), _factor("tickets", experience, 0.75))
    assert row.quarter is quarter
    assert _row(Band.YELLOW, _factor("goals", outcome, 1)).quarter is None


@pytest.mark.parametrize(
    ("score", "said"),
    [(69.6, "69 Yellow"), (70 - 1e-12, "70 Green"), (39.99, "39 Red"), (0.5, "0 Red"), (100.0, "100 Green")],
)
def test_a_score_is_said_as_it_has_been_reached(score: float, said: str) -> None:
    """Rounded up it would stand beyond the line of its band."""
    band = Band(said.split()[1].lower())
    assert banded_text(score, band, Language.EN) == said
    assert change_sentence(70.2, 69.6, Language.EN) == "▲ +1 in 30 days"
    assert banded_text(None, Band.UNKNOWN, Language.JA) == "不明"
