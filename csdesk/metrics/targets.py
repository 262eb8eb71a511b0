"""What figures are aimed at, and how far they are from there."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from csdesk.metrics.measure import Measure, Unit
from csdesk.models.money import Currency
from csdesk.models.months import Month, Period, PeriodKind


@dataclass(frozen=True, slots=True)
class Target:
    """One word on the target of a figure: what it is to be in every period of a kind, from a first month on.

    `value` is in main units of money, a fraction for rates; None: no target from there on.
    """

    id: int
    metric: str
    kind: PeriodKind
    since: Month
    value: Fraction | None
    reason: str
    set_at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Against:
    """A figure against its target. `short` is how much is wanting, in the figure's own unit (minor units of money):
    below zero where there is more than that, None where no way is the good one. `certain` is False where the target is
    within the figure's interval, or the figure rests on too few: chance may be all there is between them."""

    target: Target
    aimed: Fraction
    """The target in the figure's own unit."""
    difference: Fraction
    """Actual minus target."""
    short: Fraction | None
    certain: bool

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where neither more nor less is better."""
        return None if self.short is None else self.short <= 0


@dataclass(frozen=True, slots=True)
class Targets:
    """Every word on targets, in any order."""

    words: tuple[Target, ...] = ()

    def of(self, metric: str, period: Period | None) -> Target | None:
        """The target that holds for a period: of those from then or earlier the one that begins last, and of those the
        one that was set last. None where there is none, and for periods of no calendar."""
        if period is None or period.trailing:
            return None
        held = self.history(metric, period.kind)
        found = next((one for one in held if one.since <= period.first), None)
        return found if found is not None and found.value is not None else None

    def history(self, metric: str, kind: PeriodKind) -> tuple[Target, ...]:
        """Every word on one figure: what begins last first, and of that the latest."""
        mine = [one for one in self.words if (one.metric, one.kind) == (metric, kind)]
        return tuple(sorted(mine, key=lambda one: (one.since, one.set_at, one.id), reverse=True))


NO_TARGETS = Targets()


def aim_of(value: Fraction, unit: Unit, currency: Currency) -> Fraction:
    """The value of a target in the figure's own unit: money in minor units."""
    return value * 10**currency.digits if unit is Unit.MONEY else value


def against(measure: Measure, target: Target, currency: Currency, *, rising_is_good: bool | None) -> Against | None:
    """A figure against a target that has a value; None where the figure cannot be had. `rising_is_good` is None where
    neither way is."""
    if measure.value is None or target.value is None:
        return None
    aimed = aim_of(target.value, measure.unit, currency)
    difference = Fraction(measure.value) - aimed
    short = None if rising_is_good is None else -difference if rising_is_good else difference
    within = measure.low is not None and measure.high is not None and measure.low <= aimed <= measure.high
    return Against(target, aimed, difference, short, not (within or measure.too_few))
