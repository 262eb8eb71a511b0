"""Reading the book: plain SELECTs that give values as Python has them, and frozen records."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeAlias

from sqlalchemy import Connection

from csdesk.book.columns import Layout, Stored, layout, read_moment, written_moment
from csdesk.book.errors import damage_told
from csdesk.book.packed_places import packed_places
from csdesk.book.store import Store
from csdesk.book.tally import driver_rows
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, StepName
from csdesk.models.rows import RowColumns
from csdesk.models.uses import GRAINS, UseColumns

_AT_A_TIME = 5000

Wanted: TypeAlias = Mapping[str, Value | Collection[Value]]
"""By column the value it must hold, or any of several; None asks for rows without one."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row came from: file, sheet ('' for text files), line, and when it was read; `others` are further lines
    that the row is the sum of."""

    file: str
    sheet: str
    line: int
    at: datetime
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """One file of an import that stands. `step` takes it back, None where it is no longer known; `tables` and `counts`
    are JSON as the import wrote them."""

    id: int
    step: int | None
    at: datetime
    who: str
    file: str
    tables: str
    counts: str


@dataclass(frozen=True, slots=True)
class LastStep:
    """The step that a row is as it is by."""

    at: datetime
    who: str
    subject: str


def rows(book: Store, kind: Kind, *, where: Wanted | None = None) -> list[dict[str, Value]]:
    """Rows by column name, in the order in which they were added. Moments are in UTC, without a zone."""
    of = layout(kind)
    conditions, values = _conditions(of, where or {})
    with book.reading() as connection, damage_told(book.path):
        found = connection.exec_driver_sql(f'SELECT {of.listed} FROM "{kind}" WHERE {conditions} ORDER BY id', values)
        return [of.native(row) for row in found]


def known(book: Store, kinds: Iterable[Kind]) -> dict[Kind, tuple[dict[str, Value], ...]]:
    """All rows of several kinds, as they stand at one moment."""
    with book.reading():
        return {kind: tuple(rows(book, kind)) for kind in kinds}


def compared(
    book: Store, kinds: Iterable[Kind], pause: Callable[[], object] = lambda: None
) -> dict[Kind, Sequence[Mapping[str, Value]]]:
    """All rows of several kinds, as they stand at one moment; contract lines and rows of use, which may be many, by
    column. `pause` is called every now and then, and may raise to stop."""
    with book.reading():
        return {kind: _compared(book, kind, pause) for kind in kinds}


def _compared(book: Store, kind: Kind, pause: Callable[[], object]) -> Sequence[Mapping[str, Value]]:
    if kind is Kind.USE:
        return uses(book, pause)
    return by_column(book, kind, pause) if kind is Kind.CONTRACT else rows(book, kind)


def by_column(book: Store, kind: Kind, pause: Callable[[], object]) -> RowColumns:
    """All rows of a kind, the values of each column together; of columns without any value nothing is read.
    `pause` as in `compared`."""
    of = layout(kind)
    counts = ", ".join(f'count("{name}")' for name in of.names)
    with book.reading() as connection, damage_told(book.path, TypeError, ValueError):
        (told,) = driver_rows(connection.exec_driver_sql(f'SELECT {counts} FROM "{kind}"'))
        names = ["id", *(name for name, count in zip(of.names, told, strict=True) if count and name != "id")]
        columns: list[list[Any]] = [[] for _ in names]
        listed = ", ".join(f'"{name}"' for name in names)
        read = driver_rows(connection.exec_driver_sql(f'SELECT {listed} FROM "{kind}" ORDER BY id'))
        while part := list(islice(read, _AT_A_TIME)):
            for column, values in zip(columns, zip(*part, strict=True), strict=True):
                column.extend(values)
            pause()
        ids, *held = columns
        native = {name: _native(of, name, column) for name, column in zip(names[1:], held, strict=True)}
        return RowColumns(ids, native, of.names[1:])


def _native(of: Layout, name: str, column: Sequence[Any]) -> Sequence[Value]:
    """A column as Python has it; equal values are read once."""
    read = of.readers.get(name)
    if read is None:
        return column
    made = {held: None if held is None else read(held) for held in set(column)}
    return [made[held] for held in column]


def uses(book: Store, pause: Callable[[], object] = lambda: None) -> UseColumns:
    """All rows of use."""
    found, ordinals, grains = UseColumns(), dict[str, int](), {grain.value: at for at, grain in enumerate(GRAINS)}
    wanted = "SELECT id, account_id, ifnull(contact_id, 0), measure_id, on_date, grain, amount FROM use ORDER BY id"
    with book.reading() as connection, damage_told(book.path, TypeError, KeyError):
        read = driver_rows(connection.exec_driver_sql(wanted))
        while part := list(islice(read, _AT_A_TIME)):
            pause()
            ids, accounts, contacts, measures, days, words, amounts = zip(*part, strict=True)
            for day in set(days).difference(ordinals):
                ordinals[day] = date.fromisoformat(day).toordinal()
            found.add(ids=ids, accounts=accounts, contacts=contacts, measures=measures, amounts=amounts)
            found.add(days=map(ordinals.__getitem__, days), grains=map(grains.__getitem__, words))
    return found


def custom_values(book: Store, kind: Kind) -> dict[int, dict[str, str]]:
    """The values of own columns by row, then by heading."""
    wanted = "SELECT row_id, name, value FROM custom_value JOIN custom_field f ON f.id = field_id WHERE kind = ?"
    found: dict[int, dict[str, str]] = {}
    with book.reading() as connection:
        for row, name, value in connection.exec_driver_sql(wanted, (str(kind),)):
            found.setdefault(row, {})[name] = value
    return found


def sources(book: Store, kind: Kind, ids: Sequence[int]) -> dict[int, Source]:
    """Where rows came from, each by the latest import that made or changed it: of rows of long lists the places are
    packed, and later ones, with which they were changed, are not. Rows of use always come so."""
    wanted = (
        "SELECT row_id, file, sheet, line, at FROM source JOIN batch ON batch.id = batch_id "
        "WHERE kind = ? AND row_id IN (SELECT value FROM json_each(?)) ORDER BY at, source.id"
    )
    with book.reading() as connection:
        packed = _packed(connection, ids) if kind in {Kind.USE, Kind.CONTRACT} else {}
        found = connection.exec_driver_sql(wanted, (str(kind), json.dumps(list(ids))))
        return packed | {row: Source(file, sheet, line, read_moment(at)) for row, file, sheet, line, at in found}


def _packed(connection: Connection, ids: Sequence[int]) -> dict[int, Source]:
    batches = {
        number: (file, read_moment(at))
        for number, file, at in connection.exec_driver_sql("SELECT id, file, at FROM batch")
    }
    found = {}
    for row, place in packed_places(connection, ids).items():
        (file, at), (first, *others) = batches[place.batch], place.lines
        found[row] = Source(file, place.sheet, first, at, tuple(others))
    return found


def brought_by(book: Store, kind: Kind, ids: Collection[int]) -> dict[int, str]:
    """The files of the import that brought each row, where one did: of rows that are too many for a place each."""
    wanted = (
        "SELECT row_id, ifnull(last_id, row_id), subject FROM change JOIN step ON step.id = step_id "
        "WHERE kind = ? AND after IS NOT NULL AND state = 'done' AND name = ? ORDER BY step.id"
    )
    sought, files = sorted(ids), dict[int, str]()
    with book.reading() as connection:
        for first, last, subject in connection.exec_driver_sql(wanted, (str(kind), str(StepName.IMPORT))):
            files |= dict.fromkeys(sought[bisect_left(sought, first) : bisect_right(sought, last)], subject)
    return files


def last_steps(book: Store, kind: Kind) -> dict[int, LastStep]:
    """Of the rows of a kind, the step that made or changed each last, as far as it is still known."""
    wanted = (
        "SELECT row_id, ifnull(last_id, row_id), at, who, subject FROM change JOIN step ON step.id = step_id "
        "WHERE kind = ? AND after IS NOT NULL AND state = 'done' ORDER BY step.id"
    )
    with book.reading() as connection:
        found = connection.exec_driver_sql(wanted, (str(kind),))
        return {
            row: LastStep(read_moment(at), who, subject)
            for first, last, at, who, subject in found
            for row in range(first, last + 1)
        }


def settings(book: Store) -> dict[str, str]:
    """The team's settings as they are stored."""
    with book.reading() as connection:
        return {row.key: row.value for row in connection.exec_driver_sql("SELECT key, value FROM setting")}


def former_setting(book: Store, key: str, at: datetime) -> str | None:
    """A setting as it was stored at a moment, by what the next change to it replaced; None where it was not."""
    wanted = (
        "SELECT c.before FROM change c JOIN step s ON s.id = c.step_id WHERE c.kind = 'setting' AND s.at > ? AND "
        "json_extract(coalesce(c.before, c.after), '$.key') = ? ORDER BY c.id LIMIT 1"
    )
    with book.reading() as connection:
        changed = connection.exec_driver_sql(wanted, (written_moment(at), key)).first()
    if changed is None:
        return settings(book).get(key)
    return str(json.loads(changed.before)["value"]) if changed.before else None


def former_dimensions(book: Store, account: int, at: datetime) -> dict[str, str]:
    """Fields and own columns (`custom:NAME`) of an account as they were at a moment, of those that have changed since:
    by what the next change replaced. Rows that came in bundles never were there before, so these need no look."""
    changed = (
        "SELECT c.before FROM change c JOIN step s ON s.id = c.step_id WHERE c.kind = 'account' AND c.row_id = ? "
        "AND s.at > ? AND c.before IS NOT NULL AND c.last_id IS NULL ORDER BY c.id LIMIT 1"
    )
    own = (
        "SELECT f.name, c.before FROM change c JOIN step s ON s.id = c.step_id "
        "JOIN custom_field f ON f.id = json_extract(coalesce(c.before, c.after), '$.field_id') "
        "WHERE c.kind = 'custom_value' AND c.account_id = ? AND s.at > ? AND c.last_id IS NULL ORDER BY c.id DESC"
    )
    since = (account, written_moment(at))
    with book.reading() as connection:
        row = connection.exec_driver_sql(changed, since).first()
        fields = json.loads(row.before) if row else {}
        told = {name: str(value or "") for name, value in fields.items()}
        for name, before in connection.exec_driver_sql(own, since):
            told[f"custom:{name}"] = str(json.loads(before)["value"] or "") if before else ""
    return told


def batches(book: Store) -> list[Batch]:
    """The imports that stand, newest first; their tables without the places of long lists."""
    wanted = (
        "SELECT b.id, max(s.id), b.at, b.who, b.file, "
        "CASE WHEN json_valid(b.tables) THEN ("
        "SELECT json_group_array(json(CASE type WHEN 'object' THEN value ELSE json_quote(value) END)) "
        "FROM json_each(b.tables) WHERE CASE type WHEN 'object' THEN json_type(value, '$.use') IS NULL ELSE 1 END"
        ") ELSE b.tables END, b.counts FROM batch b "
        "LEFT JOIN change c ON c.row_id = b.id AND c.kind = 'batch' AND c.after IS NOT NULL "
        "LEFT JOIN step s ON s.id = c.step_id AND s.state = 'done' GROUP BY b.id ORDER BY b.at DESC, b.id DESC"
    )
    with book.reading() as connection:
        return [
            Batch(number, step, read_moment(at), who, file, tables, counts)
            for number, step, at, who, file, tables, counts in connection.exec_driver_sql(wanted)
        ]


def _conditions(of: Layout, where: Wanted) -> tuple[str, tuple[Stored, ...]]:
    conditions = ["TRUE"]
    values: list[Stored] = []
    for name, value in where.items():
        if isinstance(value, Collection) and not isinstance(value, str):
            conditions.append(f'"{name}" IN (SELECT value FROM json_each(?))')
            values.append(json.dumps([of.sought(name, one) for one in value]))
        else:
            conditions.append(f'"{name}" IS ?')
            values.append(of.sought(name, value))
    return " AND ".join(conditions), tuple(values)
