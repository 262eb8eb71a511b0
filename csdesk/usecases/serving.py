"""What it costs to serve each account and tier, what is missing to know it, and what an hour of each person costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.drafts import Changes
    from csdesk.models.money import Currency
    from csdesk.models.months import Period
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ServedGroup:
    """One group of accounts: what its touches cost, and that as a share of the MRR of the period's months."""

    name: str
    cost: Measure
    share: Measure


@dataclass(frozen=True, slots=True)
class ServedAccount:
    """One account: touches and minutes of the period, what is known of their cost, and the MRR of its months, in minor
    units. `lacking` touches have no minutes, or their person no rate."""

    account: int
    name: str
    tier: str
    touches: int
    minutes: int
    cost: Fraction
    mrr: Fraction
    lacking: int

    @property
    def share(self) -> Fraction | None:
        """Cost of MRR; None where nothing is paid."""
        return self.cost / self.mrr if self.mrr else None


@dataclass(frozen=True, slots=True)
class Serving:
    """The period's touches by group and by account, dearest first; how many have no minutes, and whose person has no
    rate, beside how many there are."""

    groups: tuple[ServedGroup, ...]
    accounts: tuple[ServedAccount, ...]
    touches: int
    untimed: int
    unrated: int


@dataclass(frozen=True, slots=True)
class PersonRate:
    """One of the team; `rate` is minor units an hour, None where not known."""

    id: int
    name: str
    role: str
    rate: int | None


def serving(snapshot: Snapshot, context: Context, period: Period, by: str) -> Serving:
    """The period's touches and their cost."""
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.economics.serving import served
    from csdesk.usecases.figures import groups

    found = served(context, period)
    return Serving(
        groups=tuple(
            ServedGroup(
                part.group or "",
                figure(part, MetricId.COST_TO_SERVE, period),
                figure(part, MetricId.COST_TO_SERVE_SHARE, period),
            )
            for part in groups(snapshot, context, by)
        ),
        accounts=_accounts(snapshot, context, period),
        touches=len(found.account),
        untimed=int((~found.timed).sum()),
        unrated=int((~found.rated).sum()),
    )


def _accounts(snapshot: Snapshot, context: Context, period: Period) -> tuple[ServedAccount, ...]:
    from csdesk.metrics.economics.balance import revenue_of
    from csdesk.metrics.economics.serving import served
    from csdesk.models.money import from_ticks

    found, (ids, revenue) = served(context, period), revenue_of(context, period)
    paid = dict(zip(ids.tolist(), revenue.tolist(), strict=True))
    tiers = dict(zip(*(context.frames.accounts[name].tolist() for name in ("account", "tier")), strict=True))
    sums: dict[int, list[int]] = {}
    columns = (found.account, found.minutes, found.ticks, found.known)
    for account, minutes, ticks, known in zip(*(column.tolist() for column in columns), strict=True):
        row = sums.setdefault(account, [0, 0, 0, 0])
        for at, more in enumerate((1, minutes, ticks, not known)):
            row[at] += more
    rows = [
        ServedAccount(
            account, snapshot.names.get(account, ""), str(tiers.get(account, "")), touches, minutes,
            from_ticks(ticks), from_ticks(paid.get(account, 0)), lacking,
        )
        for account, (touches, minutes, ticks, lacking) in sums.items()
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (-row.cost, row.name)))


def person_rates(book: Book) -> tuple[PersonRate, ...]:
    """The team by name, with what an hour of each costs."""
    from csdesk.book.read import rows

    found: Any = rows(book, Kind.PERSON)
    made = (PersonRate(row["id"], row["name"], row["role"] or "", row["hourly_rate"]) for row in found)
    return tuple(sorted(made, key=lambda person: (person.name, person.id)))


def edit_rates(book: Book, typed: Sequence[tuple[int, str]]) -> Changes:
    """Write typed rates by person, as one step; an empty one is not known any more. Raises Refused on the first that
    cannot be taken; then none is."""
    from csdesk.usecases.rows import name_of
    from csdesk.usecases.settings import book_settings

    money = book_settings(book).money
    rates = [(person, _rate(text, money)) for person, text in typed]
    subject = name_of(book, Kind.PERSON, rates[0][0]) if len(rates) == 1 else ""
    with book.step(StepName.EDIT_PERSON, subject=subject) as step:
        for person, rate in rates:
            step.update(Kind.PERSON, person, {"hourly_rate": rate})
    return step.changes


def _rate(text: str, currency: Currency) -> int | None:
    from csdesk.usecases.costs import amount_typed

    if not text.strip():
        return None
    rate = amount_typed(text.strip(), currency)
    if isinstance(rate, Reason):
        raise Refused(Problem(Place(), "person.hourly_rate", text, rate))
    return rate
