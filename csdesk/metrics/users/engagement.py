"""Product engagement: how many key features users have taken up, how often they come, and whether they grow in
number."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.doings import OF_VALUE
from csdesk.metrics.measure import Evidence, Measure, Number, Unit, Why, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users.active_users import stickiness
from csdesk.metrics.users.windows import MONTH, Window, seen, told

if TYPE_CHECKING:
    from csdesk.metrics.context import Context
    from csdesk.models.months import Period

_FULL = 100


def feature_adoption(context: Context, period: Period) -> Measure:
    """Share of the key features that an active user has used in the last 30 days, averaged over users."""
    metric, users = MetricId.FEATURE_ADOPTION, seen(context, period)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    doings, window = users.doings, users.window(MONTH)
    features = np.flatnonzero(doings.key)
    if not len(features):
        return missing(metric, period, Unit.FRACTION, Why.NO_KEY_FEATURES)
    active = users.active(window, OF_VALUE)
    if not active.any():
        return told(missing(metric, period, Unit.FRACTION, Why.NO_BASE, 0), users, window)
    used = sum((doings.sums(*window, int(code)) > 0).astype(np.int64) for code in features)
    taken, n = np.asarray(used)[active], int(active.sum())
    evidence = Evidence(doings.users[active], taken, np.full(n, len(features), dtype=np.int64))
    part, whole = int(taken.sum()), n * len(features)
    found = Measure(metric, period, Unit.FRACTION, Fraction(part, whole), part, whole, n=n, evidence=evidence)
    return told(found, users, window)


def user_growth(context: Context, period: Period) -> Measure:
    """New and returned users of the last 30 days / users lost since the 30 days before, at most 100 %; 100 % where
    users came and none was lost."""
    metric, users = MetricId.USER_GROWTH, seen(context, period)
    if isinstance(users, Why):
        return missing(metric, period, Unit.FRACTION, users)
    latter = users.window(MONTH)
    former = users.before(latter)
    if users.doings.known is None or former.last < users.doings.known[0]:
        return missing(metric, period, Unit.FRACTION, Why.NO_HISTORY)
    was, now = users.active(former, OF_VALUE), users.active(latter, OF_VALUE)
    came, gone = int((now & ~was).sum()), int((was & ~now).sum())
    window = Window(former.first, latter.last)
    if not was.any() and not now.any():
        return told(missing(metric, period, Unit.FRACTION, Why.NO_BASE, 0), users, window)
    moved = was != now
    evidence = Evidence(users.doings.users[moved], (now & ~was)[moved].astype(np.int64), was[moved].astype(np.int64))
    value = min(Fraction(1), Fraction(came, gone)) if gone else Fraction(1)
    found = Measure(metric, period, Unit.FRACTION, value, came, gone, n=came + gone, evidence=evidence)
    return told(found, users, window)


def product_engagement_score(context: Context, period: Period) -> Measure:
    """PES: the mean of adoption, stickiness and growth, each 0 to 100."""
    parts = (feature_adoption(context, period), stickiness(context, period), user_growth(context, period))
    lacking = next((part for part in parts if part.value is None), None)
    if lacking is not None:
        why = lacking.why or Why.NO_DATA
        return missing(MetricId.PRODUCT_ENGAGEMENT_SCORE, period, Unit.SCORE, why)
    total: Number = sum((Fraction(part.value or 0) for part in parts), Fraction(0))
    noted = next((part.why for part in parts if part.why), None)
    return Measure(
        MetricId.PRODUCT_ENGAGEMENT_SCORE,
        period,
        Unit.SCORE,
        _FULL * Fraction(total) / len(parts),
        n=parts[0].n,
        why=noted,
        between=parts[0].between,
    )
