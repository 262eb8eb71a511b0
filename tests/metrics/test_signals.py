"""Danger signals: every rule fires, does not fire, and does not fire twice; and what rules would have found."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import pytest

from csdesk.metrics.context import Context
from csdesk.metrics.signals.found import HOUSE_SETTINGS, Answered, Found, RuleSetting, Signals
from csdesk.metrics.signals.rules import RULES
from csdesk.metrics.users.practices import Plans
from csdesk.models.kinds import Language
from csdesk.models.signals import DANGERS, Signal
from csdesk.wording.signals import signal_evidence, signal_name

Rows = Mapping[str, list[dict[str, Any]]]
TODAY = "2025-06-30"
LINE = {"account": 1, "start": "2023-01-01", "amount": 100}
S = Signal


def _days(rows: list[dict[str, Any]], *columns: str) -> pd.DataFrame:
    made = {name: pd.Series([row.get(name) for row in rows], dtype="datetime64[s]") for name in columns}
    return pd.DataFrame({"account": pd.Series([row["account"] for row in rows], dtype="int64"), **made})


def _given(
    context: Callable[..., Context], rows: Rows, signal: Signal, answered: tuple[Answered, ...] = (), on: str = TODAY
) -> list[Found]:
    held = dict(rows)
    plans = Plans(_days(held.pop("milestones", []), "due", "done"), _days(held.pop("goals", []), "reached"))
    made = context(held.pop("lines", [LINE]), on, **held)
    only = {each: RuleSetting(on=each is signal, limits=HOUSE_SETTINGS[each].limits) for each in RULES}
    return list(Signals(made, plans).found(only, answered))


def _logins(recent: float) -> list[dict[str, Any]]:
    """A login a day from March on; in the last 30 days `recent` a day."""
    days = pd.date_range("2025-02-01", TODAY)
    return [
        {"account": 1, "measure": "logins", "on": day, "amount": recent if day > pd.Timestamp("2025-05-31") else 1.0}
        for day in days
    ]


def _touch(on: str, **told: Any) -> dict[str, Any]:
    return {"account": 1, "on": on, "type": "call", **told}


def _tickets(*opened: str, closed: str = "NaT") -> list[dict[str, Any]]:
    return [{"account": 1, "opened": on, "closed": closed} for on in opened]


def _wish(given: str, **told: Any) -> dict[str, Any]:
    return {"account": 1, "given": given, "kind": "stretch", **told}


def _answer(survey: str, score: float, on: str) -> dict[str, Any]:
    return {"account": 1, "survey": survey, "score": score, "on": on}


def _account(**told: str) -> list[dict[str, Any]]:
    return [{"account": 1, "name": "A", **told}]


def _renewed(amount: int, seats: int) -> list[dict[str, Any]]:
    """100 for 10 seats until the end of 2024, then this."""
    old = {**LINE, "seats": 10, "end": "2024-12-31"}
    return [old, {**LINE, "start": "2025-01-01", "seats": seats, "amount": amount}]


BOSS = {"contact": 7, "account": 1, "decision_maker": True}
CALM = _touch("2025-06-20", sentiment=5.0)
CASES: list[tuple[Signal, Rows, Rows, str, tuple[float, ...]]] = [
    (S.NO_VALUE, {"use": _logins(0.2)}, {"use": _logins(0.7)}, "2025-06-16", (80,)),
    (S.STALLED, {"milestones": [{"account": 1, "due": "2025-06-01"}, {"account": 1, "due": "2025-06-10"}]},
     {"milestones": [{"account": 1, "due": "2025-06-16"}, {"account": 1, "due": "2025-05-01", "done": "2025-06-30"}]},
     "2025-06-16", (2, 29)),
    (S.SPONSOR_LEFT, {"contacts": [{**BOSS, "left": "2025-06-01"}]},
     {"contacts": [{**BOSS, "left": "2024-12-31"}, {"contact": 8, "account": 1, "left": "2025-06-01"}]},
     "2025-06-01", (29,)),
    (S.LOW_ADOPTION, {"use": _logins(0.0)}, {"use": _logins(1.0)}, "2025-06-30", (0,)),
    (S.MISSING_FEATURES, {"feedback": [_wish("2025-04-01"), _wish("2025-05-01"), _wish("2025-06-01")]},
     {"feedback": [_wish("2025-04-01"), _wish("2025-05-01", resolved="2025-05-09"), _wish("2025-06-01"),
                   _wish("2025-06-02", kind="question")]}, "2025-06-01", (3, 0)),
    (S.QUALITY, {"tickets": _tickets("2025-06-10", "2025-06-11", "2025-06-12", "2025-06-30", "2025-04-01")},
     {"tickets": _tickets("2025-06-10", "2025-06-11", "2025-06-12")}, "2025-06-30", (4, 1 / 3)),
    (S.NOT_BEST, {"accounts": _account(fit="poor")}, {"accounts": _account(fit="good")}, "2023-01-01", ()),
    (S.CSM, {"touches": [_touch("2025-04-02", sentiment=5.0), _touch("2025-05-01", sentiment=1.0),
                         _touch("2025-06-01", sentiment=2.0), _touch("2025-06-20")]},
     {"touches": [_touch("2025-05-01", sentiment=3.0), _touch("2025-06-01", sentiment=2.0),
                  _touch("2025-04-01", sentiment=1.0)]}, "2025-06-01", (2, 2)),
    (S.SCORE_DROP, {"touches": [_touch("2025-05-20", sentiment=5.0), _touch("2025-06-20", sentiment=1.0)]},
     {"touches": [_touch("2025-05-20", sentiment=5.0), CALM]}, "2025-06-23", ()),
    (S.NO_TOUCH, {"touches": [_touch("2025-04-30")]}, {"touches": [_touch("2025-05-01")]}, "2025-06-30", (61,)),
    (S.SILENT_SPONSOR, {"contacts": [BOSS], "touches": [_touch("2025-03-31", contact=7), _touch("2025-06-29")]},
     {"contacts": [BOSS], "touches": [_touch("2025-04-01", contact=7)]}, "2025-06-30", (91,)),
    (S.SINGLE_CONTACT, {"contacts": [BOSS, {"contact": 8, "account": 1, "left": "2025-05-05"}]},
     {"contacts": [BOSS, {"contact": 8, "account": 1, "left": "2025-07-01"}]}, "2025-05-05", (1,)),
    (S.LATE_TICKETS, {"tickets": _tickets("2025-06-01")}, {"tickets": _tickets("2025-06-16")}, "2025-06-16", (1, 29)),
    (S.LATE_PAYMENT, {"invoices": [{"account": 1, "due": "2025-06-01", "amount": 5, "paid_amount": 0}]},
     {"invoices": [{"account": 1, "due": "2025-06-01", "amount": 5, "paid_amount": 5},
                   {"account": 1, "due": "2025-06-15", "amount": 5, "paid_amount": 0}]}, "2025-06-17", (1, 29)),
    (S.NO_PLAN, {"goals": [{"account": 1, "reached": "2025-05-01"}]}, {"goals": [{"account": 1}]},
     "2025-05-01", (911,)),
    (S.UNANSWERED_FEEDBACK, {"feedback": [_wish("2025-05-01")]},
     {"feedback": [_wish("2025-05-01", told="2025-06-30"), _wish("2025-05-31")]}, "2025-06-01", (1, 60)),
    (S.LOW_CSAT, {"accounts": _account(tier="low"), "answers": [_answer("csat", 2, "2025-06-01")]},
     {"accounts": _account(tier="high"), "answers": [_answer("csat", 2, "2025-06-01")]}, "2025-06-01", (2,)),
    (S.DOUBLED, {"lines": _renewed(220, 10)}, {"lines": _renewed(220, 12)}, "2025-01-01", (2.2, 10)),
    (S.PEAK, {"touches": [CALM], "answers": [_answer("nps", 10, "2025-06-01")], "tickets": _tickets("2025-06-29"),
              "use": _logins(2.0)},
     {"touches": [CALM], "answers": [_answer("nps", 8, "2025-06-01")], "tickets": _tickets("2025-06-29"),
      "use": _logins(2.0)}, "2025-06-01", ()),
]  # fmt: skip
"""A signal, rows for which it is given, rows for which it is just not given; since when, and the figures."""
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case[0].value)


@each
def test_a_rule_fires_with_its_day_and_figures_which_are_told_in_both_languages(
    context: Callable[..., Context], case: Any
) -> None:
    signal, fires, _, since, figures = case
    (found,) = _given(context, fires, signal)
    assert (found.account, found.signal, found.since) == (1, signal, date.fromisoformat(since))
    assert not figures or found.figures == pytest.approx(figures)
    for language in Language:
        said = signal_evidence(signal, found.figures, language)
        assert said
        assert "{" not in said
        assert signal_name(signal, language) != signal.value


@each
def test_a_rule_does_not_fire_short_of_its_limits(context: Callable[..., Context], case: Any) -> None:
    assert _given(context, case[2], case[0]) == []


@each
def test_a_rule_does_not_fire_for_who_has_left(context: Callable[..., Context], case: Any) -> None:
    gone = [{**LINE, "end": "2025-05-31"}, {**LINE, "account": 2}]
    assert [one for one in _given(context, {**case[1], "lines": gone}, case[0]) if one.account == 1] == []


@each
def test_a_rule_does_not_fire_twice(context: Callable[..., Context], case: Any) -> None:
    """Quiet while the risk is open, and once it was answered on the day or later; not for an answer from before."""
    signal, rows, _, since, _ = case
    began = date.fromisoformat(since)
    assert _given(context, rows, signal, (Answered(1, signal, None),)) == []
    assert _given(context, rows, signal, (Answered(1, signal, began), Answered(1, signal, date(2024, 1, 1)))) == []
    others = (Answered(1, signal, date(2022, 1, 1)), Answered(2, signal, None))
    assert len(_given(context, rows, signal, others)) == 1


def test_every_rule_is_tried_and_two_dangers_are_raised_by_hand_alone() -> None:
    assert {case[0] for case in CASES} == set(RULES)
    assert set(Signal) - set(RULES) == {S.ACQUIRED, S.NEW_STRATEGY} < set(DANGERS)
    assert all(1 <= limit.house <= limit.most for rule in RULES.values() for limit in rule.limits)


def test_one_wish_is_enough_where_they_talk_of_the_price(context: Callable[..., Context]) -> None:
    price, wish = _wish("2025-05-20", kind="price"), _wish("2025-04-01")
    (found,) = _given(context, {"feedback": [wish, price]}, S.MISSING_FEATURES)
    assert (found.since, found.figures) == (date(2025, 5, 20), (1, 1))
    for quiet in (
        [price],
        [wish],
        [wish, {**price, "resolved": "2025-06-01"}],
        [price, _wish("2025-04-01", kind="question")],
    ):
        assert _given(context, {"feedback": quiet}, S.MISSING_FEATURES) == []


def test_a_score_said_by_hand_is_no_fall_and_hides_none(context: Callable[..., Context]) -> None:
    said = {"account": 1, "set": "2025-06-20", "expires": "NaT", "reason": "x", "who": "y"}
    calm = {"touches": [_touch("2025-05-20", sentiment=5.0), CALM], "overrides": [{**said, "score": 5.0}]}
    assert _given(context, calm, S.SCORE_DROP) == []
    falls = {"touches": [_touch("2025-05-20", sentiment=5.0), _touch("2025-06-20", sentiment=1.0)]}
    assert len(_given(context, {**falls, "overrides": [{**said, "score": 100.0}]}, S.SCORE_DROP)) == 1


def test_a_rule_fires_anew_for_what_began_after_the_answer(context: Callable[..., Context]) -> None:
    dismissed = (Answered(1, S.NO_TOUCH, date(2025, 3, 10)),)
    rows = {"touches": [_touch("2025-01-01")]}
    assert _given(context, rows, S.NO_TOUCH, dismissed) == []
    again = {"touches": [*rows["touches"], _touch("2025-03-20")]}
    (found,) = _given(context, again, S.NO_TOUCH, dismissed)
    assert found.since == date(2025, 5, 20)


def test_a_book_that_keeps_no_such_rows_gives_no_signal(context: Callable[..., Context]) -> None:
    everything = [one for signal in RULES for one in _given(context, {}, signal)]
    assert everything == []


def test_the_past_year_tells_whom_a_rule_would_have_flagged_and_who_of_them_left(
    context: Callable[..., Context],
) -> None:
    """1 falls silent and leaves; 2 falls silent and stays; 3 leaves without a sign; 4 is met until today."""
    lines = [{**LINE, "account": 1, "end": "2025-03-31"}, {**LINE, "account": 2},
             {**LINE, "account": 3, "end": "2025-01-31"}, {**LINE, "account": 4}]  # fmt: skip
    months = pd.date_range("2024-01-15", "2025-06-15", freq="MS")
    met = [{"account": 3, "on": day} for day in months] + [{"account": 4, "on": day} for day in months]
    touches = [*met, {"account": 1, "on": "2024-09-01"}, {"account": 2, "on": "2024-09-01"}]
    plans = Plans(_days([], "due", "done"), _days([], "reached"))
    made = context(lines, TODAY, touches=touches)
    only = {each: RuleSetting(on=each is S.NO_TOUCH, limits=HOUSE_SETTINGS[each].limits) for each in RULES}
    (tried,) = Signals(made, plans).tried(only)
    assert (tried.flagged, tried.left, tried.all_left) == ({1, 2}, {1}, {1, 3})
