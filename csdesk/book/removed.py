"""Rows that were deleted, as the change log has them: which went in one step, and what they held."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection

from csdesk.book import blocks
from csdesk.book.columns import Stored
from csdesk.book.log import BULK
from csdesk.book.relations import PARTS, REFER_TO_ANY
from csdesk.models.deletions import DELETIONS
from csdesk.models.kinds import Kind, StepName


class Removed(NamedTuple):
    """One row that a step took out of the book, with what it held."""

    kind: Kind
    row: int
    account: int | None
    values: dict[str, Stored]


def deletions(connection: Connection) -> frozenset[int]:
    """The steps by which a person deletes: those of that name; bringing in the copy of a colleague who did; and what
    takes back that rows came back.

    Undoing an addition or taking back an import is none of them: what went can be added or imported again.
    """
    names = {*DELETIONS.values(), StepName.PUT_BACK, StepName.MERGE}
    found: set[int] = set()
    for step, name, takes_back in connection.exec_driver_sql("SELECT id, name, abs(takes_back) FROM step ORDER BY id"):
        if takes_back in found if name == StepName.TAKE_BACK else name in names:
            found.add(step)
    return frozenset(found)


def removed(connection: Connection, step: int) -> Iterator[Removed]:
    """Every row that a step took out of the book, those of use and the sources included."""
    gone = "FROM change WHERE step_id = ? AND after IS NULL ORDER BY id"
    single = f"SELECT last_id, packed, kind, row_id, account_id, before {gone}"
    for last, packed, kind, row, account, before in connection.exec_driver_sql(single, (step,)):
        if last is None:
            yield Removed(Kind(kind), row, account, json.loads(before))
        elif packed is not None:
            yield from unpacked(Kind(kind), packed)


def unpacked(kind: Kind, packed: str) -> Iterator[Removed]:
    """The rows that an entry of the log holds while their table must not."""
    assert kind in BULK
    for row in blocks.rows_in(packed):
        values: dict[str, Any] = {name: held for name, held in row.items() if held is not None}
        yield Removed(kind, values["id"], values.get("account_id"), values)


def rows_of(connection: Connection, step: int, chosen: Iterable[tuple[Kind, int]]) -> list[Removed]:
    """The rows that went in a step as these did: they themselves, their parts, all of an account, and what is beside
    them."""
    wanted = set(chosen)
    accounts = {row for kind, row in wanted if kind is Kind.ACCOUNT}
    found = list(removed(connection, step))

    def is_own(one: Removed) -> bool:
        whole = PARTS.get(one.kind)
        part = whole is not None and (whole[0], one.values[whole[1]]) in wanted
        return part or (one.kind, one.row) in wanted or one.account in accounts

    own = [one for one in found if one.kind not in REFER_TO_ANY and is_own(one)]
    ids = {one.row for one in own}
    return own + [one for one in found if one.kind in REFER_TO_ANY and one.values["row_id"] in ids]
