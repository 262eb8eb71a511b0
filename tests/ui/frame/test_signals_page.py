"""Danger signals in the window: listed by what is at stake, opened, dismissed and taken back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Kind
from csdesk.models.signals import RiskOutcome, Signal
from csdesk.ui.dialogs.open_requests import REQUESTED, OpenRequestsDialog
from csdesk.ui.dialogs.risk import RiskDialog
from csdesk.ui.dialogs.signal_rules import SignalRules
from csdesk.ui.dialogs.signals_tried import SignalsTried
from csdesk.ui.dialogs.work_row import WorkRow
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.signals import SignalsPage
from csdesk.ui.widgets.choice import Choice
from csdesk.ui.widgets.dayline import DayLine
from csdesk.usecases.risks import log_signals
from csdesk.usecases.rows import delete_row

Settle = Callable[[], None]


def test_signals_are_listed_dismissed_by_key_taken_back_and_opened(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page = window.open_page("signals")
    settle()
    assert isinstance(page, SignalsPage)
    before = page.model.rows_shown()
    dangers = [row for row in before if not row.is_good]
    assert [row.mrr for row in dangers] == sorted((row.mrr for row in dangers), reverse=True)
    assert str(len({row.found.account for row in dangers})) in page.sum.text()

    page.sheet.setFocus()
    page.sheet.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.sheet, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    settle()
    assert set(before) - set(page.model.rows_shown()) == {before[1]}
    window._steps.take_back()
    settle()
    assert set(page.model.rows_shown()) == set(before)

    page.sheet.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.sheet, Qt.Key.Key_Return)
    settle()
    front = window._stack.currentWidget()
    assert isinstance(front, AccountPage)
    assert front.account == before[0].found.account


def test_the_rules_are_tried_on_the_past_year(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("signals")
    settle()
    assert isinstance(page, SignalsPage)
    page.past.click()
    settle()
    dialog = window.findChild(SignalsTried)
    model = dialog.sheet.model()
    rows = [dialog.sheet.row(model.index(at, 0)) for at in range(model.rowCount())]
    assert len(rows) >= 15
    assert [len(row.left) for row in rows] == sorted((len(row.left) for row in rows), reverse=True)
    (all_left,) = {row.all_left for row in rows}
    assert all(row.left <= row.flagged & row.all_left for row in rows)
    missed = all_left - frozenset[int]().union(*(row.left for row in rows))
    assert f"{len(all_left)}. " in dialog.said.text()
    assert dialog.said.text().endswith(f"{len(missed)}.")


def test_a_signal_is_logged_by_key_closed_with_what_was_saved_and_another_risk_raised(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page = window.open_page("signals")
    settle()
    assert isinstance(page, SignalsPage)
    assert not page.risks.nothing.isVisibleTo(page)
    for known in page.risks.model.rows_shown():
        page.desk.do(page, partial(delete_row, kind=Kind.RISK, row=known.risk.id))
    settle()
    assert page.risks.nothing.isVisibleTo(page)
    first = page.model.rows_shown()[0]
    page.sheet.setFocus()
    page.sheet.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.sheet, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    settle()
    assert first not in page.model.rows_shown()
    (row,) = page.risks.model.rows_shown()
    assert (row.risk.account, row.risk.signal) == (first.found.account, first.found.signal)

    page.risks.sheet.opened.emit(row)
    settle()
    dialog = page.findChild(RiskDialog)
    assert isinstance(dialog, RiskDialog)
    outcome, saved = dialog.box("outcome"), dialog.box("mrr_saved")
    assert isinstance(outcome, Choice)
    assert isinstance(saved, QLineEdit)
    outcome.choose(RiskOutcome.AVERTED.value)
    settle()
    assert saved.text()
    dialog.main.click()
    settle()
    (closed,) = page.risks.model.rows_shown()
    assert (closed.risk.outcome, closed.risk.closed_on) == (RiskOutcome.AVERTED, window.today())
    assert closed.risk.mrr_saved == round(row.mrr)

    page.risks.new.click()
    settle()
    new = page.findChildren(RiskDialog)[-1]
    assert new.finder is not None
    new.main.click()
    assert new.isVisible(), "without an account there is no risk"
    qtbot.keyClicks(new.finder.line, row.account_name)
    qtbot.keyClick(new.finder.line, Qt.Key.Key_Return)
    title = new.box("title")
    assert isinstance(title, QLineEdit)
    title.setText("They ask for the contract")
    new.main.click()
    settle()
    assert [one.risk.title for one in page.risks.model.rows_shown()] == ["They ask for the contract", ""]


def test_a_signal_and_its_risk_lead_to_what_the_account_asks_for(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page = window.open_page("signals")
    settle()
    assert isinstance(page, SignalsPage)
    rows = page.model.rows_shown()
    place = next(at for at, row in enumerate(rows) if row.found.signal is Signal.UNANSWERED_FEEDBACK)
    other = next(at for at, row in enumerate(rows) if row.found.signal not in REQUESTED)
    page.sheet.setFocus()
    page.sheet.setCurrentIndex(page.model.index(other, 0))
    assert not page.requests.isEnabled()
    page.sheet.setCurrentIndex(page.model.index(place, 0))
    assert page.requests.isEnabled()
    qtbot.keyClick(page.sheet, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    settle()
    dialog = page.findChild(OpenRequestsDialog)
    assert rows[place].account_name in dialog.windowTitle()
    before = dialog.sheet.model().rowCount()
    assert before

    dialog.sheet.opened.emit(dialog.sheet.row(dialog.sheet.model().index(0, 0)))
    settle()
    request = dialog.findChild(WorkRow)
    for column in ("resolved_on", "told_on"):
        box = request.box(column)
        assert isinstance(box, DayLine)
        box.show_day(window.today())
    request.main.click()
    settle()
    assert dialog.sheet.model().rowCount() == before - 1
    window._steps.take_back()
    settle()
    assert dialog.sheet.model().rowCount() == before
    dialog.accept()

    found = replace(rows[place].found, signal=Signal.MISSING_FEATURES)
    page.desk.do(page, lambda book: log_signals(book, [found], window.today()))
    settle()
    risk = next(row for row in page.risks.model.rows_shown() if row.risk.signal is Signal.MISSING_FEATURES)
    page.risks.sheet.opened.emit(risk)
    settle()
    shown = page.findChild(RiskDialog)
    assert shown.requests.isVisibleTo(shown)
    shown.requests.click()
    settle()
    assert shown.findChild(OpenRequestsDialog).sheet.model().rowCount() == before


def test_a_rule_is_tried_before_it_is_kept(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("signals")
    settle()
    assert isinstance(page, SignalsPage)
    before = {row.found.signal for row in page.model.rows_shown()}
    page.rules.click()
    settle()
    dialog = page.findChild(SignalRules)
    assert isinstance(dialog, SignalRules)
    dialog.ticks[Signal.NO_PLAN].setChecked(False)
    dialog.limits[Signal.NO_TOUCH][0].setValue(30)
    dialog.attempt.click()
    settle()
    assert dialog.told(Signal.NO_TOUCH)
    assert dialog.told(Signal.NO_PLAN) == "", "a rule that is off flags nobody"
    assert {row.found.signal for row in page.model.rows_shown()} == before
    dialog.main.click()
    settle()
    assert {row.found.signal for row in page.model.rows_shown()} == before - {Signal.NO_PLAN}
