"""Month columns: headings that name a month, alone or beside what is measured."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from csdesk.intake.matching.headings import fold_words
from csdesk.intake.reading.cells import is_month_run, is_short_run, short_month
from csdesk.intake.values.dates import Dated, read_date
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
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)|(?:令和|r)\s*(\d{1,2})\s*年")
_LEAST = 3
PAIR = 2


@dataclass(frozen=True, slots=True)
class MonthHeading:
    """A month column: its position, its month, and the folded words beside the month ('logins')."""

    position: int
    month: Month
    rest: str


def month_headings(headings: Sequence[str], context: str) -> tuple[MonthHeading, ...]:
    """The month columns of a table; none where fewer than three headings name a month, or two side by side name one
    after the other.

    Months without a year ('4月', 'Apr') take it from the text around the table and roll over at the new year.
    """
    found = [m for at, text in enumerate(headings) if (m := _one(at, text)) is not None]
    if len(found) < _LEAST and is_short_run(headings):
        found = [
            MonthHeading(at, Month((2000 * 12) + month - 1), "")
            for at, text in enumerate(headings)
            if (month := short_month(text))
        ]
    if len(found) >= _LEAST or _are_pair(found):
        return tuple(found)
    return _of_one_year(headings, context)


def _are_pair(found: Sequence[MonthHeading]) -> bool:
    if len(found) != PAIR:
        return False
    first, second = found
    return (first.position + 1, first.month + 1, first.rest) == (second.position, second.month, second.rest)


def _of_one_year(headings: Sequence[str], context: str) -> tuple[MonthHeading, ...]:
    """Months without a year; beside words only where they follow each other, each once or for several words."""
    bare = [(at, *told) for at, text in enumerate(headings) if (told := _bare(text))]
    year = _year_in(context)
    plain = not any(rest for _, _, rest in bare)
    if (
        len(bare) < _LEAST
        or year is None
        or not (plain or is_month_run([number for number, _ in groupby(one[1] for one in bare)]))
    ):
        return ()
    months, last = [], 0
    for at, number, rest in bare:
        year += number < last
        last = number
        months.append(MonthHeading(at, Month(year * 12 + number - 1), rest))
    return tuple(months)


def bare_months(headings: Sequence[str]) -> list[int]:
    """The positions of headings that are months without a year; none where fewer than three follow each other."""
    bare = [(at, *told) for at, text in enumerate(headings) if _one(at, text) is None and (told := _bare(text))]
    plain = [(at, number) for at, number, rest in bare if not rest]
    return [at for at, _ in plain] if len(plain) >= _LEAST and is_month_run([number for _, number in plain]) else []


def _one(at: int, text: str) -> MonthHeading | None:
    word = _folded(text)
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


def _folded(text: str) -> str:
    """A heading folded, without the unit of its figures and what is said of them."""
    return " ".join(_HOW_SURE.sub(" ", without_unit(text)).split())


def _rest(word: str, month: re.Match[str]) -> str:
    return fold_words(f"{word[: month.start()]} {word[month.end() :]}")


_NUMBERS = {
    name: n
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}


def _bare(text: str) -> tuple[int, str] | None:
    """The number of a month without a year, and the words beside it."""
    word = _folded(text)
    found = _BARE.search(word)
    if not found:
        return None
    return int(found[1]) if found[1] else _NUMBERS[found[2][:3]], _rest(word, found)


def _year_in(context: str) -> int | None:
    found = _YEAR.search(unicodedata.normalize("NFKC", context).casefold())
    if not found:
        return None
    return int(found[1]) if found[1] else 2018 + int(found[2])
