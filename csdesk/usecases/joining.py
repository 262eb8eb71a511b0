"""Two accounts that are one: what each holds, side by side, and bringing them together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName
from csdesk.usecases.accounts import CUSTOM
from csdesk.usecases.books import save_before
from csdesk.usecases.rows import one_row

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.models.drafts import Changes, Value

SHOWN = (
    Kind.CONTRACT, Kind.CONTACT, Kind.TOUCH, Kind.TASK, Kind.TICKET, Kind.ANSWER, Kind.INVOICE, Kind.USE, Kind.GOAL,
    Kind.MILESTONE, Kind.DEAL, Kind.FEEDBACK, Kind.INTERVIEW, Kind.MAILING, Kind.RISK, Kind.WIN,
)  # fmt: skip
"""Rows of an account that the pair counts."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its MRR in minor units, and how many rows of each kind belong to it."""

    account: int
    name: str
    mrr: Fraction
    rows: Mapping[Kind, int]


@dataclass(frozen=True, slots=True)
class PairField:
    """What both say of one thing, as they hold it; `key` is a column of accounts, or `custom:HEADING`."""

    key: str
    left: Value
    right: Value

    @property
    def differs(self) -> bool:
        """Whether somebody has to choose: both say something, and not the same."""
        return None not in {self.left, self.right} and self.left != self.right


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts side by side, with every field that either of them fills."""

    left: Side
    right: Side
    fields: tuple[PairField, ...]


def pair_of(book: Book, left: int, right: int, as_of: date) -> Pair:
    """Both accounts as of a day. Raises Gone where one of them is no longer there."""
    from csdesk.book.read import custom_values, known
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    one, other = (_named(snapshot.people, one_row(book, Kind.ACCOUNT, account)) for account in (left, right))
    mrr = {row.id: row.mrr for row in rows_at(snapshot, as_of).rows}
    held = known(book, SHOWN)
    counts = [
        {kind: sum(row["account_id"] == account for row in held[kind]) for kind in SHOWN} for account in (left, right)
    ]
    own = custom_values(book, Kind.ACCOUNT)
    says = [
        {**row, **{CUSTOM + name: text for name, text in own.get(account, {}).items()}}
        for account, row in ((left, one), (right, other))
    ]
    keys = [key for key in {**says[0], **says[1]} if key != "id"]
    fields = (PairField(key, says[0].get(key), says[1].get(key)) for key in keys)
    sides = [
        Side(account, str(row["name"]), mrr[account], count)
        for account, row, count in zip((left, right), (one, other), counts, strict=True)
    ]
    return Pair(
        sides[0], sides[1], tuple(field for field in fields if field.left is not None or field.right is not None)
    )


def _named(people: Mapping[object, str], row: dict[str, Any]) -> dict[str, Any]:
    """The account with its owner by name."""
    return row | {"owner_id": people.get(row["owner_id"])}


def join_accounts(book: Book, kept: int, emptied: int, taken: Collection[str] = ()) -> Changes:
    """Bring two accounts together in one step: everything of `emptied` goes to `kept`, then it is deleted. Of the
    fields in `taken` the kept account takes the other's value; of the rest it takes it where it has none itself.

    Raises Gone where one of them is no longer there, BookError where no copy can be saved before many rows move.
    """
    before, other = one_row(book, Kind.ACCOUNT, kept), one_row(book, Kind.ACCOUNT, emptied)
    moving = _moving(book, kept, emptied)
    save_before(book, sum(len(rows) for rows in moving.values()))
    with book.step(StepName.JOIN_ACCOUNTS, subject=str(before["name"])) as step:
        for kind, rows in moving.items():
            step.update_many(kind, [(row, {"account_id": kept}) for row in rows])
        _move_own_columns(book, step, kept, emptied, taken)
        _move_sources(book, step, kept, emptied)
        _forget_left(book, step, emptied)
        values = {
            name: value
            for name, value in other.items()
            if name != "id" and value is not None and (name in taken or before[name] is None)
        }
        step.update(Kind.ACCOUNT, kept, values)
        step.delete(Kind.ACCOUNT, emptied)
    return step.changes


def _moving(book: Book, kept: int, emptied: int) -> dict[Kind, list[int]]:
    """Rows that go from one account to the other. Of a day's health the kept account's own stands, and the other's
    goes with its account."""
    from csdesk.book.columns import layout
    from csdesk.book.read import rows

    found = {
        kind: rows(book, kind, where={"account_id": emptied}) for kind in Kind if layout(kind).account == "account_id"
    }
    days = {row["on_date"] for row in rows(book, Kind.HEALTH_DAY, where={"account_id": kept})}
    found[Kind.HEALTH_DAY] = [row for row in found[Kind.HEALTH_DAY] if row["on_date"] not in days]
    return {kind: [int(str(row["id"])) for row in held] for kind, held in found.items()}


def _move_own_columns(book: Book, step: Step, kept: int, emptied: int, taken: Collection[str]) -> None:
    from csdesk.book.read import rows

    names = {row["id"]: str(row["name"]) for row in rows(book, Kind.CUSTOM_FIELD)}
    present = {row["field_id"]: row for row in rows(book, Kind.CUSTOM_VALUE, where={"row_id": kept})}
    for row in rows(book, Kind.CUSTOM_VALUE, where={"row_id": emptied}):
        mine = present.get(row["field_id"])
        if mine is None:
            step.update(Kind.CUSTOM_VALUE, int(str(row["id"])), {"row_id": kept})
        elif CUSTOM + names[row["field_id"]] in taken:
            step.update(Kind.CUSTOM_VALUE, int(str(mine["id"])), {"value": row["value"]})


def _move_sources(book: Book, step: Step, kept: int, emptied: int) -> None:
    """The lines of files that the emptied account came from tell of the kept one now."""
    from csdesk.book.read import rows

    found = rows(book, Kind.SOURCE, where={"kind": Kind.ACCOUNT.value, "row_id": emptied})
    step.update_many(Kind.SOURCE, [(int(str(row["id"])), {"row_id": kept}) for row in found])


def _forget_left(book: Book, step: Step, emptied: int) -> None:
    """What was left as it is of an account that is no more."""
    from csdesk.book.read import rows
    from csdesk.usecases.hygiene import LEFT_PAGE

    left = rows(book, Kind.SAVED_VIEW, where={"page": LEFT_PAGE})
    told = [int(str(row["id"])) for row in left if f"{emptied:x}" in str(row["name"]).split(":")[1:]]
    step.delete_many(Kind.SAVED_VIEW, told)
