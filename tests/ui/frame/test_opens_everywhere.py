"""Every page and dialog of the frame opens in both languages and both palettes, named for screen readers, uncut."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDateEdit,
    QDialog,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from csdesk.metrics.profile import HOUSE_PROFILE
from csdesk.models.kinds import Language
from csdesk.ui.dialogs.about import About, Keys
from csdesk.ui.dialogs.answer import AnswerDialog
from csdesk.ui.dialogs.backups import Backups
from csdesk.ui.dialogs.contact import ContactDialog
from csdesk.ui.dialogs.contract import ContractDialog
from csdesk.ui.dialogs.cost import CostDialog
from csdesk.ui.dialogs.definition import Definition
from csdesk.ui.dialogs.edit_touch import EditTouch
from csdesk.ui.dialogs.factor import FactorDialog
from csdesk.ui.dialogs.new_book import NewBook
from csdesk.ui.dialogs.palette import Palette
from csdesk.ui.dialogs.quick_touch import QuickTouch
from csdesk.ui.dialogs.set_health import SetHealth
from csdesk.ui.dialogs.shared_folder import SharedFolder
from csdesk.ui.dialogs.trouble import Trouble
from csdesk.ui.dialogs.unit_rules import UnitRules
from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.account import AccountPage
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.usecases.places import Keeper

Settle = Callable[[], None]
PAGES = ("start", "today", "accounts", "growth", "settings")
DIALOGS: dict[str, Callable[[MainWindow, AccountPage], QDialog]] = {
    "quick touch": lambda window, _page: QuickTouch(window._around, None, window),
    "palette": lambda window, _page: Palette(window._around, window._menu.actions_to_find(), window),
    "new book": lambda window, _page: NewBook(window.language, window, QLocale("en_US")),
    "about": lambda window, _page: About(window),
    "keys": lambda window, _page: Keys(window),
    "definition": lambda window, _page: Definition("logo_churn", window.language, window),
    "trouble": lambda window, _page: Trouble("ValueError\nrows.py:12 show", Path("csdesk.log"), window),
    "new contact": lambda window, page: ContactDialog(window._around, page.account or 0, None, window),
    "contact": lambda window, page: ContactDialog(window._around, page.account or 0, answer(page).people[0], window),
    "new contract": lambda window, page: ContractDialog(window._around, page.account or 0, None, window),
    "contract": lambda window, page: ContractDialog(
        window._around, page.account or 0, answer(page).contracts[0], window
    ),
    "touch": lambda window, page: EditTouch(
        window._around, next(item.id for item in answer(page).timeline if item.kind == "touch"), window
    ),
    "health by hand": lambda window, page: SetHealth(window._around, page.account or 0, "", window),
    "new answer": lambda window, page: AnswerDialog(
        window._around, page.account or 0, None, answer(page).people, window
    ),
    "new cost": lambda window, _page: CostDialog(window._around, ("Web",), window),
    "unit rules": lambda window, _page: UnitRules(window._around, window),
    "factor": lambda window, _page: FactorDialog(
        HOUSE_PROFILE.factors[0], (3.0, 30.0), (("logins", "Logins"),), window.language, window
    ),
    "shared folder": lambda window, _page: SharedFolder(Keeper.ONEDRIVE, window.language, window),
    "backups": lambda window, _page: Backups(window._around, window._opening.path or Path(), window),
}


def answer(page: AccountPage) -> object:
    assert page._answer is not None
    return page._answer


def controls(top: QWidget) -> Iterator[QWidget]:
    """Everything shown that takes the focus by Tab."""
    for widget in top.findChildren(QWidget):
        if widget.isVisibleTo(top) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget


def spoken(widget: QWidget) -> str:
    """What a screen reader calls it."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    inside = widget.parentWidget()
    held = isinstance(inside, QComboBox | QDateEdit | QAbstractScrollArea) or (
        isinstance(widget, QLineEdit) and widget.objectName().startswith("qt_")
    )
    return inside.accessibleName() if held and inside is not None else ""


def cut(top: QWidget) -> list[str]:
    """Labels and buttons too small for their words."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top):
            continue
        if isinstance(widget, QLabel) and not widget.wordWrap() and widget.text():
            if widget.width() < widget.fontMetrics().horizontalAdvance(widget.text()):
                found.append(widget.text())
        elif (
            isinstance(widget, QLabel) and widget.text() and widget.height() < widget.heightForWidth(widget.width())
        ) or (
            isinstance(widget, QAbstractButton)
            and widget.text()
            and widget.width() < widget.minimumSizeHint().width()
            and widget.property("role") != "link"
        ):
            found.append(widget.text())
    return found


def check(top: QWidget) -> None:
    nameless = [
        f"{type(w).__name__} {w.objectName()} in {type(w.parent()).__name__}" for w in controls(top) if not spoken(w)
    ]
    assert nameless == []
    assert cut(top) == []


@pytest.fixture
def account(
    open_demo: Callable[..., MainWindow], settle: Settle
) -> Callable[[Language], tuple[MainWindow, AccountPage]]:
    """A window with the account of the largest MRR in front."""

    def opened(language: Language) -> tuple[MainWindow, AccountPage]:
        window = open_demo(language)
        accounts = window.open_page("accounts")
        settle()
        assert isinstance(accounts, AccountsPage)
        window.open_account(max(accounts.model.rows_shown(), key=lambda row: row.mrr).id)
        settle()
        page = window._stack.currentWidget()
        assert isinstance(page, AccountPage)
        return window, page

    return opened


@pytest.mark.usefixtures("scheme")
@pytest.mark.parametrize("name", PAGES)
def test_pages(open_demo: Callable[..., MainWindow], settle: Settle, language: Language, name: str) -> None:
    window = open_demo(language)
    page = window.open_page(name)
    settle()
    assert page is not None
    check(window)
    assert not page.grab().isNull()


@pytest.mark.usefixtures("scheme")
def test_the_account_page(account: Callable[[Language], tuple[MainWindow, AccountPage]], language: Language) -> None:
    window, page = account(language)
    check(window)
    assert not page.grab().isNull()


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs(
    account: Callable[[Language], tuple[MainWindow, AccountPage]], settle: Settle, language: Language, name: str
) -> None:
    window, page = account(language)
    dialog = DIALOGS[name](window, page)
    dialog.show()
    settle()
    check(dialog)
    assert not dialog.grab().isNull()
    dialog.close()


def test_the_names_of_the_rail_are_those_of_the_language(open_demo: Callable[..., MainWindow]) -> None:
    window = open_demo(Language.JA)
    assert [button.text() for button in window._rail._buttons.values()][:2] == ["今日", "アカウント"]


def test_tabs_are_named(open_demo: Callable[..., MainWindow], settle: Settle) -> None:
    window = open_demo()
    window.open_page("accounts")
    settle()
    assert all(bar.accessibleName() for bar in window.findChildren(QTabBar))
