"""Health of all paying accounts in one figure."""

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Band
from csdesk.models.months import Period


def health_mean(context: Context, period: Period) -> Measure:
    """Mean score of the accounts that pay at the period's end and whose health is known; the rest are not counted as
    anything. NO_DATA where none is known."""
    healths = context.healths(min(period.last.last_day, context.as_of))
    spell = context.spell(period)
    known = [
        health
        for account in spell.ids[spell.after.paying].tolist()
        if (health := healths.get(account)) is not None and health.band is not Band.UNKNOWN
    ]
    if not known:
        return missing(MetricId.HEALTH_MEAN, period, Unit.SCORE, Why.NO_DATA, 0)
    ids = np.array([health.account for health in known], dtype=np.int64)
    scores = np.array([health.score for health in known], dtype=np.float64)
    total, n = float(scores.sum()), len(known)
    evidence = Evidence(ids, scores, np.ones(n, dtype=np.int64))
    return Measure(MetricId.HEALTH_MEAN, period, Unit.SCORE, total / n, total, n, n, evidence=evidence)
