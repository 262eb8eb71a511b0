"""Month columns: headings that name a month, alone or beside what is measured."""

# ruff: noqa: PLR2004 - years of two digits, and the first year of an era, are told where they are read

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.matching.words.qualifiers import is_of_another_time
from csdesk.intake.reading.cells import is_month_run, is_short_run, short_month
from csdesk.intake.values.dates import Dated, read_date
from csdesk.intake.values.periods import month_around, year_around
from csdesk.intake.values.units import without_unit
from csdesk.models.months import Month

_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec"
_LONG = "january|february|march|april|june|july|august|september|october|november|december"
_INSIDE = re.compile(
    rf"(?:(?:19|20)\d{{2}}\s*[-/.年]\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?(?:[-/.]0?1(?!\d))?"
    rf"|(?<!\d)(?:19|20)\d{{2}} (?:1[0-2]|0[1-9])(?!\d)|(?<!\d)\d{{2}}年\s*(?:1[0-2]|0?[1-9])\s*月"
    rf"|(?:令和|r)\s*\d{{1,2}}\s*[年./]\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?"
    rf"|(?<![a-z])(?:{_LONG}|{_NAMES})[a-z]*\.?\s*[-/ ']\s*'?(?:(?:19|20)\d{{2}}|\d{{2}})(?!\d)"
    rf"|(?:19|20)\d{{2}}\s*[-/ ]\s*(?:{_LONG}|{_NAMES})(?![a-z])"
    r"|(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?!\d))"
)
_BARE = re.compile(rf"(?<!\d)(1[0-2]|0?[1-9])\s*月(?![額次間例])|(?<![a-z])({_LONG}|{_NAMES})(?![a-z])\.?")
_HOW_SURE = re.compile(r"(?<=\d)[分度末]|(?<=月)(?:分|度|末日?|時点)|実績|確定|\bactuals?\b")
"""What is said of a month's figures without changing what they are."""
_MIDNIGHT = re.compile(r"[ t]00:00(?::00(?:\.0+)?)?z?$")
_NUMBERED = re.compile(
    r"(?<![a-z\d])(?P<year>(?:19|20)\d\d)(?:[\s-]?m|\s+(?=\d{1,2}月))(?P<month>1[0-2]|0?[1-9])(?:(?![\da-z月])|月(?![額次間]))"
    r"|(?<![a-z\d])m(?P<month2>1[0-2]|0?[1-9])[\s/-](?P<year2>(?:19|20)\d\d)(?!\d)"
)
"""Months by number: 2024M01, M1 2024."""
_NAMED = rf"(?:{_LONG}|{_NAMES})[a-z]*\.?"
_SOME_YEAR = r"(?<!\d)(?:(?:19|20)\d\d|\d\d)"
RANGE = re.compile(
    rf"(?:(?P<year>{_SOME_YEAR})\s*[年/.]\s*)?(?<![\d/.-])(?P<from>1[0-2]|0?[1-9])\s*月?\s*[-–~〜]\s*"
    r"(?P<to>1[0-2]|0?[1-9])\s*月(?![額次間])"
    rf"|(?P<year2>{_SOME_YEAR})\s*[年/.]\s*(?P<from2>1[0-2]|0?[1-9])\s*[-–~〜]\s*(?P<to2>1[0-2]|0?[1-9])(?![\d/.-])"
    rf"|(?<![a-z])(?P<from3>{_NAMED})\s*[-–~]\s*(?P<to3>{_NAMED})(?![a-z])(?:\s*'?(?P<year3>{_SOME_YEAR})(?!\d))?"
)
"""Several months as one: 2024年1-3月, 2024/1-3, Jan-Mar 2024."""
_LEAST = 3
_LAST_QUARTER = 3
PAIR = 2


@dataclass(frozen=True, slots=True)
class MonthHeading:
    """A month column: its position, its month, and the folded words beside the month ('logins')."""

    position: int
    month: Month
    rest: str

    @property
    def key(self) -> str:
        """The month as a field holds it."""
        return str(self.month)


def month_headings(headings: Sequence[str], context: str) -> tuple[MonthHeading, ...]:
    """The month columns of a table; none where fewer than three headings name a month, or two side by side name one
    after the other.

    Months without a year ('4月', 'Apr') take it from the text around the table and roll over at the new year.
    """
    found = [m for at, text in enumerate(headings) if (m := _one(at, text)) is not None]
    found = found or list(_of_last_days(headings)) or _of_fiscal_years(headings)
    if _are_days(headings):
        return ()
    if len(found) < _LEAST and is_short_run(headings):
        found = [
            MonthHeading(at, Month((2000 * 12) + month - 1), "")
            for at, text in enumerate(headings)
            if (month := short_month(text))
        ]
    if len(found) >= _LEAST or _are_pair(found):
        return tuple(found)
    return _of_one_year(headings, context)


_FISCAL = re.compile(
    r"^(?:(?P<year>20\d\d)\s*年度|fy\s*'?(?P<fy>20\d\d|\d\d)(?!\d)|(?:令和|r)\s*(?P<era>\d{1,2})\s*年度)\s*(?P<month>.+)$"
)


def _of_fiscal_years(headings: Sequence[str]) -> list[MonthHeading]:
    """Months under a fiscal year ('2025年度 4月 ... 1月'): the first of each year is in the calendar year of its name,
    the others follow; none where one begins between January and March, which may be of either."""
    found: list[MonthHeading] = []
    begun, year, last = "", 0, 0
    for at, text in enumerate(headings):
        told = _FISCAL.match(folded_heading(text))
        bare = _bare(told["month"]) if told else None
        if not told or bare is None:
            continue
        number, rest = bare
        if told.group().removesuffix(told["month"]) != begun:
            begun, last = told.group().removesuffix(told["month"]), 0
            year = 2018 + int(told["era"]) if told["era"] else int(told["year"] or told["fy"])
            year += 2000 if year < 100 else 0
            if number <= _LAST_QUARTER:
                return []
        year += number < last
        last = number
        found.append(MonthHeading(at, Month(year * 12 + number - 1), rest))
    return found


def range_of(found: re.Match[str]) -> tuple[int, int, int | None]:
    """Of a match of `RANGE` the number of the first month, how many months there are, and the year if it is told."""
    told = found.groupdict()
    first, last = (
        _number(next(filter(None, (told[name], told[f"{name}2"], told[f"{name}3"])))) for name in ("from", "to")
    )
    digits = told["year"] or told["year2"] or told["year3"]
    year = None if digits is None else int(digits) if len(digits) > 2 else 2000 + int(digits)
    return first, (last - first) % 12 + 1, year


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[word[:3]]


def _plain_days(headings: Sequence[str]) -> list[tuple[int, date]]:
    """Headings that are a single day and nothing else."""
    days = []
    for at, text in enumerate(headings):
        seen = read_date(re.sub(r" 00:00(:00)?$", "", folded_heading(text)))
        if isinstance(seen, Dated) and seen.last is None:
            days.append((at, seen.day))
    return days


def _of_last_days(headings: Sequence[str]) -> Iterator[MonthHeading]:
    """Months told by their last days, each once."""
    days = _plain_days(headings)
    months = [Month.of(day) for _, day in days]
    if all(day == Month.of(day).last_day for _, day in days) and len(set(months)) == len(months):
        yield from (MonthHeading(at, Month.of(day), "") for at, day in days)


def _are_days(headings: Sequence[str]) -> bool:
    """Whether single days or weeks stand over columns, of which some may be the first of a month."""
    days = [day for _, day in _plain_days(headings)]
    return len(days) > PAIR and {abs((b - a).days) for a, b in pairwise(days)} <= {1, 7}


def _are_pair(found: Sequence[MonthHeading]) -> bool:
    if len(found) != PAIR:
        return False
    first, second = found
    return (first.position + 1, first.month + 1, first.rest) == (second.position, second.month, second.rest)


def _of_one_year(headings: Sequence[str], context: str) -> tuple[MonthHeading, ...]:
    """Months without a year; beside words only where they follow each other, each once or for several words, or all of
    them under one word after another."""
    bare = [(at, *told) for at, text in enumerate(headings) if (told := _bare(text))]
    blocks = [list(block) for _, block in groupby(bare, key=lambda one: one[2])]
    if max(map(len, blocks), default=0) >= _LEAST:
        # A month of the year before, for reference, is none of them.
        blocks = [block for block in blocks if len(block) > 1 or not is_of_another_time(block[0][2])]
        bare = [one for block in blocks for one in block]
    alike = len({tuple(number for _, number, _ in block) for block in blocks}) == 1 and len(blocks[0]) >= _LEAST
    return tuple(month for block in (blocks if alike else [bare]) for month in _of_run(block, context))


def _of_run(bare: Sequence[tuple[int, int, str]], context: str) -> tuple[MonthHeading, ...]:
    """Months without a year that follow each other, by position, number and the words beside them."""
    around = year_around(context)
    plain = not any(rest for _, _, rest in bare)
    numbers = [number for number, _ in groupby(one[1] for one in bare)]
    down = is_month_run(numbers[::-1])
    pair = (
        len(numbers) == PAIR == len(bare)
        and plain
        and bare[0][0] + 1 == bare[1][0]
        and numbers[1] == numbers[0] % 12 + 1
    )
    if (
        not numbers
        or (len(bare) < _LEAST and not pair)
        or around is None
        or not (plain or down or is_month_run(numbers))
    ):
        return ()
    if around.fiscal and max(numbers) <= _LAST_QUARTER:
        # January to March of a fiscal year may be of either calendar year.
        return ()
    months, last, year = [], 0, around.year
    if (meant := month_around(context)) and meant.number != (numbers[-1] if down else numbers[0]):
        if meant.number != (numbers[0] if down else numbers[-1]):
            return ()
        year -= sum(b < a for a, b in pairwise(numbers[::-1] if down else numbers))
    for at, number, rest in reversed(bare) if down else bare:
        year += number < last
        last = number
        months.append(MonthHeading(at, Month(year * 12 + number - 1), rest))
    return tuple(sorted(months, key=lambda month: month.position))


def bare_months(headings: Sequence[str]) -> list[int]:
    """The positions of headings that are months without a year; none where fewer than three follow each other."""
    bare = [(at, *told) for at, text in enumerate(headings) if _one(at, text) is None and (told := _bare(text))]
    plain = [(at, number) for at, number, rest in bare if not rest]
    numbers = [number for _, number in plain]
    run = len(plain) >= _LEAST and (is_month_run(numbers) or is_month_run(numbers[::-1]))
    return [at for at, _ in plain] if run else []


def _one(at: int, text: str) -> MonthHeading | None:
    word = folded_heading(text)
    if RANGE.search(word):
        return None
    seen = read_date(_MIDNIGHT.sub("", word))
    if isinstance(seen, Dated):
        if seen.last is None and seen.day.day != 1:
            return None
        month = Month.of(seen.day)
        return MonthHeading(at, month, "") if seen.last is None or seen.last == month.last_day else None
    inside = _INSIDE.search(word)
    if not inside:
        return None
    part = read_date(re.sub(r"(?<=^\d{4}) (?=\d\d$)", "-", inside.group()).replace("月 ", "月").replace("年 ", "年"))
    if not isinstance(part, Dated):
        return None
    return MonthHeading(at, Month.of(part.day), _rest(word, inside))


def folded_heading(text: str) -> str:
    """A heading folded, without the unit of its figures and what is said of them."""
    return _NUMBERED.sub(_as_month, " ".join(_HOW_SURE.sub(" ", without_unit(text)).split()))


def _as_month(found: re.Match[str]) -> str:
    return f"{found['year'] or found['year2']}-{int(found['month'] or found['month2']):02d}"


def _rest(word: str, month: re.Match[str]) -> str:
    return fold_words(f"{word[: month.start()]} {word[month.end() :]}")


_NUMBERS = {
    name: n
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}


def _bare(text: str) -> tuple[int, str] | None:
    """The number of a month without a year, and the words beside it."""
    word = folded_heading(text)
    found = _BARE.search(word)
    if not found or RANGE.search(word):
        return None
    return int(found[1]) if found[1] else _NUMBERS[found[2][:3]], _rest(word, found)
