"""Rows of the accounts table, made from the frames in one pass."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from csdesk.metrics.engine.days import day_number
from csdesk.models.kinds import Band
from csdesk.models.money import from_ticks
from csdesk.models.months import months_between
from csdesk.usecases.accounts import AccountRow, AccountsTable
from csdesk.usecases.snapshot import snapshot_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.health.scores import AccountHealth
    from csdesk.usecases.snapshot import Snapshot

TREND_MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Renewals:
    """Of each account: the earliest renewal that is still to come, and the earliest that has passed without a
    decision. What has been renewed already, and what ends, is neither."""

    due: Mapping[int, date]
    undecided: Mapping[int, date]


def _renewals(snapshot: Snapshot, as_of: date) -> _Renewals:
    from csdesk.metrics.retention.renewals import RenewalState, renewals_due

    # A decision is due by the calendar, also where the records stop before today.
    ledger = replace(snapshot.ledger(as_of), cutoff=day_number(as_of))
    wanted = (RenewalState.DUE, RenewalState.UNDECIDED)
    earliest: dict[RenewalState, dict[int, date]] = {state: {} for state in wanted}
    for renewal in renewals_due(ledger, snapshot.frames.spans, date.min, date.max, wanted):
        earliest[renewal.state].setdefault(renewal.account, renewal.on)
    return _Renewals(earliest[RenewalState.DUE], earliest[RenewalState.UNDECIDED])


def accounts_table(book: Book, as_of: date) -> AccountsTable:
    """Every account with its figures as of a day."""
    return rows_at(snapshot_of(book), as_of)


def rows_at(snapshot: Snapshot, as_of: date) -> AccountsTable:
    """Every account of the book with its figures as of a day, in order of name; made once for a snapshot."""
    return snapshot.kept(("account rows", as_of), lambda: _rows_at(snapshot, as_of))


def _rows_at(snapshot: Snapshot, as_of: date) -> AccountsTable:
    maker = _RowMaker(snapshot, as_of)
    rows = tuple(sorted((maker.row(values) for values in snapshot.accounts), key=lambda row: row.name))
    return AccountsTable(rows, snapshot.custom_columns, snapshot.owners, as_of)


class _RowMaker:
    """Everything a row looks up, read once."""

    def __init__(self, snapshot: Snapshot, as_of: date) -> None:
        self.snapshot = snapshot
        self.renewals = _renewals(snapshot, as_of)
        self.health: Mapping[int, AccountHealth] = snapshot.health(as_of)
        self.mrr, self.paying, self.trend = _trend(snapshot, as_of)
        self.touched = _last_touch(snapshot, as_of)
        self.tasks = snapshot.open_tasks()

    def row(self, values: Mapping[str, Any]) -> AccountRow:
        """One account."""
        account = int(values["id"])
        health, task = self.health.get(account), self.tasks.get(account)
        undecided = self.renewals.undecided.get(account)
        return AccountRow(
            id=account,
            name=values["name"],
            score=health.score if health else None,
            band=health.band if health else Band.UNKNOWN,
            coverage=health.coverage if health else 0.0,
            by_hand=bool(health and health.hand),
            mrr=self.mrr.get(account, from_ticks(0)),
            paying=account in self.paying,
            trend=self.trend.get(account, ()),
            renewal_on=undecided or self.renewals.due.get(account),
            renewal_undecided=undecided is not None,
            last_touch_on=self.touched.get(account),
            owner=self.snapshot.people.get(values["owner_id"], ""),
            sentiment=values["sentiment"],
            next_step=task["title"] if task else "",
            next_due=task["due_on"] if task else None,
            custom=self.snapshot.custom.get(account, {}),
            **{name: values[name] or "" for name in _TEXTS},
        )


_TEXTS = (
    "tier",
    "segment",
    "industry",
    "region",
    "size",
    "channel",
    "stage",
    "fit",
    "fit_reason",
    "referred_by",
    "external_id",
    "domain",
    "notes",
)


def _trend(snapshot: Snapshot, as_of: date) -> tuple[dict[int, Fraction], set[int], dict[int, tuple[float, ...]]]:
    context, ledger = snapshot.context(as_of), snapshot.ledger(as_of)
    standings = [context.standing(month) for month in months_between(ledger.last + (1 - TREND_MONTHS), ledger.last)]
    scale = float(from_ticks(1))
    table = np.stack([standing.mrr for standing in standings]) * scale
    ids = ledger.accounts.tolist()
    now = standings[-1]
    mrr = {account: from_ticks(ticks) for account, ticks in zip(ids, now.mrr.tolist(), strict=True)}
    paying = {account for account, pays in zip(ids, now.paying.tolist(), strict=True) if pays}
    return mrr, paying, {account: tuple(column) for account, column in zip(ids, table.T.tolist(), strict=True)}


def _last_touch(snapshot: Snapshot, as_of: date) -> dict[int, date]:
    touches = snapshot.frames.touches
    past = touches[touches["on"] <= np.datetime64(as_of)]
    latest = past.groupby("account")["on"].max()
    return dict(zip(latest.index.tolist(), latest.dt.date.tolist(), strict=True))
