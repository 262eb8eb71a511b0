"""Cohort triangles: who began together, and what was left of them at each age."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from csdesk.models.lazily import Lazily
from csdesk.models.money import from_ticks
from csdesk.models.months import Month, Period
from csdesk.models.weeks import Week


class CohortKind(StrEnum):
    """What a triangle follows: the number of paying accounts, their MRR, what is left of their first MRR without any
    growth, or the number of active users."""

    LOGO = "logo"
    REVENUE = "revenue"
    GROSS = "gross"
    USERS = "users"


OF_ACCOUNTS = (CohortKind.LOGO, CohortKind.REVENUE, CohortKind.GROSS)
"""Read from the contracts; users are told by what they do."""
OF_MONEY = (CohortKind.REVENUE, CohortKind.GROSS)


class CohortPeriod(StrEnum):
    """What cohorts begin in and age by. Only users are followed by the week."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class CohortCell:
    """A cohort `age` periods after its first: part of whole is left. Logos count accounts, revenue minor units."""

    age: int
    part: Fraction | int
    whole: Fraction | int

    @property
    def value(self) -> Fraction | None:
        """Share left; None for a cohort that began without MRR."""
        return Fraction(self.part) / Fraction(self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Cells(Lazily[CohortCell]):
    """The cells of a cohort, made when they are looked at: of `base`, `left` after each of its periods that are over,
    in ticks for money."""

    kind: CohortKind
    base: int
    left: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.left)

    def _one(self, at: int) -> CohortCell:
        exact = from_ticks if self.kind in OF_MONEY else int
        return CohortCell(at, exact(self.left[at]), exact(self.base))


@dataclass(frozen=True, slots=True)
class Cohort:
    """Accounts that began to pay in one period. Cells not yet observed are absent."""

    start: Period | Week
    size: int
    cells: Sequence[CohortCell]
    opening: bool = False
    """True where these were already there when the records begin."""

    @property
    def step(self) -> CohortPeriod:
        """What it ages by."""
        return CohortPeriod.WEEK if isinstance(self.start, Week) else CohortPeriod(self.start.kind.value)

    def age_on(self, day: date) -> int:
        """How old it is on a day; below zero where it has not begun."""
        if isinstance(self.start, Week):
            return Week.of(day) - self.start
        held = Period.holding(Month.of(day), self.start.kind, self.start.fiscal_start)
        return (held.first - self.start.first) // self.start.kind.months


@dataclass(frozen=True, slots=True)
class Triangle:
    """Cohorts in order of their start."""

    kind: CohortKind
    cohorts: tuple[Cohort, ...]
    dimension: str | None = None
    group: str | None = None
