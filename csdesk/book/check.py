"""Looking for damage: what SQLite can see, what the tally alone can see, and values that cannot be."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from csdesk.book import tally
from csdesk.book.damage import Damage, DamageKind
from csdesk.book.log_rules import LOG_FINDERS
from csdesk.book.names import account_in_book, title_in_book
from csdesk.book.row_rules import ROW_FINDERS, Acceptable, settings_finder
from csdesk.book.store import Store
from csdesk.models.kinds import Kind

Finder = Callable[[Connection], Iterator[Damage]]
Progress = Callable[[int, int], None]


def check(
    book: Store,
    acceptable: Acceptable = lambda _key, _text: True,
    progress: Progress = lambda _done, _whole: None,
) -> tuple[Damage, ...]:
    """Every damage there is to see; empty for a sound book. A part that cannot be read is itself a finding.

    `acceptable` says whether a setting may hold a text. `progress` may raise to stop.
    """
    finders = (*_FINDERS, settings_finder(acceptable))
    found: list[Damage] = []
    with book.reading() as connection:
        for done, finder in enumerate(finders):
            progress(done, len(finders))
            found += _found(finder, connection)
    progress(len(finders), len(finders))
    return tuple(found)


def _found(finder: Finder, connection: Connection) -> Iterator[Damage]:
    try:
        for damage in finder(connection):
            yield _named(damage, connection)
    except (DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as failure:
        yield Damage(DamageKind.FILE, {"detail": str(getattr(failure, "orig", failure))})
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as failure:  # no value of ours
        yield Damage(DamageKind.FILE, {"detail": type(failure).__name__})


def _named(damage: Damage, connection: Connection) -> Damage:
    """With the name of its row and of that row's account, where these can be read."""
    if "row" not in damage.details:
        return damage
    kind, row = Kind(str(damage.details["kind"])), int(str(damage.details["row"]))
    names: dict[str, str] = {}
    with suppress(DatabaseError, sqlite3.DatabaseError):
        names["name"] = title_in_book(connection, kind, row)
        names["account"] = account_in_book(connection, kind, row)
    return Damage(damage.what, {**damage.details, **names})


def _file(connection: Connection) -> Iterator[Damage]:
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if found != "ok":
            yield Damage(DamageKind.FILE, {"detail": found})


def _tallied(kind: Kind, connection: Connection) -> Iterator[Damage]:
    expected, expected_total = tally.kept(connection).get(kind, (0, 0))
    found, total = tally.counted(connection, kind)
    if found != expected:
        yield Damage(DamageKind.ROWS, {"kind": kind, "expected": expected, "found": found})
    elif total != expected_total:
        yield Damage(DamageKind.DIGEST, {"kind": kind})


_FINDERS: tuple[Finder, ...] = (
    _file,
    *(partial(_tallied, kind) for kind in Kind),
    *ROW_FINDERS,
    *LOG_FINDERS,
)
