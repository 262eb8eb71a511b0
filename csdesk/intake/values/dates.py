"""Dates, months and times in every form that spreadsheets hold, read by the column's evidence or refused."""

# ruff: noqa: PLR2004 - the numbers are the calendar's own

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from csdesk.intake.values.eras import era_year
from csdesk.intake.values.text import plain_figures
from csdesk.intake.values.weeks import day_of_week, first_of_week
from csdesk.models.months import Month
from csdesk.models.problems import Reason


class DateOrder(StrEnum):
    """In which order three small numbers stand: 4/1/2024 is 1 April under MDY, 4 January under DMY."""

    MDY = "mdy"
    DMY = "dmy"
    YMD = "ymd"


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or moment as written. `last` is the last day meant where only a month, quarter or year was given; `note`
    says what to know about it (an era past its end); `utc` is the moment in UTC where the cell names a zone."""

    value: date | datetime
    last: date | None = None
    note: Reason | None = None
    utc: datetime | None = None

    @property
    def day(self) -> date:
        """The day alone."""
        return self.value.date() if isinstance(self.value, datetime) else self.value


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month and day whose year the neighbours must give; 0 for the last day. The two numbers stand as written where
    the order is open."""

    month: int
    day: int

    def in_year(self, year: int) -> date:
        """That day of a year; raises ValueError where it has none (29 February)."""
        return date(year, self.month, self.day) if self.day else Month(year * 12 + self.month - 1).last_day


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """A date that means 'no end': 9999-12-31 and its like."""


Seen = Dated | Yearless | OpenEnd
_OPEN_ENDS = frozenset({(9999, 12, 31), (2999, 12, 31), (2099, 12, 31), (9999, 1, 1), (2999, 1, 1)})
_OPEN_WORDS = frozenset(
    {"無期限", "期限なし", "定めなし", "終了日なし", "継続中", "自動更新", "現在", "現在まで", "open", "open-ended",
     "ongoing", "indefinite", "present", "unlimited", "rolling", "evergreen", "month-to-month"}
)  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1900, 2998
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")  # fmt: skip
_MONTHS = {name: n for n, name in enumerate(_NAMES, 1)} | {name: n for n, name in enumerate(_FULL, 1)} | {"sept": 9}
_MON = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "jst": 9, "kst": 9, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "cet": 1, "cest": 2, "bst": 1,
}  # fmt: skip
_TIME = re.compile(
    r"(?:(?<=\d)t|(?<=[\d日\)])[ ,]+(?:at )?|(?<=日))(午前|午後|am|pm)?\s*(\d{1,2})(?::(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"|時(?:(\d{1,2})分(?:(\d{1,2})秒)?)?)\s*(午前|午後|am|pm|a\.m\.|p\.m\.)?\s*"
    r"(z|utc|gmt|jst|kst|e[sd]t|c[sd]t|m[sd]t|p[sd]t|cest|cet|bst)?\s*"
    r"([+-]\d{2}(?::?\d{2})?|(?<=gmt|utc)[+-]\d(?::?\d{2})?)?$"
)
_WEEKDAY = re.compile(
    r"\s*[\(]?(?:[月火水木金土日]曜日?|\((?:[月火水木金土日]|mon|tue|wed|thu|fri|sat|sun)(?:・祝)?\))\)?"
    r"|^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+"
)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_JAPANESE = re.compile(r"(\d{4}|\d{2})\s*年\s*(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日|(末)日?|度|分)?")
_ERA = re.compile(
    r"(明治|大正|昭和|平成|令和|明|大|昭|平|令|[mtshr])\.?\s*(\d{1,2}|元)\s*(?:年|[./-])\s*(\d{1,2})\s*"
    r"(?:月|[./-])?\s*(?:(\d{1,2})\s*日?|(末)日?|度|分)?"
)
_SMALL = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})")
_DAY_NAME = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s\-/.]*{_MON}[\s\-/.,]*'?(\d{{4}}|\d{{2}})?")
_NAME_DAY = re.compile(rf"{_MON}\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")
_NAME_DAY_ONLY = re.compile(rf"{_MON}\s+(\d{{1,2}})(?:st|nd|rd|th)?")
_YEAR_NAME = re.compile(rf"(\d{{4}})[\s\-/.]*{_MON}(?:[\s\-/.]*(\d{{1,2}}))?")
_NAME_YEAR = re.compile(rf"{_MON}[\s\-/.,']*(\d{{4}})|{_MON}[\s]*[\-/.,'’]\s*'?(\d{{2}})|{_MON}\s+'(\d{{2}})")
_YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(19\d{2}|20\d{2})(0[1-9]|1[0-2])")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_QUARTER = re.compile(
    r"(fy)?\s*'?(\d{4}|\d{2})\s*(年度?)?\s*[-/. ]?\s*(?:q([1-4])|第?([1-4])\s*(?:四半期|q))"
    r"|q([1-4])\s*[-/. ]?\s*(fy)?\s*'?(\d{4})"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_SERIAL = re.compile(r"(\d{5})(?:\.(\d+))?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_SHORT_MONTH = re.compile(r"(\d{2})[-/.](\d{1,2})")
_PAIR = re.compile(r"(\d{1,2})(/)(\d{1,2})()")
_DASHES = re.compile(r"(?<=\d)[‐‑–—−](?=\d)")
_NO_YEAR = re.compile(r"(\d{1,2})[/.](\d{1,2})|(\d{1,2})月(?:(\d{1,2})日|末日?)")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a column writes dates: the order of small numbers, and the first month of the fiscal year for FY2024 Q1."""

    order: DateOrder = DateOrder.MDY
    fiscal_start: int = 1
    short_months: bool = False
    """Whether 24/4 is April 2024, rather than a day without its year."""


DEFAULT = DateStyle()


def read_date(text: str, style: DateStyle = DEFAULT) -> Seen | Reason:
    """The date, month or moment that a cell writes, or NOT_A_DATE. Days that do not exist (30 February, 29 February
    1900) are refused, never shifted."""
    word = _word(text)
    if word in _OPEN_WORDS:
        return OpenEnd()
    try:
        return _read(word, style) or Reason.NOT_A_DATE
    except (ValueError, OverflowError):
        return Reason.NOT_A_DATE


def _word(text: str) -> str:
    """A cell folded for reading, without the apostrophe that keeps spreadsheet programs from taking it for a date."""
    word = " ".join(plain_figures(text).split()).lstrip("'’`")
    return word if word.isascii() else _DASHES.sub("-", word).replace("・", "/")


def _read(word: str, style: DateStyle) -> Seen | None:
    stripped = _WEEKDAY.sub("", word).strip()
    clock = _TIME.search(stripped)
    if not clock:
        return _read_day(stripped, style)
    seen = _read_day(stripped[: clock.start()].rstrip(" ,"), style)
    if not isinstance(seen, Dated) or seen.last is not None or isinstance(seen.value, datetime):
        return None
    moment, utc = _moment(seen.day, clock)
    return Dated(moment, note=seen.note, utc=utc)


def _moment(on: date, clock: re.Match[str]) -> tuple[datetime, datetime | None]:
    """The moment as written, and in UTC where a zone is given."""
    before, hour_text, minute, second, minute_ja, second_ja, after, zone, offset = clock.groups()
    half, hour = (before or after or "").replace(".", ""), int(hour_text)
    if half in {"午前", "am"} and hour == 12:
        hour = 0
    elif half in {"午後", "pm"} and hour < 12:
        hour += 12
    moment = datetime.combine(on, time(hour, int(minute or minute_ja or 0), int(second or second_ja or 0)))
    if not zone and not offset:
        return moment, None
    hours = timedelta(hours=_ZONES[zone]) if zone else timedelta()
    if offset:
        digits = offset[1:].replace(":", "")
        whole, rest = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
        hours = timedelta(hours=int(whole), minutes=int(rest)) * (-1 if offset[0] == "-" else 1)
    return moment, moment.replace(tzinfo=timezone(hours)).astimezone(UTC).replace(tzinfo=None)


def _read_day(word: str, style: DateStyle) -> Seen | None:
    for reader in (_read_figures, _read_yearless, _read_named, _read_months, _read_packed):
        seen = reader(word, style)
        if seen is not None:
            return seen
    told = first_of_week(word) or day_of_week(word)
    return (_read_day(told, style) if isinstance(told, str) else Dated(told)) if told else None


def _read_figures(word: str, style: DateStyle) -> Seen | None:
    if found := _ISO.fullmatch(word):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _JAPANESE.fullmatch(word):
        return _day_or_month(_century(found[1]), int(found[2]), found[3], end=bool(found[4]))
    if found := _SMALL.fullmatch(word):
        return _small(found, style)
    if found := _ERA.fullmatch(word):
        year, note = era_year(found[1], 1 if found[2] == "元" else int(found[2]), int(found[3]))
        seen = _day_or_month(year, int(found[3]), found[4], end=bool(found[5]))
        return Dated(seen.value, seen.last, note) if isinstance(seen, Dated) else seen
    return None


def _read_yearless(word: str, style: DateStyle) -> Seen | None:
    if style.short_months and (found := _SHORT_MONTH.fullmatch(word)):
        return _month(_century(found[1]), int(found[2]))
    if found := _NO_YEAR.fullmatch(word):
        if found[3]:
            month = int(found[3])
            return _yearless(month, int(found[4])) if found[4] else Yearless(_yearless(month, 1).month, 0)
        first, second = int(found[1]), int(found[2])
        return _yearless(second, first) if style.order is DateOrder.DMY else _yearless(first, second)
    return None


def _small(found: re.Match[str], style: DateStyle) -> Seen | None:
    """Three small numbers by the column's order; dots are always day first. A two-digit year may also stand first, and
    does where the last number has one digit."""
    first, mark, second, last = int(found[1]), found[2], int(found[3]), found[4]
    if len(last) == 1 or (len(last) == 2 and style.order is DateOrder.YMD):
        return _day(_century(found[1]), second, int(last)) if len(found[1]) == 2 else None
    order = DateOrder.DMY if mark == "." else style.order
    year = _century(last)
    return _day(year, second, first) if order is DateOrder.DMY else _day(year, first, second)


def _read_named(word: str, style: DateStyle) -> Seen | None:
    del style
    if found := _NAME_DAY.fullmatch(word):
        return _day(int(found[3]), _MONTHS[found[1]], int(found[2]))
    if found := _NAME_YEAR.fullmatch(word):
        name, year = (found[1], found[2]) if found[1] else (found[3] or found[5], found[4] or found[6])
        return _month(_century(year), _MONTHS[name])
    if found := _DAY_NAME.fullmatch(word):
        day, month = int(found[1]), _MONTHS[found[2]]
        return _day(_century(found[3]), month, day) if found[3] else _yearless(month, day)
    if found := _YEAR_NAME.fullmatch(word):
        return _day_or_month(int(found[1]), _MONTHS[found[2]], found[3])
    if found := _NAME_DAY_ONLY.fullmatch(word):
        return _yearless(_MONTHS[found[1]], int(found[2]))
    return None


def _read_months(word: str, style: DateStyle) -> Seen | None:
    if found := _YEAR_MONTH.fullmatch(word):
        return _month(int(found[1] or found[3]), int(found[2] or found[4]))
    if found := _MONTH_YEAR.fullmatch(word):
        return _month(int(found[2]), int(found[1]))
    if found := _QUARTER.fullmatch(word):
        fiscal = bool(found[1] or found[7]) or found[3] == "年度"
        quarter = int(found[4] or found[5] or found[6])
        start = style.fiscal_start if fiscal else 1
        first = Month(_century(found[2] or found[8]) * 12 + start - 1) + 3 * (quarter - 1)
        return Dated(first.first_day, (first + 2).last_day)
    return None


def _read_packed(word: str, style: DateStyle) -> Seen | None:
    """Figures without marks: 20240401, an Excel serial (45383), seconds since 1970."""
    del style
    if (found := _COMPACT.fullmatch(word)) and found[1][:2] in {"19", "20"}:
        seen = _day(int(found[1]), int(found[2]), int(found[3]))
        if not found[4] or not isinstance(seen, Dated):
            return seen
        return Dated(datetime.combine(seen.day, time(int(found[4]), int(found[5]), int(found[6] or 0))))
    if found := _SERIAL.fullmatch(word):
        return serial_date(float(word))
    if _EPOCH.fullmatch(word):
        return Dated(datetime.fromtimestamp(int(word[:10]), UTC).replace(tzinfo=None))
    return None


def serial_date(number: float) -> Seen | None:
    """An Excel serial of the 1900 system, from 1955 to 2119; with a fraction it is a moment, to the second."""
    if not 20_000 <= number < 80_500:
        return None
    moment = datetime(1899, 12, 30) + timedelta(seconds=round(number * 86_400))  # noqa: DTZ001 - serials have no zone
    return Dated(moment.date() if float(number).is_integer() else moment)


def _century(digits: str) -> int:
    """Two-digit years are 1970 to 2069."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= 70 else 2000)


def _day(year: int, month: int, day: int) -> Seen | None:
    if (year, month, day) in _OPEN_ENDS:
        return OpenEnd()
    return Dated(date(year, month, day)) if FIRST_YEAR <= year <= LAST_YEAR else None


def _month(year: int, month: int) -> Seen | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    whole = Month(year * 12 + month - 1)
    return Dated(whole.first_day, whole.last_day)


def _day_or_month(year: int, month: int, day: str | None, *, end: bool = False) -> Seen | None:
    if day:
        return _day(year, month, int(day))
    seen = _month(year, month)
    return Dated(seen.last) if end and isinstance(seen, Dated) and seen.last else seen


def _yearless(month: int, day: int) -> Yearless:
    date(2000, month, day)
    return Yearless(month, day)


def with_year(seen: Yearless, near: date) -> date | None:
    """The day in the year that brings it nearest to a neighbour; None where that year has no such day."""
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(seen.in_year(year))
        except ValueError:
            continue
    return min(days, key=lambda day: (abs((day - near).days), day)) if days else None


def small_numbers(text: str) -> re.Match[str] | None:
    """The two or three small numbers that a cell is, or is before a time of day."""
    word = _WEEKDAY.sub("", _word(text))
    clock = _TIME.search(word)
    word = word[: clock.start()].rstrip(" ,") if clock else word
    return _SMALL.fullmatch(word) or _PAIR.fullmatch(word)


def are_short_months(texts: Iterable[str]) -> bool:
    """Whether cells like 24/4 are months: no first number can be a month or counts on like days, every second may be
    one."""
    found = [found for text in texts if (found := _SHORT_MONTH.fullmatch(_word(text)))]
    years = {int(one[1]) for one in found}
    months = {int(one[2]) for one in found}
    return bool(found) and min(years) > 12 and len(years) <= max(2, len(months)) and max(months) <= 12


def has_small(text: str) -> bool:
    """Whether the cell holds three small numbers whose order must be known."""
    word = _word(text)
    return bool(re.match(r"\d{1,2}([-/])\d{1,2}\1(?:\d{4}|\d{1,2})(?!\d)", word))
