"""What is on the screen stays true when currency, day, book or step change beneath it, and keys do what they say."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.metrics.measure import Measure
from csdesk.models.drafts import Changes
from csdesk.models.kinds import Kind, StepName
from csdesk.ui.desk import Desk
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.widgets.explain_panel import ExplainPanel
from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.usecases.scope import Scope
from csdesk.usecases.settings import BookSettings, book_settings, change_settings
from csdesk.usecases.tasks import TaskDraft, save_task

Settle = Callable[[], None]


def texts(page: QWidget | None) -> list[str]:
    """Every cell of the first table of a page."""
    assert page is not None
    model = page.findChildren(FigureSheet)[0].model()
    places = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    return [str(model.data(model.index(*place), Qt.ItemDataRole.DisplayRole)) for place in places]


def a_measure(window: MainWindow, settle: Settle) -> Measure:
    page = window.open_page("revenue")
    settle()
    assert page is not None
    sheet = page.findChildren(FigureSheet)[0]
    measure = sheet.measure_at(sheet.model().index(0, 1))
    assert measure is not None
    return measure


def panels(window: MainWindow) -> list[ExplainPanel]:
    return [panel for panel in window.findChildren(ExplainPanel) if panel.isVisible()]


def _of_one_currency(book: Book) -> Changes:
    with book.step(StepName.EDIT_CONTRACT) as step:
        for row in rows(book, Kind.CONTRACT):
            if row["currency"] == "EUR":
                step.delete(Kind.CONTRACT, int(str(row["id"])))
    return step.changes


def test_another_currency_is_seen_everywhere_with_the_same_numbers(
    window: MainWindow, desk: Desk, settle: Settle
) -> None:
    """Of a book without foreign lines: those are worth something else in another currency."""
    desk.do(window, _of_one_currency)
    window.open_page("revenue")
    settle()
    before = texts(window.open_page("revenue"))
    assert any("$" in text for text in before)
    desk.do(window, lambda book: change_settings(book, replace(book_settings(book), currency="EUR")))
    settle()
    settle()
    after = texts(window.open_page("revenue"))
    assert [text.replace("€", "$") for text in after] == before


def test_another_book_is_shown_in_its_own_currency(
    window: MainWindow, opening: Opening, settle: Settle, tmp_path: Path
) -> None:
    measure = a_measure(window, settle)
    window.explain(measure)
    settle()
    assert len(panels(window)) == 1
    opening.make(tmp_path / "yen.csdesk", BookSettings("JPY"))
    settle()
    assert panels(window) == []
    assert "revenue" not in window._stack.pages


def test_the_panel_goes_with_the_day_its_figure_spoke_of(window: MainWindow, settle: Settle) -> None:
    window.explain(a_measure(window, settle))
    settle()
    window.set_scope(Scope.at(date(2023, 6, 30), window.scope.period.kind))
    settle()
    assert panels(window) == []


def test_a_toast_offers_to_undo_the_last_step_alone(window: MainWindow, desk: Desk, settle: Settle) -> None:
    def add(title: str, done: Callable[..., None] | None = None) -> None:
        desk.do(window, lambda book: save_task(book, TaskDraft(title=title)), done)
        settle()

    add("first", lambda _changes: window.toast("first added", undo=True))
    assert window._toast.text == "first added"
    add("second")
    assert window._toast.text == ""
    window.toast("by the way")
    add("third")
    assert window._toast.text == "by the way"


def test_delete_empties_what_is_seen(window: MainWindow, settle: Settle) -> None:
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    owner, hidden = page.model.column_place("owner"), page.model.column_place("external_id")
    assert not page.sheet.columns.is_seen(hidden)
    row = page.model.row_at(0)
    selection = page.sheet.selectionModel()
    for column in (owner, hidden):
        selection.select(page.model.index(0, column), QItemSelectionModel.SelectionFlag.Select)
    page.sheet.clear_cells()
    settle()
    after = page.model.row_at(0)
    assert (after.owner, after.external_id) == ("", row.external_id)


@pytest.fixture
def account(window: MainWindow, settle: Settle) -> AccountPage:
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    window.open_account(page.model.row_at(0).id)
    settle()
    shown = window.open_page("account")
    assert isinstance(shown, AccountPage)
    return shown


def touches(desk: Desk, settle: Settle) -> int:
    from csdesk.book.read import rows

    found: list[int] = []
    desk.ask(desk, lambda book: len(rows(book, Kind.TOUCH)) + 1, found.append, about="touches")
    settle()
    return found[0]


def test_enter_on_an_empty_note_is_no_touch(account: AccountPage, desk: Desk, settle: Settle, qtbot: QtBot) -> None:
    before = touches(desk, settle)
    qtbot.keyClick(account._composer.note, Qt.Key.Key_Return)
    settle()
    assert touches(desk, settle) == before


def test_minutes_that_are_no_number_are_not_dropped(
    account: AccountPage, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    before = touches(desk, settle)
    account._composer.note.setText("about the price")
    account._composer.minutes.setText("30 min")
    qtbot.keyClick(account._composer.note, Qt.Key.Key_Return)
    settle()
    assert touches(desk, settle) == before
    assert account._composer.note.text() == "about the price"


def test_ctrl_z_takes_back_the_touch_just_logged(
    account: AccountPage, window: MainWindow, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    before = touches(desk, settle)
    qtbot.keyClicks(account._composer.note, "about the price")
    qtbot.keyClick(account._composer.note, Qt.Key.Key_Return)
    settle()
    assert touches(desk, settle) == before + 1
    window.activateWindow()
    account._composer.note.setFocus()
    qtbot.keyClick(account._composer.note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert account._composer.note.text() == ""
    assert touches(desk, settle) == before


@pytest.mark.parametrize("name", ["today", "accounts"])
def test_tab_leads_out_of_the_table_and_around(window: MainWindow, settle: Settle, qtbot: QtBot, name: str) -> None:
    window.activateWindow()
    window.open_page(name)
    settle()
    reached: set[QWidget | None] = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused or window, Qt.Key.Key_Tab)
    assert any(window._rail.isAncestorOf(widget) for widget in reached if widget is not None)
    assert any(window._top.isAncestorOf(widget) for widget in reached if widget is not None)


def test_a_step_ticked_off_leaves_the_next_one_chosen(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    page = window.open_page("today")
    settle()
    assert isinstance(page, TodayPage)
    rows = [page.sheet.lines.row_at(place) for place in range(page.sheet.lines.rowCount())]
    # What else speaks for its account would stand on a line of its own then.
    alone = (at for at, row in enumerate(rows) if row.task is not None and len(row.reasons) == 1 and at + 1 < len(rows))
    place = next(alone)
    page.sheet.setCurrentIndex(page.sheet.lines.index(place, 0))
    qtbot.keyClick(page.sheet, Qt.Key.Key_Space)
    settle()
    assert page.sheet.lines.rowCount() == len(rows) - 1
    assert page.sheet.currentIndex().row() == place
