"""The book: making one, opening one, changing it in steps, and going back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from csdesk.book import backup, log, migrations, steps, undo
from csdesk.book.errors import BookAltered, BookError, BookReadOnly, translated
from csdesk.book.header import book_version
from csdesk.book.steps import Step
from csdesk.book.store import Clock, Store
from csdesk.book.undo import UndoState
from csdesk.models.drafts import Changes
from csdesk.models.kinds import StepName


class Book(Store):
    """An open book. It belongs to the thread that opened it; whatever goes wrong with its file is a BookError."""

    @classmethod
    def create(cls, path: Path, *, who: str, clock: Clock, base: int | None = None) -> Self:
        """Make an empty book, readable by its owner only. `base` makes the ids given until it is closed predictable."""
        with translated(path):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            book = cls(path, who=who, clock=clock, read_only=False, base=base)
            book._fill()
        except BookError:
            path.unlink(missing_ok=True)
            raise
        return book

    @classmethod
    def open(cls, path: Path, *, who: str, clock: Clock, read_only: bool = False) -> Self:
        """Open a book, brought up to date after a backup if it is of an earlier version.

        What is not a book, too new, damaged or not writable raises its own BookError and is left as it was.
        """
        version = book_version(path, len(migrations.MIGRATIONS))
        behind = version < len(migrations.MIGRATIONS)
        if (behind or not read_only) and not _writable(path):
            raise BookReadOnly(path)
        book = cls(path, who=who, clock=clock, read_only=read_only and not behind)
