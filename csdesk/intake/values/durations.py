"""Durations as people write them, in minutes: '1h 30m', '1時間半', '1:30', '90 min'."""

import re
from decimal import Decimal

from csdesk.intake.values.text import folded

_FIGURE = r"(\d{1,6}(?:\.\d+)?)"
_PARTS = re.compile(
    rf"(?:{_FIGURE} ?(?:h|hrs?\.?|hours?|時間)(半)?)?[ ,]*(?:and )?(?:{_FIGURE} ?(?:m|mins?\.?|minutes?|分)間?)?"
    rf"[ ,]*(?:{_FIGURE} ?(?:s|secs?\.?|seconds?|秒)間?)?"
)
_CLOCK = re.compile(r"(\d{1,5}):([0-5]?\d)(?::([0-5]?\d))?")
_SHORT = re.compile(r"(\d{1,3})h([0-5]\d)")
_HOUR = 60
_LONGEST_CALL, _THOUSANDTHS = 240, 100_000


def minutes_of(text: str) -> Decimal | None:
    """The minutes of a cell that names its units or is written as h:mm[:ss]; None for any other."""
    word = folded(text)
    if clock := _CLOCK.fullmatch(word):
        return _minutes(clock[1], clock[2], clock[3])
    if short := _SHORT.fullmatch(word):
        return _minutes(short[1], short[2], None)
    found = _PARTS.fullmatch(word)
    if not word or not found or not any(found.groups()):
        return None
    return _minutes(found[1], found[3], found[4]) + (_HOUR // 2 if found[2] else 0)


def _minutes(hours: str | None, minutes: str | None, seconds: str | None) -> Decimal:
    return Decimal(hours or 0) * _HOUR + Decimal(minutes or 0) + Decimal(seconds or 0) / 60


def minutes_scale(heading: str, most: float = 0) -> Decimal:
    """What a plain figure is worth in minutes by its column's heading: 'Duration (hrs)', '所要時間（h）', '秒'.

    Of calls without a word for it the `most` that one took tells: telephones count seconds, tools thousandths.
    """
    word = folded(heading)
    if re.search(r"\b(?:m|mins?|minutes?)\b|分", word):
        return Decimal(1)
    if re.search(r"\b(?:h|hrs?|hours?)\b|[(（\[]時間[)）\]]|時間単位|単位[:： ]*時間", word):
        return Decimal(_HOUR)
    if re.search(r"\b(?:secs?|seconds?)\b|秒", word):
        return Decimal(1) / 60
    if most > _LONGEST_CALL and re.search(r"\bcall\b|\btalk\b|通話", word):
        return Decimal(1) / (60 if most < _THOUSANDTHS else 60_000)
    return Decimal(1)


_DAYS_OF = {"日": 1, "d": 1, "週": 7, "w": 7, "月": 30, "m": 30, "年": 365, "y": 365}
_SPAN = re.compile(
    r"(?:契約|利用|有効)?(?:期間|満了|終了|更新|期限)?日?の?(\d{1,4}|[a-z]+) ?-?"
    r"(日間?|週間?|[ヶかカケヵ箇ｹ]?月間?|年間?|d(?:ays?)?|w(?:ks?|eeks?)?|mo(?:nths?)?s?|m|y(?:rs?|ears?)?)"
    r"'? ?(?:前(?:まで)?(?:に|の通知)?|以前|(?:in )?advance|prior|before|notice|(?:written )?notice)?"
)
_COUNTED = {"one": 1, "two": 2, "three": 3, "six": 6, "thirty": 30, "sixty": 60, "ninety": 90}


def days_of(text: str) -> int | None:
    """The days of a cell that names its unit: '60日前', '30 days', '3ヶ月', months as thirty days; None for any other,
    working days among them."""
    found = _SPAN.fullmatch(folded(text).rstrip("."))
    if not found:
        return None
    count = int(found[1]) if found[1].isdecimal() else _COUNTED.get(found[1])
    unit = next(unit for unit in "日週月年dwmy" if unit in found[2])
    return None if count is None else count * _DAYS_OF[unit]


def days_scale(heading: str) -> Decimal:
    """What a plain figure is worth in days by its column's heading: '予告期間（月）', 'Notice (months)'."""
    word = folded(heading)
    if re.search(r"\bdays?\b|日", word):
        return Decimal(1)
    return Decimal(30 if re.search(r"\b(?:months?|mos?)\b|月", word) else 7 if re.search(r"\bweeks?\b|週", word) else 1)
