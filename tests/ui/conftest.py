"""A window on the demo book, sample records, and a watch on the event loop."""

import gc
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from csdesk.models.kinds import Band, Language
from csdesk.ui import theme
from csdesk.ui.app import SWITCH_SECONDS
from csdesk.ui.desk import Desk
from csdesk.ui.language import speak
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import Opening
from csdesk.ui.preferences import Preferences
from csdesk.usecases.accounts import AccountRow, AccountsTable
from csdesk.usecases.machine import this_machine
from tests.thorough import rarely

TODAY = date(2024, 4, 18)
BEATS_MS = 1
RUNS, CALM = 10, 0.040
YARDSTICKS, YARDSTICK = 40, 0.017
"""How often the yardstick is laid, and the seconds that it took where the limits of pauses were set."""


def clock() -> datetime:
    return datetime(2024, 4, 18, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def garbage_dies_on_this_thread() -> Iterator[None]:
    """As in the window: a widget that Python collects on the lane would take the process with it.

    What asked to be deleted goes here: outside of a running event loop Qt would keep it for ever.
    """
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True)
def plain_look(qapp: QApplication) -> Iterator[None]:
    """Every test begins in English and light colours."""
    theme.load_fonts(qapp)
    theme.apply(qapp, theme.Scheme.LIGHT)
    speak(qapp, Language.EN)
    yield
    speak(qapp, Language.EN)


@pytest.fixture(params=[rarely(Language.EN), Language.JA], ids=str)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Language:
    """Japanese, whose words and letters are the other ones; English when it is thorough."""
    chosen: Language = request.param
    speak(qapp, chosen)
    return chosen


@pytest.fixture(params=[rarely(theme.Scheme.LIGHT), theme.Scheme.DARK], ids=str)
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> theme.Scheme:
    """Dark, as light is what every other test has; light when it is thorough."""
    chosen: theme.Scheme = request.param
    theme.apply(qapp, chosen)
    return chosen


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book of one day, made once; tests work on copies."""
    from csdesk.usecases.books import demo_book

    path = tmp_path_factory.mktemp("demo") / "demo.csdesk"
    demo_book(path, who="tester", clock=clock, language=Language.EN).close()
    return path


@pytest.fixture(scope="session")
def demo_file_ja(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo book with its Japanese customers, made once."""
    from csdesk.usecases.books import demo_book

    path = tmp_path_factory.mktemp("demo_ja") / "demo.csdesk"
    demo_book(path, who="tester", clock=clock, language=Language.JA).close()
    return path


@pytest.fixture
def demo_ja(demo_file_ja: Path, tmp_path: Path) -> Path:
    """A Japanese demo book of the test's own."""
    return Path(shutil.copy(demo_file_ja, tmp_path / "見本.csdesk"))


@pytest.fixture
def demo_copy(demo_file: Path, tmp_path: Path) -> Path:
    """A demo book of the test's own."""
    return Path(shutil.copy(demo_file, tmp_path / "copy.csdesk"))


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    """A desk whose threads end with the test."""
    made = Desk()
    yield made
    made.close()
    qapp.processEvents()


@pytest.fixture
def settle_desk(qapp: QApplication) -> Callable[[Desk], None]:
    """Run the event loop until a desk's lane and bench have nothing left to do and everything is shown."""

    waiting = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents

    def run(desk: Desk) -> None:
        beat = QTimer()
        beat.start(BEATS_MS)
        for _ in range(4):
            waits = [desk._lane.submit(int), desk._bench.submit(int)]
            while not all(wait.done() for wait in waits):
                qapp.processEvents(waiting)
            for _ in range(3):
                qapp.processEvents()

    return run


@pytest.fixture
def settle(settle_desk: Callable[[Desk], None], desk: Desk) -> Callable[[], None]:
    """Run the event loop until the test's desk is at rest."""
    return partial(settle_desk, desk)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Nothing chosen yet."""
    return Preferences(tmp_path / "window.ini")


@pytest.fixture
def opening(desk: Desk, preferences: Preferences, tmp_path: Path) -> Iterator[Opening]:
    """Opens books for `tester` on the day of the tests."""
    machine = partial(this_machine, tmp_path / "computer", "OFFICE-PC")
    made = Opening(desk, preferences, clock, tmp_path / "demo.csdesk", lambda: "tester", machine)
    yield made
    made.deleteLater()


@pytest.fixture
def make_window(
    qapp: QApplication, desk: Desk, preferences: Preferences, opening: Opening, settle: Callable[[], None]
) -> Iterator[Callable[..., MainWindow]]:
    """A shown window, in a language, without a book."""
    made: list[MainWindow] = []

    def make(language: Language = Language.EN) -> MainWindow:
        window = MainWindow(desk, preferences, opening, lambda: TODAY, language)
        window.resize(1280, 820)
        window.show()
        made.append(window)
        return window

    yield make
    settle()
    for window in made:
        window._neighbours.rest()
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def open_demo(
    make_window: Callable[..., MainWindow], opening: Opening, demo_copy: Path, settle: Callable[[], None]
) -> Callable[..., MainWindow]:
    """A window on a demo book of the test's own, everything shown."""

    def make(language: Language = Language.EN) -> MainWindow:
        window = make_window(language)
        opening.open(demo_copy)
        settle()
        window._neighbours.rest()
        return window

    return make


@pytest.fixture
def window(open_demo: Callable[..., MainWindow]) -> MainWindow:
    """A window on the demo book."""
    return open_demo()


def _lay_yardstick(qapp: QApplication) -> float:
    """Seconds of a fixed piece of work of the kind that pauses a window: plain widgets dressed and shown, and a sum."""
    begin = time.perf_counter()
    page = QWidget()
    column = QVBoxLayout(page)
    for place in range(100):
        column.addWidget(QLabel(f"Account {place}", page))
        column.addWidget(QPushButton("Open", page))
    page.show()
    qapp.processEvents()
    sum(place * place for place in range(200_000))
    seconds = time.perf_counter() - begin
    page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return seconds


@pytest.fixture(scope="session")
def pace(qapp: QApplication) -> float:
    """How many times slower this machine is than the one where the limits of pauses were set; at least 1."""
    theme.load_fonts(qapp)
    theme.apply(qapp, theme.Scheme.LIGHT)
    return max(1.0, min(_lay_yardstick(qapp) for _ in range(YARDSTICKS)) / YARDSTICK)


@pytest.fixture
def longest_pause(pace: float) -> Iterator[Callable[[Callable[[], object], Callable[[], None]], float]]:
    """Seconds of the longest pause of the event loop during an action and all that follows until it has settled, at
    the pace of the machine where the limits were set. Threads take turns as often as they do in the program."""

    def worst(action: Callable[[], object], settle: Callable[[], None]) -> float:
        beats = [time.perf_counter()]
        timer = QTimer()
        timer.setInterval(BEATS_MS)
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        timer.start()
        QTimer.singleShot(0, action)
        settle()
        timer.stop()
        beats.append(time.perf_counter())
        return max(later - earlier for earlier, later in pairwise(beats)) / pace

    usual = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_SECONDS)
    yield worst
    sys.setswitchinterval(usual)


@pytest.fixture
def stalls(
    longest_pause: Callable[[Callable[[], object], Callable[[], None]], float],
    settle: Callable[[], None],
    record_property: Callable[[str, object], None],
    request: pytest.FixtureRequest,
) -> Callable[[Callable[[], object]], float]:
    """The longest pause of the event loop after an action; the least of some runs, for a busy machine pauses too. It is
    told at the end of the run."""

    def least(action: Callable[[], object]) -> float:
        seen: list[float] = []
        while len(seen) < RUNS and (not seen or min(seen) > CALM):
            seen.append(longest_pause(action, settle))
        record_property("counts", f"{1000 * min(seen):6.0f} ms  {request.node.name}")
        return min(seen)

    return least


@pytest.fixture(scope="session")
def make_accounts() -> Callable[[int], AccountsTable]:
    """So many accounts with names in both languages, every third without a score, every fifth not paying."""

    def row(place: int) -> AccountRow:
        score = None if place % 3 == 2 else float(place * 7 % 101)
        return AccountRow(
            id=2**61 + place,
            name=f"{('見本商事', 'Sample Works', 'サンプル電機')[place % 3]} {place:05d}",
            score=score,
            band=Band.UNKNOWN if score is None else Band.GREEN if score >= 70 else Band.RED,
            coverage=0.5,
            mrr=Fraction(place % 977 * 1000) if place % 5 else Fraction(0),
            paying=bool(place % 5),
            trend=tuple(float(place + step) for step in range(12)),
            renewal_on=TODAY + timedelta(days=place % 400) if place % 4 else None,
            renewal_undecided=False,
            last_touch_on=TODAY - timedelta(days=place % 90),
            owner=("tester", "Sample Aoi")[place % 2],
            tier=("high", "low", "tech", "")[place % 4],
            segment="SMB",
            industry="",
            region="",
            size="",
            channel="",
            stage="",
            fit="",
            sentiment=None,
            next_step="",
            next_due=None,
            external_id=f"A-{place}",
            domain="",
            notes="",
            custom={"Plan": "Pro" if place % 2 else ""},
        )

    return lambda count: AccountsTable(tuple(map(row, range(count))), ("Plan",), ("tester", "Sample Aoi"), TODAY)
