"""Whether scores foretold who left: decisions, bands, the chance of the right order and its interval."""

import random
from datetime import date, timedelta
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from csdesk.metrics.health.scores import AccountHealth
from csdesk.metrics.intervals import concordance_interval
from csdesk.metrics.retention.back_test import ENOUGH, Decision, back_test, concordance, decisions
from csdesk.models.kinds import Band, Language
from csdesk.models.months import Month
from csdesk.wording.back_test import concordance_text

TERM = {"start": "2024-02-01", "term_end": "2025-01-31"}
SCORES = st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=30)


def line(account: int, **more: Any) -> dict[str, Any]:
    return {"account": account, "amount": 100, **TERM, **more}


def decided(book: Any) -> list[tuple[int, str, bool]]:
    return [(one.account, one.on.isoformat(), one.left) for one in decisions(book)]


@pytest.mark.parametrize(
    ("on", "scored"),
    [
        ("2025-01-31", "2024-10-31"),
        ("2025-01-29", "2024-10-31"),
        ("2025-01-28", "2024-09-30"),
        ("2025-05-29", "2025-02-28"),
    ],
)
def test_a_score_is_of_the_last_month_end_at_least_ninety_days_before(on: str, scored: str) -> None:
    assert Decision(1, date.fromisoformat(on), left=False).scored_on == date.fromisoformat(scored)


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
def test_no_score_knows_what_the_ninety_days_brought(on: date) -> None:
    scored = Decision(1, on, left=True).scored_on
    assert timedelta(90) <= on - scored <= timedelta(90 + 30)
    assert scored == Month.of(scored).last_day


def test_renewals_and_churns_are_decisions(context: Any) -> None:
    lines = [
        *(line(1, end="2025-01-31"), line(1, start="2025-02-01", term_end="2026-01-31")),
        line(2, end="2025-01-31"),
        line(3, auto_renew=True),
        line(4, term_end=None, end="2025-02-10"),
        line(5),
        line(6, term_end="2026-03-31"),
    ]
    assert decided(context(lines, "2025-03-31")) == [
        (1, "2025-01-31", False),
        (2, "2025-01-31", True),
        (3, "2025-01-31", False),
        (4, "2025-02-10", True),
    ]


def test_lines_that_end_together_are_one_decision(context: Any) -> None:
    lines = [
        line(1, auto_renew=True),
        line(1, auto_renew=True, amount=7),
        line(2, end="2025-01-31"),
        line(2, end="2025-01-31"),
    ]
    assert decided(context(lines, "2025-03-31")) == [(1, "2025-01-31", False), (2, "2025-01-31", True)]


def test_who_had_no_service_on_the_day_of_the_score_was_not_judged(context: Any) -> None:
    lines = [
        line(1, start="2024-12-01", term_end=None, end="2025-02-10"),
        line(2, start="2024-11-30", end="2025-02-28"),
    ]
    assert decided(context(lines, "2025-03-31")) == [(2, "2025-02-28", True)]


def test_what_is_yet_to_come_and_what_is_long_past_are_no_decisions(context: Any) -> None:
    lines = [
        line(1, auto_renew=True),
        line(2, start="2019-01-01", term_end=None, end="2021-12-31"),
        line(3, start="2019-01-01", term_end=None, end="2022-02-28"),
    ]
    assert decided(context(lines, "2025-01-31")) == [(3, "2022-02-28", True)]
    assert decided(context(lines, "2025-03-31"))[-1] == (1, "2025-01-31", False)


def health(account: int, score: float | None, band: Band) -> AccountHealth:
    return AccountHealth(account, score, band, 1.0, None, ())


def test_bands_count_who_left_and_unknown_accounts_are_in_no_pair() -> None:
    on = date(2025, 1, 31)
    scored = Decision(0, on, left=False).scored_on
    told = [
        (1, 90.0, Band.GREEN, False),
        (2, 75.0, Band.GREEN, True),
        (3, 50.0, Band.YELLOW, False),
        (4, 20.0, Band.RED, True),
        (5, 10.0, Band.UNKNOWN, False),
        (6, None, Band.UNKNOWN, True),
    ]
    found = back_test(
        [Decision(account, on, left) for account, _, _, left in told],
        {scored: {account: health(account, score, band) for account, score, band, _ in told}},
    )
    assert [(row.band, row.n, row.left) for row in found.by_band] == [
        (Band.GREEN, 2, 1),
        (Band.YELLOW, 1, 0),
        (Band.RED, 1, 1),
        (Band.UNKNOWN, 1, 0),
    ]
    assert [one.decision.account for one in found.judged] == [5, 4, 3, 2, 1]
    assert (found.left, found.stayed) == (2, 2)
    assert found.auc == pytest.approx(3 / 4)
    assert not found.is_evidence


@pytest.mark.parametrize(
    ("scores", "left", "auc"),
    [
        ([30, 50, 80], [True, False, False], 1.0),
        ([30, 50, 80], [False, False, True], 0.0),
        ([50, 50], [True, False], 0.5),
        ([50, 60], [True, True], None),
        ([], [], None),
    ],
)
def test_concordance(scores: list[float], left: list[bool], auc: float | None) -> None:
    assert concordance(np.array(scores, dtype=np.float64), np.array(left, dtype=np.bool_)) == auc


@given(SCORES)
def test_concordance_is_the_share_of_pairs_in_the_right_order(rows: list[tuple[int, bool]]) -> None:
    gone, stayed = ([score for score, left in rows if left is wanted] for wanted in (True, False))
    found = concordance(
        np.array([score for score, _ in rows], dtype=np.float64), np.array([left for _, left in rows], dtype=np.bool_)
    )
    if not gone or not stayed:
        assert found is None
        return
    pairs = [1.0 if a < b else 0.5 if a == b else 0.0 for a, b in product(gone, stayed)]
    assert found == pytest.approx(sum(pairs) / len(pairs))
    assert found == pytest.approx(mannwhitneyu(stayed, gone).statistic / len(pairs))


@given(st.floats(0, 1), st.integers(1, 200), st.integers(1, 2000))
def test_the_interval_holds_what_was_seen_and_mirrors(auc: float, n: int, m: int) -> None:
    low, high = concordance_interval(auc, n, m)
    assert 0 <= low <= auc + 1e-9
    assert auc - 1e-9 <= high <= 1
    assert concordance_interval(1 - auc, n, m) == pytest.approx((1 - high, 1 - low), abs=1e-6)


def test_all_of_few_in_order_is_not_certain() -> None:
    assert concordance_interval(1.0, 5, 20)[0] < 0.8
    assert concordance_interval(1.0, 500, 2000)[0] > 0.99


@pytest.mark.parametrize(("n", "m", "apart"), [(8, 30, 0.8), (20, 60, 1.2), (20, 60, 0.0), (40, 40, 2.0)])
def test_the_interval_covers_the_truth_as_often_as_it_says(n: int, m: int, apart: float) -> None:
    """Normal scores, one group lower by so many standard deviations: the truth is known in closed form."""
    from statistics import NormalDist

    chance, held, rounds = np.random.default_rng(7), 0, 1500
    truth = NormalDist().cdf(apart / 2**0.5)
    left = np.repeat([True, False], [n, m])
    for _ in range(rounds):
        auc = concordance(np.concatenate([chance.normal(-apart, 1, n), chance.normal(0, 1, m)]), left)
        assert auc is not None
        low, high = concordance_interval(auc, n, m)
        held += low <= truth <= high
    assert 0.93 <= held / rounds <= 0.985


@pytest.mark.parametrize("language", list(Language))
def test_words_say_how_little_it_is(language: Language) -> None:
    said = concordance_text(0.6, (0.4, 0.8), 7, 32, ENOUGH, language)
    assert "60%" in said
    assert "50%" in said.replace("（95%", "").replace("a coin: 50%", "").replace("偶然なら50%", "")
    assert str(ENOUGH) in said
    sure = concordance_text(0.9, (0.8, 0.95), 30, 100, ENOUGH, language)
    assert str(ENOUGH) not in sure
    assert "12" in concordance_text(None, None, 0, 12, ENOUGH, language)


def test_random_scores_foretell_nothing() -> None:
    chance = random.Random(4)
    scores = np.array([chance.random() for _ in range(4000)])
    left = np.array([chance.random() < 0.2 for _ in range(4000)])
    assert concordance(scores, left) == pytest.approx(0.5, abs=0.03)
