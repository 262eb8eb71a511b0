"""One open file: its connection and pragmas, its transactions, who works in it, when, and the ids it gives."""

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias
from urllib.parse import quote

from sqlalchemy import URL, Connection, NullPool, RootTransaction, create_engine, event

from csdesk.book.errors import (
    BookDamaged,
    BookReplaced,
    DiskFailed,
    DiskFull,
    ReadingOnly,
    RowRefused,
    sql_translated,
    translated,
)

Clock: TypeAlias = Callable[[], datetime]
"""Gives the present moment, aware, in UTC."""

BUSY_MS = 5000
LONGEST = 64 << 20
"""Bytes of the longest value that is read or written; more, in a file that others made, would eat up the memory."""
_PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    f"busy_timeout = {BUSY_MS}",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)
_PRAGMAS_FOR_READING = ("query_only = ON",)
_PRAGMAS_FOR_WRITING = (
    # Only DELETE with EXTRA loses no acknowledged commit when the power fails.
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    # Kibibytes, taken as they are needed: what finds no room while a large step is written goes to the disk twice.
    "cache_size = -64000",
)


class Store:
    """The connection a book works through. It belongs to the thread that opened it.

    Several processes may open one file: SQLite's own locks keep them apart, each transaction is short, and a writer
    waits up to five seconds for another.
    """

    def __init__(self, path: Path, *, who: str, clock: Clock, read_only: bool = False, base: int | None = None) -> None:
        """Connect; the file must be there, or SQLite would make it. `base` fixes the ids given."""
        self.path, self.who, self.clock, self.read_only = path, who, clock, read_only
        self.afterwards = ExitStack()
        self._begin = "BEGIN"
        self._base, self._given = base, 0
        with translated(path):
            self._identity = _identity(path)
            self._connection = self._connect()
            try:
                self._elsewhere = self._data_version()
            except sqlite3.Error:
                self.close()
                raise

    def _connect(self) -> Connection:
        url = _url_for_reading(self.path) if self.read_only else URL.create("sqlite", database=str(self.path))
        # isolation_level None: the driver's own transactions would leave half a migration behind.
        arguments = {"isolation_level": None, "check_same_thread": True}
        engine = create_engine(url, poolclass=NullPool, connect_args=arguments)

        @event.listens_for(engine, "connect")
        def prepare(connection: sqlite3.Connection, _record: object) -> None:
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
            try:
                for pragma in _PRAGMAS + (_PRAGMAS_FOR_READING if self.read_only else _PRAGMAS_FOR_WRITING):
                    connection.execute(f"PRAGMA {pragma}")
            except sqlite3.Error:
                connection.close()
                raise

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql(self._begin)

        return engine.connect()

    def close(self) -> None:
        """Let the file go, then do what was to be done `afterwards`. Closing twice is allowed."""
        self._connection.close()
        self._connection.engine.dispose()
        self.afterwards.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the book; the open one, where there is one."""
        if self._connection.in_transaction():
            yield self._connection
            return
        try:
            with self._transaction("BEGIN") as transaction:
                try:
                    yield self._connection
                finally:
                    transaction.rollback()  # nothing to commit, and in a damaged file not even that is possible
        except RowRefused as refused:  # a value that is longer than any of ours
            raise BookDamaged(self.path, refused.detail) from refused

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is written as a whole or, after any exception, not at all."""
        if self.read_only:
            raise ReadingOnly(self.path)
        try:
            with self._transaction("BEGIN IMMEDIATE"):
                self._still_in_place()
                self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                yield self._connection
        except (DiskFull, DiskFailed):
            self._take_back()
            raise

    def rewrite(self) -> None:
        """Write the whole file anew, so that nothing is left in it of what was once deleted."""
        if self.read_only:
            raise ReadingOnly(self.path)
        self._still_in_place()
        with sql_translated(self.path):
            self.driver.execute("VACUUM")

    def _take_back(self) -> None:
        """Where there is no room SQLite leaves a half-written change until the file is next read; so it is read now."""
        with suppress(sqlite3.Error):
            self.driver.execute("SELECT 1 FROM sqlite_schema").fetchone()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[RootTransaction]:
        self._begin = begin
        with sql_translated(self.path):
            try:
                with self._connection.begin() as transaction:
                    yield transaction
            finally:
                if self.driver.in_transaction:  # a commit that was refused leaves it open
                    self.driver.rollback()

    def _still_in_place(self) -> None:
        """A write to a file that was moved away would be lost, and its journal could harm the file put in its place."""
        try:
            same = _identity(self.path) == self._identity
        except OSError:
            same = False
        if not same:
            raise BookReplaced(self.path)

    @property
    def driver(self) -> sqlite3.Connection:
        """The driver's own connection, for what it alone can do."""
        connection: Any = self._connection.connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        return connection

    @property
    def version(self) -> tuple[int, int]:
        """Differs from any earlier value once anything in the book has changed, here or in another process."""
        with sql_translated(self.path):
            return self._data_version(), self.driver.total_changes

    def changed_elsewhere(self) -> bool:
        """Whether another process has changed the book since this was last asked."""
        with sql_translated(self.path):
            before, self._elsewhere = self._elsewhere, self._data_version()
        return before != self._elsewhere

    def _data_version(self) -> int:
        return int(self.driver.execute("PRAGMA data_version").fetchone()[0])

    def new_ids(self, count: int) -> range:
        """That many ids in a row, never given before: 62 bits, a base of this session over a count."""
        if self._base is None:
            self._base = self._unused_base()
        first = (self._base << 32) + self._given + 1
        self._given += count
        return range(first, first + count)

    def may_give(self, number: int) -> bool:
        """Whether the id is none that a session could have given, or one that this session has given or is to give."""
        return not 0 < number < 2**62 or number >> 32 == self._base

    def _unused_base(self) -> int:
        used = "SELECT EXISTS (SELECT 1 FROM change WHERE row_id BETWEEN ? AND ?)"
        while True:
            base = 1 + secrets.randbelow(2**30 - 1)
            if not self.driver.execute(used, (base << 32, (base + 1) << 32)).fetchone()[0]:
                return base


def uri_for_reading(path: Path) -> str:
    """Only asked for this way does SQLite leave a journal alone that it takes for one of a crash, but that a service
    has copied here while another computer was writing."""
    return f"{_file_uri(path)}?mode=ro"


def _url_for_reading(path: Path) -> URL:
    """The same as SQLAlchemy wants it."""
    return URL.create("sqlite", database=_file_uri(path), query={"mode": "ro", "uri": "true"})


def _file_uri(path: Path) -> str:
    place = path.absolute().as_posix()
    return (
        f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place))}"  # of a share: file:////server/share
    )


def _identity(path: Path) -> tuple[int, int]:
    found = os.stat(path)  # noqa: PTH116 - asked before every write, and this is the cheaper call
    return found.st_dev, found.st_ino
