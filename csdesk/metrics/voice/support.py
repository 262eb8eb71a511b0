"""Figures of support tickets: how soon the first answer came, how many were resolved, how long they took."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.measure import Evidence, Measure, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Tickets
from csdesk.models.kinds import Kind

if TYPE_CHECKING:
    import pandas as pd

    from csdesk.metrics.context import Context
    from csdesk.models.months import Period

_UNITS = {MetricId.TICKET_FIRST_RESPONSE: Unit.HOURS, MetricId.TICKET_HANDLING: Unit.DAYS}
_SECONDS = {Unit.HOURS: 60 * 60, Unit.DAYS: 24 * 60 * 60}


def first_response(context: Context, period: Period, priority: str | None = None) -> Measure:
    """Mean hours from opening to the first answer of the tickets opened in the period, of those that have had one by
    the as-of date; of one priority where it is named. An answer from before the opening counts as 0."""
    tickets = tickets_in(context, period, "opened", priority)
    answered = Tickets(tickets[tickets["responded"] < _over(context)])
    return _mean(MetricId.TICKET_FIRST_RESPONSE, period, answered, "responded")


def resolution(context: Context, period: Period, priority: str | None = None) -> Measure:
    """Tickets closed by the as-of date / tickets opened in the period, with Wilson's interval."""
    tickets = tickets_in(context, period, "opened", priority)
    if not len(tickets):
        return missing(MetricId.TICKET_RESOLUTION, period, Unit.FRACTION, Why.NO_TICKETS, 0)
    closed = (tickets["closed"] < _over(context)).to_numpy(dtype=np.bool_)
    every = np.ones(len(tickets), dtype=np.bool_)
    rate = count_rate(MetricId.TICKET_RESOLUTION, period, tickets["ticket"].to_numpy(), closed, every)
    return replace(rate, evidence=replace(rate.evidence, of=Kind.TICKET))


def handling(context: Context, period: Period, priority: str | None = None) -> Measure:
    """Mean days from opening to closing of the tickets closed in the period, of those whose opening is known. A closing
    before the opening counts as 0."""
    tickets = tickets_in(context, period, "closed", priority)
    known = Tickets(tickets[tickets["opened"].notna()])
    return _mean(MetricId.TICKET_HANDLING, period, known, "closed")


def tickets_in(context: Context, period: Period, moment: str, priority: str | None = None) -> Tickets:
    """Tickets opened, or closed, in the period, up to the end of the as-of date."""
    tickets = context.frames.tickets
    if priority is not None:
        tickets = Tickets(tickets[tickets["priority"] == priority])
    first = np.datetime64(period.first.first_day, "s")
    beyond = min(np.datetime64(period.last.last_day + timedelta(days=1), "s"), _over(context))
    inside = (tickets[moment] >= first) & (tickets[moment] < beyond)
    return Tickets(context.of_group(tickets[inside], moment))


def _over(context: Context) -> np.datetime64:
    """The moment at which the as-of date is over."""
    return np.datetime64(context.as_of + timedelta(days=1), "s")


def _mean(metric: MetricId, period: Period, tickets: Tickets, until: str) -> Measure:
    n, unit = len(tickets), _UNITS[metric]
    if not n:
        return missing(metric, period, unit, Why.NO_TICKETS, 0)
    taken: pd.Series[float] = (tickets[until] - tickets["opened"]).dt.total_seconds()
    times = np.maximum(taken.to_numpy(dtype=np.float64) / _SECONDS[unit], 0.0)
    whole = float(times.sum())
    behind = Evidence(tickets["ticket"].to_numpy(), times, np.ones(n, dtype=np.int64), Kind.TICKET)
    return Measure(metric, period, unit, whole / n, whole, n, n, evidence=behind, made_in=(unit, Unit.COUNT))
