"""The days to come as a calendar file, from the Today page for its person and from the menu for all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from csdesk.ui.main_window import MainWindow
from csdesk.ui.widgets.toast import Toast

Settle = Callable[[], None]


def test_of_one_and_of_all(window: MainWindow, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = window.open_page("today")
    assert page is not None
    settle()
    names = iter(("one", "all.ics"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / next(names)), ""))
    page._person.setCurrentIndex(1)
    settle()
    page.calendar.click()
    settle()
    (entry,) = [action for action in window._menu.actions_to_find() if "calendar" in action.text()]
    entry.trigger()
    settle()
    one, every = ((tmp_path / name).read_text(encoding="utf-8") for name in ("one.ics", "all.ics"))
    assert 0 < one.count("BEGIN:VEVENT") < every.count("BEGIN:VEVENT")
    assert page._person.currentText() in one.replace("\n ", "")
    said = window.findChild(Toast)
    assert isinstance(said, Toast)
    assert f"all.ics written: {every.count('BEGIN:VEVENT')} days" in said._text.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "no" / "a.ics"), ""))
    page.calendar.click()
    settle()
    assert "is not there" in said._text.text()
