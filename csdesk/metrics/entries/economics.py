"""What an account is worth, and what it costs to win."""

from csdesk.metrics.economics import unit_economics
from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.entries.entry import LINES, Better, Entry, Source, rate
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId

_M, _UP, _DOWN = MetricId, Better.UP, Better.DOWN
_BEGINS = (Lack.START,)
_LTV = ("ltv", "ltv_window", "ltv_churn", "gross_margin", "ltv_purchases", "ltv_frequency", "ltv_years")

ECONOMICS: tuple[Entry, ...] = (
    rate(_M.LTV, _UP, unit_economics.ltv, *_LTV, unit=Unit.MONEY, made_from=(_M.ARPA, _M.LOGO_CHURN)),
    Entry(
        _M.CAC,
        Unit.MONEY,
        _DOWN,
        Source.CONTRACTS,
        unit_economics.cac,
        (*LINES, "cac_month_before"),
        (_M.NEW_ACCOUNTS,),
        _BEGINS,
    ),
    rate(
        _M.LTV_TO_CAC,
        _UP,
        unit_economics.ltv_to_cac,
        *_LTV,
        "cac_month_before",
        "ltv_to_cac_holds",
        unit=Unit.RATIO,
        made_from=(_M.LTV, _M.CAC),
        needs=_BEGINS,
    ),
    rate(
        _M.CAC_PAYBACK,
        _DOWN,
        unit_economics.cac_payback,
        "gross_margin",
        "cac_month_before",
        unit=Unit.MONTHS,
        made_from=(_M.CAC, _M.ARPA),
        needs=_BEGINS,
    ),
)
