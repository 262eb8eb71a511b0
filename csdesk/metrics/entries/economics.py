"""What an account is worth, and what it costs to win."""

from functools import partial

from csdesk.metrics.economics import balance, forms, serving, unit_economics
from csdesk.metrics.engine.lacks import Lack
from csdesk.metrics.entries.entry import LINES, Better, Entry, Source, rate
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId

_M, _UP, _DOWN = MetricId, Better.UP, Better.DOWN
_BEGINS = (Lack.START,)
_LTV = ("ltv", "ltv_window", "ltv_churn", "gross_margin", "ltv_purchases", "ltv_frequency", "ltv_years")

_CHURN = ("ltv_window", "ltv_churn")
_PAID = ("ltv_frequency", "ltv_years")
_FORMS = {
    _M.LTV_WITH_MARGIN: (*_CHURN, "gross_margin"),
    _M.LTV_PURCHASES: ("ltv_purchases",),
    _M.LTV_FREQUENCY: _PAID,
    _M.LTV_PERCENT: (*_CHURN, "gross_margin"),
    _M.LTV_YEARS: ("gross_margin", "ltv_years"),
    _M.LTV_LESS_COSTS: (*_PAID, "gross_margin", "cac_month_before"),
}
_BY_CHURN = frozenset({_M.LTV_WITH_MARGIN, _M.LTV_PERCENT})


def _form(metric: MetricId) -> Entry:
    function = partial(forms.ltv_form, metric)
    made_from = (_M.ARPA, _M.LOGO_CHURN) if metric in _BY_CHURN else (_M.ARPA,)
    if metric is _M.LTV_LESS_COSTS:
        made_from = (_M.ARPA, _M.CAC)
    return rate(metric, _UP, function, *_FORMS[metric], unit=Unit.MONEY, made_from=made_from)


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
    rate(_M.LTV_PLAIN, _UP, forms.ltv_plain, *_CHURN, unit=Unit.MONEY, made_from=(_M.ARPA, _M.LOGO_CHURN)),
    *map(_form, _FORMS),
    rate(_M.REVENUE_LESS_COSTS, _UP, balance.revenue_less_costs, "cac_month_before", unit=Unit.MONEY, needs=_BEGINS),
    Entry(_M.COST_TO_SERVE, Unit.MONEY, _DOWN, Source.OTHER, serving.cost_to_serve),
    rate(_M.COST_TO_SERVE_SHARE, _DOWN, serving.cost_to_serve_share),
)
