"""Health set by hand on the account's page, from the first account of an empty book on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Band, Language
from csdesk.ui.dialogs.set_health import SetHealth
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.widgets.account.health import HealthCard, _FactorRow
from csdesk.ui.widgets.toast import Toast
from csdesk.usecases.accounts import add_account
from csdesk.usecases.settings import BookSettings

Settle = Callable[[], None]
TODAY = date(2024, 4, 18)


def words(page: AccountPage) -> str:
    card = page.findChild(HealthCard)
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(page))


def health(page: AccountPage) -> object:
    assert page._answer is not None
    return page._answer.health


def ask(page: AccountPage, factor: str, settle: Settle) -> SetHealth:
    page._health.opened.emit(factor)
    settle()
    return next(dialog for dialog in page.findChildren(SetHealth) if dialog.isVisible())


@pytest.fixture
def newcomer(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle
) -> Callable[[Language], AccountPage]:
    """The page of the only account of a book without anything else."""

    def begin(language: Language) -> AccountPage:
        window = make_window(language)
        opening.make(tmp_path / "new.csdesk", BookSettings("JPY", 4, language))
        settle()
        window._around.desk.do(window, lambda book: add_account(book, "見本商事"))
        settle()
        accounts = window.open_page("accounts")
        settle()
        assert isinstance(accounts, AccountsPage)
        window.open_account(accounts.model.row_at(0).id)
        settle()
        page = window._stack.currentWidget()
        assert isinstance(page, AccountPage)
        return page

    return begin


def test_a_newcomer_gets_a_score_in_a_minute(
    newcomer: Callable[[Language], AccountPage], language: Language, settle: Settle
) -> None:
    page = newcomer(language)
    offers = [row._set for row in page.findChildren(_FactorRow)]
    assert len(offers) == 18
    assert all(offer.isVisibleTo(page) for offer in offers)
    dialog = ask(page, "", settle)
    seen = []
    for _ in range(18):
        seen.append(dialog.factor.key)
        dialog.spin.setValue(75)
        dialog.further.click()
        settle()
    assert len(set(seen)) == 18, "each factor comes once"
    dialog.reject()
    settle()
    assert page._health._badge.accessibleName().startswith("75 ")
    answer = health(page)
    assert (answer.score, answer.band) == (pytest.approx(75), Band.GREEN)
    assert "2024" in words(page), "values by hand show their day"
    assert not any(offer.isVisibleTo(page) for offer in offers)


def test_what_is_set_counts_at_once_and_is_undone(
    qtbot: QtBot, account_page: AccountPage, window: MainWindow, settle: Settle
) -> None:
    before = health(account_page)
    dialog = ask(account_page, "use_frequency", settle)
    assert dialog.factor.key == "use_frequency"
    assert "From data now" in dialog._standing.text()
    dialog.slider.setValue(3)
    assert dialog.spin.value() == 3
    assert "Red" in dialog._badge.accessibleName()
    dialog.note.setText("They told us")
    dialog.check()
    settle()
    after = health(account_page)
    factor = next(one for one in after.factors if one.factor == "use_frequency")
    assert (factor.value, factor.by_hand, factor.as_of) == (3, True, TODAY)
    assert after.score < before.score
    assert "by hand, 18 Apr 2024" in words(account_page)
    again = ask(account_page, "use_frequency", settle)
    assert (again.spin.value(), again.note.text()) == (3, "They told us")
    again.reject()
    toast = window.findChild(Toast)
    qtbot.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    settle()
    assert health(account_page) == before


def test_a_value_by_hand_is_removed(account_page: AccountPage, settle: Settle) -> None:
    before = health(account_page)
    dialog = ask(account_page, "users", settle)
    assert not dialog.remove.isVisible()
    dialog.spin.setValue(1)
    dialog.check()
    settle()
    dialog = ask(account_page, "users", settle)
    assert dialog.remove.isVisible()
    dialog.remove.click()
    settle()
    assert health(account_page) == before


@pytest.mark.parametrize("typed", ["tomorrow", "someday", ""])
def test_a_day_that_cannot_be_is_said(account_page: AccountPage, settle: Settle, typed: str) -> None:
    before = health(account_page)
    dialog = ask(account_page, "users", settle)
    dialog.day.line.setText(typed)
    dialog.check()
    settle()
    assert dialog._wrong.text()
    assert dialog.isVisible()
    assert health(account_page) == before


@pytest.mark.usefixtures("scheme")
@pytest.mark.parametrize("factor", ["", "use_frequency"])
def test_the_dialog_is_uncut_and_named(
    open_demo: Callable[..., MainWindow], language: Language, settle: Settle, factor: str
) -> None:
    window = open_demo(language)
    window.open_page("accounts")
    settle()
    accounts = window._stack.pages["accounts"]
    assert isinstance(accounts, AccountsPage)
    dialog = SetHealth(window._around, accounts.model.row_at(0).id, factor, window)
    dialog.open()
    settle()
    for button in dialog.findChildren(QPushButton):
        assert not button.isVisible() or button.width() >= button.minimumSizeHint().width()
    for label in dialog.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())
    for field in (dialog.factor, dialog.slider, dialog.spin, dialog.note, dialog.day.line):
        assert field.accessibleName()
