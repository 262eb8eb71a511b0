"""What stands around the day's list: the figures above it, the team's week, the quarter ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Band
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.usecases.due import RENEWAL_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.usecases.accounts import AccountRow
    from csdesk.usecases.due import Worst
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class ComingRenewal:
    """A renewal to come: `factor` holds the account's health back most, `imminent` is the signal, or the words, of an
    open risk that is imminent; `next_step` is the plan; each '' without one."""

    account: int
    name: str
    on: date
    mrr: Fraction
    band: Band
    score: float | None
    by_hand: bool
    factor: str
    imminent: str
    next_step: str
    next_due: date | None

    @property
    def at_risk(self) -> bool:
        """Whether it is at high risk: its health is red, or a loss has been told of."""
        return self.band is Band.RED or bool(self.imminent)


@dataclass(frozen=True, slots=True)
class TodayPage:
    """Figures on top; renewals of so many days ahead, those of them at high risk, and the next one. No accounts: the
    empty state."""

    headline: tuple[Tile, ...]
    touches_this_week: int
    days: int
    renewals: int
    at_risk: tuple[ComingRenewal, ...]
    next_renewal: ComingRenewal | None
    accounts: int


def today_page(
    book: Book, as_of: date, person: str = "", kind: PeriodKind = PeriodKind.MONTH, days: int = RENEWAL_DAYS
) -> TodayPage:
    """Of one person's accounts or, with '', of all; figures of the whole book by periods of that kind."""
    from csdesk.usecases.due import in_days
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    coming = _coming_rows(snapshot, as_of, person)
    soon = [row for row in coming if (in_days(row, as_of) or 0) <= days]
    told = _Telling.of(book, snapshot, as_of)
    return TodayPage(
        headline=_headline(snapshot, as_of, kind),
        touches_this_week=_touches_in_week(snapshot, as_of),
        days=days,
        renewals=len(soon),
        at_risk=tuple(one for row in soon if (one := told.renewal(row)).at_risk),
        next_renewal=told.renewal(coming[0]) if coming else None,
        accounts=len(snapshot.accounts),
    )


def coming_renewals(book: Book, as_of: date, days: int, person: str = "") -> tuple[ComingRenewal, ...]:
    """Renewals of so many days ahead, the earliest first, with what is planned for each."""
    from csdesk.usecases.due import in_days
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    told = _Telling.of(book, snapshot, as_of)
    rows = _coming_rows(snapshot, as_of, person)
    return tuple(told.renewal(row) for row in rows if (in_days(row, as_of) or 0) <= days)


def _coming_rows(snapshot: Snapshot, as_of: date, person: str) -> list[AccountRow]:
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.due import in_days

    rows = (row for row in rows_at(snapshot, as_of).rows if row.paying and person in {"", row.owner})
    coming = (row for row in rows if in_days(row, as_of) is not None)
    return sorted(coming, key=lambda row: (row.renewal_on or as_of, -row.mrr, row.name))


def _headline(snapshot: Snapshot, as_of: date, kind: PeriodKind) -> tuple[Tile, ...]:
    """Ten figures: what there is now; rates of the last period that is over; and what needs many months or answers to
    mean anything, of the last quarter (or longer) that is over."""
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.usecases.figures import settled, slow
    from csdesk.usecases.revenue import tiles

    context = snapshot.context(as_of)
    period = Period.holding(Month.of(as_of), kind, snapshot.settings.fiscal_start)
    levels = (MetricId.MRR, MetricId.ARR_PER_ACCOUNT, MetricId.CMRR)
    rates = (MetricId.LOGO_CHURN, MetricId.NET_REVENUE_RETENTION)
    worth = (MetricId.LTV, MetricId.CAC, MetricId.LTV_TO_CAC, MetricId.NPS)
    return (
        *tiles(context, levels, Period(Month.of(as_of))),
        *tiles(context, rates, settled(context, period)),
        *tiles(context, worth, settled(context, slow(period))),
        *tiles(context, (MetricId.HEALTH_MEAN,), Period(Month.of(as_of))),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is told of renewals: what holds accounts back, and which open risks are imminent."""

    worst: Worst
    imminent: Mapping[int, str]

    @classmethod
    def of(cls, book: Book, snapshot: Snapshot, as_of: date) -> _Telling:
        from csdesk.usecases.due import Worst
        from csdesk.usecases.risks import imminent_risks

        return cls(Worst(snapshot.health(as_of)), imminent_risks(book))

    def renewal(self, row: AccountRow) -> ComingRenewal:
        assert row.renewal_on is not None
        told = (self.worst.of(row), self.imminent.get(row.id, ""), row.next_step, row.next_due)
        return ComingRenewal(row.id, row.name, row.renewal_on, row.mrr, row.band, row.score, row.by_hand, *told)


def _touches_in_week(snapshot: Snapshot, as_of: date) -> int:
    import numpy as np

    monday = as_of - timedelta(days=as_of.weekday())
    on = snapshot.frames.touches["on"]
    return int(((on >= np.datetime64(monday)) & (on <= np.datetime64(as_of))).sum())
