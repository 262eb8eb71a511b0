"""What the figures would be if some accounts left, and others had stayed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import Context, context_of
from csdesk.metrics.engine.days import (
    OPEN,
    Flags,
    Ints,
    day_number,
    day_numbers,
    first_days,
    month_ordinals,
    totals,
)
from csdesk.metrics.engine.segments import until_cancelled
from csdesk.metrics.measure import Measure, money_sum
from csdesk.metrics.metric_ids import AheadId, MetricId
from csdesk.metrics.shapes import Spans
from csdesk.models.months import Month, Period, months_between

CASH_MONTHS = 12
COMPARED = (
    MetricId.MRR,
    MetricId.ARR,
    MetricId.CMRR,
    MetricId.ACCOUNTS,
    MetricId.NET_REVENUE_RETENTION,
    MetricId.GROSS_REVENUE_RETENTION,
    MetricId.LOGO_RETENTION,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The accounts that are taken to leave on the as-of date, and those that are taken to have stayed: whose end since
    the period began, or to come, is taken back."""

    lost: frozenset[int] = frozenset()
    saved: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure as it is, and as it would be."""

    now: Measure
    then: Measure


def what_if(context: Context, period: Period, choice: Choice) -> tuple[Compared, ...]:
    """The COMPARED figures of a period both ways, and the payments of the next CASH_MONTHS months last.

    Only contract lines are changed: everything is counted by the functions and rules that count the book itself.
    """
    other = _as_if(context, period, choice)
    figures = (Compared(figure(context, metric, period), figure(other, metric, period)) for metric in COMPARED)
    return (*figures, Compared(payments(context, period), payments(other, period)))


def _as_if(context: Context, period: Period, choice: Choice) -> Context:
    spans = context.frames.spans.copy()
    account, start = spans["account"], day_numbers(spans["start"])
    end = until_cancelled(context.frames.spans, day_numbers(spans["end"]), context.rules)
    gone = Month.of(context.as_of).first_day
    saved = account.isin(choice.saved) & _last_to_end(spans, end) & (end >= day_number(period.first.first_day) - 1)
    lost = account.isin(choice.lost)
    cut = lost & (end >= day_number(gone))
    spans.loc[saved, ["end", "cancelled", "term_end"]] = np.datetime64("NaT", "s")
    spans.loc[cut, "end"] = np.datetime64(gone - timedelta(days=1), "s")
    spans.loc[cut, "day_after"] = False
    frames = replace(context.frames, spans=Spans(spans[~(lost & (start >= day_number(gone)))]))
    return context_of(frames, as_of=context.as_of, rules=context.rules, profile=context.profile, uses=context.uses)


def _last_to_end(spans: Spans, end: Ints) -> Flags:
    """Lines that end last of their account's, where all of them end: what was replaced before stays replaced."""
    latest = pd.Series(end).groupby(spans["account"].to_numpy()).transform("max").to_numpy()
    return np.asarray((end == latest) & (latest != OPEN), dtype=np.bool_)


def payments(context: Context, period: Period) -> Measure:
    """What falls due within CASH_MONTHS months after the as-of date, in minor units: each line's amount at the start of
    each of its billing intervals, while it runs; a line without a known end runs on."""
    segments, spans = context.ledger.segments, context.frames.spans
    anchor = day_numbers(spans["start"])[segments.line]
    begun = month_ordinals(anchor)
    interval = spans["interval"].to_numpy(dtype=np.int64)[segments.line]
    now = Month.of(context.as_of)
    first, last = day_number(context.as_of), day_number(_same_day(context.as_of, now + CASH_MONTHS))
    times = np.zeros(len(segments.owner), dtype=np.int64)
    for month in months_between(now, now + CASH_MONTHS):
        day = np.minimum(day_number(month.first_day) + anchor - first_days(begun), day_number(month.last_day))
        falls = (month.ordinal >= begun) & ((month.ordinal - begun) % interval == 0)
        times += falls & (day > first) & (day <= last) & (day >= segments.start) & (day <= segments.end)
    due = totals(segments.owner, segments.mrr * interval * times, len(segments.accounts))
    return money_sum(AheadId.PAYMENTS, period, segments.accounts, due)


def _same_day(day: date, month: Month) -> date:
    return month.first_day.replace(day=min(day.day, month.last_day.day))
