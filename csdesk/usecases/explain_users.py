"""The users behind a figure, with the account of each and the records of use that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, UseGrain
from csdesk.usecases.explain_records import ExplainedRecord
from csdesk.usecases.left_out import LeftOut, WhyOut, counted_by

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure
    from csdesk.models.drafts import Value
    from csdesk.usecases.snapshot import Snapshot

USERS_WITH_USE = 100
"""Users whose records are opened at once; more are listed without."""

USES_OF_USER = 60
"""Records that are shown of each, the latest."""


@dataclass(frozen=True, slots=True)
class ExplainedUser:
    """The share of a user, or of an account in the place of its users. `account` is the one to open."""

    account: int
    name: str
    part: float
    whole: float
    lines: tuple[ExplainedRecord, ...]


def is_of_use(measure: Measure) -> bool:
    """Whether a figure rests on use, and opens into who did what."""
    from csdesk.metrics.catalogue import CATALOGUE
    from csdesk.metrics.entries.entry import Source
    from csdesk.metrics.metric_ids import MetricId

    known = measure.metric in set(MetricId) and CATALOGUE[MetricId(measure.metric)].source is Source.USE
    return known or measure.evidence.of is Kind.CONTACT


def explained_users(
    book: Book, snapshot: Snapshot, measure: Measure
) -> tuple[tuple[ExplainedUser, ...], tuple[str, ...]]:
    """The users in a figure, those who count first, and the names of those who use the product and are not in it."""
    behind = measure.evidence
    shares = {
        int(user): (float(part), float(whole))
        for user, part, whole in zip(behind.ids.tolist(), behind.part.tolist(), behind.whole.tolist(), strict=True)
    }
    users = {int(user) for user in snapshot.frames.use["contact"].unique() if user >= 0}
    named = _names(book, snapshot, measure)
    ranked = sorted(shares, key=lambda user: (-shares[user][0], named.get(user, (0, ""))[1]))
    uses = _uses(book, ranked[:USERS_WITH_USE], measure)
    found = [ExplainedUser(*named.get(user, (0, "")), *shares[user], tuple(uses.get(user, ()))) for user in ranked]
    others = (named[user][1] for user in users - shares.keys() if user in named)
    return tuple(found), tuple(sorted(name.partition(" · ")[0] for name in others))


def left_out_of_users(
    snapshot: Snapshot, measure: Measure, as_of: date, shown: Collection[ExplainedUser]
) -> tuple[LeftOut, ...]:
    """The accounts without a user in the figure: of other groups, with use that names no user, or without any."""
    from csdesk.metrics.users.windows import users_of

    context = counted_by(snapshot, measure, as_of)
    doings, mine, inside = context.doings, users_of(context), {user.account for user in shown}
    nameless, own = set(doings.nameless.tolist()), set(doings.accounts[mine].tolist())
    found: dict[WhyOut, list[str]] = {}
    for account, name in snapshot.names.items():
        if account not in inside:
            why = WhyOut.NO_USER if account in nameless else WhyOut.NO_ACTIVITY
            if context.members is not None and account not in own and account not in context.members:
                why = WhyOut.OTHER_GROUP
            found.setdefault(why, []).append(name)
    return tuple(LeftOut(why, tuple(sorted(found[why]))) for why in WhyOut if why in found)


def _names(book: Book, snapshot: Snapshot, measure: Measure) -> Mapping[int, tuple[int, str]]:
    """The account and the name of each user."""
    from csdesk.usecases.known_users import known_users

    if measure.evidence.of is not Kind.CONTACT:
        return {account: (account, name) for account, name in snapshot.names.items()}
    return {number: (user.account, user.name) for number, user in known_users(book).items()}


def _uses(book: Book, users: list[int], measure: Measure) -> dict[int, list[ExplainedRecord]]:
    """What users did in the days that a figure looks at, the latest first."""
    from csdesk.book.read import brought_by, rows
    from csdesk.usecases.contract_rows import sources_of

    named = {row["id"]: str(row["name"]) for row in rows(book, Kind.MEASURE)}
    column = "contact_id" if measure.evidence.of is Kind.CONTACT else "account_id"
    first, last = _days(measure)
    mine: dict[int, list[tuple[date, int, Mapping[str, Value]]]] = {}
    for row in rows(book, Kind.USE, where={column: users}):
        on = date.fromisoformat(str(row["on_date"]))
        if first <= on <= last:
            mine.setdefault(int(str(row[column])), []).append((on, int(str(row["id"])), row))
    kept = {user: sorted(of, key=lambda line: line[:2], reverse=True)[:USES_OF_USER] for user, of in mine.items()}
    shown = [number for of in kept.values() for _, number, _ in of]
    places = {**brought_by(book, Kind.USE, shown), **sources_of(book, Kind.USE, shown)}
    return {
        user: [
            ExplainedRecord(
                number,
                named.get(row["measure_id"], ""),
                on,
                float(str(row["amount"])),
                places.get(number, ""),
                row["grain"] == UseGrain.MONTH,
            )
            for on, number, row in of
        ]
        for user, of in kept.items()
    }


def _days(measure: Measure) -> tuple[date, date]:
    """The first and last of the days that a figure looks at."""
    if measure.between:
        return measure.between
    period = measure.period
    return (period.first.first_day, period.last.last_day) if period else (date.min, date.max)
