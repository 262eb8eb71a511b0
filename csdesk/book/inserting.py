"""Inserting many new rows column by column, many with each statement, logged by nobody."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from csdesk.book.columns import Layout, Stored
from csdesk.models.rows import all_alike

_EACH = 250
"""Rows of one statement; one by one, each takes nearly twice as long."""


def insert(connection: Connection, of: Layout, columns: Mapping[str, Sequence[Stored]]) -> None:
    """Insert rows; the triggers must be at rest. Of columns that hold nothing but their default the table knows it."""
    told = {name: values for name, values in columns.items() if not _is_default(of, name, values)}
    rows = len(columns["id"])
    flat = chain.from_iterable(zip(*told.values(), strict=True))
    _run(connection, of.insert(told, _EACH), [tuple(islice(flat, _EACH * len(told))) for _ in range(rows // _EACH)])
    _run(connection, of.insert(told), [tuple(islice(flat, len(told))) for _ in range(rows % _EACH)])


@contextmanager
def unindexed(connection: Connection, of: Layout, count: int, pause: Callable[[], object]) -> Iterator[None]:
    """Insert so many rows: where they are more than the table holds its indexes are made anew behind them, which takes
    a third of the time. `pause` is called before each, and may raise to stop: what fails meanwhile takes the
    transaction back, and so brings the indexes back as well."""
    held = connection.exec_driver_sql("SELECT rows FROM tally WHERE kind = ?", (str(of.kind),)).scalar() or 0
    wanted = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
    indexes = connection.exec_driver_sql(wanted, (str(of.kind),)).all() if count > held else ()
    for name, _ in indexes:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    yield
    for _, statement in indexes:
        pause()
        connection.exec_driver_sql(statement)


def _is_default(of: Layout, name: str, values: Sequence[Any]) -> bool:
    return name != "id" and values[0] == of.defaults[name] and all_alike(values)


def _run(connection: Connection, statement: str, rows: list[tuple[Stored, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)
