"""The history of the whole book in the window: found in, opened, taken back."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, TouchType
from csdesk.ui.dialogs.take_back import TakeBack
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.history import HistoryPage
from csdesk.usecases import accounts, history, history_search
from csdesk.usecases.touches import TouchDraft, log_touch

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> HistoryPage:
    """A new account that was edited and met since."""

    def act(book: Book) -> object:
        account = next(iter(accounts.add_account(book, "見本追加").accounts))
        accounts.edit_accounts(book, [accounts.CellEdit(account, "notes", "ＶＩＰ")])
        accounts.edit_accounts(book, [accounts.CellEdit(account, "industry", "Retail")])
        return log_touch(book, TouchDraft(account, TouchType.CALL, date(2024, 4, 18), note="hello"))

    window._around.desk.do(window, act)  # type: ignore[arg-type]
    settle()
    action = next(one for one in window.findChildren(QAction) if one.shortcut().toString() == "Ctrl+H")
    action.trigger()
    settle()
    opened = window._stack.currentWidget()
    assert isinstance(opened, HistoryPage)
    return opened


def find(page: HistoryPage, text: str, settle: Settle) -> list[str]:
    page.search.setText(text)
    page.refresh()
    settle()
    return [str(line.item.step_name) for line in page._model.rows_shown()]


def test_the_newest_step_is_first_and_its_changes_are_below(page: HistoryPage, settle: Settle) -> None:
    first = page._model.rows_shown()[0]
    assert first.item.step_name == "log_touch"
    assert {line.item.kind for line in page.changes._model.rows_shown()} == {Kind.TOUCH, Kind.PERSON}
    page.sheet.selectRow(1)
    settle()
    (change,) = page.changes._model.rows_shown()
    assert (change.before, change.after) == ("", "Retail")


def test_steps_are_found_while_one_types(page: HistoryPage, settle: Settle, qtbot: QtBot) -> None:
    assert find(page, "vip", settle) == ["edit_accounts"]
    assert find(page, "hello", settle) == ["log_touch"]
    assert find(page, "no such thing", settle) == []
    assert page._nothing.isVisible()
    page.search.setText("VIP")
    qtbot.waitUntil(lambda: page._model.rowCount() == 1, timeout=90_000)
    page.search.clear()
    page.since.line.setText("2999/1/1")
    page.refresh()
    settle()
    assert page._nothing.isVisible()
    page.since.line.clear()
    page.until.line.setText("1999/1/1")
    page.refresh()
    settle()
    assert page._nothing.isVisible()
    page.until.line.clear()
    page.person.setCurrentIndex(1)
    settle()
    assert page._model.rowCount() > 3


def test_a_step_is_taken_back_at_once_or_after_a_look(page: HistoryPage, window: MainWindow, settle: Settle) -> None:
    find(page, "vip", settle)
    page.changes.take.click()
    settle()
    assert window.findChild(TakeBack) is None
    assert not page._model.rows_shown()[-1].may_go
    assert find(page, "", settle)[0] == "take_back"
    page.sheet.selectRow(4)
    settle()
    assert page._model.row_at(4).item.step_name == "add_account"
    page.changes.take.click()
    settle()
    assert window._toast.isVisible(), "an account that was edited and met since stays, which is all there is of it"
    assert window.findChild(TakeBack) is None


def test_older_steps_and_changes_are_fetched(
    page: HistoryPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = page._model.rowCount()
    for module, name in ((history_search, "STEPS_AT_ONCE"), (history, "HISTORY_ROWS")):
        monkeypatch.setattr(module, name, 2)
    monkeypatch.setattr("csdesk.ui.pages.history.STEPS_AT_ONCE", 2)
    page._lines = ()
    page.refresh()
    settle()
    assert page._model.rowCount() == 2
    while not page._older.isHidden():
        page.show_older()
        settle()
    assert page._model.rowCount() == every


def test_the_way_to_the_account(page: HistoryPage, window: MainWindow, settle: Settle) -> None:
    page.changes._account.click()
    settle()
    opened = window._stack.currentWidget()
    assert isinstance(opened, AccountPage)
    assert opened.title() == "見本追加"
    assert len(opened._history._found.rows) == 4


def test_older_changes_of_an_account_are_fetched(
    page: HistoryPage, window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.changes._account.click()
    settle()
    opened = window._stack.currentWidget()
    assert isinstance(opened, AccountPage)
    shown, told = opened._history, opened._history._found
    items = [line.item for line in told.rows]
    monkeypatch.setattr("csdesk.ui.pages.account_history.HISTORY_ROWS", 2)
    assert opened.account is not None
    shown._account = None
    shown.show_history(opened.account, items[:2])
    assert not shown._older.isHidden()
    shown.show_older()
    settle()
    assert [line.item for line in shown._found.rows] == items
    shown.show_history(opened.account, items[:2])
    assert [line.item for line in shown._found.rows] == items, "what was fetched stays"
