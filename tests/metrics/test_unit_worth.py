"""Lifetime value, cost of acquisition and what is made of them."""

from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics import unit_economics
from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import Month, Period, PeriodKind


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
    assert figures(book, [MetricId.CAC], [month("2024-02")], "tier")[0].why is Why.NO_COSTS


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
