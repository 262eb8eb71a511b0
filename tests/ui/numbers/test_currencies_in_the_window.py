"""Several currencies done by a person in the window: a contract in dollars, rates typed and pasted, FX shown apart."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.contract import ContractDialog
from csdesk.ui.dialogs.for_finding import open_finding
from csdesk.ui.dialogs.rate import RateDialog
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.growth import GrowthPage
from csdesk.ui.pages.revenue import RevenuePage
from csdesk.ui.steps import Steps
from csdesk.usecases.accounts import add_account
from csdesk.usecases.hygiene import Lack, hygiene_page
from csdesk.usecases.settings import BookSettings
from tests.thorough import rarely

Settle = Callable[[], None]


def undo(window: MainWindow, settle: Settle) -> None:
    window.findChild(Steps).take_back()
    settle()


def in_dollars(window: MainWindow, settle: Settle) -> AccountPage:
    """A new account with a contract of 100 dollars a month."""
    made: list[object] = []
    window._around.desk.do(window, lambda book: add_account(book, "Sample abroad"), made.append)
    settle()
    (account,) = made[0].accounts
    window.open_account(account)
    settle()
    page = window.findChild(AccountPage)
    dialog = ContractDialog(window._around, account, None, page)
    dialog.currency.choose("USD")
    dialog.amount.setText("100.50")
    dialog.start.show_day(date(2024, 1, 1))
    dialog.check()
    settle()
    return page


@pytest.fixture(params=[rarely(Language.EN), Language.JA])
def abroad(
    request: pytest.FixtureRequest, window: MainWindow, opening: Opening, settle: Settle, tmp_path: Path
) -> tuple[MainWindow, AccountPage]:
    opening.make(tmp_path / "new.csdesk", BookSettings("JPY", 4, request.param))
    settle()
    return window, in_dollars(window, settle)


def texts(page: object) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel)}


def columns(page: RevenuePage) -> list[str]:
    return [column.key for column in page._table._model.columns]


def test_a_contract_in_dollars_counts_at_the_rates_that_are_given(
    abroad: tuple[MainWindow, AccountPage], settle: Settle
) -> None:
    window, page = abroad
    assert any("$100.50" in text for text in texts(page))
    growth = window.open_page("growth")
    settle()
    assert isinstance(growth, GrowthPage)
    rates = growth.kept.rates
    assert rates.isVisible()
    assert "USD" in rates.lacking.text()
    assert (rates.sheet.isHidden(), rates.nothing.isHidden()) == (True, False)

    rates._add()
    dialog = growth.findChild(RateDialog)
    assert (dialog.currency.currentText(), dialog.month.text()) == ("USD", "2024-03")
    dialog.rate.setText("much")
    dialog.check()
    settle()
    assert "much" in dialog._wrong.text()
    dialog.rate.setText("150")
    dialog.check()
    settle()
    QGuiApplication.clipboard().setText("2024-02\tUSD\t140\n2024-04\tUSD\t160")
    rates.paste()
    settle()
    model = rates.sheet.model()
    assert [model.index(row, 3).data() for row in range(model.rowCount())] == ["160", "150", "140"]
    assert not rates.lacking.isVisible()
    assert model.setData(model.index(2, 3), "145")
    settle()
    assert model.index(2, 3).data() == "145"

    revenue = window.open_page("revenue")
    settle()
    assert isinstance(revenue, RevenuePage)
    assert columns(revenue)[-2:] == ["fx", "end"]
    effects = {str(row.period): row.fx.value for row in revenue._answer.movements}
    assert {month: effect for month, effect in effects.items() if effect} == {"2024-03": 502.5, "2024-04": 1_005}
    window.explain(revenue._answer.movements[-1].fx)
    settle()
    name = {Language.EN: "FX effect", Language.JA: "為替影響"}[window.language]
    assert any(name in text for text in texts(window))

    for _ in range(3):
        undo(window, settle)
    window.open_page("growth")
    settle()
    assert (rates.sheet.isHidden(), rates.nothing.isHidden()) == (True, False)
    rates.sheet.selectAll()
    rates._delete()
    undo(window, settle)
    assert not rates.isVisible()


def test_a_line_in_dollars_is_edited_in_dollars(abroad: tuple[MainWindow, AccountPage], settle: Settle) -> None:
    window, page = abroad
    (line,) = page._answer.contracts
    dialog = ContractDialog(window._around, page._answer.row.id, line, page)
    assert (dialog.currency.key, dialog.amount.text()) == ("USD", "100.50")
    dialog.currency.choose("JPY")
    dialog.amount.setText("12,000")
    dialog.check()
    settle()
    (line,) = page._answer.contracts
    assert (line.currency, line.amount) == ("", 12_000)
    undo(window, settle)
    (line,) = page._answer.contracts
    assert (line.currency, line.amount) == ("USD", 10_050)


def test_a_currency_without_a_rate_is_listed_and_opens_where_one_is_entered(
    abroad: tuple[MainWindow, AccountPage], settle: Settle
) -> None:
    window, _page = abroad
    found: list[object] = []
    window._around.desk.ask(window, lambda book: hygiene_page(book, window.scope.as_of), found.append)
    settle()
    (finding,) = (one for one in found[0].findings if one.lack is Lack.RATE)
    open_finding(window._around, finding)
    settle()
    dialog = window.findChild(RateDialog)
    assert dialog.currency.currentText() == "USD"


def test_a_book_of_one_currency_shows_nothing_of_it(
    window: MainWindow, opening: Opening, settle: Settle, tmp_path: Path
) -> None:
    opening.make(tmp_path / "home.csdesk", BookSettings("USD", 1))
    settle()
    in_dollars(window, settle)
    revenue = window.open_page("revenue")
    settle()
    assert "fx" not in columns(revenue)
    assert revenue._answer.movements
    assert all(row.fx is None for row in revenue._answer.movements)
    growth = window.open_page("growth")
    settle()
    assert not growth.kept.rates.isVisible()


def test_the_demo_shows_what_exchange_rates_do(window: MainWindow, settle: Settle) -> None:
    revenue = window.open_page("revenue")
    settle()
    assert columns(revenue)[-2:] == ["fx", "end"]
    assert {row.fx.value > 0 for row in revenue._answer.movements if row.fx.value} == {True, False}
    growth = window.open_page("growth")
    settle()
    assert growth.kept.rates.isVisible()
    assert growth.kept.rates.sheet.model().rowCount() == 18
    assert not growth.kept.rates.lacking.isVisible()
