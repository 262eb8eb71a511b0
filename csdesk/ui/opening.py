"""Opening, making and remembering books, always on the desk's lane."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from csdesk.ui.claims import Claims

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime
    from pathlib import Path

    from csdesk.models.kinds import Language
    from csdesk.ui.desk import Desk, Progress
    from csdesk.ui.preferences import Preferences
    from csdesk.usecases.backups import Backup
    from csdesk.usecases.books import Book, Machine, Presence
    from csdesk.usecases.rescue import Rescue
    from csdesk.usecases.settings import BookSettings

SHEETS = frozenset(
    {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".tab", ".txt", ".asc", ".htm", ".html", ".xml"}
)
"""Endings of the files that the Import page takes."""


class Hold(Enum):
    """What can be done with the open book: change it, read it, or read a copy of it."""

    WRITE = "write"
    READ = "read"
    COPY = "copy"


class Inside(NamedTuple):
    """A backup that is looked at: of which book, where it is, and when it was made."""

    book: Path
    backup: Path
    at: datetime


class Opening(QObject):
    """`opened` follows once a book is held, with `path` and `settings` set; `failed` carries why it is not, `elsewhere`
    the path of a book that a window of another process shows and now brings to the front."""

    opened = Signal()
    elsewhere = Signal(object)
    failed = Signal(object)
    settings_read = Signal()
    settings: BookSettings
    inside: Inside | None
    """The backup that is looked at, a copy of which is held."""
    kept: Path | None
    """Where the book is that a restored one has just replaced."""

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        clock: Callable[[], datetime],
        demo: Path,
        user: Callable[[], str],
        machine: Callable[[], Machine] | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._preferences = preferences
        self._clock = clock
        self._demo = demo
        self._user = user
        self._machine = machine or _this_machine
        self._claims = Claims(demo.parent / "windows")
        self.path: Path | None = None
        self.hold = Hold.WRITE
        self.inside: Inside | None = None
        self.kept: Path | None = None

    @property
    def book(self) -> Path | None:
        """Where the book is, also while one of its backups is looked at."""
        return self.inside.book if self.inside else self.path

    @property
    def who(self) -> str:
        """Who edits: as the person gave it in the settings, else the system's user."""
        return self._preferences.who or self._user()

    def open(self, path: Path, despite: Collection[Presence] = ()) -> None:
        """Open a book, for reading where it cannot be written to. `despite` are computers that are known to be done
        with it, whatever their records say."""

        def make() -> Book:
            from csdesk.usecases.books import BookError, Trouble, open_book

            try:
                return open_book(path, who=self.who, clock=self._clock, machine=self._machine, despite=despite)
            except BookError as error:
                if error.trouble is not Trouble.READ_ONLY:
                    raise
                return self._to_read(path)

        self._take(path, make)

    def open_to_read(self, path: Path) -> None:
        """Open a book for reading alone."""
        self._take(path, lambda: self._to_read(path))

    def open_copy(self, path: Path) -> None:
        """Open a checked copy of a book, for reading; nothing is in the way of that."""
        from csdesk.usecases.books import open_copy

        self._take(path, lambda: open_copy(path, who=self.who, clock=self._clock))

    def make(self, path: Path, settings: BookSettings) -> None:
        """Make a new book and open it."""
        from csdesk.usecases.books import attend, new_book

        def make() -> Book:
            return attend(new_book(path, settings, who=self.who, clock=self._clock), self._machine)

        self._take(path, make)

    def open_demo(self, language: Language) -> None:
        """Open the demo book, made the first time."""
        from csdesk.usecases.books import demo_book

        path = self._demo.with_stem(f"{self._demo.stem}-{language.value}")
        if path.is_file():
            self.open(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        self._take(path, lambda: demo_book(path, who=self.who, clock=self._clock, language=language))

    def look_inside(self, book: Path, backup: Backup) -> None:
        """Open a checked copy of a backup, for reading; the backup and its folder stay as they are."""
        from csdesk.usecases.books import open_copy

        def make() -> Book:
            return open_copy(backup.path, who=self.who, clock=self._clock)

        self._take(book, make, inside=Inside(book, backup.path, backup.at))

    def restore(self, path: Path, copy: Path) -> None:
        """Put a backup in the place of a book and open it; the replaced book is `kept` beside it."""
        from csdesk.usecases.books import open_book, restore_book

        kept: list[Path | None] = [None]

        def make() -> Book:
            kept[0] = restore_book(path, copy, clock=self._clock, machine=self._machine)
            return open_book(path, who=self.who, clock=self._clock, machine=self._machine)

        self._take(path, make, let_go=True, kept=lambda: kept[0])

    def rescue_of(self, damaged: Path, new: Path) -> Callable[[Progress], Rescue]:
        """The work of putting what can be read of a damaged book into a new one."""
        from csdesk.usecases.rescue import rescue_book

        who, clock = self.who, self._clock
        return lambda progress: rescue_book(damaged, new, who=who, clock=clock, progress=progress)

    def claim(self, path: Path) -> bool:
        """Take a book for this process's window; where another one shows it, ask that to come to the front."""
        mine = self._claims.claim(path)
        if not mine:
            self._claims.ask_for(path)
        return mine

    def is_asked_for(self) -> bool:
        """Whether another process has asked for this window since this was last asked."""
        return self._claims.is_asked()

    def end(self) -> None:
        """Leave the book to whoever opens it next."""
        self._claims.keep_only(None)

    def read_settings(self) -> None:
        """Read the book's settings again, as after they were changed here or elsewhere."""
        from csdesk.usecases.settings import book_settings

        self._desk.ask(self, book_settings, self._show_settings)

    def _take(
        self,
        path: Path,
        make: Callable[[], Book],
        *,
        let_go: bool = False,
        inside: Inside | None = None,
        kept: Callable[[], Path | None] = lambda: None,
    ) -> None:
        def done(book: Book) -> None:
            self.path, self.inside, self.kept = book.path if inside else path, inside, kept()
            self.hold = Hold.COPY if book.is_copy else Hold.READ if book.read_only else Hold.WRITE
            self._claims.claim(path)
            self._claims.keep_only(path)
            if inside is None:
                self._preferences.remember_book(path)
            self._desk.ask(self, book_settings, arrive)

        def arrive(settings: BookSettings) -> None:
            self.settings = settings
            self.opened.emit()

        from csdesk.usecases.settings import book_settings

        def fail(error: Exception) -> None:
            self._claims.keep_only(self.book)
            self.failed.emit(error)

        if self.claim(path):
            self._desk.take_book(make, done, fail, let_go=let_go)
        else:
            self.elsewhere.emit(path)

    def _to_read(self, path: Path) -> Book:
        from csdesk.usecases.books import open_to_read

        return open_to_read(path, who=self.who, clock=self._clock, machine=self._machine)

    def _show_settings(self, settings: BookSettings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.settings_read.emit()


def _this_machine() -> Machine:
    from csdesk.usecases.machine import this_machine

    return this_machine()
