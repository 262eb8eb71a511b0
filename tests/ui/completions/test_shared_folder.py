"""A book in a folder that a service copies to other computers: said once, and in the way of nothing."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from csdesk.book.file import Book
from csdesk.book.presence import Machine
from csdesk.models.kinds import Language
from csdesk.ui.computers import Computers
from csdesk.ui.dialogs.shared_folder import SharedFolder
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Hold, Opening
from csdesk.ui.pages.start import StartPage
from csdesk.ui.preferences import Preferences
from csdesk.ui.widgets.toast import Toast
from csdesk.ui.widgets.topbar import TopBar
from csdesk.usecases import books
from csdesk.usecases.team import save_person

Settle = Callable[[], None]


@pytest.fixture
def synced(demo_copy: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "Dropbox (Sample)" / "Team"
    folder.mkdir(parents=True)
    return Path(shutil.copy(demo_copy, folder / "book.csdesk"))


@pytest.mark.usefixtures("scheme")
def test_the_person_is_told_once_a_book(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    demo_copy: Path,
    synced: Path,
    language: Language,
    settle: Settle,
) -> None:
    window = make_window(language)
    opening.open(demo_copy)
    settle()
    assert window.findChild(SharedFolder) is None
    opening.open(synced)
    settle()
    dialog = window.findChild(SharedFolder)
    assert dialog is not None
    assert dialog.isVisible()
    assert "Dropbox" in dialog.words.text()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    assert window._has_book
    dialog.accept()
    settle()
    opening.open(demo_copy)
    settle()
    opening.open(synced)
    settle()
    assert not any(dialog.isVisible() for dialog in window.findChildren(SharedFolder))


@pytest.fixture
def aoi() -> Iterator[Callable[[Path], Book]]:
    """Opens a book on another computer."""
    opened: list[Book] = []

    def open_there(path: Path) -> Book:
        machine = Machine("aaaa", "SALES-PC")
        opened.append(books.open_book(path, who="Aoi", clock=clock, machine=lambda: machine))
        return opened[-1]

    yield open_there
    for book in opened:
        book.close()


def clock() -> datetime:
    return datetime(2024, 4, 18, 3, 0, tzinfo=UTC)


def ways_on(window: MainWindow) -> dict[str, QPushButton]:
    card = window.findChild(StartPage)._trouble
    assert card.isVisible()
    buttons = [button for button in card.findChildren(QPushButton) if button.isVisible()]
    return {button.text(): button for button in buttons}


def told(window: MainWindow) -> str:
    return window.findChild(StartPage)._trouble._words.text()


@pytest.mark.usefixtures("scheme")
def test_a_book_open_elsewhere_is_refused_and_read_as_a_copy(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    synced: Path,
    aoi: Callable[[Path], Book],
    language: Language,
    settle: Settle,
) -> None:
    window = make_window(language)
    there = aoi(synced)
    opening.open(synced)
    settle()
    assert not window._has_book
    assert "SALES-PC" in told(window)
    words = window.findChild(StartPage)._trouble._words
    assert words.height() >= words.heightForWidth(words.width())
    copy, again = ways_on(window).values()
    copy.click()
    settle()
    window._neighbours.rest()
    assert window._has_book
    assert opening.path == synced
    top = window.findChild(TopBar)
    assert (opening.hold, top._saved.text()) == (Hold.COPY, copy_word(language))
    save_person(there, None, name="Someone")
    there.close()
    opening.open(synced)
    settle()
    window._neighbours.rest()
    assert opening.hold is Hold.WRITE
    assert top._saved.text() == {Language.EN: "Saved", Language.JA: "保存済み"}[language]
    assert [path.name for path in synced.parent.glob("book.csdesk-open-*")] == [record_here(opening)]
    assert again.text() in {"Try again", "もう一度試す"}


def copy_word(language: Language) -> str:
    return {Language.EN: "Read-only copy", Language.JA: "読み取り専用のコピー"}[language]


def record_here(opening: Opening) -> str:
    return f"book.csdesk-open-{opening._machine().key}"


def test_a_silent_computer_is_passed_over_when_the_person_says_so(
    make_window: Callable[..., MainWindow], opening: Opening, synced: Path, aoi: Callable[[Path], Book], settle: Settle
) -> None:
    window = make_window()
    aoi(synced)
    opening._clock = lambda: clock() + timedelta(minutes=25)
    opening.open(synced)
    settle()
    assert "25 minutes ago" in told(window)
    assert list(ways_on(window)) == ["Open a read-only copy", "Open anyway", "Try again"]
    ways_on(window)["Open anyway"].click()
    settle()
    window._neighbours.rest()
    assert (opening.path, opening.hold) == (synced, Hold.WRITE)
    assert [path.name for path in synced.parent.glob("book.csdesk-open-*")] == [record_here(opening)]


def test_a_computer_that_comes_to_the_same_book_is_told_of_once(
    make_window: Callable[..., MainWindow], opening: Opening, preferences: Preferences, synced: Path, settle: Settle
) -> None:
    preferences.remember_warned(synced)
    window = make_window()
    opening.open(synced)
    settle()
    window._neighbours.rest()
    mine = synced.parent / record_here(opening)
    said = json.loads(mine.read_text(encoding="utf-8"))
    other = synced.parent / "book.csdesk-open-bbbb"
    other.write_text(json.dumps({**said, "key": "bbbb", "computer": "ben-laptop", "who": "Ben"}), encoding="utf-8")
    computers = window.findChild(Computers)
    mine.unlink()
    for _ in range(3):
        computers.renew()
        settle()
    (dialog,) = window.findChildren(SharedFolder)
    assert "ben-laptop" in dialog.words.text()
    assert mine.is_file(), "a record that went missing is written anew"


def test_a_second_version_is_named_once_and_left_alone(
    make_window: Callable[..., MainWindow],
    opening: Opening,
    preferences: Preferences,
    synced: Path,
    language: Language,
    settle: Settle,
) -> None:
    preferences.remember_warned(synced)
    second = synced.with_name("book (Aoi's conflicted copy 2024-04-17).csdesk")
    second.write_bytes(b"as it is")
    window = make_window(language)
    for _ in range(2):
        opening.open(synced)
        settle()
        window._neighbours.rest()
    (dialog,) = window.findChildren(SharedFolder)
    assert second.name in dialog.words.text()
    assert second.read_bytes() == b"as it is"


def test_the_record_goes_with_the_book(
    make_window: Callable[..., MainWindow], opening: Opening, synced: Path, demo_copy: Path, settle: Settle
) -> None:
    window = make_window()
    opening.open(synced)
    settle()
    window._neighbours.rest()
    assert list(synced.parent.glob("book.csdesk-open-*"))
    opening.open(demo_copy)
    settle()
    window._neighbours.rest()
    assert [path.name for path in synced.parent.glob("book.csdesk*") if path.is_file()] == ["book.csdesk"]


def test_long_words_in_passing_are_shown_whole(window: MainWindow) -> None:
    window.toast("Short")
    toast = window.findChild(Toast)
    low = toast.height()
    long = "This sentence says what happened, what is safe and what to do. " * 4
    window.toast(long)
    label = toast.findChild(QLabel)
    assert label.text() == long
    assert toast.height() > low
    assert label.height() >= label.heightForWidth(label.width())
    assert toast.width() < window.width()
    window.toast("Short")
    assert toast.height() == low
