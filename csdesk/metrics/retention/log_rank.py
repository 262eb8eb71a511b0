"""Whether lifetimes of groups differ: the log-rank test, and the tail of its distribution."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import erfc, exp, pi, sqrt

import numpy as np

from csdesk.metrics.engine.days import Floats
from csdesk.metrics.measure import TOO_FEW
from csdesk.metrics.retention.lifetimes import Lifetimes, together

LEVEL = 0.05
"""Chance of calling curves different that are not."""


class CurveVerdict(StrEnum):
    """What the test says: the curves differ; no difference could be seen; or there are too few to tell."""

    DIFFER = "differ"
    NO_DIFFERENCE = "no_difference"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class LogRank:
    """The test of so many groups: chi-square with its degrees of freedom and its p, None where it cannot be made.
    `excess` is how many more of the first group's lifetimes have ended than would have, were all groups alike."""

    groups: int
    chi_square: float | None
    freedom: int
    p: float | None
    verdict: CurveVerdict
    excess: float = 0.0


def log_rank(groups: Sequence[Lifetimes]) -> LogRank:
    """The groups against each other. Groups of fewer than ten lifetimes are not compared; nor are any before ten
    lifetimes have ended, for the test counts events."""
    compared = [group for group in groups if len(group.account) >= TOO_FEW]
    ended = sum(int(group.ended.sum()) for group in compared)
    enough = len(compared) > 1 and ended >= TOO_FEW
    chi_square, freedom = statistic(compared) if enough else (0.0, 0)
    if not freedom:
        return LogRank(len(compared), None, 0, None, CurveVerdict.TOO_FEW)
    p = chi_square_tail(chi_square, freedom)
    verdict = CurveVerdict.DIFFER if p < LEVEL else CurveVerdict.NO_DIFFERENCE
    return LogRank(len(compared), chi_square, freedom, p, verdict, _excess(compared)[0])


def each_against_the_rest(groups: Sequence[Lifetimes]) -> tuple[LogRank, ...]:
    """Each of two groups or more, which share nobody, against all others together."""
    return tuple(log_rank((group, together([other for other in groups if other is not group]))) for group in groups)


def statistic(groups: Sequence[Lifetimes]) -> tuple[float, int]:
    """Chi-square of observed against expected ends at every time, and its degrees of freedom; 0 of nothing to test.

    At each time the ends are as if drawn from all who are at risk then, so that their covariance is hypergeometric.
    """
    events, at_risk = _table(groups)
    n, gone = at_risk.sum(axis=0), events.sum(axis=0)
    share, excess = at_risk / np.maximum(n, 1), np.array(_excess(groups))
    spread = gone * (n - gone) / np.maximum(n - 1, 1)
    covariance = np.diag((spread * share).sum(axis=1)) - (spread * share) @ share.T
    freedom = int(np.linalg.matrix_rank(covariance, hermitian=True)) if len(groups) else 0
    return float(excess @ np.linalg.pinv(covariance, hermitian=True) @ excess) if freedom else 0.0, freedom


def _excess(groups: Sequence[Lifetimes]) -> list[float]:
    """Ends of each group beyond those expected, were all groups alike."""
    events, at_risk = _table(groups)
    share = at_risk / np.maximum(at_risk.sum(axis=0), 1)
    excess: list[float] = (events - events.sum(axis=0) * share).sum(axis=1).tolist()
    return excess


def _table(groups: Sequence[Lifetimes]) -> tuple[Floats, Floats]:
    """Ends and lifetimes at risk: one row a group, one column a time at which any group has an end."""
    ends = [group.months[group.ended] for group in groups]
    times = np.unique(np.concatenate([*ends, np.empty(0, dtype=np.int64)]))
    events = [np.bincount(np.searchsorted(times, of), minlength=len(times)) for of in ends]
    at_risk = [len(group.months) - np.searchsorted(np.sort(group.months), times) for group in groups]
    shape = (len(groups), len(times))
    return np.array(events, dtype=np.float64).reshape(shape), np.array(at_risk, dtype=np.float64).reshape(shape)


def chi_square_tail(value: float, freedom: int) -> float:
    """The chance of a chi-square as large as that or larger: a finite sum for whole degrees of freedom."""
    half = value / 2
    tail, term, at = (erfc(sqrt(half)), 2 * sqrt(half / pi) * exp(-half), 3) if freedom % 2 else (0.0, exp(-half), 2)
    while at <= freedom:
        tail += term
        term *= value / at
        at += 2
    return tail
