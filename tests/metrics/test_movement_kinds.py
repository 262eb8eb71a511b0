"""Movements told by kind of change and by reason, and what they add up to."""

from typing import Any

from csdesk.metrics.catalogue import figure
from csdesk.metrics.entries.movement_kinds import CONTRACTIONS, EXPANSIONS, PARTINGS
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.shapes import STATED
from csdesk.models.kinds import ChangeKind, ReasonFamily
from csdesk.models.money import TICKS
from csdesk.models.months import Month, Period, PeriodKind

FEBRUARY = Period(Month.parse("2025-02"))
OLD, NEW = {"start": "2024-01-01", "end": "2025-01-31"}, {"start": "2025-02-01"}
AFTER = {"product": 2, "start": "2025-02-01"}


def values(book: Any, metrics: Any, period: Period = FEBRUARY) -> dict[Any, int]:
    found = {key: figure(book, metric, period).value for key, metric in dict(metrics).items()}
    return {key: value for key, value in found.items() if value}


def test_expansions_and_contractions_by_kind_of_change(context: Any) -> None:
    lines = [
        {"account": 1, "amount": 100, "start": "2024-01-01"},
        {"account": 1, "amount": 40, **AFTER},
        *({"account": 2, "amount": 100, "seats": 10, **OLD}, {"account": 2, "amount": 150, "seats": 15, **NEW}),
        *({"account": 3, "amount": 100, "plan": "L", **OLD}, {"account": 3, "amount": 70, "plan": "S", **NEW}),
        *({"account": 4, "amount": 9, **OLD}, {"account": 4, "amount": 8, "change": "longer_term", **NEW}),
    ]
    book = context(lines, "2025-03-31")
    assert values(book, EXPANSIONS) == {ChangeKind.CROSS_SELL: 40, ChangeKind.SEATS: 50}
    assert values(book, CONTRACTIONS) == {ChangeKind.DOWNGRADE: 30, ChangeKind.LONGER_TERM: 1}
    opened = figure(book, MetricId.EXPANSION_SEATS_MRR, FEBRUARY).evidence
    assert opened.ids.tolist() == [2]


def test_churn_by_the_reason_on_the_line_that_ended_last(context: Any) -> None:
    early = {"start": "2024-01-01", "end": "2024-06-30", "product": 2, "reason": ReasonFamily.RIVAL}
    lines = [
        *({"account": 1, "amount": 5, **early}, {"account": 1, "amount": 100, **OLD, "reason": ReasonFamily.PRICE}),
        {"account": 2, "amount": 20, **OLD, "reason": STATED},
        {"account": 3, "amount": 3, **OLD},
        {"account": 4, "amount": 1, **OLD, "reason": ReasonFamily.UNKNOWN},
        {"account": 5, "amount": 7, "start": "2024-01-01", "reason": ReasonFamily.FIT},
    ]
    book = context(lines, "2025-03-31")
    assert values(book, PARTINGS) == {ReasonFamily.PRICE: 100, STATED: 20, ReasonFamily.UNKNOWN: 4}
    assert values(context([], "2025-03-31"), PARTINGS) == {}


def test_net_new_shows_growth_that_leans_on_new_customers_alone(context: Any) -> None:
    lines = [
        {"account": 1, "amount": 100, **OLD},
        *({"account": 2, "amount": 60, **OLD}, {"account": 2, "amount": 90, **NEW}),
        {"account": 3, "amount": 120, **NEW},
    ]
    book = context(lines, "2025-03-31")
    assert figure(book, MetricId.NET_NEW_MRR, FEBRUARY).value == 120 + 30 - 100
    existing = figure(book, MetricId.NET_NEW_FROM_EXISTING_MRR, FEBRUARY)
    assert existing.value == -70
    shares = [part // TICKS for part in existing.evidence.part.tolist()]
    assert list(zip(existing.evidence.ids.tolist(), shares, strict=True)) == [(1, -100), (2, 30)]


def test_who_joined_and_left_inside_one_month_is_counted_apart(context: Any) -> None:
    stays = [{"account": 1, "amount": 10, "start": f"2025-0{m}-03", "end": f"2025-0{m}-20"} for m in (1, 2)]
    book = context([*stays, {"account": 2, "amount": 10, **OLD}], "2025-03-31")
    quarter = Period(Month.parse("2025-01"), PeriodKind.QUARTER)
    found = [figure(book, MetricId.JOINED_AND_LOST_ACCOUNTS, period).value for period in (FEBRUARY, quarter)]
    assert found == [1, 2]
    assert figure(book, MetricId.NEW_ACCOUNTS, quarter).value == 0
