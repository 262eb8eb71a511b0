"""Desktop notices: off until wanted, one at the turn of a day, and a click leads to Today. The tray is a stand-in."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from csdesk.ui.main_window import MainWindow
from csdesk.ui.pages.settings import SettingsPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.preferences import Preferences
from csdesk.usecases.tasks import TaskDraft, save_task

Settle = Callable[[], None]


Said = list[tuple[str, str]]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """What the system has shown; it has a tray, which the test's own has not."""
    told: Said = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _tray: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _tray, title, text: told.append((title, text)))
    return told


def without_tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)


@pytest.fixture
def tomorrow(window: MainWindow, settle: Settle) -> Callable[[], None]:
    """A next step comes onto the list by the turn of the day, which is then looked at twice."""

    def turn() -> None:
        today = window.today()
        draft = TaskDraft("Call the sample", due_on=today + timedelta(days=8))
        window._around.desk.do(window, lambda book: save_task(book, draft))
        settle()
        window._notices.look()
        settle()
        window._today = lambda: today + timedelta(days=1)
        for _ in range(2):
            window._notices.look()
            settle()

    return turn


def test_nothing_is_said_until_it_is_wanted_nor_where_the_system_cannot(
    said: Said, tomorrow: Callable[[], None], preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not preferences.notices
    tomorrow()
    preferences.notices = True
    without_tray(monkeypatch)
    tomorrow()
    assert said == []


def test_a_new_day_brings_one_notice_and_a_click_on_it_leads_to_today(
    said: Said, window: MainWindow, tomorrow: Callable[[], None], preferences: Preferences, settle: Settle
) -> None:
    preferences.notices = True
    later = window.today() + timedelta(days=1)
    window.open_page("accounts")
    tomorrow()
    ((title, text),) = said
    assert title == "New on Today"
    assert "Call the sample" in text
    shown = window._notices.findChild(QSystemTrayIcon)
    assert isinstance(shown, QSystemTrayIcon)
    shown.messageClicked.emit()
    settle()
    assert isinstance(window._stack.currentWidget(), TodayPage)
    assert window.scope.as_of == later


@pytest.mark.usefixtures("said")
def test_the_switch_is_kept_and_is_there_where_the_system_has_notices(
    window: MainWindow, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.open_page("settings")
    assert isinstance(page, SettingsPage)
    assert not page.notices.isChecked()
    page.notices.click()
    assert preferences.notices
    without_tray(monkeypatch)
    assert not hasattr(SettingsPage(window._around, window), "notices")
