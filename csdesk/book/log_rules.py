"""What must hold of the change log and its steps: entries that can be read, and that lead to what the book holds."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import Connection

from csdesk.book import bundles, log, tally
from csdesk.book.columns import layout
from csdesk.book.damage import Damage, DamageKind
from csdesk.book.log import Effect
from csdesk.book.row_rules import no_real_moment
from csdesk.models.kinds import Kind, StepName

_STATES = ("done", "undone", "dropped")
_MOMENT = "%Y-%m-%dT%H:%M:%S"
LogFinder = Callable[[Connection], Iterator[Damage]]


def _log(connection: Connection) -> Iterator[Damage]:
    """Entries that cannot be read or tell of another row than their own; where there are none, what they amount to."""
    readable = " AND ".join(f"json_valid(ifnull({side}, '{{}}'))" for side in ("before", "after", "packed"))
    its_own = " AND ".join(f"ifnull({side} ->> 'id', row_id) = row_id" for side in ("before", "after"))
    sql = f"SELECT count(*) FROM change WHERE NOT CASE WHEN {readable} THEN {its_own} AND {_OF_ACCOUNT} ELSE 0 END"
    broken = connection.exec_driver_sql(sql).scalar_one() + _out_of_order(connection)
    if broken:
        yield Damage(DamageKind.LOG, {"rows": broken})
    else:
        yield from _amounts(connection)
        yield from _packed(connection)


def _of_account() -> str:
    """The condition of entries filed under the account that their row tells."""
    named = [kind for kind in Kind if layout(kind).account == "account_id"]
    listed = ", ".join(f"'{kind}'" for kind in named)
    told = "ifnull(after, before) ->> 'account_id'"
    return f"(last_id IS NOT NULL OR kind NOT IN ({listed}) OR account_id IS {told})"


_OF_ACCOUNT = _of_account()


def _out_of_order(connection: Connection) -> int:
    """Entries of an earlier step than the entry before them."""
    before = "SELECT step_id, lag(step_id) OVER (ORDER BY id) AS former FROM change"
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM ({before}) WHERE step_id < former").scalar_one())


def _amounts(connection: Connection) -> Iterator[Damage]:
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


def _packed(connection: Connection) -> Iterator[Damage]:
    """Rows that a block holds while they are out of their table are those that it tells of."""
    sql = "SELECT kind, ifnull(after, before), packed FROM change WHERE packed IS NOT NULL"
    sql += f" AND NOT ({bundles.IS_BUNDLE})"
    broken = sum(not _as_told(connection, *entry) for entry in connection.exec_driver_sql(sql).all())
    broken += bundles.unsound(connection)
    if broken:
        yield Damage(DamageKind.LOG, {"rows": broken})


def _as_told(connection: Connection, kind: str, side: str, packed: str) -> bool:
    try:
        told, held, of = json.loads(side), json.loads(packed), layout(Kind(kind))
        named = ", ".join(f'? AS "{name}"' for name in of.names)
        whole = f"SELECT {of.json()} FROM (SELECT {named})"
        rows: list[Any] = [of.row(dict(zip(held["columns"], row, strict=True))) for row in held["rows"]]
        texts = [str(connection.exec_driver_sql(whole, row).scalar_one()) for row in rows]
        return (len(texts), sum(tally.digest(text.encode()) for text in texts) & tally.MASK) == (
            told["rows"],
            told["digest"],
        )
    except (LookupError, TypeError, ValueError):
        return False


def _strays(connection: Connection) -> Iterator[Damage]:
    sql = "SELECT count(*) FROM change WHERE NOT EXISTS (SELECT 1 FROM step WHERE step.id = step_id)"
    strays = connection.exec_driver_sql(sql).scalar_one()
    if strays:
        yield Damage(DamageKind.LOG_STRAY, {"rows": strays})


def _step_texts(connection: Connection) -> Iterator[Damage]:
    """Names, states and moments that no csdesk writes, and steps that take back what is none before them."""
    names, states = (", ".join(f"'{word}'" for word in words) for words in (StepName, _STATES))
    earlier = "SELECT 1 FROM step AS taken WHERE taken.id = abs(step.takes_back) AND taken.id < step.id"
    for column, wrong in (
        ("name", f"name NOT IN ({names})"),
        ("state", f"state NOT IN ({states})"),
        ("at", no_real_moment("at", _MOMENT)),
        ("turned_at", no_real_moment("turned_at", _MOMENT)),
        ("takes_back", f"takes_back IS NOT NULL AND NOT EXISTS ({earlier})"),
    ):
        for step, seen in connection.exec_driver_sql(f'SELECT id, CAST("{column}" AS BLOB) FROM step WHERE {wrong}'):
            text = (seen or b"").decode("utf-8", "replace")  # a damaged record may hold nothing
            yield Damage(DamageKind.STEP_TEXT, {"step": step, "column": column, "seen": text})


def _step_order(connection: Connection) -> Iterator[Damage]:
    """Once anything else is done, what was undone before cannot be done again."""
    later = "SELECT 1 FROM step AS later WHERE later.id > step.id AND later.state = 'done'"
    sql = f"SELECT id FROM step WHERE state = 'undone' AND EXISTS ({later})"
    for (step,) in connection.exec_driver_sql(sql):
        yield Damage(DamageKind.STEP_ORDER, {"step": step})


LOG_FINDERS: tuple[LogFinder, ...] = (_log, _strays, _step_texts, _step_order)
