"""Lifetime value, cost of acquisition and what is made of them."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.economics import unit_economics
from csdesk.metrics.measure import Measure, Unit, Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import HOUSE_RULES, Rules
from csdesk.models.kinds import Kind
from csdesk.models.money import from_ticks
from csdesk.models.months import Month, Period, PeriodKind

QUARTER = [Period(Month.parse("2024-01"), PeriodKind.QUARTER)]


def month(text: str) -> Period:
    return Period(Month.parse(text))


def leaving(*ends: str | None, amount: int = 100) -> list[dict[str, Any]]:
    return [{"account": n, "amount": amount, "start": "2024-01-01", "end": end or "NaT"} for n, end in enumerate(ends)]


def test_churn_is_the_mean_of_the_last_complete_months(context: Any) -> None:
    """Of 10 one leaves in March, of 9 none in April and three in May: 10 %, 0 %, 33.3 %."""
    lines = leaving("2024-03-10", "2024-05-02", "2024-05-03", "2024-05-04", *[None] * 6)
    book = context(lines, "2024-05-31")
    value = figure(book, MetricId.LTV, month("2024-05"))
    mean = (Fraction(1, 10) + 0 + Fraction(1, 3)) / 3
    assert (value.value, value.part, value.whole, value.n) == (100 / mean, 100, mean, 28)
    assert figure(book, MetricId.LTV, month("2024-03")).whole == Fraction(1, 10)
    last_two = context(lines, "2024-05-31", "ltv_window=2")
    assert figure(last_two, MetricId.LTV, month("2024-05")).whole == Fraction(1, 6)
    unfinished = context(lines, "2024-05-20")
    assert figure(unfinished, MetricId.LTV, month("2024-05")).whole == Fraction(1, 20)
    with_margin = context(lines, "2024-05-31", "gross_margin=0.8")
    assert figure(with_margin, MetricId.LTV, month("2024-05")).value == 80 / mean


def test_mrr_churn_by_choice(context: Any) -> None:
    lines = [*leaving("2024-03-10", None), {"account": 1, "amount": 200, "start": "2024-01-01"}]
    book = context(lines, "2024-03-31", "ltv_churn=mrr")
    assert figure(book, MetricId.LTV, month("2024-03")).whole == Fraction(1, 4)
    only_unknown = context(
        [{"account": 1, "logo": True, "start": "2024-01-01"}, {"account": 2, "amount": 10, "start": "2024-02-01"}],
        "2024-02-29",
        "ltv_churn=mrr",
    )
    assert figure(only_unknown, MetricId.LTV, month("2024-02")).why is Why.LOWER_BOUND


def test_nobody_left_gives_a_lower_bound(context: Any) -> None:
    """0 of 20 is at most 16.1 % a month: an account is worth at least 100 / 0.161."""
    value = figure(context(leaving(*[None] * 20), "2024-02-29"), MetricId.LTV, month("2024-02"))
    assert value.why is Why.LOWER_BOUND
    assert (value.n, round(value.value)) == (20, round(100 / 0.16113))


def test_quiet_months_before_anything_moved_say_nothing(context: Any) -> None:
    lines = leaving("2024-05-10", None)
    assert figure(context(lines, "2024-05-31"), MetricId.LTV, month("2024-05")).whole == Fraction(1, 2)
    moved_early = [*lines, {"account": 9, "amount": 100, "start": "2024-02-10"}]
    assert figure(context(moved_early, "2024-05-31"), MetricId.LTV, month("2024-05")).n == 2 + 3 * 3


def test_a_later_movement_changes_no_earlier_month(context: Any) -> None:
    """While nobody has left, the months since the list was started count; what moves in May is no matter of March."""
    march = figure(context(leaving("2024-05-10", None), "2024-05-31"), MetricId.LTV, month("2024-03"))
    alone = figure(context(leaving(None, None), "2024-03-31"), MetricId.LTV, month("2024-03"))
    assert (march.value, march.n, march.why) == (alone.value, 4, Why.LOWER_BOUND)
    assert march.over == alone.over == (Month.parse("2024-02"), Month.parse("2024-03"))


def test_the_window_is_the_last_months_and_no_others(context: Any) -> None:
    """Of two one left in February; both lines are over in March, and a third account begins in July."""
    lines = [*leaving("2024-02-10", "2024-03-10"), {"account": 9, "amount": 100, "start": "2024-07-10"}]
    book = context(lines, "2024-09-30", "ltv_window=3")
    assert figure(book, MetricId.LTV, month("2024-09")).over == (Month.parse("2024-08"), Month.parse("2024-09"))
    assert figure(book, MetricId.LTV, month("2024-09")).why is Why.LOWER_BOUND
    assert figure(book, MetricId.LTV, month("2024-07")).why is Why.NO_HISTORY
    every = context(lines, "2024-09-30", "ltv_window=12")
    assert figure(every, MetricId.LTV, month("2024-09")).over == (Month.parse("2024-02"), Month.parse("2024-09"))


def test_no_lifetime_without_a_month_or_an_income(context: Any) -> None:
    assert figure(context(leaving(None), "2024-01-31"), MetricId.LTV, month("2024-01")).why is Why.NO_HISTORY
    assert figure(context(leaving("2024-01-31"), "2024-02-29"), MetricId.LTV, month("2024-02")).why is Why.NO_BASE


COSTS = [
    {"month": Month.parse("2024-01").ordinal, "purpose": "acquisition", "channel": "web", "amount": 300},
    {"month": Month.parse("2024-02").ordinal, "purpose": "acquisition", "channel": "web", "amount": 100},
    {"month": Month.parse("2024-02").ordinal, "purpose": "acquisition", "channel": "fair", "amount": 500},
    {"month": Month.parse("2024-02").ordinal, "purpose": "retention", "channel": "web", "amount": 9999},
]
GROWING = [*leaving(None, None), {"account": 2, "amount": 100, "start": "2024-02-10"}]


def test_cost_of_a_new_account(context: Any) -> None:
    book = context(GROWING, "2024-03-31", costs=COSTS)
    cost = figure(book, MetricId.CAC, month("2024-02"))
    assert (cost.value, cost.part, cost.whole) == (600, 600, 1)
    assert figure(book, MetricId.CAC, Period(Month.parse("2024-01"), PeriodKind.QUARTER)).value == 300
    assert figure(book, MetricId.CAC, month("2024-03")).why is Why.NO_COSTS
    before = context(GROWING, "2024-03-31", "cac_month_before=yes", costs=COSTS)
    assert figure(before, MetricId.CAC, month("2024-02")).value == 300
    nobody = figure(before, MetricId.CAC, month("2024-03"))
    assert (nobody.value, nobody.part, nobody.why) == (None, 600, Why.NOBODY_NEW)


def test_cost_by_channel_alone(context: Any) -> None:
    channels = [{"account": n, "name": "x", "channel": "fair" if n == 2 else "web", "tier": "high"} for n in range(3)]
    book = context(GROWING, "2024-03-31", costs=COSTS, accounts=channels)
    found = figures(book, [MetricId.CAC], [month("2024-02")], "channel")
    assert [(m.group, m.value, m.why) for m in found] == [("fair", 500, None), ("web", None, Why.NOBODY_NEW)]
    assert figures(book, [MetricId.CAC], [month("2024-02")], "tier")[0].why is Why.COSTS_BY_CHANNEL
    assert figures(book, [MetricId.LTV_TO_CAC], [month("2024-02")], "tier")[0].why is Why.COSTS_BY_CHANNEL
    assert figures(book, [MetricId.CAC], [month("2024-03")], "tier")[0].why is Why.NO_COSTS


def test_worth_against_cost(context: Any) -> None:
    lines = [*leaving("2024-02-10", None, None, None), {"account": 9, "amount": 100, "start": "2024-02-10"}]
    book = context(lines, "2024-02-29", "gross_margin=1/2", costs=COSTS)
    assert figure(book, MetricId.LTV, month("2024-02")).value == 200
    assert figure(book, MetricId.LTV_TO_CAC, month("2024-02")).value == Fraction(200, 600)
    assert figure(book, MetricId.CAC_PAYBACK, month("2024-02")).value == 12
    free = context(lines, "2024-02-29", costs=[COSTS[0] | {"month": Month.parse("2024-02").ordinal, "amount": 0}])
    assert figure(free, MetricId.LTV_TO_CAC, month("2024-02")).why is Why.NO_BASE
    assert figure(context(lines, "2024-02-29"), MetricId.LTV_TO_CAC, month("2024-02")).why is Why.NO_COSTS
    quiet = context([*leaving(None, None), lines[-1]], "2024-02-29", costs=COSTS)
    assert figure(quiet, MetricId.LTV_TO_CAC, month("2024-02")).why is Why.LOWER_BOUND
    gone = context([lines[0] | {"end": "2024-02-10"}, lines[-1] | {"end": "2024-03-10"}], "2024-03-31", costs=COSTS)
    quarter = Period(Month.parse("2024-01"), PeriodKind.QUARTER)
    assert figure(gone, MetricId.CAC_PAYBACK, quarter).why is Why.NO_BASE


@pytest.mark.parametrize(
    ("worth", "value"),
    [
        (unit_economics.ltv_by_purchases(5000, 12), 60_000),
        (unit_economics.ltv_by_frequency(5000, 4, Fraction(5, 2)), 50_000),
        (unit_economics.ltv_by_percent(5000, 10), 50_000),
        (unit_economics.ltv_by_percent(5000, 0), None),
        (unit_economics.ltv_by_years(60_000, Fraction(1, 2), 3), 90_000),
        (unit_economics.ltv_less_costs(5000, Fraction(1, 2), 12, 2, 20_000, 10_000), 30_000),
        (unit_economics.ltv_less_costs(5000, Fraction(1, 2), 1, 2, 20_000, 10_000), -25_000),
    ],
)
def test_lifetime_formulas(worth: Fraction | None, value: int | None) -> None:
    assert worth == value


PRICED = [*leaving("2024-02-10", None, None, None, amount=5000), {"account": 9, "amount": 5000, "start": "2024-02-10"}]
"""Four accounts of 5,000 a month at the end of February; one of four left in it, one joined."""

SPENT = [
    {"cost": 7, "month": Month.parse("2024-02").ordinal, "purpose": "acquisition", "channel": "", "amount": 20_000},
    {"cost": 8, "month": Month.parse("2024-02").ordinal, "purpose": "retention", "channel": "", "amount": 8_000},
]


@pytest.mark.parametrize(
    ("rules", "value", "whole"),
    [
        ("ltv=churn", 20_000, Fraction(1, 4)),
        ("ltv=percent", 20_000, Fraction(1, 4)),
        ("ltv=percent,gross_margin=1/2", 10_000, Fraction(1, 4)),
        ("ltv=purchases,ltv_purchases=30", 150_000, 30),
        ("ltv=frequency,ltv_years=2.5", 150_000, 30),
        ("ltv=frequency,ltv_frequency=4,ltv_years=2", 40_000, 8),
        ("ltv=years,gross_margin=0.5,ltv_years=3", 90_000, 3),
        ("ltv=less_costs,gross_margin=0.5,ltv_years=2", 60_000 - 20_000 - 2_000 * 24, 68_000),
    ],
)
def test_lifetime_value_by_the_formula_chosen(context: Any, rules: str, value: int, whole: object) -> None:
    found = figure(context(PRICED, "2024-02-29", rules, costs=SPENT), MetricId.LTV, month("2024-02"))
    assert (found.value, found.whole) == (value, whole)
    assert found.why is (Why.BELOW_ZERO if value < 0 else None)
    assert found.made_in is not None


@pytest.mark.parametrize(
    ("rules", "costs", "why"),
    [
        ("ltv=purchases", SPENT, Why.NO_PURCHASES),
        ("ltv=frequency", SPENT, Why.NO_YEARS),
        ("ltv=years", SPENT, Why.NO_YEARS),
        ("ltv=less_costs", SPENT, Why.NO_YEARS),
        ("ltv=less_costs,ltv_years=2", SPENT[1:], Why.NO_COSTS),
        ("ltv=less_costs,ltv_years=2", SPENT[:1], Why.NO_RETENTION_COSTS),
    ],
)
def test_a_formula_without_its_numbers_says_which(context: Any, rules: str, costs: Any, why: Why) -> None:
    book = context(PRICED, "2024-02-29", rules, costs=costs)
    assert figure(book, MetricId.LTV, month("2024-02")).why is why
    assert figure(book, MetricId.LTV_TO_CAC, month("2024-02")).why is why


def test_cost_of_retention_is_spread_over_the_months_that_have_begun(context: Any) -> None:
    """8,000 in February: over January and February while the quarter lasts, whatever is planned for March."""
    planned = {**SPENT[1], "cost": 9, "month": Month.parse("2024-03").ordinal}
    rules, quarter = "ltv=less_costs,gross_margin=0.5,ltv_years=2", Period(Month.parse("2024-01"), PeriodKind.QUARTER)
    for as_of, costs, kept in (("2024-02-29", [*SPENT, planned], 1_000), ("2024-03-31", SPENT, Fraction(2_000, 3))):
        found = figure(context(PRICED, as_of, rules, costs=costs), MetricId.LTV, quarter)
        assert found.whole == 4_000 + kept * 24, "five came for 20,000"


def test_every_formula_without_a_lifetime(context: Any) -> None:
    alone = context(leaving(None), "2024-01-31", "ltv=percent")
    assert figure(alone, MetricId.LTV, month("2024-01")).why is Why.NO_HISTORY
    gone = context(leaving("2024-01-31"), "2024-02-29", "ltv=less_costs,ltv_years=1", costs=SPENT)
    assert figure(gone, MetricId.LTV, month("2024-02")).why is Why.NO_BASE


def test_cost_of_a_new_account_rests_on_its_costs(context: Any) -> None:
    found = figure(context(PRICED, "2024-02-29", costs=SPENT), MetricId.CAC, month("2024-02"))
    assert found.evidence.of is Kind.COST
    assert (found.evidence.ids.tolist(), found.evidence.part.tolist()) == ([7], [20_000])
    assert found.evidence.part.sum() == found.part


def test_costs_of_a_channel_without_accounts_are_not_lost(context: Any) -> None:
    channels = [{"account": n, "name": "x", "channel": "fair"} for n in range(3)]
    found = figures(context(GROWING, "2024-03-31", costs=COSTS, accounts=channels), [MetricId.CAC], QUARTER, "channel")
    assert [(m.group, m.part) for m in found] == [("fair", 500), ("web", 400)]
    whole = figure(context(GROWING, "2024-03-31", costs=COSTS, accounts=channels), MetricId.CAC, *QUARTER)
    assert sum(m.part for m in found) == whole.part


def test_yearly_income_of_a_customer(context: Any) -> None:
    book = context([*leaving(None, None), {"account": 2, "amount": 400, "start": "2024-01-01"}], "2024-01-31")
    found = figure(book, MetricId.ARR_PER_ACCOUNT, month("2024-01"))
    assert (found.value, found.part, found.n) == (2400, 7200, 3)
    assert from_ticks(int(found.evidence.part.sum())) == found.part
    assert (
        figure(context(leaving("2024-01-10"), "2024-02-29"), MetricId.ARR_PER_ACCOUNT, month("2024-02")).value is None
    )


@pytest.mark.parametrize(
    ("ratio", "why", "verdict"),
    [(3, None, True), (2.9, None, False), (5, Why.LOWER_BOUND, True), (2, Why.LOWER_BOUND, None), (None, None, None)],
)
def test_unit_economics_hold_from_three(ratio: float | None, why: Why | None, verdict: object) -> None:
    measure = Measure(MetricId.LTV_TO_CAC, None, Unit.RATIO, ratio, why=why)
    assert unit_economics.holds(measure, HOUSE_RULES) is verdict
    assert unit_economics.holds(replace(measure, value=2.5, why=None), Rules.parse("ltv_to_cac_holds=5/2"))


@pytest.mark.parametrize(
    "text", ["house", "house,ltv=years,ltv_years=5/2,cac_month_before=yes", "house,gross_margin=4/5"]
)
def test_rules_are_spelled_as_they_are_read(text: str) -> None:
    assert Rules.parse(text).text == text
