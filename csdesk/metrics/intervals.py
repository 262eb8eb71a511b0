"""95 % intervals of shares, of the difference between two shares of one sample, and of means."""

from collections.abc import Callable, Sequence
from math import hypot, sqrt
from statistics import NormalDist, fmean, stdev

Z = NormalDist().inv_cdf(0.975)
_POWER = NormalDist().inv_cdf(0.8)


def wilson(part: int, whole: int) -> tuple[float, float] | None:
    """Wilson's 95 % interval of a share of counts; None without a base. 0 of 20 is 0 to 16.1 %."""
    if not whole:
        return None
    share = part / whole
    spread = Z * sqrt(share * (1 - share) / whole + Z**2 / (4 * whole**2))
    middle, size = share + Z**2 / (2 * whole), 1 + Z**2 / whole
    low = max(0.0, (middle - spread) / size) if part else 0.0
    high = min(1.0, (middle + spread) / size) if part < whole else 1.0
    return low, high


def newcombe(part: int, whole: int, other_part: int, other_whole: int) -> tuple[float, float] | None:
    """Newcombe's 95 % interval of the difference between two shares of counts; None without a base. An interval that
    holds 0 shows no difference."""
    one, other = wilson(part, whole), wilson(other_part, other_whole)
    if one is None or other is None:
        return None
    share, against = part / whole, other_part / other_whole
    low = hypot(share - one[0], other[1] - against)
    high = hypot(one[1] - share, against - other[0])
    return share - against - low, share - against + high


def smallest_seen(part: int, n: int, other_n: int) -> float:
    """The smallest difference between the shares of two groups that their interval would keep clear of 0 in four
    samples of five: (1.96 + 0.84) x sqrt(p (1 - p) (1 / n + 1 / m)). Neither group is empty.

    `part` is counted in both together. p is their common share, moved to the middle of Wilson's interval, so that none
    lost of few does not pass for none ever lost. Never above 1: that much could be seen by nobody.
    """
    both = n + other_n
    share = (part + Z**2 / 2) / (both + Z**2)
    return min(1.0, (Z + _POWER) * sqrt(share * (1 - share) * (1 / n + 1 / other_n)))


def seen_beyond(margin: float) -> float:
    """The smallest difference that an interval with so large a margin would keep clear of 0 in four samples of five."""
    return margin * (Z + _POWER) / Z


def net_margin(net: Sequence[int], weights: Sequence[int]) -> float:
    """Half the 95 % interval of the weighted mean of answers that are 1, 0 or -1 each, from the variance of a
    multinomial share. There is at least one.

    10 up and 4 down of 20, all of one weight, give 0.34: a score of +30 +/- 34 points. Answers that are all alike have
    no variance, and yet do not settle the score: others may be missing up to Wilson's bound, at worst on the far side,
    so that 12 up of 12 give 0.49.
    """
    alike = len(set(net)) == 1 and wilson(len(net), len(net))
    if alike:
        return (1 - alike[0]) * (2 if net[0] else 1)
    whole = sum(weights)
    mean = sum(n * w for n, w in zip(net, weights, strict=True)) / whole
    spread = sum((w * (n - mean)) ** 2 for n, w in zip(net, weights, strict=True))
    return Z * sqrt(spread) / whole


def mean_interval(values: Sequence[float]) -> tuple[float, float] | None:
    """Student's 95 % interval of a mean; None for fewer than four values."""
    free = len(values) - 1
    if free < _FEWEST:
        return None
    middle, spread = fmean(values), _student(free) * stdev(values) / sqrt(len(values))
    return middle - spread, middle + spread


def means_apart(values: Sequence[float], others: Sequence[float]) -> tuple[float, float] | None:
    """Welch's 95 % interval of a mean less another; None where either is of fewer than two values."""
    if min(len(values), len(others)) < 2:  # noqa: PLR2004 - one value has no spread
        return None
    one, other = (stdev(of) ** 2 / len(of) for of in (values, others))
    apart, both = fmean(values) - fmean(others), one + other
    if not both:
        return apart, apart
    free = int(both**2 / (one**2 / (len(values) - 1) + other**2 / (len(others) - 1)))
    spread = _student(max(free, 1)) * sqrt(both)
    return apart - spread, apart + spread


_FEWEST = 3
"""Degrees of freedom below which the interval of a mean says nothing."""


def _student(free: int) -> float:
    """The 97.5 % quantile of Student's distribution, by its expansion around the normal one's."""
    terms = (
        (Z**3 + Z) / 4,
        (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96,
        (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384,
        (79 * Z**9 + 776 * Z**7 + 1482 * Z**5 - 1920 * Z**3 - 945 * Z) / 92160,
    )
    return sum((term / free**power for power, term in enumerate(terms, 1)), Z)


def concordance_interval(auc: float, n: int, m: int) -> tuple[float, float]:
    """95 % interval of the chance that one of n scores lower than one of m, both at least 1.

    The values whose own spread reaches just to what was seen, with the spread of Hanley and McNeil in the symmetric
    form (R. G. Newcombe, Statistics in Medicine 25, 2006, method 5): so 1.0 of few pairs is not certain.
    """

    def spread(value: float) -> float:
        pairs = (n + m) / 2 - 1
        together = (1 - value) / (2 - value) + value / (1 + value)
        return Z * sqrt(value * (1 - value) * (1 + pairs * together) / (n * m))

    below = _last(0.0, auc, lambda value: auc - value >= spread(value))
    above = _last(0.0, 1 - auc, lambda value: 1 - auc - value >= spread(value))
    return below, 1 - above


def _last(low: float, high: float, holds: Callable[[float], bool]) -> float:
    """Where a condition that holds at the low end ceases to hold."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


_HALVINGS = 40
