"""Taking a step back while later ones stand: what can be taken back is, what cannot stays and is told.

The rules:

- A row that the step added, that nobody has touched since and that nothing later leans on goes.
- A row it added that was edited later, or that something later leans on, stays as it is.
- Of a row it changed, each field that still holds what the step wrote gets its former value back; fields edited since
  stay, and so do those whose former value names a row that is gone, or would no longer be allowed.
- A row it deleted comes back unless its place is taken, or what it belonged to is gone.
- Rows that later steps removed are no obstacle, nor is a reference that a row lost by that.
- Bulk rows are treated alike; those that go, go block by block, as long as their ids follow one another.
- Where a row came from is kept as long as any of it stays; so is the import it came with.

Nothing is ever taken away that a later step brought, and no reference is left without its row.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from sqlalchemy import Connection

from csdesk.book import blocks, tally
from csdesk.book.columns import Layout, Stored, layout
from csdesk.book.log import BOOKKEEPING, BULK, Entry
from csdesk.book.packed_places import packed_places
from csdesk.book.relations import GOES_WITH, ORDER, REFER_TO_ANY, held, leaning, present
from csdesk.book.since import compared
from csdesk.book.taken import Kept, Key, Plan, Reason, Stay, Values, kept
from csdesk.models.kinds import Kind

_UNTOLD = BOOKKEEPING | {Kind.MATCHING}
"""Kinds that say nothing to people."""
_SPAN = frozenset({"starts_on", "ended_on"})


class Taking:
    """One step being taken back, in a transaction in which changes are logged."""

    def __init__(self, connection: Connection, step: int, found: Iterable[Entry]) -> None:
        """Look at the entries of the step, and at the book as it stands."""
        self.connection = connection
        self._waiting = compared(connection, step, found)
        self._taken: dict[Kind, set[int]] = {kind: set() for kind in Kind}
        self._causes: dict[Key, Key] = {}
        sources = self._waiting.going[Kind.SOURCE]
        wanted = "SELECT id, row_id FROM source WHERE id IN (SELECT value FROM json_each(?))"
        listed = connection.exec_driver_sql(wanted, (_listed(sources),))
        self._source_of: dict[int, int] = dict(tally.driver_rows(listed))

    def take(self) -> Plan:
        """Take back what can be, in as many rounds as one thing waits for another."""
        while self._return() + self._restore() + self._remove():
            pass
        for key, fields in self._waiting.restoring.items():
            self._waiting.stay(key, Reason.GONE, *fields)
        for kind, rows in self._waiting.going.items():
            for row in rows:
                self._waiting.stays[kind, row] = Stay(Reason.LEANED_ON, cause=self._causes.get((kind, row)))
        goes = {kind: len(rows) for kind, rows in self._taken.items() if rows and kind not in _UNTOLD}
        return Plan(goes, tuple(self._told()))

    def _told(self) -> Iterator[Kept]:
        for (kind, row), stay in self._waiting.stays.items():
            if kind not in _UNTOLD:
                values = held(self.connection, kind, [row]).get(row) or self._waiting.now[kind, row]
                yield kept(self.connection, (kind, row), stay, values)

    @property
    def takes_nothing(self) -> bool:
        """Whether nothing at all could be taken back; or only what nobody counts, while something else stays."""
        taken = {kind for kind, rows in self._taken.items() if rows}
        return not taken or (taken <= _UNTOLD and any(kind not in _UNTOLD for kind, _ in self._waiting.stays))

    def _return(self) -> int:
        """Put back what the step deleted."""
        count = 0
        for kind in ORDER:
            rows = self._waiting.returning[kind]
            for row, now in held(self.connection, kind, rows).items() if rows else ():
                if now != rows.pop(row):
                    self._waiting.now[kind, row] = now
                    self._waiting.stay((kind, row), Reason.PLACE_TAKEN)
            if rows:
                count += self._put_back(layout(kind), rows)
        return count

    def _put_back(self, of: Layout, rows: dict[int, Values]) -> int:
        fitting = self._fitting(of, rows)
        self._insert(of, fitting)
        back = present(self.connection, of.kind, fitting)
        for row in back:
            del rows[row]
            self._waiting.stays.pop((of.kind, row), None)
        for row, values in rows.items():
            self._waiting.now[of.kind, row] = values
            reason = Reason.PLACE_TAKEN if row in fitting else Reason.GONE
            self._waiting.stays[of.kind, row] = Stay(reason)
        self._taken[of.kind] |= back
        return len(back)

    def _fitting(self, of: Layout, rows: Mapping[int, Values]) -> dict[int, Values]:
        """Rows that can be there again: what they belong to is. Other references are left out where theirs are not."""
        lacking = {"row_id": self._lost(of.kind, rows)} if of.kind in REFER_TO_ANY else {}
        for column, target in of.references.items():
            named = {values[column] for values in rows.values() if column in values}
            lacking[column] = named - present(self.connection, target, named)
        fitting: dict[int, Values] = {}
        for row, values in rows.items():
            without = {column for column, gone in lacking.items() if values.get(column) in gone}
            if without.isdisjoint(GOES_WITH[of.kind]):
                fitting[row] = {name: value for name, value in values.items() if name not in without}
        return fitting

    def _lost(self, kind: Kind, rows: Mapping[int, Values]) -> set[int]:
        """Rows of any kind that are named and not there."""
        headings = self.connection.exec_driver_sql("SELECT id, kind FROM custom_field")
        kinds: dict[int, str] = dict(tally.driver_rows(headings))
        named: dict[str, set[int]] = {}
        for values in rows.values():
            of = values["kind"] if kind is Kind.SOURCE else kinds.get(values["field_id"], Kind.ACCOUNT)
            named.setdefault(of, set()).add(values["row_id"])
        return {row for of, ids in named.items() for row in ids - present(self.connection, Kind(of), ids)}

    def _insert(self, of: Layout, fitting: Mapping[int, Values]) -> None:
        if of.kind in BULK:
            for first, last in _runs(fitting):
                rows = [of.row(fitting[row]) for row in range(first, last + 1)]
                blocks.insert(self.connection, of, of.names, rows)
        elif fitting:
            rows = [of.row(values) for values in fitting.values()]
            self.connection.exec_driver_sql(of.insert().replace("INSERT", "INSERT OR IGNORE", 1), rows)

    def _restore(self) -> int:
        """Give fields their former values."""
        count = 0
        for key, fields in list(self._waiting.restoring.items()):
            self._keep_the_span(key, fields)
            fit = {name: was for name, was in fields.items() if self._may_hold(key[0], name, was)}
            if fit and self._update(key, fit):
                count += 1
                self._taken[key[0]].add(key[1])
                for name in fit:
                    del fields[name]
            if not fields:
                del self._waiting.restoring[key]
        return count

    def _keep_the_span(self, key: Key, fields: dict[str, Stored]) -> None:
        """A contract line whose start or end was edited since may not end before it starts."""
        if key[0] is not Kind.CONTRACT or _SPAN.isdisjoint(fields):
            return
        span = {**self._waiting.now[key], **fields}
        start, end = span.get("starts_on"), span.get("ended_on")
        if start and end and date.fromisoformat(end) < date.fromisoformat(start) - timedelta(days=1):
            for name in _SPAN & fields.keys():
                del fields[name]
                self._waiting.stay(key, Reason.EDITED, name)

    def _may_hold(self, kind: Kind, name: str, was: Stored) -> bool:
        if was is None or not isinstance(was, int):
            return True
        if name == "row_id" and kind in REFER_TO_ANY:
            return any(present(self.connection, of, [was]) for of in ORDER)
        target = layout(kind).references.get(name)
        return target is None or bool(present(self.connection, target, [was]))

    def _update(self, key: Key, fit: Mapping[str, Stored]) -> bool:
        places = ", ".join(f'"{name}" = ?' for name in fit)
        changed = f'UPDATE OR IGNORE "{key[0]}" SET {places} WHERE id = ?'
        return self.connection.exec_driver_sql(changed, (*fit.values(), key[1])).rowcount > 0

    def _remove(self) -> int:
        """Let go what the step added, those first that lean on others."""
        going, count = self._waiting.going, 0
        self._let_go(Kind.USE, going[Kind.USE])
        count += len(going[Kind.USE])
        going[Kind.USE] = set()
        doomed = self._doomed()
        for kind in reversed(ORDER):
            rows = doomed.get(kind, set())
            self._let_go(kind, rows)
            going[kind] -= rows
            count += len(rows)
        return count

    def _let_go(self, kind: Kind, rows: set[int]) -> None:
        if kind in BULK:
            for first, last in _runs(rows):
                blocks.take_out(self.connection, layout(kind), first, last)
        elif rows:
            self.connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', [(row,) for row in sorted(rows)])
        self._taken[kind] |= rows

    def _doomed(self) -> dict[Kind, set[int]]:
        """The largest part of what waits to go on which nothing leans that stays."""
        doomed = {kind: set(rows) for kind, rows in self._waiting.going.items() if rows}
        while True:
            freed = self._leaned_on(doomed)
            rows_kept = self._kept(doomed)
            freed.setdefault(Kind.SOURCE, set()).update(self._sources_of(rows_kept, doomed))
            freed.setdefault(Kind.BATCH, set()).update(self._batches_of(rows_kept, doomed))
            if not any(freed.values()):
                return doomed
            for kind, rows in freed.items():
                doomed.setdefault(kind, set()).difference_update(rows)

    def _leaned_on(self, doomed: Mapping[Kind, set[int]]) -> dict[Kind, set[int]]:
        found: dict[Kind, set[int]] = {}
        for target, rows in doomed.items():
            for kind, column in leaning(target) if rows and target not in BULK else ():
                wanted = (
                    f'SELECT {column}, min(id) FROM "{kind}" WHERE {column} IN (SELECT value FROM json_each(?)) '
                    f"AND id NOT IN (SELECT value FROM json_each(?)) GROUP BY {column}"
                )
                asked = (_listed(rows), _listed(doomed.get(kind, ())))
                for row, by in self.connection.exec_driver_sql(wanted, asked):
                    found.setdefault(target, set()).add(row)
                    self._causes[target, row] = (kind, by)
        return found

    def _kept(self, doomed: Mapping[Kind, set[int]]) -> set[int]:
        kept = {row for _, row in (*self._waiting.stays, *self._waiting.restoring)}
        for kind, rows in self._waiting.going.items():
            kept |= rows - doomed.get(kind, set())
        return kept

    def _sources_of(self, kept: Collection[int], doomed: Mapping[Kind, set[int]]) -> set[int]:
        return {source for source in doomed.get(Kind.SOURCE, ()) if self._source_of[source] in kept}

    def _batches_of(self, kept: Collection[int], doomed: Mapping[Kind, set[int]]) -> set[int]:
        going = doomed.get(Kind.BATCH, set())
        if not going or not kept:
            return set()
        return going & {place.batch for place in packed_places(self.connection, kept).values()}


def _listed(rows: Iterable[int]) -> str:
    return json.dumps(list(rows))


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of ids that follow one another."""
    first = last = None
    for row in sorted(rows):
        if first is None or last is None or row != last + 1:
            if first is not None and last is not None:
                yield first, last
            first = row
        last = row
    if first is not None and last is not None:
        yield first, last
