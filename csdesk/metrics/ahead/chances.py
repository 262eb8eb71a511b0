"""Ranges of what is to come: Student's t, and counts that are drawn with a chance that is itself not known."""

from math import lgamma
from statistics import NormalDist

import numpy as np

from csdesk.metrics.engine.days import Floats

SHARE = 0.8
"""A range holds what comes in so many of all cases, if the months ahead are like those behind."""

_GRID = 400


def student(degrees: int, share: float = SHARE) -> float:
    """The t that holds that share around 0, by the expansion about the normal quantile (Abramowitz and Stegun 26.7.5);
    within half a percent from 4 degrees of freedom on."""
    z = NormalDist().inv_cdf((1 + share) / 2)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / degrees + second / degrees**2 + third / degrees**3


def leaving(seen: int, of: int, accounts: int, months: int, share: float = SHARE) -> tuple[float, int, int]:
    """How many of some accounts leave within so many months: what is to be expected, and the range that holds that
    share, after `seen` left of `of` account-months.

    The chance of a month is not known: it is spread as Jeffreys' prior and the months seen make it, Beta(seen + 1/2,
    of - seen + 1/2), and the count is binomial given the chance, so few months make a wide range.
    """
    chances, weights = _monthly(seen, of)
    within = 1 - (1 - chances) ** months
    expected = float((weights * within).sum() * accounts)
    heap = weights @ _binomial(within, accounts)
    reached = np.cumsum(heap)
    tail = (1 - share) / 2
    low, high = np.searchsorted(reached, [tail, 1 - tail])
    return expected, int(low), min(int(high), accounts)


def _monthly(seen: int, of: int) -> tuple[Floats, Floats]:
    a, b = seen + 0.5, of - seen + 0.5
    # Points crowd towards 0, where a chance of leaving lies: squares of even steps.
    edges = np.linspace(0, 1, _GRID + 1) ** 2
    middles = (edges[1:] + edges[:-1]) / 2
    density = (a - 1) * np.log(middles) + (b - 1) * np.log1p(-middles)
    weights = np.exp(density - density.max()) * np.diff(edges)
    return middles, weights / weights.sum()


def _binomial(chances: Floats, n: int) -> Floats:
    """Probability of each count 0 to n (columns) at each chance (rows)."""
    counts = np.arange(n + 1)
    ways = np.array([lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) for k in counts.tolist()])
    safe = np.clip(chances, 1e-12, 1 - 1e-12)[:, None]
    return np.asarray(np.exp(ways + counts * np.log(safe) + (n - counts) * np.log1p(-safe)), dtype=np.float64)
