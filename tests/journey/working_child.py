"""Run as a process of its own: one of several who work in a book at the same time.

Arguments: the book, what to do, how often. Says a line of JSON after each step that it takes to be done for good: what
it did, and the step's number.
"""

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from csdesk.book.file import Book
from csdesk.models.drafts import Changes
from csdesk.models.kinds import TouchType
from csdesk.usecases import books, importing
from csdesk.usecases.accounts import CellEdit, edit_accounts
from csdesk.usecases.books import BookError, Trouble
from csdesk.usecases.settings import book_settings
from csdesk.usecases.touches import TouchDraft, account_names, log_touch

DAY = date(2026, 3, 18)
Did = Iterator[tuple[str, Changes | None]]


def touching(book: Book, number: int) -> Did:
    account = account_names(book)[number % 3].id
    draft = TouchDraft(account, TouchType.CALL, DAY, note=f"t {number}", next_step="call")
    yield "did", log_touch(book, draft)


def editing(book: Book, number: int) -> Did:
    accounts = account_names(book)[:3]
    yield "did", edit_accounts(book, [CellEdit(account.id, "segment", f"e {number}") for account in accounts])


def taking_in(book: Book, number: int) -> Did:
    lines = "".join(f"I {number}-{each},{each + 1},2024-01-01\n" for each in range(3))
    found = importing.read_pasted(f"Customer,MRR,Start\n{lines}", f"{number}.csv")
    matched = importing.match_tables(found, (), book_settings(book))
    yield "did", importing.apply_plan(book, importing.plan_import(book, matched, DAY))


def going_back(book: Book, number: int) -> Did:
    """A step of its own taken back; the last of anybody undone, and done again where nobody came between."""
    ((_, made),) = touching(book, number)
    yield "did", made
    assert made is not None
    yield "took back", books.take_back(book, made.step)
    yield "undid", books.undo(book)
    yield "redid", books.redo(book)


WORKS: dict[str, Callable[[Book, int], Did]] = {
    "touches": touching,
    "edits": editing,
    "imports": taking_in,
    "undo": going_back,
}


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(path: str, work: str, times: int) -> None:
    with books.open_book(Path(path), who=work, clock=lambda: datetime(2026, 3, 18, tzinfo=UTC)) as book:
        say("ready")
        sys.stdin.readline()
        for number in range(times):
            try:
                for what, changes in WORKS[work](book, number):
                    if changes:
                        say(json.dumps([what, changes.step]))
            except BookError as refused:
                if refused.trouble not in {Trouble.BUSY, Trouble.UNDO_REFUSED, Trouble.STEP_STAYS}:
                    raise


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
