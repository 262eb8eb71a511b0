"""The users behind a figure, with the account of each and the records of use that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure
    from csdesk.usecases.snapshot import Snapshot

USERS_WITH_USE = 100
"""Users whose records are opened at once; more are listed without."""


@dataclass(frozen=True, slots=True)
class ExplainedUse:
    """A record of use behind a user's share: `source` as 'use.csv, 14' or '' if typed in."""

    use: int
    measure: str
    on: date
    amount: float
    source: str


@dataclass(frozen=True, slots=True)
class ExplainedUser:
    """A user's share of part and whole. `account` is the one to open."""

    account: int
    name: str
    part: float
    whole: float
    lines: tuple[ExplainedUse, ...]


def explained_users(
    book: Book, snapshot: Snapshot, measure: Measure
) -> tuple[tuple[ExplainedUser, ...], tuple[str, ...]]:
    """The users in a figure, those who count first, and the names of those who use the product and are not in it."""
    from csdesk.book.read import rows

    behind = measure.evidence
    shares = {
        int(user): (float(part), float(whole))
        for user, part, whole in zip(behind.ids.tolist(), behind.part.tolist(), behind.whole.tolist(), strict=True)
    }
    users = {int(user) for user in snapshot.frames.use["contact"].unique() if user >= 0}
    contacts = {int(str(row["id"])): row for row in rows(book, Kind.CONTACT)}
    names = {user: str(contacts[user]["name"]) for user in users | shares.keys() if user in contacts}
    ranked = sorted(shares, key=lambda user: (-shares[user][0], names.get(user, "")))
    uses = _uses(book, ranked[:USERS_WITH_USE], measure)
    found = []
    for user in ranked:
        account = int(str(contacts[user]["account_id"] or 0)) if user in contacts else 0
        said = " · ".join(filter(None, (names.get(user, ""), snapshot.names.get(account, ""))))
        found.append(ExplainedUser(account, said, *shares[user], tuple(uses.get(user, ()))))
    return tuple(found), tuple(sorted(names[user] for user in users - shares.keys() if user in names))


def _uses(book: Book, users: list[int], measure: Measure) -> dict[int, list[ExplainedUse]]:
    """What users did in the days that a figure looks at, the latest first."""
    from datetime import date

    from csdesk.book.read import rows
    from csdesk.usecases.contract_rows import sources_of

    named = {row["id"]: str(row["name"]) for row in rows(book, Kind.MEASURE)}
    first, last = measure.between or (date.min, date.max)
    if measure.period is not None:
        first, last = measure.period.first.first_day, measure.period.last.last_day
    mine = [
        (int(str(row["id"])), date.fromisoformat(str(row["on_date"])), row)
        for row in rows(book, Kind.USE, where={"contact_id": users})
    ]
    mine = sorted((line for line in mine if first <= line[1] <= last), key=lambda line: line[:2][::-1], reverse=True)
    places = sources_of(book, Kind.USE, [number for number, *_ in mine])
    found: dict[int, list[ExplainedUse]] = {}
    for number, on, row in mine:
        line = ExplainedUse(
            number, named.get(row["measure_id"], ""), on, float(str(row["amount"])), places.get(number, "")
        )
        found.setdefault(int(str(row["contact_id"])), []).append(line)
    return found
