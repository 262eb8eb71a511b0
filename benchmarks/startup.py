"""From nothing to a window that is painted and answers, with a book of 1,000 accounts.

    python -m benchmarks.startup

Every start is a process of its own, and they take turns: a bare PySide6 window with one label; csdesk; and csdesk in a
process that imports the libraries for tables, charts, workbooks and databases first, as most programs of its kind do.
Time runs from the start of the process to the first turn of the event loop after the window's first paint. Without a
screen Qt's offscreen platform stands in, for all three alike.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.timing import alternate, tell

ROUNDS = 11
TOP = Path(__file__).parents[1]
EVERYTHING = ("pandas", "matplotlib.figure", "matplotlib.backends.backend_agg", "openpyxl", "sqlalchemy")


def main() -> None:
    """All three in turns, once for warmth and then in earnest."""
    from benchmarks.books import sample_book  # noqa: PLC0415 - not in the processes that are measured

    with sample_book() as book, tempfile.TemporaryDirectory() as home:
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
    """Settings of its own, and a screen or none."""
    environment = {**os.environ, "PYTHONPATH": str(TOP), "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return environment


def start(words: Sequence[str], environment: dict[str, str]) -> float:
    """Seconds until the process says that its window stands."""
    started = time.perf_counter()
    line = [sys.executable, "-m", "benchmarks.startup", *words]
    with subprocess.Popen(line, cwd=TOP, env=environment, stdout=subprocess.PIPE) as child:
        assert child.stdout
        said = child.stdout.readline()
        taken = time.perf_counter() - started
    if said != b"painted\n":
        sys.exit(f"{' '.join(words)} showed no window")
    return taken


def show(kind: str, files: Sequence[str]) -> None:
    """What a measured process does: open its window, say so when it is painted, and end."""
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - the measured process alone needs Qt
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: PLC0415

    class Witness(QObject):
        """Sees the first paint of a window."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():  # type: ignore[attr-defined]
                application.removeEventFilter(self)
                QTimer.singleShot(0, say_so)
            return False

    application = QApplication([kind])
    witness = Witness()
    application.installEventFilter(witness)
    if kind == "bare":
        window = QMainWindow()
        window.setCentralWidget(QLabel("csdesk"))
        window.resize(1280, 820)
        window.show()
        application.exec()
        return
    if kind == "everything":
        for name in EVERYTHING:
            __import__(name)
    from csdesk.ui.app import run  # noqa: PLC0415 - imported inside the time that is measured

    run(list(files))


def say_so() -> None:
    """Tell the parent, and end at once."""
    os.write(1, b"painted\n")
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        show(sys.argv[1], sys.argv[2:])
    else:
        main()
