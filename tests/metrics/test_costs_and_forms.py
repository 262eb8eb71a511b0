"""Forms of lifetime value side by side, costs against revenue, cost to serve, and what if more customers stayed."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.context import split
from csdesk.metrics.economics.forms import FORMS, form_chosen
from csdesk.metrics.economics.what_if import what_if
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import LtvFormula, Rules
from csdesk.models.money import TICKS, from_ticks
from csdesk.models.months import Month, Period, PeriodKind
from tests.thorough import examples

FEBRUARY = Period(Month.parse("2024-02"))
QUARTER = Period(Month.parse("2024-01"), PeriodKind.QUARTER)


def ten(amount: int = 5000, lost: int = 1) -> list[dict[str, Any]]:
    """Ten accounts of that amount, of which so many leave in February."""
    return [
        {"account": n, "amount": amount, "start": "2024-01-01", "end": "2024-02-10" if n < lost else "NaT"}
        for n in range(10)
    ]


def spent(purpose: str, amount: int, month: str = "2024-02", channel: str = "") -> dict[str, Any]:
    return {"month": Month.parse(month).ordinal, "purpose": purpose, "channel": channel, "amount": amount}


def test_five_thousand_at_ten_percent_are_fifty_thousand_in_every_form_by_churn(context: Any) -> None:
    book = context(ten(), "2024-02-29")
    plain, margin, percent = (
        figure(book, metric, FEBRUARY)
        for metric in (MetricId.LTV_PLAIN, MetricId.LTV_WITH_MARGIN, MetricId.LTV_PERCENT)
    )
    assert plain.value == margin.value == percent.value == 50_000
    assert (plain.part, plain.whole, plain.n) == (5_000, Fraction(1, 10), 10)


def test_forms_stand_side_by_side_with_their_own_numbers(context: Any) -> None:
    rules = "gross_margin=0.8,ltv_purchases=30,ltv_years=2"
    costs = [spent("acquisition", 20_000), spent("retention", 9_000)]
    new = {"account": 99, "amount": 5000, "start": "2024-02-01"}
    book = context([*ten(), new], "2024-02-29", rules, costs=costs)
    found = {metric: figure(book, metric, FEBRUARY).value for metric in (MetricId.LTV_PLAIN, *FORMS)}
    assert found == {
        MetricId.LTV_PLAIN: 50_000,
        MetricId.LTV_WITH_MARGIN: 40_000,
        MetricId.LTV_PURCHASES: 150_000,
        MetricId.LTV_FREQUENCY: 5_000 * 12 * 2,
        MetricId.LTV_PERCENT: 40_000,
        MetricId.LTV_YEARS: 60_000 * Fraction(4, 5) * 2,
        MetricId.LTV_LESS_COSTS: 5_000 * Fraction(4, 5) * 24 - 20_000 - 900 * 24,
    }


def test_a_form_says_what_it_lacks_and_the_others_stand(context: Any) -> None:
    book = context(ten(), "2024-02-29")
    lacking = {metric: figure(book, metric, FEBRUARY).why for metric in FORMS}
    assert lacking == {
        MetricId.LTV_WITH_MARGIN: None,
        MetricId.LTV_PURCHASES: Why.NO_PURCHASES,
        MetricId.LTV_FREQUENCY: Why.NO_YEARS,
        MetricId.LTV_PERCENT: None,
        MetricId.LTV_YEARS: Why.NO_YEARS,
        MetricId.LTV_LESS_COSTS: Why.NO_YEARS,
    }
    assert figure(context([], "2024-02-29"), MetricId.LTV_PLAIN, FEBRUARY).value is None


@pytest.mark.parametrize(
    ("rules", "form"),
    [
        ("house", MetricId.LTV_PLAIN),
        ("gross_margin=0.8", MetricId.LTV_WITH_MARGIN),
        *((f"ltv={formula}", metric) for metric, formula in FORMS.items() if formula is not LtvFormula.CHURN),
    ],
)
def test_the_form_chosen_is_the_lifetime_value_of_the_book(context: Any, rules: str, form: MetricId) -> None:
    numbers = f"{rules},ltv_purchases=30,ltv_years=2".removeprefix("house,")
    assert form_chosen(Rules.parse(numbers)) is form
    costs = [spent("acquisition", 20_000), spent("retention", 9_000)]
    book = context([*ten(), {"account": 99, "amount": 5000, "start": "2024-02-01"}], "2024-02-29", numbers, costs=costs)
    assert figure(book, form, FEBRUARY).value == figure(book, MetricId.LTV, FEBRUARY).value


def test_the_interval_of_a_lifetime_is_that_of_the_churn_turned_round(context: Any) -> None:
    """One of ten: 1.8 to 40.4 % a month, so a lifetime is worth 5,000 / 0.404 to 5,000 / 0.018."""
    book = context([*ten(), {"account": 99, "amount": 5000, "start": "2024-02-01"}], "2024-02-29",
                   costs=[spent("acquisition", 10_000)])  # fmt: skip
    value, ratio = figure(book, MetricId.LTV, FEBRUARY), figure(book, MetricId.LTV_TO_CAC, FEBRUARY)
    assert [round(5_000 / bound, 3) for bound in (value.high, value.low)] == [0.018, 0.404]
    assert (ratio.value, ratio.n) == (5, 10)
    assert (ratio.low, ratio.high) == pytest.approx((value.low / 10_000, value.high / 10_000))
    nobody = figure(context(ten(lost=0), "2024-02-29"), MetricId.LTV, FEBRUARY)
    assert (nobody.why, nobody.low, nobody.high) == (Why.LOWER_BOUND, None, None)
    by_mrr = figure(context(ten(), "2024-02-29", "ltv_churn=mrr"), MetricId.LTV, FEBRUARY)
    assert (by_mrr.value, by_mrr.low) == (50_000, None), "an interval is one of counts"


# -- revenue against costs ---------------------------------------------------------------------------------------------

TIERS = [{"account": n, "name": str(n), "tier": "high" if n < 4 else "low", "channel": "web"} for n in range(10)]


def test_revenue_must_exceed_what_it_costs_to_win_and_keep(context: Any) -> None:
    """Ten accounts of 100 in January, nine in February: 1,900 for 300 + 2,000."""
    costs = [spent("acquisition", 300, "2024-01"), spent("retention", 2_000)]
    book = context(ten(100), "2024-02-29", costs=costs, accounts=TIERS)
    measure = figure(book, MetricId.REVENUE_LESS_COSTS, QUARTER)
    assert (measure.value, measure.part, measure.whole, measure.why) == (-400, 1_900, 2_300, Why.BELOW_ZERO)
    assert from_ticks(int(measure.evidence.part.sum())) == 1_900
    assert from_ticks(int(measure.evidence.whole.sum())) == 2_300
    high, low = figures(book, [MetricId.REVENUE_LESS_COSTS], [QUARTER], "tier")
    assert (high.part, low.part) == (700, 1_200)
    assert high.value + low.value == -400


def test_costs_of_keeping_that_nobody_entered_are_said(context: Any) -> None:
    book = context(ten(100), "2024-02-29", costs=[spent("acquisition", 300)])
    assert figure(book, MetricId.REVENUE_LESS_COSTS, QUARTER).why is Why.NO_RETENTION_COSTS
    bare = context(ten(100), "2024-02-29")
    assert figure(bare, MetricId.REVENUE_LESS_COSTS, QUARTER).why is Why.NO_COSTS
    assert figures(book, [MetricId.REVENUE_LESS_COSTS], [QUARTER], "product")[0].why is Why.OF_WHOLE_ACCOUNTS
    assert figures(bare, [MetricId.REVENUE_LESS_COSTS], [QUARTER], "product")[0].why is Why.NO_COSTS
    nobody = context([], "2024-02-29", costs=[spent("acquisition", 300)])
    assert figure(nobody, MetricId.REVENUE_LESS_COSTS, QUARTER).value in {None, -300}


def test_a_channel_has_its_own_costs(context: Any) -> None:
    costs = [spent("acquisition", 300, channel="web"), spent("acquisition", 90, channel="fair")]
    book = context(ten(100), "2024-02-29", costs=costs, accounts=TIERS)
    found = {m.group: m for m in figures(book, [MetricId.REVENUE_LESS_COSTS], [QUARTER], "channel")}
    assert {group: (m.value, m.why) for group, m in found.items()} == {
        "fair": (-90, Why.BELOW_ZERO),
        "web": (1_600, Why.NO_RETENTION_COSTS),
    }


@settings(max_examples=examples(40), deadline=None)
@given(
    amounts=st.lists(st.integers(1, 10**6), min_size=1, max_size=12),
    won=st.integers(0, 10**9),
    kept=st.integers(0, 10**9),
    late=st.integers(0, 12),
)
def test_groups_add_up_to_the_whole(context: Any, amounts: list[int], won: int, kept: int, late: int) -> None:
    lines = [
        {"account": n, "amount": amount, "start": "2024-02-01" if n < late else "2024-01-01"}
        for n, amount in enumerate(amounts)
    ]
    accounts = [{"account": n, "name": str(n), "tier": "abc"[n % 3]} for n in range(len(amounts))]
    book = context(lines, "2024-03-31", costs=[spent("acquisition", won), spent("retention", kept)], accounts=accounts)
    whole = figure(book, MetricId.REVENUE_LESS_COSTS, QUARTER)
    parts = [figure(part, MetricId.REVENUE_LESS_COSTS, QUARTER) for part in split(book, "tier")]
    assert whole.whole == won + kept
    for side in ("value", "part", "whole"):
        assert sum(getattr(part, side) for part in parts) == getattr(whole, side)


# -- cost to serve -----------------------------------------------------------------------------------------------------


def touch(account: int, minutes: float, rate: int, on: str = "2024-02-10") -> dict[str, Any]:
    return {"account": account, "minutes": minutes, "rate": rate, "on": on, "person": 1}


def test_minutes_by_the_hourly_rate_against_mrr(context: Any) -> None:
    """90 minutes at 4,000 an hour and 20 at 6,000: 8,000 of the 10 x 5,000 of February's nine and January's ten."""
    touches = [touch(3, 90, 4_000), touch(5, 20, 6_000), touch(5, 60, 6_000, "2024-05-01")]
    book = context(ten(), "2024-02-29", touches=touches, accounts=TIERS)
    cost, share = (figure(book, metric, FEBRUARY) for metric in (MetricId.COST_TO_SERVE, MetricId.COST_TO_SERVE_SHARE))
    assert (cost.value, cost.why, cost.n) == (8_000, None, 2)
    assert dict(zip(cost.evidence.ids.tolist(), cost.evidence.part.tolist(), strict=True)) == {
        3: 6_000 * TICKS,
        5: 2_000 * TICKS,
    }
    assert (share.part, share.whole, share.value) == (8_000, 45_000, Fraction(8, 45))
    high, low = figures(book, [MetricId.COST_TO_SERVE], [FEBRUARY], "tier")
    assert (high.value, low.value) == (6_000, 2_000)
    for metric in (MetricId.COST_TO_SERVE, MetricId.COST_TO_SERVE_SHARE):
        assert [m.why for m in figures(book, [metric], [FEBRUARY], "product")] == [Why.OF_WHOLE_ACCOUNTS]


def test_touches_without_minutes_or_rate_make_it_a_part(context: Any) -> None:
    whole, part = touch(3, 90, 4_000), touch(4, float("nan"), 4_000)
    some = context(ten(), "2024-02-29", touches=[whole, part, touch(5, 30, -1)])
    assert (
        figure(some, MetricId.COST_TO_SERVE, FEBRUARY).value,
        figure(some, MetricId.COST_TO_SERVE, FEBRUARY).why,
    ) == (
        6_000,
        Why.PART_OF_COSTS,
    )
    none = context(ten(), "2024-02-29", touches=[part, touch(5, 30, -1)])
    for metric in (MetricId.COST_TO_SERVE, MetricId.COST_TO_SERVE_SHARE):
        assert (figure(none, metric, FEBRUARY).value, figure(none, metric, FEBRUARY).why) == (None, Why.NO_TOUCH_COST)
    free = context(ten(), "2024-02-29", touches=[touch(3, 90, 0)])
    assert figure(free, MetricId.COST_TO_SERVE, FEBRUARY).value == 0


def test_touches_with_those_who_pay_nothing_cost_as_well(context: Any) -> None:
    book = context(ten(), "2024-02-29", touches=[touch(77, 60, 900)])
    share = figure(book, MetricId.COST_TO_SERVE_SHARE, FEBRUARY)
    assert (share.part, share.whole) == (900, 45_000)
    nobody = figure(context([], "2024-02-29", touches=[touch(77, 60, 900)]), MetricId.COST_TO_SERVE, FEBRUARY)
    assert nobody.value == 900


# -- what if -----------------------------------------------------------------------------------------------------------


def test_five_points_of_retention_more(context: Any) -> None:
    """10 % a month leaves 28.2 % a year; 33.2 % is 8.8 % a month: 56,981 instead of 50,000 an account."""
    book = context(ten(), "2024-02-29")
    found = what_if(book, FEBRUARY, Fraction(5))
    before, after = found.retention
    assert (before.value, after.value) == pytest.approx((0.9**12, 0.9**12 + 0.05))
    assert found.ltv[0].value == pytest.approx(50_000)
    assert found.ltv[1].value == pytest.approx(5_000 / (1 - (0.9**12 + 0.05) ** (1 / 12)))
    assert [m.value for m in found.mrr] == pytest.approx([45_000 * 0.9**12, 45_000 * (0.9**12 + 0.05)])


def test_profit_is_what_is_earned_as_customers_leave_less_what_keeping_them_costs(context: Any) -> None:
    """45,000 a month at half a margin: 22,500 x (0.9 + 0.9^2 + ... + 0.9^12) less 12 x 1,000."""
    costs = [spent("retention", 1_000), spent("acquisition", 9_999), spent("retention", 5_000, "2024-03")]
    found = what_if(context(ten(), "2024-02-29", "gross_margin=1/2", costs=costs), FEBRUARY, Fraction(5))
    earned = 22_500 * 0.9 * (1 - 0.9**12) / (1 - 0.9)
    now, then = found.profit
    assert (now.value, now.part, now.whole, now.why) == (
        pytest.approx(earned - 12_000),
        pytest.approx(earned),
        12_000,
        None,
    )
    monthly = (0.9**12 + 0.05) ** (1 / 12)
    assert then.value == pytest.approx(22_500 * sum(monthly**k for k in range(1, 13)) - 12_000)
    bare = what_if(context(ten(), "2024-02-29"), FEBRUARY, Fraction(5)).profit[0]
    assert (bare.value, bare.why) == (pytest.approx(2 * earned), Why.NO_RETENTION_COSTS)


def test_a_lifetime_without_an_end_has_no_value(context: Any) -> None:
    found = what_if(context(ten(), "2024-02-29"), FEBRUARY, Fraction(99))
    assert (found.retention[1].value, found.ltv[1].value, found.ltv[1].why) == (1, None, Why.NO_LOSS)
    assert found.mrr[1].value == 45_000
    assert found.profit[1].value == 12 * 45_000
    nothing = what_if(context([], "2024-02-29"), FEBRUARY, Fraction(5))
    assert {m.value for pair in (nothing.retention, nothing.ltv, nothing.mrr, nothing.profit) for m in pair} == {None}
