"""What a score is made by: factors with their weights and curves, and the profile that holds them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.metrics.health.whom import Whom


class MissingRule(StrEnum):
    """What a factor without fresh data counts as."""

    LEFT_OUT = "left_out"
    ZERO = "zero"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Factor:
    """One input of the score. `curve` is (raw, value) points joined by straight lines, clamped at both ends. `measure`
    is the code of the use it reads, for factors of use; '' leaves that to csdesk. `off_reason` says why it is off."""

    id: str
    weight: float
    curve: tuple[tuple[float, float], ...]
    fresh_days: int
    missing: MissingRule = MissingRule.LEFT_OUT
    on: bool = True
    measure: str = ""
    off_reason: str = ""
    ages: tuple[tuple[int, tuple[tuple[float, float], ...]], ...] = ()
    """Other curves, each from an age of the account in months on."""

    def curve_at(self, months: int) -> tuple[tuple[float, float], ...]:
        """The curve for an account that has been a customer for so many months."""
        later = [one for one in self.ages if one[0] <= months]
        return max(later)[1] if later else self.curve


@dataclass(frozen=True, slots=True)
class Profile:
    """The factors of a score and the limits of its bands; scores rest on at least `least_coverage` of the weight."""

    name: str
    factors: tuple[Factor, ...]
    green: float = 70.0
    yellow: float = 40.0
    least_coverage: float = 0.5
    whom: Whom = ()
    """Which accounts a special profile is for."""
    special: tuple[Profile, ...] = ()
    """Profiles for some accounts; the first that fits holds, and this one for everybody else."""

    def named(self, name: str) -> Profile:
        """The special profile of that name; this one where there is none."""
        return next((one for one in self.special if one.name == name), self)

    @property
    def every(self) -> tuple[Profile, ...]:
        """This one and the special ones, all with the same factors in the same order: off where one lacks a factor."""
        ids = {factor.id: replace(factor, on=False) for one in (self, *self.special) for factor in one.factors}
        return tuple(
            replace(one, factors=tuple({**ids, **{factor.id: factor for factor in one.factors}}.values()))
            for one in (self, *self.special)
        )
