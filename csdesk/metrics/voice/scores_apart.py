"""Whether the NPS of a group differs from that of all others, by the interval of the difference."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.comparison import Comparison, verdict_of
from csdesk.metrics.intervals import net_margin, seen_beyond

if TYPE_CHECKING:
    from csdesk.metrics.measure import Measure


def nps_against_the_rest(group: Measure, whole: Measure) -> Comparison | None:
    """The NPS of one group less that of everybody else in the whole, as shares of 1, with its 95 % interval; None where
    either has no answers. The margins of two independent scores add up as sides of a right angle do."""
    every, own = whole.evidence, group.evidence
    rest = every.part[~np.isin(every.ids, own.ids)]
    if not len(own.part) or not len(rest):
        return None
    scores = [own.part.tolist(), rest.tolist()]
    difference = sum(scores[0]) / len(scores[0]) - sum(scores[1]) / len(scores[1])
    margin = hypot(*(net_margin(score, [1] * len(score)) for score in scores))
    low, high = max(-2.0, difference - margin), min(2.0, difference + margin)
    verdict = verdict_of(low, high, min(map(len, scores)))
    return Comparison(difference, low, high, verdict, seen_beyond(margin))
