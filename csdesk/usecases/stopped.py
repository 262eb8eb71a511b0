"""What ends a piece of work early, and what refuses one edit."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.models.problems import Problem


class Stopped(Exception):
    """The work was cancelled or has no book to run on; nothing is shown and nothing is left behind."""


class Refused(Exception):
    """An edit that cannot be taken; `problem` says which value and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem.reason))
        self.problem = problem


class NotByWeek(Exception):
    """Figures of accounts were asked for by the week."""


class FirstAfterLast(Exception):
    """Figures were asked for from a month on that comes after the last: `args` are both."""


class PasswordTrouble(StrEnum):
    """Why nothing can be encrypted or decrypted yet; `wording.passwords` says it."""

    NONE = "none"
    EMPTY = "empty"
    DIFFERENT = "different"
    NOT_HERE = "not_here"
    UNREADABLE = "unreadable"


class PasswordRefused(Exception):
    """A password is missing, was typed differently the second time, or cannot protect the file at `path`."""

    def __init__(self, trouble: PasswordTrouble, path: Path) -> None:
        super().__init__(trouble, path)
        self.trouble, self.path = trouble, path


class NoText(Exception):
    """Bytes of the person's that are no text: the book could keep neither them nor the name of a file made of them."""


class UnknownWord(Exception):
    """A word of the person's that names nothing here: a metric, a dimension, a rule."""


def refuse_no_text(word: str) -> None:
    """Raise NoText for bytes that the system could not read as letters and handed over as they were."""
    if not word.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in word):
        raise NoText(word)
