"""The people inside accounts as figures of users name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.book.file import Book


@dataclass(frozen=True, slots=True)
class KnownUser:
    """A contact: its account (0 where none is known), its name with the account's, and what it may do in the product
    ('' where not known)."""

    account: int
    name: str
    role: str


def known_users(book: Book) -> Mapping[int, KnownUser]:
    """Every contact by its id; read again only where contacts or accounts have changed."""
    from csdesk.book.kept import kept

    return kept(book, "known users", lambda: _read(book), Kind.CONTACT, Kind.ACCOUNT)


def _read(book: Book) -> Mapping[int, KnownUser]:
    from csdesk.book.read import by_column
    from csdesk.usecases.snapshot import snapshot_of

    names, found = snapshot_of(book).names, {}
    contacts = by_column(book, Kind.CONTACT, lambda: None)
    said = map(contacts.column, ("account_id", "name", "role"))
    for number, account, name, role in zip(contacts.ids, *said, strict=True):
        owner = int(str(account or 0))
        whole = " · ".join(filter(None, (str(name), names.get(owner, ""))))
        found[number] = KnownUser(owner, whole, str(role or ""))
    return found
