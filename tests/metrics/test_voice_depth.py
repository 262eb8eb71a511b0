"""Who answered, how many of those asked, who is unhappy time and again, and what was told back."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.intervals import Z, net_margin
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.voice.accounts import account_voices, year_of
from csdesk.models.kinds import Survey
from csdesk.models.months import Month, Period, PeriodKind

APRIL = Period(Month.parse("2024-04"))
ACCOUNTS = [{"account": n, "name": str(n), "tier": "high" if n < 3 else "low"} for n in range(1, 5)]


def nps(*scores: float, account: int = 1, maker: bool = False, on: str = "2024-04-10") -> list[dict[str, Any]]:
    return [
        {"answer": 1000 * account + at + 100 * maker, "account": account, "survey": "nps", "score": float(score),
         "on": on, "decision_maker": maker}
        for at, score in enumerate(scores)
    ]  # fmt: skip


def invited(asked: int, account: int = -1, survey: str = "nps", on: str | None = "2024-04-01") -> dict[str, Any]:
    return {"account": account, "survey": survey, "asked": asked, "on": on}


def test_decision_makers_stand_apart_and_count_twice(context: Any) -> None:
    """Two promoters among users, one detractor who decides: +33 of all, -100 of those who decide, 0 weighted."""
    book = context([], "2024-04-30", answers=[*nps(9, 10), *nps(3, maker=True)])
    found = [figure(book, m, APRIL) for m in (MetricId.NPS, MetricId.NPS_DECISION_MAKERS, MetricId.NPS_WEIGHTED)]
    assert [measure.value for measure in found] == [Fraction(100, 3), -100, 0]
    weighted = found[-1]
    assert (weighted.part, weighted.whole, weighted.n) == (0, 4, 3)
    assert (weighted.evidence.part.sum(), weighted.evidence.whole.sum()) == (0, 4)
    assert figure(context([], "2024-04-30", answers=nps(9)), MetricId.NPS_DECISION_MAKERS, APRIL).why is Why.NO_ANSWERS


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([1, 0, -1]), max_size=60).filter(lambda net: len(set(net)) > 1), st.integers(1, 9))
def test_equal_weights_change_nothing(net: list[int], weight: int) -> None:
    n, up, down = len(net), net.count(1), net.count(-1)
    variance = Fraction(up + down, n) - Fraction(up - down, n) ** 2
    assert net_margin(net, [weight] * n) == pytest.approx(Z * (float(variance) / n) ** 0.5)


# -- response ----------------------------------------------------------------------------------------------------------


def test_who_answered_of_those_asked(context: Any) -> None:
    """20 of 80: 25 %, 16.8 to 35.5 %."""
    book = context([], "2024-04-30", answers=nps(*[9] * 20), invitations=[invited(50), invited(30, account=1)])
    rate = figure(book, MetricId.RESPONSE_RATE_NPS, APRIL)
    assert (rate.value, rate.part, rate.whole, rate.n) == (Fraction(1, 4), 20, 80, 80)
    assert (round(100 * rate.low, 1), round(100 * rate.high, 1)) == (16.8, 35.5)
    assert dict(zip(rate.evidence.ids.tolist(), rate.evidence.whole.tolist(), strict=True)) == {0: 50, 1: 30}


def test_nobody_known_to_be_asked_is_no_rate_and_never_100_percent(context: Any) -> None:
    asked = [invited(9, on="2024-03-31"), invited(9, survey="ces"), invited(9, on="2024-04-29")]
    book = context([], "2024-04-28", answers=nps(9), invitations=asked)
    assert figure(book, MetricId.RESPONSE_RATE_NPS, APRIL).why is Why.NOT_ASKED
    more = context([], "2024-04-30", answers=nps(9, 9, 9), invitations=[invited(2)])
    rate = figure(more, MetricId.RESPONSE_RATE_NPS, APRIL)
    assert (rate.value, rate.why) == (None, Why.NOT_ALL_ASKED)


def test_nobody_of_those_asked_answered(context: Any) -> None:
    rate = figure(context([], "2024-04-30", invitations=[invited(20, on=None)]), MetricId.RESPONSE_RATE_NPS, APRIL)
    assert (rate.value, round(100 * rate.high, 1)) == (0, 16.1)


def test_groups_know_only_who_was_asked_by_name(context: Any) -> None:
    asked = [invited(50), invited(4, account=1)]
    book = context([], "2024-04-30", accounts=ACCOUNTS, answers=[*nps(9), *nps(9, account=4)], invitations=asked)
    high, low = figures(book, [MetricId.RESPONSE_RATE_NPS], [APRIL], "tier")
    assert (high.value, low.why) == (Fraction(1, 4), Why.NOT_ASKED)


# -- accounts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "accounts"),
    [
        (nps(6), []),
        (nps(6, 0), [1]),
        (nps(6, 0, 7), []),
        (nps(9, 6, 5, 4), [1]),
        (nps(9, 6, 5), []),
        ([*nps(9, 9), *nps(3, 2, maker=True)], [1]),
        ([*nps(9), *nps(3, maker=True)], []),
    ],
)
def test_consistently_negative(context: Any, answers: Any, accounts: list[int]) -> None:
    found = figure(context([], "2024-04-30", answers=answers), MetricId.NEGATIVE_ACCOUNTS, APRIL)
    assert (found.value, found.evidence.ids.tolist()) == (len(accounts), accounts)


def test_answers_of_more_than_a_year_ago_are_forgotten(context: Any) -> None:
    old = nps(3, 3, on="2023-04-30")
    found = figure(context([], "2024-04-30", answers=old), MetricId.NEGATIVE_ACCOUNTS, APRIL)
    assert (found.value, found.why) == (None, Why.NO_ANSWERS)
    within = figure(
        context([], "2024-04-30", answers=[*old, *nps(3, on="2023-05-01")]), MetricId.NEGATIVE_ACCOUNTS, APRIL
    )
    assert within.value == 0
    assert str(year_of(APRIL).first) == "2023-05"
    assert year_of(Period(Month.parse("2024-10"), PeriodKind.QUARTER)).last == Month.parse("2024-12")


def test_what_one_account_says(context: Any) -> None:
    answers = [*nps(9, on="2024-02-01"), *nps(6, maker=True, on="2024-03-01"), *nps(4, account=2), *nps(1, account=-1)]
    one, two = account_voices(context([], "2024-04-30", answers=answers), Survey.NPS, APRIL)
    assert (one.account, one.everyone.scores, one.everyone.last, one.everyone.mean) == (1, (9, 6), 6, 7.5)
    assert (one.everyone.change, one.makers.scores, one.makers.change) == (-3, (6,), None)
    assert (two.account, two.makers.mean, two.makers.last, two.makers.on, two.ids) == (2, None, None, None, (2000,))


# -- the loop ----------------------------------------------------------------------------------------------------------


def test_what_was_resolved_is_told_back(context: Any) -> None:
    feedback = [
        {"account": 1, "resolved": "2024-04-02", "told": "2024-04-20"},
        {"account": 1, "resolved": "2024-04-03"},
        {"account": -1, "resolved": "2024-04-04", "told": "2024-05-02"},
        {"account": 2, "resolved": "2024-03-31", "told": "2024-03-31"},
        {"account": 2},
    ]
    closed = figure(context([], "2024-04-30", feedback=feedback), MetricId.LOOP_CLOSED, APRIL)
    assert (closed.value, closed.n) == (Fraction(1, 3), 3)
    assert dict(zip(closed.evidence.ids.tolist(), closed.evidence.whole.tolist(), strict=True)) == {0: 1, 1: 2}
    later = figure(context([], "2024-05-31", feedback=feedback), MetricId.LOOP_CLOSED, APRIL)
    assert later.value == Fraction(2, 3)
    assert figure(context([], "2024-05-31"), MetricId.LOOP_CLOSED, APRIL).why is Why.NOTHING_RESOLVED
