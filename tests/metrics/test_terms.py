"""Lines that renew themselves: the term in force, the renewals that were due, and nothing left undecided."""

from datetime import date
from typing import Any

import pytest

from csdesk.metrics.catalogue import figure
from csdesk.metrics.engine.days import OPEN, as_date, day_number, day_numbers
from csdesk.metrics.engine.terms import terms_of
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.renewals import RenewalState, renewals_due
from csdesk.metrics.revenue.doubts import undecided
from csdesk.models.months import Month, Period, PeriodKind


def line(account: int, start: str, term: str, end: str = "NaT", **more: Any) -> dict[str, Any]:
    rest = {"auto_renew": True, **more}
    return {"account": account, "amount": 100, "start": start, "term_end": term, "end": end, **rest}


@pytest.mark.parametrize(
    ("start", "term", "interval", "day", "then"),
    [
        ("2023-04-01", "2024-03-31", 12, "2024-03-31", "2024-03-31"),
        ("2023-04-01", "2024-03-31", 12, "2024-04-01", "2025-03-31"),
        ("2023-04-01", "2024-04-01", 12, "2026-06-15", "2027-04-01"),
        ("2024-01-01", "2024-01-31", 1, "2024-02-10", "2024-02-29"),
        ("2024-01-01", "2024-01-31", 1, "2024-03-01", "2024-03-31"),
        ("2023-12-31", "2024-01-30", 1, "2024-02-15", "2024-02-28"),
        ("2023-12-31", "2024-01-30", 1, "2024-03-15", "2024-03-30"),
        ("2024-01-10", "2024-01-20", 1, "2024-02-01", "2024-02-20"),
        ("2021-04-01", "2024-03-31", 12, "2024-04-01", "2027-03-31"),
        ("2012-04-01", "2024-03-31", 12, "2024-04-01", "2025-03-31"),
        ("2012-04-01", "2024-03-31", 24, "2024-04-01", "2026-03-31"),
    ],
)
def test_a_term_is_followed_by_one_of_the_same_length(
    spans: Any, start: str, term: str, interval: int, day: str, then: str
) -> None:
    lines = spans([line(1, start, term, interval=interval)])
    ends = terms_of(lines).at(day_number(date.fromisoformat(day)), day_numbers(lines["end"]))
    assert as_date(int(ends[0])).isoformat() == then


def test_only_lines_that_renew_themselves_roll_on(spans: Any) -> None:
    lines = spans(
        [
            line(1, "2023-04-01", "2024-03-31", auto_renew=False),
            line(1, "2023-04-01", "NaT"),
            line(1, "2023-04-01", "2024-03-31", "2025-01-15"),
        ]
    )
    ends = terms_of(lines).at(day_number(date(2026, 5, 1)), day_numbers(lines["end"]))
    assert [as_date(day).isoformat() if day != OPEN else None for day in ends.tolist()] == [
        "2024-03-31",
        None,
        "2025-03-31",
    ]


def test_what_renews_itself_is_renewed_and_not_undecided(context: Any) -> None:
    lines = [
        line(1, "2023-04-01", "2024-03-31"),
        line(2, "2023-04-01", "2024-03-31", auto_renew=False),
        line(3, "2023-04-01", "2024-03-31", "2024-03-31"),
        line(4, "2024-01-01", "2024-01-31"),
        line(5, "2024-01-01", "2024-01-31", "2024-04-30"),
        line(6, "2024-01-01", "2024-01-31", "2024-04-20"),
    ]
    book = context(lines, "2024-05-10")
    assert [doubt.account for doubt in undecided(book.ledger, book.frames.spans)] == [2]
    due = renewals_due(book.ledger, book.frames.spans, date(2024, 3, 1), date(2026, 12, 31))
    assert [(r.account, r.on.isoformat(), r.state) for r in due] == [
        (1, "2024-03-31", RenewalState.RENEWED),
        (2, "2024-03-31", RenewalState.UNDECIDED),
        (3, "2024-03-31", RenewalState.ENDING),
        (4, "2024-03-31", RenewalState.RENEWED),
        (5, "2024-03-31", RenewalState.RENEWED),
        (6, "2024-03-31", RenewalState.RENEWED),
        (4, "2024-04-30", RenewalState.RENEWED),
        (5, "2024-04-30", RenewalState.ENDING),
        (4, "2024-05-31", RenewalState.DUE),
        (1, "2025-03-31", RenewalState.DUE),
    ]


def test_a_renewal_by_itself_is_due_and_kept(context: Any) -> None:
    book = context(
        [line(1, "2023-04-01", "2024-03-31"), line(2, "2023-04-01", "2024-03-31", "2025-03-31")], "2026-05-10"
    )
    for year, lost in ((2024, 0), (2025, 1), (2026, 0)):
        rate = figure(book, MetricId.RENEWAL_CHURN, Period(Month.parse(f"{year}-01"), PeriodKind.QUARTER))
        assert (rate.part, rate.whole) == (lost, 1 if year == 2026 else 2)
