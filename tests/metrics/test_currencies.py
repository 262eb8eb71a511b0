"""Several currencies: what customers did and what exchange rates did are told apart, exactly."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.ahead.forecast import forecast
from csdesk.metrics.ahead.history import history_of
from csdesk.metrics.catalogue import CATALOGUE, figure
from csdesk.metrics.context import Context, context_of, split
from csdesk.metrics.engine.currencies import at_last_rates, unpriced, worth
from csdesk.metrics.engine.lacks import Lack, kind_of
from csdesk.metrics.engine.movements import MOVEMENTS, Movement
from csdesk.metrics.entries.entry import Source
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.retention.cohorts import CohortKind, cohort_cell, triangle
from csdesk.metrics.revenue.doubts import doubts
from csdesk.metrics.revenue.levels import cmrr_bridge
from csdesk.metrics.revenue.moved import moved
from csdesk.metrics.rules import HOUSE_RULES, Rules
from csdesk.metrics.shapes import Currencies, Foreign, Frames, Rates
from csdesk.models.kinds import ChangeKind
from csdesk.models.money import TICKS, from_ticks, to_ticks
from csdesk.models.months import Month, Period, PeriodKind, periods_between
from tests.metrics.test_oracle import BEGIN, DAY, Line, contract_lines, every_rule
from tests.thorough import examples

M = MetricId
GOT = (
    M.START_MRR,
    M.NEW_MRR,
    M.REACTIVATION_MRR,
    M.EXPANSION_MRR,
    M.CONTRACTION_MRR,
    M.CHURNED_MRR,
    M.FX_EFFECT,
    M.MRR,
)
MOVED = ((1, M.START_MRR), (1, M.NEW_MRR), (1, M.REACTIVATION_MRR), (1, M.EXPANSION_MRR), (1, M.FX_EFFECT),
         (-1, M.CONTRACTION_MRR), (-1, M.CHURNED_MRR))  # fmt: skip

Course = Mapping[str, Mapping[str, object]]


def priced(frames: Any, frame: Any, rows: list[dict[str, Any]], rates: Course) -> Frames:
    """Frames of lines of which some have a `currency`; their amounts are in it."""
    lines, foreign = [], []
    for at, row in enumerate(rows):
        own = {"mrr": row.get("mrr", row.get("amount", 0) * TICKS)}
        own["gross"] = row.get("gross", own["mrr"])
        plain = {k: v for k, v in row.items() if k not in {"amount", "currency"}} | own
        logo = row.get("logo", own["mrr"] > 0)
        if row.get("currency") and max(own.values()) > 0:
            foreign.append({"line": at, "currency": row["currency"], **own})
            plain |= {"mrr": 0, "gross": 0}
        lines.append(plain | {"logo": logo})
    made: Frames = frames(lines)
    if not foreign:
        return made
    table = [
        {"month": Month.parse(month).ordinal, "currency": code, "rate": str(rate)}
        for code, course in rates.items()
        for month, rate in course.items()
    ]
    currencies = Currencies(Foreign(frame("Foreign", foreign)), Rates(frame("Rates", table)))
    return replace(made, spans=at_last_rates(made.spans, currencies), currencies=currencies)


@pytest.fixture
def book(frames: Any, frame: Any) -> Any:
    def make(rows: list[dict[str, Any]], as_of: str, rates: Course, rules: Rules = HOUSE_RULES) -> Context:
        return context_of(priced(frames, frame, rows, rates), as_of=date.fromisoformat(as_of), rules=rules)

    return make


def months(context: Context, month: str) -> list[object]:
    return [figure(context, metric, Period(Month.parse(month))).value for metric in GOT]


USD = {"2024-01": 150, "2024-02": 150, "2024-03": 160, "2024-04": 140}


def test_what_stays_is_worth_more(book: Any) -> None:
    """100 dollars at 150, 150, 160 and 140 yen: nobody did anything."""
    one = book(
        [{"account": 1, "start": "2024-01-10", "amount": 100, "currency": "USD"}], "2024-04-30", USD and {"USD": USD}
    )
    assert months(one, "2024-01") == [0, 15_000, 0, 0, 0, 0, 0, 15_000]
    assert months(one, "2024-02") == [15_000, 0, 0, 0, 0, 0, 0, 15_000]
    assert months(one, "2024-03") == [15_000, 0, 0, 0, 0, 0, 1_000, 16_000]
    assert months(one, "2024-04") == [16_000, 0, 0, 0, 0, 0, -2_000, 14_000]
    quarter = Period(Month.parse("2024-01"), PeriodKind.QUARTER)
    assert [figure(one, metric, quarter).value for metric in GOT] == [0, 15_000, 0, 0, 0, 0, 1_000, 16_000]
    for metric, value in ((M.GROSS_REVENUE_RETENTION, 1), (M.NET_REVENUE_RETENTION, 1), (M.NET_MRR_CHURN, 0)):
        assert figure(one, metric, Period(Month.parse("2024-04"))).value == value
    assert figure(one, M.QUICK_RATIO, Period(Month.parse("2024-03"))).value is None
    assert not moved(one, Period(Month.parse("2024-02")))
    (effect,) = moved(one, Period(Month.parse("2024-04")))
    assert (effect.movement, effect.mrr, effect.signed, effect.change) == (Movement.FX, -2_000, -2_000, None)


def test_what_customers_do_is_held_at_the_rates_of_the_month_before(book: Any) -> None:
    """In March, when a dollar went from 150 to 160 yen: one rises from 100 to 130 dollars, one falls to 60, one leaves,
    one comes with 10, one comes back with 20, and one in yen rises by 500."""
    rows = [
        {"account": 1, "start": "2024-01-01", "end": "2024-03-09", "amount": 100, "currency": "USD"},
        {"account": 1, "start": "2024-03-10", "amount": 130, "currency": "USD"},
        {"account": 2, "start": "2024-01-01", "end": "2024-03-09", "amount": 100, "currency": "USD"},
        {"account": 2, "start": "2024-03-10", "amount": 60, "currency": "USD"},
        {"account": 3, "start": "2024-01-01", "end": "2024-03-09", "amount": 100, "currency": "USD"},
        {"account": 4, "start": "2024-03-05", "amount": 10, "currency": "USD"},
        {"account": 5, "start": "2024-01-01", "end": "2024-01-31", "amount": 9, "currency": "USD"},
        {"account": 5, "start": "2024-03-01", "amount": 20, "currency": "USD"},
        {"account": 6, "start": "2024-01-01", "end": "2024-03-09", "amount": 5_000},
        {"account": 6, "start": "2024-03-10", "amount": 5_500},
    ]
    one, march = book(rows, "2024-03-31", {"USD": USD}), Period(Month.parse("2024-03"))
    assert months(one, "2024-03") == [50_000, 1_600, 3_200, 4_500 + 500, 6_000, 15_000, 1_300 + 600, 40_700]
    effect = figure(one, M.FX_EFFECT, march)
    assert dict(zip(effect.evidence.ids.tolist(), effect.evidence.part.tolist(), strict=True)) == {
        1: 1_300 * TICKS, 2: 600 * TICKS,
    }  # fmt: skip
    assert figure(one, M.GROSS_MRR_CHURN, march).value == Fraction(6_000 + 15_000, 50_000)
    assert figure(one, M.NET_MRR_CHURN, march).value == Fraction(6_000 + 15_000 - 5_000, 50_000)
    assert figure(one, M.NET_REVENUE_RETENTION, march).value == Fraction(34_000, 50_000)
    grown = figure(one, M.EXPANSION_MRR, march)
    assert sum(amount for _, amount in grown.kinds) == 5_000


def test_an_account_that_goes_from_one_currency_to_another(book: Any) -> None:
    """From 100 dollars (15,000 yen in February) to 15,500 yen: 500 more, and no rate has made it."""
    rows = [
        {"account": 1, "start": "2024-01-01", "end": "2024-03-09", "amount": 100, "currency": "USD"},
        {"account": 1, "start": "2024-03-10", "amount": 15_500},
    ]
    assert months(book(rows, "2024-03-31", {"USD": USD}), "2024-03") == [15_000, 0, 0, 500, 0, 0, 0, 15_500]


def test_a_rate_and_a_customer_that_cancel_each_other_out(book: Any) -> None:
    rows = [
        {"account": 1, "start": "2024-01-01", "amount": 100, "currency": "USD"},
        {"account": 1, "start": "2024-01-01", "end": "2024-03-09", "amount": 5_000, "product": 2},
        {"account": 1, "start": "2024-03-10", "amount": 4_000, "product": 2},
    ]
    one = book(rows, "2024-03-31", {"USD": USD})
    assert months(one, "2024-03") == [20_000, 0, 0, 0, 1_000, 0, 1_000, 20_000]
    parts = [(p.movement, p.mrr) for p in moved(one, Period(Month.parse("2024-03")))]
    assert parts == [(Movement.CONTRACTION, 1_000), (Movement.FX, 1_000)]


def test_kinds_of_change_know_no_rates(book: Any) -> None:
    """A line that goes on is no change, whatever its rate; an add-on in dollars is one, at the rate before."""
    rows = [
        {"account": 1, "start": "2024-01-01", "amount": 100, "currency": "USD"},
        {"account": 1, "start": "2024-03-10", "amount": 10, "currency": "USD", "extra": True},
    ]
    (part, effect) = moved(book(rows, "2024-03-31", {"USD": USD}), Period(Month.parse("2024-03")))
    assert (part.movement, part.change, part.mrr, part.line) == (Movement.EXPANSION, ChangeKind.ADD_ON, 1_500, 1)
    assert (effect.movement, effect.mrr) == (Movement.FX, 1_100)


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ({"2024-01": 150, "2024-03": 160}, [15_000, 15_000, 16_000, 16_000]),
        ({"2024-03": 160}, [16_000] * 4),
        ({"2024-01": "155.25"}, [15_525] * 4),
        ({"2023-06": 100, "2024-04": 101, "2024-05": 999}, [10_000, 10_000, 10_000, 10_100]),
        ({"2024-09": 120}, [12_000] * 4),
    ],
)
def test_months_without_a_rate(book: Any, rates: Any, expected: list[int]) -> None:
    """The last one holds; the first one before there is any; and nobody knows what is still to come."""
    one = book([{"account": 1, "start": "2024-01-01", "amount": 100, "currency": "USD"}], "2024-04-30", {"USD": rates})
    assert [figure(one, M.MRR, Period(Month.parse(f"2024-0{month}"))).value for month in range(1, 5)] == expected


def test_a_currency_without_any_rate_is_in_no_sum_and_is_named(book: Any) -> None:
    rows = [
        {"account": 1, "start": "2024-01-01", "amount": 100, "currency": "USD"},
        {"account": 2, "start": "2024-01-01", "amount": 7, "currency": "EUR"},
        {"account": 3, "start": "2024-01-01", "mrr": 0, "logo": True},
        {"account": 4, "start": "2024-01-01", "amount": 3},
    ]
    one = book(rows, "2024-03-31", {"USD": USD})
    march = Period(Month.parse("2024-03"))
    assert figure(one, M.MRR, march).value == 16_003
    assert figure(one, M.ACCOUNTS, march).value == 4
    lacks = one.lacks
    named = {
        (kind_of(lack), account) for lack, account in zip(lacks.lack.tolist(), lacks.account.tolist(), strict=True)
    }
    assert {(Lack.RATE, 2), (Lack.AMOUNT, 3)} == {one for one in named if one[0] in {Lack.RATE, Lack.AMOUNT}}
    assert unpriced(one.frames.spans, one.frames.currencies).tolist() == [False, True, False, False]
    assert unpriced(one.frames.spans, None).tolist() == [False] * 4


def test_what_is_committed_is_held_at_the_rates_of_the_day(book: Any) -> None:
    rows = [
        {"account": 1, "start": "2024-01-01", "amount": 100, "currency": "USD"},
        {"account": 2, "start": "2024-01-01", "end": "2024-03-20", "amount": 10, "currency": "USD"},
        {"account": 3, "start": "2024-04-01", "amount": 1, "currency": "USD"},
    ]
    bridge = cmrr_bridge(book(rows, "2024-04-30", {"USD": USD}), Period(Month.parse("2024-02")))
    steps = (bridge.mrr, bridge.won, bridge.upgrades, bridge.withdrawals, bridge.downgrades, bridge.cmrr)
    assert [step.value for step in steps] == [16_500, 150, 0, 1_500, 0, 15_150]


def test_cohorts_stay_at_their_first_rates(book: Any) -> None:
    rows = [
        {"account": 1, "start": "2024-01-01", "amount": 100, "currency": "USD"},
        {"account": 2, "start": "2024-01-01", "end": "2024-03-20", "amount": 100, "currency": "USD"},
        {"account": 3, "start": "2024-03-01", "amount": 10, "currency": "USD"},
    ]
    one = book(rows, "2024-04-30", {"USD": USD})
    cells = {
        str(cohort.start): [(cell.part, cell.whole) for cell in cohort.cells]
        for cohort in triangle(one.ledger, CohortKind.REVENUE, PeriodKind.MONTH).cohorts
    }
    january = [(30_000, 30_000), (30_000, 30_000), (15_000, 30_000), (15_000, 30_000)]
    assert cells == {"2024-01": january, "2024-03": [(1_600, 1_600)] * 2}
    cell = cohort_cell(one.ledger, CohortKind.REVENUE, Period(Month.parse("2024-01")), 3)
    assert (cell.part, cell.whole, cell.value) == (15_000, 30_000, Fraction(1, 2))


def test_lines_that_run_on_are_no_overlaps(book: Any) -> None:
    rows = [
        {"account": 1, "start": "2024-01-01", "amount": 100, "currency": "USD"},
        {"account": 1, "start": "2024-02-01", "amount": 1_000},
    ]
    one = book(rows, "2024-04-30", {"USD": USD})
    (found,) = doubts(one.ledger, one.frames.spans, one.frames.invoices, Period(Month.parse("2024-04")))
    assert (found.on, found.days, found.mrr) == (date(2024, 2, 1), 90, 1_000)


def test_an_amount_beyond_all_bits_is_summed_exactly(book: Any) -> None:
    rows = [{"account": n, "start": "2024-01-01", "mrr": 10**13 * TICKS, "currency": "KWD"} for n in (1, 2)]
    one = book(rows, "2024-02-29", {"KWD": {"2024-01": 5_000, "2024-02": 5_001}})
    assert months(one, "2024-02")[-2:] == [2 * 10**13, 2 * 5_001 * 10**13]
    assert one.frames.spans["mrr"].tolist() == [2**63 - 1] * 2


def test_halves_of_a_tick_go_away_from_zero_once_a_line(book: Any) -> None:
    rows = [{"account": n, "start": "2024-01-01", "mrr": 1, "gross": 1, "currency": "USD"} for n in (1, 2, 3)]
    one = book(rows, "2024-01-31", {"USD": {"2024-01": "1/2"}})
    assert figure(one, M.MRR, Period(Month.parse("2024-01"))).value == Fraction(3, TICKS)


def test_a_book_in_which_no_line_counts_yet(book: Any) -> None:
    """A foreign line that is yet to begin, or free, makes no piece of anything."""
    one = book([{"account": 1, "start": "2024-01-01", "amount": 0, "currency": "USD"}], "2024-02-29", {"USD": USD})
    assert len(one.ledger.segments.end) == len(one.ledger.segments.owner) == 0


# -- random books ----------------------------------------------------------------------------------------------------

OF_LINES = [entry.id for entry in CATALOGUE.values() if entry.source is not Source.OTHER]
CODES = ("", "USD", "EUR", "GBP")
MONTHS = [str(Month.of(BEGIN) + n) for n in range(-2, 12)]
a_rate = st.fractions(Fraction(1, 200), 200, max_denominator=997)
courses = st.fixed_dictionaries(
    {code: st.dictionaries(st.sampled_from(MONTHS), a_rate, min_size=1) for code in CODES[1:]}
)
days = st.integers(20, 300).map(lambda n: BEGIN + n * DAY)
own = st.lists(st.sampled_from(CODES), min_size=30, max_size=30)


def rows_of(lines: list[Line], codes: list[str]) -> list[dict[str, Any]]:
    return [line.row() | {"currency": code} for line, code in zip(lines, codes, strict=False)]


@settings(max_examples=examples(25), deadline=None)
@given(contract_lines(), own, courses, every_rule, days)
def test_nothing_is_lost(
    frames: Any, frame: Any, lines: list[Line], codes: list[str], rates: Course, rules: Rules, as_of: date
) -> None:
    """start + new + reactivation + expansion - contraction - churn + FX = end: per account, group and in all."""
    rows = [row | {"product": at % 2} for at, row in enumerate(rows_of(lines, codes))]
    made = priced(frames, frame, rows, rates)
    one = context_of(made, as_of=as_of, rules=replace(rules, reactivation_offsets=False))
    groups = split(one, "product")
    for kind in PeriodKind:
        for period in periods_between(Month.of(BEGIN), Month.of(as_of), kind, 4):
            if one.unseen(period) or not one.amounts_known:
                continue
            for each in (one, *(group for group in groups if group.amounts_known)):
                balances(each, period)
            parts = [figure(group, M.MRR, period).value or 0 for group in groups]
            assert sum(parts) == figure(one, M.MRR, period).value
            check_rates(one, period, known=all(line.net is not None for line in lines))


def balances(one: Context, period: Period) -> None:
    left: dict[int, int] = {}
    end = figure(one, M.MRR, period)
    for sign, metric in MOVED:
        got = figure(one, metric, period)
        for account, part in zip(got.evidence.ids.tolist(), got.evidence.part.tolist(), strict=True):
            left[account] = left.get(account, 0) + sign * part
    there = dict(zip(end.evidence.ids.tolist(), end.evidence.part.tolist(), strict=True))
    assert {account: part for account, part in left.items() if part} == there
    assert sum(sign * figure(one, metric, period).value for sign, metric in MOVED) == end.value
    told = sum(move.signed for move in moved(one, period))
    assert told == end.value - figure(one, M.START_MRR, period).value


def check_rates(one: Context, period: Period, *, known: bool) -> None:
    """A line whose amount is not `known` makes a logo of no MRR, which may grow and is in no rate on MRR."""
    gross, net = (figure(one, metric, period) for metric in (M.GROSS_MRR_CHURN, M.NET_MRR_CHURN))
    if gross.value is None:
        return
    assert 0 <= gross.value <= 1
    if known and period.kind is PeriodKind.MONTH and all(one.ledger.entered == 0):
        lost = figure(one, M.CONTRACTION_MRR, period).value + figure(one, M.CHURNED_MRR, period).value
        assert gross.value == lost / gross.whole
        assert net.value == (lost - figure(one, M.EXPANSION_MRR, period).value) / gross.whole
    assert net.value == 1 - figure(one, M.NET_REVENUE_RETENTION, period).value


@settings(max_examples=examples(15), deadline=None)
@given(
    contract_lines(), own, st.fixed_dictionaries({code: st.integers(1, 200) for code in CODES[1:]}), every_rule, days
)
def test_rates_that_never_change_are_a_book_of_one_currency(
    frames: Any, frame: Any, lines: list[Line], codes: list[str], rates: dict[str, int], rules: Rules, as_of: date
) -> None:
    lines = [replace(line, net=line.net and line.net % 10**9, gross=line.gross % 10**9) for line in lines]
    steady = {code: {"2022-11": rate, "2023-05": rate} for code, rate in rates.items()}
    many = context_of(priced(frames, frame, rows_of(lines, codes), steady), as_of=as_of, rules=rules)
    scaled = [
        {**row, "mrr": row["mrr"] * rates.get(code, 1), "gross": row["gross"] * rates.get(code, 1)}
        for row, code in zip((line.row() for line in lines), codes, strict=False)
    ]
    single = context_of(frames(scaled), as_of=as_of, rules=rules)
    for period in periods_between(Month.of(BEGIN) + -1, Month.of(as_of), PeriodKind.MONTH):
        for metric in OF_LINES:
            assert figure(many, metric, period).value == figure(single, metric, period).value, metric
        assert moved(many, period) == moved(single, period)
    for kind in CohortKind:
        assert triangle(many.ledger, kind, PeriodKind.QUARTER) == triangle(single.ledger, kind, PeriodKind.QUARTER)


@settings(max_examples=examples(15), deadline=None)
@given(contract_lines(), own, courses, every_rule, days, st.sampled_from(CODES[1:]), st.sampled_from(MONTHS), a_rate)
def test_another_rate_is_another_fx_effect_and_nothing_else(
    frames: Any, frame: Any, lines: list[Line], codes: list[str], rates: Course, rules: Rules, as_of: date,
    code: str, month: str, rate: Fraction,
) -> None:  # fmt: skip
    """Who came, went, rose and fell stays as it was; months before it, and shares from other months on, as well."""
    dense = {one: {m: course.get(m, 1) for m in MONTHS} for one, course in rates.items()}
    other = {**dense, code: {**dense[code], month: rate}}
    rows = [row | {"gross": row["mrr"], "discount_end": "NaT"} for row in rows_of(lines, codes)]
    one, two = (context_of(priced(frames, frame, rows, each), as_of=as_of, rules=rules) for each in (dense, other))
    changed = Month.parse(month).ordinal
    same_currency = len({code for code, line in zip(codes, lines, strict=False) if line.net}) <= 1
    if same_currency:
        assert [kinds(context) for context in (one,)] == [kinds(two)]
    for period in periods_between(Month.of(BEGIN), Month.of(as_of), PeriodKind.MONTH):
        if period.first.ordinal not in {changed, changed + 1}:
            for metric in (*GOT, M.GROSS_REVENUE_RETENTION, M.NET_REVENUE_RETENTION, M.LOGO_CHURN):
                assert figure(one, metric, period).value == figure(two, metric, period).value, metric


def kinds(context: Context) -> list[tuple[int, int, Movement]]:
    moves = context.moves
    columns = (moves.month.tolist(), moves.owner.tolist(), moves.kind.tolist())
    return [(month, owner, MOVEMENTS[kind]) for month, owner, kind in zip(*columns, strict=True)]


def test_a_forecast_holds_rates_still(book: Any) -> None:
    """A rate that halves and comes back is neither growth nor a range; what customers pay goes on as it was."""
    rows = [
        {"account": 1, "amount": 100, "currency": "USD", "start": "2022-01-01"},
        {"account": 2, "amount": 50, "start": "2022-01-01"},
    ]
    rates = {"USD": {f"2022-{month:02d}": 100 + 50 * (month % 2) for month in range(1, 13)}}
    past = history_of(book(rows, "2022-12-31", rates))
    assert set(past.end.tolist()) == {100 * 100 + 50}
    found = forecast(past)
    assert found is not None
    assert {(one.value, one.low, one.high) for one in found.months} == {(10_050, 10_050, 10_050)}
    (group,) = split(book(rows, "2022-12-31", rates), "tier")
    assert history_of(group).end.tolist() == past.end.tolist()


small_and_large = st.integers(-(2**20), 2**20) | st.integers(-(2**63), 2**63 - 1)


@given(st.lists(small_and_large, max_size=4), st.fractions(Fraction(1, 10**6), 10**6, max_denominator=10**9))
def test_worth_is_rounded_from_the_exact_product(ticks: list[int], rate: Fraction) -> None:
    exact = [(abs(tick) * rate + Fraction(1, 2)).__floor__() * (1 if tick > 0 else -1) for tick in ticks]
    assert worth(np.array(ticks, dtype=np.int64), rate).tolist() == exact


@given(small_and_large)
def test_ticks_there_and_back(ticks: int) -> None:
    assert to_ticks(from_ticks(ticks)) == ticks
