"""Who of those that left need not have, ought not to have, and left without a word: by accounts and by MRR."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Flags
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing, money_rate
from csdesk.metrics.metric_ids import MetricId, ReasonMetric
from csdesk.models.kinds import Fit, ReasonFamily
from csdesk.models.months import Period

REASON = "reason"
"""What shares of churn are split by; the group '' is of those whose reason is not known."""


def lost_mrr_rate(context: Context, period: Period) -> Measure:
    """MRR at start of accounts of the cohort that no longer pay at the end / MRR at start: logo churn by MRR."""
    everybody = np.ones(len(context.ledger.accounts), dtype=np.bool_)
    return _mrr_churn_among(MetricId.LOST_MRR_RATE, context, period, everybody)


def regrettable_logo_churn(context: Context, period: Period) -> Measure:
    """Accounts of the cohort that left though their fit is good / accounts of the cohort; NO_DATA where no account's
    fit has been judged."""
    return _churn_among(MetricId.REGRETTABLE_LOGO_CHURN, context, period, _good_fit(context))


def regrettable_mrr_churn(context: Context, period: Period) -> Measure:
    """MRR at start of accounts that left though their fit is good / MRR at start."""
    return _mrr_churn_among(MetricId.REGRETTABLE_MRR_CHURN, context, period, _good_fit(context))


def avoidable_logo_churn(context: Context, period: Period) -> Measure:
    """Accounts of the cohort that left for a reason not marked unavoidable / accounts of the cohort; NO_DATA where no
    reason for any end is recorded."""
    return _churn_among(MetricId.AVOIDABLE_LOGO_CHURN, context, period, _avoidable(context, period))


def avoidable_mrr_churn(context: Context, period: Period) -> Measure:
    """MRR at start of accounts that left for a reason not marked unavoidable / MRR at start."""
    return _mrr_churn_among(MetricId.AVOIDABLE_MRR_CHURN, context, period, _avoidable(context, period))


def silent_logo_churn(context: Context, period: Period) -> Measure:
    """Accounts of the cohort that left without a known reason / accounts of the cohort. The aim is 0."""
    return _churn_among(MetricId.SILENT_LOGO_CHURN, context, period, _families(context, period) == "")


def silent_mrr_churn(context: Context, period: Period) -> Measure:
    """MRR at start of accounts that left without a known reason / MRR at start. The aim is 0."""
    return _mrr_churn_among(MetricId.SILENT_MRR_CHURN, context, period, _families(context, period) == "")


def churn_by_reason(
    context: Context, period: Period, also: Collection[str] = ()
) -> tuple[tuple[Measure, Measure], ...]:
    """What share each reason has in the accounts that left and in their MRR, the most accounts first and those without
    a known reason last: the reasons that there were, and those named."""
    spell, families = context.spell(period), _families(context, period)
    lost = spell.before.paying & ~spell.after.paying
    mrr, found = np.where(lost, spell.before.mrr, 0), []
    for family in sorted({*families[lost].tolist(), *also}):
        of = lost & (families == family)
        rows = (
            count_rate(ReasonMetric.ACCOUNTS, period, spell.ids, of, lost),
            money_rate(ReasonMetric.MRR, period, spell.ids, np.where(of, mrr, 0), mrr),
        )
        found.append(tuple(replace(row, dimension=REASON, group=family) for row in rows))
    return tuple((n, money) for n, money in sorted(found, key=lambda row: (not row[0].group, -(row[0].part or 0))))


def _churn_among(metric: MetricId, context: Context, period: Period, wanted: Flags | None) -> Measure:
    """How many of the cohort left of those wanted; NO_DATA where nobody can be told apart."""
    if wanted is None:
        return missing(metric, period, Unit.FRACTION, Why.NO_DATA)
    spell = context.spell(period)
    base = spell.before.paying
    return count_rate(metric, period, spell.ids, base & ~spell.after.paying & wanted, base)


def _mrr_churn_among(metric: MetricId, context: Context, period: Period, wanted: Flags | None) -> Measure:
    if wanted is None:
        return missing(metric, period, Unit.FRACTION, Why.NO_DATA)
    spell = context.spell(period)
    lost = np.where(~spell.after.paying & wanted, spell.before.mrr, 0)
    return money_rate(metric, period, spell.ids, lost, spell.before.mrr)


def _good_fit(context: Context) -> Flags | None:
    accounts = context.frames.accounts
    if not accounts["fit"].isin(list(Fit)).any():
        return None
    return np.isin(context.ledger.accounts, accounts.loc[accounts["fit"] == Fit.GOOD, "account"])


def _avoidable(context: Context, period: Period) -> Flags | None:
    if not (context.frames.spans["reason"] != "").any():
        return None
    return np.asarray(_families(context, period) != ReasonFamily.UNAVOIDABLE, dtype=np.bool_)


def _families(context: Context, period: Period) -> NDArray[np.str_]:
    """Why each account's latest line to end by the period's last day ended; '' where none did or nobody knows."""
    segments = context.ledger.segments
    ended = np.flatnonzero(segments.end <= context.ledger.day_of(period))
    ended = ended[np.argsort(segments.end[ended], kind="stable")]
    given = context.frames.spans["reason"].to_numpy().astype(np.str_)[segments.line[ended]]
    reasons = np.full(len(segments.accounts), "", dtype=given.dtype if len(given) else "U1")
    reasons[segments.owner[ended]] = given
    return np.where(reasons == ReasonFamily.UNKNOWN, "", reasons)
