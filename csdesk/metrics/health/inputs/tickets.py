"""Inputs from support tickets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import OPEN, day_numbers
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.inputs.reading import QUARTER, AccountBook, Reading
from csdesk.models.kinds import Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def _tickets(book: AccountBook) -> Reading:
    _, at, days = book.rows(book.frames.tickets, "opened")
    if not len(days):
        return Reading(book.nothing(), book.every(0))
    recent = days > book.day - QUARTER
    return Reading(book.counts(at[recent]).astype(np.float64), book.every(int(days.max())))


def _ticket_days(book: AccountBook) -> Reading:
    """Mean days from opening to closing of the tickets closed in the 90 days up to the account's last closing."""
    rows, at, closed = book.rows(book.frames.tickets, "closed")
    opened = day_numbers(rows["opened"])
    known = opened != OPEN
    days = np.maximum(closed - opened, 0).astype(np.float64)
    return book.recent_mean(at[known], closed[known], days[known], QUARTER)


def _urgent_tickets(book: AccountBook) -> Reading:
    """Tickets of high or urgent priority opened in the last 90 days, in books that tell priorities."""
    rows, at, days = book.rows(book.frames.tickets[book.frames.tickets["priority"] != ""], "opened")
    if not len(days):
        return Reading(book.nothing(), book.every(0))
    recent = (days > book.day - QUARTER) & rows["priority"].isin([Priority.HIGH, Priority.URGENT]).to_numpy()
    return Reading(book.counts(at[recent]).astype(np.float64), book.every(int(days.max())))


OF_TICKETS: Mapping[str, Callable[[AccountBook], Reading]] = {
    FactorId.TICKETS: _tickets,
    FactorId.TICKET_DAYS: _ticket_days,
    FactorId.URGENT_TICKETS: _urgent_tickets,
}
