"""A score said by hand on the account's page, seen there and in the lists, and ended again."""

from collections.abc import Callable
from datetime import timedelta

from csdesk.models.kinds import Band
from csdesk.ui.dialogs.health_override import HealthOverride
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.health import HealthPage
from csdesk.ui.widgets.account.header import AccountHeader
from csdesk.usecases.health import HealthRow

Settle = Callable[[], None]


def ask(page: AccountPage, settle: Settle) -> HealthOverride:
    page._health.overridden.emit()
    settle()
    return next(one for one in page.findChildren(HealthOverride) if one.isVisible())


def row_of(page: HealthPage, account: int) -> HealthRow:
    return next(row for row in page._answer.rows if row.account == account)


def test_said_seen_and_ended(window: MainWindow, settle: Settle) -> None:
    health = window.open_page(HealthPage.name)
    settle()
    assert isinstance(health, HealthPage)
    account = next(row.account for row in health._answer.rows if row.health.band is Band.GREEN)
    window.open_account(account)
    settle()
    page = window._stack.pages["account"]
    assert isinstance(page, AccountPage)
    computed = page._answer.health

    dialog = ask(page, settle)
    assert dialog._standing.text().startswith("Computed: ")
    assert dialog.until.day == window.today() + timedelta(days=30)
    dialog.score.setValue(20)
    dialog.check()
    assert "why" in dialog._wrong.text()
    dialog.reason.setText("Budget frozen")
    dialog.until.line.setText("whenever")
    dialog.check()
    assert "not understood" in dialog._wrong.text()
    dialog.until.line.setText("+10")
    dialog.main.click()
    settle()
    assert page._answer.health.computed == computed
    assert page._health._badge.accessibleName() == "20 Red"
    assert page.findChild(AccountHeader)._band.accessibleName() == "20 Red (by hand)"
    assert "Budget frozen" in page._health._known.text()
    assert "Computed: " in page._health._known.text()

    window.open_page(HealthPage.name)
    health._tabs.setCurrentIndex(1)
    settle()
    assert health._table._said(row_of(health, account)) == "20 Red (by hand)"

    window.open_account(account)
    settle()
    dialog = ask(page, settle)
    assert (dialog.score.value(), dialog.reason.text()) == (20, "Budget frozen")
    dialog.end.click()
    settle()
    assert page._answer.health == computed
