"""Every way a book cannot be used, in the window: said plainly, with a way on; nothing changed, nothing pretended."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton

from csdesk.models.kinds import Language
from csdesk.ui.dialogs.backups import Backups
from csdesk.ui.dialogs.quick_touch import QuickTouch
from csdesk.ui.main_window import MainWindow
from csdesk.ui.menu import Menu
from csdesk.ui.opening import Hold, Opening
from csdesk.ui.pages.accounts import AccountsPage
from csdesk.ui.pages.hygiene import HygienePage
from csdesk.ui.pages.settings import SettingsPage
from csdesk.ui.pages.start import StartPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.widgets.toast import Toast
from csdesk.ui.widgets.topbar import TopBar

Settle = Callable[[], None]


def text_file(path: Path) -> None:
    path.write_text("name,mrr\nA,1\n", encoding="utf-8")


def empty_file(path: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def another_database(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


def too_new(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


def damaged(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4000] = b"\xa5" * 3900
    path.write_bytes(content)


def missing(path: Path) -> None:
    path.unlink()


CASES: dict[str, tuple[Callable[[Path], None], str, list[str]]] = {
    "text": (text_file, "is not a csdesk book", []),
    "empty": (empty_file, "is not a csdesk book", []),
    "folder": (folder, "is not a csdesk book", []),
    "database": (another_database, "is not a csdesk book", []),
    "too new": (too_new, "newer csdesk", []),
    "damaged": (damaged, "is damaged", ["Show the backups", "Rescue into a new book ..."]),
    "missing": (missing, "There is no file", []),
}


def card(window: MainWindow) -> tuple[str, dict[str, QPushButton]]:
    found = window.findChild(StartPage)._trouble
    assert found.isVisible()
    return found._words.text(), {way.text(): way for way in found.findChildren(QPushButton) if way.isVisible()}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_opened_is_said_and_left_alone(
    make_window: Callable[..., MainWindow], opening: Opening, demo_copy: Path, case: str, settle: Settle
) -> None:
    spoil, words, ways = CASES[case]
    path = demo_copy.rename(demo_copy.with_name("顧客 100% #1?.csdesk"))
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    window = make_window()
    opening.open(path)
    settle()
    said, offered = card(window)
    assert words in said
    assert str(path) in said
    assert list(offered) == ways
    assert not window._has_book
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_damaged_book_leads_to_its_backups_and_on(
    open_demo: Callable[..., MainWindow], opening: Opening, demo_copy: Path, tmp_path: Path, settle: Settle
) -> None:
    window = open_demo()
    opening.make(tmp_path / "other.csdesk", opening.settings)
    settle()
    damaged(demo_copy)
    opening.open(demo_copy)
    settle()
    card(window)[1]["Show the backups"].click()
    settle()
    dialog = window.findChild(Backups)
    assert dialog._rows.rowCount() == 1
    dialog.choose(0)
    dialog.check()
    settle()
    window._neighbours.rest()
    assert (opening.path, opening.hold) == (demo_copy, Hold.WRITE)
    assert isinstance(window._stack.currentWidget(), TodayPage)


def test_a_book_that_another_process_holds_can_be_tried_again(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    monkeypatch.setattr("csdesk.book.store._PRAGMAS", ("busy_timeout = 20", "foreign_keys = ON"))
    window = make_window()
    other = sqlite3.connect(demo_copy, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    opening.open(demo_copy)
    settle()
    said, ways = card(window)
    assert "Another window or program is writing" in said
    other.close()
    ways["Try again"].click()
    settle()
    window._neighbours.rest()
    assert opening.path == demo_copy


def test_a_book_that_is_moved_away_while_open(
    window: MainWindow, opening: Opening, demo_copy: Path, tmp_path: Path, settle: Settle
) -> None:
    page = window.open_page("settings")
    settle()
    assert isinstance(page, SettingsPage)
    demo_copy.rename(tmp_path / "elsewhere.csdesk")
    page.company.setText("Sample Works")
    page._keep_book()
    settle()
    assert "was moved or replaced" in window.findChild(Toast).text
    assert not demo_copy.exists()
    assert page.company.text() != "Sample Works"
    opening.open(tmp_path / "elsewhere.csdesk")
    settle()
    window._neighbours.rest()
    assert window.findChild(TopBar)._saved.text() == "Saved"


@pytest.fixture
def unwritable(demo_file: Path) -> Iterator[Path]:
    """A book in a folder where a user without any privilege cannot write."""
    if os.name != "posix":
        pytest.skip("modes are a thing of POSIX systems")
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        path = Path(shutil.copy(demo_file, place / "book.csdesk"))
        path.chmod(0o444)
        place.chmod(0o555)
        yield path
        place.chmod(0o755)


@pytest.fixture
def without_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not bind root; the system is made to answer as it does to anyone else."""
    monkeypatch.setattr("csdesk.book.file._may_write", lambda _path: False)


@pytest.mark.usefixtures("without_rights")
def test_where_nothing_can_be_written_the_book_is_read(
    make_window: Callable[..., MainWindow], opening: Opening, unwritable: Path, language: Language, settle: Settle
) -> None:
    before = unwritable.read_bytes()
    window = make_window(language)
    opening.open(unwritable)
    settle()
    window._neighbours.rest()
    assert opening.hold is Hold.READ
    assert window.findChild(TopBar)._saved.text() == {Language.EN: "Read-only", Language.JA: "読み取り専用"}[language]
    assert window.findChild(Toast) is None, "no backup is tried"
    for name in ("accounts", "revenue", "retention", "health", "reports", "settings", "today"):
        window.open_page(name)
        settle()
    assert window.findChild(Toast) is None
    assert unwritable.read_bytes() == before
    assert list(unwritable.parent.iterdir()) == [unwritable]


@pytest.fixture
def reading(make_window: Callable[..., MainWindow], opening: Opening, demo_copy: Path, settle: Settle) -> MainWindow:
    """A window that only reads the demo book, as the person chose."""
    window = make_window()
    opening.open_to_read(demo_copy)
    settle()
    window._neighbours.rest()
    assert opening.hold is Hold.READ
    return window


REFUSED = "is open for reading only. Nothing was changed."


def test_a_cell_that_was_typed_over_goes_back(reading: MainWindow, demo_copy: Path, settle: Settle) -> None:
    before = demo_copy.read_bytes()
    page = reading.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    column = next(place for place, each in enumerate(page.model.columns) if each.key == "segment")
    index = page.model.index(0, column)
    stood = index.data()
    page.model.setData(index, f"{stood} more")
    settle()
    assert REFUSED in reading.findChild(Toast).text
    assert page.model.index(0, column).data() == stood
    assert demo_copy.read_bytes() == before


def test_a_choice_that_was_refused_goes_back(reading: MainWindow, settle: Settle) -> None:
    page = reading.open_page("settings")
    settle()
    assert isinstance(page, SettingsPage)
    stood = page.fiscal.key
    page.fiscal.choose(1 + int(str(stood)) % 12)
    settle()
    assert REFUSED in reading.findChild(Toast).text
    assert page.fiscal.key == stood


def test_an_answer_that_was_refused_goes_back(reading: MainWindow, settle: Settle) -> None:
    page = reading.open_page("hygiene")
    assert isinstance(page, HygienePage)
    page.views.setCurrentWidget(page.team)
    settle()
    page.team.levels.button(2).click()
    settle()
    assert REFUSED in reading.findChild(Toast).text
    assert page.team.levels.checkedButton() is None


def test_a_touch_that_was_refused_keeps_its_words(reading: MainWindow, settle: Settle) -> None:
    page = reading.open_page("accounts")
    settle()
    assert isinstance(page, AccountsPage)
    reading.open_touch(page.model.rows_shown()[0].id)
    settle()
    dialog = reading.findChild(QuickTouch)
    dialog.note.setPlainText("A long talk")
    dialog.check()
    settle()
    assert dialog.isVisible()
    assert REFUSED in dialog._wrong.text()
    assert dialog.note.toPlainText() == "A long talk"


def test_undo_is_refused(reading: MainWindow, demo_copy: Path, settle: Settle) -> None:
    before = demo_copy.read_bytes()
    reading._steps.take_back()
    settle()
    assert REFUSED in reading.findChild(Toast).text
    assert demo_copy.read_bytes() == before


def action(window: MainWindow, text: str) -> Callable[[], None]:
    (found,) = (each for each in window.findChild(Menu).actions_to_find() if each.text() == text)
    return found.trigger


def test_the_menu_opens_a_book_for_reading(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = make_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_how: (str(demo_copy), ""))
    action(window, "Open read-only ...")()
    settle()
    window._neighbours.rest()
    assert (opening.path, opening.hold) == (demo_copy, Hold.READ)


@pytest.mark.parametrize("hold", [Hold.WRITE, Hold.READ])
def test_the_menu_saves_a_copy_and_never_over_another(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    tmp_path: Path,
    hold: Hold,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = make_window()
    (opening.open if hold is Hold.WRITE else opening.open_to_read)(demo_copy)
    settle()
    window._neighbours.rest()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_how: (str(tmp_path / "写し v1.2"), ""))
    action(window, "Save a copy ...")()
    settle()
    made = tmp_path / "写し v1.2.csdesk"
    assert str(made) in window.findChild(Toast).text
    assert opening.path == demo_copy
    before = made.read_bytes()
    action(window, "Save a copy ...")()
    settle()
    assert "already there" in window.findChild(Toast).text
    assert made.read_bytes() == before
    opening.open(made)
    settle()
    window._neighbours.rest()
    assert (opening.path, opening.hold) == (made, Hold.WRITE)


def test_the_menu_shows_backups_and_folder(
    window: MainWindow, demo_copy: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    action(window, "Show in folder")()
    assert [Path(text) for text in shown] == [demo_copy.parent]
    action(window, "Show the backups")()
    settle()
    assert window.findChild(Backups).isVisible()


def test_without_a_book_there_is_nothing_to_copy(make_window: Callable[..., MainWindow]) -> None:
    window = make_window()
    words = {each.text() for each in window.findChild(Menu).actions_to_find()}
    assert "Open read-only ..." in words
    assert words.isdisjoint({"Save a copy ...", "Show the backups", "Show in folder"})
