"""The rows of a damaged file, table by table, as far as they can be told to be rows of that table."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import cache
from typing import NamedTuple

from csdesk.book.columns import Stored
from csdesk.book.migrations import MIGRATIONS
from csdesk.book.pages import Found, Held, Pages

_OF_SCHEMA = 5
"""Values in each row of the file's list of its tables."""


class Column(NamedTuple):
    """A column as the file's tables have it."""

    name: str
    type: str
    required: bool


class Misfit(NamedTuple):
    """A value that its column cannot hold."""

    row: int
    column: str
    seen: str


@dataclass(slots=True)
class Salvaged:
    """What was read of one table: rows by number, each by column name, NULL where a value was none for its column."""

    rows: dict[int, dict[str, Stored]] = field(default_factory=dict)
    misfits: list[Misfit] = field(default_factory=list)
    broken: int = 0
    """Pages and cells that could not be read."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a table is in the file, and its columns in the file's order."""

    root: int
    columns: tuple[Column, ...]
    lengths: frozenset[int]
    """How many values a row has: as many as there were columns when it was written."""
    guessed: bool = False
    """Whether the file does not say so itself."""

    def wrote(self, values: tuple[Held, ...]) -> bool:
        """Whether a record could be one of the table: each value of its column's type."""
        if len(values) not in self.lengths or (self.columns[0].name == "id" and values[0] is not None):
            return False
        pairs = list(zip(values, self.columns, strict=False))[self.columns[0].name == "id" :]
        return all(
            not column.required if value is None else _held(value, column) is not None for value, column in pairs
        )


def salvage(content: bytes) -> dict[str, Salvaged]:
    """By table what can be read of it; empty for a file in which there is no table of ours."""
    pages = Pages(content)
    told = _schema(pages)
    listed = _told(told).keys()
    if listed and len(listed & _expected().keys()) * 2 < len(listed):
        return {}  # another program's file
    places = _places(told)
    raw = {name: _read(pages, place) for name, place in places.items()}
    if not any(found.rows for found in raw.values()):
        return {}
    if told.broken or any(found.broken for found in raw.values()):
        for stray in pages.strays():
            _adopt(stray, raw, places)
    return {name: _fitted(found, places[name].columns) for name, found in raw.items()}


def _schema(pages: Pages) -> Found:
    """The file's own list of its tables; where its beginning is lost, its other pages are found by what is on them."""
    told = pages.table(1)
    if told.broken:
        told.rows |= {len(told.rows) + at: row for at, row in enumerate(pages.such(_tells_of_table).rows.values())}
    return told


def _tells_of_table(values: tuple[Held, ...]) -> bool:
    return len(values) == _OF_SCHEMA and values[0] in {"table", "index"} and isinstance(values[3], int)


def _read(pages: Pages, place: _Place) -> Found:
    """The rows at a table's place; none where it was guessed and others are there."""
    found = pages.table(place.root)
    if place.guessed and not (found.rows and all(map(place.wrote, found.rows.values()))):
        return Found()
    return found


def foreign_tables(content: bytes) -> bool:
    """Whether the file has tables or columns that no csdesk up to this one has made."""
    expected = _expected()
    for name, place in _told(_schema(Pages(content))).items():
        if name not in expected or not {c.name for c in place.columns} <= {c.name for c in expected[name].columns}:
            return True
    return False


def _places(found: Found) -> dict[str, _Place]:
    """Where the file says that each table is; else where it is in a book made by this csdesk."""
    told, expected = _told(found), _expected()
    taken = {place.root for place in told.values()}
    places: dict[str, _Place] = {}
    for name, own in expected.items():
        there = told.get(name)
        if there is None:
            if own.root not in taken:
                places[name] = own
        elif len(there.columns) <= len(own.columns) and not _renamed(there, own):
            places[name] = replace(there, lengths=own.lengths | there.lengths)
        else:
            places[name] = replace(own, root=there.root, guessed=False)
    return places


def _renamed(there: _Place, own: _Place) -> bool:
    """Whether names differ where nothing else does, as after damage to the text that tells them."""
    return len(there.columns) == len(own.columns) and {c.name for c in there.columns} != {c.name for c in own.columns}


def _told(found: Found) -> dict[str, _Place]:
    """The tables that the file's own first table lists."""
    places: dict[str, _Place] = {}
    for what, name, _, root, sql, *_ in (row for row in found.rows.values() if len(row) == _OF_SCHEMA):
        if what == "table" and isinstance(name, str) and isinstance(root, int) and isinstance(sql, str):
            columns = _columns(name, sql)
            if columns:
                places[name] = _Place(root, columns, frozenset({len(columns)}))
    return places


def _columns(name: str, sql: str) -> tuple[Column, ...]:
    """The columns that a statement makes; none where it cannot be understood."""
    if not sql.startswith("CREATE TABLE"):
        return ()
    with suppress(sqlite3.Error), closing(sqlite3.connect(":memory:")) as driver:
        driver.execute(sql)
        return _listed(driver, name)
    return ()


def _listed(driver: sqlite3.Connection, table: str) -> tuple[Column, ...]:
    wanted = 'SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid'
    return tuple(Column(name, kind, bool(needed)) for name, kind, needed in driver.execute(wanted, (table,)))


@cache
def _expected() -> dict[str, _Place]:
    """In a new book."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    tables = "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"
    with closing(sqlite3.connect(":memory:")) as driver:
        for statements in MIGRATIONS:
            for statement in statements:
                driver.execute(statement)
            for name, _ in driver.execute(tables).fetchall():
                lengths[name].add(len(_listed(driver, name)))
        return {
            name: _Place(root, _listed(driver, name), frozenset(lengths[name]), guessed=True)
            for name, root in driver.execute(tables).fetchall()
        }


def _adopt(stray: Found, raw: dict[str, Found], places: Mapping[str, _Place]) -> None:
    """Give a page's rows to the one table that could have written them all, unless a part of them is there already."""
    known = _kinds_told_by_log(stray.rows, raw.get("change", Found()), places)
    fits = [
        name
        for name, place in places.items()
        if all(map(place.wrote, stray.rows.values())) and not stray.rows.keys() & raw[name].rows.keys()
    ]
    wanted = [name for name in fits if name in known] or fits
    if len(wanted) == 1:
        raw[wanted[0]].rows |= stray.rows


def _kinds_told_by_log(rows: Collection[int], log: Found, places: Mapping[str, _Place]) -> set[str]:
    """Ids are given once in a book: whatever the log says of one is said of that very row."""
    if "change" not in places:
        return set()
    names = [column.name for column in places["change"].columns]
    kind, row = names.index("kind"), names.index("row_id")
    return {str(values[kind]) for values in log.rows.values() if len(values) > row and values[row] in rows}


def _held(value: Held, column: Column) -> Stored:
    """The value as its column holds it; None where it cannot."""
    if column.type == "TEXT":
        return value if isinstance(value, str) else None
    if column.type == "INTEGER":
        return value if isinstance(value, int) else None
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _fitted(found: Found, columns: tuple[Column, ...]) -> Salvaged:
    known = {name for place in _expected().values() for name in (column.name for column in place.columns)}
    salvaged = Salvaged(broken=found.broken)
    for number, values in sorted(found.rows.items()):
        row: dict[str, Stored] = {}
        for column, value in zip(columns, values, strict=False):
            if column.name in known:
                row[column.name] = _held(value, column)
                if value is not None and row[column.name] is None:
                    salvaged.misfits.append(Misfit(number, column.name, _seen(value)))
        if "id" in row:
            row["id"] = number
        salvaged.rows[number] = row
    return salvaged


def _seen(value: Held) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
