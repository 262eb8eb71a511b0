"""Calendar months and the periods built from them."""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A calendar month, counted in months since year 0 so that arithmetic is plain."""

    ordinal: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The month that holds the day."""
        return cls(day.year * 12 + day.month - 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2024-03`; raises ValueError for anything else."""
        if not re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", text, re.ASCII):
            raise ValueError(text)
        return cls(int(text[:4]) * 12 + int(text[5:]) - 1)

    @property
    def year(self) -> int:
        """Calendar year."""
        return self.ordinal // 12

    @property
    def number(self) -> int:
        """1 for January to 12 for December."""
        return self.ordinal % 12 + 1

    @property
    def first_day(self) -> date:
        """The 1st."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """The 28th to 31st."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def __add__(self, months: int) -> "Month":
        return Month(self.ordinal + months)

    def __sub__(self, other: "Month") -> int:
        return self.ordinal - other.ordinal

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def months_between(first: Month, last: Month) -> tuple[Month, ...]:
    """Every month from first to last, both included; empty when last is earlier."""
    return tuple(Month(n) for n in range(first.ordinal, last.ordinal + 1))


class PeriodKind(StrEnum):
    """Length of a reporting period. Logos are never reported by week."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """Months in one period of this kind."""
        return _MONTHS[self]


_MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A run of whole months of a fiscal calendar; `fiscal_start` is its first month, 1 to 12. A `trailing` year is
    counted back from some month, and of no calendar."""

    first: Month
    kind: PeriodKind = PeriodKind.MONTH
    fiscal_start: int = 1
    trailing: bool = False

    @classmethod
    def holding(cls, month: Month, kind: PeriodKind, fiscal_start: int = 1) -> Self:
        """The period of that kind that the month lies in."""
        offset = (month.number - fiscal_start) % 12
        return cls(Month(month.ordinal - offset % kind.months), kind, fiscal_start)

    @classmethod
    def year_to(cls, month: Month) -> Self:
        """The twelve months up to one."""
        first = month + -11
        return cls(first, PeriodKind.YEAR, first.number, trailing=True)

    @property
    def last(self) -> Month:
        """The last month of the period."""
        return Month(self.first.ordinal + self.kind.months - 1)

    @property
    def next(self) -> "Period":
        """The period after this one."""
        return replace(self, first=self.first + self.kind.months)

    @property
    def previous(self) -> "Period":
        """The period before this one."""
        return replace(self, first=self.first + -self.kind.months)

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month of the period."""
        return months_between(self.first, self.last)

    @property
    def fiscal_year(self) -> int:
        """The calendar year in which the fiscal year begins (2025 for April 2025 to March 2026)."""
        return (self.first.ordinal - (self.fiscal_start - 1)) // 12

    def __str__(self) -> str:
        """`2025-03`, `2025-Q1`, `2025`; `FY2025-Q1` and `FY2025` when the year starts elsewhere; `2024-11..2025-10`."""
        if self.trailing:
            return f"{self.first}..{self.last}"
        if self.kind is PeriodKind.MONTH:
            return str(self.first)
        year = f"{self.fiscal_year}" if self.fiscal_start == 1 else f"FY{self.fiscal_year}"
        if self.kind is PeriodKind.YEAR:
            return year
        quarter = (self.first.number - self.fiscal_start) % 12 // 3 + 1
        return f"{year}-Q{quarter}"


def periods_between(first: Month, last: Month, kind: PeriodKind, fiscal_start: int = 1) -> tuple[Period, ...]:
    """The periods of one kind that hold the months from first to last."""
    found = []
    period = Period.holding(first, kind, fiscal_start)
    while period.first <= last:
        found.append(period)
        period = period.next
    return tuple(found)
