"""The gap between one owner's accounts and all other owners': parts that sum to it, whatever is known."""

from statistics import fmean
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from csdesk.metrics.comparison import Verdict
from csdesk.metrics.health.gap import health_gap, lift
from csdesk.metrics.health.scores import AccountHealth, FactorScore, FactorState
from csdesk.metrics.health.why import tenths
from csdesk.metrics.intervals import means_apart
from csdesk.models.kinds import Band

WEIGHTS = {"use": 3.0, "tickets": 1.0, "sentiment": 2.0}
VALUES = st.lists(
    st.fixed_dictionaries({name: st.none() | st.floats(0, 100) for name in WEIGHTS}), min_size=1, max_size=12
)


def health(account: int, values: dict[str, float | None]) -> AccountHealth:
    """Scored by the weights; a factor without a value is left out."""
    total = sum(WEIGHTS[name] for name, value in values.items() if value is not None)
    factors = []
    for name, value in values.items():
        share = WEIGHTS[name] / total if value is not None else 0.0
        state = FactorState.MISSING if value is None else FactorState.USED
        factors.append(FactorScore(name, value, value, WEIGHTS[name], share, share * (value or 0.0), None, state))
    score = sum(one.contribution for one in factors) if total else None
    band = Band.UNKNOWN if score is None else Band.GREEN
    return AccountHealth(account, score, band, total / sum(WEIGHTS.values()), None, tuple(factors))


def side(rows: list[dict[str, float | None]]) -> list[AccountHealth]:
    return [health(at, row) for at, row in enumerate(rows)]


def test_a_gap_of_one_factor_is_that_factors() -> None:
    own = side([{"use": 80, "tickets": 50, "sentiment": 20}] * 2)
    others = side([{"use": 80, "tickets": 50, "sentiment": 80}] * 3)
    gap = health_gap(own, others)
    assert gap is not None
    assert (gap.tenths, gap.driver and gap.driver.factor) == (-200, "sentiment")
    assert [(part.factor, part.own, part.others) for part in gap.parts[:1]] == [("sentiment", 20, 80)]
    assert gap.verdict is Verdict.TOO_FEW


def test_what_is_not_known_of_an_account_is_no_cause() -> None:
    """All know 70; of the own accounts nobody knows the tickets. No factor is to blame."""
    own = side([{"use": 70, "tickets": None, "sentiment": 70}] * 2)
    others = side([{"use": 70, "tickets": 70, "sentiment": 70}] * 2)
    gap = health_gap(own, others)
    assert gap is not None
    assert {part.tenths for part in gap.parts} == {0}
    assert gap.driver is None
    assert next(part.own for part in gap.parts if part.factor == "tickets") is None


@given(VALUES, VALUES)
def test_parts_sum_to_the_gap_as_it_is_shown(own: Any, others: Any) -> None:
    gap = health_gap(side(own), side(others))
    known = [[one for one in side(rows) if one.score is not None] for rows in (own, others)]
    if not all(known):
        assert gap is None
        return
    assert gap is not None
    mean, level = (fmean(one.score or 0 for one in rows) for rows in known)
    assert (gap.mean, gap.others_mean) == (pytest.approx(mean), pytest.approx(level))
    assert sum(part.tenths for part in gap.parts) == gap.tenths == tenths(gap.mean) - tenths(gap.others_mean)
    assert sum(part.points for part in gap.parts) == pytest.approx(mean - level, abs=1e-9)
    assert all(abs(part.points * 10 - part.tenths) < 2 for part in gap.parts)
    for one in gap.own:
        assert sum(lift(one, at, level) for at in range(len(WEIGHTS))) == pytest.approx((one.score or 0) - level)


def test_without_anybody_on_one_side_there_is_no_gap() -> None:
    known = side([{"use": 70, "tickets": None, "sentiment": 70}])
    unknown = side([{"use": None, "tickets": None, "sentiment": None}])
    assert health_gap(known, []) is None
    assert health_gap(unknown, known) is None


@given(st.lists(st.integers(0, 100), min_size=5, max_size=30), st.lists(st.integers(0, 100), min_size=5, max_size=30))
def test_the_interval_is_welchs(values: list[int], others: list[int]) -> None:
    found = means_apart(values, others)
    if len(set(values)) == len(set(others)) == 1:
        assert found == (values[0] - others[0],) * 2
        return
    expected = ttest_ind(values, others, equal_var=False).confidence_interval(0.95)
    width = expected.high - expected.low
    assert found == pytest.approx((expected.low, expected.high), abs=0.03 * width)
    assert not np.isnan(found).any()


def test_one_value_has_no_spread() -> None:
    assert means_apart([1], [1, 2, 3]) is None


def test_many_accounts_far_apart_are_more_than_chance() -> None:
    own = side([{"use": 30 + at % 7, "tickets": 50, "sentiment": 20} for at in range(20)])
    others = side([{"use": 80 + at % 7, "tickets": 50, "sentiment": 80} for at in range(20)])
    gap, back = health_gap(own, others), health_gap(others, own)
    assert gap is not None
    assert back is not None
    assert (gap.verdict, back.verdict) == (Verdict.LOWER, Verdict.HIGHER)
    same = health_gap(own, own)
    assert same is not None
    assert same.verdict is Verdict.NO_DIFFERENCE
