"""How far the health of one owner's accounts lies from that of all other owners', and which factors make the gap."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from csdesk.metrics.comparison import Verdict, verdict_of
from csdesk.metrics.health.why import SCORE, shared_out, tenths
from csdesk.metrics.intervals import means_apart
from csdesk.models.kinds import Band

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from csdesk.metrics.health.scores import AccountHealth


@dataclass(frozen=True, slots=True)
class GapPart:
    """What one factor adds to a gap, in points and in tenths as shown; mean values of the factor on both sides, None
    where it counts for nobody."""

    factor: str
    points: float
    tenths: int
    own: float | None
    others: float | None


@dataclass(frozen=True, slots=True)
class Gap:
    """Mean health of one owner's accounts less that of all other owners'. The tenths of the parts, heaviest first, sum
    to the difference of the means as they are shown. `interval` is Welch's; accounts come lowest first."""

    mean: float
    others_mean: float
    parts: tuple[GapPart, ...]
    interval: tuple[float, float] | None
    own: tuple[AccountHealth, ...]
    others: tuple[AccountHealth, ...]

    @property
    def tenths(self) -> int:
        """The gap as it is shown."""
        return tenths(self.mean) - tenths(self.others_mean)

    @property
    def verdict(self) -> Verdict:
        """Whether it is more than chance would do."""
        if self.interval is None:
            return Verdict.TOO_FEW
        return verdict_of(*self.interval, min(len(self.own), len(self.others)))

    @property
    def driver(self) -> GapPart | None:
        """The factor that makes most of the gap, in its direction."""
        same = [part for part in self.parts if part.tenths * self.tenths > 0]
        return same[0] if same else None


def health_gap(own: Iterable[AccountHealth], others: Iterable[AccountHealth]) -> Gap | None:
    """The gap between accounts whose health is known; None where either side has none.

    Each factor's part is the mean of what lifts an account above the others' mean, or presses it below, less the same
    of the others: share of the weight x (value - others' mean). What is not known of an account so adds nothing.
    """
    mine, theirs = _known(own), _known(others)
    if not mine or not theirs:
        return None
    mean, level = (fmean(one.score or 0.0 for one in side) for side in (mine, theirs))
    factors = [one.factor for one in mine[0].factors]
    points = [
        fmean(lift(one, at, level) for one in mine) - fmean(lift(one, at, level) for one in theirs)
        for at in range(len(factors))
    ]
    if any(one.hand for one in (*mine, *theirs)):
        factors.append(SCORE)
        points.append(_hand_mean(mine, level) - _hand_mean(theirs, level))
    shown = shared_out(points, tenths(mean) - tenths(level))
    parts = (
        GapPart(factor, points[at], shown[at], _mean_value(mine, at), _mean_value(theirs, at))
        for at, factor in enumerate(factors)
    )
    ranked = tuple(sorted(parts, key=lambda part: (-abs(part.tenths), part.factor)))
    interval = means_apart([one.score or 0.0 for one in mine], [one.score or 0.0 for one in theirs])
    return Gap(mean, level, ranked, interval, mine, theirs)


def lift(health: AccountHealth, place: int, level: float) -> float:
    """Points by which one factor lifts an account above a level; those of all factors sum to its computed score less
    this."""
    one = health.factors[place]
    return one.contribution - one.share * level


def hand_lift(health: AccountHealth, level: float) -> float:
    """Points that a person adds by saying a score: to the computed one, or to the level where there is none."""
    if health.hand is None:
        return 0.0
    model = health.by_model.score
    return health.hand.score - (level if model is None else model)


def _hand_mean(side: Sequence[AccountHealth], level: float) -> float:
    return fmean(hand_lift(one, level) for one in side)


def _known(healths: Iterable[AccountHealth]) -> tuple[AccountHealth, ...]:
    found = (one for one in healths if one.band is not Band.UNKNOWN and one.score is not None)
    return tuple(sorted(found, key=lambda one: (one.score or 0.0, one.account)))


def _mean_value(side: Sequence[AccountHealth], place: int) -> float | None:
    if place == len(side[0].factors):
        said = [one.hand.score for one in side if one.hand]
        return fmean(said) if said else None
    values = [
        one.factors[place].contribution / one.factors[place].share for one in side if one.factors[place].share > 0
    ]
    return fmean(values) if values else None
