"""Curves of lifetimes: the textbook's figures, products written out, and what must hold for every book."""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from math import erfc, exp, log, sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.intervals import Z
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention import survival
from csdesk.metrics.retention.cohorts import CohortKind, triangle
from csdesk.metrics.retention.lifetimes import Lifetimes, lifetimes_of
from csdesk.metrics.retention.log_rank import CurveVerdict, chi_square_tail, each_against_the_rest, log_rank
from csdesk.metrics.retention.survival import Curve, curve_of, mean_within, median, median_interval, step_measure
from csdesk.metrics.rules import Rules
from csdesk.models.months import Month, Period, PeriodKind
from tests.metrics.test_oracle import BEGIN, DAY, Line, Walk, book_of, contract_lines, every_rule
from tests.thorough import examples

TEXTBOOK = Path(__file__).parents[1] / "data" / "metrics" / "survival_textbook"
LIVED = st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=40)
JANUARY = Month.parse("2024-01")


def lives(pairs: list[tuple[int, bool]]) -> Lifetimes:
    months, ended = zip(*pairs, strict=True) if pairs else ((), ())
    ids = np.arange(1, len(pairs) + 1)
    nobody = np.empty(0, dtype=np.int64)
    return Lifetimes(ids, np.array(months, dtype=np.int64), np.array(ended, dtype=bool), nobody)


def textbook() -> dict[str, list[tuple[int, bool]]]:
    found: dict[str, list[tuple[int, bool]]] = {"all": []}
    with (TEXTBOOK / "input" / "contracts.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for group in ("all", row["Plan"]):
                found.setdefault(group, []).append((int(row["Months"]), row["Churned"] == "yes"))
    return found


@pytest.mark.parametrize("group", ["all", "A", "B"])
def test_the_textbook(group: str, expected: Callable[[str], Any]) -> None:
    said = expected("survival_textbook")["km"]
    wanted = said["all"] if group == "all" else said["groups"][group]
    curve = curve_of(lives(textbook()[group]))
    assert (curve.n, curve.events, median(curve)) == (wanted["n"], wanted["events"], wanted["median"])
    for time, value, at_risk in zip(wanted["times"], wanted["survival"], wanted["at_risk"], strict=True):
        assert sum(months >= time for months, _ in textbook()[group]) == at_risk
        step = curve.at(time)
        assert (0.0 if step is None else float(step.value)) == pytest.approx(value, abs=1e-6)


@pytest.mark.parametrize(("group", "interval"), [("all", (8, 17)), ("A", (13, None)), ("B", (4, 11))])
def test_the_textbook_median_has_the_interval_of_the_log_log_band(
    group: str, interval: tuple[int, int | None], expected: Callable[[str], Any]
) -> None:
    curve = curve_of(lives(textbook()[group]))
    assert median_interval(curve) == interval
    said = expected("survival_textbook")["km"]
    wanted = said["all"] if group == "all" else said["groups"][group]
    plain_log = [_on_the_log_scale(curve, side) for side in (-1, 1)]
    assert plain_log == [wanted["median_lower"], wanted["median_upper"]], "the file's own is that of the log band"


def _on_the_log_scale(curve: Curve, side: int) -> int | None:
    spread = 0.0
    for step in curve.steps:
        if step.events and step.at_risk > step.events:
            spread += step.events / (step.at_risk * (step.at_risk - step.events))
        if step.value and float(step.value) * exp(side * Z * sqrt(spread)) <= 0.5:
            return step.time
    return None


def test_the_textbook_band_is_greenwoods_on_the_log_log_scale(expected: Callable[[str], Any]) -> None:
    wanted = expected("survival_textbook")["km"]["groups"]["A"]
    curve = curve_of(lives(textbook()["A"]))
    for time, value, error in zip(wanted["times"], wanted["survival"], wanted["se"], strict=True):
        step = curve.at(time)
        assert step is not None
        if not error:
            assert (step.low, step.high) == (None, None)
            continue
        reach = Z * error / (value * log(value))
        assert step.low == pytest.approx(value ** exp(-reach), abs=1e-6)
        assert step.high == pytest.approx(value ** exp(reach), abs=1e-6)


def test_who_is_censored_at_six_months_is_still_at_risk_then() -> None:
    step = curve_of(lives(textbook()["A"])).at(6)
    assert step is not None
    assert (step.at_risk, step.events, step.censored, step.value) == (21, 3, 1, Fraction(18, 21))


def test_a_curve_whose_longest_lifetime_goes_on_does_not_fall_to_nothing() -> None:
    curve = curve_of(lives(textbook()["A"]))
    assert curve.steps[-1].value > 0
    assert curve.at(curve.last) is curve.steps[-1]
    assert curve.at(curve.last + 1) is None, "nothing is said beyond it"


def test_the_textbook_log_rank(expected: Callable[[str], Any]) -> None:
    wanted = expected("survival_textbook")["km"]["logrank"]
    book = textbook()
    test = log_rank([lives(book["A"]), lives(book["B"])])
    assert test.chi_square == pytest.approx(wanted["chisq"], abs=1e-6)
    assert test.p == pytest.approx(wanted["p"], rel=1e-4)
    assert (test.freedom, test.verdict) == (1, CurveVerdict.DIFFER)


@given(LIVED)
def test_curves_equal_the_products_written_out(pairs: list[tuple[int, bool]]) -> None:
    curve = curve_of(lives(pairs))
    for step in curve.steps:
        value = Fraction(1)
        for time in sorted({months for months, ended in pairs if ended and months <= step.time}):
            n = sum(months >= time for months, _ in pairs)
            gone = sum(months == time and ended for months, ended in pairs)
            value *= 1 - Fraction(gone, n)
        assert step.value == value
        assert (step.low is None) == (value in {0, 1})
        if step.low is not None and step.high is not None:
            assert 0 <= step.low <= value <= step.high <= 1
    assert sum(step.events + step.censored for step in curve.steps) == len(pairs)
    assert not pairs or curve.steps[0].at_risk == len(pairs)


@given(LIVED, st.randoms())
def test_the_order_of_rows_does_not_matter(pairs: list[tuple[int, bool]], dice: Any) -> None:
    other = list(pairs)
    dice.shuffle(other)
    assert curve_of(lives(pairs)).steps == curve_of(lives(other)).steps


@given(LIVED.filter(bool))
def test_without_censoring_the_curve_is_the_plain_share(pairs: list[tuple[int, bool]]) -> None:
    curve = curve_of(lives([(months, True) for months, _ in pairs]))
    for time in range(curve.last + 1):
        step = curve.at(time)
        assert step is not None
        assert step.value == Fraction(sum(months > time for months, _ in pairs), len(pairs))
    within = [min(months, curve.last) for months, _ in pairs]
    assert mean_within(curve, curve.last) == Fraction(sum(within), len(pairs))


def test_the_mean_of_the_first_months_is_the_area_under_the_curve() -> None:
    curve = curve_of(lives([(2, True), (4, False), (4, False), (4, False)]))
    assert mean_within(curve, 4) == 2 + 2 * Fraction(3, 4)
    assert mean_within(curve, 1) == 1
    assert mean_within(curve, 5) is None
    assert mean_within(curve_of(lives([])), 0) is None


@pytest.mark.parametrize(
    ("value", "freedom", "tail"),
    [
        (3.841458820694124, 1, 0.05),
        (5.991464547107979, 2, 0.05),
        (7.814727903251179, 3, 0.05),
        (9.487729036781154, 4, 0.05),
        (18.307038053275146, 10, 0.05),
        (19.67513757268249, 11, 0.05),
        (16.7929409892, 1, 4.16881e-05),
        (0.0, 3, 1.0),
    ],
)
def test_the_tail_of_chi_square(value: float, freedom: int, tail: float) -> None:
    assert chi_square_tail(value, freedom) == pytest.approx(tail, rel=1e-5)
    assert freedom != 1 or chi_square_tail(value, 1) == erfc(sqrt(value / 2))


def test_few_are_not_compared() -> None:
    ten, nine = [(at, True) for at in range(10)], [(at, True) for at in range(9)]
    assert log_rank([lives(ten), lives(nine)]).verdict is CurveVerdict.TOO_FEW
    assert log_rank([lives(ten), lives([(5, False)] * 10)]).verdict is not CurveVerdict.TOO_FEW
    assert log_rank([lives(nine + [(8, False)] * 5), lives([(9, False)] * 10)]).verdict is CurveVerdict.TOO_FEW
    assert log_rank([lives(ten * 3), lives(ten * 3), lives(nine)]).groups == 2
    assert log_rank([lives(ten * 3), lives(ten * 3)]).verdict is CurveVerdict.NO_DIFFERENCE
    assert log_rank([]).p is None


def test_each_group_is_set_against_all_others_together(expected: Callable[[str], Any]) -> None:
    book = textbook()
    longer, sooner = each_against_the_rest([lives(book["A"]), lives(book["B"])])
    assert longer.p == sooner.p == log_rank([lives(book["A"]), lives(book["B"])]).p
    assert longer.excess == pytest.approx(-sooner.excess)
    assert longer.excess < 0 < sooner.excess, "fewer ends than expected is to stay longer"
    few, others = book["A"][:4], book["A"][4:]
    three = each_against_the_rest([lives(few), lives(others), lives(book["B"])])
    assert [test.verdict for test in three] == ["too_few", "differ", "differ"]
    assert three[2].p == sooner.p, "the rest is everybody else, also those of groups that are too few by themselves"
    assert expected("survival_textbook")["km"]["logrank"]["p"] == pytest.approx(sooner.p, rel=1e-4)


# -- from contract lines ------------------------------------------------------------------------------------------


def _lines(pairs: list[tuple[int, bool]], last: Month) -> list[dict[str, Any]]:
    """One account for each lifetime: those that go on have begun so long before the last month."""
    rows: list[dict[str, Any]] = []
    for account, (months, ended) in enumerate(pairs, 1):
        begins = last + -(40 if ended else months)
        end = {"end": ((begins + months).first_day - timedelta(days=1)).isoformat()} if ended else {}
        rows.append({"account": account, "start": begins.first_day.isoformat(), "amount": 100} | end)
    return rows


@given(st.lists(st.tuples(st.integers(1, 30), st.booleans()), max_size=20), st.randoms())
def test_lines_give_the_lifetimes_they_were_made_from(
    context: Callable[..., Any], pairs: list[tuple[int, bool]], dice: Any
) -> None:
    rows = _lines(pairs, JANUARY)
    dice.shuffle(rows)
    found = lifetimes_of(context(rows, "2024-01-31").ledger)
    assert dict(zip(found.account.tolist(), zip(found.months, found.ended, strict=True), strict=True)) == dict(
        enumerate(pairs, 1)
    )


def test_the_textbook_as_a_book(context: Callable[..., Any], expected: Callable[[str], Any]) -> None:
    book = context(_lines(textbook()["A"], JANUARY), "2024-01-31")
    measure = survival.median_lifetime(book, Period(JANUARY))
    assert (measure.value, measure.low, measure.high, measure.n) == (23, 13, None, 21)
    curve = curve_of(lifetimes_of(book.ledger))
    for month, value in expected("survival_textbook")["published"]["plan_A"].items():
        step = curve.at(int(month))
        assert step is not None
        assert float(step.value) == pytest.approx(value, abs=5e-4)


def test_every_stretch_of_paying_months_is_a_lifetime(context: Callable[..., Any]) -> None:
    rows = [
        {"account": 1, "start": "2023-01-01", "end": "2023-03-31", "amount": 1},
        {"account": 1, "start": "2023-06-10", "amount": 1},
        {"account": 2, "start": "2023-05-01", "amount": 1, "opening": True},
        {"account": 3, "start": "2023-11-05", "end": "2023-11-20", "amount": 1},
        {"account": 4, "start": "2024-02-01", "amount": 1},
    ]
    found = lifetimes_of(context(rows, "2024-01-31").ledger)
    assert found.account.tolist() == [1, 1]
    assert (found.months.tolist(), found.ended.tolist(), found.unknown.tolist()) == ([3, 7], [True, False], [2])
    earlier = lifetimes_of(context(rows, "2024-01-31").ledger, Month.parse("2023-02"))
    assert (earlier.months.tolist(), earlier.ended.tolist()) == ([1], [False])


@settings(max_examples=examples(40), deadline=None)
@given(contract_lines(), every_rule, st.integers(40, 300).map(lambda n: BEGIN + n * DAY))
def test_lifetimes_of_random_books_are_what_a_walk_through_the_calendar_sees(
    context: Callable[..., Any], spans: Callable[..., Any], lines: list[Line], rules: Rules, as_of: date
) -> None:
    """Gaps, pauses, overlaps, dated discounts and openings, under every way to read a month."""
    walk, book = Walk(lines, rules, as_of), book_of(context, spans, lines, rules, as_of)
    over = [month for month in walk.months if Month(month).last_day <= as_of]
    wanted: list[tuple[int, int, bool]] = []
    unknown = set()
    for account in walk.accounts:
        states = list(zip(over, walk.states(account), strict=False))
        for paying, run in groupby(states, key=lambda pair: pair[1][1]):
            months = list(run)
            if paying and months[0][1][3]:
                unknown.add(account)
            elif paying:
                goes_on = months[-1][0] == over[-1]
                wanted.append((account, len(months) - goes_on, not goes_on))
    found = lifetimes_of(book.ledger)
    rows = zip(found.account.tolist(), found.months.tolist(), found.ended.tolist(), strict=True)
    assert sorted(rows) == sorted(wanted)
    assert set(found.unknown.tolist()) == unknown


def test_a_month_that_is_not_over_says_nothing(context: Callable[..., Any]) -> None:
    rows = [
        {"account": 1, "start": "2023-01-01", "end": "2024-01-10", "amount": 1},
        {"account": 2, "start": "2024-01-05", "amount": 1},
    ]
    found = lifetimes_of(context(rows, "2024-01-20").ledger)
    assert (found.account.tolist(), found.months.tolist(), found.ended.tolist()) == ([1], [11], [False])


@given(st.lists(st.integers(1, 12), min_size=1, max_size=15))
def test_a_curve_is_the_cohort_where_all_began_together(context: Callable[..., Any], months: list[int]) -> None:
    rows = [
        {
            "account": at,
            "start": "2022-01-01",
            "end": ((Month.parse("2022-01") + n).first_day - timedelta(days=1)).isoformat(),
            "amount": 1,
        }
        for at, n in enumerate(months)
    ]
    ledger = context(rows, "2023-12-31").ledger
    curve, (cohort,) = curve_of(lifetimes_of(ledger)), triangle(ledger, CohortKind.LOGO, PeriodKind.MONTH).cohorts
    for cell in cohort.cells[: curve.last + 1]:
        step = curve.at(cell.age)
        assert step is not None
        assert step.value == cell.value


def test_a_step_opens_to_those_at_risk_and_those_that_left() -> None:
    curve = curve_of(lives([(2, True), (3, True), (3, False), (5, False)]))
    measure = step_measure(curve, 4, None)
    assert (measure.value, measure.part, measure.whole, measure.after) == (Fraction(1, 2), 1, 3, 3)
    assert measure.evidence.ids.tolist() == [2, 3, 4]
    assert measure.evidence.part.tolist() == [1, 0, 0]
    assert step_measure(curve, 6, None).why is Why.NOT_YET


def test_a_median_that_is_not_reached_says_so(context: Callable[..., Any]) -> None:
    rows = [{"account": at, "start": "2023-01-01", "amount": 1} for at in range(3)]
    measure = survival.median_lifetime(context(rows, "2024-01-31"), Period(JANUARY))
    assert (measure.metric, measure.value, measure.why) == (MetricId.MEDIAN_LIFETIME, None, Why.NOT_REACHED)
    nobody = survival.median_lifetime(context([], "2024-01-31"), Period(JANUARY))
    assert nobody.why is Why.NO_BASE
