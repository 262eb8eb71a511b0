"""The measures of use a book has: which count as activity, from how much, and what that makes of the accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.users.activity import Active, Judged
from csdesk.models.kinds import Kind, StepName
from csdesk.models.months import Month, months_between

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes

MONTHS = 6
"""Months for which activity is told."""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure: how it is judged, and its sum and accounts in the last month that has any use."""

    id: int
    code: str
    name: str
    judged: Judged
    total: float
    accounts: int


@dataclass(frozen=True, slots=True)
class Measures:
    """Every measure, the most used first; activity by month, oldest first; and of the last month the names of accounts
    that come without doing what counts."""

    rows: tuple[MeasureRow, ...]
    months: tuple[Active, ...]
    only_login: tuple[str, ...]


def measures(book: Book, as_of: date, wanted: Mapping[int, Judged] | None = None) -> Measures:
    """The measures as they stand, or as if they were judged as wanted, by id."""
    from csdesk.book.read import rows
    from csdesk.metrics.users.activity import activity, last_month, totals_in
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    use = snapshot.frames.use
    judged = {int(str(row["id"])): _judged(row) for row in rows(book, Kind.MEASURE)} | dict(wanted or {})
    last = last_month(use, Month.of(as_of))
    totals = totals_in(use, last) if last else {}
    found = []
    for row in rows(book, Kind.MEASURE):
        number, code = int(str(row["id"])), str(row["code"])
        total, accounts = totals.get(code, (0.0, 0))
        found.append(MeasureRow(number, code, str(row["name"]), judged[number], total, accounts))
    found.sort(key=lambda row: (-row.accounts, -row.total, row.name))
    by_code = {row.code: row.judged for row in found}
    months = activity(use, by_code, months_between(last + (1 - MONTHS), last)) if last else ()
    only = months[-1].by_login - months[-1].by_value if months else frozenset[int]()
    return Measures(tuple(found), months, tuple(sorted(snapshot.names[account] for account in only)))


def judge_measures(book: Book, wanted: Mapping[int, Judged]) -> Changes:
    """Say of measures whether they count, and from how much: one step."""
    with book.step(StepName.JUDGE_MEASURES) as step:
        for number, judged in wanted.items():
            step.update(
                Kind.MEASURE, number, {"qualifies": judged.qualifies, "least": judged.least, "key_feature": judged.key}
            )
    return step.changes


def _judged(row: Mapping[str, object]) -> Judged:
    least = row["least"]
    return Judged(bool(row["qualifies"]), None if least is None else float(str(least)), bool(row["key_feature"]))
