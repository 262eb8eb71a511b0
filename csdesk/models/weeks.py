"""Calendar weeks from Monday to Sunday, numbered as ISO 8601 numbers them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_MONDAY = date(1969, 12, 29)


@dataclass(frozen=True, order=True, slots=True)
class Week:
    """A calendar week, counted in weeks since the one that holds 1970-01-01."""

    ordinal: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The week that holds the day."""
        return cls((day - _MONDAY).days // 7)

    @property
    def first_day(self) -> date:
        """Its Monday."""
        return _MONDAY + timedelta(weeks=self.ordinal)

    @property
    def last_day(self) -> date:
        """Its Sunday."""
        return self.first_day + timedelta(days=6)

    @property
    def number(self) -> tuple[int, int]:
        """The year that its Thursday lies in, and its number in that year: 1 to 53."""
        year, week, _ = self.first_day.isocalendar()
        return year, week

    def __add__(self, weeks: int) -> "Week":
        return Week(self.ordinal + weeks)

    def __sub__(self, other: "Week") -> int:
        return self.ordinal - other.ordinal

    def __str__(self) -> str:
        """`2025-W05`."""
        year, week = self.number
        return f"{year:04d}-W{week:02d}"
