"""Settings: the book's are steps, this machine's hold at once, and the book is kept safe."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.backups import Backups
from csdesk.ui.dialogs.check_book import CheckBook
from csdesk.ui.dialogs.new_book import NewBook
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.settings import SettingsPage
from csdesk.ui.preferences import Preferences
from csdesk.ui.steps import Steps
from csdesk.ui.theme import Scheme
from csdesk.usecases.accounts import delete_accounts
from csdesk.usecases.settings import BookSettings

Settle = Callable[[], None]


@pytest.fixture
def page(window: MainWindow, settle: Settle) -> SettingsPage:
    opened = window.open_page("settings")
    settle()
    assert isinstance(opened, SettingsPage)
    return opened


def press(page: SettingsPage, word: str) -> None:
    next(button for button in page.findChildren(QPushButton) if button.text() == word).click()


def test_the_fiscal_year_is_a_step_that_every_page_follows_and_undo_takes_back(
    page: SettingsPage, window: MainWindow, settle: Settle
) -> None:
    page.fiscal.choose(4)
    settle()
    assert window.settings.fiscal_start == 4
    assert window.scope.period.fiscal_start == 4
    window.findChild(Steps).take_back()
    settle()
    assert (window.settings.fiscal_start, window.scope.period.fiscal_start, page.fiscal.key) == (1, 1, 1)


def test_the_company_is_kept_when_the_field_is_left(qtbot: QtBot, page: SettingsPage, settle: Settle) -> None:
    page.company.setText("見本株式会社")
    page.company.setFocus()
    qtbot.keyClick(page.company, Qt.Key.Key_Return)
    settle()
    assert page._settings.company == "見本株式会社"


def test_showing_the_settings_changes_nothing(page: SettingsPage, window: MainWindow, settle: Settle) -> None:
    before = window.findChild(Steps).undo.text()
    page.refresh()
    settle()
    assert window.findChild(Steps).undo.text() == before


def test_language_and_colours_are_this_machines(
    page: SettingsPage, window: MainWindow, preferences: Preferences
) -> None:
    told: list[bool] = []
    window.restyled.connect(lambda: told.append(True))
    page.language.choose(Language.JA)
    page.scheme.choose(Scheme.DARK)
    assert (preferences.language, preferences.scheme) == (Language.JA, Scheme.DARK)
    page.language.setCurrentIndex(0)
    assert preferences.language is None
    assert len(told) == 3


def test_a_team_member_is_added(page: SettingsPage, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("見本 はな", True))
    press(page, "Add team member")
    settle()
    assert "見本 はな" in [button.text() for button in page.findChildren(QPushButton)]


def test_a_backup_is_made_listed_and_restored(
    page: SettingsPage, window: MainWindow, settle: Settle, opening: Opening
) -> None:
    press(page, "Back up now")
    settle()
    assert Path(page._said.text().removeprefix("Saved: ")).is_file()
    accounts = window.open_page("accounts")
    settle()
    assert isinstance(accounts, AccountsPage)
    gone = accounts.model.row_at(0).id
    page.desk.do(window, lambda book: delete_accounts(book, [gone]))
    settle()
    assert accounts.model.whole == 59
    dialog = Backups(window._around, opening.path or Path(), window)
    settle()
    dialog.choose(0)
    dialog.check()
    settle()
    assert accounts.model.whole == 60 or window.open_page("accounts") is accounts
    settle()
    assert accounts.model.whole == 60


def test_the_check_says_that_the_book_is_sound(page: SettingsPage, settle: Settle) -> None:
    press(page, "Check the book")
    settle()
    assert "sound" in page.findChild(CheckBook).words.text()


def test_the_folder_that_is_proposed_for_a_book_is_there(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # a home without a folder for documents
    dialog = NewBook(Language.EN, None, QLocale("en_US"))
    qtbot.addWidget(dialog)
    assert Path(dialog.file.text()).parent.is_dir()


@pytest.mark.parametrize(
    ("locale", "currency", "fiscal"), [("ja_JP", "JPY", 4), ("en_US", "USD", 1), ("de_DE", "EUR", 1), ("C", "USD", 1)]
)
def test_a_new_book_is_proposed_as_the_system_has_it(qtbot: QtBot, locale: str, currency: str, fiscal: int) -> None:
    dialog = NewBook(Language.EN, None, QLocale(locale))
    qtbot.addWidget(dialog)
    assert (dialog.currency.key, dialog.fiscal.key) == (currency, fiscal)


def test_a_new_book_is_made_as_it_was_asked_for(
    make_window: Callable[..., MainWindow], opening: Opening, tmp_path: Path, settle: Settle
) -> None:
    window = make_window()
    dialog = NewBook(Language.EN, window, QLocale("ja_JP"))
    dialog.made.connect(opening.make)
    dialog._folder = tmp_path
    dialog.company.setText("a/b: 見本?")
    dialog.company.textEdited.emit("a/b: 見本?")
    assert Path(dialog.file.text()) == tmp_path / "a_b_ 見本_.csdesk"
    dialog.check()
    settle()
    assert opening.path == tmp_path / "a_b_ 見本_.csdesk"
    assert window.settings == BookSettings("JPY", 4, Language.EN, "a/b: 見本?")


def test_a_new_book_never_overwrites(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = NewBook(Language.EN, None, QLocale("en_US"))
    qtbot.addWidget(dialog)
    made: list[object] = []
    dialog.made.connect(made.append)
    present = tmp_path / "present.csdesk"
    present.write_text("mine")
    for text, said in ((str(present), "already"), (str(tmp_path / "no" / "x"), "no such folder"), ("", "where")):
        dialog.file.setText(text)
        dialog.check()
        assert said in dialog._wrong.text()
    assert made == []
    assert present.read_text() == "mine"


def test_a_damaged_book_leads_to_its_backups(
    make_window: Callable[..., MainWindow], opening: Opening, demo_copy: Path, settle: Settle
) -> None:
    from csdesk.usecases.books import backup_book, open_book

    book = open_book(demo_copy, who="tester", clock=opening._clock)
    backup_book(book)
    book.close()
    content = bytearray(demo_copy.read_bytes())
    content[4096:40_960] = b"\xff" * (40_960 - 4096)
    demo_copy.write_bytes(content)
    window = make_window()
    opening.open(demo_copy)
    settle()
    offer = next(button for button in window.findChildren(QPushButton) if button.text() == "Show the backups")
    offer.click()
    settle()
    dialog = window.findChild(Backups)
    assert isinstance(dialog, Backups)
    assert dialog._rows.rowCount() >= 1
    assert dialog._rows.index(0, 1).data() == "60"
    dialog.choose(0)
    dialog.check()
    settle()
    accounts = window.open_page("accounts")
    settle()
    assert isinstance(accounts, AccountsPage)
    assert accounts.model.whole == 60


def test_what_a_term_means_is_one_click_away(window: MainWindow, settle: Settle) -> None:
    from csdesk.ui.dialogs.definition import Definition

    window.define("logo_churn")
    settle()
    dialog = window.findChild(Definition)
    assert isinstance(dialog, Definition)
    assert all(len(label.text()) > 5 for label in dialog.findChildren(QLabel))
    dialog.close()
