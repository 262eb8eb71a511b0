"""Saved views of the spreadsheet: a tab brings filter, order and columns; the person's own columns come back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QInputDialog

from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.preferences import Preferences
from csdesk.ui.rows import Found
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.accounts import add_account
from csdesk.usecases.settings import BookSettings
from csdesk.usecases.views import View, save_view

Settle = Callable[[], None]
Save = Callable[[str], None]
TODAY = date(2024, 4, 18)
NAME = "High & dry"


def tabs(page: AccountsPage) -> list[str]:
    return [page.views.tabText(place) for place in range(page.views.count())]


def names(page: AccountsPage) -> list[str]:
    return [row.name for row in page.model.rows_shown()]


def seen(page: AccountsPage, key: str) -> bool:
    return page.sheet.columns.is_seen(page.model.column_place(key))


@pytest.fixture
def save(accounts_page: AccountsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> Save:
    """Keep what is shown under a name."""

    def under(name: str) -> None:
        monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: (name, True))
        accounts_page._keep_view.click()
        settle()

    return under


@pytest.fixture
def arranged(accounts_page: AccountsPage, save: Save) -> list[str]:
    """The names shown by a view saved on 'At risk': those with an 'e', by falling MRR, without tier, with region."""
    page = accounts_page
    page.views.setCurrentIndex(3)
    page.filter.setText("e")
    page.sheet.sortByColumn(page.model.column_place("mrr"), Qt.SortOrder.DescendingOrder)
    page.sheet.columns.show_column(page.model.column_place("tier"), shown=False)
    page.sheet.columns.show_column(page.model.column_place("region"), shown=True)
    shown = names(page)
    save(NAME)
    return shown


def test_a_tab_brings_back_what_was_saved(
    accounts_page: AccountsPage, arranged: list[str], window: MainWindow, settle: Settle
) -> None:
    page = accounts_page
    assert tabs(page)[4:] == ["High && dry"]
    assert page.views.currentIndex() == 4
    assert window.findChild(Toast).text.startswith("Saved view")
    assert 0 < len(arranged) < 60
    page.views.setCurrentIndex(0)
    page.filter.setText("")
    page.sheet.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    page.sheet.columns.show_column(page.model.column_place("tier"), shown=True)
    assert names(page) != arranged
    page.views.setCurrentIndex(4)
    assert names(page) == arranged
    assert (page.filter.text(), seen(page, "tier"), seen(page, "region")) == ("e", False, True)
    window.open_page("today")
    settle()
    window.open_page("accounts")
    settle()
    assert page.views.currentIndex() == 4


def test_the_persons_own_columns_come_back_and_stay_their_own(
    accounts_page: AccountsPage, save: Save, preferences: Preferences
) -> None:
    page = accounts_page
    save("All of it")
    before = preferences.arrangement("accounts")
    page.sheet.columns.show_column(page.model.column_place("owner"), shown=False)
    assert preferences.arrangement("accounts") == before, "a view's columns are not the person's"
    page.views.setCurrentIndex(0)
    assert seen(page, "owner")
    page.views.setCurrentIndex(4)
    assert seen(page, "owner"), "the view stays as it was saved"


def test_saving_under_the_same_name_replaces_it(accounts_page: AccountsPage, arranged: list[str], save: Save) -> None:
    page = accounts_page
    page.filter.setText(arranged[0])
    save(NAME)
    assert len(tabs(page)) == 5
    page.views.setCurrentIndex(0)
    page.views.setCurrentIndex(4)
    assert names(page) == arranged[:1]


def test_a_deleted_view_gives_way_and_comes_back(
    accounts_page: AccountsPage, arranged: list[str], window: MainWindow, settle: Settle
) -> None:
    page = accounts_page
    assert arranged
    (action,) = page.views.menu(page.views.chosen).actions()
    assert NAME in action.text().replace("&&", "&")
    action.trigger()
    settle()
    assert len(tabs(page)) == 4
    assert page.views.currentIndex() == 0
    assert len(names(page)) == 60
    window.findChild(Steps).take_back()
    settle()
    assert tabs(page)[4:] == ["High && dry"]


def test_a_view_of_columns_that_are_gone_still_shows(accounts_page: AccountsPage, settle: Settle) -> None:
    page = accounts_page
    strange = View("unheard", "", "custom:Gone", columns={"order": ["custom:Gone", "mrr"], "hidden": ["custom:Gone"]})
    page.desk.do(page, lambda book: save_view(book, "accounts", "Strange", strange))
    settle()
    page.views.setCurrentIndex(4)
    assert len(names(page)) == 60


def test_columns_fitted_to_a_few_accounts_are_fitted_again_to_many(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, demo_copy: Path, settle: Settle
) -> None:
    window = make_window()
    opening.make(tmp_path / "new.csdesk", BookSettings("USD"))
    settle()
    window._around.desk.do(window, lambda book: add_account(book, "A"))
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    mrr = page.model.column_place("mrr")
    before = page.sheet.columnWidth(mrr)
    assert window._around.preferences.arrangement("accounts") == {}, "nobody has arranged anything"
    opening.open(demo_copy)
    settle()
    window.open_page("accounts")
    settle()
    assert page.sheet.columnWidth(mrr) > before
    own = [column for column in page.model.columns if column.key.startswith("custom:")]
    assert own, "the demo has columns of its own"
    assert not any(seen(page, column.key) for column in own), "which come hidden, though the table is not new"
    page.sheet.setColumnWidth(mrr, before)
    page.sheet.show_found(Found.of(page.model.columns, page.model.rows_shown() * 3))
    assert page.sheet.columnWidth(mrr) == before, "the person's own width stays"


def as_of(window: MainWindow, day: date, settle: Settle) -> None:
    window.set_scope(replace(window.scope, as_of=day))
    settle()


def test_another_day_sorts_anew_and_keeps_what_is_chosen(
    accounts_page: AccountsPage, window: MainWindow, settle: Settle
) -> None:
    page = accounts_page
    page.sheet.sortByColumn(page.model.column_place("mrr"), Qt.SortOrder.DescendingOrder)
    before = names(page)
    page.sheet.setCurrentIndex(page.model.index(3, 2))
    several = QItemSelection(page.model.index(3, 2), page.model.index(8, 4))
    page.sheet.selectionModel().select(several, QItemSelectionModel.SelectionFlag.Select)
    chosen = {row.id for row in page.sheet.rows_chosen()}
    as_of(window, date(2022, 12, 31), settle)
    assert names(page) != before
    paid = [row.mrr for row in page.model.rows_shown()]
    assert paid == sorted(paid, reverse=True)
    assert len(chosen) == 6
    assert {row.id for row in page.sheet.rows_chosen()} == chosen
    assert page.model.row_at(page.sheet.currentIndex().row()).id in chosen
    assert {index.column() for index in page.sheet.selectedIndexes()} == {2, 3, 4}


def test_a_saved_view_tells_what_it_would_as_of_the_day_shown(
    accounts_page: AccountsPage, save: Save, window: MainWindow, settle: Settle
) -> None:
    page = accounts_page
    page.views.setCurrentIndex(2)
    page.sheet.sortByColumn(page.model.column_place("renewal_on"), Qt.SortOrder.AscendingOrder)
    save("Renewals")
    today = names(page)
    for day in (date(2024, 6, 30), date(2024, 9, 30)):
        as_of(window, day, settle)
        rows = page.model.rows_shown()
        whole = [row for row in page._table.rows if row.renewal_on is not None] if page._table else []
        due = {row.id for row in whole if row.renewal_undecided or 0 <= (row.renewal_on - day).days <= 90}
        assert {row.id for row in rows} == due
        assert due
        days = [row.renewal_on or day for row in rows]
        assert days == sorted(days)
        assert page.views.currentIndex() == 4
    as_of(window, TODAY, settle)
    assert names(page) == today
