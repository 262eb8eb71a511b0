"""Next steps in the window: changed, given another day, ticked off and deleted, on the account's page and on Today."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QToolButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.contract import ContractDialog
from csdesk.ui.dialogs.due_reasons import DueReasons
from csdesk.ui.dialogs.edit_task import EditTask
from csdesk.ui.dialogs.health_change import HealthChange
from csdesk.ui.dialogs.put_off import PutOff
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.account import TaskRow
from csdesk.usecases.due import DueWhy
from csdesk.usecases.history import history_line
from csdesk.usecases.tasks import TaskDraft, save_task, snooze_task

Settle = Callable[[], None]
TODAY = date(2024, 4, 18)


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> AccountPage:
    """An account with one more next step, due today."""
    accounts = window.open_page("accounts")
    settle()
    assert isinstance(accounts, AccountsPage)
    account = max(accounts.model.rows_shown(), key=lambda row: row.mrr).id
    draft = TaskDraft("Send the offer", account, TODAY, notes="by post")
    window._around.desk.do(window, lambda book: save_task(book, draft))
    window.open_account(account)
    settle()
    opened = window._stack.currentWidget()
    assert isinstance(opened, AccountPage)
    return opened


def task_named(page: AccountPage, title: str) -> TaskRow:
    assert page._answer is not None
    return next(task for task in page._answer.tasks if task.title == title)


def box_of(page: AccountPage, title: str) -> QCheckBox:
    boxes = page._tasks.findChildren(QCheckBox)
    return next(box for box in boxes if box.text() == title and box.isVisibleTo(page))


def dialog_of(page: AccountPage | TodayPage) -> EditTask:
    found = page.findChild(EditTask)
    assert isinstance(found, EditTask)
    return found


def test_by_tab_the_steps_come_before_the_line_that_adds_one(page: AccountPage) -> None:
    box, line = box_of(page, "Send the offer"), page._tasks._line
    after = box.nextInFocusChain()
    for _ in range(20):
        if after is line:
            break
        assert after.focusPolicy() is Qt.FocusPolicy.NoFocus or page._tasks.isAncestorOf(after)
        after = after.nextInFocusChain()
    assert after is line


def test_the_focus_stays_on_the_card_when_its_step_is_deleted(page: AccountPage, qtbot: QtBot, settle: Settle) -> None:
    box = box_of(page, "Send the offer")
    page.window().activateWindow()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page._tasks.isAncestorOf(focus)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_next_step_is_changed_from_its_line(qtbot: QtBot, page: AccountPage, settle: Settle, key: Qt.Key) -> None:
    box = box_of(page, "Send the offer")
    box.setFocus()
    qtbot.keyClick(box, key)
    settle()
    dialog = dialog_of(page)
    assert (dialog.title.text(), dialog.due.day, dialog.owner.key) == ("Send the offer", TODAY, "tester")
    dialog.title.setText("Send the new offer")
    dialog.due.line.setText("+7")
    dialog.owner.choose("Sample Aoi")
    dialog.check()
    settle()
    task = task_named(page, "Send the new offer")
    assert (task.due_on, task.owner, task.done_on) == (date(2024, 4, 25), "Sample Aoi", None)
    assert page._answer is not None
    lines = [history_line(item, page.frame.currency, Language.EN) for item in page._answer.history]
    told = {line.field: line for line in lines if line.what == "Edit of next step: Send the new offer"}
    assert told["Title"].row.startswith("Next step: Send the new offer")
    assert {"Title", "Due", "Owner"} == set(told), "the notes, which the dialog does not show, stay"


def test_words_and_a_day_are_asked_for(page: AccountPage, settle: Settle) -> None:
    page._open_task(task_named(page, "Send the offer"))
    settle()
    dialog = dialog_of(page)
    dialog.due.line.setText("some day")
    dialog.check()
    assert "day" in dialog._wrong.text()
    dialog.title.setText(" ")
    dialog.check()
    assert "words" in dialog._wrong.text()
    assert dialog.isVisible()


def test_a_next_step_without_day_or_owner_is_ticked_off_in_its_dialog(page: AccountPage, settle: Settle) -> None:
    page._open_task(task_named(page, "Send the offer"))
    settle()
    dialog = dialog_of(page)
    dialog.due.line.clear()
    dialog.owner.choose("")
    dialog.is_done.setChecked(True)
    dialog.check()
    settle()
    task = task_named(page, "Send the offer")
    assert (task.due_on, task.owner, task.done_on) == (None, "", TODAY)


def test_delete_deletes_and_undo_brings_back(
    qtbot: QtBot, page: AccountPage, settle: Settle, window: MainWindow
) -> None:
    box = box_of(page, "Send the offer")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    settle()
    assert page._answer is not None
    assert all(task.title != "Send the offer" for task in page._answer.tasks)
    toast = window.findChild(Toast)
    assert "Send the offer" in toast.text
    toast._undo.click()
    settle()
    assert task_named(page, "Send the offer").due_on == TODAY


def test_the_pencil_says_what_it_changes(page: AccountPage, settle: Settle) -> None:
    pencil = next(
        button
        for button in page._tasks.findChildren(QToolButton)
        if button.isVisibleTo(page) and button.accessibleName() == "Change: Send the offer"
    )
    pencil.click()
    settle()
    assert dialog_of(page).title.text() == "Send the offer"


@pytest.fixture
def today(page: AccountPage, settle: Settle) -> TodayPage:
    """The day's list, on the next step."""
    opened = page.frame.open_page("today")
    settle()
    assert isinstance(opened, TodayPage)
    place(opened, lambda row: row.lead.title == "Send the offer")
    return opened


def place(page: TodayPage, wanted: Callable[..., bool]) -> None:
    at = next(at for at, row in enumerate(page.sheet.lines.rows_shown()) if wanted(row))
    page.sheet.setCurrentIndex(page.sheet.lines.index(at, 0))
    page.sheet.setFocus()


def titles(page: TodayPage) -> set[str]:
    return {row.lead.title for row in page.sheet.lines.rows_shown()}


def test_today_changes_a_next_step(qtbot: QtBot, today: TodayPage, settle: Settle) -> None:
    qtbot.keyClick(today.sheet, Qt.Key.Key_F2)
    settle()
    dialog = dialog_of(today)
    dialog.title.setText("Send it at last")
    dialog.check()
    settle()
    assert "Send it at last" in titles(today)


def test_today_deletes_a_next_step(qtbot: QtBot, today: TodayPage, settle: Settle, window: MainWindow) -> None:
    qtbot.keyClick(today.sheet, Qt.Key.Key_Delete)
    settle()
    assert "Send the offer" not in titles(today)
    assert "Send the offer" in window.findChild(Toast).text
    window.findChild(Steps).take_back()
    settle()
    assert "Send the offer" in titles(today)


def test_the_menu_of_a_line_offers_what_its_keys_do(today: TodayPage) -> None:
    from csdesk.ui.widgets.table_copies import TableCopies

    words = [action.text() for action in today.sheet.findChild(TableCopies).menu().actions()]
    assert words[:2] == ["Done", "Put off until tomorrow"]
    assert words[4:8] == ["Why it is here", "Open its material", "Change...", "Delete"]
    assert words[-3:] == ["Copy", "Save table as...", "Print..."]


def test_a_line_of_an_account_is_worked_off_by_keys(
    qtbot: QtBot, today: TodayPage, settle: Settle, window: MainWindow
) -> None:
    """Done, put off until a day, and its reasons opened; a line that is no next step says so to F2 and Delete."""

    def go_to(identity: object) -> None:
        today.sheet.setCurrentIndex(today.sheet.lines.index(today.sheet.lines.position_of(identity), 0))
        today.sheet.setFocus()

    before = today.sheet.lines.rows_shown()
    item = next(row for row in before if row.lead.signal is not None)
    for keys in ("F2", "Del"):
        go_to(item.identity)
        qtbot.keySequence(today.sheet, keys)
        settle()
        assert window.findChild(Toast).text.startswith("This line is no next step.")
    assert today.sheet.lines.rows_shown() == before
    for keys in ("Space", "Alt+S", "Alt+Shift+S"):
        go_to(item.identity)
        qtbot.keySequence(today.sheet, keys)
        settle()
        assert item not in today.sheet.lines.rows_shown()
        assert item.account_name in window.findChild(Toast).text
        window.findChild(Steps).take_back()
        settle()
        assert today.sheet.lines.rows_shown() == before
    go_to(item.identity)
    qtbot.keySequence(today.sheet, "Alt+U")
    dialog = today.sheet.findChild(PutOff)
    dialog.until.line.setText("yesterday")
    dialog.check()
    assert "to come" in dialog._wrong.text()
    dialog.until.line.setText("+30")
    dialog.check()
    settle()
    assert item not in today.sheet.lines.rows_shown()
    window.findChild(Steps).take_back()
    settle()
    go_to(item.identity)
    today.sheet.explain()
    reasons = today.sheet.findChild(DueReasons)
    assert reasons.sheet.model().rowCount() == len(item.reasons)
    qtbot.keyClick(reasons.sheet, Qt.Key.Key_Return)
    settle()
    opened, dialogs = window._stack.currentWidget(), (HealthChange, ContractDialog)
    assert any(today.sheet.findChild(dialog) for dialog in dialogs) or (
        isinstance(opened, AccountPage) and opened.account == item.account
    )
    for line in today.sheet.lines.rows_shown():
        for reason in line.reasons:
            if reason.why in {DueWhy.UNDECIDED, DueWhy.RENEWAL}:
                today.sheet._open_reason(line, reason)
                settle()
                contract = today.sheet.findChildren(ContractDialog)[-1]
                assert (contract._account, contract.term.day is not None) == (line.account, True)
                contract.reject()


def test_today_begins_with_the_lines_of_whoever_works_here(today: TodayPage, settle: Settle) -> None:
    assert today._person.key == "", "who owns no account sees everybody's"
    today._person.choose("Sample Aoi")
    settle()
    assert {row.owner for row in today.sheet.lines.rows_shown()} == {"Sample Aoi"}


def test_a_new_day_ends_the_putting_off(page: AccountPage, today: TodayPage, settle: Settle) -> None:
    task = task_named(page, "Send the offer").id
    today.desk.do(today, lambda book: snooze_task(book, task, date(2024, 5, 1)))
    settle()
    assert "Send the offer" not in titles(today)
    today.sheet._open_task(task)
    settle()
    dialog = dialog_of(today)
    dialog.due.line.setText("tomorrow")
    dialog.check()
    settle()
    assert "Send the offer" in titles(today)
