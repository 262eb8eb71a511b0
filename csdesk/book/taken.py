"""What taking a step back amounts to: how much goes, and what stays, row by row, with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from sqlalchemy import Connection

from csdesk.book.columns import layout
from csdesk.book.names import title, title_in_book
from csdesk.models.kinds import Kind

Key: TypeAlias = tuple[Kind, int]
Values: TypeAlias = Mapping[str, Any]
"""A row by column name, without its NULLs."""


class Reason(StrEnum):
    """Why a row, or fields of it, stay as they are."""

    EDITED = "edited"
    LEANED_ON = "leaned_on"
    PLACE_TAKEN = "place_taken"
    GONE = "gone"


@dataclass(slots=True)
class Stay:
    """Why a row stays: the fields, where it is not the whole row; and the row that leans on it."""

    reason: Reason
    fields: set[str] = field(default_factory=set)
    cause: Key | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A row that taking back leaves as it is; with `fields`, these of it alone.

    `title` is what the row is called, `account` whose it is ('' where it is no account's). Of a row that something
    later leans on, `cause` and `cause_title` name what does.
    """

    kind: Kind
    row: int
    title: str
    account: str
    reason: Reason
    fields: tuple[str, ...] = ()
    cause: Kind | None = None
    cause_title: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a step back does: rows by kind that go, come back or get former values back; and what stays."""

    goes: Mapping[Kind, int]
    stays: tuple[Kept, ...]

    @property
    def rows(self) -> int:
        """How many rows are taken back, of all kinds."""
        return sum(self.goes.values())


def kept(connection: Connection, key: Key, stay: Stay, values: Values) -> Kept:
    """A row that stays, by its names."""
    kind, row = key
    owner = None if kind is Kind.ACCOUNT else values.get(layout(kind).account or "row_id")
    return Kept(
        kind=kind,
        row=row,
        title=_title(connection, key, values),
        account=title_in_book(connection, Kind.ACCOUNT, owner) if owner else "",
        reason=stay.reason,
        fields=tuple(sorted(stay.fields)),
        cause=stay.cause[0] if stay.cause else None,
        cause_title=_title(connection, stay.cause, {}) if stay.cause else "",
    )


def _title(connection: Connection, key: Key, values: Values) -> str:
    if key[0] is Kind.CUSTOM_VALUE and "field_id" in values:
        return title_in_book(connection, Kind.CUSTOM_FIELD, values["field_id"])
    return title(key[0], values) or title_in_book(connection, *key)
