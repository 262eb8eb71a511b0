"""Who need not have left, why they left, and first renewals."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import split
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.leaving import churn_by_reason
from csdesk.models.months import Month, Period, PeriodKind

QUARTER = Period.holding(Month.parse("2024-01"), PeriodKind.QUARTER)
_LINE = {"start": "2023-01-01", "amount": 100}
LINES = [
    _LINE | {"account": 1, "end": "2024-01-31", "reason": "rival", "amount": 500},
    _LINE | {"account": 2, "end": "2024-02-29", "reason": "unavoidable"},
    _LINE | {"account": 3, "end": "2024-03-01", "reason": "unknown", "amount": 200},
    _LINE | {"account": 4, "end": "2024-03-30", "reason": "rival"},
    _LINE | {"account": 5, "end": "2024-03-15"},
    *(_LINE | {"account": at} for at in range(6, 11)),
]
FIT = [{"account": at, "fit": "good" if at in {1, 2, 9} else "poor"} for at in range(1, 11)]


@pytest.fixture(scope="module")
def book(context: Callable[..., Any]) -> Any:
    return context(LINES, "2024-06-30", accounts=FIT)


@pytest.mark.parametrize(
    ("metric", "part", "whole"),
    [
        (MetricId.AVOIDABLE_LOGO_CHURN, 4, 10),
        (MetricId.SILENT_LOGO_CHURN, 2, 10),
        (MetricId.REGRETTABLE_LOGO_CHURN, 2, 10),
        (MetricId.LOST_MRR_RATE, 1000, 1500),
        (MetricId.AVOIDABLE_MRR_CHURN, 900, 1500),
        (MetricId.SILENT_MRR_CHURN, 300, 1500),
        (MetricId.REGRETTABLE_MRR_CHURN, 600, 1500),
        (MetricId.UPSELL_RATE, 0, 10),
    ],
)
def test_by_accounts_and_by_mrr(book: Any, metric: MetricId, part: int, whole: int) -> None:
    measure = figure(book, metric, QUARTER)
    assert (measure.part, measure.whole, measure.value) == (part, whole, Fraction(part, whole))


def test_reasons_share_out_the_churn_and_the_unknown_come_last(book: Any) -> None:
    rows = churn_by_reason(book, QUARTER)
    assert [(n.group, n.part, n.whole, money.part) for n, money in rows] == [
        ("rival", 2, 5, 600),
        ("unavoidable", 1, 5, 100),
        ("", 2, 5, 300),
    ]
    churn = figure(book, MetricId.LOGO_CHURN, QUARTER)
    assert sum(n.part for n, _ in rows) == churn.part
    assert sum(n.value for n, _ in rows) == sum(money.value for _, money in rows) == 1
    ids, shares = rows[0][0].evidence.ids.tolist(), rows[0][0].evidence.part.tolist()
    assert [account for account, part in zip(ids, shares, strict=True) if part] == [1, 4]
    assert churn_by_reason(book, QUARTER.next) == ()
    also = churn_by_reason(book, QUARTER, {"rival", "price"})
    assert [(n.group, n.part) for n, _ in also] == [("rival", 2), ("unavoidable", 1), ("price", 0), ("", 2)]


def test_nothing_is_said_where_nobody_can_be_told_apart(context: Callable[..., Any]) -> None:
    bare = context([_LINE | {"account": 1, "end": "2024-02-29"}], "2024-06-30")
    for metric in (MetricId.REGRETTABLE_MRR_CHURN, MetricId.AVOIDABLE_MRR_CHURN, MetricId.AVOIDABLE_LOGO_CHURN):
        assert figure(bare, metric, QUARTER).why is Why.NO_DATA
    assert figure(bare, MetricId.SILENT_MRR_CHURN, QUARTER).value == 1


def test_upsell_counts_accounts_that_pay_more(context: Callable[..., Any]) -> None:
    rows = [*LINES, {"account": 6, "product": 2, "start": "2024-02-01", "amount": 5}]
    assert figure(context(rows, "2024-06-30"), MetricId.UPSELL_RATE, QUARTER).part == 1
    late = [*LINES, {"account": 11, "start": "2024-02-01", "amount": 5}]
    assert figure(context(late, "2024-06-30"), MetricId.UPSELL_RATE, QUARTER).value == 0, "new ones have no start"


# -- renewals ------------------------------------------------------------------------------------------------------

YEAR = {"start": "2023-02-01", "term_end": "2024-01-31", "amount": 100, "auto_renew": True}
RENEWALS = [
    YEAR | {"account": 1, "end": "2024-01-31"},
    YEAR | {"account": 2},
    YEAR | {"account": 3, "start": "2022-02-01", "term_end": "2023-01-31", "end": "2024-01-31"},
    YEAR | {"account": 4, "start": "2023-05-01", "term_end": "2024-04-30"},
    YEAR | {"account": 5, "opening": True},
    YEAR | {"account": 6, "start": "2019-02-01"},
    YEAR | {"account": 7, "end": "2023-11-30"},
    YEAR | {"account": 8, "auto_renew": False},
]
REPS = [{"account": at, "sales_rep": "Sato" if at % 2 else "Mori"} for at in range(1, 9)]


def test_first_renewals_count_only_those_that_came_due(context: Callable[..., Any]) -> None:
    book = context(RENEWALS, "2024-03-31", accounts=REPS)
    first = figure(book, MetricId.FIRST_RENEWAL_CHURN, QUARTER)
    assert first.evidence.ids.tolist() == [1, 2, 8], "not the second term of 3, nor what nobody saw begin"
    assert (first.part, first.whole) == (1, 3)
    every = figure(book, MetricId.RENEWAL_CHURN, QUARTER)
    assert every.evidence.ids.tolist() == [1, 2, 3, 5, 6, 8]
    for churn, kept in (
        (MetricId.FIRST_RENEWAL_CHURN, MetricId.FIRST_RENEWAL_RATE),
        (MetricId.RENEWAL_CHURN, MetricId.RENEWAL_RATE),
    ):
        assert figure(book, churn, QUARTER).value + figure(book, kept, QUARTER).value == 1


def test_first_renewals_by_sales_rep(context: Callable[..., Any]) -> None:
    groups = split(context(RENEWALS, "2024-03-31", accounts=REPS), "sales_rep")
    told = {part.group: figure(part, MetricId.FIRST_RENEWAL_RATE, QUARTER) for part in groups}
    assert {name: (rate.part, rate.whole) for name, rate in told.items()} == {"Mori": (2, 2), "Sato": (0, 1)}
    assert all(rate.too_few for rate in told.values())


def test_no_term_end_no_first_renewal(context: Callable[..., Any]) -> None:
    bare = figure(context([_LINE | {"account": 1}], "2024-03-31"), MetricId.FIRST_RENEWAL_RATE, QUARTER)
    assert (bare.metric, bare.why) == (MetricId.FIRST_RENEWAL_RATE, Why.NO_DATA)
