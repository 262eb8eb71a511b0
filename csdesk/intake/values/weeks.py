"""Weeks as sheets name them: '2026-W14', '2026年第14週', 'Week of 2026-04-06'."""

import re
from datetime import date

_YEAR = r"((?:19|20)\d\d)"
_WEEK = re.compile(
    rf"{_YEAR}[-/ ]?w(?:eek)?[- ]?(\d{{1,2}})|"
    rf"w(?:eek|k)?\.?[- ]?(\d{{1,2}})[,/ -]+{_YEAR}|{_YEAR}年?\s*第?(\d{{1,2}})週"
)
_WEEK_OF = re.compile(r"(?:w/c|wc|week(?: of| starting| beginning| commencing)|週)[ :：]*(.+)|(.+?)(?:の?週)")

_MONTH = re.compile(r"\d{4}\D{1,3}\d{1,2}\D*|\D*\d{4}")


def first_of_week(word: str) -> date | None:
    """The Monday of a numbered week, folded; weeks are counted as ISO does. ValueError for one that no year has."""
    found = _WEEK.fullmatch(word)
    if not found:
        return None
    return date.fromisocalendar(int(found[1] or found[4] or found[5]), int(found[2] or found[3] or found[6]), 1)


def day_of_week(word: str) -> str:
    """The day by which a week is named, as it stands there; '' where none is, or only a month."""
    found = _WEEK_OF.fullmatch(word)
    told = (found[1] or found[2]).strip() if found else ""
    return "" if _MONTH.fullmatch(told) else told
