"""Rows that were changed since a kind was last read, told by the log and proved by the tally."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from csdesk.book import tally
from csdesk.book.log import Effect, Entry
from csdesk.book.tally import driver_rows
from csdesk.models.kinds import Kind

_FEW = 500
"""Entries; to read a kind as a whole takes less than to follow more of them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a book stood when a kind was read: the tally of its rows, and the steps that were done."""

    kind: Kind
    tally: tuple[int, int]
    done: frozenset[int]

    @classmethod
    def now(cls, connection: Connection, kind: Kind, counted: tuple[int, int]) -> "Mark":
        """Where it stands."""
        done = driver_rows(connection.exec_driver_sql("SELECT id FROM step WHERE state = 'done'"))
        return cls(kind, counted, frozenset(step for (step,) in done))


def touched(connection: Connection, before: Mark, now: Mark) -> frozenset[int] | None:
    """Ids of the rows that were added, changed or deleted between two marks of one kind, by steps, by undoing and by
    redoing them.

    None where they are many, or where what the log tells of them does not come to the difference of the tallies: then
    only reading every row is right.
    """
    forth = _entries(connection, now.kind, now.done - before.done)
    back = _entries(connection, now.kind, before.done - now.done)
    if len(forth) + len(back) > _FEW or any(entry.last_id is not None for entry in (*forth, *back)):
        return None
    counted = tally.plus(before.tally, Effect.of(forth).tallies.get(now.kind, (0, 0)))
    counted = tally.plus(counted, Effect.of(back).backwards().get(now.kind, (0, 0)))
    return frozenset(entry.row_id for entry in (*forth, *back)) if counted == now.tally else None


def _entries(connection: Connection, kind: Kind, steps: Collection[int]) -> list[Entry]:
    wanted = ", ".join(Entry._fields)
    sql = (
        f"SELECT {wanted} FROM change WHERE step_id IN (SELECT value FROM json_each(?)) AND kind = ? "
        f"ORDER BY id LIMIT {_FEW + 1}"
    )
    return [Entry._make(row) for row in driver_rows(connection.exec_driver_sql(sql, (json.dumps([*steps]), str(kind))))]
