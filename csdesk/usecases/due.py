"""The day's list: what waits for whom, for which reasons, in which order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Band, Kind, Tier
from csdesk.models.money import to_ticks
from csdesk.models.signals import Signal
from csdesk.models.steps import Material

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.usecases.accounts import AccountRow
    from csdesk.usecases.snapshot import Snapshot

RENEWAL_DAYS = 90
NO_TOUCH_DAYS = 31
STEP_DAYS = 7
"""How far ahead a next step or a milestone shows on the list."""
_MOST_FOR_MRR, _MOST = 40, 20
_ON_ITS_DAY, _A_DANGER = 10, 5
TODAY_PAGE = "today"
"""The page of the saved views that are no views: what is quiet on the day's list, until when."""


class DueWhy(StrEnum):
    """Why a line is on the list, the most pressing first."""

    TASK = "task"
    MILESTONE = "milestone"
    UNDECIDED = "undecided"
    RENEWAL = "renewal"
    SIGNAL = "signal"
    HEALTH_RED = "health_red"
    NO_TOUCH = "no_touch"
    GOOD_MOMENT = "good_moment"


_PLACES = {why: place for place, why in enumerate(DueWhy)}
_DANGERS = frozenset({DueWhy.SIGNAL, DueWhy.HEALTH_RED})
_SIGNALS = {signal: place for place, signal in enumerate((Signal.SCORE_DROP, *Signal))}


@dataclass(frozen=True, slots=True)
class DueReason:
    """One reason. `on` is its day, `days` the days until or since then; `row` the next step or milestone that can be
    ticked off, called `title`; `figures` are those of a signal, `factor` what holds health back most."""

    why: DueWhy
    on: date | None = None
    days: int | None = None
    title: str = ""
    row: int | None = None
    customers: bool = False
    """Whether a milestone is the customer's to do."""
    repeat_days: int | None = None
    """Every how many days a next step is to be done again."""
    material: Material | None = None
    """What a next step carries."""
    signal: Signal | None = None
    figures: tuple[float, ...] = ()
    factor: str = ""

    @property
    def code(self) -> str:
        """What it is put off under."""
        return str(self.signal or self.why)

    @property
    def late(self) -> int | None:
        """Days since a step or a milestone was due, negative before; None for what has no day to be done."""
        return -self.days if self.days is not None and self.why in {DueWhy.TASK, DueWhy.MILESTONE} else None


@dataclass(frozen=True, slots=True)
class Points:
    """How pressing a line is, 0 to 100.

    `mrr`: 40 x the share of paying accounts that pay no more; `late`: 10 on the day that a next step or milestone is
    due, one more for each day after and one less for each before, 0 to 20; `renewal`: 20 on the day of the renewal, and
    undecided, falling to 0 in the 90 days before; `danger`: 5 for each danger signal and for red health, 20 at most.
    """

    mrr: int
    late: int
    renewal: int
    danger: int

    @property
    def total(self) -> int:
        """By which the list is ranked."""
        return self.mrr + self.late + self.renewal + self.danger


@dataclass(frozen=True, slots=True)
class DueItem:
    """One line: a next step, or an account, with everything that speaks for it, the most pressing first. `mrr` is what
    is at stake, in minor units."""

    account: int | None
    account_name: str
    owner: str
    mrr: Fraction
    points: Points
    reasons: tuple[DueReason, ...]

    @property
    def lead(self) -> DueReason:
        """The most pressing reason."""
        return self.reasons[0]

    @property
    def why(self) -> DueWhy:
        """What kind of reason that is."""
        return self.lead.why

    @property
    def task(self) -> int | None:
        """The next step that it is, if it is one."""
        return self.lead.row if self.why is DueWhy.TASK else None

    @property
    def on(self) -> date | None:
        """The day of the first reason that has one."""
        return next((one.on for one in self.reasons if one.on), None)

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes the line itself from one answer to the next."""
        return (self.account, self.owner, self.task)


def due_list(book: Book, as_of: date, person: str = "") -> tuple[DueItem, ...]:
    """What waits as of a day, for one person or, with '', for all; good moments after all that presses.

    A next step is a line of its own. Whatever else speaks for an account stands once: with its first next step, where
    that is its owner's to do, else on a line of the account.
    """
    from csdesk.usecases.account_rows import rows_at
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    rows = {row.id: row for row in rows_at(snapshot, as_of).rows}
    paying = [row for row in rows.values() if row.paying]
    points = _Ranking(sorted(to_ticks(row.mrr) for row in paying), as_of)
    waiting = _Reasons(book, snapshot, as_of).of(paying)
    items = []
    for owner, row, step in _steps(snapshot, as_of, rows):
        own = row is not None and row.owner in {"", owner}
        reasons = (step, *(waiting.pop(row.id, ()) if own and row else ()))
        items.append(points.item(row, owner, reasons))
    items += [points.item(rows[account], rows[account].owner, reasons) for account, reasons in waiting.items()]
    return tuple(sorted((item for item in items if person in {"", item.owner}), key=_rank))


def new_lines(book: Book, before: date, as_of: date) -> tuple[DueItem, ...]:
    """What waits for anybody as of a day that would not have stood on the list of an earlier one, in the list's order;
    a further reason makes no new line."""
    known = {item.identity for item in due_list(book, before)}
    return tuple(item for item in due_list(book, as_of) if item.identity not in known)


def _rank(item: DueItem) -> tuple[bool, int, int, int, str]:
    """The most points first; equal ones by kind, MRR and name. Good moments come after all that presses."""
    return item.why is DueWhy.GOOD_MOMENT, -item.points.total, _PLACES[item.why], -to_ticks(item.mrr), item.account_name


def _steps(
    snapshot: Snapshot, as_of: date, rows: Mapping[int, AccountRow]
) -> Iterator[tuple[str, AccountRow | None, DueReason]]:
    """Next steps that wait, the earliest first, with whose they are: the account's owner's where nobody's."""
    latest = as_of + timedelta(days=STEP_DAYS)
    for task in sorted(snapshot.tasks, key=lambda task: (task["due_on"] is None, task["due_on"] or as_of)):
        due, put_off = task["due_on"], task["snoozed_until"]
        if task["done_on"] or (due and due > latest) or (put_off and put_off > as_of):
            continue
        row = rows.get(task["account_id"])
        owner = snapshot.people.get(task["owner_id"]) or (row.owner if row else "")
        days = (due - as_of).days if due else None
        carried = Material(task["material"]) if task["material"] else None
        step = DueReason(DueWhy.TASK, due, days, task["title"], int(task["id"]))
        yield owner, row, replace(step, repeat_days=task["repeat_days"], material=carried)


@dataclass(frozen=True, slots=True)
class _Ranking:
    """What makes a line of its reasons: what every paying account pays, in ticks, ascending, and the day."""

    paid: Sequence[int]
    as_of: date

    def item(self, row: AccountRow | None, owner: str, reasons: Sequence[DueReason]) -> DueItem:
        """A line of an account, or of none."""
        if row is None:
            return DueItem(None, "", owner, Fraction(0), self._points(None, reasons), tuple(reasons))
        return DueItem(row.id, row.name, owner, row.mrr, self._points(row, reasons), tuple(reasons))

    def _points(self, row: AccountRow | None, reasons: Iterable[DueReason]) -> Points:
        late = max((one.late for one in reasons if one.late is not None), default=-_ON_ITS_DAY)
        return Points(
            mrr=self._share(row) if row and row.paying else 0,
            late=min(max(_ON_ITS_DAY + late, 0), _MOST),
            renewal=self._nearness(row) if row else 0,
            danger=min(_A_DANGER * sum(one.why in _DANGERS for one in reasons), _MOST),
        )

    def _share(self, row: AccountRow) -> int:
        return round(_MOST_FOR_MRR * bisect_right(self.paid, to_ticks(row.mrr)) / len(self.paid))

    def _nearness(self, row: AccountRow) -> int:
        if row.renewal_on is None:
            return 0
        days = 0 if row.renewal_undecided else (row.renewal_on - self.as_of).days
        return round(_MOST * max(RENEWAL_DAYS - days, 0) / RENEWAL_DAYS)


class _Reasons:
    """What speaks for accounts, next steps aside; each thing once, though several rules may see it."""

    def __init__(self, book: Book, snapshot: Snapshot, as_of: date) -> None:
        from csdesk.usecases.signal_rules import rule_settings
        from csdesk.usecases.signals import kept_quiet, signals_now

        self.as_of, self.worst = as_of, Worst(snapshot.health(as_of))
        self.quiet = {(account, code) for account, code, until in kept_quiet(book, TODAY_PAGE) if as_of < until}
        self.planned = frozenset(snapshot.open_tasks())
        self.milestones = _milestones(book, as_of)
        self.signals: dict[int, list[DueReason]] = {}
        for one in signals_now(book, snapshot, as_of):
            why = DueWhy.GOOD_MOMENT if one.signal is Signal.PEAK else DueWhy.SIGNAL
            found = DueReason(why, signal=one.signal, figures=one.figures)
            self.signals.setdefault(one.account, []).append(found)
        silence = rule_settings(book)[Signal.NO_TOUCH]
        self.told_by_signal = silence.limits[0] if silence.on else inf

    def of(self, rows: Iterable[AccountRow]) -> dict[int, tuple[DueReason, ...]]:
        """Of each account that has any, the most pressing first."""
        found = {}
        for row in rows:
            said = self._said_once(tuple(self._all(row)))
            kept = [one for one in said if (row.id, one.code) not in self.quiet]
            if kept:
                found[row.id] = tuple(sorted(kept, key=lambda one: (_PLACES[one.why], _SIGNALS.get(one.signal, 0))))
        return found

    def _all(self, row: AccountRow) -> Iterator[DueReason]:
        days = in_days(row, self.as_of)
        if row.id in self.milestones:
            yield self.milestones[row.id]
        if row.renewal_undecided and row.renewal_on is not None:
            yield DueReason(DueWhy.UNDECIDED, row.renewal_on, (self.as_of - row.renewal_on).days)
        elif days is not None and days <= RENEWAL_DAYS and row.id not in self.planned:
            yield DueReason(DueWhy.RENEWAL, row.renewal_on, days, factor=self.worst.of(row))
        yield from self.signals.get(row.id, ())
        if row.band is Band.RED:
            yield DueReason(DueWhy.HEALTH_RED, factor=self.worst.of(row))
        silent = (self.as_of - row.last_touch_on).days if row.last_touch_on else 0
        if NO_TOUCH_DAYS < silent <= self.told_by_signal and row.tier in {Tier.HIGH, Tier.LOW}:
            yield DueReason(DueWhy.NO_TOUCH, row.last_touch_on, silent)

    def _said_once(self, reasons: Collection[DueReason]) -> Iterator[DueReason]:
        """Milestones tell of a stalled implementation, a renewal without a next step of a missing plan, and a fall in
        health of its being red."""
        present = {one.code for one in reasons}
        for one in reasons:
            if not present & _TOLD_BY.get(one.code, frozenset()):
                yield one


_TOLD_BY: Mapping[str, frozenset[str]] = {
    Signal.STALLED: frozenset({DueWhy.MILESTONE}),
    Signal.NO_PLAN: frozenset({DueWhy.RENEWAL}),
    DueWhy.HEALTH_RED: frozenset({Signal.SCORE_DROP}),
}
"""What says a thing more exactly."""


@dataclass(frozen=True, slots=True)
class Worst:
    """The factor that holds an account back most, looked for where it is told."""

    healths: Mapping[int, AccountHealth]

    def of(self, row: AccountRow) -> str:
        """'' where its health is green, and where nothing holds it back."""
        from csdesk.metrics.health.drivers import drivers

        worst = drivers(self.healths[row.id])[1] if row.band is not Band.GREEN and row.id in self.healths else None
        return worst.factor if worst else ""


def in_days(row: AccountRow, as_of: date) -> int | None:
    """Days until the account's renewal; None without one, or where it has passed."""
    if row.renewal_on is None or row.renewal_undecided or row.renewal_on < as_of:
        return None
    return (row.renewal_on - as_of).days


def _milestones(book: Book, as_of: date) -> dict[int, DueReason]:
    """Of each account the first milestone that is not done and is due by then."""
    from csdesk.book.read import rows

    latest, found = as_of + timedelta(days=STEP_DAYS), dict[int, DueReason]()
    held: Sequence[Mapping[str, Any]] = rows(book, Kind.MILESTONE)
    waiting = [row for row in held if row["done_on"] is None and row["due_on"] and row["due_on"] <= latest]
    for row in sorted(waiting, key=lambda row: (row["due_on"], row["id"]), reverse=True):
        due, own = row["due_on"], (row["title"], row["id"], bool(row["customer_side"]))
        found[row["account_id"]] = DueReason(DueWhy.MILESTONE, due, (due - as_of).days, *own)
    return found
