"""The bin: what was deleted, putting it back, deleting it for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.usecases.books import save_before
from csdesk.wording import bin as words
from csdesk.wording.history import row_words
from csdesk.wording.kinds import name_of_kind
from csdesk.wording.speech import day, moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from csdesk.book.bin import Deleted, PutBack
    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language

_DAY_LENGTH = len("2000-01-31")
OLD_DAYS = 90
"""What has lain in the bin for longer is offered to be deleted for good; nothing ever is by itself."""


@dataclass(frozen=True, slots=True)
class BinLine:
    """One thing in the bin as people read it: what it is, its account ('' for an account itself), when and by whom it
    was deleted, and what went with it. `rows` counts it with all of that."""

    item: Deleted
    what: str
    account: str
    at: str
    who: str
    goes_with: str
    rows: int

    @property
    def number(self) -> int:
        """By this it is put back or deleted for good."""
        return self.item.number


def bin_lines(book: Book, language: Language, search: str = "") -> tuple[BinLine, ...]:
    """What lies in the bin, latest first; only what holds every word searched for, whatever its width or case."""
    from csdesk.book.bin import contents
    from csdesk.usecases.touches import folded

    wanted = [folded(word) for word in search.split()]
    lines = (_line(item, language) for item in contents(book))
    return tuple(
        line for line in lines if all(word in folded(f"{line.what} {line.account} {line.who}") for word in wanted)
    )


def before(lines: Sequence[BinLine], now: datetime, days: int = OLD_DAYS) -> tuple[BinLine, ...]:
    """Those that were deleted more than so many days ago."""
    return tuple(line for line in lines if line.item.at < now - timedelta(days=days))


def put_back(book: Book, numbers: Sequence[int]) -> PutBack:
    """Put rows back just as they were, with all that went with them. Raises BookError where one is there no more, has
    lost its account, or has a name that something else has by now."""
    from csdesk.book.bin import chosen
    from csdesk.book.bin import put_back as put

    save_before(book, sum(1 + sum(item.goes_with.values()) for item in chosen(book, numbers)))
    return put(book, numbers)


def erase(book: Book, numbers: Sequence[int]) -> Changes:
    """Delete rows for good, with all that went with them and their past: nothing of them stays in the book's file, and
    nothing brings them back. Copies of the book saved earlier still hold them. Raises BookError: no room, say."""
    from csdesk.book.erasing import erase as erase_for_good

    return erase_for_good(book, numbers)


def moved_sentence(changes: Changes, language: Language) -> str:
    """That what a step deleted lies in the bin."""
    from csdesk.usecases.sentences import step_sentence

    return words.MOVED.say(language, what=step_sentence(changes, language))


def put_back_sentence(changes: Changes, language: Language) -> str:
    """What came back, and what could not be as it was."""
    from csdesk.book.bin import PutBack

    assert isinstance(changes, PutBack)
    said = changes.subject or name_of_rows(changes.rows, language)
    said = words.PUT_BACK.say(language, what=said)
    if changes.accounts_too:
        said = words.TOO.say(language, said=said, names=words.BETWEEN.say(language).join(changes.accounts_too))
    if changes.unlinked:
        said = words.UNLINKED.say(language, said=said, n=f"{changes.unlinked:,}")
    if changes.left_out:
        said = words.LEFT_OUT.say(language, said=said, n=f"{changes.left_out:,}")
    return said


def erased_sentence(changes: Changes, language: Language) -> str:
    """How much is gone for good."""
    return words.ERASED.say(language, what=name_of_rows(changes.rows, language))


def name_of_rows(rows: int, language: Language) -> str:
    """'12 rows'."""
    return (words.ROW if rows == 1 else words.ROWS).say(language, n=f"{rows:,}")


def _day(on: str, language: Language) -> str:
    """A day as the language writes it; a month as it is."""
    return day(date.fromisoformat(on), language) if len(on) == _DAY_LENGTH else on


def _line(item: Deleted, language: Language) -> BinLine:
    what = row_words(item.kind, item.title, "", language)
    goes_with = (f"{name_of_kind(kind, language)} {item.goes_with[kind]:,}" for kind in Kind if kind in item.goes_with)
    return BinLine(
        item=item,
        what=words.ON.say(language, what=what, day=_day(item.on, language)) if item.on else what,
        account=item.account_name,
        at=moment(item.at, language),
        who=item.who,
        goes_with=words.BETWEEN.say(language).join(goes_with),
        rows=1 + sum(item.goes_with.values()),
    )
