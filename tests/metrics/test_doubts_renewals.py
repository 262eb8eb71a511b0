"""Doubtful lines, and renewals with their outcome."""

from datetime import date
from fractions import Fraction
from typing import Any

from csdesk.metrics.catalogue import figure
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.renewals import RenewalState, renewals_due
from csdesk.metrics.revenue.doubts import DoubtKind, doubts
from csdesk.models.money import TICKS
from csdesk.models.months import Month, Period, PeriodKind

MARCH = Period(Month.parse("2024-03"))


def found(book: Any, period: Period = MARCH) -> list[tuple[str, int, str, int, Fraction]]:
    return [
        (doubt.kind.value, doubt.account, doubt.on.isoformat(), doubt.days, doubt.mrr)
        for doubt in doubts(book.ledger, book.frames.spans, book.frames.invoices, period)
    ]


def line(account: int, start: str, end: str | None = None, **more: Any) -> dict[str, Any]:
    return {"account": account, "amount": 100, "start": start, "end": end or "NaT", **more}


def test_doubts(context: Any) -> None:
    lines = [
        line(1, "2023-01-01", "2023-12-31"),
        line(1, "2024-01-31"),
        line(2, "2023-01-01", "2023-12-31"),
        line(2, "2024-02-02"),
        line(3, "2024-01-01", "2024-02-10"),
        line(3, "2024-02-01", amount=120),
        line(3, "2024-02-01", product=2),
        line(4, "2023-03-01", term_end="2024-02-29"),
        line(5, "2024-03-02", "2024-03-05"),
        line(6, "2024-01-01", "2024-04-30"),
        line(6, "2024-05-10"),
    ]
    book = context(lines, "2024-03-31")
    assert found(book) == [
        ("gap", 1, "2024-01-01", 30, 100),
        ("overlap", 3, "2024-02-01", 10, 120),
        ("undecided", 4, "2024-02-29", 31, 100),
        ("joined_and_lost", 5, "2024-03-02", 4, 100),
    ]
    bridged = context(lines, "2024-03-31", "gap_days=30")
    assert DoubtKind.GAP not in {kind for kind, *_ in found(bridged)}


def test_overlaps_that_run_on_count_up_to_the_day(context: Any) -> None:
    book = context([line(1, "2024-01-01"), line(1, "2024-03-01"), line(1, "2024-06-01")], "2024-03-31")
    assert found(book) == [("overlap", 1, "2024-03-01", 31, 100)]


def bill(account: int, due: str, paid: str | None = None, amount: int = 100, paid_amount: int = 0) -> dict[str, Any]:
    return {"account": account, "due": due, "paid": paid or "NaT", "amount": amount, "paid_amount": paid_amount}


def test_who_pays_late_is_flagged_and_counted(context: Any) -> None:
    lines = [
        line(1, "2024-01-01", past_due=True),
        line(2, "2024-01-01"),
        line(3, "2024-01-01"),
        line(4, "2024-01-01", past_due=True),
        line(5, "2024-01-01", "2024-02-29"),
    ]
    invoices = [
        bill(1, "2024-03-10"),
        bill(1, "2024-02-10", paid="2024-04-02"),
        bill(2, "2024-03-01", paid="2024-03-05", paid_amount=100),
        bill(2, "2024-03-31"),
        bill(3, "2024-03-20", paid_amount=40),
        bill(5, "2024-01-31"),
    ]
    book = context(lines, "2024-03-31", invoices=invoices)
    assert found(book) == [
        ("past_due", 1, "2024-02-10", 50, 100),
        ("past_due", 3, "2024-03-20", 11, 100),
        ("past_due", 4, "2024-03-31", 0, 100),
    ]
    assert figure(book, MetricId.MRR, MARCH).value == 400


def test_invoices_without_a_word_on_payments_flag_nobody(context: Any) -> None:
    assert found(context([line(1, "2024-01-01")], "2024-03-31", invoices=[bill(1, "2024-02-01")])) == []


def test_nothing_to_doubt(context: Any) -> None:
    assert found(context([line(1, "2024-01-01", "2024-02-29"), line(1, "2024-03-01")], "2024-03-31")) == []
    assert found(context([], "2024-03-31")) == []


def test_renewals(context: Any) -> None:
    term = {"term_end": "2024-03-31"}
    lines = [
        line(1, "2023-04-01", **term),
        line(2, "2023-04-01", "2024-03-31", **term),
        line(3, "2023-04-01", **term),
        line(3, "2024-04-01", term_end="2025-03-31", amount=300),
        line(4, "2023-04-01", "2024-01-15", **term),
        line(5, "2023-04-01", term_end="2024-05-15"),
        line(6, "2023-04-01", term_end="2024-07-15"),
        line(7, "2023-04-01", "2024-03-31", product=1, **term),
        line(7, "2023-04-01", product=2),
    ]
    book = context(lines, "2024-05-10")
    renewals = renewals_due(book.ledger, book.frames.spans, date(2024, 3, 1), date(2024, 6, 30))
    assert [(r.line, r.account, r.on.isoformat(), r.mrr, r.state) for r in renewals] == [
        (0, 1, "2024-03-31", 100, RenewalState.UNDECIDED),
        (1, 2, "2024-03-31", 100, RenewalState.ENDING),
        (2, 3, "2024-03-31", 100, RenewalState.RENEWED),
        (7, 7, "2024-03-31", 100, RenewalState.RENEWED),
        (4 + 1, 5, "2024-05-15", 100, RenewalState.DUE),
    ]
    churn = figure(book, MetricId.RENEWAL_CHURN, MARCH)
    assert (churn.value, churn.evidence.ids.tolist(), churn.evidence.part.tolist()) == (
        Fraction(1, 4),
        [1, 2, 3, 7],
        [0, 1, 0, 0],
    )
    assert figure(book, MetricId.RENEWAL_CHURN, Period(Month.parse("2024-05"))).why is Why.NO_BASE
    assert figure(book, MetricId.RENEWAL_CHURN, Period(Month.parse("2024-01"), PeriodKind.QUARTER)).whole == 4


def test_a_discount_that_ends_does_not_renew_its_line(context: Any) -> None:
    book = context(
        [
            line(1, "2024-01-01", term_end="2024-12-31", gross=200 * TICKS, discount_end="2024-12-31"),
            line(2, "2024-01-01", term_end="2024-12-31", gross=200 * TICKS, discount_end="2024-06-30"),
        ],
        "2024-11-30",
    )
    between = (book.ledger, book.frames.spans, date(2024, 12, 1), date(2025, 2, 28))
    due = renewals_due(*between, (RenewalState.DUE,))
    assert [(renewal.account, renewal.on, renewal.mrr) for renewal in due] == [
        (1, date(2024, 12, 31), 100),
        (2, date(2024, 12, 31), 200),
    ]
    assert renewals_due(*between, (RenewalState.RENEWED, RenewalState.ENDING)) == ()


def test_renewal_churn_needs_term_ends(context: Any) -> None:
    assert figure(context([line(1, "2024-01-01")], "2024-03-31"), MetricId.RENEWAL_CHURN, MARCH).why is Why.NO_DATA
