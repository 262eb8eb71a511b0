"""The records behind a figure that rests on no contract line: answers, people asked, feedback, tickets, risks ..."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind, Survey
from csdesk.models.signals import DECIDED, RiskOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from csdesk.book.file import Book
    from csdesk.metrics.measure import Measure

_DAY = len("2024-01-31")
RECORDS_OF_ACCOUNT = 60
"""Records that are shown of each account, the latest."""


@dataclass(frozen=True, slots=True)
class ExplainedRecord:
    """A record behind a share: what it says, its day and amount where it has them, and `source` as 'use.csv, 14', or ''
    if typed in."""

    row: int
    what: str
    on: date | None
    amount: float | None
    source: str
    monthly: bool = False
    """Of the whole month that begins on the day."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """How rows of a kind are told: the columns of their day (the first that is known), amount and words."""

    days: tuple[str, ...]
    amount: str
    words: tuple[str, ...]


_SHOWN = {
    Kind.ANSWER: _Shown(("answered_on",), "score", ("comment",)),
    Kind.INVITATION: _Shown(("asked_on",), "asked", ("name",)),
    Kind.FEEDBACK: _Shown(("resolved_on", "told_on"), "", ("title", "text")),
    Kind.TICKET: _Shown(("opened_at",), "", ("subject", "external_id")),
    Kind.TOUCH: _Shown(("on_date",), "minutes", ("purpose", "note")),
    Kind.RISK: _Shown(("closed_on",), "", ("title", "response", "notes")),
}
_OF_LOGGED = {MetricId.RISK_DETECTION, MetricId.RISK_FIRST_TOUCH, MetricId.RISKS_BEFORE_NOTICE}
_LOGGED = _Shown(("logged_on",), "", ("title", "response", "notes"))
_CLOSED = [outcome.value for outcome in DECIDED]
_REAL = [RiskOutcome.OPEN.value, *_CLOSED]
"""Outcomes of risks that were some."""
_ASKED = {
    MetricId.RESPONSE_RATE_NPS: Survey.NPS,
    MetricId.RESPONSE_RATE_CSAT: Survey.CSAT,
    MetricId.RESPONSE_RATE_CES: Survey.CES,
}


def records_behind(
    book: Book, measure: Measure, accounts: list[int]
) -> Mapping[int, tuple[ExplainedRecord, ...]] | None:
    """The records of each of these accounts (0: of none), the latest first; None where the figure rests on contract
    lines."""
    found: dict[int, list[ExplainedRecord]] = {}
    wanted = list(_wanted(measure))
    for kind, where, first, last in wanted:
        form = _LOGGED if measure.metric in _OF_LOGGED else _SHOWN[kind]
        for account, record in _read(book, (kind, form), where, first, last):
            found.setdefault(account, []).append(record)
    if not wanted:
        return None
    shown = {account: sorted(found.get(account, ()), key=_latest_first)[:RECORDS_OF_ACCOUNT] for account in accounts}
    return {account: tuple(records) for account, records in shown.items()}


def _latest_first(record: ExplainedRecord) -> tuple[int, int]:
    return -(record.on or date.min).toordinal(), record.row


def _wanted(measure: Measure) -> Iterator[tuple[Kind, dict[str, Any], date, date]]:
    """The kinds of records, what they must hold, and their first and last day."""
    period = measure.period
    days = (period.first.first_day, period.last.last_day) if period else (date.min, date.max)
    if measure.evidence.of in {Kind.ANSWER, Kind.TICKET}:
        yield measure.evidence.of, {"id": measure.evidence.ids.tolist()}, date.min, date.max
    elif measure.metric in set(_ASKED):
        survey = _ASKED[MetricId(measure.metric)].value
        yield Kind.INVITATION, {"survey": survey}, *days
        yield Kind.ANSWER, {"survey": survey}, *days
    elif measure.metric == MetricId.NEGATIVE_ACCOUNTS:
        yield Kind.ANSWER, {"survey": Survey.NPS.value}, date.min, days[1]
    elif measure.metric == MetricId.LOOP_CLOSED:
        yield Kind.FEEDBACK, {}, *days
    elif measure.metric in _OF_LOGGED:
        yield Kind.RISK, {"outcome": _REAL}, *days
    elif measure.metric in {MetricId.RISKS_AVERTED, MetricId.RISK_MRR_SAVED}:
        yield Kind.RISK, {"outcome": _CLOSED}, *days
    elif measure.metric == MetricId.COST_TO_SERVE:
        yield Kind.TOUCH, {}, *days


def _read(
    book: Book, of: tuple[Kind, _Shown], where: dict[str, Any], first: date, last: date
) -> Iterator[tuple[int, ExplainedRecord]]:
    from csdesk.book.read import rows
    from csdesk.usecases.contract_rows import sources_of

    kind, shown = of
    people = {row["id"]: str(row["name"]) for row in rows(book, Kind.CONTACT)}
    kept = [
        (row, on) for row in rows(book, kind, where=where) if (on := _day(row, shown)) is None or first <= on <= last
    ]
    places = sources_of(book, kind, [int(str(row["id"])) for row, _ in kept])
    for row, on in kept:
        words = next((str(row[name]) for name in shown.words if row[name]), "")
        what = " · ".join(filter(None, (people.get(row.get("contact_id"), ""), words)))
        amount = row[shown.amount] if shown.amount else None
        number = int(str(row["id"]))
        record = ExplainedRecord(
            number, what, on, None if amount is None else float(str(amount)), places.get(number, "")
        )
        yield int(str(row["account_id"] or 0)), record


def _day(row: Mapping[str, Any], shown: _Shown) -> date | None:
    on = next((row[name] for name in shown.days if row[name]), None)
    return None if on is None else date.fromisoformat(str(on)[:_DAY])
