"""The Forecast page: MRR, losses and renewals of the months ahead, from the book's own past, as figures that open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.book.file import Book
    from csdesk.metrics.ahead.forecast import Ahead, Forecast
    from csdesk.metrics.ahead.history import History
    from csdesk.metrics.ahead.losses import Kept, Leaving, RenewalsAhead
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Evidence, Measure
    from csdesk.models.months import Month
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot

BEHIND = 24
"""Months of the past that stand before those ahead."""

TILES_AHEAD = (3, 12)
"""Months ahead whose MRR is told first."""


@dataclass(frozen=True, slots=True)
class MonthAhead:
    """A month to come: MRR by what is signed and known alone, and MRR as forecast, None where nothing is, with the
    range that holds 80 %, in minor units; None where nothing has changed in the months learned from."""

    signed: Measure
    forecast: Measure | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class RenewalMonth:
    """What comes up for renewal in a month, and what of it may be kept, with the bounds of the share so far."""

    due: Measure
    kept: Measure
    lines: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class LeavingRow:
    """Accounts that may leave within so many months with the range of 80 %, the MRR that goes with them in minor
    units, and what 'as in the last month' would say."""

    months: int
    accounts: Measure
    low: int
    high: int
    today: int
    """Accounts there are."""
    mrr: float
    same: float


@dataclass(frozen=True, slots=True)
class GroupAhead:
    """One group's MRR now and after each of TILES_AHEAD months; None where too little is known of it."""

    name: str
    now: Measure
    ahead: tuple[Measure | None, ...]


@dataclass(frozen=True, slots=True)
class AheadPage:
    """`past` is MRR by month, oldest first; `months` those ahead. `known` is how many months of history there are."""

    scope: Scope
    past: tuple[Measure, ...]
    known: int
    found: Forecast | None
    months: tuple[MonthAhead, ...]
    leaving: tuple[LeavingRow, ...]
    kept: Kept
    renewals: tuple[RenewalMonth, ...]
    groups: tuple[GroupAhead, ...]
    """By the chosen dimension, largest first; empty when none is chosen."""
    of_currencies: bool = False
    """Whether some lines are in other currencies, which are held at the rates of the last month."""


def ahead_page(book: Book, scope: Scope) -> AheadPage:
    """The page as of a day, from the months that are over by then."""
    from csdesk.metrics.ahead.forecast import MONTHS_AHEAD, forecast
    from csdesk.metrics.ahead.history import history_of
    from csdesk.metrics.ahead.losses import kept_before, renewals_ahead
    from csdesk.usecases.figures import split_of
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    context = snapshot.context(scope.as_of)
    history = history_of(context)
    found = forecast(history)
    last = history.months[-1] if history.months else context.ledger.last
    past = _past(context, history)
    kept = kept_before(context, history.until(len(history)).months)
    return AheadPage(
        scope=scope,
        past=past,
        known=len(history),
        found=found,
        months=_months(context, past, last.ordinal, found),
        leaving=_leaving(context, history),
        kept=kept,
        renewals=tuple(_renewals(one) for one in renewals_ahead(context, last + 1, MONTHS_AHEAD, kept)),
        groups=_groups(snapshot, context, split_of(book, scope)),
        of_currencies=context.ledger.exchange is not None,
    )


def _past(context: Context, history: History) -> tuple[Measure, ...]:
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.models.months import Period

    return tuple(figure(context, MetricId.MRR, Period(month)) for month in history.months[-BEHIND:])


def _months(context: Context, past: tuple[Measure, ...], last: int, found: Forecast | None) -> tuple[MonthAhead, ...]:
    from csdesk.metrics.ahead.forecast import MONTHS_AHEAD
    from csdesk.metrics.engine.days import day_number
    from csdesk.metrics.measure import money_sum
    from csdesk.metrics.metric_ids import AheadId
    from csdesk.models.months import Month, Period

    segments, rows = context.ledger.segments, []
    for step in range(1, MONTHS_AHEAD + 1):
        month = Month(last + step)
        signed = segments.mrr_on(day_number(month.last_day))
        known = money_sum(AheadId.SIGNED, Period(month), segments.accounts, signed)
        if found:
            ahead = found.months[step - 1]
            between = (ahead.low, ahead.high) if found.pace.spread else (None, None)
            rows.append(MonthAhead(known, _forecast(past[-1], ahead), *between))
        else:
            rows.append(MonthAhead(known, None))
    return tuple(rows)


def _forecast(now: Measure, ahead: Ahead) -> Measure:
    """A forecast as a figure; the accounts behind it are those whose MRR it sets out from."""
    from csdesk.metrics.measure import Measure, Unit
    from csdesk.metrics.metric_ids import AheadId
    from csdesk.models.months import Period

    return Measure(
        AheadId.FORECAST, Period(ahead.month), Unit.MONEY, ahead.value, now.part, evidence=now.evidence,
        dimension=now.dimension, group=now.group, made_in=(Unit.MONEY, Unit.MONEY),
    )  # fmt: skip


def _leaving(context: Context, history: History) -> tuple[LeavingRow, ...]:
    """Behind each are the accounts that left in the months it is learned from."""
    from csdesk.metrics.ahead.losses import leavings
    from csdesk.metrics.measure import Measure, Unit
    from csdesk.metrics.metric_ids import AheadId
    from csdesk.models.months import Period

    found = leavings(history)
    if not found:
        return ()
    known = history.until(len(history)).months
    left, period = _left(context, known), Period(known[-1])

    def row(one: Leaving) -> LeavingRow:
        measure = Measure(
            AheadId.LEAVING, period, Unit.SCORE, one.expected, one.seen, one.of, evidence=left,
            made_in=(Unit.COUNT, Unit.COUNT),
        )  # fmt: skip
        return LeavingRow(one.months, measure, one.low, one.high, one.accounts, one.mrr, one.same)

    return tuple(map(row, found))


def _left(context: Context, months: tuple[Month, ...]) -> Evidence:
    """How often each account left in those months."""
    import numpy as np

    from csdesk.metrics.engine.movements import Movement
    from csdesk.metrics.measure import Evidence

    owners, _ = context.moves.between(months[0], months[-1]).of(Movement.CHURN)
    ids, times = np.unique(context.ledger.accounts[owners], return_counts=True)
    return Evidence(ids, times.astype(np.int64), np.zeros(len(ids), dtype=np.int64))


def _renewals(one: RenewalsAhead) -> RenewalMonth:
    import numpy as np

    from csdesk.metrics.measure import Measure, Unit, Why, money_sum
    from csdesk.metrics.metric_ids import AheadId
    from csdesk.models.money import TICKS
    from csdesk.models.months import Period

    ids = np.array([line.account for line in one.lines], dtype=np.int64)
    ticks = np.array([int(line.mrr * TICKS) for line in one.lines], dtype=np.int64)
    due = money_sum(AheadId.DUE, Period(one.month), ids, ticks)
    why = Why.NO_DATA if one.expected is None else None
    measure = Measure(
        AheadId.KEPT, due.period, Unit.MONEY, one.expected, due.part, why=why, evidence=due.evidence,
        made_in=(Unit.MONEY, Unit.MONEY),
    )  # fmt: skip
    return RenewalMonth(due, measure, len(one.lines), one.low, one.high)


def _groups(snapshot: Snapshot, context: Context, by: str) -> tuple[GroupAhead, ...]:
    from csdesk.metrics.ahead.forecast import forecast
    from csdesk.metrics.ahead.history import history_of
    from csdesk.metrics.catalogue import figure
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.models.months import Period
    from csdesk.usecases.figures import groups

    rows = []
    for part in groups(snapshot, context, by) if by else ():
        history = history_of(part)
        found = forecast(history)
        now = figure(part, MetricId.MRR, Period(history.months[-1] if history.months else part.ledger.last))
        ahead = tuple(_forecast(now, found.months[step - 1]) if found else None for step in TILES_AHEAD)
        rows.append(GroupAhead(part.group or "", now, ahead))
    return tuple(sorted(rows, key=lambda row: (-(row.now.value or 0), row.name)))
