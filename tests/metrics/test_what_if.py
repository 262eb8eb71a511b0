"""Some accounts lost, some saved: what the figures would be."""

from fractions import Fraction
from typing import Any

import pytest

from csdesk.metrics.ahead.what_if import COMPARED, Choice, payments, what_if
from csdesk.metrics.metric_ids import AheadId
from csdesk.models.months import Month, Period, PeriodKind

LINES = [
    {"account": 1, "amount": 100, "start": "2022-01-01"},
    {"account": 2, "amount": 50, "start": "2022-01-01", "end": "2023-05-31"},
    {"account": 3, "amount": 40, "start": "2022-01-01", "end": "2023-04-30"},
    {"account": 3, "amount": 60, "start": "2023-05-01"},
    {"account": 4, "amount": 30, "start": "2022-01-01", "end": "2023-08-31"},
    {"account": 5, "amount": 70, "start": "2023-06-10"},
]
JUNE = Period(Month.parse("2023-06"))
QUARTER = Period.holding(Month.parse("2023-06"), PeriodKind.QUARTER)


def both(context: Any, period: Period, rules: str = "house", **choice: Any) -> dict[str, tuple[Any, Any]]:
    chosen = Choice(**{name: frozenset(of) for name, of in choice.items()})
    found = what_if(context(LINES, "2023-06-20", rules), period, chosen)
    return {str(one.now.metric): (one.now.value, one.then.value) for one in found}


def test_nothing_chosen_changes_nothing(context: Any) -> None:
    figures = both(context, QUARTER)
    assert set(figures) == {*map(str, COMPARED), str(AheadId.PAYMENTS)}
    assert all(now == then for now, then in figures.values())


@pytest.mark.parametrize("rules", ["house", "snapshot=month_start", "snapshot=overlap", "end_date=day_after"])
def test_a_lost_account_is_gone_from_every_figure(context: Any, rules: str) -> None:
    figures = both(context, QUARTER, rules, lost={1})
    assert figures["mrr"][0] - figures["mrr"][1] == 100
    assert figures["cmrr"][0] - figures["cmrr"][1] == 100
    assert figures["accounts"][0] - figures["accounts"][1] == 1
    now, then = figures["net_revenue_retention"]
    assert now - then == Fraction(100, 100 + 50 + 40 + 30)
    assert figures[str(AheadId.PAYMENTS)][0] - figures[str(AheadId.PAYMENTS)][1] == 1200


def test_who_began_this_month_can_be_lost(context: Any) -> None:
    figures = both(context, JUNE, lost={5})
    assert figures["mrr"] == (100 + 60 + 30 + 70, 100 + 60 + 30)
    assert figures["logo_retention"][0] == figures["logo_retention"][1], "new ones never count"


def test_a_saved_account_stays_as_if_it_had_never_ended(context: Any) -> None:
    figures = both(context, QUARTER, saved={2})
    assert figures["mrr"][1] - figures["mrr"][0] == 50
    assert figures["logo_retention"] == (Fraction(3, 4), 1)
    assert figures["net_revenue_retention"][1] - figures["net_revenue_retention"][0] == Fraction(50, 220)


def test_a_notice_that_is_taken_back_is_committed_again(context: Any) -> None:
    figures = both(context, JUNE, saved={4})
    assert figures["mrr"][0] == figures["mrr"][1]
    assert figures["cmrr"][1] - figures["cmrr"][0] == 30
    assert figures[str(AheadId.PAYMENTS)][1] - figures[str(AheadId.PAYMENTS)][0] == 30 * 10


def test_what_was_replaced_stays_replaced(context: Any) -> None:
    assert both(context, QUARTER, saved={3}) == both(context, QUARTER)


def test_who_left_before_the_period_is_not_saved_by_it(context: Any) -> None:
    assert both(context, JUNE, saved={2})["mrr"][1] - both(context, JUNE)["mrr"][1] == 50, "left with the month before"
    july = Period(Month.parse("2023-07"))
    found = what_if(context(LINES, "2023-07-20"), july, Choice(saved=frozenset({2})))
    assert all(one.now.value == one.then.value for one in found)


def test_payments_fall_due_with_their_intervals(context: Any) -> None:
    lines = [
        {"account": 1, "amount": 1200, "interval": 12, "start": "2022-03-31"},
        {"account": 2, "amount": 300, "interval": 3, "start": "2022-01-31", "end": "2023-12-31"},
        {"account": 3, "amount": 10, "start": "2023-09-01"},
        {"account": 4, "amount": 10, "start": "2022-01-20"},
    ]
    due = payments(context(lines, "2023-06-20"), JUNE)
    paid = dict(zip(due.evidence.ids.tolist(), due.evidence.part.tolist(), strict=True))
    one = context(lines, "2023-06-20").ledger.segments.mrr[0] // 100
    assert {account: int(ticks // one) for account, ticks in paid.items()} == {
        1: 1200,
        2: 2 * 300,  # at the ends of July and October
        3: 10 * 10,  # September to June
        4: 12 * 10,  # 20 July to 20 June, not 20 June this year
    }
