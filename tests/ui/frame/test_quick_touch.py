"""A touch logged from anywhere in a few keys."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Kind, TouchType
from csdesk.ui.desk import Desk
from csdesk.ui.dialogs.quick_touch import QuickTouch
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.account import AccountPage, account_page

Settle = Callable[[], None]
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTE = "Renewal is likely; wants the audit log first."


@pytest.fixture
def dialog(window: MainWindow, settle: Settle) -> QuickTouch:
    window.open_touch()
    settle()
    found = window.findChild(QuickTouch)
    assert isinstance(found, QuickTouch)
    return found


@pytest.fixture
def account(desk: Desk, window: MainWindow, settle: Settle) -> Callable[[int], AccountPage]:
    """An account as the book holds it."""

    def read(account: int) -> AccountPage:
        found: list[AccountPage] = []
        as_of = window.scope.as_of
        desk.ask(window, lambda book: account_page(book, account, as_of), found.append, about="test")
        settle()
        return found[0]

    return read


class Keyboard:
    """Presses keys where the focus is, and counts them; text is typed free."""

    def __init__(self, qapp: QApplication) -> None:
        self._qapp = qapp
        self.strokes = 0

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.strokes += 1
            QTest.keyClick(self._qapp.focusWidget(), key, modifier)

    def count(self, letters: str) -> None:
        self.strokes += len(letters)
        QTest.keyClicks(self._qapp.focusWidget(), letters)

    def text(self, letters: str) -> None:
        QTest.keyClicks(self._qapp.focusWidget(), letters)


def test_fourteen_keys_and_the_text(
    qapp: QApplication, dialog: QuickTouch, settle: Settle, account: Callable[[int], AccountPage], window: MainWindow
) -> None:
    keys = Keyboard(qapp)
    keys.strokes = 1  # Ctrl+Shift+A, which has opened it
    keys.count("mapl")
    wanted = dialog.finder.hits[0]
    keys.press(Qt.Key.Key_Return)
    keys.count("v")
    keys.press(Qt.Key.Key_Tab)
    keys.count("y")
    keys.press(Qt.Key.Key_Tab)
    keys.count("30")
    keys.press(Qt.Key.Key_Tab)
    keys.text(NOTE)
    keys.press(Qt.Key.Key_Return, modifier=CONTROL)
    settle()
    assert keys.strokes <= 14
    item = account(int(str(wanted.key))).timeline[0]
    assert (item.kind, item.what, item.on, item.minutes, item.text) == (
        Kind.TOUCH,
        TouchType.VISIT,
        date(2024, 4, 17),
        30,
        NOTE,
    )
    assert wanted.text in window.findChild(Toast).text


def test_the_shortcut_opens_it(qtbot: QtBot, window: MainWindow, settle: Settle) -> None:
    window.activateWindow()
    both = CONTROL | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_A, both)
    settle()
    assert window.findChild(QuickTouch) is not None


def test_a_next_step_becomes_a_task_and_one_undo_takes_both_back(
    qtbot: QtBot, dialog: QuickTouch, settle: Settle, account: Callable[[int], AccountPage], window: MainWindow
) -> None:
    qtbot.keyClicks(dialog.finder.line, "maple")
    qtbot.keyClick(dialog.finder.line, Qt.Key.Key_Return)
    wanted = int(str(dialog.finder.key))
    before = account(wanted)
    dialog.day.line.setText("昨日")
    dialog.next_step.setText("Send the offer")
    dialog.due.line.setText("fri")
    dialog.check()
    settle()
    task = next(task for task in account(wanted).tasks if task.title == "Send the offer")
    assert (task.due_on, task.owner) == (date(2024, 4, 19), "tester")
    window.findChild(Steps).take_back()
    settle()
    after = account(wanted)
    assert (after.tasks, after.timeline) == (before.tasks, before.timeline)


@pytest.mark.parametrize(
    ("fill", "said"),
    [
        (lambda _dialog: None, "Choose the account"),
        (lambda dialog: dialog.day.line.setText("soonish"), "yesterday"),
        (lambda dialog: dialog.day.line.setText("tomorrow"), "next step"),
        (lambda dialog: dialog.due.line.setText("whenever"), "tomorrow"),
    ],
    ids=["account", "day", "future", "due"],
)
def test_what_is_missing_is_said_and_nothing_is_written(
    qtbot: QtBot, dialog: QuickTouch, window: MainWindow, settle: Settle, fill: Callable[[QuickTouch], None], said: str
) -> None:
    if said != "Choose the account":
        qtbot.keyClicks(dialog.finder.line, "maple")
        qtbot.keyClick(dialog.finder.line, Qt.Key.Key_Return)
    fill(dialog)
    before = window.findChild(Steps).undo.text()
    dialog.check()
    settle()
    assert said in dialog._wrong.text()
    assert dialog.isVisible()
    assert window.findChild(Steps).undo.text() == before


def test_from_an_account_its_name_is_filled_in(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    row = page.model.row_at(5)
    window.open_touch(row.id)
    settle()
    dialog = window.findChild(QuickTouch)
    assert isinstance(dialog, QuickTouch)
    assert (dialog.finder.key, dialog.finder.line.text()) == (row.id, row.name)


def test_how_a_day_was_understood_is_shown(dialog: QuickTouch) -> None:
    shown = dialog.day.findChild(QLabel)
    assert isinstance(shown, QLabel)
    dialog.day.line.setText("-2")
    assert shown.text() == "16 Apr 2024"
    dialog.day.line.setText("-x")
    assert shown.text() == "not understood"
    dialog.day.line.setText("today")
    assert shown.text() == "18 Apr 2024"
    dialog.day.line.setText("tomorrow")
    assert shown.text() == "19 Apr 2024 is in the future: a next step?"


def test_midnight_passes_while_a_line_waits(dialog: QuickTouch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialog.day, "_today", lambda: date(2024, 4, 19))
    dialog.day.line.setText("2024-04-19")
    assert not dialog.day.is_to_come
    dialog.day.line.setText("yesterday")
    assert dialog.day.day == date(2024, 4, 18)


def test_changing_the_name_after_choosing_takes_the_choice_back(qtbot: QtBot, dialog: QuickTouch) -> None:
    qtbot.keyClicks(dialog.finder.line, "maple")
    qtbot.keyClick(dialog.finder.line, Qt.Key.Key_Return)
    assert dialog.finder.key is not None
    qtbot.keyClick(dialog.finder.line, Qt.Key.Key_Backspace)
    assert dialog.finder.key is None


def test_a_long_refusal_takes_no_room_from_the_fields(dialog: QuickTouch, settle: Settle) -> None:
    dialog.say_wrong("What is wrong takes some lines to tell. " * 8)
    settle()
    assert not dialog.note.geometry().intersects(dialog.next_step.geometry())
