"""The contract lines behind a figure's accounts, each down to the row it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import AheadId, MetricId, OutlookMetric, SurvivalMetric
from csdesk.models.kinds import Kind
from csdesk.models.money import from_ticks
from csdesk.models.months import Period

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.metrics.shapes import Spans
    from csdesk.usecases.snapshot import Snapshot

_COMMITTED = frozenset(metric for metric in MetricId if metric.startswith("cmrr"))
_OF_ALL_TIME = frozenset(
    {*SurvivalMetric, *OutlookMetric, MetricId.MEDIAN_LIFETIME, MetricId.FIRST_RENEWAL_DISCOUNT_CUT,
     MetricId.SIZE_AFTER_THREE_YEARS}
)  # fmt: skip
"""Figures that look back beyond their period."""

_YEAR = 366


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A contract line behind an account's share, or a won deal that is none yet, with its id below 0: `source` as
    'contracts.csv, Sheet1, row 14' or '' if typed in."""

    line: int
    product: str
    mrr: Fraction
    starts_on: date
    ended_on: date | None
    source: str


def lines_behind(
    book: Book, snapshot: Snapshot, context: Context, measure: Measure, accounts: list[int]
) -> dict[int, tuple[ExplainedLine, ...]]:
    """The lines of these accounts, in force at some time of what the figure looks at, by account."""
    import numpy as np

    from csdesk.metrics.engine.currencies import at_last_rates
    from csdesk.metrics.engine.days import OPEN, as_date, day_numbers
    from csdesk.metrics.engine.segments import service_ends
    from csdesk.models.months import Month

    period = measure.period or Period(Month.of(context.as_of))
    spans = at_last_rates(snapshot.frames.spans, snapshot.frames.currencies, period.last)
    spans = _with_deals(context, measure, spans)
    ends = service_ends(spans, snapshot.rules)
    first, last = _days(context, measure, period)
    shown = np.isin(spans["account"], accounts) & (day_numbers(spans["start"]) <= last) & (ends >= first)
    mine = spans[shown]
    places = _places(book, mine["line"].tolist())
    found: dict[int, list[ExplainedLine]] = {}
    columns = (mine["account"], mine["line"], mine["product"], mine["mrr"], mine["start"], ends[shown])
    for account, line, product, ticks, start, end in zip(*columns, strict=True):
        found.setdefault(int(account), []).append(
            ExplainedLine(
                int(line),
                snapshot.products.get(str(product), ""),
                from_ticks(int(ticks)),
                start.date(),
                None if end == OPEN else as_date(int(end)),
                places.get(int(line), ""),
            )
        )
    return {account: tuple(lines) for account, lines in found.items()}


def _days(context: Context, measure: Measure, period: Period) -> tuple[int, int]:
    """The first and the last day that the figure looks at: from the day before its period to its end, from the
    beginning, or as far ahead as it looks."""
    from csdesk.metrics.engine.days import OPEN, day_number

    before, last = day_number(period.previous.last.last_day), day_number(period.last.last_day)
    if measure.metric in _OF_ALL_TIME:
        return -OPEN, last
    if measure.metric in _COMMITTED:
        return before, context.ledger.day_of(period) + context.rules.cmrr_days
    if measure.metric == AheadId.PAYMENTS:
        return day_number(context.as_of), day_number(context.as_of) + _YEAR
    return before, last


def _with_deals(context: Context, measure: Measure, spans: Spans) -> Spans:
    """With the won deals that committed revenue counts as the lines they will be."""
    from csdesk.metrics.revenue.deals import coming_deals, with_deals

    if measure.metric not in _COMMITTED or measure.period is None:
        return spans
    day = context.ledger.day_of(measure.period)
    deals = coming_deals(context, day, day + context.rules.cmrr_days)
    return with_deals(spans, deals) if len(deals) else spans


def _places(book: Book, lines: list[int]) -> dict[int, str]:
    from csdesk.usecases.contract_rows import sources_of

    deals = sources_of(book, Kind.DEAL, [-line for line in lines if line < 0])
    contracts = sources_of(book, Kind.CONTRACT, [line for line in lines if line >= 0])
    return contracts | {-deal: place for deal, place in deals.items()}
