"""How support answers: figures of tickets, in all, by owner and by priority."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from csdesk.models.kinds import Priority

if TYPE_CHECKING:
    from collections.abc import Iterator

    from csdesk.book.file import Book
    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure
    from csdesk.models.months import Period
    from csdesk.usecases.scope import Scope


class SupportOf(StrEnum):
    """Whose tickets a row is about."""

    ALL = "all"
    OWNER = "owner"
    PRIORITY = "priority"


@dataclass(frozen=True, slots=True)
class SupportRow:
    """Tickets of the period: how many were opened and closed in it, and the three figures. `name` is the owner of the
    accounts or the priority, '' where there is none."""

    of: SupportOf
    name: str
    opened: int
    closed: int
    first_response: Measure
    resolution: Measure
    handling: Measure


@dataclass(frozen=True, slots=True)
class SupportTable:
    """All tickets, then those by owner, then by priority; no rows where the book has no ticket."""

    rows: tuple[SupportRow, ...]
    period: Period


def support_table(book: Book, scope: Scope) -> SupportTable:
    """For the quarter where the scope's periods are months, as on the page of answers."""
    from csdesk.metrics.context import Dimension, split
    from csdesk.usecases.figures import settled, slow
    from csdesk.usecases.snapshot import snapshot_of

    context = snapshot_of(book).context(scope.as_of)
    period = settled(context, slow(scope.period))
    if not len(context.frames.tickets):
        return SupportTable((), period)
    owners = [(SupportOf.OWNER, group.group or "", group) for group in split(context, Dimension.OWNER)]
    found = [_row(SupportOf.ALL, "", context, period)]
    found += [row for of, name, group in owners if (row := _row(of, name, group, period)).opened or row.closed]
    return SupportTable((*found, *_by_priority(context, period)), period)


def _by_priority(context: Context, period: Period) -> Iterator[SupportRow]:
    """The most urgent first, tickets without a priority last."""
    for priority in (*reversed(Priority), ""):
        row = _row(SupportOf.PRIORITY, str(priority), context, period, str(priority))
        if row.opened or row.closed:
            yield row


def _row(of: SupportOf, name: str, context: Context, period: Period, priority: str | None = None) -> SupportRow:
    from csdesk.metrics.voice.support import first_response, handling, resolution, tickets_in

    return SupportRow(
        of,
        name,
        len(tickets_in(context, period, "opened", priority)),
        len(tickets_in(context, period, "closed", priority)),
        first_response(context, period, priority),
        resolution(context, period, priority),
        handling(context, period, priority),
    )
