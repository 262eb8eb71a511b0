"""What of the book can be found by typing, beside the accounts: their people, touches and next steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from csdesk.book.file import Book

_SAID = {Kind.TASK: ("title", "due_on"), Kind.TOUCH: ("note", "on_date")}
"""Where a row keeps its words and its day."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something said on an account: a contact's name, a touch's note, a next step. `more` is found too, not shown."""

    kind: Kind
    account: int
    account_name: str
    text: str
    more: str = ""
    on: date | None = None


def mentions(book: Book) -> tuple[Mention, ...]:
    """People first, then next steps and touches, the latest first."""
    from csdesk.book.read import known

    tables: dict[Kind, Any] = known(book, (Kind.ACCOUNT, Kind.CONTACT, Kind.TASK, Kind.TOUCH))
    names = {row["id"]: row["name"] for row in tables[Kind.ACCOUNT]}
    people = sorted(_people(tables[Kind.CONTACT], names), key=lambda found: found.text)
    return (*people, *_noted(tables, Kind.TASK, names), *_noted(tables, Kind.TOUCH, names))


def _people(contacts: Any, names: Mapping[object, str]) -> Iterator[Mention]:  # noqa: ANN401 - rows, whose values have their columns' types
    for row in contacts:
        if row["account_id"] in names:
            more = " ".join(filter(None, (row["kana"], row["email"], row["title"], row["department"])))
            yield Mention(Kind.CONTACT, row["account_id"], names[row["account_id"]], row["name"], more)


def _noted(tables: Mapping[Kind, Any], kind: Kind, names: Mapping[object, str]) -> list[Mention]:
    """Touches by their notes, next steps by their titles; those without an account or words are left out."""
    text, on = _SAID[kind]
    found = [
        Mention(kind, row["account_id"], names[row["account_id"]], row[text], on=row[on])
        for row in tables[kind]
        if row["account_id"] in names and row[text]
    ]
    return sorted(found, key=lambda said: (said.on is not None, said.on), reverse=True)
