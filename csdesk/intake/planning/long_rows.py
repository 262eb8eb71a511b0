"""Whose the rows of a long list are: found once for all that tell the same."""

from collections.abc import Callable, Hashable, Sequence
from heapq import heapify, heappop, heappush

import numpy as np

from csdesk.intake.distinct import numbered
from csdesk.intake.planning.rows import title_in, titles_of
from csdesk.intake.planning.source import SourceRow, TableView
from csdesk.intake.planning.use_figures import Bools, Ints
from csdesk.intake.planning.who import Who
from csdesk.intake.records import records_at
from csdesk.intake.shapes import TOLD_EVERY

Begin = Callable[[int], tuple[SourceRow, int | None]]
Tell = Callable[[int], object]


class LongRows:
    """The rows of a long list that are looked at one by one, by their place among its records."""

    def __init__(self, view: TableView) -> None:
        self._view = view
        self.titles = titles_of(view)
        self.seen: dict[int, SourceRow] = {}

    def row(self, at: int) -> SourceRow:
        """The row at a place."""
        if at not in self.seen:
            self.look_at([at])
        return self.seen[at]

    def look_at(self, places: Sequence[int]) -> None:
        """Make the rows at some places, none of which has been looked at."""
        matched = self._view.matched
        for at, record in zip(places, records_at(matched.records, places), strict=True):
            place = matched.table.place(record.line)
            self.seen[at] = SourceRow(record, place, title_in(record.values, self.titles))


def accounts_of(
    who: Who, rows: LongRows, alike: tuple[list[int], int], begin: Begin, progress: Tell, *, odd: Bools, plain: Bools
) -> Ints:
    """The account of every row, as if row by row: `begin` gives it for odd rows one by one, of plain ones for the first
    of all that tell the same of it, as their equal numbers say; where that settles nothing, one by one as well. 0 for
    rows that have none."""
    codes, count = np.array(alike[0], np.int64), alike[1]
    accounts = np.zeros(len(codes), np.int64)
    at_plain = np.flatnonzero(plain)
    order = at_plain[np.argsort(codes[at_plain], kind="stable")]
    starts = np.searchsorted(codes[order], np.arange(count + 1))
    firsts = order[starts[:-1][starts[:-1] < starts[1:]]]
    by_code, single = np.zeros(count, np.int64), odd.copy()
    todo = [*np.flatnonzero(odd).tolist(), *firsts.tolist()]
    heapify(todo)
    rows.look_at(todo)
    done = 0
    while todo:
        at = heappop(todo)
        if done % TOLD_EVERY == 0:
            progress(at)
        done += 1
        row, account = begin(at)
        accounts[at] = account or 0
        if single[at]:
            continue
        if account is not None and who.is_settled(row):
            by_code[codes[at]] = account
            continue
        for other in order[starts[codes[at]] : starts[codes[at] + 1]].tolist():
            single[other] = True
            if other != at:
                heappush(todo, other)
    rest = plain & ~single
    accounts[rest] = by_code[codes[rest]]
    return accounts


def coded(values: Sequence[Hashable]) -> tuple[Ints, int]:
    """Equal values as equal numbers, and how many there are."""
    numbers, different = numbered(values)
    return np.array(numbers, np.int64), len(different)
