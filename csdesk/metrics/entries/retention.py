"""Rates of revenue and accounts that stay, leave and grow."""

from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.entries.entry import DAILY, Better, Entry, Source, logo, rate
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention import rates
from csdesk.metrics.retention.renewals import renewal_churn

_M, _UP, _DOWN, _NONE = MetricId, Better.UP, Better.DOWN, Better.NONE
_BEGINS, _ENDS = (Lack.START,), (Lack.REASON,)
_GAINED = (_M.NEW_MRR, _M.REACTIVATION_MRR, _M.EXPANSION_MRR)
_MOVED = (*_GAINED, _M.CONTRACTION_MRR, _M.CHURNED_MRR)

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
    Entry(_M.RENEWAL_CHURN, Unit.FRACTION, _DOWN, Source.CONTRACTS, renewal_churn, DAILY, needs=(Lack.RENEWAL,)),
    logo(_M.AVOIDABLE_LOGO_CHURN, _DOWN, rates.avoidable_logo_churn, needs=_ENDS),
    logo(_M.SILENT_LOGO_CHURN, _DOWN, rates.silent_logo_churn, needs=_ENDS),
    logo(_M.REGRETTABLE_LOGO_CHURN, _DOWN, rates.regrettable_logo_churn),
)
