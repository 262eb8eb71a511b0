"""What the factors read beyond the first ones, by age of the account, and by profile."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.health.model import Factor, Profile
from csdesk.metrics.health.profile import HOUSE_PROFILE, Starter, completed, started
from csdesk.metrics.health.scores import AccountHealth, account_healths
from csdesk.metrics.health.why import Cause, moves, moves_by_profile

TODAY = date(2024, 6, 30)
LINEAR = ((0.0, 0.0), (100.0, 100.0))
TWO = [{"account": 1, "name": "one"}, {"account": 2, "name": "two"}]


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def healths(frames: Any, model: Profile, on: date = TODAY, **others: Any) -> tuple[AccountHealth, ...]:
    accounts = others.pop("accounts", TWO)
    return account_healths(frames(others.pop("lines", []), accounts=accounts, **others), model, on)


def raws(frames: Any, factor: FactorId, **others: Any) -> list[Any]:
    model = Profile("one", (Factor(factor, 1, LINEAR, 10_000),))
    return [
        None if one.factors[0].raw is None else round(one.factors[0].raw, 4) for one in healths(frames, model, **others)
    ]


def seen(contact: int, days: int, account: int = 1) -> dict[str, Any]:
    return {"account": account, "measure": "logins", "on": ago(days), "amount": 1.0, "contact": contact}


def test_seats_in_use(frames: Any) -> None:
    """30 users of 40 seats are 0.75; what is over, was renewed, or tells no seats, counts for nothing."""
    use = [{"account": 1, "measure": "active_users", "on": ago(1), "amount": 30.0}]
    lines = [
        {"account": 1, "start": "2024-01-01", "seats": 25, "amount": 1},
        {"account": 1, "start": "2024-01-01", "seats": 15, "amount": 1},
        {"account": 1, "start": "2023-01-01", "end": "2024-01-01", "seats": 99, "amount": 1},
        {"account": 1, "start": "2023-01-01", "term_end": "2023-12-31", "seats": 70, "amount": 1},
        {"account": 2, "start": "2024-01-01", "seats": -1, "amount": 1},
    ]
    assert raws(frames, FactorId.SEAT_USE, lines=lines, use=use) == [0.75, None]


def test_growth_of_users(frames: Any) -> None:
    """5 users against 4 of 90 days before: a quarter more."""
    use = [
        {"account": 1, "measure": "active_users", "on": ago(days), "amount": amount}
        for days, amount in ((0, 5.0), (95, 4.0))
    ]
    assert raws(frames, FactorId.USER_GROWTH, use=use) == [0.25, None]
    people = [seen(1, 0), seen(2, 3), seen(3, 4), seen(1, 92), seen(2, 100), seen(9, 60, account=2)]
    assert raws(frames, FactorId.USER_GROWTH, use=people) == [0.5, None]


def test_users_lost(frames: Any) -> None:
    """Of four in the month before, one came again; who came only now, or long ago, is in neither."""
    use = [*(seen(n, 40) for n in (1, 2, 3, 4)), seen(1, 2), seen(5, 0), seen(6, 90), seen(7, 5, account=2)]
    assert raws(frames, FactorId.USER_LOSS, use=use) == [0.75, None]
    assert raws(frames, FactorId.USER_LOSS) == [None, None]


def test_tickets_by_days_and_priority(frames: Any) -> None:
    tickets = [
        {"account": 1, "opened": ago(20), "closed": ago(18), "priority": "urgent"},
        {"account": 1, "opened": ago(30), "closed": ago(20), "priority": "low"},
        {"account": 1, "opened": ago(400), "closed": ago(300), "priority": "high"},
        {"account": 2, "opened": ago(10), "priority": "normal"},
    ]
    assert raws(frames, FactorId.TICKET_DAYS, tickets=tickets) == [6, None]
    assert raws(frames, FactorId.URGENT_TICKETS, tickets=tickets) == [1, 0]
    untold = [{"account": 1, "opened": ago(3)}]
    assert raws(frames, FactorId.URGENT_TICKETS, tickets=untold) == [None, None]


def test_reaction_to_mail(frames: Any) -> None:
    """12 opened of 40; a mail that tells no clicks is in no rate of clicks."""
    mails = [
        {"account": 1, "on": ago(5), "reached": 30.0, "opened": 12.0, "clicked": 3.0},
        {"account": 1, "on": ago(9), "reached": 10.0, "opened": 0.0},
        {"account": 1, "on": ago(200), "reached": 50.0, "opened": 50.0, "downloaded": 1.0},
    ]
    assert raws(frames, FactorId.MAIL_OPENS, mailings=mails) == [0.3, None]
    assert raws(frames, FactorId.MAIL_CLICKS, mailings=mails) == [0.1, None]
    assert raws(frames, FactorId.MAIL_DOWNLOADS, mailings=mails) == [None, None]


def test_community_and_referrals(frames: Any) -> None:
    words = [{"account": 1, "given": ago(3)}, {"account": 1, "given": ago(181)}, {"account": 2}]
    assert raws(frames, FactorId.COMMUNITY, feedback=words) == [1, 0]
    assert raws(frames, FactorId.COMMUNITY) == [None, None]
    accounts = [TWO[0], {**TWO[1], "referred_by": "one"}, {"account": 3, "name": "three", "referred_by": "one"}]
    lines = [{"account": 2, "start": ago(30), "amount": 1}, {"account": 3, "start": "2024-07-01", "amount": 1}]
    assert raws(frames, FactorId.REFERRALS, accounts=accounts, lines=lines) == [1, 0, 0]
    assert raws(frames, FactorId.REFERRALS, accounts=TWO, lines=lines) == [None, None]


def test_goals_reached(frames: Any) -> None:
    """Two of three that were due or reached within a year; what is still to come is in neither."""
    goals = [
        {"account": 1, "due": ago(50), "reached": ago(40)},
        {"account": 1, "due": "2024-12-01", "reached": ago(3)},
        {"account": 1, "due": ago(9)},
        {"account": 1, "due": "2024-09-01"},
        {"account": 1, "due": ago(500)},
        {"account": 2, "due": "2024-09-01", "reached": "2024-08-01"},
    ]
    assert raws(frames, FactorId.GOALS, goals=goals) == [round(2 / 3, 4), None]


def test_help_needed_is_known_of_who_uses_it(frames: Any) -> None:
    touches = [{"account": 1, "on": ago(3), "type": kind} for kind in ("call", "newsletter")]
    touches.append({"account": 2, "on": ago(5), "type": "call"})
    others = {"touches": touches, "tickets": [{"account": 1, "opened": ago(80)}], "use": [seen(1, 10)]}
    assert raws(frames, FactorId.TOUCH_NEED, **others) == [2, None]


def _one(frames: Any, model: Profile, on: date = TODAY, start: str = "2024-01-31", **others: Any) -> AccountHealth:
    lines = [{"account": 1, "start": start, "amount": 1}]
    return healths(frames, model, on, accounts=others.pop("accounts", TWO[:1]), lines=lines, **others)[0]


AGES = ((5, ((0, 0), (5, 100))), (2, ((0, 50), (1, 50))))
BY_AGE = Profile("age", (Factor(FactorId.TICKETS, 1, ((0, 0), (10, 100)), 90, ages=AGES),))


@pytest.mark.parametrize(
    ("start", "months", "score"),
    [("2024-05-31", 0, 20), ("2024-04-30", 2, 50), ("2024-01-31", 4, 50), ("2024-01-30", 5, 40), ("2030-01-01", 0, 20)],
)
def test_curves_by_age(frames: Any, start: str, months: int, score: float) -> None:
    tickets = [{"account": 1, "opened": ago(days)} for days in (1, 2)]
    health = _one(frames, BY_AGE, start=start, tickets=tickets)
    assert (health.months, health.score) == (months, score)


def test_age_is_a_cause_of_its_own(frames: Any) -> None:
    """The same two tickets, seen a month later by the curve of another age."""
    tickets = [{"account": 1, "opened": ago(days)} for days in (31, 32)]
    then, now = (_one(frames, BY_AGE, on, "2024-01-30", tickets=tickets) for on in (date(2024, 5, 30), TODAY))
    assert [(one.cause, one.points) for one in moves(then, now, BY_AGE)] == [(Cause.AGE, -10)]


KEY = Profile("key", (Factor("f", 1, LINEAR, 30), Factor("g", 3, LINEAR, 30)), whom=(("tier", ("high", "mid")),))
MIXED = Profile("all", (Factor("f", 1, LINEAR, 30),), special=(KEY,))


def _tiered(frames: Any, tier: str, model: Profile = MIXED, f: float = 80) -> AccountHealth:
    hand = [{"account": 1, "factor": key, "value": value, "on": ago(1)} for key, value in (("f", f), ("g", 20.0))]
    return healths(frames, model, accounts=[{**TWO[0], "tier": tier}], hand_values=hand)[0]


def test_the_first_profile_that_fits_holds(frames: Any) -> None:
    assert (_tiered(frames, "low").score, _tiered(frames, "low").profile) == (80, "")
    assert [(one.score, one.profile) for one in (_tiered(frames, "high"), _tiered(frames, "mid"))] == [(35, "key")] * 2
    unknown = replace(MIXED, special=(replace(KEY, whom=(("custom:No such column", ("x",)),)),))
    assert _tiered(frames, "high", unknown).profile == ""


def test_another_profile_is_a_cause_of_its_own(frames: Any) -> None:
    """80 by the one, 35 by the other on the same day; then its own factor moves: the parts sum."""
    then, now = _tiered(frames, "low"), _tiered(frames, "high", f=40)
    otherwise = _tiered(frames, "high")
    found = moves_by_profile(then, otherwise, now, MIXED)
    assert [(one.factor, one.cause, one.points) for one in found] == [
        ("profile", Cause.PROFILE, -45),
        ("f", Cause.VALUE, -10),
    ]
    assert sum(one.points for one in found) == pytest.approx((now.score or 0) - (then.score or 0))
    assert moves_by_profile(then, replace(otherwise, score=None), now, MIXED) == moves(then, now, MIXED)


def test_outcome_and_experience(frames: Any) -> None:
    """Each is the mean of its own factors; a side that nothing is known of has none."""
    model = Profile(
        "two", tuple(Factor(one, weight, LINEAR, 30) for one, weight in (("goals", 1), ("outcome", 3), ("tickets", 2)))
    )
    hand = [
        {"account": 1, "factor": one, "value": value, "on": ago(1)}
        for one, value in (("goals", 100.0), ("outcome", 60.0))
    ]
    health = healths(frames, model, hand_values=hand)[0]
    assert (health.outcome, health.experience) == (70, None)
    both = healths(
        frames, model, hand_values=[*hand, {"account": 1, "factor": "tickets", "value": 10.0, "on": ago(1)}]
    )[0]
    assert (both.outcome, both.experience, both.score) == (70, 10, 50)


def test_starters_switch_and_lose_nothing(frames: Any) -> None:
    own = replace(HOUSE_PROFILE, green=80, factors=(*HOUSE_PROFILE.factors, Factor("own", 7, LINEAR, 30)))
    for starter in Starter:
        found = started(own, starter)
        assert [one.id for one in found.factors] == [one.id for one in own.factors]
        assert (found.green, found.factors[-1].on) == (80, True)
        assert any(one.on for one in found.factors if one.id != "own")
    assert started(own, Starter.HOUSE) == own
    assert all(one.on for one in started(own, Starter.FULL).factors)
    hand = [
        {"account": 1, "factor": one.id, "value": 75.0, "on": ago(1)} for one in started(own, Starter.BY_HAND).factors
    ]
    assert healths(frames, started(HOUSE_PROFILE, Starter.BY_HAND), hand_values=hand)[0].coverage == pytest.approx(1)


def test_a_profile_kept_before_has_the_later_factors_off() -> None:
    old = replace(HOUSE_PROFILE, factors=HOUSE_PROFILE.factors[:18])
    found = completed(old)
    assert [one.id for one in found.factors] == [one.id for one in HOUSE_PROFILE.factors]
    assert {one.on for one in found.factors[18:]} == {False}
    assert found.factors[:18] == old.factors
