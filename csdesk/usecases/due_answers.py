"""Working the day's list off: a line is done, or put off."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.usecases.due import TODAY_PAGE, DueWhy
from csdesk.usecases.signals import DISMISSED_PAGE, keep_quiet
from csdesk.usecases.tasks import finish_task, snooze_task

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.models.drafts import Changes
    from csdesk.usecases.due import DueItem, DueReason

RETURN_DAYS = 30
"""After which what was dealt with, and still is so, stands on the list again."""


def settle(book: Book, item: DueItem, on: date) -> Changes:
    """A line is done, as one step: its next step or milestone, and else every reason it stands for. Signals are
    dismissed until they begin anew; an open renewal, red health and silence are quiet for 30 days."""
    lead = item.lead
    if item.task is not None:
        return finish_task(book, item.task, on)
    with book.step(StepName.SETTLE_DUE, subject=lead.title or item.account_name) as step:
        if lead.why is DueWhy.MILESTONE and lead.row is not None:
            step.update(Kind.MILESTONE, lead.row, {"done_on": on})
        else:
            signals = [one for one in item.reasons if one.signal]
            others = [one for one in item.reasons if not one.signal and one.why is not DueWhy.MILESTONE]
            _quiet(book, step, DISMISSED_PAGE, item, signals, on)
            _quiet(book, step, TODAY_PAGE, item, others, on + timedelta(days=RETURN_DAYS))
    return step.changes


def put_off(book: Book, item: DueItem, until: date) -> Changes:
    """Nothing that a line stands for is on the list before a day: its next step and all that speaks for its account."""
    others = [one for one in item.reasons if one.why is not DueWhy.TASK]
    if item.task is not None and not others:
        return snooze_task(book, item.task, until)
    with book.step(StepName.PUT_OFF_DUE, subject=item.lead.title or item.account_name) as step:
        if item.task is not None:
            step.update(Kind.TASK, item.task, {"snoozed_until": until})
        _quiet(book, step, TODAY_PAGE, item, others, until)
    return step.changes


def _quiet(book: Book, step: Step, page: str, item: DueItem, reasons: Sequence[DueReason], until: date) -> None:
    if item.account is not None:
        keep_quiet(book, step, page, [(item.account, one.code) for one in reasons], until)
