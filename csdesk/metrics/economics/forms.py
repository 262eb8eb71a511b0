"""Every form of lifetime value under its own id, whichever the book has chosen: to be read side by side."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from csdesk.metrics.context import Context
from csdesk.metrics.economics.unit_economics import ltv_by, worth_by_churn
from csdesk.metrics.measure import Measure
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.revenue.levels import arpa
from csdesk.metrics.rules import LtvFormula, Rules
from csdesk.models.months import Period

FORMS: Mapping[MetricId, LtvFormula] = {
    MetricId.LTV_WITH_MARGIN: LtvFormula.CHURN,
    MetricId.LTV_PURCHASES: LtvFormula.PURCHASES,
    MetricId.LTV_FREQUENCY: LtvFormula.FREQUENCY,
    MetricId.LTV_PERCENT: LtvFormula.PERCENT,
    MetricId.LTV_YEARS: LtvFormula.YEARS,
    MetricId.LTV_LESS_COSTS: LtvFormula.LESS_COSTS,
}
"""The formula of each form but the plain one, which is that with margin while the margin is 100 %."""


def ltv_plain(context: Context, period: Period) -> Measure:
    """ARPA / mean monthly churn, before any margin."""
    income = arpa(context, period)
    if income.value is not None:
        income = worth_by_churn(context, period, Fraction(income.value))
    return replace(income, metric=MetricId.LTV_PLAIN)


def ltv_form(metric: MetricId, context: Context, period: Period) -> Measure:
    """Lifetime value by that form."""
    return replace(ltv_by(FORMS[metric], context, period), metric=metric)


def form_chosen(rules: Rules) -> MetricId:
    """The form that the book reckons with."""
    if rules.ltv is LtvFormula.CHURN and rules.gross_margin == 1:
        return MetricId.LTV_PLAIN
    return next(metric for metric, formula in FORMS.items() if formula is rules.ltv)
