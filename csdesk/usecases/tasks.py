"""Next steps: adding, changing, finishing and putting off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.usecases.rows import name_of
from csdesk.usecases.team import person_named

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A next step as typed. `id` None adds one."""

    title: str
    account: int | None = None
    due_on: date | None = None
    owner: str = ""
    notes: str = ""
    id: int | None = None


def save_task(book: Book, draft: TaskDraft) -> Changes:
    """Add a task, or change the one with the draft's id."""
    with book.step(StepName.EDIT_TASK if draft.id else StepName.ADD_TASK, subject=draft.title) as step:
        values = {
            "title": draft.title,
            "account_id": draft.account,
            "due_on": draft.due_on,
            "owner_id": person_named(book, step, draft.owner or book.who),
            "notes": draft.notes or None,
        }
        if draft.id:
            step.update(Kind.TASK, draft.id, values)
        else:
            step.insert(Kind.TASK, values)
    return step.changes


def finish_task(book: Book, task: int, on: date | None) -> Changes:
    """Tick a task off; `on` None opens it again."""
    with book.step(StepName.FINISH_TASK, subject=name_of(book, Kind.TASK, task)) as step:
        step.update(Kind.TASK, task, {"done_on": on})
    return step.changes


def snooze_task(book: Book, task: int, until: date) -> Changes:
    """Put a task off: it is not due before that day."""
    with book.step(StepName.SNOOZE_TASK, subject=name_of(book, Kind.TASK, task)) as step:
        step.update(Kind.TASK, task, {"snoozed_until": until})
    return step.changes
