"""Ask, do, work: what is shown, what is skipped, what is told."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject

from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName
from csdesk.ui.desk import Desk, Work

CHANGES = Changes(1, StepName.LOG_TOUCH, frozenset({Kind.TOUCH}), frozenset({7}), 1, "Sample")


class StandInBook:
    """Stands in for a book: the desk only holds it and hands it on."""

    def __init__(self) -> None:
        self.closed_by = ""

    def close(self) -> None:
        self.closed_by = threading.current_thread().name


@pytest.fixture
def book(desk: Desk, settle: Callable[[], None]) -> StandInBook:
    made: Any = StandInBook()
    desk.take_book(lambda: made, lambda _book: None, lambda _error: None)
    settle()
    return made


@pytest.fixture
def page() -> QObject:
    return QObject()


def test_questions_run_on_the_lane_and_answers_come_back_to_the_window(
    desk: Desk, book: StandInBook, page: QObject, settle: Callable[[], None]
) -> None:
    threads: list[str] = []

    def question(held: Any) -> str:
        threads.append(threading.current_thread().name)
        return "answer" if held is book else ""

    desk.ask(page, question, lambda answer: threads.append(f"{answer} {threading.current_thread().name}"))
    settle()
    assert threads == ["lane_0", "answer MainThread"]


@pytest.mark.usefixtures("book")
def test_of_several_questions_about_one_thing_only_the_latest_is_shown(
    desk: Desk, page: QObject, settle: Callable[[], None]
) -> None:
    shown: list[Any] = []
    asked: list[int] = []

    def question(n: int) -> Callable[[Any], int]:
        def ask(_book: Any) -> int:
            asked.append(n)
            return n

        return ask

    gate = threading.Event()
    desk.ask(QObject(), lambda _book: gate.wait(5), lambda _answer: None)
    for n in range(5):
        desk.ask(page, question(n), shown.append)
    desk.ask(page, question(99), shown.append, about="another thing")
    gate.set()
    settle()
    assert shown == [4, 99]
    assert asked == [4, 99], "what nobody waits for any more is not even read"


@pytest.mark.usefixtures("book")
def test_a_closed_page_is_skipped(desk: Desk, settle: Callable[[], None]) -> None:
    import shiboken6

    shown: list[int] = []
    closed = QObject()
    desk.ask(closed, lambda _book: 1, shown.append)
    shiboken6.delete(closed)
    settle()
    assert shown == []


@pytest.mark.usefixtures("book")
def test_a_change_is_told_to_all_before_the_one_who_made_it(
    desk: Desk, page: QObject, settle: Callable[[], None]
) -> None:
    told: list[str] = []
    desk.changed.connect(lambda changes: told.append(f"all {changes.subject}"))
    desk.do(page, lambda _book: CHANGES, lambda _changes: told.append("page"))
    desk.do(page, lambda _book: None, lambda _changes: told.append("never: nothing was changed"))
    settle()
    assert told == ["all Sample", "page"]


@pytest.mark.usefixtures("book")
def test_what_an_action_raises_reaches_its_page_or_else_everyone(
    desk: Desk, page: QObject, settle: Callable[[], None]
) -> None:
    def refuse(_book: Any) -> Changes:
        raise OSError("no")

    told: list[str] = []
    desk.failed.connect(lambda error: told.append(f"all {error}"))
    desk.do(page, refuse, None, lambda error: told.append(f"page {error}"))
    desk.do(page, refuse)
    settle()
    assert told == ["page no", "all no"]


@pytest.mark.usefixtures("book")
def test_what_failed_for_a_page_that_is_gone_is_told_to_everyone(desk: Desk, settle: Callable[[], None]) -> None:
    import shiboken6

    def refuse(_given: Any) -> Any:
        raise OSError("no")

    told: list[str] = []
    desk.failed.connect(lambda error: told.append(f"all {error}"))
    gone = QObject()
    desk.do(gone, refuse, None, lambda error: told.append(f"page {error}"))
    desk.work(gone, refuse, told.append, failed=lambda error: told.append(f"page {error}"))
    shiboken6.delete(gone)
    settle()
    assert told == ["all no", "all no"]


def test_without_a_book_nothing_is_asked_and_nothing_fails(
    desk: Desk, page: QObject, settle: Callable[[], None]
) -> None:
    told: list[object] = []
    desk.failed.connect(told.append)
    desk.ask(page, lambda _book: 1, told.append)
    settle()
    assert told == []


def test_the_next_book_closes_the_one_before_on_the_lane(
    desk: Desk, book: StandInBook, settle: Callable[[], None]
) -> None:
    following: Any = StandInBook()
    desk.take_book(lambda: following, lambda _book: None, lambda _error: None)
    settle()
    assert (book.closed_by, following.closed_by) == ("lane_0", "")


def test_a_book_that_cannot_be_opened_leaves_the_present_one(
    desk: Desk, book: StandInBook, page: QObject, settle: Callable[[], None]
) -> None:
    def broken() -> Any:
        raise OSError("damaged")

    told: list[Any] = []
    desk.take_book(broken, told.append, told.append)
    desk.ask(page, lambda held: held is book, told.append)
    settle()
    assert [str(entry) for entry in told] == ["damaged", "True"]


def test_work_tells_its_progress_and_its_end(desk: Desk, page: QObject, settle: Callable[[], None]) -> None:
    told: list[Any] = []
    desk.started.connect(lambda work: told.append(("started", work.title)))
    desk.progressed.connect(lambda _work, done, whole: told.append((done, whole)))
    desk.ended.connect(lambda _work: told.append("ended"))

    def job(progress: Callable[[int, int], None]) -> str:
        progress(1, 2)
        progress(4_000_000_000, 4_000_000_000)
        return "result"

    desk.work(page, job, told.append, title="Reading")
    settle()
    assert told == [("started", "Reading"), (1, 2), (4_000_000_000, 4_000_000_000), "ended", "result"]


def test_cancelled_work_stops_at_its_next_word_and_shows_nothing(
    desk: Desk, page: QObject, settle: Callable[[], None]
) -> None:
    told: list[Any] = []
    begun, gone_on = threading.Event(), threading.Event()
    cancelled: list[Work] = []
    desk.started.connect(cancelled.append)
    desk.ended.connect(lambda _work: told.append("ended"))
    desk.failed.connect(told.append)

    def job(progress: Callable[[int, int], None]) -> str:
        begun.set()
        gone_on.wait(5)
        progress(1, 2)
        return "never"

    cancel = desk.work(page, job, told.append, failed=told.append)
    begun.wait(5)
    cancel()
    gone_on.set()
    settle()
    assert told == ["ended"]
    assert len(cancelled) == 1
