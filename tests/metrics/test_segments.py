"""Contract lines read by the definitions: pauses, discounts, renewals, openings, holes, unknown amounts."""

from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from csdesk.metrics.catalogue import figure
from csdesk.metrics.engine.days import OPEN, as_date
from csdesk.metrics.engine.movements import Visit, joined_and_lost
from csdesk.metrics.engine.segments import service_ends
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import cohort_cell, triangle
from csdesk.metrics.rules import Rules
from csdesk.metrics.triangles import CohortKind
from csdesk.models.months import Month, Period, PeriodKind


def month(text: str) -> Period:
    return Period(Month.parse(text))


def values(book: Any, text: str, *metrics: MetricId) -> list[Any]:
    return [figure(book, metric, month(text)).value for metric in metrics]


def test_four_yearly_contracts_of_500_are_166_67_a_month(context: Any) -> None:
    lines = [{"account": n, "amount": 500, "interval": 12, "start": "2024-03-10"} for n in range(4)]
    new = figure(context(lines, "2024-03-31"), MetricId.NEW_MRR, month("2024-03"))
    assert new.value == Fraction(2000, 12)
    assert round(float(new.value), 2) == 166.67


def test_discount_ends_on_its_date(context: Any) -> None:
    line = {"account": 1, "amount": 80, "gross": 100 * 55_440, "start": "2024-01-01", "discount_end": "2024-02-28"}
    metrics = (MetricId.MRR, MetricId.EXPANSION_MRR)
    net, gross = context([line], "2024-03-31"), context([line], "2024-03-31", "discounts=gross")
    assert values(net, "2024-01", *metrics) == [80, 0]
    assert values(net, "2024-02", *metrics) == [100, 20]
    assert values(gross, "2024-01", *metrics) == [100, 0]
    assert values(gross, "2024-02", *metrics) == [100, 0]


def test_free_months_are_no_customer_until_they_end(context: Any) -> None:
    free = {"account": 1, "amount": 0, "gross": 100 * 55_440, "start": "2024-01-01", "discount_end": "2024-02-29"}
    for rules in ("house", "discounts=gross"):
        book = context([free], "2024-03-31", rules)
        assert values(book, "2024-03", MetricId.NEW_MRR, MetricId.NEW_ACCOUNTS) == [100, 1]
        assert book.ledger.first == Month.parse("2024-03")


PAUSE = [
    {"account": 1, "amount": 100, "start": "2024-01-01", "end": "2024-02-29"},
    {"account": 1, "amount": 100, "start": "2024-03-01", "end": "2024-04-30", "paused": True},
    {"account": 1, "amount": 100, "start": "2024-05-01"},
]


def test_pause_is_a_contraction_and_its_end_a_reactivation(context: Any) -> None:
    book = context(PAUSE, "2024-05-31")
    metrics = (MetricId.MRR, MetricId.ACCOUNTS, MetricId.CONTRACTION_MRR, MetricId.CHURNED_MRR, MetricId.LOGO_CHURN)
    assert values(book, "2024-03", *metrics) == [0, 1, 100, 0, 0]
    back = (MetricId.EXPANSION_MRR, MetricId.REACTIVATION_MRR, MetricId.REACTIVATED_ACCOUNTS, MetricId.NEW_ACCOUNTS)
    assert values(book, "2024-05", *back) == [0, 100, 1, 0]


def test_an_account_that_begins_paused_is_new_when_it_first_pays(context: Any) -> None:
    for first in ({}, {"opening": True}):
        lines = [PAUSE[1] | first, PAUSE[2], {"account": 2, "amount": 50, "start": "2024-02-01"}]
        book = context(
            lines, "2024-05-31", costs=[{"cost": 1, "month": 2024 * 12 + 4, "purpose": "acquisition", "amount": 70}]
        )
        metrics = (MetricId.ACCOUNTS, MetricId.NEW_ACCOUNTS, MetricId.EXPANSION_MRR, MetricId.REACTIVATION_MRR)
        assert values(book, "2024-03", *metrics) == [1, 0, 0, 0]
        assert values(book, "2024-05", *metrics, MetricId.NEW_MRR, MetricId.CAC) == [2, 1, 0, 0, 100, 70]
        assert [cohort.start for cohort in triangle(book.ledger, CohortKind.LOGO, PeriodKind.MONTH).cohorts] == [
            Period(Month.parse("2024-02")),
            Period(Month.parse("2024-05")),
        ]


def test_an_account_that_ends_while_paused_is_lost_then(context: Any) -> None:
    book = context(PAUSE[:2], "2024-05-31")
    lost = (MetricId.CHURNED_ACCOUNTS, MetricId.CHURNED_MRR, MetricId.LOGO_CHURN, MetricId.ACCOUNTS)
    assert values(book, "2024-03", *lost) == [0, 0, 0, 1]
    assert values(book, "2024-05", *lost) == [1, 0, 1, 0]


def test_pause_may_be_churn(context: Any) -> None:
    book = context(PAUSE, "2024-05-31", "paused_is_churn=yes")
    metrics = (MetricId.ACCOUNTS, MetricId.CONTRACTION_MRR, MetricId.CHURNED_MRR, MetricId.LOGO_CHURN)
    assert values(book, "2024-03", *metrics) == [0, 0, 100, 1]
    assert values(book, "2024-05", MetricId.EXPANSION_MRR, MetricId.REACTIVATION_MRR) == [0, 100]


def test_unknown_amounts_are_logos_without_mrr(context: Any) -> None:
    lines = [
        {"account": 1, "logo": True, "start": "2024-01-01"},
        {"account": 2, "logo": True, "start": "2024-01-01", "end": "2024-02-10"},
    ]
    book = context(lines, "2024-03-31")
    assert values(book, "2024-02", MetricId.LOGO_CHURN, MetricId.ACCOUNTS, MetricId.CHURNED_ACCOUNTS) == [0.5, 1, 1]
    for metric in (MetricId.MRR, MetricId.ARPA, MetricId.NET_REVENUE_RETENTION, MetricId.LTV, MetricId.CMRR):
        assert figure(book, metric, month("2024-02")).why is Why.NO_AMOUNTS
    known = context([*lines, {"account": 3, "amount": 60, "start": "2024-01-01"}], "2024-03-31")
    assert values(known, "2024-02", MetricId.ACCOUNTS, MetricId.MRR, MetricId.ARPA) == [2, 60, 60]
    cell = triangle(book.ledger, CohortKind.REVENUE, PeriodKind.MONTH).cohorts[0].cells[0]
    assert (cell.part, cell.whole, cell.value) == (0, 0, None)


OPENING = [
    {"account": 1, "amount": 100, "start": "2024-04-01", "opening": True},
    {"account": 2, "amount": 50, "start": "2024-04-01", "end": "2024-04-20", "opening": True},
    {"account": 3, "amount": 30, "start": "2024-04-05"},
]


def test_opening_lines_are_a_start_balance(context: Any) -> None:
    book = context(OPENING, "2024-06-30")
    metrics = (MetricId.START_MRR, MetricId.NEW_MRR, MetricId.CHURNED_MRR, MetricId.MRR, MetricId.LOGO_CHURN)
    assert book.ledger.first == Month.parse("2024-04")
    assert values(book, "2024-04", *metrics) == [150, 30, 50, 130, 0.5]
    assert figure(book, MetricId.MRR, month("2024-03")).why is Why.NO_HISTORY
    cohorts = triangle(book.ledger, CohortKind.LOGO, PeriodKind.MONTH).cohorts
    assert [(str(c.start), c.opening, c.size, [x.part for x in c.cells]) for c in cohorts] == [
        ("2024-04", True, 2, [1, 1, 1]),
        ("2024-04", False, 1, [1, 1, 1]),
    ]
    assert cohort_cell(book.ledger, CohortKind.LOGO, month("2024-04"), 0, opening=True).evidence.ids.tolist() == [1, 2]
    assert cohort_cell(book.ledger, CohortKind.LOGO, month("2024-04"), 0).evidence.ids.tolist() == [3]
    assert cohort_cell(book.ledger, CohortKind.LOGO, month("2024-04"), 3).why is Why.NOT_YET


def test_opening_lines_amid_older_records_are_not_new_business(context: Any) -> None:
    older = [
        {"account": 8, "amount": 10, "start": "2023-01-01"},
        {"account": 9, "amount": 20, "start": "2023-01-01", "end": "2024-03-31"},
        {"account": 9, "amount": 20, "start": "2024-04-01", "opening": True},
    ]
    book = context([*OPENING, *older], "2024-06-30")
    metrics = (MetricId.START_MRR, MetricId.NEW_MRR, MetricId.CONTRACTION_MRR, MetricId.MRR)
    assert values(book, "2024-03", *metrics) == [180, 0, 0, 180]
    assert values(book, "2024-04", MetricId.START_MRR, MetricId.NEW_MRR, MetricId.CHURNED_MRR) == [180, 30, 50]
    year = Period(Month.parse("2024-01"), PeriodKind.YEAR)
    assert figure(book, MetricId.START_MRR, year).value == 180
    assert figure(book, MetricId.START_ACCOUNTS, year).value == 4
    assert figure(book, MetricId.LOGO_CHURN, year).whole == 2


def test_the_same_reading_of_the_records_at_an_earlier_date(context: Any) -> None:
    lines = [{"account": 1, "amount": 100, "start": "2024-01-10", "end": "2024-03-15"}]
    middle = context(lines, "2024-02-20")
    assert not middle.ledger.complete
    assert values(middle, "2024-02", MetricId.MRR, MetricId.CHURNED_MRR) == [100, 0]
    assert figure(middle, MetricId.MRR, month("2024-03")).why is Why.NOT_YET
    gone = context(lines, "2024-03-20")
    assert values(gone, "2024-03", MetricId.MRR, MetricId.CHURNED_MRR) == [0, 100]
    assert values(context(lines, "2024-03-15"), "2024-03", MetricId.MRR) == [100]


def test_the_end_of_the_records_is_no_churn(context: Any) -> None:
    lines = [{"account": 1, "amount": 100, "start": "2024-01-01"}]
    book = context(lines, "2024-12-31", known_until=np.datetime64("2024-05-31", "s"))
    assert (book.ledger.last, book.ledger.complete) == (Month.parse("2024-05"), True)
    assert figure(book, MetricId.LOGO_CHURN, month("2024-06")).why is Why.NOT_YET
    assert len(triangle(book.ledger, CohortKind.LOGO, PeriodKind.MONTH).cohorts[0].cells) == 5
    later = context(lines, "2024-03-10", known_until=np.datetime64("2024-05-31", "s"))
    assert (later.ledger.last, later.ledger.complete) == (Month.parse("2024-03"), False)


@pytest.mark.parametrize(("gap", "moved"), [(0, 100), (29, 100), (30, 0)])
def test_holes_may_be_bridged(context: Any, gap: int, moved: int) -> None:
    """30 days without service: 31 January to 29 February."""
    lines = [
        {"account": 1, "amount": 100, "start": "2023-12-01", "end": "2024-01-30"},
        {"account": 1, "amount": 100, "start": "2024-03-01"},
    ]
    book = context(lines, "2024-04-30", f"gap_days={gap}")
    quarter = Period(Month.parse("2024-01"), PeriodKind.QUARTER)
    assert figure(book, MetricId.CHURNED_MRR, quarter).value == moved
    assert figure(book, MetricId.REACTIVATION_MRR, quarter).value == moved
    assert figure(book, MetricId.MRR, month("2024-02")).value == 100 - moved


def test_joined_and_lost_within_the_month(context: Any) -> None:
    lines = [
        {"account": 7, "amount": 100, "start": "2024-05-05", "end": "2024-05-12"},
        {"account": 7, "amount": 50, "start": "2024-05-10", "end": "2024-05-20"},
        {"account": 8, "amount": 10, "start": "2024-01-01"},
    ]
    book = context(lines, "2024-06-30")
    assert values(book, "2024-05", MetricId.NEW_MRR, MetricId.CHURNED_MRR) == [0, 0]
    (visit,) = joined_and_lost(book.ledger, month("2024-05"))
    assert isinstance(visit, Visit)
    assert (visit.account, as_date(visit.start), as_date(visit.end), visit.mrr) == (
        7,
        date(2024, 5, 5),
        date(2024, 5, 20),
        150 * 55_440,
    )
    assert not joined_and_lost(book.ledger, month("2024-06"))
    overlap = context(lines, "2024-06-30", "snapshot=overlap")
    assert not joined_and_lost(overlap.ledger, month("2024-05"))


TERM = {"account": 1, "amount": 100, "start": "2023-04-01", "term_end": "2024-03-31"}


@pytest.mark.parametrize(
    ("renewal", "ends"),
    [
        ({}, None),
        ({"start": "2024-04-01", "term_end": "2025-03-31"}, "2024-03-31"),
        ({"start": "2024-05-11", "term_end": "2025-03-31"}, "2024-05-10"),
        ({"start": "2024-03-15"}, "2024-03-31"),
        ({"start": "2024-03-01"}, "2024-03-31"),
        ({"start": "2024-02-29"}, None),
        ({"start": "2024-04-01", "amount": 0}, None),
        ({"start": "2024-04-01", "product": 2}, None),
        ({"start": "2024-04-01", "account": 2}, None),
        ({"start": "2023-07-01"}, None),
        ({"start": "2024-03-20", "end": "2024-03-30"}, None),
    ],
)
def test_a_term_end_ends_nothing_until_it_is_renewed(spans: Any, renewal: dict[str, Any], ends: str | None) -> None:
    lines = [TERM] + ([TERM | {"term_end": None} | renewal] if renewal else [])
    found = service_ends(spans(lines), Rules())[0]
    assert (None if found == OPEN else as_date(int(found)).isoformat()) == ends


def test_a_renewal_further_on_is_found_behind_one_that_does_not_reach(spans: Any) -> None:
    lines = [
        TERM,
        TERM | {"start": "2024-03-10", "end": "2024-03-20", "term_end": None},
        TERM | {"start": "2024-04-03", "term_end": "2025-03-31"},
    ]
    assert as_date(int(service_ends(spans(lines), Rules())[0])) == date(2024, 4, 2)


def test_renewals_row_by_row_are_neither_churn_nor_growth(context: Any) -> None:
    rows = [
        TERM | {"start": f"{year}-04-01", "term_end": f"{year + 1}-03-31", "amount": 100 + 10 * (year - 2021)}
        for year in range(2021, 2025)
    ]
    book = context(rows, "2024-06-30")
    assert values(book, "2024-04", MetricId.MRR, MetricId.EXPANSION_MRR, MetricId.CHURNED_MRR) == [130, 10, 0]


def test_an_empty_book_says_so(context: Any) -> None:
    book = context([], "2024-06-30")
    assert figure(book, MetricId.MRR, month("2024-06")).why is Why.NO_HISTORY
    assert figure(book, MetricId.MRR, month("2024-07")).why is Why.NOT_YET
    assert triangle(book.ledger, CohortKind.LOGO, PeriodKind.MONTH).cohorts == ()
    future = context([{"account": 1, "amount": 1, "start": "2025-01-01"}], "2024-06-30")
    assert figure(future, MetricId.MRR, month("2024-06")).why is Why.NO_HISTORY
    assert triangle(future.ledger, CohortKind.REVENUE, PeriodKind.MONTH).cohorts == ()


def test_long_histories_and_far_ends_are_exact(context: Any) -> None:
    lines = [
        {"account": 1, "amount": 10**12, "interval": 7, "start": "1965-02-01", "end": "2999-12-31"},
        {"account": 2, "amount": 1, "interval": 11, "start": "2024-01-01"},
    ]
    book = context(lines, "2024-01-31")
    assert values(book, "2024-01", MetricId.MRR, MetricId.NEW_MRR) == [
        Fraction(10**12, 7) + Fraction(1, 11),
        Fraction(1, 11),
    ]
    assert values(book, "1965-02", MetricId.NEW_MRR) == [Fraction(10**12, 7)]
