"""A program on an empty book, and a watch on how long its threads hold the window up."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from csdesk.models.kinds import Language
from csdesk.ui import theme
from csdesk.ui.app import SWITCH_SECONDS, Running
from csdesk.ui.preferences import Preferences
from csdesk.usecases.settings import BookSettings

Start = Callable[..., "Program"]
_WAITING = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class Watch:
    """Notes the longest pause of the event loop. A pause counts as long as this process worked in it: what another one
    takes from the machine is no doing of ours."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._at, self._worked = time.perf_counter(), time.process_time()
        self._timer = QTimer()
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        at, worked = time.perf_counter(), time.process_time()
        self.longest = max(self.longest, min(at - self._at, worked - self._worked))
        self._at, self._worked = at, worked

    def since(self) -> float:
        """The longest pause since the last time."""
        self._beat()
        longest, self.longest = self.longest, 0.0
        return longest


class Program:
    """A running program on a book of its own; `seen` holds the longest pause after each action."""

    def __init__(self, qapp: QApplication, running: Running, watch: Watch, book: Path) -> None:
        self._qapp, self.running, self._watch, self.book = qapp, running, watch, book
        self.seen: dict[str, float] = {}
        self._closed = False

    @property
    def window(self) -> Any:
        return self.running.window

    @property
    def desk(self) -> Any:
        return self.running._desk

    def act(self, name: str, action: Callable[[], object]) -> None:
        """Do something and wait until nothing that was asked is unanswered."""
        self._watch.since()
        QTimer.singleShot(0, action)
        self._qapp.processEvents()
        self.rest()
        self.seen[name] = max(self._watch.since(), self.seen.get(name, 0.0))

    def rest(self) -> None:
        for _ in range(3):
            self._qapp.processEvents()
        while self.desk._asked:
            self._qapp.processEvents(_WAITING)
        for _ in range(3):
            self._qapp.processEvents()

    def children(self) -> list[str]:
        """Processes that this one has started and that are still there."""
        told = Path(f"/proc/self/task/{os.getpid()}/children")
        return told.read_text().split() if told.exists() else []

    def close(self) -> None:
        """Close the window and end the program, once."""
        if self._closed:
            return
        self._closed = True
        self.window.close()
        self.running.end()
        self.window.deleteLater()
        self._qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._qapp.processEvents()


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the program in a language, on a new book or on the one it had."""
    monkeypatch.setattr("csdesk.ui.app._today", lambda: date(2024, 12, 31))
    monkeypatch.setattr("csdesk.ui.app._now", lambda: datetime(2024, 12, 31, 9, tzinfo=UTC))
    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    open_ones: list[Program] = []

    def make(language: Language = Language.EN) -> Program:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        preferences = Preferences(tmp_path / "window.ini")
        preferences.language, preferences.scheme = language, theme.Scheme.LIGHT
        running = Running(qapp, preferences, tmp_path / "data")
        keyboard: Any = SimpleNamespace(elapsed=lambda: 0)  # somebody is at it all the time
        running._sweeper._unused = keyboard
        book = tmp_path / "book.csdesk"
        running.start([book] if book.exists() else [])
        program = Program(qapp, running, Watch(), book)
        open_ones.append(program)
        program.rest()
        if not book.exists():
            running._opening.make(book, BookSettings(language=language))
            program.rest()
        program.window._neighbours.rest()
        return program

    yield make
    for program in open_ones:
        program.close()
    sys.setswitchinterval(usual)
