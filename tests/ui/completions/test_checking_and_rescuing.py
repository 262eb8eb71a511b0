"""The check of the open book, and the way from a damaged book to a new one that holds what can be read of it."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.backups import Backups
from csdesk.ui.dialogs.check_book import CheckBook
from csdesk.ui.dialogs.findings import Findings
from csdesk.ui.dialogs.rescue_book import RescueBook
from csdesk.ui.main_window import MainWindow
from csdesk.ui.menu import Menu
from csdesk.ui.opening import Hold, Opening
from csdesk.ui.pages.start import StartPage

Settle = Callable[[], None]
PAGE = 4096


def check(window: MainWindow, settle: Settle) -> CheckBook:
    word = {Language.EN: "Check the book ...", Language.JA: "ブックを点検..."}[window.language]
    next(action for action in window.findChild(Menu).actions_to_find() if action.text() == word).trigger()
    settle()
    return window.findChild(CheckBook)


def press(dialog: Findings | StartPage, word: str) -> None:
    next(way for way in dialog.findChildren(QPushButton) if way.isVisible() and way.text() == word).click()


def behind_its_back(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(statement)
    connection.close()


def spoil_pages(path: Path, table: str) -> None:
    """Zeros where the first page of a table and all of the file's first page were."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    for page in (0, root - 1):
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(content)


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the person has the new book put."""
    path = tmp_path / "new.csdesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_how: (str(path.with_suffix("")), ""))
    return path


def test_a_sound_book_is_said_to_be_sound_and_when(
    open_demo: Callable[..., MainWindow], language: Language, settle: Settle
) -> None:
    dialog = check(open_demo(language), settle)
    assert {Language.EN: "The book is sound", Language.JA: "問題は見つかりませんでした"}[
        language
    ] in dialog.words.text()
    assert "2024" in dialog.words.text()
    assert not dialog.lines.isVisible()
    assert not dialog.bar.isVisible()
    assert [way.text() for way in dialog.findChildren(QPushButton) if way.isVisible()] == [dialog._leave.text()]


def test_a_check_that_finds_something_leads_to_the_backups(window: MainWindow, demo_copy: Path, settle: Settle) -> None:
    behind_its_back(demo_copy, "UPDATE contract SET status = 'bogus' WHERE id = (SELECT min(id) FROM contract)")
    dialog = check(window, settle)
    said = dialog.lines.toPlainText()
    assert "Status holds “bogus”" in said
    assert "Contract lines: a value is no longer what was written." in said
    press(dialog, "Copy the list")
    assert QGuiApplication.clipboard().text() == said
    press(dialog, "Show the backups")
    settle()
    assert window.findChild(Backups)._rows.rowCount() == 1


def test_a_check_that_finds_something_leads_to_a_new_book(
    window: MainWindow, opening: Opening, demo_copy: Path, new: Path, settle: Settle
) -> None:
    behind_its_back(demo_copy, "UPDATE contract SET status = 'bogus' WHERE id = (SELECT min(id) FROM contract)")
    press(check(window, settle), "Rescue into a new book ...")
    settle()
    window._neighbours.rest()
    dialog = window.findChild(RescueBook)
    assert "Nothing is missing. The history was kept." in dialog.words.text(), "the log knew what was there"
    assert "copy.csdesk was left as it is." in dialog.words.text()
    assert (opening.path, opening.hold) == (new, Hold.WRITE)
    dialog.reject()
    settle()
    assert "The book is sound" in check(window, settle).words.text()


def test_a_damaged_book_leads_to_a_new_one_with_a_list_of_what_it_lacks(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    new: Path,
    language: Language,
    settle: Settle,
) -> None:
    spoil_pages(demo_copy, "use")
    before = demo_copy.read_bytes()
    window = make_window(language)
    opening.open(demo_copy)
    settle()
    start = window.findChild(StartPage)
    words = {Language.EN: "Rescue into a new book ...", Language.JA: "新しいブックに救出..."}
    press(start, words[language])
    settle()
    window._neighbours.rest()
    assert opening.path == new
    assert window._has_book
    dialog = window.findChild(RescueBook)
    lacking = {Language.EN: "rows could not be read and are left out", Language.JA: "行を読み取れず"}
    assert dialog.lines.isVisible() is (lacking[language] in dialog.lines.toPlainText())
    assert demo_copy.read_bytes() == before
    dialog.copy()
    assert QGuiApplication.clipboard().text() == dialog.lines.toPlainText()


def test_a_file_that_is_there_is_not_written_over(
    window: MainWindow, opening: Opening, demo_copy: Path, new: Path, settle: Settle
) -> None:
    new.write_text("kept", encoding="utf-8")
    dialog = RescueBook(window._around, demo_copy, window)
    assert dialog.ask()
    settle()
    assert "is already there" in dialog.words.text()
    assert new.read_text(encoding="utf-8") == "kept"
    assert opening.path == demo_copy


def test_thinking_better_of_it_changes_nothing(
    window: MainWindow, demo_copy: Path, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_how: ("", ""))
    before = sorted(demo_copy.parent.rglob("*"))
    assert not RescueBook(window._around, demo_copy, window).ask()
    settle()
    assert sorted(demo_copy.parent.rglob("*")) == before


def test_closing_the_dialog_ends_the_work_and_leaves_nothing(
    window: MainWindow, demo_copy: Path, new: Path, settle: Settle
) -> None:
    dialog = RescueBook(window._around, demo_copy, window)
    assert dialog.ask()
    dialog.reject()
    settle()
    assert not new.exists()
