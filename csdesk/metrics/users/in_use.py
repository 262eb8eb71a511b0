"""Whether accounts use what they pay for."""

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import first_days, month_ordinals
from csdesk.metrics.measure import Measure, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import Period

_DAYS = 30


def accounts_in_use(context: Context, period: Period) -> Measure:
    """Paying accounts with any use in the last 30 days of the period, or in a month that reaches into them / paying
    accounts; NO_DATA where the book knows of no use by then."""
    use, spell, day = context.frames.use, context.spell(period), context.ledger.day_of(period)
    on = use["on"].to_numpy().astype("datetime64[D]").astype(np.int64)
    if not (on <= day).any():
        return missing(MetricId.ACCOUNTS_IN_USE, period, Unit.FRACTION, Why.NO_DATA)
    lasts = np.where(use["monthly"].to_numpy(dtype=np.bool_), first_days(month_ordinals(on) + 1) - 1, on)
    recent = (on <= day) & (lasts > day - _DAYS) & (use["amount"].to_numpy() > 0)
    active = np.isin(spell.ids, use["account"].to_numpy()[recent])
    base = spell.after.paying
    return count_rate(MetricId.ACCOUNTS_IN_USE, period, spell.ids, active & base, base)
