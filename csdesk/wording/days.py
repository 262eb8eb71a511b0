"""Days as people type and say them: today, yesterday, 昨日, -2, +7, Mon, 4/1, 1 Apr 2024; in 12 d, 3日前."""

import re
import unicodedata
from datetime import date, timedelta

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words

_NEAR = {
    "today": 0, "t": 0, "now": 0, "今日": 0, "本日": 0, "きょう": 0,
    "yesterday": -1, "y": -1, "昨日": -1, "きのう": -1, "前日": -1,
    "一昨日": -2, "おととい": -2,
    "tomorrow": 1, "tom": 1, "明日": 1, "あした": 1, "あす": 1, "翌日": 1,
    "明後日": 2, "あさって": 2,
    "last week": -7, "先週": -7, "next week": 7, "来週": 7,
}  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3
"""Letters of a weekday that must be typed."""
_WEEKDAYS_JA = "月火水木金土日"
_STEPS = {"d": 1, "日": 1, "w": 7, "週": 7, "週間": 7}
_STEP = re.compile(r"([+-]\d{1,4}) ?(d|w|日|週間?)?(?:後|前)?")
_AGO = re.compile(r"(\d{1,4}) ?(d|w|日|週間?|days?|weeks?)(?: ?(ago)|(前))")
_AHEAD = re.compile(r"(?:in )?(\d{1,4}) ?(d|w|日|週間?|days?|weeks?)(?:後)?")
_FULL = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")
_SHORT = re.compile(r"(\d{1,2})(?:[-/.月](\d{1,2})日?)")


_SPOKEN = re.compile(r"(\d{1,2}) ([a-z]{3,9})\.? (\d{4})|([a-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip


def read_day(text: str, today: date, *, ahead: bool = False) -> date | None:
    """The day meant, None where it is not understood. Weekdays and days without a year are the latest past ones,
    or with `ahead` the next to come."""
    words = unicodedata.normalize("NFKC", text).strip().lower().replace("−", "-")
    if words in _NEAR:
        return _moved(today, _NEAR[words])
    return _stepped(words, today, ahead=ahead) or _weekday(words, today, ahead=ahead) or _written(words, today, ahead)


def _stepped(words: str, today: date, *, ahead: bool) -> date | None:
    if found := _STEP.fullmatch(words):
        return _moved(today, int(found[1]) * _STEPS.get(found[2] or "d", 1))
    if found := _AGO.fullmatch(words):
        return _moved(today, -int(found[1]) * _unit(found[2]))
    found = _AHEAD.fullmatch(words)
    return _moved(today, int(found[1]) * _unit(found[2])) if found and (ahead or "後" in words) else None


def _weekday(words: str, today: date, *, ahead: bool) -> date | None:
    named = [place for place, name in enumerate(_WEEKDAYS) if len(words) >= _SHORTEST and name.startswith(words)]
    wanted = named[0] if named else -1
    if words in {f"{day}{end}" for day in _WEEKDAYS_JA for end in ("曜", "曜日")}:
        wanted = _WEEKDAYS_JA.index(words[0])
    if wanted < 0:
        return None
    if ahead:
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - wanted) % 7)


def _written(words: str, today: date, ahead: bool) -> date | None:  # noqa: FBT001 - passed on
    if found := _FULL.fullmatch(words):
        return _made(int(found[1]), int(found[2] or found[4]), int(found[3] or found[5]))
    if found := _SPOKEN.fullmatch(words):
        return _in_words(found[1] or found[5], found[2] or found[4], found[3] or found[6])
    found = _SHORT.fullmatch(words)
    if found is None:
        return None
    month, number = int(found[1]), int(found[2])
    days = [day for year in range(today.year - 4, today.year + 5) if (day := _made(year, month, number))]
    if ahead:
        return min((day for day in days if day >= today), default=None)
    return max((day for day in days if day <= today), default=None)


def _in_words(number: str, month: str, year: str) -> date | None:
    named = [place for place, name in enumerate(_MONTHS, 1) if name.startswith(month)]
    return _made(int(year), named[0], int(number)) if named else None


def _unit(word: str) -> int:
    return 7 if word.startswith(("w", "週")) else 1


def _made(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _moved(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def distance(on: date | None, today: date, language: Language) -> str:
    """How far a day is: in 12 d, today, 3 d ago; '' where there is none."""
    if on is None:
        return ""
    days = (on - today).days
    words = _TODAY if not days else _AHEAD_BY if days > 0 else _AGO_BY
    return words.say(language, n=f"{abs(days):,}")


_TODAY = Words("today", "今日")
_AHEAD_BY = Words("in {n} d", "{n}日後")
_AGO_BY = Words("{n} d ago", "{n}日前")
