"""Rates of revenue and accounts that stay, leave and grow."""

from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.entries.entry import DAILY, LINES, Better, Entry, Function, Source, logo, rate
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention import leaving, rates, renewals
from csdesk.metrics.retention.survival import median_lifetime

_M, _UP, _DOWN, _NONE = MetricId, Better.UP, Better.DOWN, Better.NONE
_BEGINS, _ENDS = (Lack.START,), (Lack.REASON,)
_GAINED = (_M.NEW_MRR, _M.REACTIVATION_MRR, _M.EXPANSION_MRR)
_MOVED = (*_GAINED, _M.CONTRACTION_MRR, _M.CHURNED_MRR)


def _renewal(identity: MetricId, better: Better, function: Function) -> Entry:
    return Entry(identity, Unit.FRACTION, better, Source.CONTRACTS, function, DAILY, needs=(Lack.RENEWAL,))


REVENUE_RATES: tuple[Entry, ...] = (
    rate(_M.GROSS_MRR_CHURN, _DOWN, rates.gross_mrr_churn),
    rate(_M.NET_MRR_CHURN, _DOWN, rates.net_mrr_churn, "reactivation_offsets"),
    rate(_M.GROSS_REVENUE_RETENTION, _UP, rates.gross_revenue_retention),
    rate(_M.NET_REVENUE_RETENTION, _UP, rates.net_revenue_retention),
    rate(_M.MRR_GROWTH, _UP, rates.mrr_growth),
    rate(_M.QUICK_RATIO, _UP, rates.quick_ratio, unit=Unit.RATIO, made_from=_MOVED, needs=_BEGINS),
    rate(_M.GROWTH_FROM_EXISTING, _NONE, rates.growth_from_existing, made_from=_GAINED, needs=_BEGINS),
)
LOGO_RATES: tuple[Entry, ...] = (
    logo(_M.LOGO_CHURN, _DOWN, rates.logo_churn, "denominator"),
    logo(_M.LOGO_RETENTION, _UP, rates.logo_retention, "denominator"),
    logo(_M.ANNUALISED_LOGO_CHURN, _DOWN, rates.annualised_logo_churn, "denominator"),
    _renewal(_M.RENEWAL_CHURN, _DOWN, renewals.renewal_churn),
    _renewal(_M.RENEWAL_RATE, _UP, renewals.renewal_rate),
    _renewal(_M.FIRST_RENEWAL_CHURN, _DOWN, renewals.first_renewal_churn),
    _renewal(_M.FIRST_RENEWAL_RATE, _UP, renewals.first_renewal_rate),
    logo(_M.AVOIDABLE_LOGO_CHURN, _DOWN, leaving.avoidable_logo_churn, needs=_ENDS),
    logo(_M.SILENT_LOGO_CHURN, _DOWN, leaving.silent_logo_churn, needs=_ENDS),
    logo(_M.REGRETTABLE_LOGO_CHURN, _DOWN, leaving.regrettable_logo_churn),
    rate(_M.LOST_MRR_RATE, _DOWN, leaving.lost_mrr_rate),
    rate(_M.AVOIDABLE_MRR_CHURN, _DOWN, leaving.avoidable_mrr_churn, needs=_ENDS),
    rate(_M.SILENT_MRR_CHURN, _DOWN, leaving.silent_mrr_churn, needs=_ENDS),
    rate(_M.REGRETTABLE_MRR_CHURN, _DOWN, leaving.regrettable_mrr_churn),
    rate(_M.UPSELL_RATE, _UP, rates.upsell_rate),
    Entry(_M.MEDIAN_LIFETIME, Unit.MONTHS, _UP, Source.CONTRACTS, median_lifetime, LINES, needs=_BEGINS),
)
