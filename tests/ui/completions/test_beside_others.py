"""An open window while its drive goes away and comes back, and while the command line works in the same book."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.settings import SettingsPage
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.toast import Toast
from csdesk.ui.widgets.topbar import TopBar

Settle = Callable[[], None]
TOP = Path(__file__).parents[3]


def company(window: MainWindow, name: str) -> str:
    """Type a name of the company and leave the field; gives what the field then holds."""
    page = window.open_page("settings")
    assert isinstance(page, SettingsPage)
    page.company.setText(name)
    page._keep_book()
    return page.company.text()


def test_a_drive_that_is_away_for_a_while(window: MainWindow, demo_copy: Path, settle: Settle) -> None:
    """The window says so, goes on to show what it has read, and writes again once the drive is back."""
    window.open_page("settings")
    settle()
    page = window._stack.currentWidget()
    assert isinstance(page, SettingsPage)
    aside = demo_copy.rename(demo_copy.with_name("unplugged"))
    for _ in range(2):
        company(window, "Nowhere Works")
        settle()
        assert "was moved or replaced" in window.findChild(Toast).text
        assert page.company.text() != "Nowhere Works"
        window._neighbours.look()
        for name in ("accounts", "today", "settings"):
            window.open_page(name)
            settle()
    assert not demo_copy.exists()
    aside.rename(demo_copy)
    company(window, "Sample Works")
    settle()
    assert page.company.text() == "Sample Works"
    assert window.findChild(TopBar)._saved.text() == "Saved"
    assert window.findChild(Steps).undo.isEnabled()


def test_what_a_command_changed_is_shown_within_a_moment(
    window: MainWindow, demo_copy: Path, settle: Settle, qtbot: QtBot
) -> None:
    window._neighbours.begin()
    settle()
    name = "Beside the Window Ltd"
    sheet = demo_copy.with_name("a.csv")
    sheet.write_text(f"Customer,MRR,Start\n{name},100,2024-01-01\n", encoding="utf-8")
    command = [sys.executable, "-m", "csdesk", "import", str(demo_copy), str(sheet)]
    subprocess.run(command, cwd=TOP, check=True, capture_output=True)
    qtbot.waitUntil(lambda: "a.csv" in window.findChild(Steps).undo.text(), timeout=30_000)
    accounts = window.open_page("accounts")
    assert isinstance(accounts, AccountsPage)
    settle()
    assert name in {row.name for row in accounts.model.rows_shown()}
