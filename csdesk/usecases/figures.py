"""Figures by period, split and rule: what pages, report and command line draw on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from csdesk.metrics.rules import Rules
from csdesk.models.months import Month, Period, PeriodKind, periods_between
from csdesk.usecases.stopped import FirstAfterLast, NotByWeek, UnknownWord

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure, Number, Unit
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.snapshot import Snapshot

T = TypeVar("T")

SHOWN_PERIODS = {PeriodKind.MONTH: 36, PeriodKind.QUARTER: 12, PeriodKind.YEAR: 6}
"""How many periods a page shows, counted back from the chosen one."""


def figures_between(
    book: Book,
    as_of: date,
    *,
    first: Month | None = None,
    last: Month | None = None,
    kind: PeriodKind = PeriodKind.MONTH,
    by: str = "",
    ids: Sequence[str] | None = None,
    rules: str = "",
) -> tuple[Measure, ...]:
    """Figures of every period from first to last (by default all that is known), group by group where split.

    Raises UnknownWord for an id, a dimension or a rule that is not known, and FirstAfterLast.
    """
    from csdesk.metrics.catalogue import figures, with_lacks
    from csdesk.metrics.metric_ids import MetricId
    from csdesk.usecases.snapshot import snapshot_of

    snapshot = snapshot_of(book)
    wanted = tuple(meant(MetricId, name) for name in ids) if ids else tuple(MetricId)
    context = snapshot.context(as_of, rules_meant(rules) if rules else None)
    start, end = first or context.ledger.first, last or Month.of(as_of)
    if first is not None and first > end:
        raise FirstAfterLast(first, end)
    periods = periods_between(start, end, kind, snapshot.settings.fiscal_start)
    return tuple(
        with_lacks(group, measure)
        for group in groups(snapshot, context, by)
        for measure in figures(group, wanted, periods)
    )


def period_kind(word: str) -> PeriodKind:
    """The kind of period that a person's word means. Raises NotByWeek, UnknownWord."""
    if word == "week":
        raise NotByWeek
    return meant(PeriodKind, word)


def rules_meant(words: str) -> Rules:
    """The rules that a person's words mean. Raises UnknownWord."""
    return meant(Rules.parse, words)


def meant(parse: Callable[[str], T], word: str) -> T:
    """What a person's word stands for. Raises UnknownWord."""
    try:
        return parse(word)
    except ValueError:
        raise UnknownWord(word) from None


def groups(snapshot: Snapshot, context: Context, by: str) -> tuple[Context, ...]:
    """The whole book where `by` is '', else one context a group, products by their names."""
    from csdesk.metrics.context import Dimension, split

    if not by:
        return (context,)
    parts = meant(lambda word: split(context, word), by)
    if by == Dimension.PRODUCT:
        return tuple(replace(part, group=snapshot.products.get(part.group or "", part.group)) for part in parts)
    return parts


def own_dimensions(book: Book) -> tuple[str, ...]:
    """The dimensions that the book's own account columns make."""
    from csdesk.usecases.snapshot import snapshot_of

    return tuple(f"custom:{name}" for name in snapshot_of(book).custom_columns)


def split_of(book: Book, scope: Scope) -> str:
    """What a page's figures are split by; '' where the book no longer has that column."""
    known = not scope.by.startswith("custom:") or scope.by in own_dimensions(book)
    return scope.by if known else ""


def periods_shown(context: Context, period: Period) -> tuple[Period, ...]:
    """The periods a page shows, oldest first: none before the records begin or after they end."""
    if period.first > context.ledger.last:
        period = Period.holding(context.ledger.last, period.kind, period.fiscal_start)
    found = back_from(context, period, SHOWN_PERIODS[period.kind])
    return tuple(reversed(found)) if found[-1].last >= context.ledger.first else ()


def back_from(context: Context, period: Period, most: int) -> tuple[Period, ...]:
    """The period and those before it, latest first, back to the one in which the records begin."""
    found = [period]
    while len(found) < most and found[-1].previous.last >= context.ledger.first:
        found.append(found[-1].previous)
    return tuple(found)


def settled(context: Context, period: Period) -> Period:
    """The period itself once it is over, else the one before it where there is one: rates of a period that has just
    begun say that nothing was lost, whatever is to come."""
    before = period.previous
    return before if not context.ledger.covers(period) and context.ledger.covers(before) else period


def slow(period: Period) -> Period:
    """The quarter around a month, any longer period itself: for figures that need many months or answers."""
    if period.kind is not PeriodKind.MONTH:
        return period
    return Period.holding(period.first, PeriodKind.QUARTER, period.fiscal_start)


def part_units(measure: Measure) -> tuple[Unit | None, Unit | None]:
    """What part and whole of a figure count: what the figure itself says; else money where the evidence behind them is
    kept in ticks, else a count; None for figures that are not made of rows."""
    from csdesk.metrics.measure import Unit

    if measure.made_in:
        return measure.made_in
    evidence = measure.evidence
    if not len(evidence.ids):
        return None, None
    scales = (ticks_scale(evidence.part, measure.part), ticks_scale(evidence.whole, measure.whole))
    part, whole = (Unit.MONEY if scale > 1 else Unit.COUNT for scale in scales)
    return part, None if measure.whole is None else whole


def ticks_scale(shares: NDArray[Any], stated: Number | None) -> int:
    """Ticks in one of the figure's units: evidence of money is kept in ticks, the figure itself in minor units."""
    from csdesk.metrics.measure import total
    from csdesk.models.money import TICKS

    return TICKS if stated and shares.dtype.kind in "iO" and total(shares) == stated * TICKS else 1
