"""What there is to celebrate: wins, listed for a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind
from csdesk.models.reporting import WinKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from csdesk.book.file import Book


@dataclass(frozen=True, slots=True)
class WinRow:
    """A win; `account` is None, and its name '', where it is nobody's in particular."""

    id: int
    on: date
    title: str
    text: str
    kind: WinKind | None
    account: int | None
    account_name: str
    owner: str


def wins(book: Book, first: date | None = None, last: date | None = None) -> tuple[WinRow, ...]:
    """Every win, or those of a time, both days included; the latest first."""
    from csdesk.book.read import rows

    found: list[dict[str, Any]] = [
        dict(row)
        for row in rows(book, Kind.WIN)
        if (first is None or str(row["on_date"]) >= str(first)) and (last is None or str(row["on_date"]) <= str(last))
    ]
    if not found:
        return ()
    names: dict[object, str] = {row["id"]: str(row["name"]) for row in rows(book, Kind.ACCOUNT)}
    people: dict[object, str] = {row["id"]: str(row["name"]) for row in rows(book, Kind.PERSON)}
    return wins_of(found, names, people)


def wins_of(
    found: Sequence[Mapping[str, Any]], names: Mapping[object, str], people: Mapping[object, str]
) -> tuple[WinRow, ...]:
    """Rows of wins, the latest first; `names` are those of accounts by id, `people` the team's."""
    made = [
        WinRow(
            row["id"],
            row["on_date"],
            row["title"],
            row["text"] or "",
            WinKind(row["kind"]) if row["kind"] else None,
            row["account_id"],
            names.get(row["account_id"], ""),
            people.get(row["owner_id"], ""),
        )
        for row in found
    ]
    return tuple(sorted(made, key=lambda win: (win.on, win.id), reverse=True))
