"""The catalogue: every metric once, with its unit, options and groups."""

import subprocess
import sys
from dataclasses import fields
from typing import Any

import pytest

from csdesk.metrics.catalogue import CATALOGUE, figure, figures
from csdesk.metrics.context import Dimension, split
from csdesk.metrics.entries.entry import Better
from csdesk.metrics.measure import Measure, Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import Discounts, EndDate, Rules, Snapshot
from csdesk.metrics.shapes import SHAPES, Frames, checked, empty
from csdesk.models.months import Month, Period, PeriodKind

LINES = [
    {"account": 1, "product": 1, "amount": 100, "start": "2024-01-01", "end": "2024-02-15"},
    {"account": 1, "product": 2, "amount": 80, "start": "2024-02-16"},
    {"account": 2, "product": 2, "amount": 50, "start": "2024-02-01"},
    {"account": 3, "product": -1, "amount": 10, "start": "2024-01-01"},
]
ACCOUNTS = [
    {"account": 1, "name": "a", "tier": "low", "custom:Plan": "Gold"},
    {"account": 2, "name": "b", "tier": "high", "custom:Plan": ""},
]


def month(text: str) -> Period:
    return Period(Month.parse(text))


def test_every_metric_has_one_entry() -> None:
    assert set(CATALOGUE) == set(MetricId)
    known = {field.name for field in fields(Rules)}
    for metric, entry in CATALOGUE.items():
        assert entry.id is metric
        assert set(entry.options) <= known
        assert set(entry.made_from) <= set(MetricId)
    assert CATALOGUE[MetricId.LOGO_CHURN].better is Better.DOWN
    assert {option for entry in CATALOGUE.values() for option in entry.options} == known


@pytest.mark.parametrize("kind", PeriodKind)
def test_a_figure_is_what_its_entry_says(context: Any, kind: PeriodKind) -> None:
    book = context(LINES, "2024-03-31", accounts=ACCOUNTS)
    for metric, entry in CATALOGUE.items():
        for at in ("2023-06", "2024-03", "2026-01"):
            found = figure(book, metric, Period.holding(Month.parse(at), kind))
            assert isinstance(found, Measure)
            assert (found.metric, found.unit, found.dimension) == (metric, entry.unit, None)
            assert found.period == Period.holding(Month.parse(at), kind)
            assert found.value is not None or found.why is not None


def test_groups_by_what_accounts_are(context: Any) -> None:
    book = context(LINES, "2024-03-31", accounts=ACCOUNTS)
    by_tier = figures(book, [MetricId.MRR], [month("2024-02"), month("2024-03")], "tier")
    assert [(m.dimension, m.group, str(m.period), m.value) for m in by_tier] == [
        ("tier", "high", "2024-02", 50),
        ("tier", "high", "2024-03", 50),
        ("tier", "low", "2024-02", 80),
        ("tier", "low", "2024-03", 80),
        ("tier", "", "2024-02", 10),
        ("tier", "", "2024-03", 10),
    ]
    own = figures(book, [MetricId.ACCOUNTS], [month("2024-03")], "custom:Plan")
    assert [(m.group, m.value) for m in own] == [("Gold", 1), ("", 2)]


def test_groups_by_product_share_out_the_lines(context: Any) -> None:
    """A swap of products nets to a contraction for the account, and shows on both sides by product."""
    book = context(LINES, "2024-03-31", accounts=ACCOUNTS)
    metrics = [MetricId.MRR, MetricId.NEW_MRR, MetricId.CHURNED_MRR, MetricId.CONTRACTION_MRR]
    assert [figure(book, metric, month("2024-02")).value for metric in metrics] == [140, 50, 0, 20]
    found = figures(book, metrics, [month("2024-02")], Dimension.PRODUCT)
    assert [(m.group, m.value) for m in found] == [
        *(("1", value) for value in (0, 0, 100, 0)),
        *(("2", value) for value in (130, 130, 0, 0)),
        *(("", value) for value in (10, 0, 0, 0)),
    ]
    late = figures(book, [MetricId.MRR], [month("2024-01")], Dimension.PRODUCT)
    assert [m.value for m in late] == [100, 0, 10]
    assert figures(book, [MetricId.CAC], [month("2024-02")], Dimension.PRODUCT)[0].why is Why.NO_COSTS


def test_groups_by_plan_share_out_the_lines(context: Any) -> None:
    """An upgrade is new in one plan and gone from the other."""
    book = context(
        [
            {"account": 1, "amount": 100, "start": "2024-01-01", "end": "2024-01-31", "plan": "S"},
            {"account": 1, "amount": 150, "start": "2024-02-01", "plan": "M"},
            {"account": 2, "amount": 70, "start": "2024-01-01"},
        ],
        "2024-03-31",
    )
    found = figures(book, [MetricId.MRR, MetricId.CHURNED_MRR], [month("2024-02")], Dimension.PLAN)
    assert [(m.group, m.value) for m in found] == [("M", 150), ("M", 0), ("S", 0), ("S", 100), ("", 70), ("", 0)]


@pytest.mark.parametrize("by", ["name", "colour", "custom:Nothing", "account"])
def test_unknown_dimensions_are_refused(context: Any, by: str) -> None:
    with pytest.raises(ValueError, match=by):
        split(context(LINES, "2024-03-31", accounts=ACCOUNTS), by)


def test_rules_in_words() -> None:
    rules = Rules.parse("house, snapshot=overlap,end_date=day_after,gap_days=7,discounts=gross,paused_is_churn=yes")
    assert rules == Rules(
        Snapshot.OVERLAP, EndDate.DAY_AFTER, gap_days=7, discounts=Discounts.GROSS, paused_is_churn=True
    )
    assert Rules.parse("") == Rules.parse("house") == Rules()


@pytest.mark.parametrize(
    "word",
    [
        "other",
        "snapshot",
        "snapshot=noon",
        "colour=red",
        "gap_days=many",
        "gap_days=-1",
        "ltv_window=0",
        "paused_is_churn=true",
        "gross_margin=1/0",
        "gross_margin=0",
    ],
)
def test_rules_that_are_not_known(word: str) -> None:
    with pytest.raises(ValueError, match=word):
        Rules.parse(f"house,{word}")


def test_frames_are_checked_at_the_door(frames: Any) -> None:
    book: Frames = frames(LINES)
    assert checked("Spans", book.spans) is book.spans
    with pytest.raises(TypeError, match="lacks column mrr"):
        checked("Spans", book.spans.drop(columns="mrr"))
    with pytest.raises(TypeError, match=r"Spans.mrr is float64, not int64"):
        checked("Spans", book.spans.astype({"mrr": "float64"}))
    with pytest.raises(TypeError, match=r"Accounts.name is int64, not text"):
        checked("Accounts", book.accounts.assign(name=1))
    for shape in SHAPES:
        assert checked(shape, empty(shape)).empty
    assert len(checked("Accounts", book.accounts.astype({"tier": "category", "name": "str"}))) == 3


def test_text_may_be_of_any_kind(context: Any, frames: Any) -> None:
    """Categories and pandas strings as well as objects."""
    accounts = [row | {"fit": "good", "channel": "web"} for row in ACCOUNTS]
    answers = [
        {"answer": 1, "account": 1, "survey": "ces", "score": 6.0, "direction": "high_is_easy", "on": "2024-02-01"}
    ]
    costs = [{"month": Month.parse("2024-02").ordinal, "purpose": "acquisition", "channel": "web", "amount": 50}]
    plain = frames(LINES, accounts=accounts, answers=answers, costs=costs)
    wanted = None
    for dtype in ("object", "category", "str"):
        tables = {
            name: getattr(plain, name).astype(
                {column: dtype for column, kind in SHAPES[shape].items() if kind == "text"}
            )
            for name, shape in (("accounts", "Accounts"), ("answers", "Answers"), ("costs", "Costs"))
        }
        book = context(LINES, "2024-03-31", **tables)
        got = [
            (m.metric, m.group, m.value, m.why)
            for by in ("", "tier", "channel")
            for m in figures(book, MetricId, [month("2024-02")], by)
        ]
        assert wanted is None or got == wanted
        wanted = got


def test_pandas_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, csdesk.metrics.catalogue, csdesk.metrics.revenue.doubts; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
