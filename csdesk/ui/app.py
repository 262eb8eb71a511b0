"""Starts the window; the one place of it that reads the clock."""

from __future__ import annotations

import faulthandler
import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from csdesk.models.endings import BOOK_SUFFIX
from csdesk.models.kinds import Language
from csdesk.ui import theme
from csdesk.ui.desk import Desk
from csdesk.ui.icons import icon
from csdesk.ui.language import speak, system_language
from csdesk.ui.main_window import MainWindow
from csdesk.ui.opening import SHEETS, Opening
from csdesk.ui.preferences import Preferences
from csdesk.ui.sweeping import Sweeper
from csdesk.ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from types import TracebackType

    from csdesk.ui.corrections import InHand
    from csdesk.ui.desk import Progress
    from csdesk.usecases.scope import Scope

_NAME = "csdesk"
_SIZE = (1280, 820)
SWITCH_SECONDS = 0.00005
"""How long another thread may keep Python while the window waits for it. A table asks for it hundreds of times while it
is painted: at the usual 5 ms that took 200 ms and more beside a busy thread, at 0.5 ms 60, at this 20; alone 10."""
_A_TURN_LATER_MS = 1
"""So that what was let go of is gone, and keys have been heard, before what stays is dressed."""
_HEAVY = ("sqlalchemy", "pandas", "openpyxl")
_UNUSABLE, _MISTAKE = 3, 4
"""The exit statuses of commands for what cannot be used, and for errors of ours."""


def run(argv: Sequence[str]) -> int:
    """Open the window on the book named first in `argv`, else the last book, else the start page."""
    faulthandler.enable()
    sys.setswitchinterval(SWITCH_SECONDS)
    existing = QApplication.instance()
    if existing is None and not _has_screen():
        return _say_no_screen()
    try:
        return _run(argv, existing)
    except Exception as error:  # noqa: BLE001 - before there is a window to say it in, or as it ends
        return _say_mistake(error)


def _run(argv: Sequence[str], existing: QCoreApplication | None) -> int:
    app = existing if isinstance(existing, QApplication) else QApplication([_NAME, "-style", "Fusion"])
    app.setApplicationName(_NAME)
    app.setApplicationDisplayName(_NAME)
    running = Running(
        app, Preferences(_own_folder(QStandardPaths.StandardLocation.GenericConfigLocation) / "window.ini")
    )
    sys.excepthook = running.report
    try:
        return app.exec() if running.start([Path(text) for text in argv]) else 0
    finally:
        sys.excepthook = sys.__excepthook__
        running.end()


def _say_mistake(error: Exception) -> int:
    from csdesk.usecases import mistakes
    from csdesk.usecases.sentences import mistake_sentence

    folder = _own_folder(QStandardPaths.StandardLocation.GenericDataLocation)
    log = mistakes.log(mistakes.details(type(error), error.__traceback__), folder, _now())
    if sys.stderr is not None:  # as of a program without a console
        sys.stderr.write(f"csdesk: {mistake_sentence(error, log, system_language())}\n")
    return _MISTAKE


def _has_screen() -> bool:
    """Where a window has nowhere to be, Qt would end the process with a dump of its memory."""
    named = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in named)


def _say_no_screen() -> int:
    from csdesk.wording.command import NO_SCREEN

    sys.stderr.write(f"{NO_SCREEN.say(system_language())}\n")
    return _UNUSABLE


class Running(QObject):
    """What lives as long as the program: the desk, the preferences and the window, which is built anew for another
    language."""

    def __init__(self, app: QApplication, preferences: Preferences, folder: Path | None = None) -> None:
        super().__init__()
        self._app, self._preferences = app, preferences
        self._folder = folder or _own_folder(QStandardPaths.StandardLocation.GenericDataLocation)
        self._desk = Desk()
        self._sweeper = Sweeper(self._desk, self)
        self._opening = Opening(self._desk, preferences, _now, self._folder / f"demo{BOOK_SUFFIX}", _user)
        if (preferences.language or system_language()) is Language.EN:
            app.setFont(theme.font())  # nothing but English is painted first
        else:
            theme.load_fonts(app)
        theme.apply(app, preferences.scheme)
        self.window = self._build()

    def start(self, files: list[Path]) -> bool:
        """Paint the window first, then open a book. False where a window of another process shows that book: it comes
        to the front, and nothing is opened here."""
        book = self._first_book(files)
        if book is not None and not self._opening.claim(book):
            return False
        self.window.painted.connect(lambda: self._open(files))
        self.window.show()
        return True

    def end(self) -> None:
        """Finish what is under way and close the book."""
        self._preferences.save()
        self._desk.close()
        self._opening.end()
        self._sweeper.end()

    def report(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """Log an error of ours and say so calmly. Details name places in the program, never values of the book."""
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        from csdesk.usecases import mistakes

        with suppress(Exception):  # or the error would be told in a dump, its words and all
            details = mistakes.details(kind, trace)
            log = mistakes.log(details, self._folder, _now())
            from csdesk.ui.dialogs.trouble import Trouble

            if self.window.findChild(Trouble) is None:
                Trouble(details, log, self.window).open()

    def _build(self) -> MainWindow:
        language = self._preferences.language or system_language()
        speak(self._app, language)
        window = MainWindow(self._desk, self._preferences, self._opening, _today, language)
        window.resize(*_SIZE)
        if self._preferences.geometry:
            window.restoreGeometry(self._preferences.geometry)
        window.restyled.connect(self._restyle)
        return window

    def _restyle(self) -> None:
        """Another language needs new words everywhere, so the window is built anew; colours follow at once."""
        if (self._preferences.language or system_language()) is self.window.language:
            # Qt dresses every widget there is in the new colours, however long nobody has looked at its page.
            self.window.forget_hidden()
            QTimer.singleShot(_A_TURN_LATER_MS, self, lambda: theme.apply(self._app, self._preferences.scheme))
            return
        from csdesk.ui.handing_over import tables_in_hand

        self._preferences.geometry = self.window.saveGeometry()
        old, self.window = self.window, self._build()
        scope, tables = old.scope if self._opening.path else None, tables_in_hand(old)
        self.window.show()
        old.hide()
        old.deleteLater()
        QTimer.singleShot(0, self, lambda: self._return(scope, tables))

    def _return(self, scope: Scope | None, tables: InHand | None) -> None:
        """Back to where the language was chosen, once the window stands."""
        if scope is not None:
            self.window.book_opened("settings")
            self.window.set_scope(scope)
            if tables:
                from csdesk.ui.handing_over import go_on_importing

                go_on_importing(self.window, tables)
        else:
            self.window.show_start()

    def _first_book(self, files: list[Path]) -> Path | None:
        """The book named first, else the last one; None where spreadsheets are named, or nothing is known."""
        if files:
            return None if files[0].suffix.lower() in SHEETS else files[0]
        return next(iter(self._preferences.recent), None)

    def _open(self, files: list[Path]) -> None:
        theme.load_japanese()
        self._app.setWindowIcon(icon("health", LIGHT.accent))
        book = self._first_book(files)
        if book is not None:
            self._opening.opened.connect(self._load_after_page)
            self._opening.open(book)
            return
        self.window.show_start()
        if files:
            self.window.take_files(files)
        self._load_rest()

    def _load_after_page(self) -> None:
        """The first page has asked by now; until it is answered another thread's imports would only hold it up."""
        self._opening.opened.disconnect(self._load_after_page)
        self._desk.ask(self, lambda _book: True, lambda _answered: self._load_rest())

    def _load_rest(self) -> None:
        self._desk.work(self, _preload, lambda _nothing: self._sweeper.spare_libraries())


def _preload(_progress: Progress) -> None:
    """Load what pages, charts and reports will need, while the person looks at the first page."""
    from csdesk.ui.widgets.chart_copies import load_drawing

    for module in _HEAVY:
        import_module(module)
    load_drawing()


def _today() -> date:
    from datetime import datetime

    return datetime.now().astimezone().date()


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _own_folder(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place)) / _NAME


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
