"""Contract lines in other currencies: what each is worth month by month, and what of that the rates alone have made.

A rate holds for every day of its month. A month without one has the last rate before it, and the months before the
first have the first: revenue must not seem to begin with a table of rates. A line's MRR in its own currency times the
rate is rounded to the nearest tick, halves away from zero, once a line and rate. Months after the last one that is
looked at have the rate of that month, as nobody knew another.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from csdesk.metrics.engine.days import MONTHS, Flags, Ints, first_days, month_ordinals, summable, totals
from csdesk.metrics.engine.segments import Segments, segments_of
from csdesk.metrics.rules import Rules
from csdesk.metrics.shapes import Currencies, Spans
from csdesk.models.months import Month

HOME = -1
"""In the place of a currency: the book's own."""

_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class _Course:
    """One currency's rates: `values[k]` holds from `turns[k - 1]` (month ordinals, ascending) on, the first of all time
    before."""

    turns: Ints
    values: tuple[Fraction, ...]

    def places(self, months: Ints) -> Ints:
        """Which value holds in each month."""
        return np.searchsorted(self.turns, months, side="right").astype(np.int64)


def courses_of(currencies: Currencies, last: Month | None = None) -> dict[str, _Course]:
    """The rates of every currency that has any, up to a month; of one that has none by then, the first after it."""
    rates = currencies.rates
    months, codes, values = (rates[name].tolist() for name in ("month", "currency", "rate"))
    known: dict[str, list[tuple[int, str]]] = {}
    for month, code, value in sorted(zip(months, codes, values, strict=True)):
        known.setdefault(code, []).append((month, value))
    return {code: _course(found, last) for code, found in known.items()}


def _course(found: list[tuple[int, str]], last: Month | None) -> _Course:
    by_then = [one for one in found if last is None or one[0] <= last.ordinal] or found[:1]
    kept = [(month, Fraction(value)) for month, value in by_then]
    turns = [now for before, now in pairwise(kept) if now[1] != before[1]]
    return _Course(np.array([month for month, _ in turns], dtype=np.int64), (kept[0][1], *(rate for _, rate in turns)))


def worth(ticks: Ints, rate: Fraction) -> Ints:
    """Ticks of one currency in ticks of another, rounded to the nearest, halves away from zero."""
    twice, under = 2 * rate.numerator, rate.denominator
    most = max(int(ticks.max()), -int(ticks.min())) if len(ticks) else 0
    wide = ticks if most * twice + under <= _LARGEST and 2 * under <= _LARGEST else ticks.astype(object)
    return _narrow(np.sign(wide) * ((np.abs(wide) * twice + under) // (2 * under)))


def _narrow(amounts: Ints) -> Ints:
    fits = not len(amounts) or int(np.abs(amounts).max()) <= _LARGEST
    return amounts.astype(np.int64) if fits else amounts


def at_last_rates(spans: Spans, currencies: Currencies | None, last: Month | None = None) -> Spans:
    """Spans with what foreign lines are worth at the last rate there is, or there was in a month; those without any
    keep no amount."""
    if currencies is None:
        return spans
    row, at = _rows_of(spans, currencies)
    codes = currencies.lines["currency"].to_numpy()[at]
    columns: dict[str, Ints | Flags] = {}
    for name in ("mrr", "gross"):
        own, column = currencies.lines[name].to_numpy(dtype=np.int64)[at], spans[name].to_numpy(copy=True)
        ticks, rated = at_home(own, codes, currencies, last)
        column[row[rated]] = ticks[rated]
        columns[name] = column
    return Spans(spans.assign(**columns, logo=spans["logo"].to_numpy() | (columns["mrr"] > 0)))


def at_home(ticks: Ints, codes: NDArray[Any], currencies: Currencies, last: Month | None = None) -> tuple[Ints, Flags]:
    """Amounts, each in the currency of its code, in the book's at the last rate there is, or there was in a month; and
    which of them have one."""
    found, rated = ticks.copy(), np.zeros(len(ticks), dtype=np.bool_)
    for code, course in courses_of(currencies, last).items():
        of = np.flatnonzero(codes == code)
        # Beyond 64 bits as large as can be: in lists, that is, as sums are made of what lines cost themselves.
        found[of] = np.minimum(worth(ticks[of], course.values[-1]), _LARGEST)
        rated[of] = True
    return found, rated


def unpriced(spans: Spans, currencies: Currencies | None) -> Flags:
    """Lines in a currency that the book has no rate of: in no sum of money."""
    found = np.zeros(len(spans), dtype=np.bool_)
    if currencies is not None:
        row, at = _rows_of(spans, currencies)
        codes = currencies.lines["currency"].to_numpy()[at].astype(str)
        found[row[~np.isin(codes, list(courses_of(currencies)))]] = True
    return found


def _rows_of(spans: Spans, currencies: Currencies) -> tuple[Ints, Ints]:
    """Of the foreign lines that are among the spans, their rows there, and their rows in the foreign lines."""
    _, row, at = np.intersect1d(
        spans["line"].to_numpy(dtype=np.int64),
        currencies.lines["line"].to_numpy(dtype=np.int64),
        assume_unique=True,
        return_indices=True,
    )
    return row, at


def _with(column: Ints, rows: Ints, values: Ints) -> Ints:
    """The column with other values in those rows, wide enough for them."""
    wide = column.astype(np.result_type(column, values))
    wide[rows] = values
    return wide


@dataclass(frozen=True)
class Exchange:
    """Stretches before they are cut where a rate changes: `own.mrr` is in ticks of each one's own currency, `currency`
    its place in `courses`, HOME for the book's own. `first` and `beyond` are the months in which each is counted, and
    `of` the stretch that each of the ledger's segments is a piece of."""

    of: Ints
    own: Segments
    currency: Ints
    courses: tuple[_Course, ...]
    first: Ints
    beyond: Ints

    def worth(self, rows: Ints, months: Ints) -> Ints:
        """What some stretches cost at the rates of a month each, in ticks of the book's currency."""
        return _worth(self.own.mrr[rows], self.currency[rows], self.courses, months)

    def at_rates_of(self, month: int) -> Segments:
        """The stretches as they are, not cut, all at the rates of one month."""
        rows = np.arange(len(self.own.owner))
        return replace(self.own, mrr=self.worth(rows, np.full(len(rows), month)))

    def held(self, paid: Ints, month: int, rates_of: int) -> Ints:
        """What each account pays in one month at the rates of another, where `paid` is what it pays at those of the
        month itself."""
        there = self._foreign[(self.first[self._foreign] <= month) & (self.beyond[self._foreign] > month)]
        then, now = (self.worth(there, np.full(len(there), of)) for of in (rates_of, month))
        return paid + totals(self.own.owner[there], then - now, len(paid))

    @cached_property
    def _foreign(self) -> Ints:
        """The stretches in another currency."""
        return np.flatnonzero(self.currency != HOME)

    def followed(self, keys: Ints, rates_of: Ints) -> Ints:
        """What the owner of each key (owner and month, ascending) pays in its month, at the rates of one month for each
        owner."""
        held = np.flatnonzero(self.first < self.beyond)
        owner = self.own.owner[held]
        ticks = self.worth(held, rates_of[owner])
        at = np.searchsorted(keys, [owner * MONTHS + month[held] for month in (self.first, self.beyond)])
        steps = totals(at.ravel(), np.concatenate([ticks, -ticks]), len(keys) + 1)
        return np.cumsum(steps)[:-1]

    def among(self, accounts: Ints) -> "Exchange":
        """Those of some accounts."""
        rows = np.isin(self.own.accounts, accounts)[self.own.owner]
        columns = (self.currency[rows], self.courses, self.first[rows], self.beyond[rows])
        return Exchange(_renumbered(self.of, rows), self.own.among(accounts), *columns)


def _renumbered(of: Ints, kept: Flags) -> Ints:
    """Places of those that are kept, among them."""
    return np.asarray((np.cumsum(kept) - 1)[of[kept[of]]], dtype=np.int64)


def _worth(ticks: Ints, currency: Ints, courses: tuple[_Course, ...], months: Ints) -> Ints:
    for code, course in enumerate(courses):
        of = np.flatnonzero(currency == code)
        places = course.places(months[of])
        for place in np.unique(places).tolist():
            some = of[places == place]
            ticks = _with(ticks, some, worth(ticks[some], course.values[place]))
    return summable(ticks)


@dataclass(frozen=True, slots=True)
class Cut:
    """Segments in the book's currency, cut where a rate changes, in order of their stretch, then by day; `of` is the
    stretch that each is a piece of. The rest as in `Exchange`."""

    segments: Segments
    of: Ints
    own: Segments
    currency: Ints
    courses: tuple[_Course, ...]

    def exchange(self, opening: Flags, first: Ints, beyond: Ints) -> Exchange:
        """The stretches in one piece, where `opening` is said of each piece."""
        heads = np.searchsorted(self.of, np.arange(len(self.own.owner)))
        own = replace(self.own, opening=opening[heads])
        return Exchange(self.of, own, self.currency, self.courses, first, beyond)

    def of_lines(self, lines: Flags) -> "Cut":
        """Those of some lines (a flag each), numbered as they stand among these."""
        rows, pieces, own = lines[self.own.line], self.segments.of_lines(lines), self.own.of_lines(lines)
        return Cut(pieces, _renumbered(self.of, rows), own, self.currency[rows], self.courses)

    def gained(self, first: Ints) -> Ints:
        """What each piece costs more at the rate of its first month than at that of the month before."""
        before = _worth(self.own.mrr[self.of], self.currency[self.of], self.courses, first - 1)
        return np.where(self.segments.opening, 0, self.segments.mrr - before)


def cut_by_rates(spans: Spans, rules: Rules, currencies: Currencies, last: Month) -> Cut:
    """What the lines amount to, day by day, at the rates up to a month."""
    known = courses_of(currencies, last)
    own, codes = _in_own_currency(spans, currencies, tuple(known))
    segments, courses = segments_of(own, rules), tuple(known.values())
    currency = np.where(segments.mrr != 0, codes[segments.line], HOME)
    counts, start, end = _pieces(segments, currency, courses)
    of = np.repeat(np.arange(len(counts)), counts)
    heads = np.diff(of, prepend=-1) > 0
    pieces = replace(
        segments.where(of),
        start=start,
        end=end,
        mrr=_worth(segments.mrr[of], currency[of], courses, month_ordinals(start)),
        opening=segments.opening[of] & heads,
    )
    return Cut(pieces, of, segments, currency, courses)


def _in_own_currency(spans: Spans, currencies: Currencies, known: tuple[str, ...]) -> tuple[Spans, Ints]:
    """Spans with the amounts of foreign lines as they are paid, and the place of each line's currency among those that
    have a rate."""
    row, at = _rows_of(spans, currencies)
    places = {code: place for place, code in enumerate(known)}
    codes = np.full(len(spans), HOME, dtype=np.int64)
    codes[row] = [places.get(code, HOME) for code in currencies.lines["currency"].to_numpy()[at].tolist()]
    priced = codes[row] != HOME
    row, at = row[priced], at[priced]
    amounts = {name: currencies.lines[name].to_numpy(dtype=np.int64)[at] for name in ("mrr", "gross")}
    columns = {name: _with(spans[name].to_numpy(copy=True), row, own) for name, own in amounts.items()}
    return Spans(spans.assign(**columns)), codes


def _pieces(segments: Segments, currency: Ints, courses: tuple[_Course, ...]) -> tuple[Ints, Ints, Ints]:
    """How many pieces each stretch is cut into, and the first and last day of each piece."""
    counts = np.ones(len(segments.owner), dtype=np.int64)
    turned: dict[int, Ints] = {}
    for code, course in enumerate(courses):
        of, days = np.flatnonzero(currency == code), first_days(course.turns)
        low, high = (np.searchsorted(days, day[of], side="right") for day in (segments.start, segments.end))
        counts[of] += high - low
        turned |= {int(one): days[a:b] for one, a, b in zip(of, low, high, strict=True)}
    heads = np.cumsum(counts) - counts
    start = np.repeat(segments.start, counts)
    for one, days in turned.items():
        start[heads[one] + 1 : heads[one] + counts[one]] = days
    end = np.roll(start, -1) - 1
    lasts = heads + counts - 1
    end[lasts] = segments.end
    return counts, start, end
