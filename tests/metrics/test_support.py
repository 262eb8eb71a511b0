"""Figures of tickets: worked by hand, by priority and by owner, and what stands outside a period."""

from typing import Any

import pytest

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.measure import Measure, Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.voice.support import handling, resolution
from csdesk.models.kinds import Kind
from csdesk.models.months import Month, Period

APRIL = Period(Month.parse("2024-04"))
FIGURES = (MetricId.TICKET_FIRST_RESPONSE, MetricId.TICKET_RESOLUTION, MetricId.TICKET_HANDLING)
TICKETS = [
    {"ticket": 1, "account": 1, "opened": "2024-04-01T09:00:00", "responded": "2024-04-01T15:00:00",
     "closed": "2024-04-03T09:00:00", "priority": "high"},
    {"ticket": 2, "account": 2, "opened": "2024-04-30T22:00:00", "responded": "2024-04-30T10:00:00", "priority": "low"},
    {"ticket": 3, "account": 2, "opened": "2024-03-31T23:59:59", "responded": "2024-04-01T00:00:00",
     "closed": "2024-04-30T23:59:59", "priority": "low"},
    {"ticket": 4, "account": -1, "opened": "2024-04-10T00:00:00", "closed": "2024-05-01T00:00:00"},
]  # fmt: skip


def told(measure: Measure) -> tuple[Any, ...]:
    return measure.value, measure.part, measure.whole, measure.evidence.ids.tolist()


def test_worked_by_hand(context: Any) -> None:
    """In April 1, 2 and 4 were opened; 1 and 3 were closed. An answer from before the opening took no time."""
    book = context([], "2024-04-30", tickets=TICKETS)
    first, resolved, took = (figure(book, name, APRIL) for name in FIGURES)
    assert told(first) == (3.0, 6.0, 2, [1, 2])
    assert told(took) == (16.0, 32.0, 2, [1, 3])
    assert (resolved.part, resolved.whole, resolved.evidence.ids.tolist()) == (1, 3, [1, 2, 4])
    assert resolved.low is not None
    assert {one.evidence.of for one in (first, resolved, took)} == {Kind.TICKET}
    assert [sum(one.evidence.part.tolist()) for one in (first, resolved, took)] == [6.0, 1, 32.0]


def test_what_comes_after_the_day_is_not_known(context: Any) -> None:
    assert figure(context([], "2024-05-31", tickets=TICKETS), MetricId.TICKET_RESOLUTION, APRIL).part == 2
    early = context([], "2024-04-02", tickets=TICKETS)
    assert figure(early, MetricId.TICKET_RESOLUTION, APRIL).part == 0
    assert figure(early, MetricId.TICKET_HANDLING, APRIL).why is Why.NO_TICKETS


def test_by_priority(context: Any) -> None:
    book = context([], "2024-04-30", tickets=TICKETS)
    assert told(handling(book, APRIL, "high")) == (2.0, 2.0, 1, [1])
    assert told(handling(book, APRIL, "low")) == (30.0, 30.0, 1, [3])
    assert [resolution(book, APRIL, name).whole for name in ("high", "low", "")] == [1, 1, 1]


def test_groups_share_the_tickets_of_accounts_out(context: Any) -> None:
    accounts = [{"account": 1, "name": "A", "tier": "high"}, {"account": 2, "name": "B", "tier": "low"}]
    book = context([], "2024-04-30", tickets=TICKETS, accounts=accounts)
    found = figures(book, FIGURES, [APRIL], "tier")
    assert [one.whole for one in found if one.metric == MetricId.TICKET_RESOLUTION] == [1, 1]


@pytest.mark.parametrize("name", FIGURES)
def test_without_tickets_there_is_no_figure(context: Any, name: MetricId) -> None:
    none = figure(context([], "2024-04-30"), name, APRIL)
    assert (none.value, none.why) == (None, Why.NO_TICKETS)
