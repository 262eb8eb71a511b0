"""What few accounts can tell: intervals that keep their promise, and the smallest difference that could be seen."""

from fractions import Fraction
from math import comb, sqrt
from typing import Any

import numpy as np
import pytest

from csdesk.metrics.comparison import Verdict, against_before, against_the_rest, between
from csdesk.metrics.intervals import net_margin, newcombe, seen_beyond, smallest_seen, wilson
from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.retention.lifetimes import Lifetimes
from csdesk.metrics.retention.log_rank import log_rank
from csdesk.metrics.retention.survival import curve_of, median_interval

TIMES = 4_000


@pytest.mark.parametrize("n", [12, 20, 40, 100, 300])
def test_wilson_covers_the_truth_as_often_as_it_says(n: int) -> None:
    """On the mean over shares, as intervals of counts do: a single share may fall a little short."""
    bounds = np.array([wilson(part, n) for part in range(n + 1)])
    shares = np.linspace(0.02, 0.98, 97)
    weights = np.array([[_chance(part, n, share) for part in range(n + 1)] for share in shares])
    covered = (bounds[:, 0] <= shares[:, None]) & (shares[:, None] <= bounds[:, 1])
    chances = (weights * covered).sum(axis=1)
    assert chances.mean() >= 0.945
    assert np.quantile(chances, 0.1) >= 0.92


def _chance(part: int, n: int, share: float) -> float:
    return comb(n, part) * share**part * (1 - share) ** (n - part)


@pytest.mark.parametrize("shares", [(0.05, 0.05), (0.1, 0.25), (0.3, 0.3), (0.5, 0.8), (0.9, 0.95)])
@pytest.mark.parametrize("sizes", [(12, 30), (25, 25), (60, 200)])
def test_newcombe_covers_the_difference(shares: tuple[float, float], sizes: tuple[int, int]) -> None:
    dice = np.random.default_rng(20240401)
    one, other = (dice.binomial(n, share, TIMES) for n, share in zip(sizes, shares, strict=True))
    bounds = np.array([newcombe(int(a), sizes[0], int(b), sizes[1]) for a, b in zip(one, other, strict=True)])
    true = shares[0] - shares[1]
    assert ((bounds[:, 0] <= true) & (true <= bounds[:, 1])).mean() >= 0.93


@pytest.mark.parametrize("n", [30, 80])
@pytest.mark.parametrize("time", [4, 9])
def test_the_band_covers_the_truth(n: int, time: int) -> None:
    """Lifetimes of a constant hazard, a third of them censored early; samples without a band hold everything."""
    dice, hazard, covered, times = np.random.default_rng(7), 0.06, 0, 1_500
    true = (1 - hazard) ** time
    for _ in range(times):
        step = curve_of(_lives(dice, n, hazard)).at(time)
        assert step is not None
        covered += step.low is None or step.high is None or step.low <= true <= step.high
    assert covered / times >= 0.93


@pytest.mark.parametrize("n", [30, 80])
def test_the_interval_of_the_median_covers_the_truth(n: int) -> None:
    """Half have left after the eleventh month of a hazard of 6 %. Months are whole, so that the interval holds a little
    more than it promises."""
    dice, hazard, covered, times = np.random.default_rng(13), 0.06, 0, 1_000
    true = next(month for month in range(1, 100) if (1 - hazard) ** month <= 0.5)
    for _ in range(times):
        low, high = median_interval(curve_of(_lives(dice, n, hazard)))
        covered += (low is None or low <= true) and (high is None or true <= high)
    assert 0.93 <= covered / times <= 0.99


def test_the_log_rank_test_cries_wolf_once_in_twenty() -> None:
    """Two samples of the same hazard; 1,000 of them, so that 5 % is 3.3 to 6.7 % nearly always."""
    dice, times = np.random.default_rng(17), 1_000
    found = sum(log_rank([_lives(dice, n, 0.06) for n in (40, 60)]).verdict == "differ" for _ in range(times))
    assert 0.033 <= found / times <= 0.067


@pytest.mark.parametrize("shares", [(0.5, 0.2), (0.7, 0.1), (0.25, 0.25), (0.3, 0.5)])
@pytest.mark.parametrize(("n", "least"), [(30, 0.905), (60, 0.92), (250, 0.935)])
def test_the_margin_of_a_score_covers_the_truth(n: int, least: float, shares: tuple[float, float]) -> None:
    """As margins of a normal law do, less than promised where answers are few: about 92 % at 30, 94 % at 60."""
    up, down = shares
    dice = np.random.default_rng(19)
    counts = dice.multinomial(n, [up, 1 - up - down, down], 2_000)
    covered = 0
    for promoters, passives, detractors in counts.tolist():
        net = [1] * promoters + [0] * passives + [-1] * detractors
        covered += abs((promoters - detractors) / n - (up - down)) <= net_margin(net, [1] * n)
    assert least <= covered / len(counts) <= 0.975


@pytest.mark.parametrize(("answer", "side"), [(1, 2), (0, 1), (-1, 2)])
def test_answers_that_are_all_alike_do_not_settle_a_score(answer: int, side: int) -> None:
    """12 of 12 promoters: of those who have not answered, up to 24.2 % may be of another mind, at worst detractors."""
    for n in (1, 12, 400):
        low, _ = wilson(n, n) or (0.0, 0.0)
        assert net_margin([answer] * n, [1] * n) == pytest.approx(side * (1 - low))
    assert net_margin([1] * 12, [2] * 12) == pytest.approx(0.4850, abs=1e-4)


@pytest.mark.parametrize("losses", [(0.05, 0.05), (0.1, 0.2), (0.2, 0.08)])
@pytest.mark.parametrize(("n", "joining"), [(40, 5), (120, 30)])
def test_before_and_after_covers_the_difference(n: int, joining: int, losses: tuple[float, float]) -> None:
    """Those who are left after the first months, and those who have come, are whom the second months can lose: the two
    rates rest on each other's counts, and the interval still holds what it promises."""
    dice = np.random.default_rng(23)
    first = dice.binomial(n, losses[0], TIMES)
    left = n - first + dice.poisson(joining, TIMES)
    second = dice.binomial(left, losses[1])
    true, covered = losses[1] - losses[0], 0
    for lost, later, base in zip(first.tolist(), second.tolist(), left.tolist(), strict=True):
        found = between(rate(later, base), rate(lost, n))
        assert found is not None
        covered += found.low <= true <= found.high
    assert 0.935 <= covered / TIMES <= 0.985


def _lives(dice: np.random.Generator, n: int, hazard: float) -> Lifetimes:
    """Of a constant hazard, a third of them censored early and all after two years."""
    lived = dice.geometric(hazard, n)
    seen = np.where(dice.random(n) < 1 / 3, dice.integers(1, 24, n), 24)
    return Lifetimes(np.arange(n), np.minimum(lived, seen), lived <= seen, np.empty(0, dtype=np.int64))


@pytest.mark.parametrize(("n", "other_n", "share"), [(40, 40, 0.2), (30, 90, 0.3), (200, 200, 0.1)])
def test_the_smallest_difference_is_seen_four_times_in_five(n: int, other_n: int, share: float) -> None:
    """Its own promise: with that difference between two groups, the interval keeps clear of 0 in about 80 %."""
    gap = smallest_seen(round(share * (n + other_n)), n, other_n)
    low, high = share - gap * n / (n + other_n), share + gap * other_n / (n + other_n)
    dice = np.random.default_rng(11)
    one, other = dice.binomial(n, high, TIMES), dice.binomial(other_n, max(low, 0.0), TIMES)
    bounds = (newcombe(int(a), n, int(b), other_n) for a, b in zip(one, other, strict=True))
    seen = sum(bound is not None and not bound[0] <= 0 <= bound[1] for bound in bounds) / TIMES
    assert 0.72 <= seen <= 0.9


def test_the_smallest_difference_by_hand() -> None:
    share = (10 + 1.959964**2 / 2) / (100 + 1.959964**2)
    assert smallest_seen(10, 50, 50) == pytest.approx(2.801585 * sqrt(share * (1 - share) * 2 / 50), rel=1e-6)
    assert smallest_seen(0, 20, 20) > 0.1, "none lost of few does not pass for none ever lost"
    assert smallest_seen(5, 10, 10) == pytest.approx(0.5687, abs=1e-4)
    assert smallest_seen(1, 1, 1) == 1.0


def rate(part: int, whole: int, **more: Any) -> Measure:
    low, high = wilson(part, whole) or (None, None)
    return Measure("any", None, Unit.FRACTION, Fraction(part, whole), part, whole, whole, low, high, **more)


def test_periods_are_compared_by_the_interval_of_the_difference() -> None:
    more = against_before(rate(30, 100), rate(5, 100))
    assert more is not None
    assert (more.verdict, more.difference) == (Verdict.HIGHER, pytest.approx(0.25))
    chance, few = against_before(rate(6, 50), rate(4, 50)), against_before(rate(3, 9), rate(0, 90))
    assert chance is not None
    assert few is not None
    assert (chance.verdict, few.verdict) == (Verdict.NO_DIFFERENCE, Verdict.TOO_FEW)
    assert chance.smallest == smallest_seen(10, 50, 50)


def test_only_rates_on_counts_are_compared() -> None:
    money = Measure("any", None, Unit.FRACTION, Fraction(1, 2), 50, 100, 12)
    compounded = Measure("any", None, Unit.FRACTION, Fraction(3, 4), 1, 2, 2, 0.1, 0.9)
    nobody = Measure("any", None, Unit.FRACTION, None, 0, 0, 0)
    for one, other in ((money, money), (compounded, compounded), (rate(1, 20), nobody), (rate(1, 20), None)):
        assert against_before(one, other) is None


def test_a_group_knows_the_smallest_difference_that_it_would_show() -> None:
    found = against_the_rest(rate(2, 20), rate(10, 100))
    assert found is not None
    assert found.smallest == smallest_seen(10, 20, 80)
    assert against_the_rest(rate(2, 20), rate(2, 20)) is None


def test_the_smallest_change_of_a_mean_follows_from_its_margin() -> None:
    """What 1.96 standard errors make a margin of, 2.80 make a difference that four samples of five show."""
    assert seen_beyond(1.959964) == pytest.approx(2.801585, rel=1e-6)
