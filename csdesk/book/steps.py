"""Changing the book: one transaction is one step, which can be undone."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from csdesk.book import blocks, bundles, inserting, log, tally
from csdesk.book.columns import Layout, Stored, layout, written_moment
from csdesk.book.errors import RowGone
from csdesk.book.log import BULK, Effect
from csdesk.book.store import Store
from csdesk.models.drafts import Changes, Value
from csdesk.models.kinds import Kind, StepName

_FEW = 50
"""A step that was undone for good stays in the history with its rows as long as it has no more."""
_MANY = 100
"""Rows from which logging them all at once beats a trigger for each."""
_VERY_MANY = 2000
"""Rows from which it pays to do without trigger and index meanwhile."""


def _runs(rows: Sequence[tuple[Any, ...]]) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Rows in order of id, parted wherever ids leave a gap."""
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at][0] != rows[at - 1][0] + 1:
            yield rows[first:at]
            first = at


class Step:
    """What may be done inside `with book.step(...)`. Values are Python's own: dates, bools, enums.

    TypeError names a column that is not there or a value it cannot hold; RowGone a row that is no longer there.
    """

    def __init__(self, store: Store, connection: Connection, number: int, name: StepName, subject: str) -> None:
        self.store, self.connection = store, connection
        self.number, self.name, self.subject = number, name, subject
        self.takes_back: int | None = None
        self._changes: Changes | None = None
        self._unwatched: frozenset[Kind] = frozenset()
        self._bundles: bundles.Writer | None = None

    @property
    def changes(self) -> Changes:
        """What the step has touched; known once it has ended."""
        assert self._changes is not None, "the step is still open"
        return self._changes

    def insert(self, kind: Kind, values: Mapping[str, Value]) -> int:
        """Add one row; gives its id."""
        return self.insert_many(kind, [values])[0]

    def insert_many(
        self, kind: Kind, rows: Sequence[Mapping[str, Value]], *, ids: Sequence[int] | None = None
    ) -> list[int]:
        """Add rows; gives their ids. `ids` are a part of what `new_ids` gave, for rows that refer to one another,
        or free ones that the rows bring with them."""
        given = list(self.new_ids(len(rows)) if ids is None else ids)
        named: set[str] = set().union(*rows)
        self.insert_columns(kind, {name: [row.get(name) for row in rows] for name in named}, given)
        return given

    def insert_columns(self, kind: Kind, columns: Mapping[str, Sequence[Value]], ids: Sequence[int]) -> None:
        """Add many rows, which are told column by column; `ids` as in `insert_many`."""
        if not ids:
            return
        of = layout(kind)
        stored = of.stored_columns(columns)
        names = ("id", *stored)
        for run in _runs(sorted(zip(ids, *stored.values(), strict=True), key=itemgetter(0))):
            self._insert_run(of, names, run)

    @contextmanager
    def at_once(self, counts: Mapping[Kind, int], pause: Callable[[], object]) -> Iterator[None]:
        """Add so many rows of each kind by `insert_fresh` alone, part by part: what is kept up row by row waits till
        the end. `pause` is called between the parts of what is left to do then, and may raise to stop."""
        many = {kind: count for kind, count in counts.items() if count >= _VERY_MANY}
        with ExitStack() as put_off:
            for kind, count in many.items():
                put_off.enter_context(log.unwatched(self.connection, layout(kind)))
                put_off.enter_context(inserting.unindexed(self.connection, layout(kind), count, pause))
            self._unwatched = frozenset(many)
            self._bundles = put_off.enter_context(bundles.Writer(self.connection))
            yield
        self._unwatched, self._bundles = frozenset(), None

    def insert_fresh(self, kind: Kind, columns: Mapping[str, Sequence[Value]], ids: range) -> None:
        """Add many rows that are told column by column, under ids that `new_ids` has given and nothing had before: the
        fastest way in, for they are logged together."""
        is_few = len(ids) < (1 if kind in self._unwatched | BULK else _MANY)
        if self._bundles and (is_few or kind in BULK):
            self._bundles.settle()
        if is_few:
            self.insert_columns(kind, columns, ids)
            return
        of = layout(kind)
        stored = {"id": ids, **of.stored_columns(columns)}
        if kind in BULK:
            blocks.insert_columns(self.connection, of, stored, ids)
            return
        with log.paused(self.connection):
            inserting.insert(self.connection, of, stored)
        if self._bundles:
            self._bundles.write(of, stored, ids)
        else:
            with bundles.Writer(self.connection) as writer:
                writer.write(of, stored, ids)

    def insert_stored(self, kind: Kind, rows: Sequence[tuple[Stored, ...]]) -> None:
        """Add whole rows as the file holds them, with the ids they have in another copy of the book, or had before."""
        for run in _runs(sorted(rows, key=itemgetter(0))) if rows else ():
            self._insert_run(layout(kind), layout(kind).names, run)

    def _insert_run(self, of: Layout, names: Sequence[str], run: Sequence[tuple[Any, ...]]) -> None:
        """Rows whose ids follow one another, so that no row of others lies among them."""
        if of.kind in BULK:
            blocks.insert(self.connection, of, names, run)
        elif len(run) < _MANY:
            self.connection.exec_driver_sql(of.insert(names), list(run))
        else:
            with log.paused(self.connection):
                self.connection.exec_driver_sql(of.insert(names), list(run))
            log.write_inserted(self.connection, of, run[0][0], run[-1][0])

    def new_ids(self, count: int) -> range:
        """Ids that follow one another, never given before."""
        return self.store.new_ids(count)

    def update(self, kind: Kind, row: int, values: Mapping[str, Value]) -> None:
        """Change columns of one row. A row that already holds the values is not touched."""
        self.update_many(kind, [(row, values)])

    def update_many(self, kind: Kind, rows: Iterable[tuple[int, Mapping[str, Value]]]) -> None:
        """Change columns of many rows."""
        of = layout(kind)
        stored = [(row, of.stored(values)) for row, values in rows if values]
        self._all_there(kind, [row for row, _ in stored])
        for names, run in groupby(stored, key=lambda pair: tuple(pair[1])):
            places = ", ".join(f'"{name}" = ?' for name in names)
            differs = " OR ".join(f'"{name}" IS NOT ?' for name in names)
            self.connection.exec_driver_sql(
                f'UPDATE "{kind}" SET {places} WHERE id = ? AND ({differs})',
                [(*values.values(), row, *values.values()) for row, values in run],
            )

    def delete(self, kind: Kind, row: int) -> None:
        """Delete one row, with all that goes with it."""
        self.delete_many(kind, [row])

    def delete_many(self, kind: Kind, rows: Sequence[int]) -> None:
        """Delete rows, with all that goes with them."""
        self._all_there(kind, rows)
        if rows:
            self.connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', [(row,) for row in rows])

    def _all_there(self, kind: Kind, rows: Iterable[int]) -> None:
        """Another process may have deleted what this one still shows."""
        wanted = set(rows)
        there = f'SELECT count(*) FROM "{kind}" WHERE id IN (SELECT value FROM json_each(?))'
        found = self.connection.exec_driver_sql(there, (json.dumps(sorted(wanted)),)).scalar_one()
        if found != len(wanted):
            raise RowGone(self.store.path, str(kind))

    def _end(self) -> None:
        log.stop(self.connection)
        effect = Effect.of(log.entries(self.connection, self.number))
        self._changes = effect.changes(self.number, self.name, self.subject)
        if effect.tallies:
            tally.add(self.connection, effect.tallies)
            drop_redoable(self.connection)
            self._record(effect.rows)

    def _record(self, rows: int) -> None:
        at = written_moment(self.store.clock())
        self.connection.exec_driver_sql(
            "INSERT INTO step (id, at, who, name, subject, rows, state, takes_back, uid) "
            "VALUES (?, ?, ?, ?, ?, ?, 'done', ?, ?)",
            (self.number, at, self.store.who, str(self.name), self.subject, rows, self.takes_back, *self.new_ids(1)),
        )


def drop_redoable(connection: Connection) -> None:
    """What was undone cannot be redone once something else is done; many entries would only take up room."""
    undone = f"SELECT id FROM step WHERE state = 'undone' AND rows > {_FEW}"
    connection.exec_driver_sql(f"DELETE FROM change WHERE step_id IN ({undone})")
    connection.exec_driver_sql("UPDATE step SET state = 'dropped' WHERE state = 'undone'")


@contextmanager
def step(store: Store, name: StepName, subject: str) -> Iterator[Step]:
    """A step: written as a whole with its entries in the log, or not at all. One without changes leaves no trace."""
    with store.writing() as connection:
        number = connection.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM step").scalar_one()
        log.start(connection, number)
        opened = Step(store, connection, number, name, subject)
        yield opened
        opened._end()  # noqa: SLF001 - the step and its frame are one thing
