"""Copies of the book while its window is open."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from csdesk.ui.main_window import MainWindow
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases import books
from csdesk.usecases.accounts import add_account
from csdesk.usecases.books import BookError

Settle = Callable[[], None]


def copies(book: Path) -> list[str]:
    folder = book.with_name(f"{book.name}-backups")
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_copy_is_saved_when_the_book_is_opened_and_asked_for_again(
    window: MainWindow, demo_copy: Path, settle: Settle
) -> None:
    settle()
    assert copies(demo_copy) == ["2024-04-18T030000Z.csdesk"]
    timer = window._safekeeping.findChild(QTimer)
    assert timer.isActive()
    assert timer.interval() <= 30 * 60 * 1000
    window._around.desk.do(window, lambda book: add_account(book, "New"))
    timer.timeout.emit()
    settle()
    assert len(copies(demo_copy)) == 1, "half an hour has not passed"


def test_half_an_hour_later_a_changed_book_is_saved_again(
    window: MainWindow, demo_copy: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle()
    window._around.desk.do(window, lambda book: add_account(book, "New"))
    settle()
    later = window._opening._clock() + timedelta(minutes=31)
    window._around.desk.ask(window, lambda book: monkeypatch.setattr(book, "clock", lambda: later), lambda _n: None)
    window._safekeeping.ask()
    settle()
    assert len(copies(demo_copy)) == 2


def test_a_failure_is_said_once_and_blocks_nothing(
    window: MainWindow, demo_copy: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(BookError):
        trouble = books.Trouble.DISK_FULL

    def fail(_book: object) -> None:
        raise Full(demo_copy)

    settle()
    monkeypatch.setattr(books, "backup_if_due", fail)
    window._safekeeping.ask()
    settle()
    toast = window.findChild(Toast)
    assert toast.accessibleName().startswith("No backup could be saved: There is no room")
    assert window._has_book
    toast.hide()
    window._safekeeping.ask()
    settle()
    assert not toast.isVisible()
