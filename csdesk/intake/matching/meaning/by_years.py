"""Grids of the same customers over one year after another, each in a sheet or block of its own, as one grid."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import normalize

from csdesk.intake.matching.tables.recognising import recognise
from csdesk.intake.matching.words.months import MonthHeading, month_headings
from csdesk.intake.reading.gathering import one_context, sheet_names
from csdesk.intake.shapes import Cell, Column, FoundTable, Matching, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.models.problems import Place, Problem, letters

_Months = Sequence[MonthHeading]
_LEAST = 2


def by_years(found: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    """The tables, logo x month grids of one file under the same headings put together where their months follow each
    other."""
    series: dict[tuple[object, ...], list[int]] = {}
    months: dict[int, _Months] = {}
    for at, one in enumerate(found):
        told = month_headings([column.heading for column in one.columns], _around(one))
        if len(told) >= _LEAST and not one.stands and not any(month.rest for month in told):
            months[at] = told
            series.setdefault((one.file, one.sha256, one.hidden, _facts(one, told)), []).append(at)
    instead: dict[int, FoundTable | None] = {}
    for places in series.values():
        ordered = sorted(places, key=lambda at: min(month.month for month in months[at]))
        if len(places) >= _LEAST and _follow([months[at] for at in ordered]) and _are_grids(found, ordered):
            whole = _Whole([(found[at], months[at]) for at in ordered]).table()
            instead |= {at: whole if at == places[0] else None for at in places}
    return tuple(table for at, one in enumerate(found) if (table := instead.get(at, one)) is not None)


def _around(table: FoundTable) -> str:
    return f"{table.context} {table.sheet} {table.file}"


def _facts(table: FoundTable, months: _Months) -> tuple[str, ...]:
    """The headings beside the months."""
    taken = {month.position for month in months}
    return tuple(column.heading for at, column in enumerate(table.columns) if at not in taken)


def _follow(all_: Sequence[_Months]) -> bool:
    """Whether the months of each come after those of the one before."""
    return all(max(a.month for a in one) < min(b.month for b in other) for one, other in pairwise(all_))


def _are_grids(found: Sequence[FoundTable], places: Sequence[int]) -> bool:
    return all(recognise(found[at], Matching()).kind is TableKind.MATRIX for at in places)


class _Whole:
    """A row for each customer, a column for each fact and each month."""

    def __init__(self, parts: Sequence[tuple[FoundTable, _Months]]) -> None:
        self._parts = parts
        last, months = parts[-1]
        self._facts = [at for at in range(len(last.columns)) if at not in {month.position for month in months}]
        heads = [last.columns[at] for at in self._facts]
        heads += [replace(table.columns[m.position], heading=str(m.month)) for table, all_ in parts for m in all_]
        self._columns = [Column(one.heading, one.cell, letters(at)) for at, one in enumerate(heads)]
        self._cells: dict[tuple[str, int], list[Cell]] = {}
        self._spots: dict[tuple[str, int], dict[int, tuple[str, str]]] = {}
        self._problems: list[tuple[tuple[str, int] | None, Problem]] = []

    def table(self) -> FoundTable:
        """All of them as one, whose cells stand in the sheets of their years."""
        behind = len(self._facts)
        for table, months in self._parts:
            self._take(table, [month.position for month in months], behind)
            behind += len(months)
        numbers = {key: number for number, key in enumerate(self._cells, 1)}
        stands = {
            (numbers[key], self._columns[at].letter if at >= 0 else ""): spot
            for key, spots in self._spots.items()
            for at, spot in spots.items()
        }
        problems = [
            replace(one, place=replace(one.place, row=numbers.get(key, 0) if key else 0)) for key, one in self._problems
        ]
        last = self._parts[-1][0]
        return replace(
            last,
            sheet=sheet_names(table.sheet for table, _ in self._parts),
            columns=tuple(self._columns),
            rows=tuple(map(tuple, self._cells.values())),
            lines=tuple(numbers.values()),
            context=one_context(table.context for table, _ in self._parts),
            formats={},
            problems=tuple(problems),
            stands=stands,
        )

    def _take(self, table: FoundTable, months: Sequence[int], behind: int) -> None:
        """The rows of one part: what they tell of a customer stands above what a part before it told."""
        facts = [at for at in range(len(table.columns)) if at not in months]
        places = {**{at: to for to, at in enumerate(facts)}, **{at: behind + nth for nth, at in enumerate(months)}}
        keys: dict[int, tuple[str, int]] = {}
        for row, line in zip(table.rows, table.lines, strict=True):
            text = _key([row[at] for at in facts])
            key = keys[line] = (text, sum(taken[0] == text for taken in keys.values()))
            cells = self._cells.setdefault(key, [None] * len(self._columns))
            spots = self._spots.setdefault(key, {-1: (table.sheet, str(line))})
            for at, to in places.items():
                if as_text(row[at]):
                    cells[to], spots[to] = row[at], (table.sheet, f"{table.columns[at].letter}{line}")
        there = {table.columns[at].letter: self._columns[to].letter for at, to in places.items()}
        for one in table.problems:
            cell = f"{one.place.column}{one.place.row or ''}"
            moved = Place(one.place.file, table.sheet, one.place.row, there.get(one.place.column, ""), cell)
            self._problems.append((keys.get(one.place.row), replace(one, place=moved)))


def _key(facts: Sequence[Cell]) -> str:
    """The words of a row beside its months, by which the rows of a customer, and of its product, are found again."""
    return " ".join(normalize("NFKC", " ".join(cell for cell in facts if isinstance(cell, str))).split())
