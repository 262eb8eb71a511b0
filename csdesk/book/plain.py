"""A file of a book through SQLite's own driver: to copy as a whole, without the steps and the log of an open book."""

import sqlite3
from pathlib import Path

from csdesk.book.errors import BookDamaged
from csdesk.book.migrations import MIGRATIONS, refuse_altered
from csdesk.book.store import BUSY_MS, LONGEST


def connect(path: Path) -> sqlite3.Connection:
    """Open the file, which is made where there is none."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    for pragma in (f"busy_timeout = {BUSY_MS}", "trusted_schema = OFF", "cell_size_check = ON", "synchronous = EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def prove(connection: sqlite3.Connection, path: Path) -> None:
    """Raise BookDamaged, of the file at `path`, where SQLite finds anything wrong, and BookAltered before for tables of
    another program, which may never end."""
    refuse_altered(connection, path, MIGRATIONS)
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise BookDamaged(path, found)
