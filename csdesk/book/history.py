"""Who changed what and when, from the log: also what was taken back since, and by whom."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from csdesk.book import bundles
from csdesk.book.columns import Layout, layout, read_moment
from csdesk.book.errors import MISSHAPEN, damage_told
from csdesk.book.log import BULK, Entry
from csdesk.book.names import account_in_book, last_title, title
from csdesk.book.store import Store
from csdesk.book.tally import driver_rows
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, StepName

_TELLING = {Kind.HEALTH_VALUE: "value", Kind.ANSWER: "score"}
"""Kinds of which one value tells more than that a row was added."""


class Fate(StrEnum):
    """What became of a step."""

    STANDS = "stands"
    TAKEN_BACK = "taken_back"
    IN_PART = "in_part"
    REDONE = "redone"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class StepItem:
    """One step: who did what when, to how many rows, and what became of it.

    `turned_at` and `turned_by` tell of the last undo or redo.
    """

    step: int
    at: datetime
    who: str
    step_name: StepName
    subject: str
    rows: int
    fate: Fate
    turned_at: datetime | None
    turned_by: str


@dataclass(frozen=True, slots=True)
class HistoryItem(StepItem):
    """One change to one field, for people: `before` and `after` as the book holds them, but ids told as names.

    Of a row that was added or deleted there is one item, without a field, that tells its name as what came after or was
    there before; of a step whose rows are not kept there is one item without a `kind`, and of a row that was deleted
    for good one without a name. `account` is whose the row is,
    '' in the history of one account; `currency` the row's own, '' where it names none; `change` the entry in the log
    and `owner` the account.
    """

    kind: Kind | None
    row: int
    name: str
    account: str
    field: str
    before: Value
    after: Value
    currency: str
    change: int
    owner: int | None


@dataclass(frozen=True, slots=True)
class _Turn:
    """The last undo or redo of a step."""

    fate: Fate
    at: datetime | None = None
    who: str = ""


_ERASED = _Turn(Fate.ERASED)
_MANY = 100
"""Names asked one by one until all of a kind are read at once."""
_KINDS = ", ".join(f"'{kind}'" for kind in Kind if kind not in BULK)
_STEP = "s.id, s.at, s.who, s.name, s.subject, s.rows, s.state, s.turned_at, s.turned_by"
_STEPS = _STEP.count(",") + 1
_CHANGE = ", ".join(f"c.{name}" for name in Entry._fields)


def history(
    book: Store, *, account: int | None = None, step: int | None = None, limit: int = 500, older_than: int | None = None
) -> list[HistoryItem]:
    """Who changed what, newest first: of one account, with all that belongs to it, of one step, or of the whole book.

    At most `limit` changed rows are told of, with a negative one all, `older_than` a change if asked; rows of use are
    not.
    """
    which = f"step s LEFT JOIN change c ON c.step_id = s.id AND c.kind IN ({_KINDS})"
    if account is not None or older_than is not None:
        which = f"change c JOIN step s ON s.id = c.step_id AND c.kind IN ({_KINDS})"
    asked = " AND ".join(_conditions(account, step, older_than))
    wanted = f"SELECT {_STEP}, {_CHANGE} FROM {which} WHERE {asked} ORDER BY s.id DESC, c.id DESC LIMIT ?"
    with book.reading() as connection, damage_told(book.path, *MISSHAPEN):
        telling = Telling(connection, account)
        # Of a bundle the account may have any number of rows, also none: all there is of it is asked for.
        rows = driver_rows(connection.exec_driver_sql(wanted, (limit if account is None else -1,)))
        changes = _single(connection, rows, account, older_than)
        return [
            item for of, entry in islice(changes, limit if limit >= 0 else None) for item in telling.told(of, entry)
        ]


def _conditions(account: int | None, step: int | None, older_than: int | None) -> Iterator[str]:
    yield "TRUE"
    if account is not None:
        yield f"(c.account_id = {account:d} OR {bundles.of_account(account)})"
    if step is not None:
        yield f"s.id = {step:d}"
    if older_than is not None:
        yield bundles.begun_before(older_than)


def _single(
    connection: Connection, rows: Iterable[Sequence[Any]], account: int | None, older_than: int | None
) -> Iterator[tuple[Sequence[Any], Entry]]:
    """Each change with its step, the latest first, also those that are bundled."""
    for row in rows:
        for entry in bundles.spread(connection, [Entry._make(row[_STEPS:])], latest_first=True):
            if account in {None, entry.account_id} and (older_than is None or entry.id < older_than):
                yield row[:_STEPS], entry


class Telling:
    """Tells rows of the log for people; what many rows have in common is read once."""

    def __init__(self, connection: Connection, account: int | None = None) -> None:
        """Of one account nothing says whose its rows are."""
        self._connection, self._account = connection, account
        self._taken_back = _taken_back(connection)
        self._names: dict[Kind, dict[int, str]] = {}
        self._steps: dict[int, StepItem] = {}
        self._of_fields: dict[int, Kind] = {}

    def step(self, row: Sequence[Any]) -> StepItem:
        """One step, from its columns."""
        known = self._steps.get(row[0])
        if known is None:
            number, at, who, name, subject, rows, state, turned_at, turned_by = row
            turn = self._taken_back.get(number) or _turn(state, turned_at, turned_by)
            moment = read_moment(at)
            known = StepItem(number, moment, who, StepName(name), subject, rows, turn.fate, turn.at, turn.who)
            self._steps[number] = known
        return known

    def told(self, step: Sequence[Any], change: Entry) -> Iterator[HistoryItem]:
        """One change of a row, from the columns of its step and its own: an item for each field."""
        of, erased = self.step(step), change.last_id is not None
        number, kind, row, _, owner, before, after = change
        turn = _ERASED if erased else _Turn(of.fate, of.turned_at, of.turned_by)
        belongs_to = None if owner == self._account else owner
        told = (
            _untold(kind, row)
            if erased
            else _told(belongs_to, kind, row, before, after, names=self.name, holder=self._holder)
        )
        for difference in told:
            yield HistoryItem(
                of.step, of.at, of.who, of.step_name, of.subject, of.rows, turn.fate, turn.at, turn.who,
                *difference, number or 0, owner,
            )  # fmt: skip

    def name(self, kind: Kind, row: int) -> str:
        """What a row is called, or was when it was last there."""
        names = self._names.setdefault(kind, {})
        if row not in names:
            if len(names) == _MANY:
                names |= self._all_names(kind) | names
            if row not in names:
                names[row] = last_title(self._connection, kind, row)
        return names[row]

    def _holder(self, field: int, row: int) -> tuple[str, str]:
        """What the row is called whose own column holds something, and its account; nothing of an account, which is
        told of anyway."""
        if not self._of_fields:
            asked = self._connection.exec_driver_sql("SELECT id, kind FROM custom_field")
            self._of_fields = {number: Kind(kind) for number, kind in asked}
        kind = self._of_fields.get(field, Kind.ACCOUNT)
        return (
            ("", "") if kind is Kind.ACCOUNT else (self.name(kind, row), account_in_book(self._connection, kind, row))
        )

    def _all_names(self, kind: Kind) -> dict[int, str]:
        """Of kinds whose rows always have one: where very many are told of, one question for each takes long."""
        if "name" not in layout(kind).names or kind is Kind.CONTRACT:
            return {}
        found = driver_rows(self._connection.exec_driver_sql(f'SELECT id, substr(name, 1, 80) FROM "{kind}"'))
        return {row: name for row, name in found if name}


def _turn(state: str, at: str | None, who: str | None) -> _Turn:
    if at is None:
        return _Turn(Fate.STANDS)
    return _Turn(Fate.REDONE if state == "done" else Fate.TAKEN_BACK, read_moment(at), who or "")


def _taken_back(connection: Connection) -> dict[int, _Turn]:
    """Steps that stand in the log, but that a later step, which itself was not taken back, has taken back."""
    wanted = "SELECT id, takes_back, at, who FROM step WHERE takes_back IS NOT NULL AND state = 'done' ORDER BY id DESC"
    found: dict[int, _Turn] = {}
    for step, taken, at, who in connection.exec_driver_sql(wanted):
        if step not in found:
            fate = Fate.TAKEN_BACK if taken > 0 else Fate.IN_PART
            found.setdefault(abs(taken), _Turn(fate, read_moment(at), who))
    return found


def _untold(kind: str, row: int) -> Iterator[tuple[Kind | None, int, str, str, str, Value, Value, str]]:
    yield Kind(kind), row, "", "", "", None, None, ""


def _told(
    owner: int | None,
    kind: str | None,
    row: int | None,
    before: str | None,
    after: str | None,
    *,
    names: Callable[[Kind, int], str],
    holder: Callable[[int, int], tuple[str, str]],
) -> Iterator[tuple[Kind | None, int, str, str, str, Value, Value, str]]:
    if kind is None or row is None:
        yield None, 0, "", "", "", None, None, ""
        return
    was, now = json.loads(before or "{}"), json.loads(after or "{}")
    of = Kind(kind)
    if of is Kind.CUSTOM_VALUE:
        name, belongs_to = holder((now or was)["field_id"], (now or was)["row_id"])
    else:
        name, belongs_to = title(of, now or was) or names(of, row), ""
    if owner is not None and of is not Kind.ACCOUNT:
        belongs_to = names(Kind.ACCOUNT, owner)
    currency = str((now or was).get("currency") or "")
    for field, old, new in _differences(of, was, now, names):
        yield of, row, name, belongs_to, field, old, new, currency


def _differences(
    kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any], names: Callable[[Kind, int], str]
) -> Iterator[tuple[str, Value, Value]]:
    of = layout(kind)
    if kind is Kind.CUSTOM_VALUE:
        heading = names(Kind.CUSTOM_FIELD, (after or before)["field_id"])
        yield heading, before.get("value"), after.get("value")
    elif kind in _TELLING and not (before and after):
        field = _TELLING[kind]
        yield field, before.get(field), after.get(field)
    elif before and after:
        for name in of.names:
            if before.get(name) != after.get(name):
                yield name, _value(of, name, before.get(name), names), _value(of, name, after.get(name), names)
    else:
        yield "", title(kind, before) or None, title(kind, after) or None


def _value(of: Layout, name: str, value: Any, names: Callable[[Kind, int], str]) -> Value:  # noqa: ANN401 - as JSON has it
    if value is None:
        return None
    if name in of.references:
        return names(of.references[name], value)
    read = of.readers.get(name)
    held: Value = read(value) if read else value
    return held
