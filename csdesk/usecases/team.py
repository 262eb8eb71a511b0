"""The team: who owns accounts and logs touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.models.drafts import Changes


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One of us. `hourly_rate` is minor units."""

    id: int
    name: str
    email: str
    role: str
    active: bool
    accounts: int


def team(book: Book) -> tuple[TeamMember, ...]:
    """Everyone in the book, by name, with how many accounts each owns."""
    from csdesk.book.read import rows

    owned: dict[object, int] = {}
    for account in rows(book, Kind.ACCOUNT):
        owned[account["owner_id"]] = owned.get(account["owner_id"], 0) + 1
    members = [
        TeamMember(
            int(str(row["id"])),
            str(row["name"]),
            str(row["email"] or ""),
            str(row["role"] or ""),
            bool(row["active"]),
            owned.get(row["id"], 0),
        )
        for row in rows(book, Kind.PERSON)
    ]
    return tuple(sorted(members, key=lambda member: member.name))


def save_person(book: Book, member: TeamMember | None, *, name: str, email: str = "", role: str = "") -> Changes:
    """Add a team member (`member` None) or change one."""
    values = {"name": name, "email": email or None, "role": role or None}
    with book.step(StepName.EDIT_PERSON if member else StepName.ADD_PERSON, subject=name) as step:
        if member:
            step.update(Kind.PERSON, member.id, values)
        else:
            step.insert(Kind.PERSON, values)
    return step.changes


def person_named(book: Book, step: Step, name: str) -> int | None:
    """The id of the team member of that name, added where there is none; None for an empty name."""
    from csdesk.book.read import rows

    if not name:
        return None
    for row in rows(book, Kind.PERSON):
        if row["name"] == name:
            return int(str(row["id"]))
    return step.insert(Kind.PERSON, {"name": name})
