"""Commands that write files for people outside the team: an account's review, a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.cli.opened import account_named, reading
from csdesk.cli.output import progress_line
from csdesk.cli.status import Status
from csdesk.usecases.settings import book_settings

if TYPE_CHECKING:
    from argparse import Namespace


def review(options: Namespace) -> int:
    """`csdesk review`."""
    from csdesk.usecases.review import ReviewChoice, review_content, review_period, write_review
    from csdesk.usecases.review_kept import review_start

    with reading(options) as book:
        account = account_named(book, options.account)
        start = review_start(book, account, options.lang)
        period = review_period(options.as_of, options.period, book_settings(book).fiscal_start)
        choice = ReviewChoice(period, start.language, roadmap=start.roadmap, steps=start.steps)
        content = review_content(book, account, options.as_of, choice)
    write_review(content, options.out, progress_line("write"))
    print(options.out)
    return Status.DONE


def calendar(options: Namespace) -> int:
    """`csdesk calendar`."""
    from csdesk.usecases.calendar_days import calendar_content, write_calendar

    with reading(options) as book:
        content = calendar_content(book, options.as_of, options.lang, options.person)
    write_calendar(content, options.out)
    print(options.out)
    return Status.DONE
