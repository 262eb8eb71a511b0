"""Figures of the risk register: how soon risks are seen, how many come to nothing, and what that saves."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import day_numbers, totals
from csdesk.metrics.intervals import wilson
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, missing, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Risks
from csdesk.models.money import TICKS
from csdesk.models.signals import DECIDED, RiskOutcome

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.days import Ints
    from csdesk.models.months import Period


def detection(context: Context, period: Period) -> Measure:
    """Days from the first signal to the day a risk was logged / risks logged in the period; those that were no risk
    after all aside. NO_RISKS without any."""
    risks = _within(context, period, "logged")
    if not len(risks):
        return missing(MetricId.RISK_DETECTION, period, Unit.DAYS, Why.NO_RISKS, 0)
    ids, (days, counts) = _by_account(risks, day_numbers(risks["logged"]) - day_numbers(risks["first"]))
    total, n = int(days.sum()), len(risks)
    evidence = Evidence(ids, days, counts)
    made_in = (Unit.DAYS, Unit.COUNT)
    return Measure(
        MetricId.RISK_DETECTION, period, Unit.DAYS, Fraction(total, n), total, n, n, evidence=evidence, made_in=made_in
    )


def averted(context: Context, period: Period) -> Measure:
    """Risks closed without a loss / risks closed in the period, with Wilson's interval; those that were no risk after
    all aside. NO_RISKS_CLOSED without any."""
    risks = _closed(context, period)
    if not len(risks):
        return missing(MetricId.RISKS_AVERTED, period, Unit.FRACTION, Why.NO_RISKS_CLOSED, 0)
    came_to_nothing = (risks["outcome"] == RiskOutcome.AVERTED).to_numpy(dtype=np.bool_).astype(np.int64)
    ids, (part, whole) = _by_account(risks, came_to_nothing)
    told, n = int(part.sum()), len(risks)
    low, high = wilson(told, n) or (0.0, 1.0)
    evidence = Evidence(ids, part, whole)
    return Measure(
        MetricId.RISKS_AVERTED, period, Unit.FRACTION, Fraction(told, n), told, n, n, low, high, evidence=evidence
    )


def mrr_saved(context: Context, period: Period) -> Measure:
    """MRR said to have been saved by the risks closed in the period. NO_RISKS_CLOSED without any."""
    risks = _closed(context, period)
    if not len(risks):
        return missing(MetricId.RISK_MRR_SAVED, period, Unit.MONEY, Why.NO_RISKS_CLOSED, 0)
    ids, (saved, _) = _by_account(risks, risks["saved"].to_numpy(dtype=np.int64))
    return money_sum(MetricId.RISK_MRR_SAVED, period, ids, saved * TICKS)


def _closed(context: Context, period: Period) -> Risks:
    risks = _within(context, period, "closed")
    return Risks(risks[risks["outcome"].isin(DECIDED)])


def _within(context: Context, period: Period, column: str) -> Risks:
    """Risks whose day is in the period, up to the as-of date; of a group, those of its accounts."""
    first, last = period.first.first_day, min(period.last.last_day, context.as_of)
    risks = context.frames.risks
    inside = risks[column].between(np.datetime64(first, "s"), np.datetime64(last, "s"))
    return Risks(context.of_group(risks[inside], column))


def _by_account(risks: Risks, amounts: Ints) -> tuple[Ints, tuple[Ints, Ints]]:
    """Accounts, and of each the sum of the amounts and how many risks."""
    owner = risks["account"].to_numpy(dtype=np.int64)
    ids, at = np.unique(owner, return_inverse=True)
    return ids, (totals(at, amounts, len(ids)), np.bincount(at, minlength=len(ids)))
