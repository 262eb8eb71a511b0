"""Rows and the sum of their digests by kind, kept beside the rows: damage that SQLite cannot see shows as a difference.

Like the log, the tally is written in the transaction that changes the rows, from that change alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import islice
from struct import unpack
from typing import Any, TypeAlias

from sqlalchemy import Connection, CursorResult

from csdesk.book.columns import layout
from csdesk.models.kinds import Kind

Tally: TypeAlias = dict[Kind, tuple[int, int]]
"""Rows and the sum of their digests."""

MASK = 2**62 - 1
_AT_A_TIME = 2000


def digest(text: bytes) -> int:
    """Of one row, from its JSON text: 62 bits."""
    return int.from_bytes(blake2b(text, digest_size=8).digest(), "big") & MASK


def plus(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """Rows and sum of digests of both together; the numbers of `other` may be negative."""
    return one[0] + other[0], (one[1] + other[1]) & MASK


def summed(texts: Iterable[bytes]) -> tuple[int, int]:
    """How many rows, and the sum of their digests, from their JSON texts."""
    count = total = 0
    waiting = iter(texts)
    while some := b"".join([blake2b(text, digest_size=8).digest() for text in islice(waiting, _AT_A_TIME)]):
        numbers = unpack(f">{len(some) // 8}Q", some)
        count += len(numbers)
        total += sum(numbers)  # what is above the 62 bits goes with the rest
    return count, total & MASK


def counted(connection: Connection, kind: Kind, first: int = 0, last: int = 2**63 - 1) -> tuple[int, int]:
    """The tally of the rows as they stand, from a first id to a last. Bytes: damaged text cannot be decoded."""
    every = f'SELECT CAST({layout(kind).json()} AS BLOB) FROM "{kind}" WHERE id BETWEEN ? AND ?'
    return summed(text for (text,) in driver_rows(connection.exec_driver_sql(every, (first, last))))


def driver_rows(result: CursorResult[Any]) -> Iterator[tuple[Any, ...]]:
    """Rows as the driver gives them. By the ten thousand, SQLAlchemy's own take longer than SQLite does."""
    cursor: Any = result.cursor
    return iter(cursor)


def kept(connection: Connection) -> Tally:
    """The tally as it was written down."""
    every = connection.exec_driver_sql("SELECT CAST(kind AS BLOB), rows, digest FROM tally")
    named = {str(kind).encode(): kind for kind in Kind}
    return {named[kind]: (rows, total) for kind, rows, total in every if kind in named}


def rewrite(connection: Connection) -> None:
    """Write the tally down anew from the rows."""
    connection.exec_driver_sql("DELETE FROM tally")
    found = [(str(kind), *counted(connection, kind)) for kind in Kind]
    connection.exec_driver_sql("INSERT INTO tally (kind, rows, digest) VALUES (?, ?, ?)", found)


def add(connection: Connection, difference: Mapping[Kind, tuple[int, int]]) -> None:
    """Write down what a step has changed; either number may be negative."""
    found = [(rows, total % (MASK + 1), MASK, str(kind)) for kind, (rows, total) in difference.items()]
    if found:
        connection.exec_driver_sql("UPDATE tally SET rows = rows + ?, digest = (digest + ?) & ? WHERE kind = ?", found)
