"""How many of those who were asked answered, and of what they asked for how much was told back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from csdesk.metrics.engine.days import Ints, totals
from csdesk.metrics.intervals import wilson
from csdesk.metrics.measure import Evidence, Measure, Unit, Why, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Answers, Feedback, Invitations
from csdesk.metrics.voice.answers import answers_in, valid_answers
from csdesk.metrics.voice.askings import asking_of
from csdesk.models.kinds import Survey

if TYPE_CHECKING:
    import pandas as pd

    from csdesk.metrics.context import Context
    from csdesk.models.months import Period

RESPONSE_RATES = {
    Survey.NPS: MetricId.RESPONSE_RATE_NPS,
    Survey.CSAT: MetricId.RESPONSE_RATE_CSAT,
    Survey.CES: MetricId.RESPONSE_RATE_CES,
}
_NOBODY = 0
"""Where those who were asked, or answered, belong to no account."""


def response_rate(survey: Survey, context: Context, period: Period) -> Measure:
    """People asked in the period who have answered, by the as-of date / people asked in it, with Wilson's interval.

    An answer counts to its asking (see `asking_of`), whenever it comes, and one person's answers to it count once.
    Where no asking or no answer has a day, they count in every period. NOT_ASKED where it is not known who was: never
    100 %, for those who did not answer are then not known either. NOT_ALL_ASKED where more answered than are known to
    have been asked.
    """
    metric, invited = RESPONSE_RATES[survey], invitations_in(context, survey, period)
    asked = int(invited["asked"].sum())
    if not asked:
        return missing(metric, period, Unit.FRACTION, Why.NOT_ASKED, 0)
    answers = _answers_to(invited, context, survey, period)
    if len(answers) > asked:
        return missing(metric, period, Unit.FRACTION, Why.NOT_ALL_ASKED, asked)
    gave = (answers["account"].to_numpy(), np.ones(len(answers), dtype=np.int64))
    were = (invited["account"].to_numpy(), invited["asked"].to_numpy())
    return _share(metric, period, gave, were)


def _answers_to(invited: Invitations, context: Context, survey: Survey, period: Period) -> Answers:
    """Answers up to the as-of date to these invitations, a person's first alone."""
    every = valid_answers(context.whole, survey)
    asked = context.frames.invitations
    asked = Invitations(asked[asked["survey"] == survey])
    if every["on"].isna().all() or asked["on"].isna().all():
        return answers_in(context, survey, period)
    found = Answers(every[every["on"] <= np.datetime64(context.as_of, "s")].sort_values(["on", "answer"]))
    at = asking_of(found, asked, context.rules.answer_days)
    places = np.flatnonzero(asked.index.isin(invited.index))
    found = Answers(found.assign(asking=at)[np.isin(at, places)])
    again = (found["contact"] > 0) & found.duplicated(["asking", "contact"])
    return Answers(found[~again])


def invitations_in(context: Context, survey: Survey, period: Period) -> Invitations:
    """Who was asked that in the period, up to the as-of date; of a group, those known to be of its accounts. Without
    any day they count in every period, as answers do."""
    invited = context.frames.invitations
    invited = Invitations(invited[invited["survey"] == survey])
    if not invited["on"].isna().all():
        invited = Invitations(invited[_between(invited, "on", context, period)])
    return Invitations(context.of_group(invited, "on"))


def loop_closed(context: Context, period: Period) -> Measure:
    """Feedback told back to the customer, by the as-of date / feedback resolved in the period."""
    done = resolved_in(context, period)
    if not len(done):
        return missing(MetricId.LOOP_CLOSED, period, Unit.FRACTION, Why.NOTHING_RESOLVED, 0)
    owner, told = done["account"].to_numpy(), (done["told"] <= np.datetime64(context.as_of, "s")).to_numpy()
    ones = np.ones(len(owner), dtype=np.int64)
    return _share(MetricId.LOOP_CLOSED, period, (owner[told], ones[told]), (owner, ones))


def resolved_in(context: Context, period: Period) -> Feedback:
    """Feedback resolved in the period, up to the as-of date."""
    feedback = context.frames.feedback
    return Feedback(context.of_group(feedback[_between(feedback, "resolved", context, period)], "resolved"))


def _between(frame: pd.DataFrame, column: str, context: Context, period: Period) -> pd.Series[bool]:
    first, last = period.first.first_day, min(period.last.last_day, context.as_of)
    return frame[column].between(np.datetime64(first, "s"), np.datetime64(last, "s"))


def _share(metric: MetricId, period: Period, part: tuple[Ints, Ints], whole: tuple[Ints, Ints]) -> Measure:
    """A share of counts, each given by account and how many; there is something to share."""
    owners = [np.maximum(owner, _NOBODY) for owner, _ in (part, whole)]
    ids = np.unique(np.concatenate(owners))
    top, base = (
        totals(np.searchsorted(ids, owner), counts, len(ids))
        for owner, (_, counts) in zip(owners, (part, whole), strict=True)
    )
    told, n = int(top.sum()), int(base.sum())
    low, high = wilson(told, n) or (0.0, 1.0)
    return Measure(
        metric, period, Unit.FRACTION, Fraction(told, n), told, n, n, low, high, evidence=Evidence(ids, top, base)
    )
