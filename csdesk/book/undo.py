"""Undo, redo and taking back: the log's entries of a step, walked backwards or forwards."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from csdesk.book import blocks, bundles, log, tally
from csdesk.book.columns import Layout, layout, written_moment
from csdesk.book.errors import MISSHAPEN, BookDamaged, NoSuchStep, StepErased, StepStays, UndoRefused, damage_told
from csdesk.book.log import Effect, Entry
from csdesk.book.steps import Step, step
from csdesk.book.store import Store
from csdesk.book.taken import Plan
from csdesk.book.taking import Taking
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


BEGINNINGS = frozenset({StepName.NEW_BOOK, StepName.DEMO, StepName.RESCUE})
"""Steps that made the book: never undone, or an empty shell would be left."""

_LAST_DONE = "state = 'done' ORDER BY id DESC"
_LAST_UNDONE = "state = 'undone' ORDER BY id"


def undo_state(store: Store) -> UndoState:
    """The next undo and redo, whoever did the step."""
    with store.reading() as connection:
        return UndoState(_next(store, connection, _LAST_DONE), _next(store, connection, _LAST_UNDONE))


def undo(store: Store) -> Changes | None:
    """Undo the last step that is done; None where there is none."""
    return _walk(store, _LAST_DONE, back=True)


def redo(store: Store) -> Changes | None:
    """Do again the step undone last; None where there is none."""
    return _walk(store, _LAST_UNDONE, back=False)


def take_back(store: Store, number: int) -> Changes:
    """Take any step back, as a step of its own, as far as later ones let it (see `taking`).

    Raises UndoRefused where nothing of it can be taken back; NoSuchStep and StepStays for what no change since is the
    reason of.
    """
    return taken_back(store, number)[0]


def taken_back(store: Store, number: int) -> tuple[Changes, Plan]:
    """The same; also tells what went and what stayed."""
    with _taking(store, number) as (taken, plan):
        pass
    return taken.changes, plan


def take_back_plan(store: Store, number: int) -> Plan:
    """What taking a step back would do: it is done, looked at and rolled back, so that look and deed cannot differ."""
    with suppress(_OnlyLooking), _taking(store, number, only_looking=True) as (_, plan):
        pass
    return plan


class _OnlyLooking(Exception):
    """Leads out of a step that is not to be kept."""


@contextmanager
def _taking(store: Store, number: int, *, only_looking: bool = False) -> Iterator[tuple[Step, Plan]]:
    label = standing(store, number)
    with damage_told(store.path, *MISSHAPEN), step(store, StepName.TAKE_BACK, label.subject) as taken:
        found = list(bundles.entries(taken.connection, number))
        left = [entry for entry in found if not entry.erased]
        taking = Taking(taken.connection, number, left)
        plan = taking.take()
        if taking.takes_nothing:
            if not plan.stays:
                _refuse_erased(store, found)
            first = next(iter(plan.stays), None)
            raise UndoRefused(store.path, first.kind, first.row, first.title) if first else UndoRefused(store.path)
        taken.takes_back = -number if plan.stays or left != found else number
        yield taken, plan
        if only_looking:
            raise _OnlyLooking


def standing(store: Store, number: int) -> StepLabel:
    """A step that stands and may be taken back. Raises NoSuchStep and StepStays."""
    with store.reading() as connection:
        label = _next(store, connection, f"state = 'done' AND id = {number:d}")
        if label is None:
            there = connection.exec_driver_sql(f"SELECT EXISTS (SELECT 1 FROM step WHERE id = {number:d})").scalar()
            raise (StepStays if there else NoSuchStep)(store.path)
    return label


def _next(store: Store, connection: Connection, which: str) -> StepLabel | None:
    row = connection.exec_driver_sql(f"SELECT id, name, subject, rows FROM step WHERE {which} LIMIT 1").first()
    if row is None or row[1] in BEGINNINGS:
        return None
    with damage_told(store.path):
        return StepLabel(row[0], StepName(row[1]), row[2], row[3])


def _walk(store: Store, which: str, *, back: bool) -> Changes | None:
    with store.writing() as connection:
        label = _next(store, connection, which)
        if label is None:
            return None
        try:
            with damage_told(store.path, *MISSHAPEN):
                found = list(log.entries(connection, label.step))
                _refuse_erased(store, found)
                effect = Effect.of(found)
                _replay(connection, list(bundles.spread(connection, found)), back=back)
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
