"""NPS, CSAT and CES."""

from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.measure import Scale, Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period, PeriodKind


def month(text: str) -> Period:
    return Period(Month.parse(text))


def asked(survey: str, *scores: float, on: str | None = "2024-04-10", **more: Any) -> list[dict[str, Any]]:
    return [
        {"answer": at, "account": at % 2, "survey": survey, "score": float(score), "on": on, **more}
        for at, score in enumerate(scores)
    ]


def test_net_promoter_score(context: Any) -> None:
    """10 promoters, 6 passives and 4 detractors: +30, from -4 to 64."""
    book = context([], "2024-04-30", answers=asked("nps", *[9, 10] * 5, *[7, 8] * 3, 0, 6, 6, 6))
    score = figure(book, MetricId.NPS, month("2024-04"))
    assert (score.value, score.part, score.whole, score.n) == (30, 6, 20, 20)
    assert (round(score.low), round(score.high)) == (-4, 64)
    assert score.evidence.of is Kind.ANSWER
    assert (score.evidence.part.sum(), score.evidence.whole.sum()) == (6, 20)


def test_answers_off_the_scale_are_none(context: Any) -> None:
    book = context([], "2024-04-30", answers=asked("nps", 10, 11, -1))
    score = figure(book, MetricId.NPS, month("2024-04"))
    assert (score.value, score.n, score.high) == (100, 1, 100)


def test_answers_count_in_their_period_up_to_the_day(context: Any) -> None:
    answers = [
        *asked("csat", 5, on="2024-04-01"),
        *asked("csat", 1, on="2024-04-20"),
        *asked("csat", 1, on="2024-03-31"),
    ]
    assert figure(context([], "2024-04-30", answers=answers), MetricId.CSAT, month("2024-04")).n == 2
    assert figure(context([], "2024-04-10", answers=answers), MetricId.CSAT, month("2024-04")).value == 1
    assert figure(context([], "2024-04-10", answers=answers), MetricId.CSAT, month("2024-05")).why is Why.NO_ANSWERS


def test_answers_without_any_date_count_always_some_without_never(context: Any) -> None:
    undated = asked("csat", 4, 5, 1, on=None)
    book = context([], "2024-04-30", answers=[*undated, *asked("nps", 10)])
    for text in ("2020-01", "2024-04"):
        share = figure(book, MetricId.CSAT, month(text))
        assert (share.value, share.n) == (Fraction(2, 3), 3)
    mixed = context([], "2024-04-30", answers=[*undated, *asked("csat", 1)])
    assert figure(mixed, MetricId.CSAT, month("2024-04")).n == 1


def test_satisfaction_mean(context: Any) -> None:
    mean = figure(context([], "2024-04-30", answers=asked("csat", 4, 5, 1)), MetricId.CSAT_MEAN, month("2024-04"))
    assert (mean.value, mean.part, mean.whole) == (pytest.approx(10 / 3), 10, 3)


HARD, EASY = {"direction": "high_is_hard"}, {"direction": "high_is_easy"}


@pytest.mark.parametrize(
    ("answers", "mean", "easy", "scale"),
    [
        (asked("ces", 7, 5, 1), 13 / 3, 2 / 3, Scale.ASSUMED),
        (asked("ces", 7, 5, 1, **EASY), 13 / 3, 2 / 3, Scale.HIGH_IS_EASY),
        (asked("ces", 7, 5, 1, **HARD), 13 / 3, 1 / 3, Scale.HIGH_IS_HARD),
        ([*asked("ces", 7, **EASY), *asked("ces", 2, **HARD)], 6.5, 1.0, Scale.TURNED),
        ([*asked("ces", 7), *asked("ces", 2, **HARD)], 6.5, 1.0, Scale.ASSUMED),
    ],
)
def test_effort_has_a_direction(context: Any, answers: Any, mean: float, easy: float, scale: Scale) -> None:
    book = context([], "2024-04-30", answers=answers)
    found = [figure(book, metric, month("2024-04")) for metric in (MetricId.CES, MetricId.CES_EASY)]
    assert [float(one.value) for one in found] == pytest.approx([mean, easy])
    assert {one.scale for one in found} == {scale}, "which way it was read is said"


def test_no_answers(context: Any) -> None:
    book = context([], "2024-04-30")
    for metric in (MetricId.NPS, MetricId.CSAT, MetricId.CSAT_MEAN, MetricId.CES, MetricId.CES_EASY):
        found = figure(book, metric, month("2024-04"))
        assert (found.value, found.why, found.n, found.scale) == (None, Why.NO_ANSWERS, 0, None)


def test_answers_by_group(context: Any) -> None:
    accounts = [{"account": 0, "name": "a", "tier": "high"}, {"account": 1, "name": "b", "tier": "low"}]
    book = context([], "2024-04-30", accounts=accounts, answers=asked("nps", 10, 0, 10, 0))
    found = figures(book, [MetricId.NPS], [month("2024-04")], "tier")
    assert [(m.dimension, m.group, m.value) for m in found] == [("tier", "high", 100), ("tier", "low", -100)]


def test_answers_by_plan_are_of_accounts_that_had_it_that_day(context: Any) -> None:
    """Account 0 moves from basic to pro in March; account 1 has both; account 2 has none."""
    lines = [
        {"account": 0, "plan": "basic", "amount": 5, "start": "2024-01-01", "end": "2024-02-29"},
        {"account": 0, "plan": "pro", "amount": 9, "start": "2024-03-01"},
        {"account": 1, "plan": "basic", "amount": 5, "start": "2024-01-01"},
        {"account": 1, "plan": "pro", "amount": 9, "start": "2024-01-01"},
    ]
    answers = [
        {"answer": at, "account": account, "survey": "nps", "score": score, "on": on}
        for at, (account, score, on) in enumerate(
            [(0, 0.0, "2024-02-29"), (0, 10.0, "2024-03-01"), (1, 8.0, "2024-02-10"), (2, 0.0, "2024-03-01")]
        )
    ]
    quarter = Period(Month.parse("2024-01"), PeriodKind.QUARTER)
    book = context(lines, "2024-03-31", answers=answers)
    found = figures(book, [MetricId.NPS], [quarter], "plan")
    assert [(m.group, m.value, m.n) for m in found] == [("basic", -50, 2), ("pro", 50, 2)]
    undated = context(lines, "2024-03-31", answers=[{**one, "on": None} for one in answers])
    assert [m.n for m in figures(undated, [MetricId.NPS], [quarter], "plan")] == [1, 3], "as of the end"


def test_csat_of_events_and_of_the_relationship_apart(context: Any) -> None:
    answers = [
        {"answer": n, "account": 1, "survey": "csat", "relation": relation, "score": score, "on": "2024-03-05"}
        for n, (relation, score) in enumerate((("transactional", 5), ("transactional", 2), ("relational", 4), ("", 1)))
    ]
    book = context([{"account": 1, "amount": 1, "start": "2024-01-01"}], "2024-03-31", answers=answers)
    march = Period(Month.parse("2024-03"))
    shares = [figure(book, metric, march) for metric in (MetricId.CSAT_TRANSACTIONAL, MetricId.CSAT_RELATIONAL)]
    assert [(share.value, share.n) for share in shares] == [(Fraction(1, 2), 2), (1, 1)]
    assert figure(book, MetricId.CSAT, march).value == Fraction(1, 2)
