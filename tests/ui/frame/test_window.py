"""The frame: books, pages, scope, undo, drop, what changed elsewhere."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.months import PeriodKind
from csdesk.ui.desk import Desk
from csdesk.ui.main_window import MainWindow
from csdesk.ui.menu import Menu
from csdesk.ui.opening import Opening
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.start import StartPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.preferences import Preferences
from csdesk.ui.registry import ENTRIES
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.toast import Toast
from csdesk.ui.widgets.topbar import TopBar
from csdesk.usecases.books import new_book, open_book
from csdesk.usecases.settings import BookSettings
from csdesk.usecases.tasks import TaskDraft, save_task

Settle = Callable[[], None]


def front(window: MainWindow) -> object:
    return window._stack.currentWidget()


def test_without_a_book_only_the_start_page_opens(make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    window.show_start()
    assert isinstance(front(window), StartPage)
    assert window.open_page("accounts") is None
    assert isinstance(front(window), StartPage)


def test_a_book_opens_on_today_and_is_remembered(window: MainWindow, preferences: Preferences, demo_copy: Path) -> None:
    assert isinstance(front(window), TodayPage)
    assert preferences.recent == (demo_copy,)
    assert window._book_name() == "copy"
    assert window.settings.company == "Sample Cloud Ltd."


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES if entry.rail])
def test_every_page_of_the_rail_opens_by_its_name(window: MainWindow, settle: Settle, name: str) -> None:
    page = window.open_page(name)
    settle()
    assert page is not None
    assert (page.name, page is front(window), page.title() != "") == (name, True, True)


def test_a_page_that_is_not_there_opens_nothing(window: MainWindow) -> None:
    assert window.open_page("no such page") is None


def test_back_leads_through_the_pages_seen(window: MainWindow, settle: Settle) -> None:
    accounts = window.open_page("accounts")
    assert isinstance(accounts, AccountsPage)
    settle()
    first, second = (row.id for row in accounts.model.rows_shown()[:2])
    for account in (first, second):
        window.open_account(account)
        settle()
    window.open_page("settings")
    seen = []
    for _ in range(5):
        window.go_back()
        settle()
        page = front(window)
        seen.append((page.name, getattr(page, "account", None)))  # type: ignore[attr-defined]
    assert seen == [("account", second), ("account", first), ("accounts", None), ("today", None), ("today", None)]


def test_one_scope_for_all_number_pages(window: MainWindow, settle: Settle) -> None:
    top = window.findChild(TopBar)
    top._day.setDate(QDate(2023, 12, 31))
    top._kind.choose(PeriodKind.QUARTER)
    settle()
    assert window.scope.as_of == date(2023, 12, 31)
    assert str(window.scope.period) == "2023-Q4"
    window.set_scope(replace(window.scope, as_of=date(2023, 1, 31)))
    assert top._day.date() == QDate(2023, 1, 31)


def test_the_fiscal_year_of_the_book_shapes_the_period(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle
) -> None:
    window = make_window()
    opening.make(tmp_path / "new.csdesk", BookSettings("JPY", 4))
    settle()
    window.rescope(date(2024, 4, 18), PeriodKind.QUARTER)
    assert str(window.scope.period) == "FY2024-Q1"
    assert window.currency.code == "JPY"


def test_undo_and_redo_are_named_and_work(window: MainWindow, desk: Desk, settle: Settle) -> None:
    steps = window.findChild(Steps)
    desk.do(window, lambda book: save_task(book, TaskDraft("Call the sample")))
    settle()
    assert steps.undo.isEnabled()
    assert "Call the sample" in steps.undo.text()
    steps.undo.trigger()
    settle()
    toast = window.findChild(Toast)
    assert "Call the sample" in toast.text
    assert "Call the sample" in steps.redo.text()
    steps.redo.trigger()
    settle()
    assert "Call the sample" in steps.undo.text()
    assert not steps.redo.isEnabled()


def test_the_toast_takes_the_step_back(qtbot: QtBot, window: MainWindow, desk: Desk, settle: Settle) -> None:
    desk.do(
        window,
        lambda book: save_task(book, TaskDraft("Call the sample")),
        lambda _changes: window.toast("Added", undo=True),
    )
    settle()
    toast = window.findChild(Toast)
    assert toast.text == "Added"
    undo = next(button for button in toast.findChildren(QPushButton))
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    settle()
    assert "Call the sample" in window.findChild(Steps).redo.text()


def test_what_another_process_changed_is_shown(
    window: MainWindow, demo_copy: Path, settle: Settle, opening: Opening
) -> None:
    accounts = window.open_page("accounts")
    assert isinstance(accounts, AccountsPage)
    settle()
    row = accounts.model.row_at(0)
    other = open_book(demo_copy, who="another", clock=opening._clock)
    from csdesk.usecases.accounts import CellEdit, edit_accounts

    edit_accounts(other, [CellEdit(row.id, "segment", "Changed elsewhere")])
    other.close()
    window._neighbours.look()
    settle()
    assert accounts.model.row_at(accounts.model.position_of(row.id)).segment == "Changed elsewhere"


def drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_dropped_book_is_opened(window: MainWindow, tmp_path: Path, settle: Settle) -> None:
    other = tmp_path / "別のブック.csdesk"
    new_book(other, BookSettings(), who="tester", clock=lambda: datetime(2024, 4, 1, tzinfo=UTC)).close()
    drop(window, other)
    settle()
    assert window._book_name() == "別のブック"


def test_a_dropped_spreadsheet_goes_to_the_import_page(
    window: MainWindow, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from csdesk.ui.pages.import_page import ImportPage

    taken: list[list[Path]] = []
    monkeypatch.setattr(ImportPage, "take_files", lambda _page, files: taken.append(files))
    sheet, picture = tmp_path / "契約.xlsx", tmp_path / "logo.png"
    drop(window, sheet, picture)
    settle()
    assert taken == [[sheet, picture]]
    assert isinstance(front(window), ImportPage)


def test_a_file_of_another_kind_is_named_as_such(window: MainWindow, tmp_path: Path, settle: Settle) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(b"\x89PNG\r\n")
    drop(window, picture)
    settle()
    told = [label.text() for label in front(window).findChildren(QLabel) if "logo.png" in label.text()]
    assert any("spreadsheet" in text for text in told)


def test_a_spreadsheet_without_a_book_is_told_what_comes_first(
    make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = make_window()
    drop(window, tmp_path / "contracts.csv")
    assert "book first" in window.findChild(Toast).text


@pytest.mark.parametrize("content", [None, b"", b"no book at all", b"SQLite format 3\x00" + b"\x00" * 500])
def test_a_book_that_cannot_be_opened_is_explained_on_the_start_page(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle, content: bytes | None
) -> None:
    window = make_window()
    broken = tmp_path / "broken.csdesk"
    if content is not None:
        broken.write_bytes(content)
    opening.open(broken)
    settle()
    page = front(window)
    assert isinstance(page, StartPage)
    assert not page._trouble.isHidden()
    assert "broken.csdesk" in page._trouble._words.text()
    assert broken.read_bytes() == content if content is not None else not broken.exists()


def test_a_book_that_cannot_be_opened_leaves_the_present_one_open(
    window: MainWindow, opening: Opening, tmp_path: Path, settle: Settle, demo_copy: Path
) -> None:
    opening.open(tmp_path / "missing.csdesk")
    settle()
    accounts = window.open_page("accounts")
    assert isinstance(accounts, AccountsPage)
    settle()
    assert accounts.model.whole == 60
    assert opening.path == demo_copy


def test_a_book_of_a_later_version_is_left_alone(
    make_window: Callable[..., MainWindow], opening: Opening, demo_copy: Path, settle: Settle
) -> None:
    with sqlite3.connect(demo_copy) as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    before = demo_copy.read_bytes()
    window = make_window()
    opening.open(demo_copy)
    settle()
    assert isinstance(front(window), StartPage)
    assert demo_copy.read_bytes() == before


def test_the_rail_is_walked_with_arrows_and_folds(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, preferences: Preferences
) -> None:
    rail = window._rail
    rail._buttons["overview"].setFocus()
    qtbot.keyClick(rail._buttons["overview"], Qt.Key.Key_Down)
    assert qapp.focusWidget() is rail._buttons["accounts"]
    qtbot.keyClick(rail._buttons["accounts"], Qt.Key.Key_Space)
    assert isinstance(front(window), AccountsPage)
    wide = rail.width()
    rail._fold.click()
    assert rail.width() < wide
    assert preferences.narrow_rail


def test_the_menu_names_no_key_twice(window: MainWindow) -> None:
    keys = [action.shortcut().toString() for action in window.findChild(Menu).actions_to_find()]
    keys += [key.toString() for action in (window._steps.undo, window._steps.redo) for key in action.shortcuts()]
    named = [key for key in keys if key]
    assert len(named) - len(set(named)) <= 2, "undo and redo stand in the menu and here"
    assert {"Ctrl+K", "Ctrl+Shift+A", "Ctrl+Z", "Ctrl+Y"} <= set(named)
