"""Bulk rows in the log: one entry stands for all rows of one kind from a first id to a last.

The side of such an entry on which there are rows says how many, the sum of their digests, and their accounts. The rows
themselves are in their table; while they must not be there (undone, or taken back) the entry holds them `packed`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from csdesk.book import inserting, log, tally
from csdesk.book.columns import Layout, Stored, layout
from csdesk.book.log import Entry
from csdesk.book.row_texts import row_texts
from csdesk.models.kinds import Kind


class BlockChanged(Exception):
    """The rows of a block are no longer those that were logged."""


def insert(connection: Connection, of: Layout, names: Sequence[str], rows: Sequence[tuple[Stored, ...]]) -> None:
    """Insert rows, values by name, the id first; ids follow one another. With a step open they are logged as one
    block."""
    connection.exec_driver_sql(of.insert(names), rows)
    step, first, last = log.open_step(connection), rows[0][0], rows[-1][0]
    if step is not None:
        assert isinstance(first, int)
        assert isinstance(last, int)
        count, total = tally.counted(connection, of.kind, first, last)
        side = _text({"rows": count, "digest": total, "accounts": _accounts(of, names, rows)})
        _log(connection, (step, str(of.kind), first, last, None, side, None))


def insert_columns(connection: Connection, of: Layout, columns: Mapping[str, Sequence[Stored]], ids: range) -> None:
    """Insert rows that are told column by column, under ids that follow one another, logged as one block."""
    inserting.insert(connection, of, columns)
    count, total = tally.summed("\n".join(row_texts(connection, of, columns)).encode().split(b"\n"))
    named = {*columns.get(of.account or "", ())} - {None}
    side = _text({"rows": count, "digest": total, "accounts": sorted(named)})
    _log(connection, (log.open_step(connection), str(of.kind), ids[0], ids[-1], None, side, None))


def remove(connection: Connection, entry: Entry) -> None:
    """Take a block's rows out of their table, into its entry: in undo and redo, where no step is open."""
    of, first, last = layout(Kind(entry.kind)), entry.row_id, entry.last_id or 0
    if tally.counted(connection, of.kind, first, last) != (entry.block["rows"], entry.block["digest"]):
        raise BlockChanged
    packed = _taken(connection, of, first, last)
    connection.exec_driver_sql("UPDATE change SET packed = ? WHERE id = ?", (packed, entry.id))


def take_out(connection: Connection, of: Layout, first: int, last: int) -> None:
    """Take a block's rows, or a part of them, out of their table; they are logged as a block that went."""
    count, total = tally.counted(connection, of.kind, first, last)
    where = f'"{of.kind}" WHERE id BETWEEN ? AND ?'
    accounts: list[int] = []
    if of.account is not None:
        found = connection.exec_driver_sql(f"SELECT DISTINCT {of.account} FROM {where} ORDER BY 1", (first, last))
        accounts = [account for (account,) in found]
    side = _text({"rows": count, "digest": total, "accounts": accounts})
    with log.paused(connection) as step:
        _log(connection, (step, str(of.kind), first, last, side, None, _taken(connection, of, first, last)))


def _taken(connection: Connection, of: Layout, first: int, last: int) -> str:
    where = f'"{of.kind}" WHERE id BETWEEN ? AND ?'
    rows = connection.exec_driver_sql(f"SELECT {of.listed} FROM {where}", (first, last))
    packed = _text({"columns": of.names, "rows": [tuple(row) for row in rows]})
    connection.exec_driver_sql(f"DELETE FROM {where}", (first, last))
    return packed


def packed_rows(connection: Connection, entry: Entry) -> list[dict[str, Stored]]:
    """The rows that an entry holds, by column name."""
    return rows_in(connection.exec_driver_sql("SELECT packed FROM change WHERE id = ?", (entry.id,)).scalar_one())


def rows_in(text: str) -> list[dict[str, Stored]]:
    """The rows that are packed in a text, by column name."""
    packed = json.loads(text)
    return [dict(zip(packed["columns"], row, strict=True)) for row in packed["rows"]]


def put_back(connection: Connection, entry: Entry) -> None:
    """Put a block's packed rows into their table."""
    of = layout(Kind(entry.kind))
    rows = [of.row(values) for values in packed_rows(connection, entry)]
    connection.exec_driver_sql(of.insert(), rows)
    connection.exec_driver_sql("UPDATE change SET packed = NULL WHERE id = ?", (entry.id,))


def _accounts(of: Layout, names: Sequence[str], rows: Iterable[tuple[Stored, ...]]) -> list[int]:
    if of.account not in names:
        return []
    at = names.index(of.account)
    return sorted({account for row in rows if isinstance(account := row[at], int)})


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _log(connection: Connection, values: tuple[Stored, ...]) -> None:
    columns = "step_id, kind, row_id, last_id, before, after, packed"
    connection.exec_driver_sql(f"INSERT INTO change ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
