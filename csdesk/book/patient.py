"""Mending the rows of a damaged book: from its change log where that proves right, else by dropping what cannot be."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import StatementError

from csdesk.book import bundles, tally
from csdesk.book.columns import Stored, layout
from csdesk.book.damage import Damage, DamageKind
from csdesk.book.log import BULK
from csdesk.book.names import account_in_book, title, title_in_book
from csdesk.book.row_rules import ROW_FINDERS, Acceptable, settings_finder
from csdesk.book.salvage import Salvaged
from csdesk.models.kinds import Kind
from csdesk.models.tables import metadata


class LossKind(StrEnum):
    """What of a damaged book is not in the new one; `wording` says it."""

    ROWS = "rows"
    ROW = "row"
    ROW_OF_NOTHING = "row_of_nothing"
    TWICE = "twice"
    VALUE = "value"
    REFERENCE = "reference"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Loss:
    """One of them: the row's `name` and its account's where it has any, the `column` and what was `seen` there, or how
    many rows of a kind could not be read (0: nobody knows)."""

    what: LossKind
    kind: Kind
    row: int = 0
    name: str = ""
    account: str = ""
    column: str = ""
    seen: str = ""
    count: int = 0


_BY_KIND = {DamageKind.ENDS_BEFORE_START: "ended_on"}
"""Columns that are wrong beside another; without its end a line that never counted would."""


class Patient:
    """The rows of a damaged book in an empty one, whose guards are down, within one transaction."""

    def __init__(self, connection: Connection, found: Mapping[str, Salvaged]) -> None:
        self._connection, self._found = connection, found
        self._losses: dict[Kind, list[Loss]] = {kind: [] for kind in Kind}

    def fill(self) -> None:
        """Take the rows over as they were read."""
        for kind in Kind:
            self._fill(kind, self._found.get(kind, Salvaged()))
        for name in ("step", "change", "tally"):
            self._fill_own(name, self._found.get(name, Salvaged()).rows.values())

    def mend(self, acceptable: Acceptable) -> tuple[Loss, ...]:
        """Make every row one that csdesk could have written; gives what that cost."""
        kept = tally.kept(self._connection)
        for kind in Kind:
            self._heal(kind, kept.get(kind))
        finders = (*ROW_FINDERS, settings_finder(acceptable))
        while found := [damage for finder in finders for damage in finder(self._connection)]:
            for damage in found:
                self._drop(damage)
        put = "INSERT OR IGNORE INTO tally (kind, rows, digest) VALUES (?, 0, 0)"
        for kind, losses in self._losses.items():
            if kind not in kept and not tally.counted(self._connection, kind)[0]:
                self._connection.exec_driver_sql(put, (str(kind),))  # of a kind that came later
            if tally.counted(self._connection, kind) == kept.get(kind):
                losses.clear()  # all that went is what was never written
            elif any(loss.row for loss in losses):  # it is known what differs
                self._losses[kind] = [loss for loss in losses if loss.what is not LossKind.DIFFERS]
        return tuple(loss for losses in self._losses.values() for loss in losses)

    def _fill(self, kind: Kind, found: Salvaged) -> None:
        of, seen = layout(kind), {(row, column): text for row, column, text in found.misfits}
        whole: list[tuple[Stored, ...]] = []
        for number, values in found.rows.items():
            row = of.row({name: held for name, held in values.items() if held is not None and name in of.names})
            missing = _missing(kind, dict(zip(of.names, row, strict=True)))
            if missing:
                text = seen.get((number, missing), "")
                self._lose(
                    LossKind.ROW, kind, number, title(kind, values), self._account(values), column=missing, seen=text
                )
            else:
                whole.append(row)
        kept = {row[0] for row in whole}
        for number, column, text in found.misfits:
            if number in kept and column in of.names:
                self._lose(
                    LossKind.VALUE,
                    kind,
                    number,
                    title(kind, found.rows[number]),
                    self._account(found.rows[number]),
                    column=column,
                    seen=text,
                )
        self._insert(kind, whole)

    def _insert(self, kind: Kind, whole: list[tuple[Stored, ...]]) -> None:
        if not whole:
            return
        of = layout(kind)
        self._connection.exec_driver_sql(of.insert().replace("INSERT", "INSERT OR IGNORE", 1), whole)
        there = {row for (row,) in self._connection.exec_driver_sql(f'SELECT id FROM "{kind}"')}
        for row in whole:
            if isinstance(row[0], int) and row[0] not in there:
                values = dict(zip(of.names, row, strict=True))
                self._lose(LossKind.TWICE, kind, row[0], title(kind, values), self._account(values))

    def _fill_own(self, name: str, found: Iterable[Mapping[str, Stored]]) -> None:
        """Rows of the book's own record of itself; such as are not whole are of no use."""
        columns = metadata.tables[name].columns
        whole = [
            tuple(row.get(column.name) for column in columns)
            for row in found
            if all(row.get(column.name) is not None for column in columns if not column.nullable)
        ]
        if whole:
            listed = ", ".join(f'"{column.name}"' for column in columns)
            places = ", ".join("?" * len(columns))
            self._connection.exec_driver_sql(f"INSERT OR IGNORE INTO {name} ({listed}) VALUES ({places})", whole)

    def _heal(self, kind: Kind, kept: tuple[int, int] | None) -> None:
        """Where rows are not those that were counted, but those to which the log leads are, take these; where neither
        are, take from the log what could not be read."""
        found = self._found.get(kind, Salvaged())
        counted = tally.counted(self._connection, kind)
        if counted == kept:
            self._losses[kind].clear()
            return
        if kind not in BULK:
            led = self._led_to(kind)
            texts = [text.encode() for text in led.values()]
            if kept is not None and (len(texts), sum(map(tally.digest, texts)) & tally.MASK) == kept:
                self._replace(kind, led)
                return
            if found.broken or found.misfits:
                self._complete(kind, led)
        self._count(kind, kept, found)

    def _led_to(self, kind: Kind) -> dict[int, str]:
        """Rows as the steps that stand have left them: what came in a bundle, then what is known since."""
        led = {row: after for row, after in bundles.standing(self._connection, kind) if _of_row(kind, row, after)}
        sql = (
            "SELECT c.row_id, c.after, max(c.id) FROM change c JOIN step s ON s.id = c.step_id "
            "WHERE s.state = 'done' AND c.kind = ? AND c.last_id IS NULL GROUP BY c.row_id"
        )
        for row, after, _ in self._connection.exec_driver_sql(sql, (str(kind),)):
            led.pop(row, None)
            if after is not None and _of_row(kind, row, after):
                led[row] = after
        return led

    def _replace(self, kind: Kind, led: Mapping[int, str]) -> None:
        self._connection.exec_driver_sql(f'DELETE FROM "{kind}"')
        self._losses[kind].clear()
        self._insert(kind, [layout(kind).from_json(text) for text in led.values()])

    def _complete(self, kind: Kind, led: Mapping[int, str]) -> None:
        """Add rows that are missing, and those of which a value could not be read."""
        wrong = {loss.row for loss in self._losses[kind] if loss.what is not LossKind.TWICE}
        there = {row for (row,) in self._connection.exec_driver_sql(f'SELECT id FROM "{kind}"')}
        for row, text in led.items():
            if row in wrong or row not in there:
                try:
                    with self._connection.begin_nested():
                        self._connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', (row,))
                        self._connection.exec_driver_sql(layout(kind).insert(), layout(kind).from_json(text))
                except StatementError:  # a value that no table holds, or a row that is there by another id
                    continue
                self._losses[kind] = [loss for loss in self._losses[kind] if loss.row != row]

    def _count(self, kind: Kind, kept: tuple[int, int] | None, found: Salvaged) -> None:
        """Tell of rows that are not there, or of a value among them that nobody can name."""
        counted = tally.counted(self._connection, kind)
        if kept is None:
            if found.broken:
                self._losses[kind].append(Loss(LossKind.ROWS, kind))
            return
        told = sum(loss.what in {LossKind.ROW, LossKind.TWICE} for loss in self._losses[kind])
        gone = kept[0] - counted[0] - told
        if gone > 0:
            self._losses[kind].append(Loss(LossKind.ROWS, kind, count=gone))
        elif counted != kept and not self._losses[kind]:
            self._losses[kind].append(Loss(LossKind.DIFFERS, kind))

    def _drop(self, damage: Damage) -> None:
        """Drop a value that cannot be, or its row where the row cannot do without."""
        kind, row = Kind(str(damage.details["kind"])), int(str(damage.details["row"]))
        column, seen = (
            str(damage.details.get("column", _BY_KIND.get(damage.what, ""))),
            str(damage.details.get("seen", "")),
        )
        names = title_in_book(self._connection, kind, row), account_in_book(self._connection, kind, row)
        of = metadata.tables[kind].columns.get(column)
        refers = damage.what in {DamageKind.REFERENCE, DamageKind.LOST_ROW}
        default = layout(kind).defaults.get(column)
        if (
            of is not None
            and damage.what not in _BY_KIND
            and (of.nullable or default is not None)
            and seen != str(default)
        ):
            self._connection.exec_driver_sql(f'UPDATE "{kind}" SET "{column}" = ? WHERE id = ?', (default, row))
            self._lose(LossKind.REFERENCE if refers else LossKind.VALUE, kind, row, *names, column=column, seen=seen)
            return
        gone = self._connection.exec_driver_sql(f'DELETE FROM "{kind}" WHERE id = ?', (row,)).rowcount
        if gone:
            twice = LossKind.TWICE if damage.what is DamageKind.TWICE else LossKind.ROW
            target = str(damage.details.get("target", ""))
            what = LossKind.ROW_OF_NOTHING if refers else twice
            self._lose(what, kind, row, *names, column=column, seen=target if refers else seen)

    def _account(self, values: Mapping[str, Stored]) -> str:
        """The name of the account that a row names."""
        accounts = self._found.get(Kind.ACCOUNT, Salvaged()).rows
        account = values.get("account_id")
        return str(accounts[account].get("name") or "") if isinstance(account, int) and account in accounts else ""

    def _lose(
        self, what: LossKind, kind: Kind, row: int, name: str, account: str, *, column: str = "", seen: str = ""
    ) -> None:
        self._losses[kind].append(Loss(what, kind, row, name, account, column, seen))


def _missing(kind: Kind, values: Mapping[str, Stored]) -> str:
    """The first column that needs a value and has none."""
    needed = (column.name for column in metadata.tables[kind].columns if not column.nullable)
    return next((name for name in needed if values[name] is None), "")


def _of_row(kind: Kind, row: int, text: str) -> bool:
    try:
        values: Any = json.loads(text)
    except ValueError:
        return False
    return isinstance(values, dict) and values.get("id") == row and values.keys() <= set(layout(kind).names)
