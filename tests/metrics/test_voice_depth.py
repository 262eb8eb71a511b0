"""Who answered, how many of those asked, who is unhappy time and again, and what was told back."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.intervals import Z, net_margin
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.voice.accounts import account_voices, year_of
from csdesk.metrics.voice.askings import asking_of
from csdesk.models.kinds import Survey
from csdesk.models.months import Month, Period, PeriodKind
from tests.thorough import examples

DAYS = 90
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


@settings(max_examples=examples(60), deadline=None)
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


def response(book: Any, *months: str) -> list[Any]:
    return [figure(book, MetricId.RESPONSE_RATE_NPS, Period(Month.parse(month))).value for month in months]


def test_an_answer_counts_to_its_asking_whenever_it_comes(context: Any) -> None:
    """Ten are asked on the last day of March and ten in April; the first two answer in April as well."""
    asked = [invited(10, on="2024-03-31"), invited(10, on="2024-04-20")]
    answers = [*nps(9, 9, on="2024-04-10"), *nps(7, account=2, on="2024-05-02")]
    book = context([], "2024-05-31", answers=answers, invitations=asked)
    assert response(book, "2024-03", "2024-04", "2024-05") == [Fraction(2, 10), Fraction(1, 10), None]
    early = context([], "2024-04-30", answers=answers, invitations=asked)
    assert response(early, "2024-03", "2024-04") == [Fraction(2, 10), 0], "the third has not answered yet"


@pytest.mark.parametrize(("on", "rate"), [("2024-06-29", Fraction(1, 4)), ("2024-06-30", 0), ("2024-03-30", 0)])
def test_an_asking_is_answered_within_ninety_days(context: Any, on: str, rate: object) -> None:
    book = context([], "2024-12-31", answers=nps(9, on=on), invitations=[invited(4, on="2024-03-31")])
    assert response(book, "2024-03") == [rate]


def test_how_long_an_asking_may_be_answered_is_a_rule(context: Any) -> None:
    given_ = {"answers": nps(9, on="2024-04-30"), "invitations": [invited(4, on="2024-03-31")]}
    assert response(context([], "2024-12-31", "answer_days=30", **given_), "2024-03") == [Fraction(1, 4)]
    assert response(context([], "2024-12-31", "answer_days=29", **given_), "2024-03") == [0]


def of(contact: int, **more: Any) -> dict[str, Any]:
    return {**invited(1, account=1), "contact": contact, **more}


def test_an_asking_is_answered_by_its_own_person_once(context: Any) -> None:
    """Two persons and 8 others of the account are asked; one of the two answers twice, a third person once."""
    asked = [of(11), of(12), invited(8, account=1), invited(5, account=2)]
    answers = [
        {"answer": at, "account": 1, "contact": who, "survey": "nps", "score": 9.0, "on": "2024-04-10"}
        for at, who in enumerate((11, 11, 13))
    ]
    rate = figure(context([], "2024-04-30", answers=answers, invitations=asked), MetricId.RESPONSE_RATE_NPS, APRIL)
    assert (rate.value, rate.part, rate.whole) == (Fraction(2, 15), 2, 15)
    nameless = [{**answers[0], "contact": -1}]
    only = context([], "2024-04-30", answers=nameless, invitations=[of(11)])
    assert response(only, "2024-04") == [1], "whoever it was, somebody of the account answered"
    assert response(context([], "2024-04-30", answers=[answers[2]], invitations=[of(11)]), "2024-04") == [0]


def test_of_several_askings_the_latest_is_answered(context: Any) -> None:
    asked = [invited(1, account=1, on="2024-03-01"), invited(20, on="2024-04-01"), of(7, on="2024-04-01")]
    answer = {"answer": 1, "account": 1, "contact": 7, "survey": "nps", "score": 9.0, "on": "2024-04-10"}
    book = context([], "2024-04-30", accounts=ACCOUNTS, answers=[answer], invitations=asked)
    assert response(book, "2024-03", "2024-04") == [0, Fraction(1, 21)]
    high, low = figures(book, [MetricId.RESPONSE_RATE_NPS], [APRIL], "tier")
    assert (high.value, low.why) == (1, Why.NOT_ASKED), "of the same day that which names the person"


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 3), st.integers(0, 200)), max_size=8),
    st.lists(st.tuples(st.integers(-1, 3), st.integers(-1, 3), st.integers(0, 200)), max_size=8),
)
def test_every_answer_finds_the_asking_a_slow_search_finds(
    frame: Any, given_: list[tuple[int, int, int]], put: list[tuple[int, int, int]]
) -> None:
    """Ids from 1 to 3 are persons and accounts; what names neither is meant for anyone."""

    def table(shape: str, rows: list[tuple[int, int, int]]) -> Any:
        first = np.datetime64("2024-01-01")
        return frame(shape, [{"account": a, "contact": c, "on": first + day} for a, c, day in rows])

    def fits(answer: tuple[int, int, int], asking: tuple[int, int, int]) -> int:
        (account, person, _), (whom, who, _) = answer, asking
        if who > 0:
            return 4 if person == who else 2 if person <= 0 and account == whom > 0 else 0
        return (3 if account == whom else 0) if whom > 0 else 1

    expected = []
    for answer in given_:
        meant = [
            (asking[2], fits(answer, asking), at)
            for at, asking in enumerate(put)
            if fits(answer, asking) and 0 <= answer[2] - asking[2] <= DAYS
        ]
        expected.append(max(meant, default=None))
    found = asking_of(table("Answers", given_), table("Invitations", put), DAYS)
    for at, best in zip(found.tolist(), expected, strict=True):
        assert (at == -1) == (best is None)
        assert best is None or (put[at][2], at) == (best[0], best[2])


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
