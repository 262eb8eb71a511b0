"""Rates over a period: the worked examples, and the options that change them."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from csdesk.metrics.catalogue import figure
from csdesk.metrics.comparison import Verdict, against_the_rest
from csdesk.metrics.intervals import net_margin, newcombe, wilson
from csdesk.metrics.measure import Measure, Unit, Why, total
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import triangle
from csdesk.metrics.revenue.levels import cmrr_bridge
from csdesk.metrics.rules import Denominator
from csdesk.metrics.triangles import CohortKind
from csdesk.models.money import MOST_MONEY
from csdesk.models.months import Month, Period, PeriodKind


def month(text: str) -> Period:
    return Period(Month.parse(text))


def accounts(count: int, amount: int, **more: Any) -> list[dict[str, Any]]:
    first = more.pop("first", 0)
    return [{"account": first + n, "amount": amount, "start": "2024-01-01", **more} for n in range(count)]


def test_one_large_account_lost_of_two(context: Any) -> None:
    """Of 1,000 and 5,000 the latter leaves: 50 % of logos, 83.3 % of MRR."""
    lines = [*accounts(1, 1000), *accounts(1, 5000, first=1, end="2024-02-10")]
    book = context(lines, "2024-02-29")
    assert figure(book, MetricId.LOGO_CHURN, month("2024-02")).value == Fraction(1, 2)
    assert figure(book, MetricId.GROSS_MRR_CHURN, month("2024-02")).value == Fraction(5, 6)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(1, 20, 0.9, 23.6), (0, 20, 0.0, 16.1), (14, 23, 40.8, 77.8), (5, 5, 56.6, 100.0)],
)
def test_wilson(part: int, whole: int, low: float, high: float) -> None:
    bounds = wilson(part, whole)
    assert bounds is not None
    assert [round(100 * bound, 1) for bound in bounds] == [low, high]


def test_no_interval_without_a_base() -> None:
    assert wilson(0, 0) is None
    assert newcombe(0, 0, 1, 2) is None
    assert newcombe(1, 2, 0, 0) is None


def test_wilson_holds_the_share_and_ends_where_nothing_is_left() -> None:
    for whole in range(1, 3000, 7):
        none, every = wilson(0, whole), wilson(whole, whole)
        assert none is not None
        assert every is not None
        assert (none[0], every[1]) == (0.0, 1.0)


def test_totals_are_exact_beyond_64_bits() -> None:
    large = np.full(40, 9 * 10**17, dtype=np.int64)
    assert total(large) == 36 * 10**18
    assert total(-large) == -36 * 10**18
    assert total(large[:0]) == 0
    assert total(np.array([3, -5])) == -2


def test_the_largest_amounts_of_one_account_add_up(context: Any) -> None:
    lines = [{"account": 1, "amount": MOST_MONEY, "start": "2024-01-01"} for _ in range(40)]
    book, january = context(lines, "2024-01-31"), month("2024-01")
    mrr = 40 * MOST_MONEY
    for metric, value in ((MetricId.MRR, mrr), (MetricId.ARR, 12 * mrr), (MetricId.NEW_MRR, mrr)):
        assert figure(book, metric, january).value == value
    cells = triangle(book.ledger, CohortKind.REVENUE, PeriodKind.MONTH).cohorts[0].cells
    assert [(cell.part, cell.whole) for cell in cells] == [(mrr, mrr)]


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [((56, 70, 48, 80), 0.0524, 0.3339), ((9, 10, 3, 10), 0.1705, 0.8090), ((0, 10, 0, 20), -0.1611, 0.2775)],
)
def test_difference_of_two_shares(counts: tuple[int, int, int, int], low: float, high: float) -> None:
    bounds = newcombe(*counts)
    assert bounds is not None
    assert [round(bound, 4) for bound in bounds] == [low, high]
    turned = newcombe(*counts[2:], *counts[:2])
    assert turned == (-bounds[1], -bounds[0])


@pytest.mark.parametrize(
    ("group", "whole", "verdict"),
    [
        ((9, 20), (11, 100), Verdict.HIGHER),
        ((0, 60), (20, 100), Verdict.LOWER),
        ((3, 20), (11, 100), Verdict.NO_DIFFERENCE),
        ((9, 9), (11, 100), Verdict.TOO_FEW),
        ((9, 95), (11, 100), Verdict.TOO_FEW),
    ],
)
def test_a_group_against_the_rest(group: tuple[int, int], whole: tuple[int, int], verdict: Verdict) -> None:
    def rate(part: int, of: int) -> Measure:
        return Measure("logo_churn", month("2024-02"), Unit.FRACTION, Fraction(part, of), part, of, of)

    found = against_the_rest(rate(*group), rate(*whole))
    assert found is not None
    assert found.verdict is verdict
    assert found.low < found.difference < found.high


def test_nobody_is_compared_with_nobody() -> None:
    some = Measure("logo_churn", month("2024-02"), Unit.FRACTION, Fraction(1, 2), 10, 20, 20)
    none = Measure("logo_churn", month("2024-02"), Unit.FRACTION, None, 0, 0, 0)
    assert against_the_rest(some, some) is None
    assert against_the_rest(none, some) is None


def test_one_lost_of_twenty(context: Any) -> None:
    book = context([*accounts(19, 10), *accounts(1, 10, first=19, end="2024-02-10")], "2024-02-29")
    churn = figure(book, MetricId.LOGO_CHURN, month("2024-02"))
    assert (churn.value, churn.part, churn.whole, churn.n) == (Fraction(1, 20), 1, 20, 20)
    assert (round(churn.low, 3), round(churn.high, 3)) == (0.009, 0.236)
    assert not churn.too_few
    assert figure(context(accounts(9, 10), "2024-02-29"), MetricId.LOGO_CHURN, month("2024-02")).too_few


def test_annualised_by_compounding(context: Any) -> None:
    book = context([*accounts(19, 10), *accounts(1, 10, first=19, end="2024-02-10")], "2024-03-31")
    year = figure(book, MetricId.ANNUALISED_LOGO_CHURN, month("2024-02"))
    assert year.value == 1 - Fraction(19, 20) ** 12
    assert round(float(year.value), 3) == 0.460
    assert year.low < year.value < year.high
    quarter = figure(book, MetricId.ANNUALISED_LOGO_CHURN, Period(Month.parse("2024-01"), PeriodKind.QUARTER))
    assert quarter.why is Why.NO_BASE


def test_committed_revenue_counts_each_account_once(context: Any) -> None:
    lines = [
        *accounts(3, 100),
        # Ends, and is followed up at a lower price: a downgrade, neither withdrawal nor deal.
        *accounts(1, 100, first=3, end="2024-02-29"),
        *accounts(1, 60, first=3, start="2024-03-01"),
        *accounts(1, 100, first=4, end="2024-02-20"),
        # Signed: a new account, an upgrade, and a visit that is over before the horizon is.
        *accounts(1, 1000, first=5, start="2024-03-01"),
        *accounts(1, 20, first=0, start="2024-02-15"),
        *accounts(1, 70, first=6, start="2024-02-10", end="2024-02-20"),
        # Beyond the horizon.
        *accounts(1, 5000, first=7, start="2024-04-01"),
        # The term ends within it, which alone ends nothing.
        *accounts(1, 100, first=8, term_end="2024-02-29"),
    ]
    book = context(lines, "2024-01-31", "cmrr_days=60")
    bridge = cmrr_bridge(book, month("2024-01"))
    parts = [getattr(bridge, name).value for name in ("mrr", "won", "upgrades", "withdrawals", "downgrades", "cmrr")]
    assert parts == [600, 1000, 20, 100, 40, 1480]
    assert bridge.withdrawals.evidence.ids.tolist() == [4]
    metrics = (MetricId.CMRR_WON, MetricId.CMRR_UPGRADES, MetricId.CMRR_WITHDRAWALS, MetricId.CMRR_DOWNGRADES)
    assert [figure(book, metric, month("2024-01")).value for metric in metrics] == [1000, 20, 100, 40]


def test_a_pause_to_come_is_a_downgrade_and_its_end_to_come_is_won(context: Any) -> None:
    paused = [
        {"account": 1, "amount": 100, "start": "2024-01-01", "end": "2024-02-29"},
        {"account": 1, "amount": 100, "start": "2024-03-01", "end": "2024-05-31", "paused": True},
        {"account": 1, "amount": 100, "start": "2024-06-01"},
    ]
    bridges = [
        cmrr_bridge(context(paused, "2024-04-30", "cmrr_days=60"), month(text)) for text in ("2024-02", "2024-04")
    ]
    assert [(b.won.value, b.upgrades.value, b.withdrawals.value, b.downgrades.value) for b in bridges] == [
        (0, 0, 0, 100),
        (100, 0, 0, 0),
    ]


def test_committed_revenue_worked_example(context: Any) -> None:
    """120 accounts at 60, 1,200 signed and 500 ending: 7,900."""
    lines = [
        *accounts(112, 60),
        *accounts(8, 60, first=112, end="2024-03-15"),
        *accounts(1, 1200, first=300, start="2024-03-01"),
        *accounts(1, 20, first=0, start="2023-01-01", end="2024-02-29"),
    ]
    lines[0]["amount"] = 40
    bridge = cmrr_bridge(context(lines, "2024-01-31"), month("2024-01"))
    assert bridge.mrr.value == 7200
    assert bridge.cmrr.value == 7900


WINBACK = [
    *accounts(1, 100),
    *accounts(1, 50, first=1, end="2024-02-29"),
    {"account": 2, "amount": 30, "start": "2024-01-01", "end": "2024-01-31"},
    {"account": 2, "amount": 40, "start": "2024-03-05"},
    {"account": 3, "amount": 70, "start": "2024-03-05"},
]


def test_winbacks_may_make_up_for_losses(context: Any) -> None:
    house, offset = (context(WINBACK, "2024-03-31", rules) for rules in ("house", "reactivation_offsets=yes"))
    assert figure(house, MetricId.NET_MRR_CHURN, month("2024-03")).value == Fraction(50, 150)
    with_offset = figure(offset, MetricId.NET_MRR_CHURN, month("2024-03"))
    assert with_offset.value == Fraction(10, 150)
    assert with_offset.evidence.part.sum() == 10 * 55_440


def test_new_accounts_in_the_base_by_choice(context: Any) -> None:
    lines = [*accounts(3, 10), {"account": 9, "amount": 10, "start": "2024-04-05", "end": "2024-05-20"}]
    quarter = Period(Month.parse("2024-04"), PeriodKind.QUARTER)
    house, wider = (context(lines, "2024-06-30", rules) for rules in ("house", "denominator=start_and_new"))
    assert figure(house, MetricId.LOGO_CHURN, quarter).value == 0
    churn = figure(wider, MetricId.LOGO_CHURN, quarter)
    assert (churn.value, churn.base) == (Fraction(1, 4), Denominator.START_AND_NEW)
    assert figure(wider, MetricId.LOGO_RETENTION, quarter).base is Denominator.START_AND_NEW
    assert figure(house, MetricId.LOGO_CHURN, quarter).base is Denominator.START


def test_ratios_of_movements(context: Any) -> None:
    book = context(WINBACK, "2024-03-31")
    quick = figure(book, MetricId.QUICK_RATIO, month("2024-03"))
    assert (quick.value, quick.part, quick.whole) == (Fraction(110, 50), 110, 50)
    assert figure(book, MetricId.GROWTH_FROM_EXISTING, month("2024-03")).value == Fraction(40, 110)
    none = figure(context(accounts(2, 5), "2024-02-29"), MetricId.QUICK_RATIO, month("2024-02"))
    assert (none.value, none.why) == (None, Why.NO_LOSS)
    flat = figure(context(accounts(2, 5), "2024-02-29"), MetricId.GROWTH_FROM_EXISTING, month("2024-02"))
    assert (flat.value, flat.why) == (None, Why.NO_BASE)


def test_growth_counts_new_business_and_losses(context: Any) -> None:
    growth = figure(context(WINBACK, "2024-03-31"), MetricId.MRR_GROWTH, month("2024-03"))
    spell = context(WINBACK, "2024-03-31").spell(month("2024-03"))
    before, after = int(spell.before.mrr.sum()), int(spell.after.mrr.sum())
    assert growth.value == Fraction(after - before, before)
    assert growth.value == Fraction(110 - 50, int(growth.whole))
    assert figure(context(accounts(2, 5), "2024-01-31"), MetricId.MRR_GROWTH, month("2024-01")).why is Why.NO_BASE


def test_a_quarter_is_the_sum_of_its_months_and_its_rates_run_end_to_end(context: Any) -> None:
    lines = [
        *accounts(4, 10, start="2023-12-01"),
        {"account": 4, "amount": 10, "start": "2023-12-01", "end": "2024-01-20"},
        {"account": 4, "amount": 10, "start": "2024-03-01"},
        {"account": 5, "amount": 10, "start": "2024-01-01", "end": "2024-02-10"},
    ]
    book, quarter = context(lines, "2024-03-31"), Period(Month.parse("2024-01"), PeriodKind.QUARTER)
    assert figure(book, MetricId.CHURNED_ACCOUNTS, quarter).value == 2
    assert figure(book, MetricId.CHURNED_MRR, quarter).value == 20
    assert figure(book, MetricId.LOGO_CHURN, quarter).value == 0
    assert figure(book, MetricId.NET_REVENUE_RETENTION, quarter).value == 1
    lines.append({"account": 0, "amount": 5, "start": "2024-01-01", "end": "2024-01-31"})
    lines.append({"account": 0, "amount": 5, "start": "2024-03-01"})
    twice = figure(context(lines, "2024-03-31"), MetricId.EXPANDED_ACCOUNTS, quarter)
    assert (twice.value, twice.n, twice.evidence.part.tolist()) == (2, 1, [2])


def test_regrettable_churn_needs_a_judgement(context: Any) -> None:
    lines = [*accounts(2, 10), *accounts(2, 10, first=2, end="2024-02-10")]
    fits = [{"account": n, "name": "x", "fit": fit} for n, fit in enumerate(["", "poor", "good", "poor"])]
    book = context(lines, "2024-02-29", accounts=fits)
    churn = figure(book, MetricId.REGRETTABLE_LOGO_CHURN, month("2024-02"))
    assert (churn.part, churn.whole) == (1, 4)
    unknown = figure(context(lines, "2024-02-29"), MetricId.REGRETTABLE_LOGO_CHURN, month("2024-02"))
    assert unknown.why is Why.NO_DATA


def test_churn_by_what_is_known_of_its_reason(context: Any) -> None:
    """Of five accounts four left: one merged away, one stated its reason, one is marked unknown, one said nothing."""
    lines = [
        *accounts(1, 10),
        {"account": 1, "amount": 10, "start": "2023-01-01", "end": "2024-02-10", "reason": "unavoidable"},
        {"account": 2, "amount": 10, "start": "2023-01-01", "end": "2023-12-31", "reason": "unavoidable"},
        {"account": 2, "amount": 10, "start": "2024-01-01", "end": "2024-02-10", "reason": "stated"},
        {"account": 3, "amount": 10, "start": "2023-01-01", "end": "2024-02-10", "reason": "unknown"},
        {"account": 4, "amount": 10, "start": "2023-01-01", "end": "2024-02-10"},
    ]
    book, february = context(lines, "2024-02-29"), month("2024-02")
    avoidable = figure(book, MetricId.AVOIDABLE_LOGO_CHURN, february)
    silent = figure(book, MetricId.SILENT_LOGO_CHURN, february)
    assert (avoidable.part, avoidable.whole, avoidable.evidence.ids[avoidable.evidence.part > 0].tolist()) == (
        3,
        5,
        [2, 3, 4],
    )
    assert (silent.part, silent.whole, silent.evidence.ids[silent.evidence.part > 0].tolist()) == (2, 5, [3, 4])
    plain = context([*accounts(2, 10), *accounts(1, 10, first=2, end="2024-02-10")], "2024-02-29")
    assert figure(plain, MetricId.AVOIDABLE_LOGO_CHURN, february).why is Why.NO_DATA
    assert figure(plain, MetricId.SILENT_LOGO_CHURN, february).part == 1


def test_net_score_margin() -> None:
    """10 promoters, 6 passives and 4 detractors: +30 give or take 34. Five that are all alike settle nothing."""
    assert round(100 * net_margin([1] * 10 + [0] * 6 + [-1] * 4, [1] * 20)) == 34
    assert round(100 * net_margin([1] * 5, [1] * 5)) == 87


def test_arr_of_a_large_book_is_exact_and_ratios_are_made_of_money(context: Any) -> None:
    book = context(accounts(40, 10**12), "2024-02-29")
    assert figure(book, MetricId.ARR, month("2024-02")).value == 12 * 40 * 10**12
    assert figure(book, MetricId.QUICK_RATIO, month("2024-02")).made_in == (Unit.MONEY, Unit.MONEY)
