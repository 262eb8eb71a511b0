"""Books encrypted with a password in the age format, which every program for that format opens.

What is encrypted or decrypted is held in memory: no readable copy is written but the one that was asked for.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from csdesk.book.durable import written_aside
from csdesk.book.errors import BookExists, NotABook, WrongPassword, translated
from csdesk.book.header import HEAD, version_in
from csdesk.book.migrations import MIGRATIONS
from csdesk.book.plain import prove
from csdesk.book.store import Store

_BEGINNINGS = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")


def content_of(book: Store) -> bytes:
    """What a checked copy of the book's file would hold."""
    with translated(book.path), closing(sqlite3.connect(":memory:")) as copy:
        size = book.driver.execute("PRAGMA page_size").fetchone()[0]
        copy.execute(f"PRAGMA page_size = {size:d}")  # a copy in memory cannot take on another
        book.driver.backup(copy)
        prove(copy, book.path)
        return copy.serialize()


def seal(content: bytes, target: Path, password: str) -> None:
    """Write a book's content, encrypted, to a place where there is nothing yet."""
    from pyrage import passphrase  # type: ignore[import-untyped]  # ships no types

    with translated(target):
        _refuse_taken(target)
        with written_aside(target) as part:
            part.write_bytes(passphrase.encrypt(content, password))
            _refuse_taken(target)  # encrypting takes its seconds


def is_sealed(path: Path) -> bool:
    """Whether a file begins as those in the age format do."""
    with translated(path):
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(max(_BEGINNINGS, key=len))).startswith(_BEGINNINGS)


def unsealed(path: Path, password: str) -> bytes:
    """The content of an encrypted book, proved to be a sound one. Raises WrongPassword, and what a book raises."""
    from pyrage import DecryptError, passphrase

    if not is_sealed(path):
        raise NotABook(path)
    with translated(path):
        try:
            content: bytes = passphrase.decrypt(path.read_bytes(), password)
        except DecryptError as failure:
            raise WrongPassword(path, str(failure)) from failure
        version_in(content[:HEAD], len(content), path, len(MIGRATIONS))
        with closing(in_memory(content)) as connection:
            prove(connection, path)
    return content


def in_memory(content: bytes) -> sqlite3.Connection:
    """A connection to a book's content."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.deserialize(content)
    return connection


def unseal(path: Path, target: Path, password: str) -> None:
    """Decrypt a book to a place where there is nothing yet, readable by its owner only."""
    with translated(target):
        _refuse_taken(target)
        content = unsealed(path, password)
        with written_aside(target) as part:
            part.write_bytes(content)
            _refuse_taken(target)


def _refuse_taken(target: Path) -> None:
    if target.exists() or target.is_symlink():
        raise BookExists(target)
