"""A window in a process of its own: says what it does, a word a line, and ends when its input does.

Arguments: the person's folder, the book named at start ('' for none), and a second book to open later ('' for none).
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from csdesk.models.kinds import Language
from csdesk.ui.app import Running
from csdesk.ui.preferences import Preferences


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> int:
    folder, first, then = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    app = QApplication([])
    preferences = Preferences(folder / "window.ini")
    preferences.language = Language.EN
    running = Running(app, preferences, folder)
    window, opening = running.window, running._opening
    forward, toast = window._neighbours.come_forward, window.toast
    window._neighbours.come_forward = lambda: (forward(), say("forward"))
    window.toast = lambda text, *, undo=False: (toast(text, undo=undo), say(text))
    seen: list[Path] = []

    def opened() -> None:
        say(f"opened {opening.path.name}")
        if then and not seen:
            seen.append(Path(then))
            opening.open(Path(then))

    opening.opened.connect(opened)
    opening.failed.connect(lambda error: say(f"failed {error}"))
    if not running.start([Path(first)] if first else []):
        running.end()
        return 0
    limit = QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(lambda: app.exit(9))
    limit.start(60_000)
    sys.excepthook = lambda *error: (say(repr(error)), app.exit(8))
    code = app.exec()
    running.end()
    return code


if __name__ == "__main__":
    sys.exit(main())
