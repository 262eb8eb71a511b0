"""After lines have changed: what is taken from before, spliced with what is made anew, is what all made anew is."""

from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure
from csdesk.metrics.context import Context, context_of
from csdesk.metrics.engine.ledger import Ledger
from csdesk.metrics.engine.splice import touched_accounts
from csdesk.metrics.measure import Measure
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.rules import Rules
from csdesk.models.money import MOST_MONEY, TICKS
from csdesk.models.months import Month, Period, PeriodKind, periods_between
from tests.metrics.test_currencies import courses, own, priced, rows_of
from tests.metrics.test_oracle import BEGIN, DAY, Line, contract_lines, every_rule
from tests.thorough import examples

SPLICED = ("moves", "parts", "partings", "effects")
FIGURES = (
    MetricId.MRR,
    MetricId.ARPA,
    MetricId.ACCOUNTS,
    MetricId.START_MRR,
    MetricId.START_ACCOUNTS,
    MetricId.NEW_MRR,
    MetricId.REACTIVATION_MRR,
    MetricId.EXPANSION_MRR,
    MetricId.CONTRACTION_MRR,
    MetricId.CHURNED_MRR,
    MetricId.NET_MRR_CHURN,
    MetricId.GROSS_MRR_CHURN,
    MetricId.MRR_GROWTH,
    MetricId.LOGO_CHURN,
    MetricId.QUICK_RATIO,
    MetricId.GROWTH_FROM_EXISTING,
    MetricId.UPSELL_RATE,
)
"""Those that are kept by what they read."""
PERIODS = (
    *periods_between(Month.of(BEGIN), Month.of(BEGIN) + 9, PeriodKind.MONTH)[::2],
    *periods_between(Month.of(BEGIN), Month.of(BEGIN) + 5, PeriodKind.QUARTER),
)
as_of_days = st.integers(40, 300).map(lambda n: BEGIN + n * DAY)


def columns(table: Any, order: Any = slice(None)) -> dict[str, list[Any]]:
    found = {f.name: getattr(table, f.name) for f in fields(table)}
    return {name: column[order].tolist() for name, column in found.items() if isinstance(column, np.ndarray)}


def told(ledger: Ledger) -> Any:
    """All that a ledger says; its segments stand in no order."""
    segments = columns(ledger.segments)
    accounts = segments.pop("accounts")
    rest = (ledger.snapshot, ledger.cutoff, ledger.first, ledger.last, ledger.complete)
    return accounts, sorted(zip(*segments.values(), strict=True)), columns(ledger), rest


def same(one: Context, other: Context) -> None:
    assert told(one.ledger) == told(other.ledger)
    for name in SPLICED:
        assert columns(getattr(one, name)) == columns(getattr(other, name)), name
    for name, period in product(FIGURES, PERIODS):
        assert opened(figure(one, name, period)) == opened(figure(other, name, period)), (name, str(period))


def opened(measure: Measure) -> Any:
    behind = measure.evidence
    return replace(measure, evidence=None), *(column.tolist() for column in (behind.ids, behind.part, behind.whole))


def asked(known: Context) -> None:
    """Only what was asked for before is taken over."""
    assert all(getattr(known, name) for name in SPLICED)
    for name, period in product(FIGURES, PERIODS):
        figure(known, name, period)


@settings(max_examples=examples(60), deadline=None)
@given(
    before=contract_lines(),
    now=contract_lines(),
    which=st.lists(st.sampled_from(["stays", "stays", "stays", "edited", "gone"]), min_size=9, max_size=9),
    added=st.integers(0, 2),
    rules=every_rule,
    as_of=as_of_days,
)
def test_spliced_is_as_made_anew(
    frames: Any, before: list[Line], now: list[Line], which: list[str], added: int, rules: Rules, as_of: date
) -> None:
    old = [line.row() | {"line": at, "product": at % 2, "plan": "xy"[at % 3 % 2]} for at, line in enumerate(before)]
    new, fresh = [], iter(now)
    for row, fate in zip(old, which, strict=False):
        if fate == "edited" and (line := next(fresh, None)):
            new.append(row | line.row())
        elif fate != "gone":
            new.append(row)
    new += [line.row() | {"line": 100 + at, "product": 1} for at, line in zip(range(added), fresh, strict=False)]
    known = context_of(frames(old), as_of=as_of, rules=rules)
    asked(known)
    made = frames(new)
    same(context_of(made, as_of=as_of, rules=rules, known=known), context_of(made, as_of=as_of, rules=rules))


@settings(max_examples=examples(40), deadline=None)
@given(
    before=contract_lines(),
    now=contract_lines(),
    edited=st.lists(st.sampled_from([False, False, True]), min_size=30, max_size=30),
    codes=st.tuples(own, own),
    rates=courses,
    rules=every_rule,
    as_of=as_of_days,
)
def test_spliced_is_as_made_anew_in_several_currencies(
    frames: Any,
    frame: Any,
    before: list[Line],
    now: list[Line],
    edited: list[bool],
    codes: tuple[list[str], list[str]],
    rates: Any,
    rules: Rules,
    as_of: date,
) -> None:
    old, other = rows_of(before, codes[0]), rows_of(now, codes[1])
    new = [to if change else row for row, to, change in zip(old, other, edited, strict=False)]
    new += old[len(new) :] + other[len(old) :]
    known = context_of(priced(frames, frame, old, rates), as_of=as_of, rules=rules)
    asked(known)
    made = priced(frames, frame, new, rates)
    found, anew = (context_of(made, as_of=as_of, rules=rules, known=one) for one in (known, None))
    same(found, anew)
    some = np.arange(len(new)) % 2 == 0
    views = (
        lambda ledger: ledger.at_first_rates(),
        lambda ledger: ledger.of_lines(some),
        lambda ledger: replace(ledger, segments=ledger.at_rates_of(Month.of(as_of))),
        lambda ledger: ledger.among(np.array([2])).at_first_rates(),
    )
    for view in views:
        assert told(view(found.ledger)) == told(view(anew.ledger))


def test_another_currency_of_the_same_worth_today(frames: Any, frame: Any) -> None:
    """100 dollars are as many yen as 100 euros in June, and were not in March."""
    rates = {"USD": {"2024-03": 140, "2024-06": 150}, "EUR": {"2024-03": 160, "2024-06": 150}}
    lines = [{"account": 1, "start": "2024-03-01", "amount": 100}]
    dollars, euros = (
        priced(frames, frame, [row | {"currency": code} for row in lines], rates) for code in ("USD", "EUR")
    )
    known = context_of(dollars, as_of=date(2024, 6, 30))
    asked(known)
    found = context_of(euros, as_of=date(2024, 6, 30), known=known)
    same(found, context_of(euros, as_of=date(2024, 6, 30)))
    assert found.moves.ticks.tolist() == [16_000 * TICKS]


def test_another_currency_of_the_same_worth_but_at_the_start(frames: Any, frame: Any) -> None:
    """100 dollars are 100 euros in May and June, when the customer turns to euros; they were not in March."""
    rates = {"USD": {"2024-03": 140, "2024-05": 150}, "EUR": {"2024-03": 160, "2024-05": 150}}
    lines = [{"start": "2024-01-01", "end": "2024-05-31"}, {"start": "2024-06-01"}]
    codes, quarter = (("USD", "USD"), ("USD", "EUR")), Period(Month(2024 * 12 + 3), PeriodKind.QUARTER)
    known, turned = (
        priced(
            frames, frame, [row | {"amount": 100, "currency": of} for row, of in zip(lines, pair, strict=True)], rates
        )
        for pair in codes
    )
    before = context_of(known, as_of=date(2024, 6, 30))
    assert figure(before, MetricId.NET_REVENUE_RETENTION, quarter).value == 1
    now = context_of(turned, as_of=date(2024, 6, 30), known=before)
    assert figure(now, MetricId.NET_REVENUE_RETENTION, quarter).value == Fraction(160, 140)


def test_what_was_there_before_the_records_begin(frames: Any) -> None:
    opening = [{"account": 1, "amount": 100, "start": "2023-03-01", "opening": flag} for flag in (False, True)]
    known = context_of(frames([opening[0]]), as_of=date(2023, 8, 31))
    asked(known)
    made = frames([opening[1]])
    same(context_of(made, as_of=date(2023, 8, 31), known=known), context_of(made, as_of=date(2023, 8, 31)))


OLD = [
    {"account": 1, "amount": 100, "start": "2024-01-01"},
    {"account": 2, "amount": 70, "start": "2024-02-01", "end": "2024-03-31"},
    {"account": 3, "amount": 50, "start": "2024-03-01"},
]


@pytest.mark.parametrize(
    ("new", "touched"),
    [
        (OLD, []),
        ([*OLD, {"account": 9, "amount": 1, "start": "2024-01-01"}], [9]),
        ([OLD[0], OLD[1] | {"reason": "price"}, OLD[2]], [2]),
        ([OLD[0], OLD[1], OLD[2] | {"term_end": "2024-12-31"}], [3]),
        ([OLD[0] | {"account": 2}, *OLD[1:]], [1, 2]),
        ([OLD[0] | {"line": 0}, OLD[2] | {"line": 2}], [2]),
        ([], [1, 2, 3]),
    ],
    ids=["nothing", "added", "reason", "term", "another account", "deleted", "all deleted"],
)
def test_touched_accounts(spans: Any, new: list[dict[str, Any]], touched: list[int]) -> None:
    assert touched_accounts(spans(OLD), spans(new)).tolist() == touched


def test_nothing_touched_is_the_ledger_itself(frames: Any) -> None:
    known = context_of(frames(OLD), as_of=date(2024, 6, 30))
    moves = known.moves
    again = context_of(frames(OLD), as_of=date(2024, 6, 30), known=known)
    assert again.ledger is known.ledger
    assert again.moves is moves


def test_figures_of_months_that_nothing_touched_are_those_that_were_known(frames: Any) -> None:
    february, march, may = (Period(Month(2024 * 12 + number - 1)) for number in (2, 3, 5))
    known = context_of(frames(OLD), as_of=date(2024, 6, 30))
    new, mrr = (
        {at: figure(known, name, at) for at in (february, march, may)} for name in (MetricId.NEW_MRR, MetricId.MRR)
    )
    grown = frames(
        [OLD[0] | {"end": "2024-03-31"}, *OLD[1:], OLD[0] | {"line": 9, "amount": 130, "start": "2024-04-01"}]
    )
    found = context_of(grown, as_of=date(2024, 6, 30), known=known)
    assert all(figure(found, MetricId.NEW_MRR, at) is new[at] for at in new)
    assert [figure(found, MetricId.MRR, at) is mrr[at] for at in mrr] == [True, True, False]
    assert figure(found, MetricId.MRR, may).value == 180


@pytest.mark.parametrize("other", [{"as_of": date(2024, 5, 31)}, {"rules": Rules(gap_days=3)}])
def test_another_day_or_rule_is_made_anew(frames: Any, other: dict[str, Any]) -> None:
    known = context_of(frames(OLD), as_of=date(2024, 6, 30))
    asked = {"as_of": date(2024, 6, 30)} | other
    found = context_of(frames(OLD), known=known, **asked)
    assert found.ledger is not known.ledger
    same(found, context_of(frames(OLD), **asked))


def test_records_that_end_another_day_are_made_anew(frames: Any) -> None:
    known = context_of(frames(OLD, np.datetime64("2024-03-31")), as_of=date(2024, 6, 30))
    found = context_of(frames(OLD), as_of=date(2024, 6, 30), known=known)
    same(found, context_of(frames(OLD), as_of=date(2024, 6, 30)))


def test_an_amount_beyond_64_bits_among_small_ones(frames: Any) -> None:
    huge = {"account": 2, "mrr": MOST_MONEY * TICKS, "gross": MOST_MONEY * TICKS, "start": "2024-01-01"}
    known = context_of(frames(OLD), as_of=date(2024, 6, 30))
    asked(known)
    made = frames([*OLD, huge, huge | {"account": 4}])
    same(context_of(made, as_of=date(2024, 6, 30), known=known), context_of(made, as_of=date(2024, 6, 30)))
