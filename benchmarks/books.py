"""Books to measure with, made the way a person makes them."""

from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from csdesk.resources import resource
from csdesk.usecases import books, importing
from csdesk.usecases.settings import BookSettings, book_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from csdesk.book.file import Book

AS_OF = date(2024, 12, 31)
"""The last day of the sample's 36 months."""
RENEWALS = resource("samples", "contracts_renewals.csv")
"""1,000 accounts, 14,322 contract lines, 36 months."""


def clock() -> datetime:
    """A fixed moment after the sample's last day."""
    return datetime(2025, 1, 6, 9, tzinfo=UTC)


def take_in(book: "Book", file: Path) -> None:
    """Import a file into a book by recognition alone, as `csdesk import` does."""
    found = importing.read_files([file], lambda _done, _whole: None)
    matched = importing.match_tables(found, importing.remembered(book, found), book_settings(book))
    importing.apply_plan(book, importing.plan_import(book, matched, AS_OF))


@contextmanager
def empty_book(folder: Path) -> "Iterator[Book]":
    """An empty book in the folder, closed at the end."""
    book = books.new_book(folder / "measured.csdesk", BookSettings(), who="benchmark", clock=clock)
    try:
        yield book
    finally:
        book.close()


@contextmanager
def sample_book() -> "Iterator[Book]":
    """The book of the sample's 1,000 accounts."""
    with TemporaryDirectory() as folder, empty_book(Path(folder)) as book:
        take_in(book, RENEWALS)
        yield book
