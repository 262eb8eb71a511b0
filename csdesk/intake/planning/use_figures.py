"""Figures of a long list of use: entries of one account, person, measure and day together, and found in the book."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from csdesk.intake.planning.use_gathered import DAY, EVENT
from csdesk.models.uses import UseColumns

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
_GRAINS = 4
"""Room for the grains in a key."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries by column: the place of their record, of account and person together, of the measure, day, grain, amount.

    `pairs` are account and person (0: nobody) by their place, `measures` the ids of measures by theirs.
    """

    rows: Ints
    pair: Ints
    measure: Ints
    day: Ints
    grain: Ints
    amount: Floats
    pairs: Sequence[tuple[int, int]]
    measures: Sequence[int]


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures by column: `first` is the entry that speaks of each, `grain` and `amount` what the book is to hold;
    `of` tells the figure of every entry, `again` the entries that tell one a second time rather than a part of it."""

    first: Ints
    grain: Ints
    amount: Floats
    key: Ints
    of: Ints
    again: Bools


class Keys:
    """Account, person, measure, day and grain as one number each, of entries and of what the book holds."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._from = int(entries.day.min(initial=0)) if len(entries.day) else 0
        self._days = (int(entries.day.max()) - self._from + 1) if len(entries.day) else 1
        self._places = {pair: at for at, pair in enumerate(entries.pairs)}
        self._measures = {number: at for at, number in enumerate(entries.measures)}

    def of(self, pair: Ints, measure: Ints, day: Ints) -> Ints:
        """The keys without their grain."""
        whole: Ints = (pair * max(len(self._measures), 1) + measure) * self._days + (day - self._from)
        return whole

    def of_held(self, held: UseColumns) -> tuple[Ints, Ints]:
        """The keys of rows that the book holds and some entry may be, with the rows' places."""
        accounts, contacts, measures = (np.array(c, np.int64) for c in (held.accounts, held.contacts, held.measures))
        days, grains = np.array(held.days, np.int64), np.array(held.grains, np.int64)
        pair = _places([(accounts, [a for a, _ in self._places]), (contacts, [c for _, c in self._places])])
        measure = _places([(measures, list(self._measures))])
        may = (pair >= 0) & (measure >= 0) & (days >= self._from) & (days < self._from + self._days)
        at = np.flatnonzero(may)
        keys = self.of(pair[at], measure[at], days[at]) * _GRAINS + grains[at]
        return keys, at


def _places(columns: Sequence[tuple[Ints, Sequence[int]]]) -> Ints:
    """For each row the place of its values among the wanted ones, -1 where it is not of them. The wanted values of
    several columns go together by place."""
    own = wanted = np.zeros(1, np.int64)
    missing = np.zeros(1, np.bool_)
    for values, sought in columns:
        known = np.unique(np.asarray(sought, np.int64))
        at = np.minimum(np.searchsorted(known, values), max(len(known) - 1, 0))
        missing = missing | (known[at] != values) if len(known) else np.ones(len(values), np.bool_)
        own = own * max(len(known), 1) + at
        wanted = wanted * max(len(known), 1) + np.searchsorted(known, np.asarray(sought, np.int64))
    order = np.argsort(wanted, kind="stable")
    at = np.minimum(np.searchsorted(wanted, own, sorter=order), len(order) - 1)
    place = order[at]
    return np.where(missing | (wanted[place] != own), -1, place)


def figures(entries: Entries, keys: Keys) -> Figures:
    """Events of one day are one figure, their sum. Other entries stand alone: a second one tells it again. Where some
    have times of day, one without is of midnight."""
    key = keys.of(entries.pair, entries.measure, entries.day)
    summed = (entries.grain == EVENT) | ((entries.grain == DAY) & bool(np.any(entries.grain == EVENT)))
    _, first, group = _grouped(key)
    by_sum = summed[first][group]
    key = key * _GRAINS + np.where(by_sum, DAY, entries.grain)
    order, first, of = _grouped(key)
    starts = np.searchsorted(of[order], np.arange(len(first)))
    sums = np.add.reduceat(entries.amount[order], starts) if len(first) else np.zeros(0)
    of_sum = by_sum[first]
    amount = _rounded(np.where(of_sum, sums, entries.amount[first]))
    again = ~by_sum
    again[first] = False
    return Figures(first, key[first] % _GRAINS, amount, key[first], of, again)


def _grouped(key: Ints) -> tuple[Ints, Ints, Ints]:
    """Entries in order of their keys, the first entry of each key, and for each entry the place of its key."""
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    begins = np.ones(len(key), np.bool_)
    begins[1:] = ordered[1:] != ordered[:-1]
    group = np.empty(len(key), np.int64)
    group[order] = np.cumsum(begins) - 1
    return order, order[begins], group


def _rounded(amounts: Floats) -> Floats:
    """To the fifteen digits that a book keeps."""
    odd = np.flatnonzero(amounts != np.rint(amounts))
    for start in range(0, len(odd), 5000):
        part = odd[start : start + 5000]
        amounts[part] = [float(f"{value:.15g}") for value in amounts[part].tolist()]
    return amounts


def found_in(figured: Figures, keys: Keys, held: UseColumns) -> Ints:
    """For each figure the place of the row that the book holds for it, the first of several; -1 where there is none."""
    known, at = keys.of_held(held)
    if not len(known):
        return np.full(len(figured.key), -1, np.int64)
    order = np.argsort(known, kind="stable")
    place = np.minimum(np.searchsorted(known, figured.key, sorter=order), len(order) - 1)
    return np.where(known[order[place]] == figured.key, at[order[place]], -1)
