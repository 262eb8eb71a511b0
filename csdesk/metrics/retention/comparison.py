"""Whether a group differs from the rest, by the interval of the difference and never by eye."""

from dataclasses import dataclass
from enum import StrEnum

from csdesk.metrics.intervals import newcombe
from csdesk.metrics.measure import TOO_FEW, Measure


class Verdict(StrEnum):
    """What the interval of a difference says."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_DIFFERENCE = "no_difference"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A group's rate less that of all others, with its 95 % interval (Newcombe's)."""

    difference: float
    low: float
    high: float
    verdict: Verdict


def against_the_rest(group: Measure, whole: Measure) -> Comparison | None:
    """A rate on counts of one group against that of everybody else in the whole; None where either has nobody.

    The whole's counts must be the sums of those of its groups.
    """
    part, n = int(group.part or 0), int(group.whole or 0)
    others_part, others_n = int(whole.part or 0) - part, int(whole.whole or 0) - n
    bounds = newcombe(part, n, others_part, others_n)
    if bounds is None:
        return None
    return Comparison(part / n - others_part / others_n, *bounds, verdict_of(*bounds, min(n, others_n)))


def verdict_of(low: float, high: float, n: int) -> Verdict:
    """What an interval says of a difference of which the smaller side rests on so many."""
    if n < TOO_FEW:
        return Verdict.TOO_FEW
    if low <= 0 <= high:
        return Verdict.NO_DIFFERENCE
    return Verdict.HIGHER if low > 0 else Verdict.LOWER
