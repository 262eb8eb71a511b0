"""Many rows that came at once, in the log: their entries are packed into one, a bundle, and told one by one when read.

A bundle stands for as many entries as it has rows, with ids that follow one another up to its own. It says what a block
says (see `blocks`); `packed` is what the entries say of their rows, and stays whether the rows are in their table or
not. Only rows that were never there before come so: theirs is the first entry of each.
"""

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Self

from sqlalchemy import Connection

from csdesk.book import log, tally
from csdesk.book.columns import Layout, Stored, layout
from csdesk.book.log import BULK, Entry
from csdesk.book.relations import present
from csdesk.book.row_texts import row_texts
from csdesk.models.kinds import Kind

MOST = 500
"""Rows of one bundle: to look at one of them all are unpacked."""
_LONG = 1 << 20
"""Letters from which a bundle is parted."""
_LONGEST = 64 << 20
"""Bytes of the longest bundle that is unpacked; more, in a file that others made, would eat up the memory."""
IS_BUNDLE = f"packed IS NOT NULL AND kind NOT IN ({', '.join(f'{kind!r}' for kind in sorted(map(str, BULK)))})"
"""The condition that an entry is a bundle."""


class Writer:
    """Logs rows that were inserted unlogged, under ids that follow one another. A thread packs what is said of them
    while the next are made: it is written with these, or when it is settled, and before anything else is logged it
    must be."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._thread = ThreadPoolExecutor(1)
        self._waiting: list[tuple[str, range, int, str, Future[str]]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        if failed is None:
            self.settle()
        self._thread.shutdown(cancel_futures=True)

    def write(self, of: Layout, columns: Mapping[str, Sequence[Stored]], ids: range) -> None:
        """Log the rows of one kind that were inserted last."""
        texts = row_texts(self._connection, of, columns)
        self.settle()
        for part in _parts(texts):
            whole = "\n".join(texts[part]).encode()
            packed = self._thread.submit(_pack, whole)
            count, total = tally.summed(whole.split(b"\n"))
            accounts = _accounts(self._connection, of, columns, ids, part)
            side = json.dumps({"rows": count, "digest": total, "accounts": accounts}, separators=(",", ":"))
            self._waiting.append((str(of.kind), ids[part], count, side, packed))

    def settle(self) -> None:
        """Write what waits."""
        if not self._waiting:
            return
        step = log.open_step(self._connection)
        last = self._connection.exec_driver_sql("SELECT ifnull(max(id), 0) FROM change").scalar_one()
        entries = []
        for kind, run, count, side, packed in self._waiting:
            last += count
            entries.append((last, step, kind, run[0], run[-1], side, packed.result()))
        logged = "INSERT INTO change (id, step_id, kind, row_id, last_id, after, packed) VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._connection.exec_driver_sql(logged, entries)
        self._waiting.clear()


def _parts(texts: Sequence[str]) -> Iterator[slice]:
    """What is to be one bundle each: so many rows, or fewer where they are long."""
    starts = range(0, len(texts), MOST)
    waiting = [slice(start, min(start + MOST, len(texts))) for start in reversed(starts)]
    while waiting:
        part = waiting.pop()
        middle = (part.start + part.stop) // 2
        if part.start < middle and sum(map(len, texts[part])) > _LONG:
            waiting += [slice(middle, part.stop), slice(part.start, middle)]
        else:
            yield part


def _pack(whole: bytes) -> str:
    return json.dumps(b64encode(zlib.compress(whole, 1)).decode())


def _accounts(
    connection: Connection, of: Layout, columns: Mapping[str, Sequence[Stored]], ids: range, part: slice
) -> list[int]:
    if of.account == "id":
        return list(ids[part])
    column = columns.get("row_id" if of.kind is Kind.CUSTOM_VALUE else of.account or "", ())
    named: set[Any] = {*column[part]} - {None}
    return sorted(present(connection, Kind.ACCOUNT, named) if of.kind is Kind.CUSTOM_VALUE else named)


def entries(connection: Connection, step: int) -> Iterator[Entry]:
    """A step's entries in the order in which they were made, those of bundles one by one."""
    return spread(connection, log.entries(connection, step))


def spread(connection: Connection, found: Iterable[Entry], *, latest_first: bool = False) -> Iterator[Entry]:
    """Entries, and in the place of each bundle those it stands for."""
    for entry in found:
        if entry.bundled:
            told = unbundled(entry, _packed(connection, entry))
            yield from reversed(told) if latest_first else told
        else:
            yield entry


def unbundled(bundle: Entry, packed: str) -> list[Entry]:
    """The entries that a bundle stands for. ValueError where it is not as csdesk writes it."""
    of, texts = layout(Kind(bundle.kind)), unpacked(packed).split("\n")
    first = bundle.row_id
    if first + len(texts) - 1 != bundle.last_id:
        raise ValueError(bundle.id)
    accounts = _Accounts(of, bundle)
    number = bundle.id - len(texts) + 1
    return [
        Entry(number + at, bundle.kind, first + at, None, accounts.of_row(first + at, text), None, text)
        for at, text in enumerate(texts)
    ]


def unpacked(packed: str) -> str:
    """What is packed: the JSON of each row in a line of its own. ValueError where it cannot be unpacked."""
    try:
        unpacking = zlib.decompressobj()
        whole = unpacking.decompress(b64decode(json.loads(packed), validate=True), _LONGEST)
    except zlib.error as failure:
        raise ValueError(packed[:20]) from failure
    if not unpacking.eof:
        raise ValueError(packed[:20])
    return whole.decode()


class _Accounts:
    """Whose the rows of a bundle are, as the column says that tells it."""

    def __init__(self, of: Layout, bundle: Entry) -> None:
        self._own_id = of.account == "id"
        column = "row_id" if of.kind is Kind.CUSTOM_VALUE else of.account
        # No text holds it, for in texts a mark of quotation has another letter before it.
        self._sought = None if column is None else re.compile(f',"{column}":([0-9]+)').search
        self._named = frozenset(bundle.block["accounts"])

    def of_row(self, row: int, text: str) -> int | None:
        if self._own_id:
            return row
        found = self._sought(text) if self._sought else None
        account = int(found[1]) if found else None
        return account if account in self._named else None


def of_row(connection: Connection, kind: Kind, row: int) -> Entry | None:
    """The entry by which a row came, where that is in a bundle."""
    wanted = (
        f"SELECT {', '.join(Entry._fields)} FROM change WHERE row_id BETWEEN ? AND ? AND last_id >= ? AND kind = ? "
        f"AND {IS_BUNDLE} ORDER BY row_id DESC LIMIT 1"
    )
    found = connection.exec_driver_sql(wanted, (row - MOST + 1, row, row, str(kind))).first()
    if found is None:
        return None
    bundle = Entry._make(found)
    return unbundled(bundle, _packed(connection, bundle))[row - bundle.row_id]


def undo_bundles(connection: Connection, rows: Iterable[int]) -> None:
    """Write the entries of every bundle that tells of one of these rows one by one, for such as must change."""
    wanted = (
        f"SELECT DISTINCT {', '.join(f'c.{name}' for name in Entry._fields)}, c.step_id FROM json_each(?) "
        f"JOIN change c ON c.row_id BETWEEN value - {MOST - 1} AND value AND c.last_id >= value WHERE {IS_BUNDLE}"
    )
    for *told, step in connection.exec_driver_sql(wanted, (json.dumps(list(rows)),)).all():
        bundle = Entry._make(told)
        single = unbundled(bundle, _packed(connection, bundle))
        connection.exec_driver_sql("DELETE FROM change WHERE id = ?", (bundle.id,))
        connection.exec_driver_sql(
            "INSERT INTO change (id, step_id, kind, row_id, account_id, after) VALUES (?, ?, ?, ?, ?, ?)",
            [(one.id, step, one.kind, one.row_id, one.account_id, one.after) for one in single],
        )


def standing(connection: Connection, kind: Kind) -> Iterator[tuple[int, str]]:
    """Rows of a kind as they came in bundles, by steps that stand; what cannot be read is passed over."""
    wanted = (
        f"SELECT {', '.join(f'c.{name}' for name in Entry._fields)}, packed FROM change c JOIN step s "
        f"ON s.id = c.step_id WHERE s.state = 'done' AND c.kind = ? AND {IS_BUNDLE}"
    )
    for *told, packed in connection.exec_driver_sql(wanted, (str(kind),)):
        with suppress(LookupError, TypeError, ValueError):
            yield from ((one.row_id, one.after or "") for one in unbundled(Entry._make(told), packed))


def unsound(connection: Connection) -> int:
    """How many bundles are not as csdesk writes them."""
    wanted = f"SELECT {', '.join(Entry._fields)}, packed FROM change WHERE {IS_BUNDLE}"
    return sum(
        not _sound(connection, Entry._make(told), packed) for *told, packed in connection.exec_driver_sql(wanted)
    )


def _sound(connection: Connection, bundle: Entry, packed: str) -> bool:
    """Whether a bundle tells of the rows that it says, and has their ids in the log to itself."""
    among = "SELECT EXISTS (SELECT 1 FROM change WHERE id > ? AND id < ?)"
    try:
        found = unbundled(bundle, packed)
        told = tally.summed((one.after or "").encode() for one in found)
        rows = [json.loads(one.after or "") for one in found]
        said = bundle.block
        column = "row_id" if bundle.kind == Kind.CUSTOM_VALUE else layout(Kind(bundle.kind)).account
        named = {row[column] for row in rows if column in row}
    except (LookupError, TypeError, ValueError):
        return False
    return (
        bundle.before is None
        and told == (said["rows"], said["digest"])
        and [row.get("id") for row in rows] == [one.row_id for one in found]
        and (named >= {*said["accounts"]} if bundle.kind == Kind.CUSTOM_VALUE else named == {*said["accounts"]})
        and not connection.exec_driver_sql(among, (found[0].id - 1, bundle.id)).scalar()
    )


def of_account(account: int) -> str:
    """The condition that an entry `c` is a bundle with rows of an account. That its number stands there at all is
    found at once."""
    listed = f"instr(c.after, '{account:d}') AND {account:d} IN (SELECT value FROM json_each(c.after, '$.accounts'))"
    return f"c.account_id IS NULL AND c.last_id IS NOT NULL AND {IS_BUNDLE.replace('packed', 'c.packed')} AND {listed}"


def begun_before(number: int) -> str:
    """The condition that an entry `c`, or one of those that it stands for, comes before a number."""
    return f"c.id < {number + MOST - 1:d} AND c.id - (ifnull(c.last_id, c.row_id) - c.row_id) < {number:d}"


def _packed(connection: Connection, bundle: Entry) -> str:
    return str(connection.exec_driver_sql("SELECT packed FROM change WHERE id = ?", (bundle.id,)).scalar_one())
