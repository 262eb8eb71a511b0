"""What the dates of a column tell together of the order in which they are written."""

# ruff: noqa: PLR2004 - the numbers are the calendar's own

from collections.abc import Iterable

from csdesk.intake.values.dates import DateOrder, small_numbers


def order_votes(texts: Iterable[str]) -> tuple[int, int, int]:
    """How many cells of two or three small numbers can only be month first, only day first, only year first."""
    month_first = day_first = year_first = 0
    for text in texts:
        found = small_numbers(text)
        if not found or found[2] == ".":
            continue
        first, second, last = int(found[1]), int(found[3]), found[4]
        if len(last) == 1 or (len(last) == 2 and first > 31):
            year_first += 1
        elif 12 < second <= 31 and first <= 12:
            month_first += 1
        elif 12 < first <= 31 and second <= 12:
            day_first += 1
    return month_first, day_first, year_first


def first_days(texts: Iterable[str]) -> DateOrder | None:
    """The order by which all cells are the first of some month, where at least three months stand in them."""
    found = [found for text in texts if (found := small_numbers(text)) and found[4]]
    firsts, seconds = {int(one[1]) for one in found}, {int(one[3]) for one in found}
    if firsts == {1} and len(seconds) > 2:
        return DateOrder.DMY
    return DateOrder.MDY if seconds == {1} and len(firsts) > 2 else None
