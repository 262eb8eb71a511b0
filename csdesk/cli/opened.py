"""The book that a command works on: opened to read or to change, for whom, and the account that is meant in it."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from csdesk.cli.output import say_error
from csdesk.usecases import books

if TYPE_CHECKING:
    from argparse import Namespace
    from contextlib import AbstractContextManager

    from csdesk.usecases.books import Book


def writing(options: Namespace) -> AbstractContextManager[Book]:
    """The book, to change it; refused while another computer has it open. A backup is saved first where one is due:
    where that fails it is said, and the work goes on."""
    book = books.open_book(options.book, who=who(), clock=options.clock, machine=options.machine)
    try:
        books.backup_if_due(book)
    except books.BookError as error:
        say_error(error, options.lang)
    return book


def reading(options: Namespace) -> AbstractContextManager[Book]:
    """The book, to read it; no other computer is in the way of that."""
    return books.open_to_read(options.book, who=who(), clock=options.clock, machine=options.machine)


def who() -> str:
    """The system's name for the person."""
    try:
        return getpass.getuser().encode("utf-8", "replace").decode()
    except (OSError, KeyError):
        return "csdesk"


def account_named(book: Book, name: str) -> int:
    """The one account whose name, or part of it, is meant; Refused where none or several are."""
    from csdesk.models.problems import Place, Problem, Reason
    from csdesk.usecases.touches import account_names, folded

    names = account_names(book)
    exact = [account.id for account in names if account.name == name]
    found = exact or [account.id for account in names if folded(name) in account.folded]
    if len(found) == 1:
        return found[0]
    reason = Reason.AMBIGUOUS_ACCOUNT if found else Reason.UNKNOWN_ACCOUNT
    raise books.Refused(Problem(Place(), "account.name", name, reason))
