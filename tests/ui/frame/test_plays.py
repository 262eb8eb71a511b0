"""Plays in the window: changed in the library, started against a risk, skipped and ended on the account's page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Kind
from csdesk.models.signals import Helped
from csdesk.ui.dialogs.edit_task import EditTask
from csdesk.ui.dialogs.end_play import EndPlay
from csdesk.ui.dialogs.play import PlayDialog
from csdesk.ui.dialogs.plays import Plays
from csdesk.ui.dialogs.risk import RiskDialog
from csdesk.ui.dialogs.start_play import StartPlay
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.signals import SignalsPage
from csdesk.usecases.risks import RegisterRow

Settle = Callable[[], None]


def test_a_play_is_changed_started_against_a_risk_skipped_and_ended(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("signals")
    settle()
    assert isinstance(page, SignalsPage)
    page.sheet.setCurrentIndex(page.model.index(0, 0))
    known = {one.risk.id for one in page.risks.model.rows_shown()}
    page.log.click()
    settle()
    (row,) = (one for one in page.risks.model.rows_shown() if one.risk.id not in known)
    write_a_play(page, row, settle)
    start_it(page, row, settle)
    window.open_account(row.risk.account)
    settle()
    account = window._stack.currentWidget()
    assert isinstance(account, AccountPage)
    skip_a_step(account, settle)
    end_it(account, settle)
    (ended,) = account.plays
    assert (ended.helped, ended.ended_on, ended.skipped) == (Helped.YES, window.today(), 2)
    window._steps.take_back()
    settle()
    assert account.plays[0].ended_on is None


def test_a_play_is_started_by_key_on_a_signal(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = window.open_page("signals")
    settle()
    assert isinstance(page, SignalsPage)
    before = page.model.rows_shown()
    first = before[0]
    page.sheet.setFocus()
    page.sheet.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.sheet, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    settle()
    start = page.findChild(StartPlay)
    assert isinstance(start, StartPlay)
    start.main.click()
    settle()
    assert set(before) - set(page.model.rows_shown()) == {first}
    risks = {(row.risk.account, row.risk.signal) for row in page.risks.model.rows_shown() if row.risk.is_open}
    assert (first.found.account, first.found.signal) in risks
    window._steps.take_back()
    settle()
    assert first in page.model.rows_shown()


def write_a_play(page: SignalsPage, row: RegisterRow, settle: Settle) -> None:
    page.plays.click()
    settle()
    library = page.findChild(Plays)
    assert isinstance(library, Plays)
    assert library.model.rowCount() == 14
    library.new.click()
    settle()
    editor = library.findChild(PlayDialog)
    assert isinstance(editor, PlayDialog)
    editor.main.click()
    settle()
    assert editor.isVisible(), "without a name and a step there is no play"
    editor.name.setText("Our way")
    editor.signal.choose(row.risk.signal)
    editor.lines[0].title.setText("Call them")
    editor.add.click()
    editor.lines[1].title.setText("Send the plan")
    assert editor.lines[1].days.value() == 7
    editor.main.click()
    settle()
    assert [row.play.name for row in library.model.rows_shown()][:2] == ["Answer the doubts", "Our way"]
    library.accept()


def start_it(page: SignalsPage, row: RegisterRow, settle: Settle) -> None:
    page.risks.sheet.opened.emit(row)
    settle()
    risk = page.findChild(RiskDialog)
    assert isinstance(risk, RiskDialog)
    risk.play.click()
    settle()
    start = page.findChild(StartPlay)
    assert isinstance(start, StartPlay)
    assert start.play.currentText().startswith("Our way"), "the play against the signal comes first"
    assert "Send the plan" in start.steps.text()
    start.main.click()
    settle()


def skip_a_step(account: AccountPage, settle: Settle) -> None:
    (run,) = account.plays
    assert (run.play, run.steps, run.done, run.skipped) == ("Our way", 2, 0, 0)
    assert account._answer is not None
    task = next(one for one in account._answer.tasks if one.title == "Call them")
    account._tasks.opened.emit(task)
    settle()
    edit = account.findChild(EditTask)
    assert isinstance(edit, EditTask)
    edit.skipped.setText("They called us")
    edit.main.click()
    settle()
    assert account.plays[0].skipped == 1


def end_it(account: AccountPage, settle: Settle) -> None:
    account._work.opened.emit(Kind.PLAY_RUN, account.plays[0].id)
    settle()
    end = account.findChild(EndPlay)
    assert isinstance(end, EndPlay)
    end.helped.choose(Helped.YES)
    end.main.click()
    assert end.isVisible(), "the open step needs a reason"
    end.reason.setText("No longer needed")
    end.main.click()
    settle()
