"""The engagement of an account on its tab of use, asked for when somebody looks."""

from collections.abc import Callable

from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage

Settle = Callable[[], None]


def test_the_trend_stands_under_the_measures_of_use(window: MainWindow, settle: Settle) -> None:
    accounts = window.open_page("accounts")
    settle()
    row = next(row for row in accounts.model.rows_shown() if row.paying)
    window.open_account(row.id)
    settle()
    page = window._stack.pages["account"]
    assert isinstance(page, AccountPage)
    charts = page._charts
    assert charts._asked is not None, "nobody has looked"
    page._left.setCurrentWidget(charts)
    settle()
    assert charts._asked is None
    assert charts.engagement.isVisibleTo(charts)
    assert "mean of" in charts.said.text()
    assert len(charts.engagement.shown.drawn.table) == 14
    charts.engagement.opened.emit(charts.engagement.shown.drawn.spots[-1])
    settle()
    panel = window._middle._panel
    assert page.title() in panel._labels["name"].text()
    assert panel._made_from.count() == 3
    panel._made_from.itemAt(1).widget().click()
    settle()
    assert panel._tree.model().rowCount()
    assert page.title() in panel._labels["name"].text()
