"""What a step left, compared with what the book holds now: what waits to go, to be restored or to return."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from sqlalchemy import Connection

from csdesk.book import blocks
from csdesk.book.columns import Stored, layout
from csdesk.book.log import Entry
from csdesk.book.relations import held, present
from csdesk.book.taken import Key, Reason, Stay, Values
from csdesk.models.kinds import Kind

_Net: TypeAlias = dict[Key, tuple[Values | None, Values | None]]


@dataclass(slots=True)
class Waiting:
    """Rows that the step added, and are as it left them; fields with their former values; rows that it deleted."""

    going: dict[Kind, set[int]] = field(default_factory=lambda: {kind: set() for kind in Kind})
    restoring: dict[Key, dict[str, Stored]] = field(default_factory=dict)
    returning: dict[Kind, dict[int, Values]] = field(default_factory=lambda: {kind: {} for kind in Kind})
    stays: dict[Key, Stay] = field(default_factory=dict)
    now: dict[Key, Values] = field(default_factory=dict)
    """Rows as they stand, or stood last; of bulk rows only those that stay."""

    def stay(self, key: Key, reason: Reason, *fields: str) -> None:
        """A row stays, or fields of it."""
        self.stays.setdefault(key, Stay(reason)).fields.update(fields)


def compared(connection: Connection, step: int, found: Iterable[Entry]) -> Waiting:
    """Compare row by row; nothing is written."""
    entries = list(found)
    waiting = Waiting()
    came = [entry for entry in entries if entry.last_id and entry.after is not None]
    _compare(connection, waiting, _net(entries, came))
    for entry in entries:
        if entry.last_id and entry.after is None:
            rows = (values for values in blocks.packed_rows(connection, entry))
            waiting.returning[Kind(entry.kind)].update({int(str(row["id"])): _bare(row) for row in rows})
    for entry in came:
        _compare_block(connection, waiting, step, entry)
    return waiting


def _bare(row: Mapping[str, Stored]) -> Values:
    return {name: value for name, value in row.items() if value is not None}


def _net(entries: Iterable[Entry], came: Sequence[Entry]) -> _Net:
    """Of each row what it was before the step and after it. Rows of a block that came in the step were not there."""
    net: _Net = {}
    for entry in entries:
        if entry.last_id is None:
            key = (Kind(entry.kind), entry.row_id)
            of_block = any(
                one.kind == entry.kind and one.row_id <= entry.row_id <= (one.last_id or 0) and one.id < entry.id
                for one in came
            )
            first = None if of_block or entry.before is None else json.loads(entry.before)
            net[key] = (net[key][0] if key in net else first, json.loads(entry.after) if entry.after else None)
    return net


def _compare(connection: Connection, waiting: Waiting, net: _Net) -> None:
    for kind, keys in groupby(sorted(net), key=lambda key: key[0]):
        rows = [row for _, row in keys]
        now = held(connection, kind, rows)
        for row in rows:
            before, after = net[kind, row]
            if row in now:
                waiting.now[kind, row] = now[row]
            if after is not None and row in now:
                _compare_row(connection, waiting, (kind, row), before, after)
            elif after is None and before is not None:
                waiting.returning[kind][row] = before


def _compare_row(connection: Connection, waiting: Waiting, key: Key, before: Values | None, after: Values) -> None:
    now = waiting.now[key]
    if before is None:
        if _is_as_left(connection, key[0], after, now):
            waiting.going[key[0]].add(key[1])
        else:
            waiting.stay(key, Reason.EDITED)
        return
    for name in layout(key[0]).names:
        was, wrote, holds = before.get(name), after.get(name), now.get(name)
        if was not in (wrote, holds):
            if holds == wrote:
                waiting.restoring.setdefault(key, {})[name] = was
            else:
                waiting.stay(key, Reason.EDITED, name)


def _is_as_left(connection: Connection, kind: Kind, left: Values, now: Values) -> bool:
    """Whether nothing differs but references to rows that are gone."""
    references = layout(kind).references
    return all(
        name in references and name not in now and not present(connection, references[name], [left[name]])
        for name in {*left, *now}
        if left.get(name) != now.get(name)
    )


def _compare_block(connection: Connection, waiting: Waiting, step: int, entry: Entry) -> None:
    kind = Kind(entry.kind)
    rows = connection.exec_driver_sql(
        f'SELECT id FROM "{kind}" WHERE id BETWEEN ? AND ?', (entry.row_id, entry.last_id)
    )
    going = {row for (row,) in rows}
    left = _touched_since(connection, step, entry)
    for row, now in held(connection, kind, left).items():
        if not _is_as_left(connection, kind, left[row], now):
            waiting.now[kind, row] = now
            waiting.stay((kind, row), Reason.EDITED)
            going.discard(row)
    waiting.going[kind] |= going


def _touched_since(connection: Connection, step: int, entry: Entry) -> dict[int, Values]:
    """Rows of a block that later steps have touched, each as the step left it."""
    wanted = (
        "SELECT c.row_id, c.before FROM change c JOIN step s ON s.id = c.step_id WHERE s.state = 'done' AND s.id <> ? "
        "AND c.kind = ? AND c.last_id IS NULL AND c.before IS NOT NULL AND c.row_id BETWEEN ? AND ? AND c.id > ? "
        "ORDER BY c.id DESC"
    )
    asked = (step, entry.kind, entry.row_id, entry.last_id, entry.id)
    return {row: json.loads(before) for row, before in connection.exec_driver_sql(wanted, asked)}
