"""The same use cases without a window: `csdesk COMMAND BOOK ...`."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from csdesk.cli.output import say_error
from csdesk.cli.status import Status

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.usecases.books import BookError


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit status. Errors are one plain line on standard error, never a traceback."""
    from csdesk.cli.parser import parser
    from csdesk.usecases.books import BookError, Refused
    from csdesk.usecases.importing import FileRefused
    from csdesk.usecases.machine import this_machine
    from csdesk.usecases.reports import ReportRefused
    from csdesk.usecases.rows import Gone
    from csdesk.usecases.stopped import FirstAfterLast, NotByWeek, NoText, PasswordRefused, UnknownWord, refuse_no_text

    options = parser().parse_args(arguments)
    options.clock, options.machine = _clock, this_machine
    if options.as_of is None:
        options.as_of = datetime.now().astimezone().date()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        for word in arguments:
            refuse_no_text(word)
        return int(options.command(options))
    except BrokenPipeError:
        # Whoever read the output, `head` say, has had enough; the interpreter would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.DONE
    except (BookError, FileRefused, Gone, Refused, ReportRefused, OSError) as error:
        say_error(error, options.lang)
        return Status.UNUSABLE
    except (FirstAfterLast, NotByWeek, NoText, PasswordRefused, UnknownWord) as error:
        say_error(error, options.lang)
        return Status.USAGE
    except KeyboardInterrupt:
        return Status.PROBLEMS
    except Exception as error:  # noqa: BLE001 - a mistake of ours, or of what harmed the book, and still one line
        return _say_unexpected(error, options)


def _say_unexpected(error: Exception, options: Namespace) -> int:
    damaged = _damage_of(options)
    if damaged is None:
        return _say_mistake(error, options.lang)
    say_error(damaged, options.lang)
    return Status.UNUSABLE


def _damage_of(options: Namespace) -> BookError | None:
    """Why the book of a command that went wrong cannot be worked with: damage that only a check finds."""
    from csdesk.cli.opened import reading
    from csdesk.usecases.books import BookError, refuse_damaged

    if "book" not in options or not options.book.is_file():
        return None
    try:
        with reading(options) as book:
            refuse_damaged(book)
    except BookError as error:
        return error
    return None


def _say_mistake(error: Exception, language: Language) -> int:
    from csdesk.usecases import mistakes
    from csdesk.usecases.sentences import mistake_sentence

    details = mistakes.details(type(error), error.__traceback__)
    log = mistakes.log(details, mistakes.own_folder(), _clock())
    sys.stderr.write(f"csdesk: {mistake_sentence(error, log, language)}\n")
    return Status.MISTAKE


def _clock() -> datetime:
    return datetime.now(UTC)
