"""The change log: what triggers write into it, and what a step's entries amount to."""

import json
import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection

from csdesk.book import tally
from csdesk.book.columns import Layout, layout
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName

BULK = frozenset({Kind.USE, Kind.SOURCE})
"""Kinds whose rows come by the ten thousand and have no history of their own: logged by block (see `blocks`)."""

ERASED = "erased"
"""Stands in a block of which the rows were deleted for good."""

BOOKKEEPING = frozenset({Kind.BATCH, Kind.SOURCE, Kind.MERGE})
"""Kinds that no person counts when told how much a step changed."""


class Entry(NamedTuple):
    """One row's change, or with `last_id` that of a block or a bundle. `before` and `after` are JSON; None: there is no
    row."""

    id: int
    kind: str
    row_id: int
    last_id: int | None
    account_id: int | None
    before: str | None
    after: str | None

    @property
    def block(self) -> dict[str, Any]:
        """What is known of a block: `rows` (how many), `digest` (the sum of theirs), `accounts`."""
        content: dict[str, Any] = json.loads(self.after or self.before or "")
        return content

    @property
    def bundled(self) -> bool:
        """Whether it stands for the entries of many rows (see `bundles`)."""
        return self.last_id is not None and self.kind not in BULK and not self.erased

    @property
    def erased(self) -> bool:
        """Whether its rows were deleted for good: what is left adds up, but tells nothing and leads nowhere."""
        return self.last_id is not None and ERASED in self.block


def set_up(driver: sqlite3.Connection) -> None:
    """Put the triggers on every kind. They live in this connection alone: the file holds none.

    While the table `logging` holds a step they write every change of a row into the log; while it is empty (as in
    undo) they do nothing.
    """
    driver.execute("CREATE TEMP TABLE logging (step INTEGER NOT NULL)")
    for kind in Kind:
        for statement in _triggers(layout(kind)):
            driver.execute(statement)


def _triggers(of: Layout) -> Iterator[str]:
    old, new = of.json("OLD."), of.json("NEW.")
    if of.kind not in BULK:  # even a trigger that does nothing takes its time; blocks are logged by `blocks`
        yield _trigger(of, "INSERT", "NEW", "NULL", new)
    yield _trigger(of, "UPDATE", "NEW", old, new)
    yield _trigger(of, "DELETE", "OLD", old, "NULL")
    if of.kind not in {Kind.CUSTOM_VALUE, Kind.SOURCE}:
        yield (
            f'CREATE TEMP TRIGGER "clear_{of.kind}" AFTER DELETE ON main."{of.kind}" '
            f"WHEN EXISTS (SELECT 1 FROM logging) BEGIN "
            f"DELETE FROM custom_value WHERE row_id = OLD.id; DELETE FROM source WHERE row_id = OLD.id; END"
        )


def _trigger(of: Layout, deed: str, row: str, before: str, after: str) -> str:
    return (
        f'CREATE TEMP TRIGGER "log_{of.kind}_{deed}" AFTER {deed} ON main."{of.kind}" BEGIN '
        f"{_entry(of, row, before, after)} FROM logging; END"
    )


@contextmanager
def unwatched(connection: Connection, of: Layout) -> Iterator[None]:
    """Insert rows of a kind without the trigger for it. What fails meanwhile takes the transaction back, and so brings
    the trigger back as well."""
    if of.kind not in BULK:
        connection.exec_driver_sql(f'DROP TRIGGER temp."log_{of.kind}_INSERT"')
    yield
    if of.kind not in BULK:
        connection.exec_driver_sql(_trigger(of, "INSERT", "NEW", "NULL", of.json("NEW.")))


def _entry(of: Layout, row: str, before: str, after: str) -> str:
    """The statement that logs a row's change, but for where row and step are taken from."""
    return (
        "INSERT INTO change (step_id, kind, row_id, account_id, before, after) "
        f"SELECT step, '{of.kind}', {row}.id, {_account(of, row)}, {before}, {after}"
    )


def write_inserted(connection: Connection, of: Layout, first: int, last: int) -> None:
    """Log rows that were inserted while logging was paused, from a first id to a last: one entry each, as the trigger
    writes it."""
    row = f'"{of.kind}"'
    entries = f"{_entry(of, row, 'NULL', of.json(f'{row}.'))} FROM {row}, logging WHERE {row}.id BETWEEN ? AND ?"
    connection.exec_driver_sql(f"{entries} ORDER BY {row}.id", (first, last))


def _account(of: Layout, row: str) -> str:
    if of.kind is Kind.CUSTOM_VALUE:
        return f"(SELECT id FROM account WHERE id = {row}.row_id)"
    return f"{row}.{of.account}" if of.account else "NULL"


def start(connection: Connection, step: int) -> None:
    """Log from here on as that step."""
    connection.exec_driver_sql("INSERT INTO logging (step) VALUES (?)", (step,))


def stop(connection: Connection) -> None:
    """Log no more."""
    connection.exec_driver_sql("DELETE FROM logging")


def open_step(connection: Connection) -> int | None:
    """The step that changes are logged as; None while nothing is logged."""
    number: int | None = connection.exec_driver_sql("SELECT step FROM logging").scalar()
    return number


@contextmanager
def paused(connection: Connection) -> Iterator[int | None]:
    """Change rows without the triggers; gives the step that is open, for entries written by other means."""
    step = open_step(connection)
    stop(connection)
    yield step
    if step is not None:
        start(connection, step)


def entries(connection: Connection, step: int) -> Iterator[Entry]:
    """A step's entries in the order in which they were made, bundles as they are written."""
    wanted = ", ".join(Entry._fields)
    rows = connection.exec_driver_sql(f"SELECT {wanted} FROM change WHERE step_id = ? ORDER BY id", (step,))
    return map(Entry._make, tally.driver_rows(rows))


@dataclass(slots=True)
class Effect:
    """What entries amount to: tally differences, kinds, accounts, and the rows a person would count."""

    tallies: dict[Kind, tuple[int, int]] = field(default_factory=dict)
    accounts: set[int] = field(default_factory=set)
    rows: int = 0

    @classmethod
    def of(cls, found: Iterable[Entry]) -> Self:
        """Sum up entries."""
        effect = cls()
        counted: set[tuple[str, int]] = set()
        bundled: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        accounts = effect.accounts
        for entry in found:
            _, name, row, last, account, before, after = entry
            block, rows = {}, 1
            for side, sign in ((before, -1), (after, 1)):
                if side is not None:
                    kind = sums[name]
                    if last:
                        block = json.loads(side)
                        rows = block["rows"]
                    kind[0] += sign * rows
                    kind[1] += sign * (block["digest"] if last else tally.digest(side.encode()))
            if account is not None:
                accounts.add(account)
            if last:
                accounts.update(block["accounts"])
            elif before is not None:
                accounts.update(_former_account(entry))
            if name not in BOOKKEEPING and (name, row) not in counted and not _among(bundled[name], row):
                counted.add((name, row))
                effect.rows += rows
            if last and name not in BULK and ERASED not in block:
                bundled[name].append((row, last or row))
        effect.tallies = {Kind(kind): (rows, total) for kind, (rows, total) in sums.items()}
        return effect

    def backwards(self) -> dict[Kind, tuple[int, int]]:
        """The tally differences of undoing it."""
        return {kind: (-rows, -total) for kind, (rows, total) in self.tallies.items()}

    def changes(self, step: int, name: StepName, subject: str) -> Changes:
        """As the callers see it."""
        return Changes(step, name, frozenset(self.tallies), frozenset(self.accounts), self.rows, subject)


def _among(runs: Sequence[tuple[int, int]], row: int) -> bool:
    """Whether a row is among those that came in bundles, whose ids rise as they are given."""
    at = bisect_right(runs, row, key=itemgetter(0)) - 1
    return at >= 0 and row <= runs[at][1]


def _former_account(entry: Entry) -> Iterable[int]:
    """The one a row belonged to before, for it may have moved."""
    column = layout(Kind(entry.kind)).account
    if entry.before is None or entry.after is None or column in {None, "id"}:
        return ()
    former = json.loads(entry.before).get(column)
    return () if former is None else (former,)
