"""How far figures are from what they are aimed at."""

from dataclasses import dataclass
from fractions import Fraction

from csdesk.metrics.measure import Measure, Unit
from csdesk.models.money import Currency
from csdesk.models.targets import Target


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
