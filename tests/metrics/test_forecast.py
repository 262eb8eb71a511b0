"""What may come: from own history, with a range that is honest about little data, and held against what came."""

from math import comb
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from csdesk.metrics.ahead.chances import leaving, student
from csdesk.metrics.ahead.forecast import HORIZONS, Method, Proof, forecast, learned
from csdesk.metrics.ahead.history import FEWEST, WINDOW, History, history_of
from csdesk.metrics.ahead.losses import kept_before, leavings, renewals_ahead
from csdesk.metrics.retention.renewals import RenewalState
from csdesk.models.months import Month, months_between

JANUARY = Month.parse("2023-01")


def history(ends: list[float], **columns: list[float]) -> History:
    """Months that end at those levels, all growth coming from new accounts, all losses from churn."""
    change = np.diff(ends)
    nothing = np.zeros(len(change))
    made: dict[str, Any] = {
        "start": np.array(ends[:-1]),
        "end": np.array(ends[1:]),
        "new": np.maximum(change, 0),
        "churned": np.maximum(-change, 0),
        **dict.fromkeys(("regained", "expanded", "contracted", "left"), nothing),
        **dict.fromkeys(("accounts", "stayed"), nothing + 10),
    }
    made |= {name: np.array(values, dtype=float) for name, values in columns.items()}
    return History(tuple(JANUARY + at for at in range(len(change))), **made)


@pytest.mark.parametrize(("degrees", "wanted"), [(4, 1.5332), (5, 1.4759), (10, 1.3722), (30, 1.3104), (120, 1.2886)])
def test_students_quantile(degrees: int, wanted: float) -> None:
    assert student(degrees) == pytest.approx(wanted, rel=0.005)


def test_nothing_is_forecast_from_a_handful_of_months() -> None:
    assert forecast(history([100.0] * FEWEST)) is None
    assert forecast(history([100.0] * (FEWEST + 1))) is not None


def test_steady_growth_is_seen_and_goes_on() -> None:
    """Ten more each month, exactly: nothing is off, the range is a line, and 'as last month' was always ten behind."""
    found = forecast(history([float(100 + 10 * at) for at in range(31)]))
    assert found is not None
    assert found.pace.method is Method.USUAL
    assert [one.month for one in found.months[:2]] == [JANUARY + 30, JANUARY + 31]
    assert [round(one.value, 6) for one in found.months] == [400 + 10 * step for step in range(1, 13)]
    assert all(one.low == pytest.approx(one.value) == one.high for one in found.months)
    assert [(one.ahead, one.proof) for one in found.looked_back] == [(ahead, Proof.BETTER) for ahead in HORIZONS]
    assert found.looked_back[0].n == 30 - FEWEST
    assert found.looked_back[0].off == pytest.approx(0)
    assert found.looked_back[0].same_off == pytest.approx(np.mean([10 / (100 + 10 * at) for at in range(7, 31)]))


def test_where_last_month_served_better_it_is_taken_and_said() -> None:
    """Up and down by turns: what is usual says nothing, and the level stays."""
    found = forecast(history([100.0 + 20 * (at % 2) for at in range(30)]))
    assert found is not None
    assert found.pace.method is Method.SAME
    assert {one.value for one in found.months} == {120.0}
    assert any(one.proof is Proof.NOT_BETTER for one in found.looked_back)
    widths = [one.high - one.low for one in found.months]
    assert widths == sorted(widths)
    assert widths[3] == pytest.approx(2 * widths[0], rel=1e-9), "in four months twice as far off as in one"


def test_too_few_looks_back_prove_nothing() -> None:
    found = forecast(history([float(100 + 10 * at) for at in range(FEWEST + 4)]))
    assert found is not None
    assert {one.proof for one in found.looked_back} == {Proof.TOO_FEW}
    assert found.pace.method is Method.SAME


def test_losses_grow_with_what_is_there_and_new_ones_do_not() -> None:
    """5 % of the start is lost and 30 comes new, whatever is there: the level runs to 600."""
    ends, lost = [200.0], []
    for _ in range(12):
        lost.append(ends[-1] * 0.05)
        ends.append(ends[-1] * 0.95 + 30)
    pace = learned(history(ends, churned=lost, new=[30.0] * 12), Method.USUAL)
    assert (pace.rate, pace.new, pace.degrees) == (pytest.approx(-0.05), pytest.approx(30), 10)
    assert pace.spread == pytest.approx(0, abs=1e-9)


def test_a_level_never_falls_below_nothing() -> None:
    falling = [1000.0 * 0.6**at for at in range(20)]
    found = forecast(history(falling))
    assert found is not None
    assert all(0 <= one.low <= one.value <= one.high for one in found.months)


@pytest.mark.parametrize("ahead", [1, 3, 6])
def test_the_range_holds_four_of_five(ahead: int) -> None:
    """Over a thousand books that grow by chance, learned from twelve months each."""
    dice = np.random.default_rng(7)
    held = 0
    for _ in range(1000):
        ends = np.cumsum(np.concatenate([[1000.0], dice.normal(5, 20, WINDOW + ahead)]))
        pace = learned(
            history(ends[: WINDOW + 1].tolist(), churned=[0.0] * WINDOW, new=np.diff(ends)[:WINDOW].tolist()),
            Method.USUAL,
        )
        middle = ends[WINDOW] + ahead * pace.new
        reach = student(pace.degrees) * pace.spread * np.sqrt(ahead * (1 + ahead / WINDOW))
        held += bool(abs(ends[WINDOW + ahead] - middle) <= reach)
    assert 770 <= held <= 850


def test_what_leaves_when_the_chance_is_well_known() -> None:
    """2 % a month of 50,000 account-months: 100 accounts lose 1 - 0.98^3 of themselves in three months."""
    expected, low, high = leaving(1000, 50_000, 100, 3)
    assert expected == pytest.approx(100 * (1 - 0.98**3), rel=0.01)
    share = 1 - 0.98**3
    reached = np.cumsum([comb(100, k) * share**k * (1 - share) ** (100 - k) for k in range(101)])
    assert (low, high) == (int(np.searchsorted(reached, 0.1)), int(np.searchsorted(reached, 0.9)))


def test_nobody_left_does_not_mean_that_nobody_will() -> None:
    expected, low, high = leaving(0, 60, 10, 12)
    assert 0 < expected < 2
    assert (low, high > 0) == (0, True)
    assert leaving(0, 6, 10, 12)[2] > high, "fewer months make a wider range"


@given(st.integers(0, 40), st.integers(40, 400), st.integers(0, 200), st.integers(1, 12))
def test_a_range_holds_what_is_expected(seen: int, of: int, accounts: int, months: int) -> None:
    expected, low, high = leaving(seen, of, accounts, months)
    assert 0 <= low <= high <= accounts
    assert low - 1 <= expected <= high + 1


def test_the_past_of_a_book(context: Any) -> None:
    lines = [
        {"account": 1, "amount": 100, "start": "2023-01-01"},
        {"account": 2, "amount": 50, "start": "2023-02-10", "end": "2023-05-31"},
        {"account": 3, "amount": 30, "start": "2023-04-01"},
    ]
    past = history_of(context(lines, "2023-07-15"))
    assert past.months == months_between(Month.parse("2023-02"), Month.parse("2023-06"))
    assert past.end.tolist() == [150, 150, 180, 180, 130]
    assert past.new.tolist() == [50, 0, 30, 0, 0]
    assert past.churned.tolist() == [0, 0, 0, 0, 50]
    assert (past.left.tolist(), past.stayed.tolist()) == ([0, 0, 0, 0, 1], [2, 2, 3, 3, 2])
    assert len(history_of(context([], "2023-07-15"))) == 0
    assert leavings(past) == ()


def test_losses_rest_on_account_months(context: Any) -> None:
    lines = [{"account": at, "amount": 100, "start": "2022-01-01"} for at in range(20)]
    lines += [{"account": 50 + at, "amount": 40, "start": "2022-01-01", "end": f"2023-0{at + 1}-15"} for at in range(2)]
    found = leavings(history_of(context(lines, "2023-06-30")))
    assert [one.months for one in found] == [3, 6, 12]
    assert (found[0].seen, found[0].of, found[0].accounts) == (2, 20 * 12 + 7 + 8, 20)
    assert found[0].mrr == pytest.approx(found[0].expected * 40)
    assert found[0].same == 0
    assert found[0].expected < found[1].expected < found[2].expected


def test_renewals_ahead_are_kept_as_those_before(context: Any) -> None:
    lines = [
        {"account": 1, "amount": 100, "start": "2022-03-01", "term_end": "2023-02-28"},
        {"account": 1, "amount": 100, "start": "2023-03-01", "term_end": "2024-02-29"},
        {"account": 2, "amount": 60, "start": "2022-04-01", "end": "2023-03-31", "term_end": "2023-03-31"},
        {"account": 3, "amount": 20, "start": "2022-10-01", "term_end": "2023-09-30"},
    ]
    book = context(lines, "2023-06-30")
    kept = kept_before(book, months_between(Month.parse("2022-07"), Month.parse("2023-06")))
    assert (kept.kept, kept.due, kept.value) == (1, 2, 0.5)
    months = renewals_ahead(book, Month.parse("2023-07"), 12, kept)
    due = [(str(one.month), int(one.due), one.expected) for one in months if one.lines]
    assert due == [("2023-09", 20, 10.0), ("2024-02", 100, 50.0)]
    assert all(line.state is RenewalState.DUE for one in months for line in one.lines)
    nothing = renewals_ahead(book, Month.parse("2023-07"), 12, kept_before(book, ()))
    assert [one.expected for one in nothing if one.lines] == [None, None]
