"""Whether a group differs from the rest, or a period from the last, by the interval of the difference, never by eye."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from csdesk.metrics.intervals import newcombe, smallest_seen
from csdesk.metrics.measure import TOO_FEW, Measure, Unit


class Verdict(StrEnum):
    """What the interval of a difference says."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_DIFFERENCE = "no_difference"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A rate less another, with its 95 % interval (Newcombe's), and the smallest difference that so many would show
    four times in five."""

    difference: float
    low: float
    high: float
    verdict: Verdict
    smallest: float


def against_the_rest(group: Measure, whole: Measure) -> Comparison | None:
    """A rate on counts of one group against that of everybody else in the whole; None where either has nobody.

    The whole's counts must be the sums of those of its groups.
    """
    part, n = int(group.part or 0), int(group.whole or 0)
    return _compared(part, n, int(whole.part or 0) - part, int(whole.whole or 0) - n)


def against_before(now: Measure, before: Measure | None) -> Comparison | None:
    """A rate on counts against the same of an earlier period; None of any other figure, and where either has nobody."""
    if before is None or not (_counted(now) and _counted(before)):
        return None
    return _compared(*(int(of) for of in (now.part or 0, now.whole or 0, before.part or 0, before.whole or 0)))


def between(one: Measure, other: Measure) -> Comparison | None:
    """A rate on counts less another, of two groups that share nobody; None where either has nobody."""
    return _compared(*(int(of or 0) for of in (one.part, one.whole, other.part, other.whole)))


def smallest_change(measure: Measure) -> float | None:
    """The smallest change of a rate on counts that would be seen against another of the same share and size; None of
    any other figure."""
    if not _counted(measure):
        return None
    part, n = int(measure.part or 0), int(measure.whole or 0)
    return smallest_seen(2 * part, n, n)


def _counted(measure: Measure) -> bool:
    """Whether a figure is so many of so many, and no other share that has an interval."""
    if measure.unit is not Unit.FRACTION or measure.low is None or not measure.whole or measure.part is None:
        return False
    return measure.value == Fraction(measure.part) / Fraction(measure.whole)


def _compared(part: int, n: int, other_part: int, other_n: int) -> Comparison | None:
    bounds = newcombe(part, n, other_part, other_n)
    if bounds is None:
        return None
    smallest = smallest_seen(part + other_part, n, other_n)
    return Comparison(part / n - other_part / other_n, *bounds, verdict_of(*bounds, min(n, other_n)), smallest)


def verdict_of(low: float, high: float, n: int) -> Verdict:
    """What an interval says of a difference of which the smaller side rests on so many."""
    if n < TOO_FEW:
        return Verdict.TOO_FEW
    if low <= 0 <= high:
        return Verdict.NO_DIFFERENCE
    return Verdict.HIGHER if low > 0 else Verdict.LOWER
