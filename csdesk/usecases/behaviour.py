"""What use has to do with leaving: groups by use of a measure, and attrition before and after each marker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, MarkerKind

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Why
    from csdesk.metrics.users.before_after import BeforeAfter
    from csdesk.metrics.users.behaviour import Behaviour
    from csdesk.metrics.users.practices import BestQuarter, Plans
    from csdesk.usecases.scope import Scope


@dataclass(frozen=True, slots=True)
class MeasureName:
    """A measure that groups can be made by."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class BehaviourAnswer:
    """The measures there are, and the groups by one of them, or why there are none."""

    measures: tuple[MeasureName, ...]
    chosen: str
    found: Behaviour | Why


@dataclass(frozen=True, slots=True)
class MarkerRow:
    """A release, price or positioning, and what became of attrition."""

    id: int
    title: str
    kind: MarkerKind
    on: date
    effect: BeforeAfter


def behaviour(book: Book, scope: Scope, measure: str = "", *, of_users: bool = False) -> BehaviourAnswer:
    """Groups by use of a measure (the key features first, where none is chosen) before the last period that is over."""
    from csdesk.metrics.measure import Why
    from csdesk.metrics.users.behaviour import accounts_by_use, users_by_use
    from csdesk.usecases.snapshot import snapshot_of
    from csdesk.usecases.users import over

    names = _measure_names(book)
    codes = [name.code for name in names]
    chosen = measure if measure in codes else next(iter(codes), "")
    if not chosen:
        return BehaviourAnswer(names, "", Why.NO_USE)
    context = snapshot_of(book).context(scope.as_of)
    groups = users_by_use if of_users else accounts_by_use
    return BehaviourAnswer(names, chosen, groups(context, chosen, over(book, scope)))


@dataclass(frozen=True, slots=True)
class BestAnswer:
    """What the best quarter did, by the share of MRR kept or by a measure (its code), or why it is not known."""

    measures: tuple[MeasureName, ...]
    chosen: str
    found: BestQuarter | Why


def what_the_best_did(book: Book, scope: Scope, measure: str = "") -> BestAnswer:
    """The best quarter over the twelve months up to the last period that is over, and what it had done before."""
    from csdesk.metrics.users.practices import best_quarter
    from csdesk.models.months import Period
    from csdesk.usecases.snapshot import snapshot_of
    from csdesk.usecases.users import over

    names = _measure_names(book)
    chosen = measure if measure in {name.code for name in names} else ""
    context = snapshot_of(book).context(scope.as_of)
    last = min(over(book, scope).last, context.ledger.last)
    year = Period.year_to(last if context.ledger.covers(Period(last)) else last + -1)
    return BestAnswer(names, chosen, best_quarter(context, year, plans_of(book), chosen))


def plans_of(book: Book) -> Plans:
    """Milestones and goals with their days."""
    import pandas as pd

    from csdesk.book.read import rows
    from csdesk.metrics.users.practices import Plans

    def table(kind: Kind, **named: str) -> pd.DataFrame:
        held = rows(book, kind)
        days = {name: pd.Series([row[column] for row in held], dtype="datetime64[s]") for name, column in named.items()}
        return pd.DataFrame({"account": pd.Series([row["account_id"] for row in held], dtype="int64"), **days})

    return Plans(table(Kind.MILESTONE, due="due_on", done="done_on"), table(Kind.GOAL, reached="reached_on"))


def _measure_names(book: Book) -> tuple[MeasureName, ...]:
    """Every measure, the key features first."""
    from csdesk.book.read import rows

    told = sorted(rows(book, Kind.MEASURE), key=lambda row: (not row["key_feature"], str(row["name"])))
    return tuple(MeasureName(str(row["code"]), str(row["name"])) for row in told)


def marker_effects(book: Book, scope: Scope) -> tuple[MarkerRow, ...]:
    """Attrition before and after each marker up to the as-of date, the latest first."""
    from csdesk.book.read import rows
    from csdesk.metrics.users.before_after import before_and_after
    from csdesk.usecases.snapshot import snapshot_of

    context = snapshot_of(book).context(scope.as_of)
    found = []
    for row in rows(book, Kind.MARKER):
        on: date = row["on_date"]  # type: ignore[assignment]
        kind = MarkerKind(str(row["kind"]))
        if on <= scope.as_of:
            effect = before_and_after(context, kind, on)
            found.append(MarkerRow(int(str(row["id"])), str(row["title"]), kind, on, effect))
    return tuple(sorted(found, key=lambda row: (row.on, row.id), reverse=True))
