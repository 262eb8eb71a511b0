"""What became of the MRR that came up for renewal: kept as it was, more, less, gone, or not decided."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import OPEN, SPREAD, Flags, Ints, day_number, totals
from csdesk.metrics.engine.segments import CLERICAL_DAYS, Segments
from csdesk.metrics.measure import Measure, count, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.renewals import STATES, Due, RenewalState, states_of
from csdesk.models.months import Period


class RenewalEnd(StrEnum):
    """What became of a renewal, by what its account pays just after it."""

    AS_IS = "as_is"
    UPGRADED = "upgraded"
    DOWNGRADED = "downgraded"
    WITHDRAWN = "withdrawn"
    UNDECIDED = "undecided"


_ENDS = tuple(RenewalEnd)
_RENEWED = [_ENDS.index(end) for end in (RenewalEnd.AS_IS, RenewalEnd.UPGRADED, RenewalEnd.DOWNGRADED)]


@dataclass(frozen=True, slots=True)
class _Split:
    """The renewals of a period: positions in the ledger's accounts, ticks due, places in `_ENDS`, and by how much the
    account's MRR changed, told once for all renewals of an account on one day."""

    owner: Ints
    due: Ints
    end: Ints
    change: Ints

    def of(self, end: RenewalEnd) -> Flags:
        return np.asarray(self.end == _ENDS.index(end), dtype=np.bool_)


def renewal_mrr(metric: MetricId, end: RenewalEnd | None, context: Context, period: Period) -> Measure:
    """The MRR due that came to that end; all that was due where none is named. The ends sum to what was due."""
    split = _split(context, period)
    rows = split.of(end) if end else np.ones(len(split.owner), dtype=np.bool_)
    return _summed(metric, context, period, split.owner[rows], split.due[rows])


def renewal_gained_mrr(context: Context, period: Period) -> Measure:
    """What accounts pay more from the day after a renewal."""
    split = _split(context, period)
    rows = split.of(RenewalEnd.UPGRADED)
    return _summed(MetricId.RENEWAL_GAINED_MRR, context, period, split.owner[rows], split.change[rows])


def renewal_reduced_mrr(context: Context, period: Period) -> Measure:
    """What accounts that stay pay less from the day after a renewal."""
    split = _split(context, period)
    rows = split.of(RenewalEnd.DOWNGRADED)
    return _summed(MetricId.RENEWAL_REDUCED_MRR, context, period, split.owner[rows], -split.change[rows])


def renewals_due(context: Context, period: Period) -> Measure:
    """Contract lines whose term ended; one that renews itself every month comes up every month."""
    return _counted(MetricId.RENEWAL_CONTRACTS_DUE, context, period, range(len(_ENDS)))


def renewals(context: Context, period: Period) -> Measure:
    """Contract lines that were renewed, as they are, for more or for less."""
    return _counted(MetricId.RENEWALS, context, period, _RENEWED)


def _summed(metric: MetricId, context: Context, period: Period, owner: Ints, ticks: Ints) -> Measure:
    return money_sum(metric, period, context.ledger.accounts, totals(owner, ticks, len(context.ledger.accounts)))


def _counted(metric: MetricId, context: Context, period: Period, ends: "range | list[int]") -> Measure:
    split = _split(context, period)
    owner = split.owner[np.isin(split.end, list(ends))]
    return count(metric, period, context.ledger.accounts, np.bincount(owner, minlength=len(context.ledger.accounts)))


def _split(context: Context, period: Period) -> _Split:
    """Every renewal of the period that is past. On its last day a term is still to come, unless it is known how it goes
    on."""
    ledger, segments = context.ledger, context.ledger.segments
    due = Due.of(ledger, context.frames.spans, day_number(period.first.first_day), ledger.day_of(period))
    state = states_of(due, ledger.cutoff)
    past = state != STATES.index(RenewalState.DUE)
    rows, term, state = due.rows[past], due.term[past], state[past]
    owner = segments.owner[rows]
    change = _after(segments, owner, term, due.end[past]) - _before(segments, owner, term, segments.start[rows])
    choices = (
        (state == STATES.index(RenewalState.UNDECIDED), RenewalEnd.UNDECIDED),
        (state == STATES.index(RenewalState.ENDING), RenewalEnd.WITHDRAWN),
        (change > 0, RenewalEnd.UPGRADED),
        (change < 0, RenewalEnd.DOWNGRADED),
    )
    end = np.select([when for when, _ in choices], [_ENDS.index(end) for _, end in choices], 0)
    return _Split(owner, segments.mrr[rows], end, _once(owner, term, end, change))


def _once(owner: Ints, term: Ints, end: Ints, change: Ints) -> Ints:
    """The change of each account, day and end at the first of its renewals, 0 at the others."""
    keys = (owner * SPREAD + term) * len(_ENDS) + end
    first = np.zeros(len(keys), dtype=np.bool_)
    first[np.unique(keys, return_index=True)[1]] = True
    return np.where(first, change, 0)


def _before(segments: Segments, owner: Ints, term: Ints, start: Ints) -> Ints:
    """What each account paid at its term end, and not more than a month before it where the line is older than that:
    what follows a line may begin while it still runs."""
    paid, earlier = level(segments, owner, term), term - CLERICAL_DAYS
    return np.where(start <= earlier, np.minimum(paid, level(segments, owner, earlier)), paid)


def _after(segments: Segments, owner: Ints, term: Ints, end: Ints) -> Ints:
    """What each account pays the day after; after the day on which its line gave way to the next, where that came up
    to a month late and the account is still there."""
    after = level(segments, owner, term + 1)
    given_way = level(segments, owner, day_after(term, end))
    return np.where(given_way > 0, given_way, after)


def day_after(term: Ints, end: Ints) -> Ints:
    """The day from which a renewal holds: after the term end, or after the last day of a line that gave way to the next
    up to a month late."""
    late = (end > term) & (end <= term + CLERICAL_DAYS)
    return np.where(late, end, term) + 1


def level(segments: Segments, owner: Ints, day: Ints) -> Ints:
    """MRR of each owner at the end of its day. Every stretch opens and closes, so that the sums that run on from one
    owner to the next begin at zero again."""
    key = np.concatenate([segments.owner * SPREAD + segments.start, segments.owner * SPREAD + segments.end + 1])
    order = np.argsort(key, kind="stable")
    sums = np.concatenate([[0], np.cumsum(np.concatenate([segments.mrr, -segments.mrr])[order])])
    return np.asarray(sums[np.searchsorted(key[order], owner * SPREAD + np.minimum(day, OPEN), side="right")])
