"""The figures of the risk register: days to see a risk, the share that came to nothing, MRR saved."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import Context
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.months import Month, Period, PeriodKind

QUARTER = Period.holding(Month.parse("2024-04"), PeriodKind.QUARTER, 1)
Make = Callable[..., Context]


def risk(account: int, first: str, logged: str, outcome: str = "open", closed: str | None = None, **more: Any) -> Any:
    return {
        "account": account, "first": first, "logged": logged, "outcome": outcome, "closed": closed, "saved": 0,
        "lost": 0, **more,
    }  # fmt: skip


RISKS = [
    risk(1, "2024-04-01", "2024-04-11", "averted", "2024-05-31", saved=500),
    risk(1, "2024-04-20", "2024-04-20", "lost", "2024-06-30", lost=100),
    risk(2, "2024-03-01", "2024-05-20"),
    risk(2, "2024-01-01", "2024-03-31", "averted", "2024-04-01", saved=70),
    risk(2, "2024-04-01", "2024-04-05", "averted", "2024-07-01", saved=9),
]


def test_a_worked_example(context: Make) -> None:
    """Logged in the quarter: 10, 0, 80 and 4 days after the first signal. Closed in it: two averted, one lost."""
    book = context([], "2024-07-31", risks=RISKS)
    days = figure(book, MetricId.RISK_DETECTION, QUARTER)
    assert (days.value, days.part, days.whole, days.n) == (Fraction(94, 4), 94, 4, 4)
    assert (days.evidence.ids.tolist(), days.evidence.part.tolist(), days.evidence.whole.tolist()) == (
        [1, 2], [10, 84], [2, 2],
    )  # fmt: skip
    averted = figure(book, MetricId.RISKS_AVERTED, QUARTER)
    assert (averted.value, averted.n, averted.too_few) == (Fraction(2, 3), 3, True)
    assert averted.low is not None
    assert averted.high is not None
    assert averted.low < 2 / 3 < averted.high
    assert figure(book, MetricId.RISK_MRR_SAVED, QUARTER).value == 570


def test_days_to_the_first_touch_are_of_risks_that_were_answered(context: Make) -> None:
    """1 was touched on the day of a first signal and 11 days after the other; 2 after 39 days, and never again."""
    days = {1: ("2024-04-01", "2024-03-01", "2024-05-01"), 2: ("2024-04-09",), 3: ("2024-06-01",)}
    touches = [{"account": account, "on": on, "type": "call"} for account in days for on in days[account]]
    risks = [*RISKS[:3], risk(2, "2024-05-01", "2024-05-02")]
    found = figure(context([], "2024-07-31", risks=risks, touches=touches), MetricId.RISK_FIRST_TOUCH, QUARTER)
    assert (found.value, found.part, found.n) == (Fraction(0 + 11 + 39, 3), 50, 3)
    early = figure(context([], "2024-04-30", risks=risks, touches=touches), MetricId.RISK_FIRST_TOUCH, QUARTER)
    assert (early.value, early.n) == (0, 1), "the touch of 1 May is not known yet"
    nobody = figure(context([], "2024-07-31", risks=risks), MetricId.RISK_FIRST_TOUCH, QUARTER)
    assert (nobody.value, nobody.why) == (None, Why.NOT_TOUCHED)


def test_risks_seen_before_notice(context: Make) -> None:
    """1 had cancelled nine days before, 2 cancels later, and what 3 cancelled was over already."""
    line = {"start": "2023-01-01", "amount": 100}
    lines = [
        {**line, "account": 1, "cancelled": "2024-04-02", "end": "2024-12-31"},
        {**line, "account": 2, "cancelled": "2024-05-21", "end": "2024-12-31"},
        {**line, "account": 3, "cancelled": "2024-01-01", "end": "2024-03-31"},
        {**line, "account": 3, "start": "2024-04-01"},
    ]
    risks = [RISKS[0], RISKS[2], risk(3, "2024-05-01", "2024-05-02")]
    found = figure(context(lines, "2024-07-31", risks=risks), MetricId.RISKS_BEFORE_NOTICE, QUARTER)
    assert (found.value, found.n) == (Fraction(2, 3), 3)
    assert dict(zip(found.evidence.ids.tolist(), found.evidence.part.tolist(), strict=True)) == {1: 0, 2: 1, 3: 1}
    untold = context([{**line, "account": 1}], "2024-07-31", risks=risks)
    unknown = figure(untold, MetricId.RISKS_BEFORE_NOTICE, QUARTER)
    assert (unknown.value, unknown.why) == (None, Why.NO_DATA)


def test_what_is_to_come_does_not_count(context: Make) -> None:
    book = context([], "2024-05-15", risks=RISKS)
    assert figure(book, MetricId.RISK_DETECTION, QUARTER).n == 3
    assert figure(book, MetricId.RISK_MRR_SAVED, QUARTER).value == 70


def test_without_risks_there_is_no_figure(context: Make) -> None:
    book = context([], "2024-07-31")
    for metric, why in (
        (MetricId.RISK_DETECTION, Why.NO_RISKS),
        (MetricId.RISK_FIRST_TOUCH, Why.NO_RISKS),
        (MetricId.RISKS_AVERTED, Why.NO_RISKS_CLOSED),
        (MetricId.RISK_MRR_SAVED, Why.NO_RISKS_CLOSED),
    ):
        found = figure(book, metric, QUARTER)
        assert (found.value, found.why) == (None, why)


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(1, 3), st.integers(0, 60), st.booleans()), min_size=1, max_size=12))
def test_figures_are_the_sums_of_their_accounts(context: Make, drawn: list[tuple[int, int, bool]]) -> None:
    risks = [
        risk(account, f"2024-{1 + days // 31:02}-{1 + days % 28:02}", "2024-04-01",
             "averted" if good else "lost", "2024-05-01", saved=days)
        for account, days, good in drawn
    ]  # fmt: skip
    book = context([], "2024-07-31", risks=risks)
    for metric in (MetricId.RISK_DETECTION, MetricId.RISKS_AVERTED):
        found = figure(book, metric, QUARTER)
        assert found.n == len(drawn) == found.evidence.whole.sum()
        assert found.evidence.part.sum() == found.part == found.value * found.whole
    averted = figure(book, MetricId.RISKS_AVERTED, QUARTER)
    assert averted.value == pytest.approx(sum(good for _, _, good in drawn) / len(drawn))
    assert figure(book, MetricId.RISK_MRR_SAVED, QUARTER).value == sum(days for _, days, _ in drawn)
