"""Won deals in CMRR: as the contract lines that they will be, once, and none that is not won."""

from typing import Any

import pytest

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.money import TICKS
from csdesk.models.months import Month, Period

JANUARY = Period(Month.parse("2025-01"))
PAYING = {"account": 1, "amount": 100, "start": "2024-01-01"}
STEPS = (
    MetricId.CMRR_WON,
    MetricId.CMRR_UPGRADES,
    MetricId.CMRR_WITHDRAWALS,
    MetricId.CMRR_DOWNGRADES,
    MetricId.CMRR,
)


def deal(account: int, mrr: int, start: str = "2025-03-01", **more: Any) -> dict[str, Any]:
    base = {"deal": 9, "account": account, "product": 2, "mrr": mrr * TICKS, "start": start, "closed": "2025-01-15"}
    return base | more


def bridge(book: Any) -> list[int]:
    return [figure(book, step, JANUARY).value for step in STEPS]


def test_a_won_deal_is_signed_business(context: Any) -> None:
    """120 accounts x 60, +1,200 signed, -500 ending: 7,900."""
    lines = [{"account": n, "amount": 60, "start": "2024-01-01"} for n in range(120)]
    lines.append({"account": 500, "amount": 500, "start": "2024-01-01", "end": "2025-02-10"})
    book = context(lines, "2025-01-31", deals=[deal(600, 1000), deal(3, 200)])
    assert bridge(book) == [1000, 200, 500, 0, 7200 + 1200]
    assert figure(book, MetricId.CMRR_WON, JANUARY).evidence.ids.tolist() == [600]


@pytest.mark.parametrize(
    "more",
    [
        {"start": "2025-01-31"},
        {"start": "2025-05-02"},
        {"closed": "2025-02-01"},
        {"mrr": 0},
        {"contracted": True},
    ],
    ids=["began", "beyond the horizon", "not won yet", "no amount", "a line bears its id"],
)
def test_what_is_no_commitment_is_not_in_it(context: Any, more: dict[str, Any]) -> None:
    assert bridge(context([PAYING], "2025-01-31", deals=[deal(2, 40) | more])) == [0, 0, 0, 0, 100]


def test_a_deal_whose_day_of_winning_is_not_known_is_won(context: Any) -> None:
    assert bridge(context([PAYING], "2025-01-31", deals=[deal(2, 40, closed=None)])) == [40, 0, 0, 0, 140]


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ({"product": 2, "start": "2025-03-01"}, 40),
        ({"product": 2, "start": "2025-02-10"}, 40),
        ({"product": -1, "start": "2025-03-01"}, 40),
        ({"product": 3, "start": "2025-03-01"}, 80),
        ({"product": 2, "start": "2025-04-02"}, 80),
    ],
    ids=["its line", "some days earlier", "a product not known", "another product", "another month"],
)
def test_nothing_is_counted_twice_once_its_line_is_in(context: Any, line: dict[str, Any], counted: int) -> None:
    book = context([PAYING, {"account": 2, "amount": 40, **line}], "2025-01-31", deals=[deal(2, 40)])
    assert bridge(book) == [counted, 0, 0, 0, 100 + counted]


def test_a_deal_that_renews_a_contract_takes_its_place(context: Any) -> None:
    ends = {"account": 1, "amount": 100, "product": 2, "start": "2024-03-01", "term_end": "2025-02-28"}
    for amount, steps in ((130, [0, 30, 0, 0, 130]), (80, [0, 0, 0, 20, 80]), (100, [0, 0, 0, 0, 100])):
        assert bridge(context([ends], "2025-01-31", deals=[deal(1, amount)])) == steps


def test_groups_share_out_the_deals(context: Any) -> None:
    accounts = [{"account": 1, "tier": "low"}, {"account": 2, "tier": "high"}]
    lines = [PAYING, {"account": 2, "amount": 7, "product": 1, "start": "2024-01-01"}]
    book = context(lines, "2025-01-31", accounts=accounts, deals=[deal(1, 40, plan="L")])
    by_tier = figures(book, [MetricId.CMRR], [JANUARY], "tier")
    assert {m.group: m.value for m in by_tier} == {"high": 7, "low": 140}
    by_product = figures(book, [MetricId.CMRR], [JANUARY], "product")
    assert {m.group: m.value for m in by_product} == {"1": 107, "2": 40}
    by_plan = figures(book, [MetricId.CMRR], [JANUARY], "plan")
    assert {m.group: m.value for m in by_plan} == {"": 107, "L": 40}
