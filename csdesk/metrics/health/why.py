"""Why a health score changed from one day to another: moves of its factors that sum to the difference."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.health.scores import FactorState, curve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from csdesk.metrics.health.model import Factor, Profile
    from csdesk.metrics.health.scores import AccountHealth, FactorScore

    _Counting = Mapping[str, FactorScore]

_SAME = 1e-9
"""Points that are none but for rounding."""
_TENTHS = 10


class Cause(StrEnum):
    """What moved a score."""

    VALUE = "value"
    """The factor's own reading, or what was set by hand."""
    CURVE = "curve"
    """What the same reading is worth."""
    WEIGHT = "weight"
    """How much the factor counts beside the others."""
    CAME = "came"
    """There was no fresh data before."""
    AGE = "age"
    """The account has come of an age with a curve of its own."""
    STALE = "stale"
    """The data has grown too old."""
    GONE = "gone"
    """There is no data any more."""
    ON = "on"
    """The factor was switched on, or is new in the profile."""
    OFF = "off"
    """The factor was switched off, or left the profile."""
    PROFILE = "profile"
    """The account is scored by another profile."""
    HAND = "hand"
    """A person said a score in the place of the computed one, or said another."""
    HAND_ENDED = "hand_ended"
    """What a person had said has expired, or was ended."""


PROFILE, SCORE = "profile", "score"
"""What stands in the place of a factor, where the profile or what a person said moved the score."""


_LEAVING = {
    FactorState.USED: Cause.WEIGHT,
    FactorState.MISSING: Cause.GONE,
    FactorState.STALE: Cause.STALE,
    FactorState.OFF: Cause.OFF,
}
_COMING = {
    FactorState.USED: Cause.WEIGHT,
    FactorState.MISSING: Cause.CAME,
    FactorState.STALE: Cause.CAME,
    FactorState.OFF: Cause.ON,
}
"""Causes by the state of a factor on the day on which it does not count; one that is in use there weighs nothing."""


@dataclass(frozen=True, slots=True)
class Move:
    """Points by which one cause at one factor moved a score; the factor as it was on both days, None where the profile
    of the day does not have it."""

    factor: str
    cause: Cause
    points: float
    then: FactorScore | None
    now: FactorScore | None


def moves(then: AccountHealth, now: AccountHealth, profile: Profile) -> tuple[Move, ...]:
    """What moved a score, the heaviest first: their points sum to now.score - then.score. None without both scores.

    A factor's share is its part of the weight that counts. First leave the factors that no longer count, each with
    share x (mean of those that stay - its value); those that stay move by share x change of value, of which the part
    that `profile`, the present one, values otherwise is the curve's, and what its age adds to that the age's;
    then by change of share x (value - mean); last come those that count anew, each with share x (value - mean of those
    that stayed). Where none stays, that mean is half way between the scores.
    """
    if then.score is None or now.score is None:
        return ()
    before, after = _counting(then), _counting(now)
    stayed = [factor for factor in before if factor in after]
    half = (then.score + now.score) / 2
    old, new = _Kept(before, stayed, half), _Kept(after, stayed, half)
    stays = _stayed(old, new, profile.named(now.profile), (then.months, now.months))
    found = [*_left(now, old), *stays, *_came(then, new)]
    kept = [move for move in found if abs(move.points) > _SAME]
    return tuple(sorted(kept, key=lambda move: (-abs(move.points), move.factor, move.cause)))


def moves_by_profile(
    then: AccountHealth, otherwise: AccountHealth, now: AccountHealth, profile: Profile
) -> tuple[Move, ...]:
    """What moved a score, where the account is scored by another profile since: first the step from the score then to
    what the present one would have made of the same day (`otherwise`), then the moves from there. They sum as those of
    `moves`; where that day has no score by the present profile, they are the plain ones."""
    if then.profile == now.profile or None in {then.score, otherwise.score, now.score}:
        return moves(then, now, profile)
    turn = Move(PROFILE, Cause.PROFILE, (otherwise.score or 0.0) - (then.score or 0.0), None, None)
    found = [one for one in (turn, *moves(otherwise, now, profile)) if abs(one.points) > _SAME]
    return tuple(sorted(found, key=lambda move: (-abs(move.points), move.factor, move.cause)))


def all_moves(then: AccountHealth, otherwise: AccountHealth, now: AccountHealth, profile: Profile) -> tuple[Move, ...]:
    """What moved a score that a person may have said on either day: the moves of the computed scores, and that by which
    it stood above the computed one now, less the same then. Where a day has no computed score, all is put down to what
    was said. They sum as those of `moves`; `otherwise` is as in `moves_by_profile`."""
    if then.score is None or now.score is None:
        return ()
    if then.hand is None and now.hand is None:
        return moves_by_profile(then, otherwise, now, profile)
    known = then.by_model.score is not None and now.by_model.score is not None
    found = moves_by_profile(then.by_model, otherwise.by_model, now.by_model, profile) if known else ()
    points = now.beyond - then.beyond if known else now.score - then.score
    said = Move(SCORE, Cause.HAND if now.hand else Cause.HAND_ENDED, points, None, None)
    kept = [one for one in (said, *found) if abs(one.points) > _SAME]
    return tuple(sorted(kept, key=lambda move: (-abs(move.points), move.factor, move.cause)))


def tenths(score: float) -> int:
    """A score as it is shown, to one decimal."""
    return round(score * _TENTHS)


def in_tenths(moved: Sequence[Move], then: float, now: float) -> tuple[int, ...]:
    """The points of moves in tenths, rounded so that they sum to the difference of the scores as they are shown, to one
    decimal each."""
    return shared_out([move.points for move in moved], tenths(now) - tenths(then))


def shared_out(points: Sequence[float], whole: int) -> tuple[int, ...]:
    """Points in tenths, rounded so that they sum to a whole: those whose tenths are cut most are rounded up (largest
    remainder)."""
    exact = [one * _TENTHS for one in points]
    shown = [floor(one) for one in exact]
    short = whole - sum(shown)
    by_remainder = sorted(range(len(exact)), key=lambda at: shown[at] - exact[at])
    for turn in range(abs(short) if exact else 0):
        place = by_remainder[turn % len(exact)] if short > 0 else by_remainder[-1 - turn % len(exact)]
        shown[place] += 1 if short > 0 else -1
    return tuple(shown)


class _Kept:
    """One day's factors that count, and their shares and mean among those that count on both days."""

    def __init__(self, counting: _Counting, stayed: Sequence[str], half: float) -> None:
        self.counting = counting
        self.all = sum(counting[factor].share for factor in stayed)
        self.shares = {factor: counting[factor].share / self.all for factor in stayed}
        self.values = {factor: _value(counting[factor]) for factor in stayed}
        self.mean = sum(self.shares[factor] * self.values[factor] for factor in stayed) if stayed else half

    def alone(self) -> Iterator[FactorScore]:
        """The factors that count on this day alone."""
        return (one for factor, one in self.counting.items() if factor not in self.shares)


def _counting(health: AccountHealth) -> _Counting:
    return {one.factor: one for one in health.factors if one.share > 0}


def _value(one: FactorScore) -> float:
    """What entered the score: the factor's own value, or what its rule for missing data puts in its place."""
    return one.contribution / one.share


def _of(health: AccountHealth) -> _Counting:
    return {one.factor: one for one in health.factors}


def _left(now: AccountHealth, old: _Kept) -> Iterator[Move]:
    present = _of(now)
    for one in old.alone():
        other = present.get(one.factor)
        state = other.state if other else FactorState.OFF
        yield Move(one.factor, _LEAVING[state], one.share * (old.mean - _value(one)), one, other)


def _came(then: AccountHealth, new: _Kept) -> Iterator[Move]:
    former = _of(then)
    for one in new.alone():
        other = former.get(one.factor)
        state = other.state if other else FactorState.OFF
        yield Move(one.factor, _COMING[state], one.share * (_value(one) - new.mean), other, one)


def _stayed(old: _Kept, new: _Kept, profile: Profile, ages: tuple[int, int]) -> Iterator[Move]:
    curves = {factor.id: factor for factor in profile.factors}
    for factor, share in old.shares.items():
        then, now = old.counting[factor], new.counting[factor]
        valued, aged = (_by_curve(then, old.values[factor], curves.get(factor), age) for age in ages)
        yield Move(factor, Cause.CURVE, share * (valued - old.values[factor]), then, now)
        yield Move(factor, Cause.AGE, share * (aged - valued), then, now)
        yield Move(factor, Cause.VALUE, share * (new.values[factor] - aged), then, now)
        weighed = (new.shares[factor] - share) * (new.values[factor] - new.mean)
        yield Move(factor, Cause.WEIGHT, weighed, then, now)


def _by_curve(one: FactorScore, value: float, factor: Factor | None, months: int) -> float:
    """What a former reading would be worth by the curve for an age; a value by hand, or put in by a rule, has none."""
    if one.state is not FactorState.USED or one.by_hand or one.raw is None or factor is None:
        return value
    return float(curve(factor.curve_at(months), np.array([one.raw]))[0])
