"""An account's page on the demo book."""

from collections.abc import Callable

import pytest

from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage


@pytest.fixture
def accounts_page(window: MainWindow, settle: Callable[[], None]) -> AccountsPage:
    """The spreadsheet of the demo's accounts."""
    page = window.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    return page


@pytest.fixture
def account_page(window: MainWindow, accounts_page: AccountsPage, settle: Callable[[], None]) -> AccountPage:
    """The account with the largest MRR."""
    window.open_account(max(accounts_page.model.rows_shown(), key=lambda row: row.mrr).id)
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, AccountPage)
    return page
