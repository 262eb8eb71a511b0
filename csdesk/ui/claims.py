"""Which window of this person shows a book: one each, and whoever opens it again brings that one to the front."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile

if TYPE_CHECKING:
    from pathlib import Path


class Claims:
    """A lock file a book in the person's own folder, held while a window shows the book; beside it a request file, by
    which another process asks for that window. Locks of processes that are gone are taken over. Where nothing can be
    written no claim is made: two windows on a book are awkward, not dangerous."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: dict[str, QLockFile] = {}

    def claim(self, book: Path) -> bool:
        """Take the book for this process; False where a window of another living process shows it."""
        key = _key(book)
        if key in self._held:
            return True
        lock = QLockFile(str(self._file(key, "lock")))
        lock.setStaleLockTime(0)  # a claim lasts as long as its process
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if lock.tryLock(0):
                self._held[key] = lock
                self._file(key, "asked").unlink(missing_ok=True)
        except OSError:
            return True
        taken = not lock.isLocked() and lock.error() is QLockFile.LockError.LockFailedError
        return not taken or lock.getLockInfo()[0] == os.getpid()

    def keep_only(self, book: Path | None) -> None:
        """Let go of every book but this one."""
        kept = None if book is None else _key(book)
        for key in [key for key in self._held if key != kept]:
            self._held.pop(key).unlock()

    def ask_for(self, book: Path) -> None:
        """Ask the process that shows the book to bring its window to the front."""
        try:
            self._file(_key(book), "asked").touch()
        except OSError:
            return

    def is_asked(self) -> bool:
        """Whether another process has asked since this was last asked."""
        requests = [self._file(key, "asked") for key in self._held]
        asked = [request for request in requests if request.is_file()]
        for request in asked:
            request.unlink(missing_ok=True)
        return bool(asked)

    def _file(self, key: str, ending: str) -> Path:
        return self._folder / f"{key}.{ending}"


def _key(book: Path) -> str:
    path = os.path.normcase(book.resolve()).encode("utf-8", "surrogatepass")
    return QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256).toHex().toStdString()[:32]
