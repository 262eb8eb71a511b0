"""The spreadsheet of accounts, on the demo book: what is typed is in the book, and one step each."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Band
from csdesk.ui.desk import Desk
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.preferences import Preferences
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.sums import SumsBar
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.account_rows import accounts_table
from csdesk.usecases.accounts import AccountRow, AccountsTable

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> AccountsPage:
    opened = window.open_page("accounts")
    settle()
    assert isinstance(opened, AccountsPage)
    return opened


@pytest.fixture
def stored(desk: Desk, window: MainWindow, settle: Settle) -> Callable[[], dict[int, AccountRow]]:
    """Every account as the book holds it now."""

    def read() -> dict[int, AccountRow]:
        found: list[AccountsTable] = []
        as_of = window.scope.as_of
        desk.ask(window, lambda book: accounts_table(book, as_of), found.append, about="test")
        settle()
        return {row.id: row for row in found[0].rows}

    return read


def column(page: AccountsPage, key: str) -> int:
    return page.model.column_place(key)


def test_sixty_accounts_their_sum_and_their_bands(page: AccountsPage) -> None:
    rows = page.model.rows_shown()
    assert len(rows) == 60
    assert {Band.GREEN, Band.YELLOW, Band.RED} <= {row.band for row in rows}
    total = sum(row.mrr for row in rows)
    sums = page.model.sums()[column(page, "mrr")]
    assert int(sums.replace("$", "").replace(",", "").replace(".", "")) == round(total)
    assert page.findChild(SumsBar).accessibleName() == f"60 accounts  {sums}"


def test_the_filter_box_filters_as_one_types(qtbot: QtBot, page: AccountsPage) -> None:
    name = page.model.row_at(7).name
    qtbot.keyClicks(page.filter, name.lower())
    assert [row.name for row in page.model.rows_shown()] == [name]
    assert page.findChild(SumsBar).accessibleName().startswith("1 of 60 accounts  ")


def test_a_filter_that_fits_nothing_says_so_and_is_cleared(qtbot: QtBot, page: AccountsPage) -> None:
    said = page.filter._said
    assert not said.isVisibleTo(page)
    qtbot.keyClicks(page.filter, "xyz <b>")
    assert page.model.rowCount() == 0
    assert said.isVisibleTo(page)
    assert page.filter._label.text() == "No account fits “xyz <b>”."
    page.filter._back.click()
    assert (page.filter.text(), page.model.rowCount()) == ("", 60)
    assert not said.isVisibleTo(page)


def test_escape_clears_the_filter_and_then_leads_to_the_table(qtbot: QtBot, page: AccountsPage) -> None:
    page.filter.setFocus()
    qtbot.keyClicks(page.filter, "xyz")
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert (page.filter.text(), page.model.rowCount()) == ("", 60)
    assert page.filter.hasFocus()
    qtbot.keyClick(page.filter, Qt.Key.Key_Escape)
    assert page.sheet.hasFocus()


def test_a_view_without_accounts_says_so(page: AccountsPage) -> None:
    page.views.setCurrentIndex(1)
    assert page.model.rowCount() == 0, "the tester owns no account"
    assert page.filter._said.isVisibleTo(page)
    assert page.filter._label.text() == "No account in this view."
    assert not page.filter._back.isVisibleTo(page)


@pytest.mark.parametrize(
    ("view", "test"),
    [
        (1, lambda row: row.owner == "tester"),
        (2, lambda row: row.renewal_on is not None),
        (3, lambda row: row.paying and (row.band is Band.RED or row.renewal_undecided)),
    ],
)
def test_views_show_their_accounts_alone(page: AccountsPage, view: int, test: Callable[[AccountRow], bool]) -> None:
    page.views.setCurrentIndex(view)
    shown = page.model.rows_shown()
    assert all(map(test, shown))
    assert len(shown) < 60
    assert shown or view == 1, "the tester owns no account"
    page.views.setCurrentIndex(0)
    assert page.model.rowCount() == 60


def test_a_typed_cell_is_in_the_book(
    qtbot: QtBot, page: AccountsPage, stored: Callable[[], dict[int, AccountRow]], settle: Settle
) -> None:
    row = page.model.row_at(3)
    page.sheet.setCurrentIndex(page.model.index(3, column(page, "segment")))
    page.sheet.setFocus()
    qtbot.keyClick(page.sheet, Qt.Key.Key_Z)
    editor = next(line for line in page.sheet.viewport().findChildren(QLineEdit) if line.isVisible())
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert stored()[row.id].segment == "z"
    assert page.model.row_at(3).segment == "z"


def test_an_emptied_name_says_whose_it_is_and_stays(page: AccountsPage, window: MainWindow, settle: Settle) -> None:
    name = page.model.row_at(3).name
    page.model.change([(3, column(page, "name"), " ")])
    settle()
    assert window.findChild(Toast).text == f'"{name}": A name is needed.'
    assert page.model.index(3, column(page, "name")).data() == name


def test_one_account_deleted_is_named(page: AccountsPage, window: MainWindow, settle: Settle) -> None:
    name = page.model.row_at(3).name
    page.sheet.setCurrentIndex(page.model.index(3, 0))
    page._delete()
    settle()
    assert window.findChild(Toast).text.startswith(f"Deletion of {name} (")


def test_a_tier_is_typed_in_either_language(
    page: AccountsPage, stored: Callable[[], dict[int, AccountRow]], settle: Settle
) -> None:
    tier = column(page, "tier")
    ids = [page.model.row_at(row).id for row in range(2)]
    page.model.change([(0, tier, "ハイタッチ"), (1, tier, "tech touch")])
    settle()
    assert [stored()[one].tier for one in ids] == ["high", "tech"]


def test_a_pasted_range_is_one_step_that_undo_takes_back(
    page: AccountsPage, window: MainWindow, stored: Callable[[], dict[int, AccountRow]], settle: Settle
) -> None:
    before = stored()
    ids = [page.model.row_at(row).id for row in range(3)]
    page.sheet.columns.show_column(column(page, "industry"), shown=True)
    QGuiApplication.clipboard().setText("A\nB\nC")
    page.sheet.setCurrentIndex(page.model.index(0, column(page, "industry")))
    page.sheet.paste()
    settle()
    assert [stored()[one].industry for one in ids] == ["A", "B", "C"]
    assert window.findChild(Toast).text == "3 accounts changed"
    window.findChild(Steps).take_back()
    settle()
    assert stored() == before
    assert [page.model.row_at(page.model.position_of(one)) for one in ids] == [before[one] for one in ids]


def test_a_refused_cell_refuses_the_whole_paste_and_shows_what_was(
    page: AccountsPage, window: MainWindow, stored: Callable[[], dict[int, AccountRow]], settle: Settle
) -> None:
    before = stored()
    place = column(page, "sentiment")
    page.model.change([(0, place, "4"), (1, place, "eleven")])
    settle()
    assert "eleven" in window.findChild(Toast).text
    assert stored() == before
    assert page.model.index(1, place).data() == (str(page.model.row_at(1).sentiment or ""))


def test_a_bulk_edit_is_one_step(
    qtbot: QtBot, page: AccountsPage, stored: Callable[[], dict[int, AccountRow]], settle: Settle, window: MainWindow
) -> None:
    box = QItemSelection(page.model.index(2, 0), page.model.index(5, 0))
    page.sheet.selectionModel().select(box, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    ids = {row.id for row in page.sheet.rows_chosen()}
    assert page._bulk.isVisible()
    choice = page._bulk.findChild(QComboBox)
    choice.setCurrentIndex(choice.findData("region"))
    page._bulk._text.setText("North")
    apply = next(button for button in page._bulk.findChildren(QPushButton) if button.text() == "Set for all")
    qtbot.mouseClick(apply, Qt.MouseButton.LeftButton)
    settle()
    after = stored()
    assert len(ids) == 4
    assert all(after[one].region == "North" for one in ids)
    assert window.findChild(Toast).text == "4 accounts changed"


def test_accounts_are_deleted_and_come_back_whole(
    page: AccountsPage, window: MainWindow, stored: Callable[[], dict[int, AccountRow]], settle: Settle
) -> None:
    before = stored()
    box = QItemSelection(page.model.index(0, 0), page.model.index(1, 0))
    page.sheet.selectionModel().select(box, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    page._delete()
    settle()
    assert len(stored()) == 58
    window.findChild(Steps).take_back()
    settle()
    assert stored() == before


def test_enter_on_a_name_opens_the_account(
    qtbot: QtBot, page: AccountsPage, window: MainWindow, settle: Settle
) -> None:
    row = page.model.row_at(4)
    page.sheet.setCurrentIndex(page.model.index(4, 0))
    qtbot.keyClick(page.sheet, Qt.Key.Key_Return)
    settle()
    opened = window._stack.currentWidget()
    assert isinstance(opened, AccountPage)
    assert opened.title() == row.name


def test_widths_and_chosen_columns_are_remembered(page: AccountsPage, preferences: Preferences) -> None:
    page.sheet.setColumnWidth(column(page, "owner"), 177)
    page.sheet.columns.show_column(column(page, "tier"), shown=False)
    kept = preferences.arrangement("accounts")
    assert kept["widths"]["owner"] == 177
    assert "tier" in kept["hidden"]
