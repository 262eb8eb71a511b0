"""'Lose these, save those': what a choice of accounts would do to the figures, and choices kept under a name."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind
from csdesk.usecases.rows import delete_row
from csdesk.usecases.views import keep

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.ahead.what_if import Choice, Compared
    from csdesk.models.drafts import Changes
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope

_PAGE = "forecast"


class Standing(StrEnum):
    """How an account stands that may be lost or saved: paying, until a known end, or gone since the period began."""

    PAYING = "paying"
    ENDING = "ending"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An account a choice may be made of. `mrr` is what it pays, or paid before it left, in minor units; `on` the day
    of its known end or of its next renewal, where there is one."""

    account: int
    name: str
    owner: str
    standing: Standing
    mrr: Fraction
    on: date | None

    @property
    def may_be_lost(self) -> bool:
        """Who is gone can only be saved."""
        return self.standing is not Standing.LEFT

    @property
    def may_be_saved(self) -> bool:
        """Who stays needs no saving."""
        return self.standing is not Standing.PAYING


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everyone who can be lost or saved, the largest first, and the period the figures speak of."""

    period: Period
    rows: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A choice kept in the book under a name."""

    id: int
    name: str
    choice: Choice


def candidates(book: Book, scope: Scope) -> Candidates:
    """The accounts of a scope that pay, or have left since its period began."""
    from csdesk.metrics.engine.days import OPEN, as_date, day_number
    from csdesk.metrics.engine.segments import runs_of
    from csdesk.models.money import from_ticks
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    ledger, segments = context.ledger, context.ledger.segments
    begins, cutoff = day_number(scope.period.first.first_day), ledger.cutoff
    runs, facts = runs_of(segments), {int(row["id"]): row for row in snapshot.accounts}
    shown = (runs.start <= cutoff) & (runs.end >= begins - 1)
    held = dict(zip(runs.owner[shown].tolist(), runs.end[shown].tolist(), strict=True))
    now, then = segments.mrr_on(cutoff), segments.mrr_on(begins - 1)
    rows = []
    for place, end in held.items():
        account = int(ledger.accounts[place])
        standing = Standing.PAYING if end == OPEN else Standing.ENDING if end >= cutoff else Standing.LEFT
        ticks = int((now if standing is not Standing.LEFT else then)[place])
        owner = snapshot.people.get(facts.get(account, {}).get("owner_id"), "")
        on = None if end == OPEN else as_date(end)
        rows.append(Candidate(account, snapshot.names.get(account, ""), owner, standing, from_ticks(ticks), on))
    return Candidates(scope.period, tuple(sorted(rows, key=lambda row: (-row.mrr, row.name))))


def compared(book: Book, scope: Scope, choice: Choice) -> tuple[Compared, ...]:
    """The figures of the scope's period as they are and as they would be."""
    from csdesk.metrics.ahead.what_if import what_if
    from csdesk.usecases.snapshot import snapshot_of

    return what_if(snapshot_of(book).context(scope.as_of), scope.period, choice)


def scenarios(book: Book) -> tuple[Scenario, ...]:
    """Every choice that is kept, by name. Accounts that are gone from the book are left out of it."""
    from csdesk.book.read import rows

    present = frozenset(int(str(row["id"])) for row in rows(book, Kind.ACCOUNT))
    found = rows(book, Kind.SAVED_VIEW, where={"page": _PAGE})
    kept = (Scenario(int(str(row["id"])), str(row["name"]), _read(str(row["definition"]), present)) for row in found)
    return tuple(sorted(kept, key=lambda scenario: scenario.name))


def keep_scenario(book: Book, name: str, choice: Choice) -> Changes:
    """Keep a choice under a name, in the place of one of that name. Raises Refused without a name."""
    return keep(book, _PAGE, name, {"lost": sorted(choice.lost), "saved": sorted(choice.saved)})


def forget_scenario(book: Book, scenario: int) -> Changes:
    """Forget a choice. Raises Gone where another window has deleted it."""
    return delete_row(book, Kind.SAVED_VIEW, scenario)


def _read(definition: str, present: frozenset[int]) -> Choice:
    from csdesk.metrics.ahead.what_if import Choice

    try:
        kept: Any = json.loads(definition)
    except (ValueError, RecursionError):
        kept = None

    def chosen(key: str) -> frozenset[int]:
        found = kept.get(key) if isinstance(kept, dict) else None
        return present & {one for one in found if isinstance(one, int)} if isinstance(found, list) else frozenset()

    return Choice(chosen("lost"), chosen("saved"))
