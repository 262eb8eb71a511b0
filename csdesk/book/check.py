"""Looking for damage: what SQLite can see, what the tally alone can see, and values that cannot be."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from csdesk.book import log, tally
from csdesk.book.damage import Damage, DamageKind
from csdesk.book.log import Effect
from csdesk.book.row_rules import ROW_FINDERS
from csdesk.book.store import Store
from csdesk.models.kinds import Kind

Finder = Callable[[Connection], Iterator[Damage]]


def check(book: Store) -> tuple[Damage, ...]:
    """Every damage there is to see; empty for a sound book. A part that cannot be read is itself a finding."""
    with book.reading() as connection:
        return tuple(damage for finder in _FINDERS for damage in _found(finder, connection))


def _found(finder: Finder, connection: Connection) -> Iterator[Damage]:
    try:
        yield from finder(connection)
    except (DatabaseError, sqlite3.DatabaseError) as failure:
        yield Damage(DamageKind.FILE, {"detail": str(getattr(failure, "orig", failure))})


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


def _log(connection: Connection) -> Iterator[Damage]:
    """Entries that cannot be read or tell of another row than their own; where there are none, what they amount to."""
    readable = " AND ".join(f"json_valid(ifnull({side}, '{{}}'))" for side in ("before", "after", "packed"))
    its_own = " AND ".join(f"ifnull({side} ->> 'id', row_id) = row_id" for side in ("before", "after"))
    sql = f"SELECT count(*) FROM change WHERE NOT CASE WHEN {readable} THEN {its_own} ELSE 0 END"
    broken = connection.exec_driver_sql(sql).scalar_one()
    if broken:
        yield Damage(DamageKind.LOG, {"rows": broken})
    else:
        yield from _steps(connection)


def _steps(connection: Connection) -> Iterator[Damage]:
    """A step tells how many rows it changed, and the steps that stand lead from nothing to what the tally says.

    Of a step that was undone for good the entries may be gone, but then all of them.
    """
    led_to = dict.fromkeys(Kind, (0, 0))
    for step, rows, state in connection.exec_driver_sql("SELECT id, rows, state FROM step ORDER BY id").all():
        effect = _effect(connection, step)
        if effect.rows != rows and (effect.rows or state != "dropped"):
            yield Damage(DamageKind.STEP, {"step": step, "expected": rows, "found": effect.rows})
        if state == "done":
            led_to |= {kind: tally.plus(led_to[kind], change) for kind, change in effect.tallies.items()}
    kept = tally.kept(connection)
    for kind in Kind:
        if led_to[kind] != kept.get(kind, (0, 0)):
            yield Damage(DamageKind.LOG_SUM, {"kind": kind})


def _effect(connection: Connection, step: int) -> Effect:
    """What a step's entries amount to; nothing where they are not as csdesk writes them."""
    try:
        return Effect.of(log.entries(connection, step))
    except (LookupError, TypeError, ValueError):
        return Effect()


_FINDERS: tuple[Finder, ...] = (
    _file,
    *(partial(_tallied, kind) for kind in Kind),
    *ROW_FINDERS,
    _log,
)
