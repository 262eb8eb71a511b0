"""What charts are drawn from, and what a drawing says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from matplotlib.axes import Axes

    from csdesk.charts.style import Style
    from csdesk.models.kinds import Band
    from csdesk.models.months import Period

Amount: TypeAlias = int | float | Fraction


@dataclass(frozen=True, slots=True)
class MovementBar:
    """One period's movements in minor units, losses as positive amounts, `fx` with its sign and None in a book of one
    currency. `complete` is False while it runs."""

    period: Period
    new: Amount
    reactivation: Amount
    expansion: Amount
    contraction: Amount
    churn: Amount
    complete: bool = True
    fx: Amount | None = None

    @property
    def net(self) -> Amount:
        """What the period added."""
        return self.new + self.reactivation + self.expansion - self.contraction - self.churn + (self.fx or 0)


@dataclass(frozen=True, slots=True)
class Point:
    """One period's figure, None where there is none, with its 95 % interval and the count it rests on."""

    period: Period
    value: Amount | None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    complete: bool = True
    least: bool = False
    """The figure is only known to be at least the value."""


@dataclass(frozen=True, slots=True)
class DayPoint:
    """How many users did what counts on a day, and how many came at all."""

    on: date
    value: int
    login: int


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """A level between MRR and CMRR, or a change (a loss is negative), in minor units; `metric` is its id."""

    metric: str
    amount: Amount
    is_level: bool = False


@dataclass(frozen=True, slots=True)
class ScoreStep:
    """A health score, or the points that something moved it by, under its name."""

    name: str
    points: float
    is_level: bool = False


@dataclass(frozen=True, slots=True)
class Scored:
    """One account's score, None where it has none, and the band the model puts it in."""

    score: float | None
    band: Band


@dataclass(frozen=True, slots=True)
class Standing:
    """One account's outcome and experience, 0 to 100 each, and the band of its score."""

    account: int
    name: str
    outcome: float
    experience: float
    band: Band


@dataclass(frozen=True, slots=True)
class UseLine:
    """Monthly sums of one measure; None for a month without records."""

    measure: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated event that a chart shows, by its name."""

    on: date
    title: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A box of the picture that answers the pointer, in data coordinates (infinite: to the edge of the axes).

    `series` and `index` say which figure it is; `text` is what it shows, first line its name. Spots that come later
    lie on top. A spot with an empty `series` only shows its text.
    """

    left: float
    right: float
    bottom: float
    top: float
    text: str
    series: str = ""
    index: int = 0


Table: TypeAlias = tuple[tuple[str | float | None, ...], ...]
"""The figures behind a drawing, headings first; money in main units, rates as fractions."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing function returns: its spots, and its figures for copying."""

    title: str
    spots: tuple[Spot, ...]
    table: Table


Draw: TypeAlias = "Callable[[Axes, Style], Drawn]"
"""A chart with its records already given."""
