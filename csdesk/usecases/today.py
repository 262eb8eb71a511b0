"""What is due: the one list of the day, and the figures above it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from csdesk.models.kinds import Band, Tier
from csdesk.models.months import Month, Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.usecases.accounts import AccountRow
    from csdesk.usecases.revenue import Tile
    from csdesk.usecases.snapshot import Snapshot

RENEWAL_DAYS = 90
NO_TOUCH_DAYS = 31
TASK_DAYS = 7
"""How far ahead a next step shows on the list."""


class DueWhy(StrEnum):
    """Why a line is on the list."""

    TASK = "task"
    RENEWAL = "renewal"
    UNDECIDED = "undecided"
    HEALTH_RED = "health_red"
    NO_TOUCH = "no_touch"


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing to do. `task` is set where it can be ticked off; `on` is its day, `days` the days until or since then;
    `mrr` what is at stake, in minor units; `factor` the health factor that holds the account back most, where its
    health is why the line is here."""

    why: DueWhy
    account: int | None
    account_name: str
    title: str
    on: date | None
    days: int | None
    mrr: Fraction
    owner: str
    task: int | None = None
    factor: str = ""


@dataclass(frozen=True, slots=True)
class RiskyRenewal:
    """A renewal of the next 90 days whose account is red: `factor` holds it back most, `planned` says whether a next
    step is open."""

    account: int
    name: str
    on: date
    mrr: Fraction
    factor: str
    planned: bool


@dataclass(frozen=True, slots=True)
class TodayPage:
    """The list, ranked; figures on top; what comes next when the list is empty. No accounts: the empty state."""

    items: tuple[DueItem, ...]
    headline: tuple[Tile, ...]
    touches_this_week: int
    renewals_90_days: int
    at_risk: tuple[RiskyRenewal, ...]
    next_renewal: DueItem | None
    accounts: int


def today_page(book: Book, as_of: date, person: str = "", kind: PeriodKind = PeriodKind.MONTH) -> TodayPage:
    """What is due as of a day, for one person or, with '', for all; figures by periods of that kind."""
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    rows = [row for row in rows_at(snapshot, as_of).rows if row.paying and person in {"", row.owner}]
    coming = sorted((row for row in rows if _in_days(row, as_of) is not None), key=lambda row: row.renewal_on or as_of)
    soon = [row for row in coming if (_in_days(row, as_of) or 0) <= RENEWAL_DAYS]
    worst = _Worst(snapshot.health(as_of))
    items = sorted((*_tasks(snapshot, as_of, person), *_signals(rows, worst, as_of)), key=_rank)
    return TodayPage(
        items=tuple(items),
        headline=_headline(snapshot, as_of, kind),
        touches_this_week=_touches_in_week(snapshot, as_of),
        renewals_90_days=len(soon),
        at_risk=tuple(_risky(row, worst) for row in soon if row.band is Band.RED),
        next_renewal=_renewal(coming[0], worst, as_of) if coming else None,
        accounts=len(snapshot.accounts),
    )


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
class _Worst:
    """The factor that holds an account back most, looked for where it is told."""

    healths: Mapping[int, AccountHealth]

    def of(self, row: AccountRow) -> str:
        """'' where its health is green, and where nothing holds it back."""
        from csdesk.metrics.health.drivers import drivers

        worst = drivers(self.healths[row.id])[1] if row.band is not Band.GREEN and row.id in self.healths else None
        return worst.factor if worst else ""


def _risky(row: AccountRow, worst: _Worst) -> RiskyRenewal:
    assert row.renewal_on is not None
    return RiskyRenewal(row.id, row.name, row.renewal_on, row.mrr, worst.of(row), bool(row.next_step))


def _in_days(row: AccountRow, as_of: date) -> int | None:
    """Days until the account's renewal; None without one, or where it has passed."""
    if row.renewal_on is None or row.renewal_undecided or row.renewal_on < as_of:
        return None
    return (row.renewal_on - as_of).days


def _tasks(snapshot: Snapshot, as_of: date, person: str) -> Iterator[DueItem]:
    from csdesk.usecases.account_rows import rows_at

    mrr = {row.id: row.mrr for row in rows_at(snapshot, as_of).rows}
    for task in snapshot.tasks:
        owner = snapshot.people.get(task["owner_id"], "")
        due, put_off = task["due_on"], task["snoozed_until"]
        late_enough = due is None or due <= as_of + timedelta(days=TASK_DAYS)
        if task["done_on"] or not late_enough or (put_off and put_off > as_of) or person not in {"", owner}:
            continue
        account = task["account_id"]
        yield DueItem(
            DueWhy.TASK,
            account,
            snapshot.names.get(account, ""),
            task["title"],
            due,
            (due - as_of).days if due else None,
            mrr.get(account, Fraction(0)),
            owner,
            int(task["id"]),
        )


def _signals(rows: list[AccountRow], worst: _Worst, as_of: date) -> Iterator[DueItem]:
    """At most one line an account, the most pressing: nothing stands on the list twice."""
    for row in rows:
        days = _in_days(row, as_of)
        silent = (as_of - row.last_touch_on).days if row.last_touch_on else None
        if row.renewal_undecided and row.renewal_on is not None:
            yield _item(row, DueWhy.UNDECIDED, row.renewal_on, (as_of - row.renewal_on).days)
        elif days is not None and days <= RENEWAL_DAYS and (row.band is not Band.GREEN or days <= RENEWAL_DAYS // 3):
            yield _renewal(row, worst, as_of)
        elif row.band is Band.RED:
            yield _item(row, DueWhy.HEALTH_RED, None, None, worst.of(row))
        elif silent is not None and silent > NO_TOUCH_DAYS and row.tier in {Tier.HIGH, Tier.LOW}:
            yield _item(row, DueWhy.NO_TOUCH, row.last_touch_on, silent)


def _renewal(row: AccountRow, worst: _Worst, as_of: date) -> DueItem:
    return _item(row, DueWhy.RENEWAL, row.renewal_on, _in_days(row, as_of), worst.of(row))


def _item(row: AccountRow, why: DueWhy, on: date | None, days: int | None, factor: str = "") -> DueItem:
    return DueItem(why, row.id, row.name, "", on, days, row.mrr, row.owner, factor=factor)


_ORDER = {why: place for place, why in enumerate((DueWhy.TASK, DueWhy.UNDECIDED, DueWhy.RENEWAL, DueWhy.HEALTH_RED))}


def _rank(item: DueItem) -> tuple[int, int, Fraction]:
    """Next steps by day, then undecided renewals, renewals, red health, silence; the larger MRR first."""
    by_day = item.days if item.why in {DueWhy.TASK, DueWhy.RENEWAL} and item.days is not None else 0
    return _ORDER.get(item.why, len(_ORDER)), by_day, -item.mrr


def _touches_in_week(snapshot: Snapshot, as_of: date) -> int:
    import numpy as np

    monday = as_of - timedelta(days=as_of.weekday())
    on = snapshot.frames.touches["on"]
    return int(((on >= np.datetime64(monday)) & (on <= np.datetime64(as_of))).sum())
