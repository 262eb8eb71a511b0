"""Curves of lifetimes and the test of groups against lifelines, an independent implementation of both."""

from math import isinf
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from csdesk.metrics.intervals import Z
from csdesk.metrics.retention.log_rank import chi_square_tail, log_rank, statistic
from csdesk.metrics.retention.survival import curve_of, mean_within, median, median_interval
from tests.metrics.test_survival import LIVED, lives
from tests.thorough import examples

Pairs = list[tuple[int, bool]]

pytestmark = pytest.mark.filterwarnings("ignore:Starting with pandas version 4.0")
"""Of their own call of pandas."""

TIED = st.lists(st.tuples(st.integers(0, 5), st.booleans()), min_size=1, max_size=60)
"""Of few distinct lengths, so that most are tied: ends with ends, and with those seen last in the same month."""
SOME = LIVED.filter(bool) | TIED
FEWER = settings(max_examples=examples(40), deadline=None)


def fitted(pairs: Pairs) -> Any:
    from lifelines import KaplanMeierFitter

    months, ended = zip(*pairs, strict=True)
    return KaplanMeierFitter(alpha=0.05).fit(np.array(months, dtype=float), np.array(ended))


@FEWER
@given(SOME)
@example([(6, True), (6, True), (6, True), (6, False), (7, True)])
@example([(3, False), (3, False), (9, False)])
@example([(4, True)])
@example([(4, False)])
@example([(0, True), (0, False), (2, True)])
def test_curve_band_and_who_is_at_risk(pairs: Pairs) -> None:
    theirs, curve = fitted(pairs), curve_of(lives(pairs))
    table = theirs.event_table
    assert [step.time for step in curve.steps] == table.index.tolist()
    assert [step.at_risk for step in curve.steps][1:] == table["at_risk"].tolist()[1:]
    assert [step.events for step in curve.steps] == table["observed"].tolist()
    assert [step.censored for step in curve.steps] == table["censored"].tolist()
    assert [float(step.value) for step in curve.steps] == pytest.approx(theirs.survival_function_["KM_estimate"])
    for step, (low, high) in zip(curve.steps, theirs.confidence_interval_.to_numpy().tolist(), strict=True):
        assert 0 < step.value < 1 or (step.low, step.high) == (None, None)
        assert step.low is None or (step.low, step.high) == (pytest.approx(low), pytest.approx(high))


@FEWER
@given(SOME)
@example([(2, True), (5, True), (5, False), (9, True)])
def test_the_median_and_its_interval(pairs: Pairs) -> None:
    """They multiply floats: a curve at exactly one half may be a hair above it there, and is left aside. Where nobody
    is left no band is, with us; they end it at 0."""
    from lifelines.utils import median_survival_times

    theirs, curve = fitted(pairs), curve_of(lives(pairs))
    assume(all(2 * step.value != 1 for step in curve.steps))
    assert median(curve) == finite(theirs.median_survival_time_)
    edges = theirs.confidence_interval_[[step.value > 0 for step in curve.steps]]
    wanted = [finite(median_survival_times(edges[column])) if len(edges) else None for column in edges]
    assert list(median_interval(curve)) == wanted


def finite(months: float) -> float | None:
    return None if isinf(months) else months


@FEWER
@given(SOME, st.integers(0, 30))
def test_the_mean_within_a_number_of_months(pairs: Pairs, months: int) -> None:
    from lifelines.utils import restricted_mean_survival_time

    curve = curve_of(lives(pairs))
    assume(0 < months <= curve.last)
    wanted = restricted_mean_survival_time(fitted(pairs), t=months)
    assert float(mean_within(curve, months) or 0) == pytest.approx(wanted, abs=1e-6)


@FEWER
@given(st.lists(SOME, min_size=2, max_size=4))
def test_the_test_of_groups(groups: list[Pairs]) -> None:
    from lifelines.statistics import multivariate_logrank_test

    chi_square, freedom = statistic([lives(group) for group in groups])
    assume(freedom == len(groups) - 1)
    months, ended, names = zip(
        *((time, gone, name) for name, group in enumerate(groups) for time, gone in group), strict=True
    )
    theirs = multivariate_logrank_test(months, names, ended)
    assert chi_square == pytest.approx(theirs.test_statistic, rel=1e-6, abs=1e-6)
    assert chi_square_tail(chi_square, freedom) == pytest.approx(theirs.p_value, rel=1e-6, abs=1e-9)


@given(st.lists(LIVED.filter(bool), min_size=2, max_size=3), st.integers(1, 5))
def test_a_group_seen_only_before_anybody_leaves_changes_nothing(groups: list[Pairs], size: int) -> None:
    """Its covariance is none, so that peers, which take for granted that it has some, say nothing of it."""
    later = [[(time + 1, ended) for time, ended in group] for group in groups]
    with_it = statistic([*map(lives, later), lives([(0, False)] * size)])
    assert with_it == pytest.approx(statistic(list(map(lives, later))), abs=1e-9)


def test_the_verdict_is_theirs_of_what_is_many() -> None:
    from lifelines.statistics import logrank_test

    dice = np.random.default_rng(5)
    for slower in (0.06, 0.09, 0.2):
        groups = [dice.geometric(hazard, 60) for hazard in (0.06, slower)]
        mine = log_rank([lives([(int(time), time < 24) for time in np.minimum(group, 24)]) for group in groups])
        theirs = logrank_test(*(np.minimum(group, 24) for group in groups), *(group < 24 for group in groups))
        assert mine.p == pytest.approx(theirs.p_value, rel=1e-6)
        assert (mine.verdict == "differ") == (theirs.p_value < 0.05)


def test_the_quantile_is_theirs() -> None:
    from lifelines.utils import inv_normal_cdf

    assert pytest.approx(inv_normal_cdf(0.975), abs=1e-8) == Z
