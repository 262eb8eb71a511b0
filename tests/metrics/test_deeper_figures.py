"""Who grows and by how much, discounts, fit and referrals, by worked example."""

from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.catalogue import figure
from csdesk.metrics.intervals import mean_interval
from csdesk.metrics.measure import Unit, Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.discounts import discounted, first_renewal_cuts
from csdesk.models.money import TICKS
from csdesk.models.months import Month, Period, PeriodKind

YEAR = Period(Month.parse("2025-01"), PeriodKind.YEAR)
DECEMBER = Period(Month.parse("2025-12"))


def line(account: int, amount: int, start: str = "2024-01-01", **more: Any) -> dict[str, Any]:
    """A contract line; `list` is its price before the discount."""
    told = {"gross": more.pop("list") * TICKS} if "list" in more else {}
    return {"account": account, "amount": amount, "start": start, **told, **more}


def test_the_share_of_customers_that_expanded(context: Any) -> None:
    """Once is enough, also where it was lost again; who was new, or came back, is not of the cohort."""
    lines = [
        *(line(1, 100), line(1, 10, "2025-03-01", product=2), line(1, 10, "2025-06-01", product=3)),
        *(line(2, 50, end="2025-03-31"), line(2, 80, "2025-04-01", end="2025-05-31"), line(2, 40, "2025-06-01")),
        line(3, 70),
        *(line(4, 10, end="2024-06-30"), line(4, 20, "2025-02-01"), line(4, 5, "2025-04-01", product=2)),
        *(line(5, 9, "2025-02-01"), line(5, 9, "2025-03-01", product=2)),
    ]
    found = figure(context(lines, "2025-12-31"), MetricId.EXPANDED_SHARE, YEAR)
    assert (found.part, found.whole, found.value) == (2, 3, Fraction(2, 3))
    assert found.too_few
    assert found.low == pytest.approx(0.2077, abs=1e-4)
    assert dict(zip(found.evidence.ids.tolist(), found.evidence.part.tolist(), strict=True)) == {1: 1, 2: 1, 3: 0}


def test_size_after_three_years_against_the_first(context: Any) -> None:
    lines = [
        *(line(1, 100, "2022-12-05"), line(1, 60, "2024-01-01", product=2)),
        line(2, 50, "2022-01-01"),
        line(3, 500, "2023-01-01"),
        line(4, 70, "2020-01-01", end="2024-12-31"),
        line(5, 30, "2021-01-01", opening=True),
        line(6, 0, "2021-01-01", logo=True),
    ]
    found = figure(context(lines, "2025-12-31"), MetricId.SIZE_AFTER_THREE_YEARS, DECEMBER)
    assert (found.part, found.whole, found.value, found.n) == (210, 150, Fraction(7, 5), 2)
    assert found.unit is Unit.RATIO
    assert figure(context(lines, "2022-12-31"), MetricId.SIZE_AFTER_THREE_YEARS, DECEMBER).value is None
    young = context([line(1, 10)], "2025-12-31")
    assert figure(young, MetricId.SIZE_AFTER_THREE_YEARS, DECEMBER).why is Why.NO_DATA


@pytest.mark.parametrize("rules", ["house", "discounts=gross"])
def test_discounts_in_force(context: Any, rules: str) -> None:
    lines = [
        line(1, 80, list=100),
        line(2, 50, list=100, discount_end="2025-06-30"),
        line(3, 60, list=100, paused=True),
        line(4, 0, list=100, logo=False),
        line(5, 40),
    ]
    book = context(lines, "2025-12-31", rules)
    may = Period(Month.parse("2025-05"))
    assert figure(book, MetricId.DISCOUNT_MRR, may).value == 70
    assert figure(book, MetricId.DISCOUNT_RATE, may).value == Fraction(70, 240)
    assert figure(book, MetricId.DISCOUNT_MRR, DECEMBER).value == 20
    assert figure(book, MetricId.DISCOUNT_RATE, DECEMBER).value == Fraction(20, 240)
    assert [discounted(book, book.ledger.day_of(month)).tolist() for month in (may, DECEMBER)] == [[0, 1], [0]]


def renewed(account: int, before: int, after: int, **more: Any) -> list[dict[str, Any]]:
    first = line(account, before, list=100, term_end="2024-12-31")
    return [first, line(account, after, "2025-01-01", list=100, term_end="2025-12-31", **more)]


def test_the_discount_cut_at_the_first_renewal(context: Any) -> None:
    lines = [
        *renewed(1, 70, 90),
        *renewed(2, 80, 80),
        *renewed(3, 100, 95),
        *renewed(4, 100, 100),
        line(5, 60, list=100, term_end="2024-12-31", end="2024-12-31"),
        line(6, 60, list=100, term_end="2024-12-31"),
        line(7, 50, list=100, term_end="2024-12-31", auto_renew=True),
        *(row | {"opening": True} for row in renewed(8, 10, 90)),
        line(9, 60, list=100, discount_end="2024-12-31", term_end="2024-12-31", auto_renew=True),
    ]
    book = context(lines, "2025-12-15")
    cuts = {account: cut for account, (_, cut) in first_renewal_cuts(book, book.ledger.cutoff).items()}
    assert cuts == {
        1: Fraction(20, 100), 2: 0, 3: Fraction(-5, 100), 7: 0, 9: Fraction(40, 100),
    }  # fmt: skip
    found = figure(book, MetricId.FIRST_RENEWAL_DISCOUNT_CUT, DECEMBER)
    assert (found.value, found.n, found.unit) == (11, 5, Unit.PERCENTAGE_POINTS)
    assert found.low is not None
    assert found.low < 11 < found.high
    early = Period(Month.parse("2024-11"))
    assert figure(book, MetricId.FIRST_RENEWAL_DISCOUNT_CUT, early).why is Why.NO_DATA


def test_the_interval_of_a_mean() -> None:
    """Of 1 to 10: 5.5, and 2.262 x 3.028 / 10^0.5 either way."""
    low, high = mean_interval([float(n) for n in range(1, 11)]) or (0, 0)
    assert (low, high) == pytest.approx((3.334, 7.666), abs=2e-3)
    assert mean_interval([1.0, 2.0, 3.0]) is None
    assert mean_interval([2.0] * 4) == (2.0, 2.0)


def test_churn_of_customers_who_should_not_have_been(context: Any) -> None:
    ends = {"end": "2025-03-31"}
    lines = [line(1, 30, **ends), line(2, 60, **ends), line(3, 10, **ends), line(4, 500)]
    fits = [{"account": 1, "fit": "poor"}, {"account": 2, "fit": "good"}, {"account": 3}, {"account": 4, "fit": "poor"}]
    found = figure(context(lines, "2025-12-31", accounts=fits), MetricId.POOR_FIT_CHURN_SHARE, YEAR)
    assert (found.part, found.whole, found.value) == (30, 100, Fraction(3, 10))
    assert figure(context(lines, "2025-12-31"), MetricId.POOR_FIT_CHURN_SHARE, YEAR).why is Why.NO_DATA
    calm = context([line(4, 500)], "2025-12-31", accounts=fits[3:])
    assert figure(calm, MetricId.POOR_FIT_CHURN_SHARE, YEAR).why is Why.NO_BASE


def test_customers_bring_customers(context: Any) -> None:
    """A name is known in other width and case; who is no customer, and an account's own name, bring nobody."""
    accounts = [
        {"account": 1, "name": "Maple"},
        {"account": 2, "name": "Harbor", "referred_by": " ＭAPLE "},
        {"account": 3, "name": "Willow", "referred_by": "A friend"},
        {"account": 4, "name": "Ember", "referred_by": "ember"},
    ]
    lines = [line(1, 100), line(2, 40), line(3, 50), line(4, 10)]
    book = context(lines, "2025-12-31", accounts=accounts)
    assert figure(book, MetricId.REFERRED_MRR, DECEMBER).value == 40
    assert figure(book, MetricId.REFERRED_SHARE, DECEMBER).value == Fraction(1, 5)
    assert figure(context(lines, "2025-12-31"), MetricId.REFERRED_SHARE, DECEMBER).why is Why.NO_DATA
