"""A sheet for each month: lists of who was a customer then are one grid of months, use and costs one list with them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from csdesk.intake.fields import PRICES
from csdesk.intake.matching.meaning.by_years import by_years
from csdesk.intake.matching.tables.recognising import Recognised, recognise
from csdesk.intake.matching.words.months import month_headings
from csdesk.intake.reading.cells import is_number, is_word
from csdesk.intake.reading.gathering import gathered, one_context, sheet_names, with_column
from csdesk.intake.shapes import Cell, Column, FoundTable, Matching, TableKind
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.words import Standing, standing
from csdesk.models.months import Month
from csdesk.models.problems import Place, Problem, Reason, letters

_NAMED_BY: Final = ("account.name", "account.external_id", "account.domain")
_STATUS: Final = ("account.status", "contract.status", "contract.stage")
_LISTS: Final = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS})
_DATED: Final = frozenset({"usage.date", "cost.month"})
_GONE: Final = frozenset({Standing.ENDED, Standing.NOT_WON})
_UNCLEAR: Final = frozenset({Standing.TRIAL, Standing.PAUSED})
_LEAST: Final = 2
_HALF: Final = 0.5
_OF_EVENTS: Final = re.compile(
    r"新規|解約|失注|更新(?:対象|予定|案件|リスト)|見込|商談|訪問|候補|予定|\b(?:new|churned|lost|renewals?|leads?|prospects?|due)\b",
    re.IGNORECASE,
)
"""What is said of lists of accounts to which something happened in a month."""
_NO_YEAR: Final = "2000"
"""Stands for the year where no sheet, title or file tells it."""
_OWN_DAYS: Final = ("contract.start", "contract.end", "contract.renewal", "contract.period", "contract.close_date")
_MARK: Final = "○"
_NO_MARK: Final = "×"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One month's table and what its columns are."""

    month: Month
    table: FoundTable
    known: Recognised

    @property
    def name(self) -> int | None:
        """Position of the column that names the account, or the figure."""
        found = (at for field in _NAMED_BY if (at := self.known.positions.get(field)) is not None)
        return next(found, 0 if self.is_plain else None)

    @property
    def amount(self) -> int | None:
        """Position of the column of amounts."""
        found = (at for field in PRICES if (at := self.known.positions.get(field)) is not None)
        return next(found, 1 if self.is_plain and len(self.table.columns) > 1 else None)

    @property
    def is_plain(self) -> bool:
        """Whether it is a list of names alone, or of figures by their names, of whatever kind."""
        names, *figures = zip(*self.table.rows, strict=True)
        numbers = [cell for column in figures for cell in column if as_text(cell)]
        plain = len(figures) < _LEAST and all(map(is_word, names)) and all(map(is_number, numbers))
        return plain and self.known.kind is TableKind.UNKNOWN

    @property
    def status(self) -> int | None:
        """Position of the column that may say who was none any more."""
        return next((at for field in _STATUS if (at := self.known.positions.get(field)) is not None), None)

    @property
    def paid(self) -> str:
        """What the heading of the amounts says of them."""
        return self.heading_of(self.amount)

    @property
    def facts(self) -> dict[str, int]:
        """What else is told of an account, by heading."""
        aside = {self.name, self.amount, self.status, *self.known.numbering}
        return {
            column.heading: at for at, column in enumerate(self.table.columns) if column.heading and at not in aside
        }

    @property
    def names(self) -> list[Cell]:
        """The names down the list."""
        return [row[self.name or 0] for row in self.table.rows]

    def heading_of(self, at: int | None) -> str:
        """The heading at a position."""
        return "" if at is None else self.table.columns[at].heading

    def mark(self, row: tuple[Cell, ...]) -> tuple[Cell, int]:
        """What the grid has for a row of the list, with the position that tells it: none for a customer no more."""
        if self.status is not None and standing(as_text(row[self.status])) in _GONE:
            return (_NO_MARK if self.amount is None else 0), self.status
        return (_MARK, self.name or 0) if self.amount is None else (row[self.amount], self.amount)

    @property
    def has_unclear_status(self) -> bool:
        """Whether some were on trial or paused, who may count as customers or not."""
        at = self.status
        return at is not None and any(standing(as_text(row[at])) in _UNCLEAR for row in self.table.rows)

    @property
    def is_list(self) -> bool:
        """Whether it tells whose customers there were, and no days of their contracts, which would tell more."""
        days = any(field in self.known.positions for field in _OWN_DAYS)
        return (self.known.kind in _LISTS and self.name is not None and not days) or self.is_plain


def by_months(found: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    """The tables, those of sheets that are named by months and hold the same put together.

    Where the month cannot be made use of, that is said of each of them.
    """
    instead: dict[int, FoundTable | None] = {}
    for series in _series(found):
        whole = _as_one(series)
        for nth, at in enumerate(series):
            if whole is not None:
                instead[at] = whole if nth == 0 else None
            elif _needs_month(found[at]):
                instead[at] = _told(found[at])
    return by_years([table for at, one in enumerate(found) if (table := instead.get(at, one)) is not None])


_Series = dict[int, tuple[Month, FoundTable]]


def _series(found: Sequence[FoundTable]) -> Iterator[_Series]:
    """Tables by their number, with their months: one on each of at least two sheets of a file that are called alike."""
    homes = dict.fromkeys((table.file, table.sha256, table.hidden) for table in found)
    for home in homes:
        mine = {at: one for at, one in enumerate(found) if (one.file, one.sha256, one.hidden) == home and one.sheet}
        sheets = list(dict.fromkeys(one.sheet for one in mine.values()))
        first = next(iter(mine.values()), None)
        told = month_headings(sheets, f"{home[0]} {first.context}") if first else ()
        told = told or month_headings(sheets, _NO_YEAR)
        for rest in dict.fromkeys(one.rest for one in told):
            months = {sheets[one.position]: one.month for one in told if one.rest == rest}
            yield {at: (months[one.sheet], one) for at, one in mine.items() if one.sheet in months}


def _as_one(series: _Series) -> FoundTable | None:
    """All of a series as one table; None where months come twice or are missing, or their tables differ."""
    months = [month for month, _ in series.values()]
    tables = [table for _, table in series.values()]
    if any(month.year == int(_NO_YEAR) for month in months):
        return None
    if len(months) < _LEAST or sorted(set(months)) != sorted(months) or any(table.stands for table in tables):
        return None
    return _long(months, tables) or _grid(months, tables)


def _long(months: Sequence[Month], tables: Sequence[FoundTable]) -> FoundTable | None:
    """Rows that only lack their month (use, costs) with it, as one list."""
    headings = {tuple(column.heading for column in table.columns) for table in tables}
    if len(headings) > 1 or recognise(tables[0], Matching()).positions.keys() & _DATED:
        return None
    word = "Month" if "".join(*headings).isascii() else "年月"
    whole = gathered(
        [
            with_column(table, word, table.columns[0].cell, str(month), (table.sheet, table.columns[0].cell))
            for month, table in zip(months, tables, strict=True)
        ]
    )
    known = recognise(whole, Matching())
    return whole if known.columns[0].field in _DATED else None


def _grid(months: Sequence[Month], tables: Sequence[FoundTable]) -> FoundTable | None:
    """Lists of who was a customer in each month as one grid of marks, or of what they paid."""
    sheets = [
        _Sheet(month, table, recognise(table, Matching())) for month, table in sorted(zip(months, tables, strict=True))
    ]
    first, last = sheets[0], sheets[-1]
    whole_run = last.month - first.month == len(sheets) - 1
    paid = {one.amount is None for one in sheets}
    unclear = any(one.has_unclear_status for one in sheets)
    if not whole_run or len(paid) > 1 or unclear or not all(one.is_list for one in sheets) or not _go_on(sheets):
        return None
    if last.is_plain and last.amount is not None and len({frozenset(one.names) for one in sheets}) > 1:
        return None
    whole = _Grid(sheets).table()
    kind = recognise(whole, Matching()).kind
    return whole if kind is TableKind.MATRIX or (last.is_plain and kind not in _LISTS) else None


def _go_on(sheets: Sequence[_Sheet]) -> bool:
    """Whether most names of a month are those of the month before, as in no list of new customers or renewals."""
    for before, after in pairwise(sheets):
        names, others = set(before.names), set(after.names)
        if len(names & others) < _HALF * min(len(names), len(others)):
            return False
    about = " ".join([sheets[0].table.file, *(f"{one.table.sheet} {one.table.context}" for one in sheets)])
    return not _OF_EVENTS.search(about)


class _Grid:
    """A row for each account, a column for each fact of it and for each month."""

    def __init__(self, sheets: Sequence[_Sheet]) -> None:
        self._sheets = sheets
        self._facts = list(dict.fromkeys(heading for one in sheets for heading in one.facts))
        headings = [sheets[-1].heading_of(sheets[-1].name), *self._facts, *(str(one.month) for one in sheets)]
        cells = [column.cell for one in sheets for column in one.table.columns[:1]]
        self._columns = [
            Column(text, cells[max(0, at - 1 - len(self._facts))], letters(at)) for at, text in enumerate(headings)
        ]
        self._cells: dict[tuple[str, int], list[Cell]] = {}
        self._stands: dict[tuple[str, int], dict[int, tuple[str, str]]] = {}

    def table(self) -> FoundTable:
        """The grid, whose cells stand in the sheets of their months."""
        moved = [problem for nth, one in enumerate(self._sheets) for problem in self._taken(nth, one)]
        numbers = {key: number for number, key in enumerate(self._cells, 1)}
        last = self._sheets[-1].table
        stands = {
            (numbers[key], self._columns[at].letter if at >= 0 else ""): spot
            for key, spots in self._stands.items()
            for at, spot in spots.items()
        }
        problems = [replace(one, place=replace(one.place, row=numbers.get(key, 0) if key else 0)) for key, one in moved]
        return replace(
            last,
            sheet=sheet_names(one.table.sheet for one in self._sheets),
            columns=tuple(self._columns),
            rows=tuple(map(tuple, self._cells.values())),
            lines=tuple(numbers.values()),
            context=one_context([*(one.table.context for one in self._sheets), self._sheets[-1].paid]),
            formats={},
            problems=tuple(problems),
            stands=stands,
        )

    def _taken(self, nth: int, sheet: _Sheet) -> Iterator[tuple[tuple[str, int] | None, Problem]]:
        """The rows of one month taken into the grid; yields what is to be said of them with the row it is about."""
        months = 1 + len(self._facts) + nth
        keys: dict[int, tuple[str, int]] = {}
        for row, line in zip(sheet.table.rows, sheet.table.lines, strict=True):
            name = row[sheet.name or 0]
            text = " ".join(normalize("NFKC", as_text(name)).split())
            key = (text, sum(taken[0] == text for taken in keys.values()))
            keys[line] = key
            cells = self._cells.setdefault(key, [None] * len(self._columns))
            spots = self._stands.setdefault(key, {-1: (sheet.table.sheet, str(line))})
            told = {0: (name, sheet.name or 0), months: sheet.mark(row)}
            told |= {1 + self._facts.index(text): (row[at], at) for text, at in sheet.facts.items()}
            for position, (cell, at) in told.items():
                if as_text(cell):
                    place = sheet.table.place(line, sheet.table.columns[at].letter)
                    cells[position], spots[position] = cell, (place.sheet, f"{place.column}{place.row}")
        yield from self._moved(sheet, months, keys)

    def _moved(
        self, sheet: _Sheet, month: int, keys: dict[int, tuple[str, int]]
    ) -> Iterator[tuple[tuple[str, int] | None, Problem]]:
        amount = sheet.table.columns[sheet.amount].letter if sheet.amount is not None else None
        for one in sheet.table.problems:
            letter = self._columns[month].letter if one.place.column == amount else ""
            place = replace(one.place, column=letter, cell=f"{one.place.column}{one.place.row or ''}")
            yield keys.get(one.place.row), replace(one, place=place)


def _needs_month(table: FoundTable) -> bool:
    """Whether the rows would be taken without the month they are of."""
    known = recognise(table, Matching())
    undated = known.kind in {TableKind.USE, TableKind.COSTS} and not known.positions.keys() & _DATED
    return not table.stands and (known.kind in _LISTS or undated)


def _told(table: FoundTable) -> FoundTable:
    said = Problem(Place(table.file, table.sheet), "", table.sheet, Reason.MONTH_OF_SHEET, refuses=False)
    return replace(table, problems=(said, *table.problems))
