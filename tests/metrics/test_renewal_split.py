"""The MRR that came up for renewal, shared out by what became of it."""

from typing import Any

import pytest

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.entries.renewals import RENEWAL_ENDS
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import Month, Period, PeriodKind

JANUARY = Period(Month.parse("2025-01"))
TERM = {"start": "2024-02-01", "term_end": "2025-01-31"}
NEXT = {"start": "2025-02-01", "term_end": "2026-01-31"}
AS_IS, UPGRADED, DOWNGRADED, WITHDRAWN, UNDECIDED = RENEWAL_ENDS


def ends(book: Any, period: Period = JANUARY) -> dict[MetricId, int]:
    """The ends that anything came to."""
    found = {metric: figure(book, metric, period).value for metric in RENEWAL_ENDS}
    assert sum(found.values()) == figure(book, MetricId.RENEWAL_MRR_DUE, period).value
    return {metric: value for metric, value in found.items() if value}


def old(account: int, amount: int, **more: Any) -> dict[str, Any]:
    return {"account": account, "amount": amount, **TERM, **more}


def new(account: int, amount: int, **more: Any) -> dict[str, Any]:
    return {"account": account, "amount": amount, **NEXT, **more}


def test_each_end_by_what_is_paid_the_day_after(context: Any) -> None:
    lines = [
        *(old(1, 100), new(1, 100)),
        *(old(2, 200), new(2, 250)),
        *(old(3, 400), new(3, 300)),
        old(4, 800, end="2025-01-31"),
        old(5, 1600),
        old(6, 3200, auto_renew=True),
        {"account": 7, "amount": 5, "start": "2024-02-01", "term_end": "2025-02-28"},
    ]
    book = context(lines, "2025-03-31")
    assert ends(book) == {
        AS_IS: 100 + 3200,
        UPGRADED: 200,
        DOWNGRADED: 400,
        WITHDRAWN: 800,
        UNDECIDED: 1600,
    }
    metrics = (
        MetricId.RENEWAL_CONTRACTS_DUE,
        MetricId.RENEWALS,
        MetricId.RENEWAL_GAINED_MRR,
        MetricId.RENEWAL_REDUCED_MRR,
    )
    assert [figure(book, metric, JANUARY).value for metric in metrics] == [6, 4, 50, 100]
    opened = figure(book, MetricId.RENEWAL_WITHDRAWN_MRR, JANUARY).evidence
    assert opened.ids.tolist() == [4]


def test_a_product_dropped_at_renewal_is_a_downgrade_of_who_stays(context: Any) -> None:
    lines = [old(1, 100, end="2025-01-31", product=1), old(1, 50, product=2), new(1, 50, product=2)]
    book = context(lines, "2025-03-31")
    assert ends(book) == {DOWNGRADED: 150}
    assert figure(book, MetricId.RENEWAL_REDUCED_MRR, JANUARY).value == 100, "once, however many lines came up"
    by_product = figures(book, RENEWAL_ENDS, [JANUARY], "product")
    assert {(m.group, m.metric): m.value for m in by_product if m.value} == {
        ("1", WITHDRAWN): 100,
        ("2", AS_IS): 50,
    }


@pytest.mark.parametrize("begins", ["2025-01-20", "2025-02-01", "2025-02-20"])
@pytest.mark.parametrize(("amount", "end"), [(100, AS_IS), (120, UPGRADED), (80, DOWNGRADED)])
def test_a_renewal_may_begin_early_or_late(context: Any, begins: str, amount: int, end: MetricId) -> None:
    """While both lines run they are both counted; neither is an upgrade for that."""
    book = context([old(1, 100), new(1, amount) | {"start": begins}], "2025-03-31")
    assert ends(book) == {end: 100}


def test_a_line_that_renews_itself_every_month_comes_up_every_month(context: Any) -> None:
    monthly = {"account": 1, "amount": 10, "start": "2024-11-01", "term_end": "2024-11-30", "auto_renew": True}
    book = context([monthly], "2025-04-15")
    quarter = Period(Month.parse("2025-01"), PeriodKind.QUARTER)
    assert ends(book, quarter) == {AS_IS: 30}
    assert figure(book, MetricId.RENEWALS, quarter).value == 3


def test_a_term_is_not_up_before_it_is_over(context: Any) -> None:
    """On its last day nothing is known, unless the next line, or the end, is."""
    waiting, signed, leaving = old(1, 100), (old(2, 10), new(2, 10)), old(3, 1, end="2025-01-31")
    lines = [waiting, *signed, leaving]
    assert ends(context(lines, "2025-01-30")) == {}
    assert ends(context(lines, "2025-01-31")) == {AS_IS: 10, WITHDRAWN: 1}
    assert ends(context(lines, "2025-02-01")) == {AS_IS: 10, WITHDRAWN: 1, UNDECIDED: 100}
