"""A score said by a person: how long it holds, what it may call an account, and its part of every sum."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.health.drivers import drivers
from csdesk.metrics.health.gap import hand_lift, health_gap, lift
from csdesk.metrics.health.model import Factor, Profile
from csdesk.metrics.health.scores import AccountHealth, account_healths
from csdesk.metrics.health.why import Cause, all_moves, in_tenths, tenths
from csdesk.models.kinds import Band

NOW = date(2024, 6, 30)
THEN = NOW - timedelta(days=100)
LINEAR = ((0.0, 0.0), (100.0, 100.0))
MODEL = Profile("house", (Factor("f", 3, LINEAR, 30), Factor("g", 1, LINEAR, 30)))


def said(score: float, since: date, until: date | None = None, account: int = 1) -> dict[str, Any]:
    return {
        "account": account, "score": score, "set": since.isoformat(), "expires": until.isoformat() if until else "NaT",
        "reason": "Frozen budget", "who": "sample",
    }  # fmt: skip


def value(factor: str, amount: float, on: date, account: int = 1) -> dict[str, Any]:
    return {"account": account, "factor": factor, "value": amount, "on": on.isoformat()}


def healths(frames: Any, on: date, values: list[Any], overrides: list[Any], n: int = 1) -> tuple[AccountHealth, ...]:
    accounts = [{"account": at, "name": str(at)} for at in range(1, n + 1)]
    return account_healths(frames([], accounts=accounts, hand_values=values, overrides=overrides), MODEL, on)


KNOWN = [value("f", 80, NOW), value("g", 60, NOW)]


def test_it_holds_until_its_last_day(frames: Any) -> None:
    """75 by the factors; 30 is said for ten days, the last one included."""
    told = [said(30, NOW, NOW + timedelta(days=9))]
    days = [NOW - timedelta(days=1), NOW, NOW + timedelta(days=9), NOW + timedelta(days=10)]
    values = [value(factor, amount, day) for factor, amount in (("f", 80), ("g", 60)) for day in days]
    found = [healths(frames, day, values, told)[0] for day in days]
    assert [(one.score, one.band) for one in found] == [
        (75, Band.GREEN), (30, Band.RED), (30, Band.RED), (75, Band.GREEN),
    ]  # fmt: skip
    assert [one.by_model.score for one in found] == [75] * 4
    assert {one.coverage for one in found} == {1.0}
    assert found[1].hand is not None
    assert (found[1].hand.reason, found[1].hand.who) == ("Frozen budget", "sample")
    assert drivers(found[1]) == drivers(found[1].by_model)


def test_what_is_said_last_holds(frames: Any) -> None:
    later = said(90, NOW - timedelta(days=1), NOW - timedelta(days=1))
    assert healths(frames, NOW, KNOWN, [said(30, THEN), later])[0].hand is None
    (found,) = healths(frames, NOW, KNOWN, [said(30, THEN), said(500, NOW), said(1, NOW + timedelta(days=1))])
    assert (found.score, found.by_model.score) == (100, 75)


@pytest.mark.parametrize(("score", "band"), [(95, Band.UNKNOWN), (55, Band.YELLOW), (10, Band.RED)])
def test_below_the_least_coverage_it_may_warn_but_never_praise(frames: Any, score: float, band: Band) -> None:
    (found,) = healths(frames, NOW, [value("g", 90, NOW)], [said(score, NOW)])
    assert (found.coverage, found.band, found.score) == (0.25, band, score)


def test_its_part_of_a_change(frames: Any) -> None:
    """75 by the factors, then 35 of which 30 is said: -40 by the factors, -5 by hand; and back when it ends."""
    then = healths(frames, THEN, [value("f", 80, THEN), value("g", 60, THEN)], [])[0]
    now = healths(frames, NOW, [value("f", 40, NOW), value("g", 20, NOW)], [said(30, NOW)])[0]
    told = [(one.factor, one.cause, one.points) for one in all_moves(then, then, now, MODEL)]
    assert told == [("f", Cause.VALUE, -30), ("g", Cause.VALUE, -10), ("score", Cause.HAND, -5)]
    back = {one.cause: one.points for one in all_moves(now, now, then, MODEL)}
    assert back[Cause.HAND_ENDED] == 5
    nothing = healths(frames, THEN, [], [said(50, THEN)])[0]
    assert [(one.cause, one.points) for one in all_moves(nothing, nothing, now, MODEL)] == [(Cause.HAND, -20)]


days = st.sampled_from((THEN - timedelta(days=3), THEN, THEN + timedelta(days=5), NOW))
values_drawn = st.lists(st.tuples(st.sampled_from("fg"), st.floats(0, 100), days, st.integers(1, 4)), max_size=16)
overrides_drawn = st.lists(st.tuples(st.floats(0, 100), days, st.none() | days, st.integers(1, 4)), max_size=5)


@settings(max_examples=5)
@given(values_drawn, overrides_drawn)
def test_changes_and_gaps_sum_whatever_is_said(frames: Any, drawn: list[Any], told: list[Any]) -> None:
    latest = {(factor, on, account): amount for factor, amount, on, account in drawn}
    values = [value(factor, amount, on, account) for (factor, on, account), amount in latest.items()]
    overrides = sorted((said(*one) for one in told), key=lambda row: row["set"])
    before, after = (healths(frames, on, values, overrides, n=4) for on in (THEN, NOW))
    for then, now in zip(before, after, strict=True):
        found = all_moves(then, then, now, MODEL)
        if then.score is not None and now.score is not None:
            assert sum(one.points for one in found) == pytest.approx(now.score - then.score, abs=1e-6)
            assert not found or sum(in_tenths(found, then.score, now.score)) == tenths(now.score) - tenths(then.score)
    assert not any(one.band is Band.GREEN and one.coverage < MODEL.least_coverage for one in (*before, *after))
    gap = health_gap(after[:2], after[2:])
    if gap is not None:
        assert sum(part.tenths for part in gap.parts) == gap.tenths
        assert sum(part.points for part in gap.parts) == pytest.approx(gap.mean - gap.others_mean, abs=1e-6)
        for one in gap.own:
            lifted = sum(lift(one, at, gap.others_mean) for at in range(2)) + hand_lift(one, gap.others_mean)
            if one.by_model.score is not None or one.hand is not None:
                assert lifted == pytest.approx((one.score or 0) - gap.others_mean)
