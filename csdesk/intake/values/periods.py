"""Periods as headings name them: months, quarters, halves and years, by the fiscal year where they say so."""

import re
from dataclasses import dataclass
from datetime import date

from csdesk.intake.values.dates import Dated, DateStyle, read_date
from csdesk.models.months import Month
from csdesk.models.text import fold_case

_CENTURY, _YEAR, _HALF = 2000, 12, 6
_HALVES = re.compile(r"上期|上半期|\bh1\b|1h\b|下期|下半期|\bh2\b|2h\b")
_FIRST = re.compile(r"上|h1|1h")
_FISCAL = re.compile(r"(?:fy\s?'?(\d{4}|\d{2})(?!\d)|(?<!\d)(\d{4})年度)")
_CALENDAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年?(?!\d)")

_KEY = re.compile(r"\d{4}-\d\d/\d{4}-\d\d|FY\d{4}(?:[QH]\d)?")
Period = tuple[date, date]


def period_of(text: str, fiscal_start: int) -> Period | None:
    """First and last day of the period that a text names and nothing else; None for none."""
    if _KEY.fullmatch(text):
        first, last = months_of_span(text, fiscal_start)
        return first.first_day, last.last_day
    word = " ".join(fold_case(text).split())
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


@dataclass(frozen=True, slots=True)
class YearAround:
    """The year that a title, a sheet's or a file's name speaks of."""

    year: int
    fiscal: bool


_AROUND = re.compile(
    r"(?P<fy>(?<![a-z])fy\s*'?)?(?<!\d)(?P<year>20\d{2})(?!\d)\s*(?P<nendo>年度)?|(?<![a-z])fy\s*'?(?P<short>\d\d)(?!\d)"
    r"|(?:令和|(?<![a-z])r)\s*(?P<era>\d{1,2})\s*年(?P<era_nendo>度)?"
)
_MON = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = re.compile(
    r"(?<!\d)20\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?(?!\d)|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.]20\d\d(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)? {_MON} 20\d\d|(?<![a-z]){_MON} \d{{1,2}}(?:st|nd|rd|th)?,? 20\d\d"
)
_REIWA = 2018


_MONTH_OF = re.compile(r"(?<!\d)(20\d\d)\s*[-/.年]\s*(1[0-2]|0?[1-9])(?!\d)")


def month_around(text: str) -> Month | None:
    """The first month of a year that a text speaks of, where that is what tells its first year."""
    word = _DAY.sub(" ", fold_case(text))
    found, year = _MONTH_OF.search(word), _AROUND.search(word)
    if not found or not year or year.start() < found.start():
        return None
    return Month(int(found[1]) * _YEAR + int(found[2]) - 1)


def year_around(text: str) -> YearAround | None:
    """The first year that a text speaks of; days, on which a list was made, tell none."""
    found = _AROUND.search(_DAY.sub(" ", fold_case(text)))
    if not found:
        return None
    fiscal = any(found[name] for name in ("fy", "nendo", "short", "era_nendo"))
    if found["era"]:
        return YearAround(_REIWA + int(found["era"]), fiscal)
    return YearAround(int(found["year"] or _CENTURY + int(found["short"])), fiscal)


def span_key(first: Month, last: Month) -> str:
    """A span of months as a field holds it: '2024-01/2024-03'."""
    return f"{first}/{last}"


def months_of_span(key: str, fiscal_start: int) -> tuple[Month, Month]:
    """First and last month of a period as a field holds it: '2024-01', '2024-01/2024-03', 'FY2024Q1', 'FY2024'."""
    first, slash, last = key.partition("/")
    if slash:
        return Month.parse(first), Month.parse(last)
    if not key.startswith("FY"):
        return Month.parse(key), Month.parse(key)
    year, part = int(key[2:6]), key[6:]
    months = {"Q": 3, "H": _HALF}.get(part[:1], _YEAR)
    begins = Month(year * _YEAR + fiscal_start - 1) + months * (int(part[1:] or 1) - 1)
    return begins, begins + (months - 1)


def is_fiscal(key: str) -> bool:
    """Whether a period is one of the fiscal year, whose months the book settles."""
    return key.startswith("FY")
