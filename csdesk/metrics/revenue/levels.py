"""Recurring revenue as it stands, and as it will stand by what is already signed or known to end."""

from dataclasses import dataclass

import numpy as np

from csdesk.metrics.context import OF_LINES, Context
from csdesk.metrics.engine.currencies import at_last_rates
from csdesk.metrics.engine.days import OPEN, Flags, Ints
from csdesk.metrics.engine.segments import Segments, segments_of
from csdesk.metrics.engine.told import Reads, kept_by
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, count, missing, money_sum, total
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.revenue.deals import coming_deals, priced, with_deals
from csdesk.metrics.shapes import Deals
from csdesk.models.money import from_ticks
from csdesk.models.months import Period


@kept_by(Reads.ENDS)
def mrr(context: Context, period: Period) -> Measure:
    """MRR of the period's last month, or as far as is known."""
    return money_sum(MetricId.MRR, period, *context.spell(period).after.earned)


@kept_by(Reads.ENDS)
def arr(context: Context, period: Period) -> Measure:
    """12 x MRR."""
    ids, ticks = context.spell(period).after.earned
    return money_sum(MetricId.ARR, period, ids, 12 * ticks)


@kept_by(Reads.ENDS)
def accounts(context: Context, period: Period) -> Measure:
    """Paying logos of the period's last month: with MRR, paused, or paying an amount that is not known."""
    spell = context.spell(period)
    return count(MetricId.ACCOUNTS, period, spell.ids, spell.after.paying.astype(np.int64))


@kept_by(Reads.ENDS)
def arpa(context: Context, period: Period) -> Measure:
    """MRR / accounts with MRR above 0, at the period's end."""
    spell = context.spell(period)
    paying = spell.after.mrr > 0
    n, ticks = int(paying.sum()), spell.after.mrr[paying]
    if not n:
        return missing(MetricId.ARPA, period, Unit.MONEY, Why.NO_BASE)
    income = from_ticks(total(ticks))
    evidence = Evidence(spell.ids[paying], ticks, np.ones(n, dtype=np.int64))
    return Measure(MetricId.ARPA, period, Unit.MONEY, income / n, income, n, n, evidence=evidence)


@dataclass(frozen=True, slots=True)
class Bridge:
    """mrr + won + upgrades - withdrawals - downgrades = cmrr, exactly; each with its accounts."""

    mrr: Measure
    won: Measure
    upgrades: Measure
    withdrawals: Measure
    downgrades: Measure
    cmrr: Measure


def cmrr_bridge(context: Context, period: Period) -> Bridge:
    """From the MRR at the end of the period's last day (or the as-of date) to what is committed `cmrr_days` later.

    Each account's change is the difference of two days, so what ends and is followed up, or starts and ends again,
    counts once or not at all. A term end alone ends nothing. Read by day, whatever the snapshot rule, and at the
    exchange rates of the period's last month throughout. Won deals without a contract line yet count as the line that
    they will be; those in a currency without any rate do not.
    """
    return context.kept(("bridge", period), lambda: _bridge(context, period))


def _bridge(context: Context, period: Period) -> Bridge:
    day, then = _horizon(context, period)
    segments = _committed(context, period)
    now, later = segments.mrr_on(day), segments.mrr_on(then)
    paid, stays = segments.where(~segments.paused).paying_on(day), segments.paying_on(then)
    change = later - now

    def part(metric: MetricId, rows: Flags, ticks: Ints = change) -> Measure:
        return money_sum(metric, period, segments.accounts[rows], np.abs(ticks[rows]))

    everyone = np.ones(len(segments.accounts), dtype=np.bool_)
    return Bridge(
        mrr=part(MetricId.MRR, everyone, now),
        won=part(MetricId.CMRR_WON, ~paid & (change > 0)),
        upgrades=part(MetricId.CMRR_UPGRADES, paid & (change > 0)),
        withdrawals=part(MetricId.CMRR_WITHDRAWALS, ~stays & (change < 0)),
        downgrades=part(MetricId.CMRR_DOWNGRADES, stays & (change < 0)),
        cmrr=part(MetricId.CMRR, everyone, later),
    )


def deals_ahead(context: Context, period: Period) -> tuple[Deals, Deals]:
    """The won deals that take part in the bridge, and those that would if their currency had an exchange rate."""
    month, ahead = min(period.last, context.ledger.last), _horizon(context, period)
    return context.kept(
        ("deals", period), lambda: priced(coming_deals(context, *ahead), context.frames.currencies, month)
    )


def _horizon(context: Context, period: Period) -> tuple[int, int]:
    day = context.ledger.day_of(period)
    return day, min(day + context.rules.cmrr_days, OPEN - 1)


def _committed(context: Context, period: Period) -> Segments:
    """What the contract lines amount to, with those that won deals will bring in, at one month's rates."""
    (coming, _), frames = deals_ahead(context.whole, period), context.whole.frames
    month = min(period.last, context.ledger.last)
    if not len(coming):
        return context.ledger.at_rates_of(month)
    spans = with_deals(at_last_rates(frames.spans, frames.currencies, month), coming)
    found = segments_of(spans, context.rules)
    if context.dimension in OF_LINES:
        mine = (context.frames.spans["line"], -context.frames.deals["deal"])
        return found.of_lines(np.isin(spans["line"], np.concatenate(mine)))
    return found if context.members is None else found.among(context.members)


def cmrr(context: Context, period: Period) -> Measure:
    """MRR + won + signed upgrades - known withdrawals - known downgrades within the horizon."""
    return cmrr_bridge(context, period).cmrr


def cmrr_won(context: Context, period: Period) -> Measure:
    """MRR of accounts that do not pay yet and will within the horizon."""
    return cmrr_bridge(context, period).won


def cmrr_upgrades(context: Context, period: Period) -> Measure:
    """What paying accounts will pay more within the horizon."""
    return cmrr_bridge(context, period).upgrades


def cmrr_withdrawals(context: Context, period: Period) -> Measure:
    """MRR of accounts whose service is known to end within the horizon, with nothing to follow."""
    return cmrr_bridge(context, period).withdrawals


def cmrr_downgrades(context: Context, period: Period) -> Measure:
    """What accounts that stay will pay less within the horizon."""
    return cmrr_bridge(context, period).downgrades
