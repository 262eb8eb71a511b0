"""What is given away as discounts, and whether renewals win some of it back."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Ints, day_numbers, summable
from csdesk.metrics.engine.segments import Segments
from csdesk.metrics.intervals import mean_interval
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, missing, money_rate, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.renewal_split import day_after, level
from csdesk.metrics.retention.renewals import STATES, Due, RenewalState, states_of
from csdesk.models.months import Period


def discount_mrr(context: Context, period: Period) -> Measure:
    """List price less price, of the lines in force at the period's end: what a month's discounts cost."""
    full, paid = _priced(context)
    day = context.ledger.day_of(period)
    return money_sum(MetricId.DISCOUNT_MRR, period, full.accounts, full.mrr_on(day) - paid.mrr_on(day))


def discount_rate(context: Context, period: Period) -> Measure:
    """Discounts / list prices of the lines in force at the period's end."""
    full, paid = _priced(context)
    day = context.ledger.day_of(period)
    whole = full.mrr_on(day)
    return money_rate(MetricId.DISCOUNT_RATE, period, full.accounts, whole - paid.mrr_on(day), whole)


def first_renewal_discount_cut(context: Context, period: Period) -> Measure:
    """Discount rate at signing less that after the first renewal, averaged over the accounts whose first renewal was by
    the period's end and that had a discount at either, in percentage points; each account counts once, whatever it
    pays."""
    metric = MetricId.FIRST_RENEWAL_DISCOUNT_CUT
    found = first_renewal_cuts(context, context.ledger.day_of(period))
    cuts, n = [100 * cut for _, cut in found.values()], len(found)
    if not n:
        return missing(metric, period, Unit.PERCENTAGE_POINTS, Why.NO_DATA)
    low, high = mean_interval([float(cut) for cut in cuts]) or (None, None)
    part = sum(cuts, Fraction(0))
    evidence = Evidence(
        np.array(list(found), dtype=np.int64),
        np.array([float(cut) for cut in cuts]),
        np.ones(n, dtype=np.int64),
    )
    unit = Unit.PERCENTAGE_POINTS
    made_in = (unit, Unit.COUNT)
    return Measure(metric, period, unit, part / n, part, n, n, low, high, evidence=evidence, made_in=made_in)


def first_renewal_cuts(context: Context, day: int) -> dict[int, tuple[Fraction, Fraction]]:
    """By account with a discount at signing or after its first renewal, which was by that day: the rate at signing, and
    by how much the renewal cut it. Accounts that were there before the records begin were signed nobody knows how."""
    ledger, segments = context.ledger, context.ledger.segments
    due = Due.of(ledger, context.frames.spans, int(segments.start.min(initial=day)), day)
    owner = segments.owner[due.rows]
    order = np.lexsort((due.term, owner))
    firsts = order[np.unique(owner[order], return_index=True)[1]]
    renewed = states_of(due, ledger.cutoff)[firsts] == STATES.index(RenewalState.RENEWED)
    began = np.zeros(len(segments.accounts), dtype=np.bool_)
    began[segments.owner[segments.opening]] = True
    firsts = firsts[renewed & ~began[owner[firsts]]]
    owners, after = owner[firsts], day_after(due.term[firsts], due.end[firsts])
    signed = np.full(len(segments.accounts), day)
    np.minimum.at(signed, segments.owner, segments.start)
    return _cuts(context, owners, signed[owners], after)


def _cuts(context: Context, owner: Ints, signed: Ints, after: Ints) -> dict[int, tuple[Fraction, Fraction]]:
    full, paid = _priced(context)
    prices = (level(one, owner, at).tolist() for at in (signed, after) for one in (full, paid))
    found = {}
    for account, whole, now, whole_later, later in zip(full.accounts[owner].tolist(), *prices, strict=True):
        if whole and whole_later and (now < whole or later < whole_later):
            rate = 1 - Fraction(now, whole)
            found[account] = (rate, rate - (1 - Fraction(later, whole_later)))
    return found


def discounted(context: Context, day: int) -> Ints:
    """Rows of the spans that are in force on a day at a discount, each once."""
    full, paid = _priced(context)
    return np.unique(full.line[(full.start <= day) & (full.end >= day) & (paid.mrr < full.mrr)])


def _priced(context: Context) -> tuple[Segments, Segments]:
    """The paid stretches at list price, and at what was paid; whether MRR is net of discounts or not."""
    spans = context.frames.spans
    net, gross = (summable(spans[name].to_numpy(dtype=np.int64)) for name in ("mrr", "gross"))
    segments = context.ledger.segments
    segments = segments.where(~segments.paused & (net > 0)[segments.line])
    over = segments.start > day_numbers(spans["discount_end"])[segments.line]
    full = np.maximum(gross, net)[segments.line]
    return replace(segments, mrr=full), replace(segments, mrr=np.where(over, full, net[segments.line]))
