"""What became of the MRR that came up for renewal."""

from functools import partial

from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.entries.entry import DAILY, Better, Entry, Function, Source
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention import renewal_split
from csdesk.metrics.retention.renewal_split import RenewalEnd, renewal_mrr

_M, _UP, _DOWN, _NONE = MetricId, Better.UP, Better.DOWN, Better.NONE
_ENDS = (
    (_M.RENEWAL_MRR_DUE, _NONE, None),
    (_M.RENEWAL_AS_IS_MRR, _UP, RenewalEnd.AS_IS),
    (_M.RENEWAL_UPGRADED_MRR, _UP, RenewalEnd.UPGRADED),
    (_M.RENEWAL_DOWNGRADED_MRR, _DOWN, RenewalEnd.DOWNGRADED),
    (_M.RENEWAL_WITHDRAWN_MRR, _DOWN, RenewalEnd.WITHDRAWN),
    (_M.RENEWAL_UNDECIDED_MRR, _DOWN, RenewalEnd.UNDECIDED),
)

RENEWAL_ENDS = tuple(metric for metric, _, end in _ENDS if end)
"""What the MRR that came up for renewal is made of, exactly."""


def _due(identity: MetricId, better: Better, function: Function) -> Entry:
    options = (*DAILY, "discounts")
    return Entry(identity, Unit.MONEY, better, Source.AMOUNTS, function, options, needs=(Lack.RENEWAL,))


def _number(identity: MetricId, better: Better, function: Function) -> Entry:
    return Entry(identity, Unit.COUNT, better, Source.CONTRACTS, function, DAILY, needs=(Lack.RENEWAL,))


RENEWALS: tuple[Entry, ...] = (
    *(_due(metric, better, partial(renewal_mrr, metric, end)) for metric, better, end in _ENDS),
    _due(_M.RENEWAL_GAINED_MRR, _UP, renewal_split.renewal_gained_mrr),
    _due(_M.RENEWAL_REDUCED_MRR, _DOWN, renewal_split.renewal_reduced_mrr),
    _number(_M.RENEWAL_CONTRACTS_DUE, _NONE, renewal_split.renewals_due),
    _number(_M.RENEWALS, _UP, renewal_split.renewals),
)
