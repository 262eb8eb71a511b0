"""Three verbs between the window and the core: ask, do, work. The window's thread never waits for any of them."""

from __future__ import annotations

import sys
import time
from functools import cached_property, partial
from itertools import count
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from csdesk.usecases.stopped import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor

    from csdesk.models.drafts import Changes
    from csdesk.usecases.books import Book

T = TypeVar("T")
Show: TypeAlias = "Callable[[T], None]"
Progress: TypeAlias = "Callable[[int, int], None]"


_TOLD_EVERY = 0.04
"""Seconds between two words on how far work is: far more often than people see, and no burden to the window."""


class Work(NamedTuple):
    """Something long under way: what it is called for people, and the way to stop it. Whoever does it calls `report`
    with what is done of the whole, and often enough; it raises Stopped once the person has cancelled. `last` is what is
    left to do once the whole is done, '' for nothing that takes long."""

    ticket: int
    title: str
    cancel: Callable[[], None]
    report: Progress
    last: str = ""

    def is_at_last(self, done: int, whole: int) -> bool:
        """Whether what is left to do is the last thing."""
        return bool(self.last) and 0 < whole == done


class _Asked(NamedTuple):
    """What one of the threads has to do, and what is then done on the window's."""

    run: Callable[[], Any]
    show: Show[Any]
    failed: Show[Exception] | None
    work: Work | None


class _Shelf:
    """The one book there is, on the lane alone."""

    def __init__(self) -> None:
        self._book: Book | None = None

    def held(self) -> Book:
        """The book; raises Stopped where none is open."""
        if self._book is None:
            raise Stopped
        return self._book

    def change(self, make: Callable[[], Book], *, let_go: bool) -> Book:
        """Hold the book that `make` opens instead, whose failure leaves the present one unless that was let go."""
        if let_go:
            self.let_go()
        opened = make()
        self.let_go()
        self._book = opened
        return opened

    def let_go(self) -> None:
        """Close the book, if there is one."""
        if self._book is not None:
            self._book.close()
            self._book = None


def _seldom(tell: Progress, is_cancelled: Callable[[], bool]) -> Progress:
    """Hand on what is done as often as people see it, and the end once; raises Stopped once cancelled."""
    told, last = 0.0, (0, 0)

    def report(done: int, whole: int) -> None:
        nonlocal told, last
        if is_cancelled():
            raise Stopped
        now = time.monotonic()
        if now - told >= _TOLD_EVERY or (done == whole and last != (done, whole)):
            told, last = now, (done, whole)
            tell(done, whole)

    return report


class Desk(QObject):
    """Owns the lane, one thread that owns the book, and the bench, one thread for long work without a book.

    `changed` tells every page what a step touched, `refused` that one was not done: what was typed or ticked must not
    look as if it held. `failed` carries what an ask, do or work raised and nobody caught.
    `started`, `progressed` and `ended` tell of long work: the `Work`, and what is done of the whole; `cancelled`
    follows `ended` where the person stopped it and nothing came of it. `busy` tells that either thread has got
    something to do, `at_rest` that both are done.
    """

    changed = Signal(object)
    refused = Signal()
    failed = Signal(object)
    busy, at_rest = Signal(), Signal()
    started = Signal(object)
    progressed = Signal(object, object, object)
    ended = Signal(object)
    cancelled = Signal(object)
    _returned = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = _Shelf()
        self._closed = False
        self._tickets, self._numbers = count(), count()
        self._asked: dict[int, _Asked] = {}
        self._told: dict[int, Callable[[], None]] = {}
        self._latest: dict[tuple[int, str], int] = {}
        self._cancelled: set[int] = set()
        self._returned.connect(self._deliver)
        self._reported.connect(self._pass_on)

    @cached_property
    def _lane(self) -> ThreadPoolExecutor:
        return _one_thread("lane")

    @cached_property
    def _bench(self) -> ThreadPoolExecutor:
        return _one_thread("bench")

    def take_book(
        self, make: Callable[[], Book], done: Show[Book], failed: Show[Exception], *, let_go: bool = False
    ) -> None:
        """Close the present book, if any, and hold the one that `make` opens; on failure the present book stays.

        `let_go` closes the present book first, as restoring a copy in its place needs.
        """
        self._send(self._lane, partial(self._shelf.change, make, let_go=let_go), done, failed)

    def long_work(self, title: str, progress: Progress | None = None, *, last: str = "") -> Work:
        """Work to hand to `ask` or `do`, for what takes long and reads or writes the book. `progress` is told on the
        window's thread what its `report` says."""
        ticket = next(self._tickets)

        def tell(done: int, whole: int) -> None:
            self._reported.emit((work, progress, done, whole))

        report = _seldom(tell, lambda: ticket in self._cancelled)
        work = Work(ticket, title, partial(self._cancelled.add, ticket), report, last)
        return work

    def ask(
        self,
        page: QObject,
        question: Callable[[Book], T],
        show: Show[T],
        *,
        about: str = "",
        work: Work | None = None,
    ) -> None:
        """Read. Of a page's questions `about` one thing only the latest is shown; a closed page is skipped."""
        key, ticket = (id(page), about), next(self._tickets)
        self._latest[key] = ticket

        def fresh() -> bool:
            return isValid(page) and self._latest.get(key) == ticket

        def read() -> T | None:
            return question(self._shelf.held()) if self._latest.get(key) == ticket else None

        def show_if_fresh(result: T | None) -> None:
            if fresh() and result is not None:
                show(result)

        self._send(self._lane, read, show_if_fresh, None, work)

    def do(
        self,
        page: QObject,
        action: Callable[[Book], Changes | None],
        done: Show[Changes] | None = None,
        refused: Show[Exception] | None = None,
        *,
        work: Work | None = None,
    ) -> None:
        """Change: one transaction, one undo step. `done` follows `changed`; `refused` gets what the action raised."""

        def after(changes: Changes | None) -> None:
            if changes is None:
                return
            self.changed.emit(changes)
            if done is not None and isValid(page):
                done(changes)

        def fail(error: Exception) -> None:
            self._tell_of_failure(error, refused, page)
            self.refused.emit()

        self._send(self._lane, lambda: action(self._shelf.held()), after, fail, work)

    def work(
        self,
        page: QObject,
        job: Callable[[Progress], T],
        show: Show[T],
        *,
        progress: Progress | None = None,
        failed: Show[Exception] | None = None,
        title: str = "",
        work: Work | None = None,
    ) -> Callable[[], None]:
        """Long and pure: no book inside. Returns a callable that cancels; a cancelled job shows nothing. `work` where
        the caller has begun it already, instead of title and progress."""
        begun = work or self.long_work(title, progress)

        def show_if_wanted(result: T) -> None:
            if begun.ticket in self._cancelled:
                self.cancelled.emit(begun)
            elif isValid(page):
                show(result)

        fail = partial(self._tell_of_failure, failed=failed, page=page)
        self._send(self._bench, lambda: job(begun.report), show_if_wanted, fail, begun)
        return begun.cancel

    def close(self) -> None:
        """Finish what is under way, close the book and end both threads; whoever asks later is not answered."""
        self._closed = True
        self._lane.submit(self._shelf.let_go).result()
        self._bench.shutdown(cancel_futures=True)
        self._lane.shutdown()

    def _send(
        self,
        executor: ThreadPoolExecutor,
        run: Callable[[], T],
        show: Show[T],
        failed: Show[Exception] | None,
        work: Work | None = None,
    ) -> None:
        """What is asked and what came of it stay with the desk: an executor's thread that let go of the last reference
        to a page would destroy a widget there."""
        if self._closed:
            return
        number = next(self._numbers)
        if not self._asked:
            self.busy.emit()
        self._asked[number] = _Asked(run, show, failed, work)
        if work is not None:
            self.started.emit(work)
        executor.submit(self._carry_out, number)

    def _carry_out(self, number: int) -> None:
        self._told[number] = self._outcome(number)
        if not self._closed:
            self._returned.emit(number)  # on the executor's thread, so Qt queues it for the window's

    def _outcome(self, number: int) -> Callable[[], None]:
        run, show, failed, work = self._asked[number]
        try:
            return partial(show, run())
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            if work is not None and (isinstance(error, Stopped) or work.ticket in self._cancelled):
                return partial(self.cancelled.emit, work)
            return partial(self._tell_of_failure, error, failed)

    @Slot(object)
    def _deliver(self, number: int) -> None:
        tell, work = self._told.pop(number), self._asked.pop(number).work
        if work is not None:
            self.ended.emit(work)
        tell()
        if not self._asked:
            self.at_rest.emit()

    def _tell_of_failure(self, error: Exception, failed: Show[Exception] | None, page: QObject | None = None) -> None:
        if failed is not None and (page is None or isValid(page)):
            failed(error)
            _reported(error)
        elif not isinstance(error, Stopped) and not _reported(error):
            self.failed.emit(error)

    @Slot(object)
    def _pass_on(self, report: tuple[Work, Progress | None, int, int]) -> None:
        work, progress, done, whole = report
        if work.ticket not in self._cancelled:
            self.progressed.emit(work, done, whole)
            if progress is not None:
                progress(done, whole)


def _reported(error: Exception) -> bool:
    """Whether an error is ours; it is then told of as one in the window's own thread."""
    from csdesk.usecases.sentences import is_mistake

    mistake = is_mistake(error)
    if mistake:
        sys.excepthook(type(error), error, error.__traceback__)
    return mistake


def _one_thread(name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(1, name)
