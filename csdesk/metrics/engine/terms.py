"""Terms of contract lines: when the one in force ends, and when those that renew themselves ended before it."""

from dataclasses import dataclass

import numpy as np

from csdesk.metrics.engine.days import OPEN, Flags, Ints, day_numbers, first_days, month_ordinals
from csdesk.metrics.shapes import Spans

_LONGEST = 36
"""Months. A longer way from start to renewal date is no term: the start is that of the customer's first contract."""

_YEAR = 12


@dataclass(frozen=True, slots=True)
class Terms:
    """The first term end of each line as written, and the months of one term of those that renew themselves, 0 for
    all others. A term that ends is followed by another of the same length, for as long as nothing ends the line."""

    first: Ints
    months: Ints

    def of_lines(self, rows: Ints) -> "Terms":
        """Those of some lines, in their order."""
        return Terms(self.first[rows], self.months[rows])

    def at(self, day: int, end: Ints) -> Ints:
        """The end of each line's term that is in force on a day; of lines that renew themselves not before the day,
        unless the line `end`s sooner. OPEN where a line has no term."""
        rolls = np.flatnonzero((self.months > 0) & (self.first < day))
        found = self.first.copy()
        found[rolls] = self._later(rolls, np.minimum(day, end[rolls]))
        return found

    def _later(self, rows: Ints, day: Ints) -> Ints:
        """The earliest term end of each row that is not before its day."""
        months = self.months[rows]
        gap = month_ordinals(day) - month_ordinals(self.first[rows])
        times = np.maximum(gap // months, 0)
        found = self.after(rows, times)
        late = found < day
        found[late] = self.after(rows[late], times[late] + 1)
        return found

    def after(self, rows: Ints, times: Ints) -> Ints:
        """The term end of each row after it has renewed itself so many times. Reckoned from the first, so that a term
        that ends with the month always does."""
        begins = self.first[rows] + 1
        ordinal = month_ordinals(begins)
        day = begins - first_days(ordinal)
        month = ordinal + times * self.months[rows]
        length = first_days(month + 1) - first_days(month)
        return np.asarray(first_days(month) + np.minimum(day, length - 1) - 1, dtype=np.int64)

    def between(self, first: int, last: int, end: Ints) -> tuple[Ints, Ints]:
        """Rows and days of every term end from first to last, up to a line's end and the term in force on the last
        day; a line that renews itself may come up several times."""
        rows = np.flatnonzero((self.first <= last) & (self.first != OPEN))
        once = rows[(self.months[rows] == 0) & (self.first[rows] >= first)]
        rows = rows[self.months[rows] > 0]
        span = np.minimum(end[rows], last)
        most = np.maximum(month_ordinals(span) - month_ordinals(self.first[rows]), -1) // self.months[rows] + 1
        least = np.maximum(month_ordinals(np.full(len(rows), first)) - month_ordinals(self.first[rows]), 0)
        least = np.minimum(least // self.months[rows], most)
        many = most - least + 1
        again = np.repeat(rows, many)
        times = np.arange(len(again)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(least, many)
        days = self.after(again, times)
        inside = (days >= first) & (days <= np.repeat(span, many))
        return np.concatenate([once, again[inside]]), np.concatenate([self.first[once], days[inside]])


def terms_of(spans: Spans) -> Terms:
    """The terms of every line."""
    start, first = day_numbers(spans["start"]), day_numbers(spans["term_end"])
    renews = spans["auto_renew"].to_numpy(dtype=np.bool_) & (first != OPEN) & (first >= start)
    months = np.zeros(len(first), dtype=np.int64)
    months[renews] = _length(start[renews], first[renews], spans["interval"].to_numpy(dtype=np.int64)[renews])
    return Terms(first, months)


def _length(start: Ints, end: Ints, interval: Ints) -> Ints:
    """Whole months from the first day to the last, at least one; whether the renewal date is the last day of a term or
    the first of the next makes no difference."""
    begins, beyond = month_ordinals(start), month_ordinals(end + 1)
    days_in = (end + 1 - first_days(beyond)) - (start - first_days(begins))
    whole = beyond - begins - (days_in < 0)
    return np.where(whole > _LONGEST, np.maximum(interval, _YEAR), np.maximum(whole, 1))


def too_long(start: Ints, end: Ints) -> Flags:
    """Whether the way from a start to a term end is longer than any term."""
    return np.asarray(month_ordinals(end + 1) - month_ordinals(start) > _LONGEST, dtype=np.bool_)


def waits(terms: Terms, start: Ints, end: Ints, day: int) -> Flags:
    """Lines whose term has passed with neither renewal nor end, on a day: the decision is still to be taken."""
    return np.asarray((terms.first < day) & (terms.months == 0) & (end == OPEN) & (start <= day), dtype=np.bool_)
