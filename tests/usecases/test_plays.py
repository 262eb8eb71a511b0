"""Plays: those to begin with, kept when changed, started as next steps, skipped, ended and compared."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.signals.found import Found
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.problems import Reason
from csdesk.models.signals import DANGERS, Helped, Signal
from csdesk.usecases.account_work import account_work
from csdesk.usecases.due import due_list
from csdesk.usecases.plays import (
    Play,
    PlayRun,
    PlayStep,
    end_play,
    play_results,
    plays,
    save_play,
    start_play,
)
from csdesk.usecases.signals import DISMISSED_PAGE, kept_quiet, signals_page
from csdesk.usecases.stopped import Refused
from csdesk.usecases.tasks import finish_task, save_task, task_draft

START = date(2025, 6, 2)
CALL = Play(None, "Call", Signal.NO_TOUCH, (PlayStep("Call them", 2), PlayStep("Send data", 9, customer_side=True)))


def _put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


@pytest.fixture
def account(book: Book) -> int:
    owner = _put(book, Kind.PERSON, name="Mina Sample")
    account = _put(book, Kind.ACCOUNT, name="Sample Works", owner_id=owner)
    _put(book, Kind.CONTRACT, account_id=account, amount=100, interval_months=1, starts_on=date(2024, 1, 1))
    _put(book, Kind.TOUCH, account_id=account, on_date=date(2025, 1, 1))
    return account


def _due(book: Book) -> list[tuple[str, str]]:
    """The next steps that Today shows on the day the last is due, by title, with their owner."""
    return sorted((item.lead.title, item.owner) for item in due_list(book, START + timedelta(days=9)) if item.task)


def _signals(book: Book) -> tuple[Found, ...]:
    return tuple(row.found for row in signals_page(book, START).rows)


def _run(book: Book, account: int) -> PlayRun:
    return account_work(book, account, {}).plays[0]


@pytest.mark.parametrize("language", Language)
def test_there_is_a_play_against_each_of_the_ten_dangers(book: Book, language: Language) -> None:
    found = plays(book, language)
    assert [play.signal for play in found] == [*DANGERS, Signal.SCORE_DROP, Signal.LOW_CSAT, Signal.PEAK]
    assert all(play.id is None and play.steps and not play.off for play in found)
    assert len({play.name for play in found}) == len(found)


def test_a_play_started_by_a_signal_answers_it_as_a_risk(book: Book, account: int) -> None:
    """And a further one against the same signal stands against the same risk; one step, taken back whole."""
    (signal,) = _signals(book)
    assert signal.signal is Signal.NO_TOUCH
    start_play(book, account, CALL, START, found=signal)
    (risk,) = rows(book, Kind.RISK)
    assert (risk["signal"], risk["first_signal_on"], risk["logged_on"]) == ("no_touch", signal.since, START)
    assert [run["risk_id"] for run in rows(book, Kind.PLAY_RUN)] == [risk["id"]]
    assert _signals(book) == ()
    start_play(book, account, CALL, START, found=signal)
    assert len(rows(book, Kind.RISK)) == 1
    book.undo()
    book.undo()
    assert (rows(book, Kind.RISK), _signals(book)) == ([], (signal,))


def test_a_good_moment_is_made_use_of_once_and_is_no_risk(book: Book, account: int) -> None:
    peak = Found(account, Signal.PEAK, START, (90, 9))
    start_play(book, account, CALL, START, found=peak)
    assert rows(book, Kind.RISK) == []
    assert [run["risk_id"] for run in rows(book, Kind.PLAY_RUN)] == [None]
    assert list(kept_quiet(book, DISMISSED_PAGE)) == [(account, Signal.PEAK, START)]


def test_a_changed_play_is_kept_and_stands_instead(book: Book) -> None:
    first = plays(book, Language.EN)[0]
    save_play(book, Play(None, "Our way", first.signal, first.steps[:2]))
    own, *others = plays(book, Language.EN)
    assert (own.name, own.signal, own.steps) == ("Our way", first.signal, first.steps[:2])
    assert [play.signal for play in others][:9] == list(DANGERS[1:])
    changed = Play(own.id, "Our way", own.signal, (own.steps[1], *CALL.steps), off=True, notes="For small teams")
    assert save_play(book, changed).name is StepName.EDIT_PLAY
    assert plays(book, Language.EN)[0] == changed
    save_play(book, Play(own.id, "Our way", own.signal, own.steps[:1]))
    assert len(rows(book, Kind.PLAY_STEP)) == 1
    book.undo()
    assert plays(book, Language.EN)[0] == changed


def test_a_further_play_against_a_signal_keeps_the_one_to_begin_with(book: Book) -> None:
    first = plays(book, Language.EN)[0]
    save_play(book, Play(None, "Another", first.signal, CALL.steps), (first,))
    assert {play.name for play in plays(book, Language.EN) if play.signal is first.signal} == {first.name, "Another"}


def test_steps_become_next_steps_that_today_shows_and_that_are_settled(book: Book, account: int) -> None:
    start_play(book, account, CALL, START)
    found = [(row["title"], row["due_on"], row["customer_side"]) for row in rows(book, Kind.TASK)]
    assert found == [
        ("Call them", START + timedelta(days=2), False), ("Send data", START + timedelta(days=9), True),
    ]  # fmt: skip
    assert _due(book) == [("Call them", "Mina Sample"), ("Send data", "Mina Sample")]
    call, data = (int(str(row["id"])) for row in rows(book, Kind.TASK))
    finish_task(book, call, START)
    save_task(book, replace(task_draft(book, data), done_on=START, skipped_reason="They have no data"))
    run = _run(book, account)
    assert (run.steps, run.done, run.skipped, run.ended_on) == (2, 1, 1, None)
    assert _due(book) == []
    finish_task(book, data, None)
    assert _run(book, account).skipped == 0
    book.undo()
    book.undo()
    assert _run(book, account).done == 1
    assert rows(book, Kind.TASK)[1]["skipped_reason"] is None


def test_a_play_ends_with_a_word_and_a_reason_for_what_is_left(book: Book, account: int) -> None:
    start_play(book, account, CALL, START)
    run = _run(book, account)
    with pytest.raises(Refused) as caught:
        end_play(book, run.id, Helped.YES, START)
    assert caught.value.problem.reason is Reason.MISSING
    end_play(book, run.id, Helped.NO, START + timedelta(days=30), "They have left")
    ended = _run(book, account)
    assert (ended.ended_on, ended.helped, ended.skipped) == (START + timedelta(days=30), Helped.NO, 2)


def test_results_are_compared(book: Book, account: int) -> None:
    risk = {"account_id": account, "title": "x", "first_signal_on": START, "logged_on": START}
    won, lost = (
        _put(book, Kind.RISK, **risk, outcome=outcome, closed_on=START + timedelta(days=90))
        for outcome in ("averted", "lost")
    )
    for against in (won, lost, None):
        start_play(book, account, CALL, START, against)
    for run, helped in zip(account_work(book, account, {}).plays, (Helped.YES, Helped.YES, Helped.NO), strict=True):
        end_play(book, run.id, helped, START, "enough")
    _put(book, Kind.HEALTH_VALUE, account_id=account, factor="outcome", value=20.0, on_date=START)
    _put(book, Kind.HEALTH_VALUE, account_id=account, factor="outcome", value=80.0, on_date=START + timedelta(days=50))
    assert play_results(book, START - timedelta(days=1)) == {}
    early = play_results(book, START + timedelta(days=59))["Call"]
    assert (early.begun, early.changes, early.change) == (3, 0, None)
    found = play_results(book, START + timedelta(days=100))["Call"]
    assert (found.begun, found.ended, found.helped, found.not_helped) == (3, 3, 2, 1)
    assert (found.averted, found.closed, found.changes) == (1, 2, 3)
    assert found.change is not None
    assert found.change > 0


@pytest.mark.parametrize(
    ("play", "field"),
    [
        (Play(None, " ", None, CALL.steps), "play.name"),
        (Play(None, "x", None, ()), "play_step.title"),
        (Play(None, "x", None, (PlayStep(" ", 1),)), "play_step.title"),
        (Play(None, "x", None, (PlayStep("x", 731),)), "play_step.due_days"),
    ],
)
def test_what_a_play_cannot_be_is_refused(book: Book, play: Play, field: str) -> None:
    with pytest.raises(Refused) as caught:
        save_play(book, play)
    assert caught.value.problem.field == field
