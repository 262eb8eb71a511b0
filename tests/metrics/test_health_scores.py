"""Health: curves, weights, coverage, freshness, values set by hand."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.metrics.catalogue import figure, figures
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.model import Factor, MissingRule, Profile
from csdesk.metrics.health.profile import HOUSE_PROFILE
from csdesk.metrics.health.scores import AccountHealth, FactorScore, FactorState, account_healths, curve
from csdesk.metrics.measure import Why
from csdesk.metrics.metric_ids import MetricId
from csdesk.models.kinds import Band
from csdesk.models.months import Month, Period
from tests.thorough import examples

TODAY = date(2024, 6, 30)
LINEAR = ((0.0, 0.0), (100.0, 100.0))


def month(text: str) -> Period:
    return Period(Month.parse(text))


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(("minutes", "value"), [(18, 47.8), (5, 0), (7, 0), (30, 100), (40, 100)])
def test_curve(minutes: float, value: float) -> None:
    assert round(float(curve(((7, 0), (30, 100)), np.array([minutes]))[0]), 1) == value


def test_curve_may_bend_and_keeps_gaps() -> None:
    """Some tickets are a sign of life; the points may be given in any order."""
    points = ((10.0, 0.0), (0.0, 40.0), (1.0, 100.0), (3.0, 100.0))
    values = curve(points, np.array([0, 2, 6.5, 12, np.nan]))
    assert values[:4].tolist() == [40, 100, 50, 0]
    assert np.isnan(values[4])


def by_hand(*values: tuple[str, float], account: int = 1, on: str | None = None) -> list[dict[str, Any]]:
    return [{"account": account, "factor": factor, "value": value, "on": on or ago(1)} for factor, value in values]


def profile(*weights: float, **more: Any) -> Profile:
    return Profile("test", tuple(Factor(f"f{n}", weight, LINEAR, 30, **more) for n, weight in enumerate(weights)))


def health_of(frames: Any, model: Profile, on: date = TODAY, **others: Any) -> AccountHealth:
    accounts = others.pop("accounts", [{"account": 1, "name": "one"}])
    return account_healths(frames(others.pop("lines", []), accounts=accounts, **others), model, on)[0]


def test_weights(frames: Any) -> None:
    """Weights 20, 15 and 22 on 47, 59 and 21: 40.12."""
    hand = by_hand(("f0", 47), ("f1", 59), ("f2", 21))
    health = health_of(frames, profile(20, 15, 22), hand_values=hand)
    assert round(health.score or 0, 2) == 40.12
    assert (health.band, health.coverage, health.oldest_input_days) == (Band.YELLOW, 1, 1)
    assert sum(f.contribution for f in health.factors) == pytest.approx(health.score)


@pytest.mark.parametrize(("value", "band"), [(70, Band.GREEN), (69.9, Band.YELLOW), (40, Band.YELLOW), (39, Band.RED)])
def test_bands(frames: Any, value: float, band: Band) -> None:
    hand = by_hand(("f0", value), ("f1", value), ("f2", value))
    assert health_of(frames, profile(0.1, 0.7, 0.2), hand_values=hand).band is band


def test_missing_factors_are_left_out_and_said(frames: Any) -> None:
    health = health_of(frames, profile(3, 1), hand_values=by_hand(("f0", 90)))
    assert (health.score, health.coverage, health.band) == (90, 0.75, Band.GREEN)
    assert [f.state for f in health.factors] == [FactorState.USED, FactorState.MISSING]
    assert health.factors[1] == FactorScore("f1", None, None, 1, 0.0, 0.0, None, FactorState.MISSING)


@pytest.mark.parametrize(
    ("rule", "score"), [(MissingRule.ZERO, 60), (MissingRule.NEUTRAL, 80), (MissingRule.LEFT_OUT, 90)]
)
def test_missing_factors_may_count(frames: Any, rule: MissingRule, score: float) -> None:
    model = profile(2, 1, missing=rule)
    health = health_of(frames, model, hand_values=by_hand(("f0", 90)) + by_hand(("f1", 60), on=ago(31)))
    assert health.score == pytest.approx({60: 60, 80: (180 + 50) / 3, 90: 90}[int(score)])
    assert health.coverage == pytest.approx(2 / 3)
    assert health.factors[1].state is FactorState.STALE
    assert (health.factors[1].value, health.factors[1].as_of) == (60, TODAY - timedelta(days=31))


def test_half_of_the_weight_is_enough(frames: Any) -> None:
    health = health_of(frames, profile(1, 1), hand_values=by_hand(("f0", 100)))
    assert (health.coverage, health.band) == (0.5, Band.GREEN)


@pytest.mark.parametrize(("days", "state"), [(30, FactorState.USED), (31, FactorState.STALE)])
def test_data_is_fresh_up_to_its_last_day(frames: Any, days: int, state: FactorState) -> None:
    health = health_of(frames, profile(1), hand_values=by_hand(("f0", 100), on=ago(days)))
    assert health.factors[0].state is state


def test_too_little_is_never_green(frames: Any) -> None:
    health = health_of(frames, profile(1, 1.1), hand_values=by_hand(("f0", 100)))
    assert (health.score, health.band) == (100, Band.UNKNOWN)
    nothing = health_of(frames, HOUSE_PROFILE)
    assert (nothing.score, nothing.band, nothing.coverage, nothing.oldest_input_days) == (None, Band.UNKNOWN, 0, None)
    all_zero = health_of(frames, profile(1, 1, missing=MissingRule.NEUTRAL))
    assert (all_zero.score, all_zero.band) == (50, Band.UNKNOWN)


def test_a_factor_switched_off_stays_in_sight(frames: Any) -> None:
    model = profile(1, 1)
    model = replace(model, factors=(replace(model.factors[0], on=False), model.factors[1]))
    health = health_of(frames, model, hand_values=by_hand(("f0", 10), ("f1", 80)))
    assert (health.score, health.coverage) == (80, 1)
    assert (health.factors[0].state, health.factors[0].value) == (FactorState.OFF, 10)
    assert health_of(frames, Profile("none", ())).score is None


def test_values_set_by_hand_hold_while_fresh(frames: Any) -> None:
    model = Profile("touch", (Factor(FactorId.SENTIMENT, 1, ((1, 0), (5, 100)), 30),))
    touches = [{"touch": 1, "account": 1, "on": ago(2), "sentiment": 5.0, "type": "call"}]
    old = by_hand((FactorId.SENTIMENT, 20), on=ago(31))
    new = by_hand((FactorId.SENTIMENT, 30), on=ago(3)) + by_hand((FactorId.SENTIMENT, 25), on=ago(9))
    later = by_hand((FactorId.SENTIMENT, 99), on="2024-07-01")
    assert health_of(frames, model, touches=touches).score == 100
    assert health_of(frames, model, touches=touches, hand_values=old + later).score == 100
    last_day = by_hand((FactorId.SENTIMENT, 20), on=ago(30))
    assert health_of(frames, model, touches=touches, hand_values=last_day).score == 20
    assert health_of(frames, model, touches=touches, hand_values=old + new).score == 30
    assert health_of(frames, model, hand_values=old).factors[0].state is FactorState.STALE
    assert health_of(frames, model, hand_values=by_hand((FactorId.SENTIMENT, 140))).score == 100


def raw(frames: Any, factor: FactorId, on: date = TODAY, **others: Any) -> tuple[float | None, date | None]:
    model = Profile("one", (Factor(factor, 1, LINEAR, 10_000),))
    (found,) = health_of(frames, model, on, **others).factors
    return found.raw, found.as_of


def used(measure: str, *rows: tuple[str, float], account: int = 1, **more: Any) -> list[dict[str, Any]]:
    return [{"account": account, "measure": measure, "on": on, "amount": float(n), **more} for on, n in rows]


TWO = [{"account": 1, "name": "one"}, {"account": 2, "name": "two"}]


def test_frequency_of_use(frames: Any) -> None:
    days = used("logins", (ago(0), 3), (ago(29), 4), (ago(30), 50)) + used("events", (ago(0), 999))
    assert raw(frames, FactorId.USE_FREQUENCY, use=days) == (7, TODAY)
    assert raw(frames, FactorId.USE_FREQUENCY, TODAY - timedelta(days=1), use=days) == (54, TODAY - timedelta(days=29))
    months = used("sessions", ("2024-06-01", 60), ("2024-05-01", 31), monthly=True)
    assert raw(frames, FactorId.USE_FREQUENCY, use=months) == (60, TODAY)
    middle = date(2024, 6, 20)
    assert raw(frames, FactorId.USE_FREQUENCY, middle, use=months) == (30, date(2024, 5, 31))


def test_no_use_is_a_value_where_use_is_recorded(frames: Any) -> None:
    """An account that stopped has 0; one that was never seen has none; nobody has one without records."""
    rows = used("logins", (ago(100), 5)) + used("logins", (ago(0), 1), account=2)
    assert raw(frames, FactorId.USE_FREQUENCY, use=rows, accounts=TWO) == (0, TODAY)
    never = used("logins", (ago(0), 1), account=2)
    assert raw(frames, FactorId.USE_FREQUENCY, use=never, accounts=TWO) == (None, None)
    assert raw(frames, FactorId.USE_FREQUENCY, use=used("minutes", (ago(0), 1))) == (None, None)
    assert raw(frames, FactorId.USE_FREQUENCY, date(2020, 1, 1), use=rows) == (None, None)


def test_trend_of_use(frames: Any) -> None:
    steady = used("logins", *[(ago(n), 1) for n in range(150)])
    assert raw(frames, FactorId.USE_TREND, use=steady)[0] == pytest.approx(1)
    halved = used("logins", *[(ago(n), 1 if n >= 30 or n % 2 else 0) for n in range(120)])
    assert raw(frames, FactorId.USE_TREND, use=halved)[0] == pytest.approx(0.5)
    short = used("logins", *[(ago(n), 2 if n < 30 else 1) for n in range(60)])
    assert raw(frames, FactorId.USE_TREND, use=short)[0] == pytest.approx(2)
    assert raw(frames, FactorId.USE_TREND, use=short[:59])[0] is None
    assert raw(frames, FactorId.USE_TREND)[0] is None


def test_users(frames: Any) -> None:
    counted = used("active_users", (ago(1), 4), (ago(20), 6), (ago(40), 9))
    assert raw(frames, FactorId.USERS, use=counted) == (6, TODAY - timedelta(days=1))
    people = [row | {"contact": at % 3} for at, row in enumerate(used("logins", *[(ago(n), 1) for n in range(9)]))]
    people += used("logins", (ago(40), 1), account=2, contact=9)
    assert raw(frames, FactorId.USERS, use=people, accounts=TWO) == (3, TODAY)
    assert raw(frames, FactorId.USERS, use=used("logins", (ago(0), 1))) == (None, None)


def test_a_person_says_which_use_is_the_key_features(frames: Any) -> None:
    rows = used("reports", (ago(0), 4), (ago(3), 2)) + used("logins", (ago(0), 30))

    def read(factor: FactorId, measure: str) -> float | None:
        model = Profile("one", (Factor(factor, 1, ((0, 0), (12, 100)), 100, measure=measure),))
        return health_of(frames, model, use=rows).factors[0].raw

    assert read(FactorId.KEY_FEATURE_USE, "") is None
    assert read(FactorId.KEY_FEATURE_USE, "reports") == 6
    assert read(FactorId.KEY_FEATURE_USE, "unknown") is None
    assert (read(FactorId.USE_FREQUENCY, ""), read(FactorId.USE_FREQUENCY, "reports")) == (30, 6)
    assert read(FactorId.USERS, "reports") == 4


def test_executives_who_use_it(frames: Any) -> None:
    """Two executives, one of them seen this month; an account without executives, or one not known by person, has
    none."""
    people = [
        {"contact": n, "account": account, "executive": executive, "left": left}
        for n, account, executive, left in (
            (1, 1, True, pd.NaT),
            (2, 1, True, pd.NaT),
            (3, 1, False, pd.NaT),
            (4, 2, False, pd.NaT),
        )
    ]
    seen = [row | {"contact": n} for n, row in ((1, *used("logins", (ago(2), 1))), (3, *used("logins", (ago(0), 1))))]
    seen += [row | {"contact": 2} for row in used("logins", (ago(60), 1))]
    seen += [row | {"contact": 4} for row in used("logins", (ago(0), 1), account=2)]
    assert raw(frames, FactorId.EXECUTIVE_USERS, use=seen, contacts=people, accounts=TWO) == (1, TODAY)
    swapped = list(reversed(TWO))
    assert raw(frames, FactorId.EXECUTIVE_USERS, use=seen, contacts=people, accounts=swapped)[0] is None
    assert raw(frames, FactorId.EXECUTIVE_USERS, use=used("logins", (ago(0), 1)), contacts=people)[0] is None


def test_tickets(frames: Any) -> None:
    opened = [{"ticket": n, "account": 1, "opened": f"{ago(n * 30)}T10:00:00"} for n in range(5)]
    assert raw(frames, FactorId.TICKETS, tickets=opened) == (3, TODAY)
    others = [{"ticket": 1, "account": 2, "opened": ago(3)}]
    assert raw(frames, FactorId.TICKETS, tickets=others, accounts=TWO) == (0, TODAY - timedelta(days=3))
    assert raw(frames, FactorId.TICKETS) == (None, None)


def test_surveys(frames: Any) -> None:
    answers = [
        {"answer": 1, "account": 1, "survey": "nps", "score": 9.0, "on": ago(10)},
        {"answer": 2, "account": 1, "survey": "nps", "score": 6.0, "on": ago(50)},
        {"answer": 3, "account": 1, "survey": "nps", "score": 0.0, "on": ago(100)},
        {"answer": 4, "account": 1, "survey": "csat", "score": 1.0, "on": ago(1)},
        {"answer": 5, "account": 1, "survey": "nps", "score": 0.0},
    ]
    assert raw(frames, FactorId.SURVEY_SCORE, answers=answers) == (7.5, TODAY - timedelta(days=10))
    assert raw(frames, FactorId.SURVEY_REPLY, answers=answers) == (1, TODAY - timedelta(days=1))
    silent = [{"answer": 1, "account": 2, "survey": "nps", "score": 9.0, "on": ago(10)}]
    assert raw(frames, FactorId.SURVEY_REPLY, answers=silent, accounts=TWO) == (0, TODAY - timedelta(days=10))
    assert raw(frames, FactorId.SURVEY_SCORE, answers=silent, accounts=TWO) == (None, None)
    assert raw(frames, FactorId.SURVEY_REPLY) == (None, None)


def test_touches(frames: Any) -> None:
    touches = [
        {"touch": 1, "account": 1, "on": ago(40), "type": "call", "sentiment": 2.0, "candour": 5.0},
        {"touch": 2, "account": 1, "on": ago(12), "type": "visit", "sentiment": 4.0},
        {"touch": 3, "account": 1, "on": ago(2), "type": "newsletter"},
        {"touch": 4, "account": 1, "on": "2024-07-05", "type": "call", "sentiment": 1.0},
        {"touch": 5, "account": 99, "on": ago(0), "type": "call"},
    ]
    assert raw(frames, FactorId.LAST_TOUCH, touches=touches) == (12, TODAY - timedelta(days=12))
    assert raw(frames, FactorId.SENTIMENT, touches=touches) == (3, TODAY - timedelta(days=12))
    assert raw(frames, FactorId.CANDOUR, touches=touches) == (5, TODAY - timedelta(days=40))
    assert raw(frames, FactorId.LAST_TOUCH) == (None, None)


def test_executive_relationship(frames: Any) -> None:
    contacts = [
        {"contact": 1, "account": 1, "executive": True, "relationship": 5.0},
        {"contact": 2, "account": 1, "executive": True, "relationship": 2.0},
        {"contact": 3, "account": 1, "executive": True, "relationship": 1.0, "left": ago(0)},
        {"contact": 4, "account": 1, "executive": False, "relationship": 1.0},
        {"contact": 5, "account": 1, "executive": True},
    ]
    assert raw(frames, FactorId.EXECUTIVE_RELATIONSHIP, contacts=contacts) == (3.5, None)
    assert health_of(frames, HOUSE_PROFILE, contacts=contacts).oldest_input_days is None


def test_change_of_mrr(frames: Any) -> None:
    lines = [
        {"account": 1, "amount": 100, "start": ago(300)},
        {"account": 1, "amount": 50, "start": ago(10)},
        {"account": 2, "amount": 100, "start": ago(10)},
    ]
    assert raw(frames, FactorId.MRR_CHANGE, lines=lines) == (0.5, TODAY)
    assert raw(frames, FactorId.MRR_CHANGE, lines=lines[1:]) == (None, None)
    assert raw(frames, FactorId.MRR_CHANGE, lines=[lines[0] | {"end": ago(1)}]) == (-1, TODAY)


def test_payment(frames: Any) -> None:
    invoices = [
        {"invoice": 1, "account": 1, "due": ago(60), "paid": ago(70)},
        {"invoice": 2, "account": 1, "due": ago(30), "paid": ago(10)},
        {"invoice": 3, "account": 1, "due": ago(40)},
        {"invoice": 4, "account": 1, "due": ago(400)},
        {"invoice": 5, "account": 1, "due": "2024-08-01"},
    ]
    assert raw(frames, FactorId.PAYMENT, invoices=invoices) == (20, TODAY - timedelta(days=30))


def test_the_house_profile_reads_every_factor_once() -> None:
    ids = [factor.id for factor in HOUSE_PROFILE.factors]
    assert sorted(ids) == sorted(FactorId)
    assert all(0 <= value <= 100 for factor in HOUSE_PROFILE.factors for _, value in factor.curve)


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0.1, 50), st.none() | st.floats(-20, 120), st.integers(0, 60)), min_size=1, max_size=8
    ),
    st.sampled_from(MissingRule),
)
def test_contributions_sum_to_the_score(frames: Any, given_: list[Any], rule: MissingRule) -> None:
    model = profile(*[weight for weight, _, _ in given_], missing=rule)
    rows = [
        {"account": 1, "factor": f"f{n}", "value": value, "on": ago(days)}
        for n, (_, value, days) in enumerate(given_)
        if value is not None
    ]
    health = health_of(frames, model, hand_values=rows)
    assert 0 <= health.coverage <= 1 + 1e-9
    assert health.coverage >= model.least_coverage or health.band is Band.UNKNOWN
    if health.score is None:
        assert rule is MissingRule.LEFT_OUT
        assert not health.coverage
    else:
        assert -1e-9 <= health.score <= 100 + 1e-9
        assert sum(f.contribution for f in health.factors) == pytest.approx(health.score)
    fresh = sum(weight for weight, value, days in given_ if value is not None and days <= 30)
    assert health.coverage == pytest.approx(fresh / sum(weight for weight, _, _ in given_))


def test_mean_health_of_paying_accounts(context: Any) -> None:
    lines = [{"account": n, "amount": 10, "start": "2024-01-01"} for n in (1, 2, 3)]
    lines.append({"account": 4, "amount": 10, "start": "2024-01-01", "end": "2024-02-01"})
    accounts = [{"account": n, "name": f"{n}", "tier": "high" if n < 2 else "low"} for n in range(1, 5)]
    ids = [factor.id for factor in HOUSE_PROFILE.factors]
    hand = [row for n, value in ((1, 80), (2, 40), (4, 0)) for row in by_hand(*[(f, value) for f in ids], account=n)]
    book = context(lines, "2024-06-30", accounts=accounts, hand_values=hand)
    mean = figure(book, MetricId.HEALTH_MEAN, month("2024-06"))
    assert (mean.value, mean.n, mean.evidence.ids.tolist()) == (pytest.approx(60), 2, [1, 2])
    by_tier = figures(book, [MetricId.HEALTH_MEAN], [month("2024-06")], "tier")
    assert [(m.group, m.value) for m in by_tier] == [("high", pytest.approx(80)), ("low", pytest.approx(40))]
    assert figure(book, MetricId.HEALTH_MEAN, month("2024-03")).why is Why.NO_DATA


def test_a_book_without_accounts(frames: Any) -> None:
    stray = [{"touch": 1, "account": 1, "on": ago(1), "type": "call"}]
    assert account_healths(frames([], accounts=[], touches=stray), HOUSE_PROFILE, TODAY) == ()
