"""Figures of the risk register: how soon risks are seen and answered, how many come to nothing, what that saves."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import SPREAD, day_number, day_numbers, totals
from csdesk.metrics.intervals import wilson
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, missing, money_sum
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Risks
from csdesk.models.money import TICKS
from csdesk.models.signals import DECIDED, RiskOutcome

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.metrics.engine.days import Flags, Ints
    from csdesk.models.months import Period


def detection(context: Context, period: Period) -> Measure:
    """Days from the first signal to the day a risk was logged / risks logged in the period; those that were no risk
    after all aside. NO_RISKS without any."""
    risks = _within(context, period, "logged")
    return _mean_days(MetricId.RISK_DETECTION, period, risks, day_numbers(risks["logged"]))


def first_touch(context: Context, period: Period) -> Measure:
    """Days from the first signal to the first touch on that day or later / risks logged in the period whose account
    has been touched since. NO_RISKS without any risk, NOT_TOUCHED where none has been answered."""
    risks, touches = _within(context, period, "logged"), context.frames.touches
    accounts, at = np.unique(risks["account"].to_numpy(dtype=np.int64), return_inverse=True)
    on = day_numbers(touches["on"])
    known = (on <= day_number(context.as_of)) & touches["account"].isin(accounts).to_numpy()
    owner = np.searchsorted(accounts, touches["account"].to_numpy(dtype=np.int64)[known])
    keys = np.append(np.sort(owner * SPREAD + on[known]), -1)
    found = keys[np.searchsorted(keys[:-1], at * SPREAD + day_numbers(risks["first"]))]
    touched = found // SPREAD == at
    if len(risks) and not touched.any():
        return missing(MetricId.RISK_FIRST_TOUCH, period, Unit.DAYS, Why.NOT_TOUCHED, 0)
    return _mean_days(MetricId.RISK_FIRST_TOUCH, period, Risks(risks[touched]), found[touched] % SPREAD)


def _mean_days(metric: MetricId, period: Period, risks: Risks, until: Ints) -> Measure:
    """Mean days from the first signal until then; NO_RISKS without any risk."""
    if not len(risks):
        return missing(metric, period, Unit.DAYS, Why.NO_RISKS, 0)
    ids, (days, counts) = _by_account(risks, until - day_numbers(risks["first"]))
    total, n = int(days.sum()), len(risks)
    evidence, made_in = Evidence(ids, days, counts), (Unit.DAYS, Unit.COUNT)
    return Measure(metric, period, Unit.DAYS, Fraction(total, n), total, n, n, evidence=evidence, made_in=made_in)


def before_notice(context: Context, period: Period) -> Measure:
    """Risks logged in the period while no contract line in service had been cancelled / risks logged in it, with
    Wilson's interval. NO_DATA where the book knows of no cancelling at all, NO_RISKS without any risk."""
    risks, spans = _within(context, period, "logged"), context.frames.spans
    told = spans[spans["cancelled"].notna()]
    if not len(told):
        return missing(MetricId.RISKS_BEFORE_NOTICE, period, Unit.FRACTION, Why.NO_DATA)
    if not len(risks):
        return missing(MetricId.RISKS_BEFORE_NOTICE, period, Unit.FRACTION, Why.NO_RISKS, 0)
    owner, logged = risks["account"].to_numpy(dtype=np.int64)[:, None], day_numbers(risks["logged"])[:, None]
    noticed = (told["account"].to_numpy(dtype=np.int64) == owner) & (day_numbers(told["cancelled"]) <= logged)
    noticed &= day_numbers(told["end"]) >= logged
    return _share(MetricId.RISKS_BEFORE_NOTICE, period, risks, ~noticed.any(axis=1))


def averted(context: Context, period: Period) -> Measure:
    """Risks closed without a loss / risks closed in the period, with Wilson's interval; those that were no risk after
    all aside. NO_RISKS_CLOSED without any."""
    risks = _closed(context, period)
    if not len(risks):
        return missing(MetricId.RISKS_AVERTED, period, Unit.FRACTION, Why.NO_RISKS_CLOSED, 0)
    came_to_nothing = (risks["outcome"] == RiskOutcome.AVERTED).to_numpy(dtype=np.bool_)
    return _share(MetricId.RISKS_AVERTED, period, risks, came_to_nothing)


def _share(metric: MetricId, period: Period, risks: Risks, wanted: Flags) -> Measure:
    ids, (part, whole) = _by_account(risks, wanted.astype(np.int64))
    told, n = int(part.sum()), len(risks)
    low, high = wilson(told, n) or (0.0, 1.0)
    evidence = Evidence(ids, part, whole)
    return Measure(metric, period, Unit.FRACTION, Fraction(told, n), told, n, n, low, high, evidence=evidence)


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
