"""The Health page: distribution, board by band, and the model; and values set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Band, Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import name_of
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.health import AccountHealth, Profile
    from csdesk.metrics.measure import Measure
    from csdesk.models.drafts import Changes, Value


@dataclass(frozen=True, slots=True)
class HealthRow:
    """One paying account on the board."""

    account: int
    name: str
    owner: str
    mrr: Fraction
    health: AccountHealth


@dataclass(frozen=True, slots=True)
class HealthPage:
    """Rows of every paying account, count and MRR by band, the mean score, and the profile in force."""

    rows: tuple[HealthRow, ...]
    by_band: tuple[tuple[Band, int, Fraction], ...]
    mean: Measure
    profile: Profile
    owners: tuple[str, ...]


def health_page(book: Book, as_of: date) -> HealthPage:
    """Every paying account's health as of a day, lowest first, unknown last."""
    from fractions import Fraction

    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.models.months import Month, Period
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    scores = snapshot.health(as_of)
    rows = sorted(
        (
            HealthRow(row.id, row.name, row.owner, row.mrr, scores[row.id])
            for row in rows_at(snapshot, as_of).rows
            if row.paying and row.id in scores
        ),
        key=lambda row: (row.health.score is None, row.health.score or 0.0, row.name),
    )
    by_band = tuple(
        (
            band,
            sum(row.health.band is band for row in rows),
            sum((row.mrr for row in rows if row.health.band is band), Fraction(0)),
        )
        for band in Band
    )
    mean = figure(snapshot.context(as_of), MetricId.HEALTH_MEAN, Period(Month.of(as_of)))
    owners = tuple(sorted({row.owner for row in rows if row.owner}))
    return HealthPage(tuple(rows), by_band, mean, snapshot.profile, owners)


@dataclass(frozen=True, slots=True)
class HandValue:
    """A factor's value, 0-100, as a person set it on a day."""

    id: int
    factor: str
    value: float
    on: date
    note: str


@dataclass(frozen=True, slots=True)
class HandSheet:
    """What setting values by hand starts from: an account's health, the profile, and the latest value set by hand of
    each factor that has one."""

    name: str
    health: AccountHealth
    profile: Profile
    values: Mapping[str, HandValue]


def hand_sheet(book: Book, account: int, as_of: date) -> HandSheet:
    """One account's health as of a day, to be judged by hand. Raises Gone where the account has been deleted."""
    from csdesk.book.read import rows
    from csdesk.usecases.snapshot import snapshot_of

    name = name_of(book, Kind.ACCOUNT, account)
    snapshot = snapshot_of(book)
    found: list[dict[str, Any]] = rows(book, Kind.HEALTH_VALUE, where={"account_id": account})
    past = sorted((row for row in found if row["on_date"] <= as_of), key=lambda row: row["on_date"])
    values = {
        row["factor"]: HandValue(row["id"], row["factor"], row["value"], row["on_date"], row["note"] or "")
        for row in past
    }
    return HandSheet(name, snapshot.health(as_of)[account], snapshot.profile, values)


def set_health_value(book: Book, account: int, factor: str, value: float, on: date, note: str = "") -> Changes:
    """Set a factor's value, 0-100, by hand, from that day until something fresher; a day holds one value a factor.

    Raises Refused for a value outside 0-100.
    """
    from csdesk.book.read import rows

    if not 0 <= value <= 100:  # noqa: PLR2004 - values run from 0 to 100
        raise Refused(Problem(Place(), "health.value", f"{value:g}", Reason.OUT_OF_RANGE))
    with book.step(StepName.SET_HEALTH, subject=name_of(book, Kind.ACCOUNT, account)) as step:
        held = rows(book, Kind.HEALTH_VALUE, where={"account_id": account, "factor": factor, "on_date": on})
        told: dict[str, Value] = {"value": value, "note": note.strip() or None}
        if held:
            step.update(Kind.HEALTH_VALUE, int(str(held[-1]["id"])), told)
        else:
            step.insert(Kind.HEALTH_VALUE, {"account_id": account, "factor": factor, "on_date": on, **told})
    return step.changes
