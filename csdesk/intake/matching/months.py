"""Month columns: headings that name a month, alone or beside what is measured."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from csdesk.intake.matching.headings import fold_words
from csdesk.intake.reading.cells import is_short_run, short_month
from csdesk.intake.values.dates import Dated, read_date
from csdesk.models.months import Month

_NAMES = "jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec"
_LONG = "january|february|march|april|june|july|august|september|october|november|december"
_INSIDE = re.compile(
    rf"(?:(?:19|20)\d{{2}}\s*[-/.年]\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?分?(?:末)?(?:[-/.]0?1(?!\d))?"
    rf"|(?:令和|r)\s*\d{{1,2}}\s*[年./]\s*(?:1[0-2]|0?[1-9])(?!\d)\s*月?分?"
    rf"|(?<![a-z])(?:{_LONG}|{_NAMES})[a-z]*\.?\s*[-/ ']\s*'?(?:(?:19|20)\d{{2}}|\d{{2}})(?!\d)"
    rf"|(?:19|20)\d{{2}}\s*[-/ ]\s*(?:{_LONG}|{_NAMES})(?![a-z])"
    r"|(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?!\d))"
)
_BARE = re.compile(rf"^(?:(1[0-2]|0?[1-9])\s*月(?:度|分)?|({_LONG}|{_NAMES})\.?)$")
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)|(?:令和|r)\s*(\d{1,2})\s*年")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class MonthHeading:
    """A month column: its position, its month, and the folded words beside the month ('logins')."""

    position: int
    month: Month
    rest: str


def month_headings(headings: Sequence[str], context: str) -> tuple[MonthHeading, ...]:
    """The month columns of a table; none where fewer than three headings name a month.

    Months without a year ('4月', 'Apr') take it from the text around the table and roll over at the new year.
    """
    found = [m for at, text in enumerate(headings) if (m := _one(at, text)) is not None]
    if len(found) < _LEAST and is_short_run(headings):
        found = [
            MonthHeading(at, Month((2000 * 12) + month - 1), "")
            for at, text in enumerate(headings)
            if (month := short_month(text))
        ]
    if len(found) >= _LEAST:
        return tuple(found)
    bare = [(at, number) for at, text in enumerate(headings) if (number := _bare(text))]
    year = _year_in(context)
    if len(bare) < _LEAST or year is None:
        return ()
    months, last = [], 0
    for at, number in bare:
        year += number < last
        last = number
        months.append(MonthHeading(at, Month(year * 12 + number - 1), ""))
    return tuple(months)


def _one(at: int, text: str) -> MonthHeading | None:
    word = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    seen = read_date(re.sub(r" 00:00(:00)?$", "", word).removesuffix("分").removesuffix("度"))
    if isinstance(seen, Dated):
        if seen.last is None and seen.day.day != 1:
            return None
        month = Month.of(seen.day)
        return MonthHeading(at, month, "") if seen.last is None or seen.last == month.last_day else None
    inside = _INSIDE.search(word)
    if not inside:
        return None
    part = read_date(inside.group().replace("分", "").replace(" ", "" if "月" in inside.group() else " "))
    if not isinstance(part, Dated):
        return None
    return MonthHeading(at, Month.of(part.day), fold_words(word[: inside.start()] + " " + word[inside.end() :]))


_NUMBERS = {
    name: n
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}


def _bare(text: str) -> int | None:
    found = _BARE.match(unicodedata.normalize("NFKC", text).strip().casefold())
    if not found:
        return None
    return int(found[1]) if found[1] else _NUMBERS[found[2][:3]]


def _year_in(context: str) -> int | None:
    found = _YEAR.search(unicodedata.normalize("NFKC", context).casefold())
    if not found:
        return None
    return int(found[1]) if found[1] else 2018 + int(found[2])
