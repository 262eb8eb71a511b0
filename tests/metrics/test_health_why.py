"""Why a health score changed: moves that sum to the difference, each with its cause."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.health.model import Factor, MissingRule, Profile
from csdesk.metrics.health.scores import AccountHealth, account_healths
from csdesk.metrics.health.why import Cause, Move, in_tenths, moves, moves_by_profile, tenths

NOW = date(2024, 6, 30)
THEN = NOW - timedelta(days=100)
LINEAR = ((0.0, 0.0), (100.0, 100.0))
TWICE = ((0.0, 0.0), (50.0, 100.0))
FRESH = 30


def profile(*weights: float, **more: Any) -> Profile:
    return Profile("test", tuple(Factor(f"f{n}", weight, LINEAR, FRESH, **more) for n, weight in enumerate(weights)))


def changed(model: Profile, place: int, **to: Any) -> Profile:
    factors = (replace(one, **to) if at == place else one for at, one in enumerate(model.factors))
    return replace(model, factors=tuple(factors))


def value(factor: str, amount: float, on: date) -> dict[str, Any]:
    return {"account": 1, "factor": factor, "value": amount, "on": on.isoformat()}


def scored(frames: Any, model: Profile, on: date, values: list[dict[str, Any]], **rows: Any) -> AccountHealth:
    return account_healths(frames([], accounts=[{"account": 1, "name": "one"}], hand_values=values, **rows), model, on)[
        0
    ]


def told(then: AccountHealth, now: AccountHealth, model: Profile) -> list[tuple[str, Cause, float]]:
    return [(move.factor, move.cause, round(move.points, 6)) for move in moves(then, now, model)]


def test_a_value_that_moves_takes_its_share(frames: Any) -> None:
    """Weights 3 and 1; 80 and 40 become 60 and 80: 70 -> 65 by -15 and +10."""
    model = profile(3, 1)
    values = [value("f0", 80, THEN), value("f1", 40, THEN), value("f0", 60, NOW), value("f1", 80, NOW)]
    then, now = scored(frames, model, THEN, values), scored(frames, model, NOW, values)
    assert (then.score, now.score) == (70, 65)
    assert told(then, now, model) == [("f0", Cause.VALUE, -15), ("f1", Cause.VALUE, 10)]


def test_what_grows_old_takes_along_what_it_was_above_the_others(frames: Any) -> None:
    """90 beside 50 at equal weights: without it the mean falls from 70 to 50."""
    model = profile(1, 1)
    values = [value("f0", 90, THEN), value("f1", 50, THEN), value("f1", 50, NOW)]
    then, now = scored(frames, model, THEN, values), scored(frames, model, NOW, values)
    assert told(then, now, model) == [("f0", Cause.STALE, -20)]
    assert told(now, then, model) == [("f0", Cause.CAME, 20)]


def test_weights_switches_and_curves_are_told_from_data(frames: Any) -> None:
    model = profile(1, 1, 2)
    values = [value("f0", 90, NOW), value("f1", 50, NOW)]
    then = scored(frames, model, NOW, values)
    heavier = changed(model, 0, weight=3)
    weighed = [("f1", Cause.WEIGHT, 7.5), ("f0", Cause.WEIGHT, 2.5)]
    assert told(then, scored(frames, heavier, NOW, values), heavier) == weighed
    off = changed(model, 0, on=False)
    assert told(then, scored(frames, off, NOW, values), off) == [("f0", Cause.OFF, -20)]
    assert told(scored(frames, off, NOW, values), then, model) == [("f0", Cause.ON, 20)]
    weightless = changed(model, 0, weight=0)
    assert told(then, scored(frames, weightless, NOW, values), weightless) == [("f0", Cause.WEIGHT, -20)]


def test_a_new_curve_is_told_from_a_new_reading(frames: Any) -> None:
    """Logins 10 of 50 were worth 20; by the new curve they would be worth 40; 20 of them are worth 80."""
    old = Profile("test", (Factor("use_frequency", 1, ((0, 0), (50, 100)), FRESH),))
    new = changed(old, 0, curve=((0, 0), (25, 100)))
    use = [
        {"account": 1, "measure": "logins", "on": on.isoformat(), "amount": amount}
        for on, amount in ((THEN, 10), (NOW, 20))
    ]
    then, now = scored(frames, old, THEN, [], use=use), scored(frames, new, NOW, [], use=use)
    assert (then.score, now.score) == (20, 80)
    assert told(then, now, new) == [("use_frequency", Cause.VALUE, 40), ("use_frequency", Cause.CURVE, 20)]


def test_nothing_in_common_and_no_score(frames: Any) -> None:
    model = profile(1, 1)
    values = [value("f0", 90, THEN), value("f1", 30, NOW)]
    then, now = scored(frames, model, THEN, values), scored(frames, model, NOW, values)
    assert told(then, now, model) == [("f0", Cause.STALE, -30), ("f1", Cause.CAME, -30)]
    assert moves(scored(frames, model, THEN, []), now, model) == ()


FACTORS = 4
days = st.sampled_from((THEN - timedelta(days=FRESH + 1), THEN, NOW - timedelta(days=1), NOW))
hand = st.lists(st.tuples(st.integers(0, FACTORS - 1), st.floats(0, 100), days), max_size=12)
models = st.builds(
    lambda *told: Profile(
        "test",
        tuple(Factor(f"f{n}", weight, LINEAR, FRESH, missing=rule, on=on) for n, (weight, rule, on) in enumerate(told)),
    ),
    *[st.tuples(st.floats(0, 50), st.sampled_from(MissingRule), st.booleans())] * FACTORS,
)


def sums_to_the_change(found: tuple[Move, ...], then: AccountHealth, now: AccountHealth) -> None:
    """To the last digit as they are shown, and none far from what it is."""
    if then.score is None or now.score is None:
        assert found == ()
        return
    assert sum(move.points for move in found) == pytest.approx(now.score - then.score, abs=1e-6)
    shown = in_tenths(found, then.score, now.score)
    if found:
        assert sum(shown) == tenths(now.score) - tenths(then.score)
    assert all(abs(points - 10 * move.points) < 1 + 1e-6 for points, move in zip(shown, found, strict=True))


@given(hand, models, models)
def test_the_moves_sum_to_the_change(
    frames: Any, chosen: list[tuple[int, float, date]], old: Profile, new: Profile
) -> None:
    """Of any two profiles and whatever is known on either day."""
    latest = {(place, on): amount for place, amount, on in chosen}
    values = [value(f"f{place}", amount, on) for (place, on), amount in latest.items()]
    then, now = scored(frames, old, THEN, values), scored(frames, new, NOW, values)
    sums_to_the_change(moves(then, now, new), then, now)


tiers = st.sampled_from(("high", "low", ""))
wholes = st.builds(
    lambda house, special, whom: replace(house, special=(replace(special, name="key", whom=(("tier", whom),)),)),
    models,
    models,
    st.sampled_from((("high",), ("high", "low"), ())),
)


@settings(max_examples=10)
@given(hand, wholes, wholes, tiers, tiers)
def test_another_profile_is_a_part_of_the_sum(
    frames: Any, chosen: list[tuple[int, float, date]], old: Profile, new: Profile, was: str, tier: str
) -> None:
    """Whatever the account was and is, and whom the profiles were and are for."""
    latest = {(place, on): amount for place, amount, on in chosen}
    values = [value(f"f{place}", amount, on) for (place, on), amount in latest.items()]

    def by(model: Profile, on: date, tier: str) -> AccountHealth:
        accounts = [{"account": 1, "name": "one", "tier": tier}]
        return account_healths(frames([], accounts=accounts, hand_values=values), model, on)[0]

    then, now = by(old, THEN, was), by(new, NOW, tier)
    otherwise = by(replace(new.named(now.profile), special=()), THEN, was)
    found = moves_by_profile(then, otherwise, now, new)
    sums_to_the_change(found, then, now)
    turned = sum(one.cause is Cause.PROFILE for one in found)
    assert turned <= (then.profile != now.profile)
