"""What customers answer when asked: NPS, CSAT and CES."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from csdesk.metrics.context import Context
from csdesk.metrics.engine.days import Flags, Floats, Ints
from csdesk.metrics.intervals import net_margin
from csdesk.metrics.measure import Evidence, Measure, Scale, Unit, Why, count_rate, missing
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import Answers
from csdesk.models.kinds import EffortDirection, Kind, Survey, SurveyRelation
from csdesk.models.months import Period

SCALES = {Survey.NPS: (0, 10), Survey.CSAT: (1, 5), Survey.CES: (1, 7)}
"""Least and greatest answer of each survey; answers beyond are none."""

PROMOTER, DETRACTOR = 9, 6
"""The least answer of a promoter, and the greatest of a detractor."""
_CONTENT, _EASY = 4, 5


def valid_answers(context: Context, survey: Survey) -> Answers:
    """Answers to a survey that are on its scale."""
    answers, (least, most) = context.answers, SCALES[survey]
    return Answers(answers[(answers["survey"] == survey) & answers["score"].between(least, most)])


def answers_in(context: Context, survey: Survey, period: Period) -> Answers:
    """Valid answers to a survey in the period, up to the as-of date.

    Where no answer to it has a date, all of them count in every period; where some have, those without are left out.
    """
    asked = valid_answers(context, survey)
    if asked.empty:
        return asked
    everyone = context.whole.answers
    if everyone.loc[everyone["survey"] == survey, "on"].isna().all():
        return asked
    first, last = period.first.first_day, min(period.last.last_day, context.as_of)
    return Answers(asked[asked["on"].between(np.datetime64(first, "s"), np.datetime64(last, "s"))])


def nps(context: Context, period: Period) -> Measure:
    """Share of answers 9-10 minus share of 0-6, in points from -100 to 100; the bounds are the 95 % margin of the
    multinomial variance, kept within the scale. Part and whole are counts of answers."""
    return nps_of(MetricId.NPS, period, answers_in(context, Survey.NPS, period))


def nps_decision_makers(context: Context, period: Period) -> Measure:
    """NPS of the answers of decision makers alone."""
    answers = answers_in(context, Survey.NPS, period)
    return nps_of(MetricId.NPS_DECISION_MAKERS, period, Answers(answers[answers["decision_maker"]]))


def nps_weighted(context: Context, period: Period) -> Measure:
    """NPS in which each answer of a decision maker counts twice, and every other once; part and whole are sums of
    these weights, n is the number of answers."""
    answers = answers_in(context, Survey.NPS, period)
    weights = np.where(answers["decision_maker"], 2, 1).astype(np.int64)
    return nps_of(MetricId.NPS_WEIGHTED, period, answers, weights)


def nps_of(metric: MetricId, period: Period, answers: Answers, weights: Ints | None = None) -> Measure:
    """NPS of these answers, each counted as often as its weight says, once by default."""
    n = len(answers)
    if not n:
        return missing(metric, period, Unit.POINTS, Why.NO_ANSWERS, 0)
    weight = np.ones(n, dtype=np.int64) if weights is None else weights
    score = answers["score"].to_numpy()
    net = (score >= PROMOTER).astype(np.int64) - (score <= DETRACTOR)
    part, whole = int((net * weight).sum()), int(weight.sum())
    value, margin = Fraction(100 * part, whole), 100 * net_margin(net.tolist(), weight.tolist())
    low, high = max(-100.0, float(value) - margin), min(100.0, float(value) + margin)
    evidence = replace(_behind(answers, net * weight), whole=weight)
    return Measure(metric, period, Unit.POINTS, value, part, whole, n, low, high, evidence=evidence)


def csat(context: Context, period: Period) -> Measure:
    """Share of answers 4-5 of 1-5, with Wilson's interval."""
    return csat_of(MetricId.CSAT, period, answers_in(context, Survey.CSAT, period))


def csat_of(metric: MetricId, period: Period, answers: Answers) -> Measure:
    """CSAT of these answers."""
    return _share(metric, period, answers, (answers["score"] >= _CONTENT).to_numpy())


def csat_transactional(context: Context, period: Period) -> Measure:
    """CSAT of answers about one event."""
    return _csat_apart(MetricId.CSAT_TRANSACTIONAL, SurveyRelation.TRANSACTIONAL, context, period)


def csat_relational(context: Context, period: Period) -> Measure:
    """CSAT of answers about the relationship."""
    return _csat_apart(MetricId.CSAT_RELATIONAL, SurveyRelation.RELATIONAL, context, period)


def _csat_apart(metric: MetricId, relation: SurveyRelation, context: Context, period: Period) -> Measure:
    answers = answers_in(context, Survey.CSAT, period)
    return csat_of(metric, period, Answers(answers[answers["relation"] == relation]))


def csat_mean(context: Context, period: Period) -> Measure:
    """Mean answer of 1-5."""
    answers = answers_in(context, Survey.CSAT, period)
    return _mean(MetricId.CSAT_MEAN, period, answers, answers["score"].to_numpy())


def ces(context: Context, period: Period) -> Measure:
    """Mean answer of 1-7 as it was given; answers of both directions together are turned to high = easy. A direction
    that is not known counts as high = easy, and `scale` says so."""
    return ces_of(period, answers_in(context, Survey.CES, period))


def ces_of(period: Period, answers: Answers) -> Measure:
    """CES of these answers."""
    scale = _scale(answers)
    given = answers["score"].to_numpy()
    mean = _mean(MetricId.CES, period, answers, given if scale is Scale.HIGH_IS_HARD else _ease(answers))
    return replace(mean, scale=scale)


def ces_easy(context: Context, period: Period) -> Measure:
    """Share of answers 5-7 where high = easy, of 1-3 where high = hard, with Wilson's interval. A direction that is not
    known counts as high = easy, and `scale` says so."""
    answers = answers_in(context, Survey.CES, period)
    return replace(_share(MetricId.CES_EASY, period, answers, _ease(answers) >= _EASY), scale=_scale(answers))


def _scale(answers: Answers) -> Scale | None:
    told = set(answers["direction"])
    if not told:
        return None
    if not told <= set(EffortDirection):
        return Scale.ASSUMED
    return Scale(told.pop()) if len(told) == 1 else Scale.TURNED


def _ease(answers: Answers) -> Floats:
    least, most = SCALES[Survey.CES]
    score = answers["score"].to_numpy()
    return np.where(answers["direction"] == EffortDirection.HIGH_IS_HARD, least + most - score, score)


def _share(metric: MetricId, period: Period, answers: Answers, part: Flags) -> Measure:
    if not len(answers):
        return missing(metric, period, Unit.FRACTION, Why.NO_ANSWERS, 0)
    every = np.ones(len(answers), dtype=np.bool_)
    rate = count_rate(metric, period, answers["answer"].to_numpy(), part, every)
    return replace(rate, evidence=replace(rate.evidence, of=Kind.ANSWER))


def _mean(metric: MetricId, period: Period, answers: Answers, score: Floats) -> Measure:
    n = len(answers)
    if not n:
        return missing(metric, period, Unit.SCORE, Why.NO_ANSWERS, 0)
    total = float(score.sum())
    return Measure(metric, period, Unit.SCORE, total / n, total, n, n, evidence=_behind(answers, score))


def _behind(answers: Answers, part: Floats | Ints) -> Evidence:
    return Evidence(answers["answer"].to_numpy(), part, np.ones(len(answers), dtype=np.int64), Kind.ANSWER)
