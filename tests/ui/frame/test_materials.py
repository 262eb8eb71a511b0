"""A step that repeats and carries material, through the window: written in a play, started, opened, done, due again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Fit, Kind
from csdesk.models.signals import Signal
from csdesk.models.steps import Material
from csdesk.ui.dialogs.edit_task import EditTask
from csdesk.ui.dialogs.play import PlayDialog
from csdesk.ui.dialogs.plays import Plays
from csdesk.ui.dialogs.risk import RiskDialog
from csdesk.ui.dialogs.start_play import StartPlay
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.today import TodayPage
from csdesk.usecases.account import TaskRow
from csdesk.usecases.rows import one_row

Settle = Callable[[], None]


def drop(target: PlayDialog, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    line = target.lines[0].material
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    line.dropEvent(QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, left, none))


def task_named(page: AccountPage, title: str) -> TaskRow:
    assert page._answer is not None
    return next(task for task in page._answer.tasks if task.title == title and task.done_on is None)


def test_a_step_repeats_and_carries_its_file(
    window: MainWindow, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()).name))
    book = window._around.opening.book
    assert book is not None
    case, other = book.parent / "case.pdf", tmp_path / "other.pdf"
    for file in (case, other):
        file.touch()
    accounts = window.open_page("accounts")
    settle()
    assert isinstance(accounts, AccountsPage)
    account = max(accounts.model.rows_shown(), key=lambda row: row.mrr).id
    write_the_play(window, case, settle)
    start_the_play(window, account, settle)
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    task = task_named(page, "Send the case")
    assert (task.repeat_days, task.material) == (7, Material.FILE)

    page._tasks.carried.emit(task)
    settle()
    assert opened == ["case.pdf"]
    case.unlink()
    asked: list[str] = []

    def choose(_owner: QWidget, title: str, _folder: str) -> tuple[str, str]:
        asked.append(title)
        return str(other), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    today = open_on_today(window, qtbot, settle)
    assert (opened, asked) == (["case.pdf"], ["case.pdf is not there any more. Choose it anew."])
    qtbot.keySequence(today.sheet, "Alt+O")
    settle()
    assert opened == ["case.pdf", "other.pdf"]

    due = today.sheet._current().on
    today.sheet.tick()
    settle()
    window.open_account(account)
    settle()
    again = task_named(page, "Send the case")
    assert again.due_on is not None
    assert (again.due_on - due).days == 7
    write_a_summary(page, again, monkeypatch, tmp_path, settle)
    assert opened[-1] == "use.xlsx"
    assert (tmp_path / "use.xlsx").stat().st_size > 0


def write_the_play(window: MainWindow, case: Path, settle: Settle) -> None:
    library = Plays(window._around, window)
    settle()
    editor = PlayDialog(window._around, None, (), library)
    editor.name.setText("A case a week")
    line = editor.lines[0]
    line.title.setText("Send the case")
    assert line.beneath.isHidden()
    line.more.click()
    assert not line.beneath.isHidden()
    line.repeat.every.setValue(7)
    drop(editor, case)
    assert (line.material.file, line.step.repeat_for) == ("case.pdf", None)
    line.span.setValue(60)
    editor.main.click()
    settle()
    kept = next(row.play for row in library.model.rows_shown() if row.play.name == "A case a week").steps[0]
    assert (kept.repeat_days, kept.repeat_for, kept.material, kept.file) == (7, 60, Material.FILE, "case.pdf")
    library.accept()


def start_the_play(window: MainWindow, account: int, settle: Settle) -> None:
    window.open_account(account)
    settle()
    start = StartPlay(window._around, account, window)
    settle()
    at = next(at for at, play in enumerate(start._plays) if play.name == "A case a week")
    start.play.choose(at)
    assert "Send the case · every 7 days · Linked file" in start.steps.text()
    start.main.click()
    settle()


def open_on_today(window: MainWindow, qtbot: QtBot, settle: Settle) -> TodayPage:
    """Go to the step in the day's list, and open its material by key."""
    today = window.open_page("today")
    assert isinstance(today, TodayPage)
    settle()
    rows = today.sheet.lines.rows_shown()
    at = next(at for at, item in enumerate(rows) if item.lead.title == "Send the case")
    assert rows[at].lead.repeat_days == 7
    today.sheet.setCurrentIndex(today.sheet.model().index(at, 0))
    qtbot.keySequence(today.sheet, "Alt+O")
    settle()
    return today


def write_a_summary(
    page: AccountPage, task: TaskRow, monkeypatch: pytest.MonkeyPatch, folder: Path, settle: Settle
) -> None:
    """In its form the step is given the summary of use instead, which is kept and written at once."""
    page._open_task(task)
    settle()
    dialog = page.findChild(EditTask)
    assert isinstance(dialog, EditTask)
    assert (dialog.repeat.days, dialog.until.day is not None) == (7, True)
    dialog.material.kind.choose(Material.USE)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "use.xlsx"), ""))
    dialog.material.open.click()
    settle()
    dialog.check()
    settle()
    assert task_named(page, "Send the case").material is Material.USE


def test_a_risk_that_another_is_thought_better_asks_how_well_the_account_fits(
    window: MainWindow, settle: Settle
) -> None:
    accounts = window.open_page("accounts")
    settle()
    assert isinstance(accounts, AccountsPage)
    account = next(row for row in accounts.model.rows_shown() if row.fit != Fit.POOR).id
    dialog = RiskDialog(window._around, account, None, window)
    settle()
    assert dialog._fit.isHidden()
    signal = dialog.box("signal")
    signal.choose(Signal.NOT_BEST)
    assert not dialog._fit.isHidden()
    dialog.fit_said.choose(Fit.POOR)
    dialog.fit_why.setText("Too small a team")
    dialog.check()
    settle()

    def fit() -> tuple[str, str]:
        told: list[dict[str, str]] = []
        window._around.desk.ask(window, lambda book: one_row(book, Kind.ACCOUNT, account), told.append)
        settle()
        return told[0]["fit"], told[0]["fit_reason"]

    assert fit() == (Fit.POOR, "Too small a team")
    window._steps.take_back()
    settle()
    assert fit() != (Fit.POOR, "Too small a team")
