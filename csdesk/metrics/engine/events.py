"""Contract lines beginning and ending to count, month by month, beside the lines of the same product around them."""

from dataclasses import dataclass

import numpy as np

from csdesk.metrics.engine.days import MONTHS, Flags, Ints, in_order, ranked
from csdesk.metrics.engine.ledger import Ledger, months_held
from csdesk.metrics.engine.segments import Segments
from csdesk.metrics.shapes import Spans


@dataclass(frozen=True, slots=True)
class Events:
    """Beginnings (`opens`) and ends of stretches, in no order. `key` is owner and month, `group` the same for events
    of one owner, product and month; `line` a row of the spans.

    `before` and `after` are the stretches of that owner and product around the month. `edge`: the line itself begins
    or ends there, and does not only change its price.
    """

    key: Ints
    group: Ints
    opens: Flags
    line: Ints
    mrr: Ints
    paused: Flags
    edge: Flags
    before: Ints
    after: Ints


def events_of(ledger: Ledger, spans: Spans, keys: Ints) -> Events:
    """The events of the owners and months in `keys`, which ascend. What entered from before the records is no event,
    nor is another exchange rate: all is worth what it was at the rates of the month before."""
    whole = ledger.segments if ledger.exchange is None else ledger.exchange.own
    chosen = np.flatnonzero(np.isin(whole.owner, keys // MONTHS))
    segments = whole.where(chosen)
    first, beyond = months_held(segments.start, segments.end, ledger.snapshot, ledger.cutoff)
    held = np.flatnonzero(first < beyond)
    row = np.concatenate([held, held])
    month = np.concatenate([first[held], beyond[held]])
    opens = np.arange(len(row)) < len(held)
    products, product = ranked(spans["product"].to_numpy()[segments.line])
    pair = (segments.owner * max(len(products), 1) + product)[row] * MONTHS + month
    pairs, group = ranked(pair)
    change, shown = np.zeros((2, len(pairs)), dtype=np.int64)
    entered = segments.opening[row] & opens
    np.add.at(change, group, np.where(opens, 1, -1))
    np.add.at(shown, group, np.where(entered, 0, np.where(opens, 1, -1)))
    # Every stretch opens and closes, so the count running on from one pair to the next begins at zero again.
    after = np.cumsum(change)
    key = segments.owner[row] * MONTHS + month
    rows = np.flatnonzero(np.isin(key, keys) & ~entered & (month <= ledger.last.ordinal))
    begins, ends = _edges(segments)
    return Events(
        key=key[rows],
        group=group[rows],
        opens=opens[rows],
        line=segments.line[row[rows]],
        mrr=_worth(ledger, chosen[row[rows]], month[rows] - 1),
        paused=segments.paused[row[rows]],
        edge=np.where(opens, begins[row], ends[row])[rows],
        before=(after - shown)[group[rows]],
        after=after[group[rows]],
    )


def _worth(ledger: Ledger, rows: Ints, months: Ints) -> Ints:
    return ledger.segments.mrr[rows] if ledger.exchange is None else ledger.exchange.worth(rows, months)


def _edges(segments: Segments) -> tuple[Flags, Flags]:
    """Whether each stretch is the first and the last of its line."""
    order = in_order(segments.line, segments.start)
    another = np.diff(segments.line[order]) != 0
    first, last = np.ones((2, len(order)), dtype=np.bool_)
    first[order[1:]], last[order[:-1]] = another, another
    return first, last
