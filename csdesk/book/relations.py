"""How the rows of one kind lean on those of another, which of them are there, and what they hold."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from csdesk.book import tally
from csdesk.book.columns import layout
from csdesk.models.kinds import Kind
from csdesk.models.tables import metadata

REFER_TO_ANY = (Kind.CUSTOM_VALUE, Kind.SOURCE)
"""Kinds whose `row_id` names a row of any kind."""
_TABLES = [table for table in metadata.sorted_tables if table.name in set(Kind)]
ORDER = (*(Kind(table.name) for table in _TABLES if table.name not in REFER_TO_ANY), *REFER_TO_ANY)
"""Every kind after those that its rows refer to."""
GOES_WITH = {
    Kind(table.name): (
        *(key.parent.name for key in table.foreign_keys if key.ondelete == "CASCADE"),
        *(("row_id",) if table.name in REFER_TO_ANY else ()),
    )
    for table in _TABLES
}
"""Columns that name the rows without which a row cannot be."""

PARTS = {Kind.PLAY_STEP: (Kind.PLAY, "play_id")}
"""Kinds whose rows are parts of one that a person deletes, other than an account: of which kind, and what names it."""


def leaning(target: Kind) -> Iterable[tuple[Kind, str]]:
    """The kinds and columns that may refer to a row of that kind."""
    for kind in ORDER:
        yield from ((kind, column) for column, to in layout(kind).references.items() if to is target)
    if target not in REFER_TO_ANY:
        yield from ((kind, "row_id") for kind in REFER_TO_ANY)


def present(connection: Connection, kind: Kind, rows: Iterable[int]) -> set[int]:
    """Which of these rows the book holds."""
    wanted = f'SELECT id FROM "{kind}" WHERE id IN (SELECT value FROM json_each(?))'
    return {row for (row,) in connection.exec_driver_sql(wanted, (json.dumps(sorted(set(rows))),))}


def held(connection: Connection, kind: Kind, rows: Iterable[int]) -> dict[int, dict[str, Any]]:
    """Rows by id as the book holds them, as the log's JSON has them: without their NULLs."""
    wanted = f'SELECT id, {layout(kind).json()} FROM "{kind}" WHERE id IN (SELECT value FROM json_each(?))'
    found = connection.exec_driver_sql(wanted, (json.dumps(list(rows)),))
    return {row: json.loads(values) for row, values in tally.driver_rows(found)}
