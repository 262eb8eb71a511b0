"""The first hundred bytes of a file, read without SQLite so that nothing is touched: whose it is, and its version."""

import os
from pathlib import Path

from csdesk.book.errors import BookDamaged, BookMissing, BookTooNew, NotABook, translated

APPLICATION_ID = int.from_bytes(b"CSdk", "big")
MAGIC = b"SQLite format 3\x00"
"""How a book begins, and every other file of SQLite's."""
HEAD = 100
"""Bytes that tell whose a file is."""
_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""How a journal begins; one that names another file ends so as well."""
_PAGE_SIZE, _CHANGES, _PAGES, _VERSION, _APPLICATION, _PAGES_AS_OF = (
    slice(16, 18), slice(24, 28), slice(28, 32), slice(60, 64), slice(68, 72), slice(92, 96),
)  # fmt: skip


def book_version(path: Path, newest: int) -> int:
    """The schema version of a book. Raises BookMissing, NotABook, BookTooNew (above `newest`), or BookDamaged for a
    book that was cut short, or has beside it what would harm."""
    with translated(path):
        if not path.exists():
            raise BookMissing(path)
        if not path.is_file():  # a folder, or a pipe that would hang
            raise NotABook(path)
        with path.open("rb") as file:
            head = file.read(HEAD)
        size = path.stat().st_size
    version = version_in(head, size, path, newest, unfinished=journal(path).exists())
    _refuse_company(path)
    return version


def version_in(head: bytes, size: int, path: Path, newest: int, *, unfinished: bool = False) -> int:
    """The same by the head and the size of the file at `path`; where a change was cut short the size may be any."""
    if head[: len(MAGIC)] != MAGIC or _number(head, _APPLICATION) != APPLICATION_ID:
        raise NotABook(path)
    version = _number(head, _VERSION)
    if version > newest:
        raise BookTooNew(path, f"version {version}, known {newest}")
    if size < _whole_size(head) and not unfinished:
        raise BookDamaged(path, "cut short")
    return version


def journal(path: Path) -> Path:
    """SQLite's rollback journal of a file; left behind by a crash, it belongs to the file until it is opened."""
    return path.with_name(f"{path.name}-journal")


def _refuse_company(path: Path) -> None:
    """Refuse what SQLite would take up beside the file, and no csdesk leaves there: anything but a plain file, and a
    journal that names another file, which SQLite would delete."""
    with translated(path):
        for beside in (journal(path), *(path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm"))):
            if beside.is_symlink() or (beside.exists() and not beside.is_file()):
                raise BookDamaged(path, f"{beside.name} is no file")
        if journal(path).exists():
            with journal(path).open("rb") as file:
                size = file.seek(0, os.SEEK_END)
                file.seek(max(0, size - len(_JOURNAL)))
                if file.read() == _JOURNAL:
                    raise BookDamaged(path, "its journal names another file")


def _number(head: bytes, at: slice) -> int:
    return int.from_bytes(head[at], "big")


def _whole_size(head: bytes) -> int:
    """What the header says the file measures; 0 where the count of pages is not kept up."""
    page = 65536 if _number(head, _PAGE_SIZE) == 1 else _number(head, _PAGE_SIZE)
    return page * _number(head, _PAGES) if head[_CHANGES] == head[_PAGES_AS_OF] else 0
