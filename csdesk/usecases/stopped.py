"""What ends a piece of work early, and what refuses one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


class UnknownWord(Exception):
    """A word of the person's that names nothing here: a metric, a dimension, a rule."""
