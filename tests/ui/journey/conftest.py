"""Every journey through the window is watched: nothing in the process so much as makes a socket."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from csdesk.models.kinds import Language
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.widgets.table_card import TableCard
from csdesk.usecases.settings import BookSettings


@pytest.fixture(scope="session")
def sockets() -> list[str]:
    """What is done with sockets from here on, for good: a watch once set cannot be taken away."""
    seen: list[str] = []

    def watch(event: str, _arguments: object) -> None:
        # A computer's own name is read from the system, not from a network.
        if event.startswith("socket.") and event != "socket.gethostname":
            seen.append(event)

    sys.addaudithook(watch)
    return seen


@pytest.fixture(autouse=True)
def no_socket(sockets: list[str]) -> Iterator[None]:
    """Whatever the test does."""
    sockets.clear()
    yield
    assert sockets == []


@pytest.fixture
def page(
    language: Language, make_window: Callable[..., MainWindow], opening: Opening, qtbot: QtBot, tmp_path: Path
) -> ImportPage:
    window = make_window(language)
    opening.make(tmp_path / "b.csdesk", BookSettings("USD", 1, language))
    qtbot.waitUntil(lambda: window._has_book, timeout=30_000)
    found = window.open_page("import")
    assert isinstance(found, ImportPage)
    return found


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    """Text files of these names and contents."""

    def make(**texts: str) -> list[Path]:
        paths = []
        for name, text in texts.items():
            path = tmp_path / f"{name}.csv"
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        return paths

    return make


@pytest.fixture
def take(
    page: ImportPage, qtbot: QtBot, settle: Callable[[], None]
) -> Callable[[Iterable[Path] | str], list[TableCard]]:
    """Give files or text to the page, and wait for the plan."""

    def given(what: Iterable[Path] | str) -> list[TableCard]:
        with qtbot.waitSignal(page.flow.planned, timeout=30_000):
            page.flow.take_text(what) if isinstance(what, str) else page.take_files(list(what))
        settle()
        return page.cards

    return given
