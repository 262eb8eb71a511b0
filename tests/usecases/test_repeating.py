"""Next steps that repeat: when the next is due, until when, and that one step of the book holds both."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.models.drafts import Value
from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.signals import Helped, Signal
from csdesk.usecases.calendar_days import calendar_content
from csdesk.usecases.due import due_list
from csdesk.usecases.plays import Play, PlayStep, end_play, plays, start_play
from csdesk.usecases.repeating import next_due
from csdesk.usecases.stopped import Refused
from csdesk.usecases.tasks import TaskDraft, finish_task, save_task, task_draft
from tests.thorough import examples

START = date(2024, 1, 31)
WEEKLY = Play(None, "Report", None, (PlayStep("Send progress", 7, repeat_days=7),))
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))


def _put(book: Book, kind: Kind, **values: Value) -> int:
    with book.step(StepName.EDIT_ACCOUNTS) as step:
        return step.insert(kind, values)


@pytest.fixture
def account(book: Book) -> int:
    return _put(book, Kind.ACCOUNT, name="Sample Works")


def _open(book: Book) -> list[tuple[int, date]]:
    return [(int(str(row["id"])), row["due_on"]) for row in rows(book, Kind.TASK) if row["done_on"] is None]


def _finish(book: Book, on: date) -> list[date]:
    """Finish the one open step, and tell when those that are open then are due."""
    ((task, _),) = _open(book)
    finish_task(book, task, on)
    return [due for _, due in _open(book)]


@pytest.mark.parametrize(
    ("due", "every", "settled", "until", "expected"),
    [
        (date(2024, 1, 31), 7, date(2024, 1, 31), None, date(2024, 2, 7)),
        (date(2024, 2, 28), 1, date(2024, 2, 28), None, date(2024, 2, 29)),
        (date(2023, 12, 31), 365, date(2023, 12, 31), None, date(2024, 12, 30)),
        (date(2024, 1, 31), 7, date(2024, 1, 2), None, date(2024, 2, 7)),
        (date(2024, 1, 1), 7, date(2024, 1, 8), None, date(2024, 1, 8)),
        (date(2024, 1, 1), 7, date(2024, 1, 9), None, date(2024, 1, 16)),
        (date(2023, 1, 1), 7, date(2024, 1, 9), None, date(2024, 1, 16)),
        (None, 30, date(2024, 1, 31), None, date(2024, 3, 1)),
        (date(2024, 1, 31), 7, date(2024, 1, 31), date(2024, 2, 7), date(2024, 2, 7)),
        (date(2024, 1, 31), 7, date(2024, 1, 31), date(2024, 2, 6), None),
        (date(2999, 12, 31), 1, date(2999, 12, 31), None, None),
    ],
)
def test_the_next_is_due_after_the_day_of_the_last_or_after_today(
    due: date | None, every: int, settled: date, until: date | None, expected: date | None
) -> None:
    assert next_due(due, every, settled, until) == expected


@settings(max_examples=examples(60))
@given(st.none() | DAYS, st.integers(1, 365), DAYS, st.none() | DAYS)
def test_one_at_a_time_never_in_the_past_and_never_after_the_last_day(
    due: date | None, every: int, settled: date, until: date | None
) -> None:
    found = next_due(due, every, settled, until)
    if found is None:
        late = max(due or settled, settled) + timedelta(days=every) if settled.year < 2998 else date.max
        assert late > (until or date(2999, 12, 31)) or (until is None and due is not None and due.year > 2997)
    else:
        assert settled <= found <= (until or found)
        assert found in {(due or settled) + timedelta(days=every), settled + timedelta(days=every)}


def test_a_step_comes_again_until_its_play_ends(book: Book, account: int) -> None:
    """Finishing is one step of the book, undone whole; what was done is not asked for twice when it is opened again."""
    start_play(book, account, WEEKLY, START)
    assert _finish(book, date(2024, 2, 7)) == [date(2024, 2, 14)]
    book.undo()
    assert [due for _, due in _open(book)] == [date(2024, 2, 7)]
    book.redo()
    done = next(int(str(row["id"])) for row in rows(book, Kind.TASK) if row["done_on"])
    finish_task(book, done, None)
    finish_task(book, done, date(2024, 2, 8))
    assert _finish(book, date(2024, 4, 1)) == [date(2024, 4, 8)]
    (run,) = rows(book, Kind.PLAY_RUN)
    end_play(book, int(str(run["id"])), Helped.YES, date(2024, 4, 2), "All is well")
    assert _open(book) == []
    last = int(str(rows(book, Kind.TASK)[-1]["id"]))
    finish_task(book, last, None)
    assert _finish(book, date(2024, 4, 3)) == []


def test_a_step_of_a_play_stops_at_its_last_day(book: Book, account: int) -> None:
    (step,) = WEEKLY.steps
    start_play(book, account, replace(WEEKLY, steps=(replace(step, repeat_for=15),)), START)
    assert _finish(book, date(2024, 2, 7)) == [date(2024, 2, 14)]
    assert _finish(book, date(2024, 2, 14)) == []


@pytest.mark.parametrize(
    ("outcome", "closed_at", "then"),
    [
        ("open", None, [date(2024, 2, 14)]),
        ("averted", None, []),
        ("open", datetime(2024, 2, 6, tzinfo=UTC), []),
    ],
)
def test_progress_is_sent_until_the_trouble_is_closed(
    book: Book, account: int, outcome: str, closed_at: datetime | None, then: list[date]
) -> None:
    """The play to begin with against rising tickets: until its risk is closed, or all tickets are."""
    play = next(one for one in plays(book, Language.EN) if one.signal is Signal.QUALITY)
    assert [one.repeat_days for one in play.steps] == [None, None, 7]
    days: dict[str, Value] = {"first_signal_on": START, "logged_on": START}
    risk = _put(book, Kind.RISK, account_id=account, signal="quality", outcome=outcome, **days)
    start_play(book, account, replace(play, steps=play.steps[-1:]), START, risk)
    long_ago = datetime(2023, 6, 1, tzinfo=UTC)
    _put(book, Kind.TICKET, account_id=account, opened_at=long_ago, closed_at=long_ago)
    if closed_at or outcome != "open":
        _put(book, Kind.TICKET, account_id=account, opened_at=long_ago, closed_at=closed_at)
    assert _finish(book, date(2024, 2, 7)) == then


def test_a_step_by_hand_repeats_and_is_told(book: Book, account: int) -> None:
    """Done in its form, or skipped once, it comes again; what it says goes with it."""
    notes = TaskDraft("Look at the numbers", account, START, notes="All", repeat_days=30, repeat_until=date(2024, 4, 1))
    save_task(book, notes)
    assert due_list(book, START)[0].lead.repeat_days == 30
    assert "every 30 days" in calendar_content(book, START, Language.EN).days[0].about
    ((task, _),) = _open(book)
    save_task(book, replace(task_draft(book, task), done_on=START, skipped_reason="Holidays"))
    ((again, due),) = _open(book)
    told = task_draft(book, again)
    assert (due, told.notes, told.repeat_until, told.skipped_reason) == (date(2024, 3, 1), "All", date(2024, 4, 1), "")
    save_task(book, replace(told, repeat_days=None))
    assert task_draft(book, again).repeat_until is None
    assert _finish(book, due) == []


@pytest.mark.parametrize("every", [0, 366, -7])
def test_less_than_a_day_or_more_than_a_year_is_refused(book: Book, account: int, every: int) -> None:
    acts = (
        lambda: save_task(book, TaskDraft("x", repeat_days=every)),
        lambda: start_play(book, account, Play(None, "x", None, (PlayStep("x", 1, repeat_days=every),)), START),
        lambda: start_play(book, account, Play(None, "x", None, (PlayStep("x", 1, repeat_for=every * 3),)), START),
    )
    for act in acts[: 3 if every < 1 else 2]:
        with pytest.raises(Refused):
            act()
    assert rows(book, Kind.TASK) == []
