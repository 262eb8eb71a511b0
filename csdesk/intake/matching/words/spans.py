"""Columns of other periods than months: quarters, halves and years of the calendar or the fiscal year, weeks, days."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import pairwise

from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.months import RANGE, folded_heading, range_of
from csdesk.intake.values.dates import Dated, Yearless, read_date
from csdesk.intake.values.periods import YearAround, months_of_span, span_key, year_around
from csdesk.intake.values.weeks import day_of_week, first_of_week
from csdesk.models.months import Month
from csdesk.models.text import fold_case


class Grain(IntEnum):
    """How long a period is, the shortest first."""

    DAY = 0
    WEEK = 1
    QUARTER = 3
    HALF_YEAR = 6
    YEAR = 12

    @property
    def is_of_months(self) -> bool:
        """Whether it is a number of whole months."""
        return self >= Grain.QUARTER


@dataclass(frozen=True, slots=True)
class SpanHeading:
    """A column of one period: its position, the period as a field holds it, and the folded words beside it."""

    position: int
    key: str
    rest: str
    grain: Grain


@dataclass(frozen=True, slots=True)
class _Told:
    """What a heading tells: a part of a year (the second quarter, the months from April on), perhaps its year."""

    at: int
    grain: Grain
    number: int
    year: int | None
    fiscal: bool
    rest: str
    months: bool = False
    """Whether the part is told by its months rather than by its number."""


_Y = r"(?:(?P<fy>fy)\s*'?)?(?P<year>(?:19|20)\d\d|\d\d)\s*(?P<nen>年度?)?"
_AFTER = r"(?P<fy2>fy)?\s*'?(?P<year2>(?:19|20)\d\d|\d\d)(?P<nen2>年度?)?"
_Q = r"(?:q(?P<q>[1-4])|第?(?P<n>[1-4一二三四])\s*(?:四半期|q))"
_H = r"(?:(?P<first>上半?期|前期|h1|1h)|(?P<second>下半?期|後期|h2|2h))"
_PARTS = tuple(
    re.compile(rf"(?<![\w.]){pattern}(?![a-z\d.%])")
    for part in (_Q, _H)
    for pattern in (rf"{_Y}\s*[-/. ]?\s*{part}", rf"{part}\s*[-/. (]*\s*{_AFTER}", part)
)
_YEAR = re.compile(
    r"(?<![\w./-])(?:fy\s*'?(?P<fy>(?:19|20)\d\d|\d\d)|(?P<year>(?:19|20)\d\d)(?P<nen>年度?)?|(?:令和|r)\s*(?P<era>\d\d?)年度)"
    r"(?![\w./-])"
)
_KANJI = {"一": 1, "二": 2, "三": 3, "四": 4}
_COUNTED = re.compile(r"(?:w|wk|week|m|mo|month|d|day|第)?\s?(\d{1,2})\s?(?:週目?|[ヶかカケ]月[目後]|日目?|[wm])?")
_DAY_ALONE = re.compile(r"(3[01]|[12]\d|0?[1-9])日?")
_MONTH_AROUND = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-/.年]\s*(1[0-2]|0?[1-9])(?!\d)(?!\s*[-/.]\s*\d)")
_NAMED_AROUND = re.compile(
    r"(?<![a-z])(january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*'?((?:19|20)\d\d)"
)
_LEAST = 2
_DAYS = 3
_REIWA = 2018


def span_headings(headings: Sequence[str], context: str) -> tuple[SpanHeading, ...]:
    """The columns of periods of one length, the shortest of those that are there; none where there are fewer than two,
    or where others of another length stand beside them that do not merely sum them up."""
    if days := _days(headings, context):
        return days
    told = [found for at, text in enumerate(headings) if (found := _told(at, text)) is not None]
    spans = _dated(told, year_around(context))
    if not spans:
        return ()
    grain = min(one.grain for one in spans)
    fine = [one for one in spans if one.grain == grain]
    covered = {month for one in fine for month in _months(one)}
    if len({one.key for one in fine}) < _LEAST or any(covered.isdisjoint(_months(one)) for one in spans):
        return ()
    return tuple(fine)


def bare_spans(headings: Sequence[str]) -> list[int]:
    """The positions of quarters and halves, and of days, that need a year from elsewhere."""
    told = [one for at, text in enumerate(headings) if (one := _told(at, text)) and one.year is None]
    days = [at for at, text in enumerate(headings) if isinstance(_day_of(text), Yearless)]
    parts = [one.at for one in told]
    return parts if len(parts) >= _LEAST else days if len(days) >= _DAYS else []


def ranges(headings: Sequence[str]) -> list[int]:
    """The positions of headings that name several months as one, however many."""
    return [at for at, text in enumerate(headings) if RANGE.search(folded_heading(text))]


def counted(headings: Sequence[str]) -> list[int]:
    """The positions of headings that only count weeks, months or days on, three of them at least: W1, W2, W3."""
    found = [
        (at, int(told[1])) for at, text in enumerate(headings) if (told := _COUNTED.fullmatch(folded_heading(text)))
    ]
    run = len(found) >= _DAYS and all(b == a + 1 for (_, a), (_, b) in pairwise(found))
    return [at for at, _ in found] if run else []


def _told(at: int, text: str) -> _Told | None:
    """A heading that names a part of a year or a year, in whatever way."""
    word = folded_heading(text)
    if found := RANGE.search(word):
        return _of_range(at, word, found)
    for pattern in _PARTS:
        if found := pattern.search(word):
            return _of_part(at, word, found)
    if (found := _YEAR.search(word)) and len(_YEAR.findall(word)) == 1:
        digits = found["fy"] or found["year"] or str(_REIWA + int(found["era"]))
        fiscal = bool(found["fy"] or found["era"] or found["nen"] == "年度")
        return _Told(at, Grain.YEAR, 1, _century(digits), fiscal, _rest(word, found))
    return None


def _of_range(at: int, word: str, found: re.Match[str]) -> _Told | None:
    first, count, year = range_of(found)
    if count not in {Grain.QUARTER, Grain.HALF_YEAR}:
        return None
    return _Told(at, Grain(count), first, year, fiscal=False, rest=_rest(word, found), months=True)


def _of_part(at: int, word: str, found: re.Match[str]) -> _Told:
    groups = found.groupdict()
    digits = groups.get("year") or groups.get("year2")
    nen = groups.get("nen") or groups.get("nen2")
    fiscal = bool(groups.get("fy") or groups.get("fy2") or nen == "年度")
    quarter = groups.get("q") or groups.get("n")
    if quarter:
        grain, number = Grain.QUARTER, _KANJI.get(quarter) or int(quarter)
    else:
        grain, number = Grain.HALF_YEAR, 1 if groups["first"] else 2
    return _Told(at, grain, number, _century(digits) if digits else None, fiscal, _rest(word, found))


def _dated(told: Sequence[_Told], around: YearAround | None) -> list[SpanHeading]:
    """Those with a year, and those without one by the year around, which rolls over where the parts begin anew."""
    spans = [_span(one, one.year, fiscal=one.fiscal) for one in told if one.year is not None]
    bare = [one for one in told if one.year is None]
    if spans or len({one.number for one in bare}) < _LEAST or around is None:
        return spans
    down = all(b.number <= a.number for a, b in pairwise(bare))
    year, last = around.year, 0
    for one in reversed(bare) if down else bare:
        year += one.number < last
        last = one.number
        spans.append(_span(one, year, fiscal=around.fiscal and not one.months))
    return spans


def _span(one: _Told, year: int, *, fiscal: bool) -> SpanHeading:
    if one.months:
        first = Month(year * 12 + one.number - 1)
        return SpanHeading(one.at, span_key(first, first + (one.grain - 1)), one.rest, one.grain)
    if fiscal:
        part = {Grain.QUARTER: f"Q{one.number}", Grain.HALF_YEAR: f"H{one.number}"}.get(one.grain, "")
        return SpanHeading(one.at, f"FY{year}{part}", one.rest, one.grain)
    first = Month(year * 12 + (one.number - 1) * one.grain)
    return SpanHeading(one.at, span_key(first, first + (one.grain - 1)), one.rest, one.grain)


def _months(one: SpanHeading) -> list[Month]:
    """The months of a span, those of a fiscal year as if it began in January: enough to tell which sums which up."""
    first, last = months_of_span(one.key, 1)
    return [first + at for at in range(last - first + 1)]


def _days(headings: Sequence[str], context: str) -> tuple[SpanHeading, ...]:
    """Columns of weeks or days that count on; days without year or month take them from the text around."""
    year = year_around(context)
    found = {at: day for at, text in enumerate(headings) if (day := _day_of(text)) is not None}
    dated: dict[int, date] = {}
    for at, day in found.items():
        if isinstance(day, date):
            dated[at] = day
        elif year is not None:
            dated[at] = _in_year(day, year, list(found.values()))
    if not dated and (month := _month_around(context)):
        alone = {at: int(told[1]) for at, text in enumerate(headings) if (told := _alone(text))}
        dated = {at: date(month.year, month.number, n) for at, n in alone.items() if n <= month.last_day.day}
    steps = {(b - a).days for a, b in pairwise(dated.values())}
    if len(dated) < _DAYS or steps not in ({1}, {7}, {-1}, {-7}):
        return ()
    grain = Grain.DAY if steps <= {1, -1} else Grain.WEEK
    return tuple(SpanHeading(at, day.isoformat(), "", grain) for at, day in dated.items())


def _in_year(day: Yearless, around: YearAround, all_: Sequence[date | Yearless]) -> date:
    """A day in the year around, or in the next one where the days run into it (or where a fiscal year does)."""
    first = next(one for one in all_ if isinstance(one, Yearless))
    rolls = (day.month, day.day) < (first.month, first.day) and first.month > day.month
    late = around.fiscal and first.month <= _LEAST + 1
    return date(around.year + (rolls or late), day.month, day.day)


def _day_of(text: str) -> date | Yearless | None:
    """The day that a heading is, or that its week begins on."""
    word = " ".join(fold_case(text).split())
    if (monday := _week(word)) is not None:
        return monday
    seen = read_date(day_of_week(word) or word)
    if isinstance(seen, Yearless):
        return seen if seen.day else None
    return seen.day if isinstance(seen, Dated) and seen.last is None else None


def _week(word: str) -> date | None:
    try:
        return first_of_week(word)
    except ValueError:
        return None


def _alone(text: str) -> re.Match[str] | None:
    return _DAY_ALONE.fullmatch(unicodedata.normalize("NFKC", text).strip())


def _month_around(context: str) -> Month | None:
    """The one month that the text around speaks of."""
    word = fold_case(context)
    seen = {Month(int(year) * 12 + int(month) - 1) for year, month in _MONTH_AROUND.findall(word)}
    for name, year in _NAMED_AROUND.findall(word):
        told = read_date(f"{name[:3]} {year}")
        if isinstance(told, Dated):
            seen.add(Month.of(told.day))
    return seen.pop() if len(seen) == 1 else None


def _century(digits: str) -> int:
    return int(digits) if len(digits) > 2 else 2000 + int(digits)  # noqa: PLR2004 - two digits


def _rest(word: str, found: re.Match[str]) -> str:
    return fold_words(f"{word[: found.start()]} {word[found.end() :]}")
