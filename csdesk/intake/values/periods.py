"""Periods as headings name them: months, quarters, halves and years, by the fiscal year where they say so."""

import re
import unicodedata
from datetime import date

from csdesk.intake.values.dates import Dated, DateStyle, read_date
from csdesk.models.months import Month

_CENTURY, _YEAR, _HALF = 2000, 12, 6
_HALVES = re.compile(r"上期|上半期|\bh1\b|1h\b|下期|下半期|\bh2\b|2h\b")
_FIRST = re.compile(r"上|h1|1h")
_FISCAL = re.compile(r"(?:fy\s?'?(\d{4}|\d{2})(?!\d)|(?<!\d)(\d{4})年度)")
_CALENDAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年?(?!\d)")

Period = tuple[date, date]


def period_of(text: str, fiscal_start: int) -> Period | None:
    """First and last day of the period that a text names and nothing else; None for none."""
    word = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    seen = read_date(re.sub(r" 00:00(:00)?$", "", word), DateStyle(fiscal_start=fiscal_start))
    if isinstance(seen, Dated):
        if seen.last:
            return seen.day, seen.last
        return (seen.day, Month.of(seen.day).last_day) if seen.day.day == 1 else None
    return _of_year(word, fiscal_start)


def _of_year(word: str, fiscal_start: int) -> Period | None:
    """A year, or half of one."""
    half = _HALVES.search(word)
    rest = word.replace(half.group(), " ").strip() if half else word
    fiscal, calendar = _FISCAL.fullmatch(rest.strip()), _CALENDAR.fullmatch(rest.strip())
    if fiscal:
        year, start = int(fiscal[1] or fiscal[2]), fiscal_start
    elif calendar:
        year, start = int(calendar[1]), 1
    else:
        return None
    first = Month((year + _CENTURY if year < _CENTURY // 2 else year) * _YEAR + start - 1)
    if half and not _FIRST.match(half.group()):
        first += _HALF
    last = first + (_HALF if half else _YEAR) + -1
    return first.first_day, last.last_day
