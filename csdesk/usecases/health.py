"""The Health page: distribution, board by band, and the model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Band, Kind, StepName
from csdesk.usecases.rows import name_of

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.health import AccountHealth, Profile
    from csdesk.metrics.measure import Measure
    from csdesk.models.drafts import Changes


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


def set_health_value(book: Book, account: int, factor: str, value: float, on: date, note: str = "") -> Changes:
    """Set a factor's raw value by hand, from that day until something fresher."""
    with book.step(StepName.SET_HEALTH, subject=name_of(book, Kind.ACCOUNT, account)) as step:
        step.insert(
            Kind.HEALTH_VALUE,
            {"account_id": account, "factor": factor, "value": value, "on_date": on, "note": note or None},
        )
    return step.changes
