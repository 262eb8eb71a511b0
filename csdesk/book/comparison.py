"""How the rows of one book file differ from those of another, neither being touched."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from csdesk.book.backup_list import state_of
from csdesk.book.columns import layout
from csdesk.book.errors import BookDamaged, translated
from csdesk.book.names import title
from csdesk.book.store import uri_for_reading
from csdesk.models.kinds import Kind

_NAMED = 3
"""Rows of a difference that are told by name."""


@dataclass(frozen=True, slots=True)
class Some:
    """So many rows, the names of the first, or of the accounts they belong to, and whether there are `more`."""

    count: int
    names: tuple[str, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one kind: rows that came, that went, and that are otherwise, from the earlier to the later."""

    kind: Kind
    added: Some
    gone: Some
    changed: Some


def differences(earlier: Path, later: Path) -> tuple[Difference, ...]:
    """By kind, in the order of the kinds, what is not the same in both. Raises BookError: of the file that cannot be
    read. A kind that an earlier version did not know is left out: it holds what the book notes for itself."""
    then, now = state_of(earlier), state_of(later)
    differing = {kind for kind, _, _ in then ^ now}
    with translated(earlier), closing(sqlite3.connect(":memory:", uri=True)) as connection:
        for name, path in (("was", earlier), ("now", later)):
            connection.execute("ATTACH DATABASE ? AS " + name, (uri_for_reading(path),))
            found = connection.execute(f"PRAGMA {name}.quick_check(1)").fetchone()[0]
            if found != "ok":
                raise BookDamaged(path, found)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("BEGIN")  # one moment of a book that others may be writing to
        told = (_difference(connection, kind) for kind in Kind if kind in differing and _columns(connection, kind))
        return tuple(one for one in told if one.added.count or one.gone.count or one.changed.count)


def _difference(connection: sqlite3.Connection, kind: Kind) -> Difference:
    columns = _columns(connection, kind)
    only = '{one}."{kind}" r WHERE r.id NOT IN (SELECT id FROM {other}."{kind}")'
    values = [", ".join(f'{of}."{name}"' for name in columns) for of in ("r", "o")]
    changed = f'now."{kind}" r JOIN was."{kind}" o ON o.id = r.id WHERE ({values[0]}) IS NOT ({values[1]})'
    return Difference(
        kind,
        _some(connection, kind, columns, "now", only.format(one="now", other="was", kind=kind)),
        _some(connection, kind, columns, "was", only.format(one="was", other="now", kind=kind)),
        _some(connection, kind, columns, "now", changed),
    )


def _columns(connection: sqlite3.Connection, kind: Kind) -> list[str]:
    """What both versions of the table have."""
    there = [
        {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?, ?)", (str(kind), of))}
        for of in ("was", "now")
    ]
    return [name for name in layout(kind).names if all(name in names for names in there)]


def _some(connection: sqlite3.Connection, kind: Kind, columns: Sequence[str], of: str, which: str) -> Some:
    count = connection.execute(f"SELECT count(*) FROM {which}").fetchone()[0]
    if not count:
        return Some(0, (), more=False)
    listed = ", ".join(f'r."{name}"' for name in columns)
    rows = connection.execute(f"SELECT {listed} FROM {which} ORDER BY r.id LIMIT {_NAMED}")
    names = dict.fromkeys(_names(connection, kind, columns, of, rows))
    return Some(count, tuple(filter(None, names)), more=count > _NAMED)


def _names(
    connection: sqlite3.Connection, kind: Kind, columns: Sequence[str], of: str, rows: sqlite3.Cursor
) -> Iterator[str]:
    """What belongs to an account, other than its people, is best known by that account."""
    for row in rows.fetchall():
        values = dict(zip(columns, row, strict=True))
        account = None if kind is Kind.CONTACT else values.get("account_id")
        found = connection.execute(f"SELECT name FROM {of}.account WHERE id = ?", (account,)).fetchone()
        yield found[0] if found else title(kind, values)
