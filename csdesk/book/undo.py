"""Undo, redo and taking back: the log's entries of a step, walked backwards or forwards."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from csdesk.book import blocks, log, tally
from csdesk.book.columns import Layout, layout, written_moment
from csdesk.book.errors import (
    MISSHAPEN,
    BookDamaged,
    NoSuchStep,
    RowRefused,
    StepErased,
    StepStays,
    UndoRefused,
    damage_told,
)
from csdesk.book.log import Effect, Entry
from csdesk.book.names import title, title_in_book
from csdesk.book.steps import step
from csdesk.book.store import Store
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName


@dataclass(frozen=True, slots=True)
class StepLabel:
    """A step as the undo menu names it."""

    step: int
    name: StepName
    subject: str
    rows: int


@dataclass(frozen=True, slots=True)
class UndoState:
    """What the next undo and the next redo would do; None where there is nothing."""

    undo: StepLabel | None
    redo: StepLabel | None


_BEGINNINGS = frozenset({StepName.NEW_BOOK, StepName.DEMO, StepName.RESCUE})
"""Steps that made the book: never undone, or an empty shell would be left."""

_LAST_DONE = "state = 'done' ORDER BY id DESC"
_LAST_UNDONE = "state = 'undone' ORDER BY id"


def undo_state(store: Store) -> UndoState:
    """The next undo and redo, whoever did the step."""
    with store.reading() as connection:
        return UndoState(_next(connection, _LAST_DONE), _next(connection, _LAST_UNDONE))


def undo(store: Store) -> Changes | None:
    """Undo the last step that is done; None where there is none."""
    return _walk(store, _LAST_DONE, back=True)


def redo(store: Store) -> Changes | None:
    """Do again the step undone last; None where there is none."""
    return _walk(store, _LAST_UNDONE, back=False)


def take_back(store: Store, number: int) -> Changes:
    """Undo any step, as a step of its own.

    Raises UndoRefused where a row is not as the step left it, or where something else hangs on it by now; NoSuchStep
    and StepStays for what no change since is the reason of.
    """
    label = _standing(store, number)
    try:
        with damage_told(store.path, *MISSHAPEN), step(store, StepName.TAKE_BACK, label.subject) as taken:
            taken.takes_back = number
            found = list(log.entries(taken.connection, number))
            _refuse_erased(store, found)
            _refuse_changed(store, taken.connection, found)
            _replay(taken.connection, found, back=True)
            _refuse_more(store, found, log.entries(taken.connection, taken.number))
    except (blocks.BlockChanged, RowRefused) as changed:
        raise UndoRefused(store.path) from changed
    return taken.changes


def rows_of(store: Store, number: int) -> int:
    """How many rows a step has changed; 0 where there is none of that number."""
    with store.reading() as connection:
        return int(connection.exec_driver_sql("SELECT rows FROM step WHERE id = ?", (number,)).scalar() or 0)


def _standing(store: Store, number: int) -> StepLabel:
    with store.reading() as connection:
        label = _next(connection, f"state = 'done' AND id = {number:d}")
        if label is None:
            there = connection.exec_driver_sql(f"SELECT EXISTS (SELECT 1 FROM step WHERE id = {number:d})").scalar()
            raise (StepStays if there else NoSuchStep)(store.path)
    return label


def _next(connection: Connection, which: str) -> StepLabel | None:
    row = connection.exec_driver_sql(f"SELECT id, name, subject, rows FROM step WHERE {which} LIMIT 1").first()
    if row is None or row[1] in _BEGINNINGS:
        return None
    return StepLabel(row[0], StepName(row[1]), row[2], row[3])


def _walk(store: Store, which: str, *, back: bool) -> Changes | None:
    with store.writing() as connection:
        label = _next(connection, which)
        if label is None:
            return None
        try:
            with damage_told(store.path, *MISSHAPEN):
                found = list(log.entries(connection, label.step))
                _refuse_erased(store, found)
                effect = Effect.of(found)
                _replay(connection, found, back=back)
        except blocks.BlockChanged as changed:  # undo and redo meet every row as they left it
            raise BookDamaged(store.path) from changed
        tally.add(connection, effect.backwards() if back else effect.tallies)
        state = "undone" if back else "done"
        connection.exec_driver_sql(
            "UPDATE step SET state = ?, turned_at = ?, turned_by = ? WHERE id = ?",
            (state, written_moment(store.clock()), store.who, label.step),
        )
        return effect.changes(label.step, label.name, label.subject)


def _replay(connection: Connection, found: Sequence[Entry], *, back: bool) -> None:
    """Give every row the value on the far side of its entry, in order: each state on the way was sound once."""
    way = [entry._replace(before=entry.after, after=entry.before) for entry in reversed(found)] if back else found
    for (name, block, came, gone), run in groupby(way, key=_deed):
        kind, entries = Kind(name), list(run)
        if block:
            for entry in entries:
                (blocks.remove if gone else blocks.put_back)(connection, entry)
        elif gone:
            connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', [(entry.row_id,) for entry in entries])
        elif came and kind in log.BULK:
            for entry in entries:
                of = layout(kind)
                blocks.insert(connection, of, of.names, [of.from_json(entry.after or "")])
        else:
            _put(connection, layout(kind), entries)


def _deed(entry: Entry) -> tuple[str, bool, bool, bool]:
    return entry.kind, entry.last_id is not None, entry.before is None, entry.after is None


def _put(connection: Connection, of: Layout, entries: Iterable[Entry]) -> None:
    """Insert rows, or overwrite those that are there."""
    news = ", ".join(f'"{name}" = excluded."{name}"' for name in of.names if name != "id")
    rows = [of.from_json(entry.after or "") for entry in entries]
    connection.exec_driver_sql(f"{of.insert()} ON CONFLICT (id) DO UPDATE SET {news}", rows)


def _refuse_erased(store: Store, found: Iterable[Entry]) -> None:
    if any(entry.erased for entry in found):
        raise StepErased(store.path)


def _refuse_changed(store: Store, connection: Connection, found: Iterable[Entry]) -> None:
    left = {(Kind(entry.kind), entry.row_id): entry.after for entry in found if entry.last_id is None}
    for kind, keys in groupby(sorted(left), key=lambda key: key[0]):
        rows = [row for _, row in keys]
        of = layout(kind)
        wanted = f'SELECT id, {of.json()} AS held FROM "{kind}" WHERE id IN (SELECT value FROM json_each(?))'
        now = {found.id: found.held for found in connection.exec_driver_sql(wanted, (json.dumps(rows),))}
        for row in rows:
            if left[kind, row] != now.get(row):
                raise UndoRefused(store.path, kind, row, title_in_book(connection, kind, row))


def _refuse_more(store: Store, found: Iterable[Entry], taken: Iterable[Entry]) -> None:
    """Going back must touch the step's own rows alone: no touch or task vanishes with an account it came to later."""
    own = {(entry.kind, entry.row_id) for entry in found}
    for entry in taken:
        if (entry.kind, entry.row_id) not in own:
            kind = Kind(entry.kind)
            raise UndoRefused(store.path, kind, entry.row_id, title(kind, json.loads(entry.before or "{}")))
