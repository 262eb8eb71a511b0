"""Danger signals in the window: listed by what is at stake, opened, dismissed and taken back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from csdesk.ui.dialogs.signals_tried import SignalsTried
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.signals import SignalsPage

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
