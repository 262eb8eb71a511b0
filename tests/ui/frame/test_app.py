"""The program around the window: what it opens, another language, and an error of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from csdesk.models.kinds import Language
from csdesk.models.months import PeriodKind
from csdesk.ui import theme
from csdesk.ui.app import Running
from csdesk.ui.dialogs.trouble import Trouble
from csdesk.ui.pages.import_page import ImportPage
from csdesk.ui.pages.settings import SettingsPage
from csdesk.ui.pages.start import StartPage
from csdesk.ui.pages.today import TodayPage
from csdesk.ui.preferences import Preferences
from csdesk.usecases.importing import Verdict

Wait = Callable[[Callable[[], bool]], None]


def read_row(text: str) -> None:
    raise ValueError(text)


@pytest.fixture
def wait(qapp: QApplication) -> Wait:
    """Run the event loop until something holds."""

    def run(holds: Callable[[], bool]) -> None:
        beat, limit = QTimer(), QTimer()
        beat.start(2)
        limit.setSingleShot(True)
        limit.start(30_000)
        while not holds() and limit.isActive():
            qapp.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        assert holds()

    return run


@pytest.fixture
def start(qapp: QApplication, preferences: Preferences, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """The program with a configuration of the test's own, in English."""
    running: list[Running] = []

    def begin(*files: Path) -> Running:
        preferences.language = preferences.language or Language.EN
        made = Running(qapp, preferences, tmp_path / "data")
        running.append(made)
        made.start(list(files))
        return made

    yield begin
    for made in running:
        made.window._neighbours.rest()
        made.window.close()
        made.end()
        made.window.deleteLater()
    qapp.processEvents()


def test_without_a_book_it_starts_on_the_start_page(start: Callable[..., Running], wait: Wait) -> None:
    running = start()
    wait(lambda: isinstance(running.window._stack.currentWidget(), StartPage))
    assert running.window.isVisible()


def test_it_opens_the_book_that_is_named(start: Callable[..., Running], wait: Wait, demo_copy: Path) -> None:
    running = start(demo_copy)
    wait(lambda: isinstance(running.window._stack.currentWidget(), TodayPage))
    assert running._opening.path == demo_copy


def test_it_opens_the_last_book(
    start: Callable[..., Running], wait: Wait, demo_copy: Path, preferences: Preferences
) -> None:
    preferences.remember_book(demo_copy)
    running = start()
    wait(lambda: running._opening.path == demo_copy)
    wait(lambda: isinstance(running.window._stack.currentWidget(), TodayPage))


def test_a_book_whose_name_ends_otherwise_opens_too(
    start: Callable[..., Running], wait: Wait, demo_copy: Path, tmp_path: Path
) -> None:
    renamed = demo_copy.rename(tmp_path / "customers.db")
    running = start(renamed)
    wait(lambda: running._opening.path == renamed)


def test_the_demo_book_is_made_once(start: Callable[..., Running], wait: Wait) -> None:
    running = start()
    running._opening.open_demo(Language.EN)
    wait(lambda: running._opening.path is not None)
    made = running._opening.path
    assert made is not None
    stamp = made.stat().st_ino
    running._opening.path = None
    running._opening.open_demo(Language.EN)
    wait(lambda: running._opening.path is not None)
    assert (running._opening.path, made.stat().st_ino) == (made, stamp)


def test_another_language_is_spoken_at_once_on_the_same_book(
    start: Callable[..., Running], wait: Wait, demo_copy: Path, preferences: Preferences
) -> None:
    running = start(demo_copy)
    wait(lambda: isinstance(running.window._stack.currentWidget(), TodayPage))
    before = running.window
    before.rescope(date(2024, 2, 29), PeriodKind.QUARTER)
    scope = before.scope
    preferences.language = Language.JA
    running.window.restyle()
    assert running.window is not before
    assert running.window.language is Language.JA
    wait(lambda: isinstance(running.window._stack.currentWidget(), SettingsPage))
    page = running.window._stack.currentWidget()
    assert isinstance(page, SettingsPage)
    assert page.title() == "設定"
    wait(lambda: page._members.count() > 0)
    assert running.window.scope == scope


def test_another_language_goes_on_with_a_half_done_import(
    start: Callable[..., Running], wait: Wait, demo_copy: Path, preferences: Preferences, tmp_path: Path
) -> None:
    path = tmp_path / "plain.csv"
    path.write_text("Customer,MRR,Start\nNorthwind,oops,2024-01-01\nAlder,90,2024-01-01\n", encoding="utf-8")
    running = start(demo_copy)
    wait(lambda: isinstance(running.window._stack.currentWidget(), TodayPage))

    def import_page() -> ImportPage:
        page = running.window._stack.pages["import"]
        assert isinstance(page, ImportPage)
        return page

    running.window.open_page("import")
    import_page().take_files([path])
    wait(lambda: import_page().flow.plan is not None)
    assert import_page().flow.counts == {Verdict.NEW: 1, Verdict.REFUSED: 1}
    import_page().flow.mend(0, 2, 1, "80")
    wait(lambda: import_page().flow.counts == {Verdict.NEW: 2})
    import_page().flow.choose_same({"Alder": ""})
    wait(lambda: import_page().flow._work is None)
    running.window.open_page("settings")
    preferences.language = Language.JA
    running.window.restyle()
    wait(lambda: "import" in running.window._stack.pages and import_page().flow.plan is not None)
    assert isinstance(running.window._stack.currentWidget(), SettingsPage)
    assert import_page().flow.counts == {Verdict.NEW: 2}
    assert import_page().flow.same == {"Alder": ""}
    assert import_page().frame.language is Language.JA


def test_other_colours_need_no_new_window(start: Callable[..., Running], wait: Wait, preferences: Preferences) -> None:
    running = start()
    before = running.window
    preferences.scheme = theme.Scheme.DARK
    running.window.restyle()
    wait(theme.is_dark)
    assert running.window is before


def test_other_colours_leave_the_page_in_front_and_a_half_done_import(
    start: Callable[..., Running], wait: Wait, demo_copy: Path, preferences: Preferences
) -> None:
    running = start(demo_copy)
    wait(lambda: isinstance(running.window._stack.currentWidget(), TodayPage))
    shown = {name: running.window.open_page(name) for name in ("import", "accounts", "settings")}
    preferences.scheme = theme.Scheme.DARK
    running.window.restyle()
    wait(theme.is_dark)
    assert running.window._stack.currentWidget() is shown["settings"]
    assert running.window.open_page("import") is shown["import"]
    assert running.window.open_page("accounts") is not shown["accounts"]


def test_an_error_of_ours_is_told_calmly_and_logged_without_its_words(start: Callable[..., Running]) -> None:
    running = start()
    with pytest.raises(ValueError, match="見本商事") as caught:
        read_row("customer 見本商事 pays 123")
    running.report(caught.type, caught.value, caught.tb)
    dialog = running.window.findChild(Trouble)
    assert isinstance(dialog, Trouble)
    details = dialog.findChild(QPlainTextEdit)
    assert isinstance(details, QPlainTextEdit)
    log = (running._folder / "csdesk.log").read_text(encoding="utf-8")
    for text in (details.toPlainText(), log):
        assert "ValueError" in text
        assert "test_app.py" in text
        assert "見本商事" not in text
    running.report(ValueError, ValueError("again"), None)
    assert len(running.window.findChildren(Trouble)) == 1, "one dialog at a time"


def test_the_first_paint_needs_no_heavy_library(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom PySide6.QtWidgets import QApplication\n"
        "from csdesk.ui.app import Running\nfrom csdesk.ui.preferences import Preferences\n"
        "app = QApplication([])\nfolder = Path(sys.argv[1])\n"
        "running = Running(app, Preferences(folder / 'window.ini'), folder)\n"
        "running.window.show()\nrunning.window.grab()\n"
        "from PySide6 import QtCore\nprint('Qt' in vars(QtCore) and 'constants')\n"
        "running.window.show_start()\nrunning.window.grab()\n"
        "print(*sys.modules)\nrunning.end()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert {"pandas", "matplotlib", "sqlalchemy", "openpyxl"}.isdisjoint(done.stdout.split())
    assert "constants" not in done.stdout.split(), "making Qt's some hundred enums takes longer than building the frame"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_is_said_in_one_line() -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "csdesk"],
        cwd=Path(__file__).parents[3],
        env={name: value for name, value in os.environ.items() if name not in screens},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 3
    assert done.stderr.startswith("csdesk: ")
    assert done.stderr.count("\n") == 1
