"""The figures that a figure without rows of its own is made from, of the same group and period."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import Denominator, LtvChurn, Rules
from csdesk.models.months import Period, months_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from csdesk.metrics.context import Context
    from csdesk.metrics.measure import Measure


def parts_behind(context: Context, measure: Measure) -> tuple[Measure, ...]:
    """The figures that one of the catalogue is made from by the rules in force, counted in the same context: the month
    by month churn of a lifetime value, and those that its chosen form rests on."""
    from csdesk.metrics.catalogue import figure

    if measure.metric not in set(MetricId) or measure.period is None:
        return ()
    counted = replace(context, rules=replace(context.rules, denominator=Denominator.START))
    return tuple(
        figure(counted, metric, period)
        for metric in _made_from(MetricId(measure.metric), context.rules)
        for period in _periods(metric, measure)
    )


def _made_from(metric: MetricId, rules: Rules) -> Iterator[MetricId]:
    from csdesk.metrics.catalogue import CATALOGUE
    from csdesk.metrics.economics.forms import form_chosen

    chosen = form_chosen(rules) if metric is MetricId.LTV else metric
    of_mrr = "ltv_churn" in CATALOGUE[chosen].options and rules.ltv_churn is LtvChurn.MRR
    for part in CATALOGUE[chosen].made_from:
        yield MetricId.GROSS_MRR_CHURN if of_mrr and part is MetricId.LOGO_CHURN else part


def _periods(part: MetricId, measure: Measure) -> tuple[Period, ...]:
    assert measure.period is not None
    if measure.over is None or part not in {MetricId.LOGO_CHURN, MetricId.GROSS_MRR_CHURN}:
        return (measure.period,)
    return tuple(Period(month) for month in months_between(*measure.over))
