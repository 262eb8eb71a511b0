"""What is not known of accounts and contract lines, and how many accounts of a figure that touches."""

from collections.abc import Callable
from typing import Any

import pytest

from csdesk.metrics.catalogue import CATALOGUE, figure, with_lacks
from csdesk.metrics.context import Context, split
from csdesk.metrics.engine.days import as_date
from csdesk.metrics.engine.lacks import Lack, kind_of
from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.metric_ids import CohortMetric, MetricId
from csdesk.models.months import Month, Period

Make = Callable[..., Context]
LINE = {"account": 1, "start": "2024-01-01", "amount": 100, "term_end": "2025-12-31"}


def found(context: Context, *wanted: Lack) -> list[tuple[Lack, int, int]]:
    """Lack, account and row of each, of the lacks wanted."""
    lacks = context.lacks
    rows = zip(lacks.lack.tolist(), lacks.account.tolist(), lacks.row.tolist(), strict=True)
    return [(kind_of(lack), account, row) for lack, account, row in rows if kind_of(lack) in wanted]


def incomplete(context: Context, metric: MetricId, month: str) -> int:
    return with_lacks(context, figure(context, metric, Period(Month.parse(month)))).incomplete


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ({}, False),
        ({"term_end": None, "interval": 12, "amount": 1200}, True),
        ({"term_end": None}, False),
        ({"term_end": None, "interval": 12, "amount": 1200, "end": "2024-12-31"}, False),
        ({"term_end": None, "interval": 12, "amount": 1200, "start": "2025-06-01"}, False),
        ({"term_end": None, "interval": 12, "amount": 0}, False),
    ],
    ids=["has one", "yearly", "monthly, none usual", "ends anyway", "to come", "free"],
)
def test_a_renewal_is_missing_where_one_is_due(context: Make, line: dict[str, Any], due: bool) -> None:  # noqa: FBT001
    book = context([LINE | line], "2024-06-30")
    assert found(book, Lack.RENEWAL) == ([(Lack.RENEWAL, 1, 0)] if due else [])


def test_a_monthly_line_lacks_a_renewal_where_most_have_one(context: Make) -> None:
    lines = [LINE, LINE | {"account": 2, "term_end": None}]
    assert found(context(lines, "2024-06-30"), Lack.RENEWAL) == [(Lack.RENEWAL, 2, 1)]
    assert found(context([*lines, lines[1] | {"account": 3}], "2024-06-30"), Lack.RENEWAL) == []


@pytest.mark.parametrize(
    ("line", "follows", "asked"),
    [
        ({}, None, True),
        ({"reason": "unknown"}, None, True),
        ({"reason": "price"}, None, False),
        ({"reason": "stated"}, None, False),
        ({"end": "2024-09-30"}, None, False),
        ({}, {"product": 2, "start": "2024-04-15"}, False),
        ({}, {"product": 1, "start": "2023-01-01"}, False),
        ({}, {"product": 2, "start": "2023-01-01"}, True),
        ({}, {"product": 2, "start": "2024-09-01"}, True),
    ],
    ids=[
        "silent", "unknown", "told", "in words", "to come",
        "another plan instead", "same product goes on", "another product goes on", "came back later",
    ],
)  # fmt: skip
def test_an_end_without_a_reason_is_asked_about(
    context: Make,
    line: dict[str, Any],
    follows: dict[str, Any] | None,
    asked: bool,  # noqa: FBT001
) -> None:
    lines = [LINE | {"end": "2024-03-31"} | line, *([LINE | follows] if follows else [])]
    assert found(context(lines, "2024-06-30"), Lack.REASON) == ([(Lack.REASON, 1, 0)] if asked else [])


def test_a_short_line_does_not_follow_itself(context: Make) -> None:
    book = context([LINE | {"start": "2024-03-20", "end": "2024-03-31"}], "2024-06-30")
    assert found(book, Lack.REASON) == [(Lack.REASON, 1, 0)]


def test_unknown_amounts_and_starts(context: Make) -> None:
    lines = [
        LINE | {"amount": 0, "logo": True},
        LINE | {"account": 1, "product": 2},
        LINE | {"account": 2, "opening": True},
        LINE | {"account": 3, "amount": 0},
    ]
    book = context(lines, "2024-06-30")
    assert found(book, Lack.AMOUNT, Lack.START) == [(Lack.AMOUNT, 1, 0), (Lack.START, 2, 2)]
    hangs = zip(book.lacks.lack.tolist(), book.lacks.mrr.tolist(), strict=True)
    (unknown,) = (mrr for lack, mrr in hangs if kind_of(lack) is Lack.AMOUNT)
    assert unknown == book.ledger.segments.mrr.max(), "what the account pays besides hangs on it"


def test_owner_contact_decider_and_touch_are_asked_of_those_who_pay(context: Make) -> None:
    lines = [LINE | {"account": account} for account in (1, 2, 3)]
    lines.append(LINE | {"account": 4, "end": "2024-03-31", "reason": "price"})
    people = {"account": [1, 2, 3, 4, 5], "owner": ["A", "A", "", "", ""]}
    book = context(
        lines,
        "2024-06-30",
        accounts=[dict(zip(people, row, strict=True)) for row in zip(*people.values(), strict=True)],
        contacts=[
            {"contact": 1, "account": 1, "decision_maker": True},
            {"contact": 2, "account": 2, "decision_maker": True, "left": "2024-05-01"},
            {"contact": 3, "account": 2},
            {"contact": 4, "account": 3, "left": "2024-05-01"},
        ],
        touches=[{"touch": 1, "account": 1, "on": "2024-02-01"}, {"touch": 2, "account": 2, "on": "2024-07-01"}],
    )
    assert found(book, Lack.OWNER) == [(Lack.OWNER, 3, 3), (Lack.OWNER, 5, 5)]
    assert found(book, Lack.CONTACT) == [(Lack.CONTACT, 3, 3)]
    assert found(book, Lack.DECIDER) == [(Lack.DECIDER, 2, 2)]
    assert found(book, Lack.TOUCH) == [(Lack.TOUCH, 2, 2), (Lack.TOUCH, 3, 3)]
    assert as_date(int(book.lacks.since[-1])).isoformat() == "2024-01-01"


def test_a_book_without_anything_lacks_nothing(context: Make) -> None:
    assert len(context([], "2024-06-30").lacks.row) == 0


def test_a_figure_tells_how_many_accounts_lack_what_it_rests_on(context: Make) -> None:
    lines = [
        LINE | {"amount": 0, "logo": True, "end": "2024-03-31"},
        LINE | {"account": 2, "opening": True},
        LINE | {"account": 3, "term_end": None, "interval": 12, "amount": 1200},
    ]
    book = context(lines, "2024-06-30")
    assert [incomplete(book, MetricId.MRR, month) for month in ("2024-03", "2024-04", "2024-05")] == [1, 1, 0]
    assert [incomplete(book, MetricId.NEW_MRR, month) for month in ("2024-01", "2024-02", "2024-06")] == [2, 1, 0]
    assert [incomplete(book, MetricId.SILENT_LOGO_CHURN, month) for month in ("2024-03", "2024-04", "2024-05")] == [
        0,
        1,
        0,
    ]
    assert incomplete(book, MetricId.RENEWAL_CHURN, "2024-05") == 1
    assert incomplete(book, MetricId.LOGO_CHURN, "2024-04") == 0
    assert incomplete(book, MetricId.NPS, "2024-05") == 0
    assert incomplete(book, MetricId.MRR, "2023-05") == 0, "before the records begin nothing is missing"


def test_a_figure_for_want_of_amounts_tells_how_many_are_missing(context: Make) -> None:
    book = context([LINE | {"account": account, "amount": 0, "logo": True} for account in (1, 2)], "2024-06-30")
    assert incomplete(book, MetricId.MRR, "2024-05") == 2
    cell = Measure(CohortMetric.LOGO, Period(Month.parse("2024-05")), Unit.FRACTION, None)
    assert with_lacks(book, cell) is cell


def test_groups_share_out_what_is_incomplete(context: Make) -> None:
    lines = [
        LINE | {"amount": 0, "logo": True},
        LINE | {"amount": 0, "logo": True, "account": 2, "product": 2},
        LINE | {"amount": 50, "product": 1},
        LINE | {"amount": 50, "account": 2, "product": 2},
    ]
    accounts = [{"account": 1, "owner": "A", "tier": "high"}, {"account": 2, "owner": "A", "tier": "low"}]
    book = context(lines, "2024-06-30", accounts=accounts)
    for by in ("tier", "product"):
        parts = split(book, by)
        assert {part.group: incomplete(part, MetricId.MRR, "2024-05") for part in parts} == dict.fromkeys(
            [part.group for part in parts], 1
        )
    assert incomplete(book, MetricId.MRR, "2024-05") == 2


def test_every_figure_of_amounts_rests_on_them() -> None:
    money = {entry.id for entry in CATALOGUE.values() if Lack.AMOUNT in entry.rests_on}
    assert MetricId.MRR in money
    assert MetricId.LOGO_CHURN not in money
    assert set(CATALOGUE[MetricId.CAC].rests_on) == {Lack.START}
