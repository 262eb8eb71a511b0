"""What a deleted row can refer to when it comes back, and what referred to it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection

from csdesk.book.columns import Stored, layout
from csdesk.book.log import BULK
from csdesk.book.relations import REFER_TO_ANY, present
from csdesk.book.removed import Removed, deletions, rows_of
from csdesk.models.kinds import Kind, StepName
from csdesk.models.tables import metadata

Row: TypeAlias = tuple[Kind, int]
Links: TypeAlias = dict[tuple[Kind, int, str], int]
"""By row and column the row that is referred to."""


class Return:
    """The rows that come back, as they are to be. `unlinked` counts references that lead nowhere any more, `left_out`
    rows that cannot be without one of these."""

    def __init__(self, connection: Connection, by_step: Mapping[int, Sequence[Row]]) -> None:
        self._connection = connection
        self.unlinked = self.left_out = 0
        self.rows: dict[Row, dict[str, Stored]] = {}
        found = [one for at, some in by_step.items() for one in rows_of(connection, at, some)]
        self._lost = _lost(connection, by_step, [one.row for one in found])
        self._present = self._targets(found)
        self._ids: set[Stored] = set()
        for one in sorted(found, key=lambda one: one.kind in REFER_TO_ANY):
            self._take(one)

    def links(self) -> Iterator[tuple[Kind, int, str, int]]:
        """What rows of the book referred to until it was deleted, where they refer to nothing now: row, column and what
        has come back."""
        for (kind, row, name), target in self._lost.items():
            if (layout(kind).references[name], target) in self.rows and (kind, row) not in self.rows:
                empty = f'SELECT EXISTS (SELECT 1 FROM "{kind}" WHERE id = ? AND "{name}" IS NULL)'
                if self._connection.exec_driver_sql(empty, (row,)).scalar():
                    yield kind, row, name, target

    def _take(self, one: Removed) -> None:
        values = dict(one.values)
        if one.kind in REFER_TO_ANY and values["row_id"] not in self._ids:
            return
        for name, target in layout(one.kind).references.items():
            held, lost = values.get(name), self._lost.get((one.kind, one.row, name))
            if held is None and (target, lost) in self._present:
                values[name] = lost
            elif held is not None and (target, held) not in self._present:
                if not metadata.tables[one.kind].columns[name].nullable:
                    self.left_out += 1
                    return
                values[name] = None
                self.unlinked += 1
        self.rows[one.kind, one.row] = values
        self._ids.add(one.row)

    def _targets(self, found: Sequence[Removed]) -> set[tuple[Kind, Stored]]:
        """All that is referred to or was, as far as it is there or comes back."""
        wanted: dict[Kind, set[int]] = {}
        for one in found:
            for name, target in layout(one.kind).references.items():
                for row in (one.values.get(name), self._lost.get((one.kind, one.row, name))):
                    if isinstance(row, int):
                        wanted.setdefault(target, set()).add(row)
        targets: set[tuple[Kind, Stored]] = {(one.kind, one.row) for one in found}
        for kind, ids in wanted.items():
            targets |= {(kind, row) for row in present(self._connection, kind, ids)}
        return targets


def _lost(connection: Connection, steps: Iterable[int], rows: Iterable[int]) -> Links:
    """What these rows referred to, and those that these steps have changed, until it was deleted; not what a person
    has let go of. A row may also have come back while what it referred to had not."""
    ids = json.dumps([*rows, *_touched(connection, steps)])
    wanted = (
        "SELECT c.step_id, c.kind, c.row_id, c.before, c.after FROM change c JOIN step s ON s.id = c.step_id "
        "WHERE s.state = 'done' AND c.last_id IS NULL AND c.row_id IN (SELECT value FROM json_each(?)) ORDER BY c.id"
    )
    by_deletion = deletions(connection)
    lost: Links = {}
    held: dict[tuple[str, int], dict[str, Any]] = {}
    for step, kind, row, before, after in connection.exec_driver_sql(wanted, (ids,)):
        was = json.loads(before) if before is not None else held.get((kind, row), {})
        now = held[kind, row] = was if after is None else json.loads(after)
        for name in layout(Kind(kind)).references:
            place = Kind(kind), row, name
            if name in now:
                lost.pop(place, None)
            elif name in was and step in by_deletion:
                lost[place] = was[name]
            elif name in was:
                lost.pop(place, None)
    for (kind, row), was in held.items():
        if kind in BULK:  # it may have come back in a block, which tells nothing of its rows
            for name in layout(Kind(kind)).references.keys() & was.keys():
                lost.setdefault((Kind(kind), row, name), was[name])
    return lost


def _touched(connection: Connection, steps: Iterable[int]) -> list[int]:
    """Rows that these steps have changed but not removed; and those that have come back from the bin."""
    wanted = (
        "SELECT row_id FROM change WHERE last_id IS NULL AND after IS NOT NULL AND (before IS NOT NULL "
        "AND step_id IN (SELECT value FROM json_each(?)) OR step_id IN (SELECT id FROM step WHERE name = ?))"
    )
    found = list(connection.exec_driver_sql(wanted, (json.dumps(list(steps)), str(StepName.PUT_BACK))).scalars())
    in_blocks = (  # CROSS: SQLite would go through all use there is, and for each row through all blocks
        f'SELECT r.id FROM step s JOIN change c ON c.step_id = s.id CROSS JOIN "{Kind.USE}" r '
        "ON r.id BETWEEN row_id AND last_id WHERE s.name = ? AND c.kind = ?"
    )
    return found + list(connection.exec_driver_sql(in_blocks, (str(StepName.PUT_BACK), str(Kind.USE))).scalars())
