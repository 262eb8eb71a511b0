"""A book's own past, month by month, as forecasts learn from it."""

from dataclasses import dataclass, replace

import numpy as np

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import OF_LINES, Context, context_of
from csdesk.metrics.engine.currencies import at_last_rates
from csdesk.metrics.engine.days import Floats
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Spans
from csdesk.models.months import Month, Period, months_between

WINDOW = 12
"""Months that a forecast learns from; all there are, where there are fewer."""

FEWEST = 6
"""Months below which nothing is forecast: a mean of fewer says nothing of what is usual."""

_COLUMNS = {
    "start": MetricId.START_MRR,
    "new": MetricId.NEW_MRR,
    "regained": MetricId.REACTIVATION_MRR,
    "expanded": MetricId.EXPANSION_MRR,
    "contracted": MetricId.CONTRACTION_MRR,
    "churned": MetricId.CHURNED_MRR,
    "end": MetricId.MRR,
    "accounts": MetricId.START_ACCOUNTS,
    "left": MetricId.CHURNED_ACCOUNTS,
    "stayed": MetricId.ACCOUNTS,
}


@dataclass(frozen=True, slots=True)
class History:
    """Months that are over and known, oldest first: MRR and its movements in minor units, accounts at the start, those
    that left, and those at the end, all as floats, for nothing ahead is exact."""

    months: tuple[Month, ...]
    start: Floats
    new: Floats
    regained: Floats
    expanded: Floats
    contracted: Floats
    churned: Floats
    end: Floats
    accounts: Floats
    left: Floats
    stayed: Floats

    def __len__(self) -> int:
        return len(self.months)

    def until(self, place: int) -> "History":
        """The last WINDOW months before a place: what would have been known then."""
        rows = slice(max(0, place - WINDOW), place)
        return replace(self, months=self.months[rows], **{name: getattr(self, name)[rows] for name in _COLUMNS})


def history_of(context: Context) -> History:
    """Every month after the one in which the records begin, which is only a balance to start from; all of them at the
    exchange rates of the last, for what rates will do nobody knows, and what they did is no usual growth."""
    ledger = context.ledger
    last = ledger.last if ledger.complete else ledger.last + -1
    if ledger.exchange is not None:
        context = _at_rates_of(context, last)
    known = ledger.first + 1 <= last
    months = tuple(months_between(ledger.first + 1, last)) if known else ()
    columns = {
        name: np.array([_value(context, metric, month) for month in months], dtype=np.float64)
        for name, metric in _COLUMNS.items()
    }
    return History(months, **columns)


def _at_rates_of(context: Context, month: Month) -> Context:
    """As if every line had been in the book's currency, at what it was worth in a month."""
    frames = context.frames
    spans = at_last_rates(frames.spans, frames.currencies, month)
    if context.members is not None and context.dimension not in OF_LINES:
        spans = Spans(spans[spans["account"].isin(context.members)])
    ledger = context_of(
        replace(frames, spans=spans, currencies=None), as_of=context.as_of, rules=context.rules, profile=context.profile
    ).ledger
    return replace(context, ledger=replace(ledger, first=context.ledger.first))


def _value(context: Context, metric: MetricId, month: Month) -> float:
    return float(figure(context, metric, Period(month)).value or 0)
