"""From nothing to a window that is painted and answers, with a book of 1,000 accounts.

    python -m benchmarks.startup

Every start is a process of its own, and they take turns: a bare PySide6 window with one label, in the language that
csdesk would speak (any window that shows Japanese waits for its glyphs); csdesk; and csdesk in a process that imports
the libraries for tables, charts, workbooks and databases first, as most programs of its kind do. Time runs from the
start of the process to the first turn of the event loop after the window's first paint; csdesk then shows its menu and
rail, and bars in the place of the page, which comes with the book. All three run from compiled modules, as an installed
program does. Without a screen Qt's offscreen platform stands in for all.
"""

import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    Window = TypeVar("Window", bound=QWidget)

ROUNDS = 11
TOP = Path(__file__).parents[1]
EVERYTHING = ("pandas", "matplotlib.figure", "matplotlib.backends.backend_agg", "openpyxl", "sqlalchemy")


def main() -> None:
    """All three in turns, once for warmth and then in earnest."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - nothing here is for the processes that are measured

    from benchmarks.books import sample_book  # noqa: PLC0415
    from benchmarks.timing import alternate, tell  # noqa: PLC0415

    with sample_book() as book, TemporaryDirectory() as home:
        environment = measured_environment(home)
        children = {
            "a bare PySide6 window": ["bare"],
            "csdesk": ["csdesk", str(book.path)],
            "csdesk, everything imported first": ["everything", str(book.path)],
        }
        runs = {name: partial(start, words, environment) for name, words in children.items()}
        alternate(runs, 1)
        tell(alternate(runs, ROUNDS), "a bare PySide6 window")


def measured_environment(home: str) -> dict[str, str]:
    """Settings and compiled modules of its own, and a screen or none."""
    environment = {**os.environ, "PYTHONPATH": str(TOP), "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def start(words: Sequence[str], environment: dict[str, str]) -> float:
    """Seconds until the process says that its window stands."""
    import subprocess  # noqa: PLC0415

    started = time.perf_counter()
    line = [sys.executable, "-m", "benchmarks.startup", *words]
    with subprocess.Popen(line, cwd=TOP, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout
        said = child.stdout.readline()
        taken = time.perf_counter() - started
    if said != b"painted\n":
        sys.exit(f"{' '.join(words)} showed no window")
    return taken


def show_bare() -> None:
    """The least that PySide6 can show."""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - inside the time measured
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415

    application = QApplication(["bare"])
    window = watched(QMainWindow)()
    japanese = QLocale.system().language() is QLocale.Language.Japanese
    window.setCentralWidget(QLabel("顧客" if japanese else "Customers"))
    window.resize(1280, 820)
    window.show()
    application.exec()


def show_csdesk(file: str) -> None:
    """The program as `csdesk file` runs it."""
    from csdesk.__main__ import load_window  # noqa: PLC0415 - inside the time measured

    run = load_window()
    from csdesk.ui import app  # noqa: PLC0415

    vars(app)["MainWindow"] = watched(vars(app)["MainWindow"])
    run([file])


def watched(window: "type[Window]") -> "type[Window]":
    """A window that tells of its first paint. (A filter of all events would itself take time, and more of csdesk's.)"""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    class Watched(window):  # type: ignore[misc,valid-type]
        def paintEvent(self, event: "QPaintEvent") -> None:  # noqa: N802 - Qt's name
            QTimer.singleShot(0, say_so)  # input that waits is answered before timers are
            super().paintEvent(event)

    return Watched


def say_so() -> None:
    """Tell the parent, and end at once."""
    os.write(1, b"painted\n")
    os._exit(0)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["bare"]:
            show_bare()
        case ["everything", file]:
            for name in EVERYTHING:
                __import__(name)
            show_csdesk(file)
        case ["csdesk", file]:
            show_csdesk(file)
        case _:
            main()
