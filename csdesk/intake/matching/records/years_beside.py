"""Days without a year: the year of the rows around, else of another day in the row, else that of the last such day."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.shapes import Clean
from csdesk.intake.values.dates import Yearless, with_year
from csdesk.intake.values.reading import Noted, Reading
from csdesk.models.problems import Reason


@dataclass(slots=True)
class YearsAround:
    """What is known of the days in a part of a table, by field: the one `above` its rows, and the `first` of the whole
    column; `wanted` where a day left out its year."""

    above: dict[str, date] = field(default_factory=dict)
    first: dict[str, date] = field(default_factory=dict)
    wanted: bool = False

    def below(self, name: str, read: Sequence[Reading], days: Sequence[Clean]) -> None:
        """Note what the rows tell that were `read`, whose `days` these are, for those that follow."""
        if name not in self.first and (first := next(filter(None, map(_dated, read)), None)):
            self.first[name] = first
        if last := next(filter(None, map(day_of, reversed(days))), None):
            self.above[name] = last
        self.wanted = self.wanted or Yearless in map(type, read)


@dataclass(frozen=True, slots=True)
class YearsBeside:
    """What gives a column its years: the day `above` its rows, and the `first` of its table; where it tells none
    `days`, another of each row near which its own is; for past days the last one that may be meant, `as_of`."""

    days: Sequence[Clean] = ()
    as_of: date | None = None
    above: date | None = None
    first: date | None = None

    def day(self, seen: Yearless, row: int) -> date | None:
        """The day meant in a row; None where nothing tells its year."""
        beside = day_of(self.days[row]) if row < len(self.days) else None
        if beside is not None:
            return with_year(seen, beside)
        return None if self.as_of is None else _last(seen, self.as_of)


def _last(seen: Yearless, as_of: date) -> date | None:
    """The last such day; none where neither this year nor the last has it (29 February)."""
    for year in (as_of.year, as_of.year - 1):
        with suppress(ValueError):
            if (day := seen.in_year(year)) <= as_of:
                return day
    return None


def with_years(read: Sequence[Reading], years: YearsBeside) -> list[Reading]:
    """Days without a year given that of the day nearest above, at the top of the first below; of a column that tells no
    year at all that of another day in the row, or of the last such day."""
    first = years.first or next(filter(None, map(_dated, read)), None)
    near = years.above if first else None
    dated: list[Reading] = []
    for row, value in enumerate(read):
        if isinstance(value, Yearless):
            beside = near or first
            found = with_year(value, beside) if beside else years.day(value, row)
            dated.append(Noted(found, Reason.YEAR_TAKEN) if found else Reason.NOT_A_DATE)
        else:
            dated.append(value)
        near = (_dated(dated[-1]) or near) if first else None
    return dated


def _dated(value: Reading) -> date | None:
    """The day of a value read with its year."""
    if isinstance(value, Yearless | Reason):
        return None
    return day_of(value.value if isinstance(value, Noted) else value)
