"""What began and what ended for an account in a month, line by line, or as one where lines took each other's place."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from csdesk.metrics.engine.days import Flags, Ints, day_numbers, summable, totals
from csdesk.metrics.engine.events import Events
from csdesk.metrics.shapes import Spans
from csdesk.models.kinds import ChangeKind

_Scalar = TypeVar("_Scalar", bound=np.generic)

CHANGES = tuple(ChangeKind)
NONE = -1
"""In the place of a kind that nobody has set, or of a line that is not there."""

_LONGER = 31
"""Days by which a term must be longer to be another kind of term."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of each unit, what begins or what ends: how many lines, their sums, and the largest of them (row of
    the spans, -1 where none). `seats` is -1 where not known of every line; `said` the kind a person has set."""

    count: Ints
    mrr: Ints
    gross: Ints
    seats: Ints
    paused: Flags
    lead: Ints
    said: Ints


@dataclass(frozen=True, slots=True)
class Units:
    """Changes that are looked at as one: what began, what ended, and how they stand in their account.

    `began` and `gone`: the account had, or has, no other line of that product. `known`: the product is. `extra`: it
    calls itself an add-on. `swap`: one product began as another went. `carried`: the line goes on, at another price.
    """

    key: Ints
    opened: Side
    closed: Side
    began: Flags
    gone: Flags
    known: Flags
    extra: Flags
    swap: Flags
    carried: Flags
    other_plan: Flags
    longer: Flags

    @property
    def delta(self) -> Ints:
        return self.opened.mrr - self.closed.mrr


def units_of(events: Events, spans: Spans) -> Units:
    """Events of one owner, product and month as one where there are both beginnings and ends; all others alone."""
    both = np.isin(events.group, np.intersect1d(events.group[events.opens], events.group[~events.opens]))
    alone = -1 - np.arange(len(events.group))
    _, first, unit = np.unique(np.where(both, events.group, alone), return_index=True, return_inverse=True)
    size = len(first)
    opened, closed = (_side(events, spans, unit, size, side) for side in (events.opens, ~events.opens))
    lead = np.where(opened.lead >= 0, opened.lead, closed.lead)
    extra = _of(spans["extra"].to_numpy(dtype=np.bool_), lead)
    began = (events.before == 0)[first] & (closed.count == 0)
    gone = (events.after == 0)[first] & (opened.count == 0)
    key = events.key[first]
    swap = np.isin(key, np.intersect1d(key[began & ~extra], key[gone & ~extra]))
    now, then = (_of(spans["plan"].to_numpy(), side.lead).astype(np.str_) for side in (opened, closed))
    term = _commitment(spans)
    return Units(
        key=key,
        opened=opened,
        closed=closed,
        began=began,
        gone=gone,
        known=_of(spans["product"].to_numpy(dtype=np.int64), lead) >= 0,
        extra=extra,
        swap=swap,
        carried=(opened.count > 0) & (opened.lead == closed.lead),
        other_plan=(now != then) & (now != "") & (then != ""),
        longer=_of(term, opened.lead) > _of(term, closed.lead) + _LONGER,
    )


def _side(events: Events, spans: Spans, unit: Ints, size: int, side: Flags) -> Side:
    rows = np.flatnonzero(side)
    line, mrr, of = events.line[rows], events.mrr[rows], unit[rows]
    seats = spans["seats"].to_numpy(dtype=np.int64)[line]
    said = np.where(events.edge[rows], _said(spans, line), NONE)
    lead, spoken = np.full(size, NONE), np.full(size, NONE)
    # The last one written stays: the largest line of each unit, and the largest that a person has spoken of.
    order = np.lexsort((-line, mrr))
    lead[of[order]] = line[order]
    order = order[said[order] != NONE]
    spoken[of[order]] = said[order]
    unknown = totals(of, (seats < 0).astype(np.int64), size) > 0
    return Side(
        count=np.bincount(of, minlength=size),
        mrr=totals(of, mrr, size),
        gross=totals(of, summable(spans["gross"].to_numpy(dtype=np.int64)[line]), size),
        seats=np.where(unknown, -1, totals(of, seats, size)),
        paused=totals(of, events.paused[rows].astype(np.int64), size) > 0,
        lead=lead,
        said=spoken,
    )


def _said(spans: Spans, lines: Ints) -> Ints:
    """The place in CHANGES of the kind that each line was given by hand."""
    given = {str(kind): place for place, kind in enumerate(CHANGES) if kind is not ChangeKind.UNKNOWN}
    return np.array([given.get(word, NONE) for word in spans["change"].to_numpy()[lines]], dtype=np.int64)


def _of(values: NDArray[_Scalar], rows: Ints) -> NDArray[_Scalar]:
    """The value of each row; that of the last where there is no row."""
    return values[rows] if len(values) else np.zeros(len(rows), dtype=values.dtype)


def _commitment(spans: Spans) -> Ints:
    """Days that each line binds for: its term, at least what one payment covers."""
    start, term = day_numbers(spans["start"]), day_numbers(spans["term_end"])
    paid = spans["interval"].to_numpy(dtype=np.int64) * 30
    return np.where(spans["term_end"].isna().to_numpy(), paid, np.maximum(term - start + 1, paid))
