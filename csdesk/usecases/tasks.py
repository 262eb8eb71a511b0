"""Next steps: adding, changing, finishing and putting off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import name_of, one_row
from csdesk.usecases.stopped import Refused
from csdesk.usecases.team import person_named

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A next step as typed. `id` None adds one."""

    title: str
    account: int | None = None
    due_on: date | None = None
    owner: str = ""
    notes: str = ""
    done_on: date | None = None
    id: int | None = None
    skipped_reason: str = ""


def task_draft(book: Book, task: int) -> TaskDraft:
    """A next step as a draft, for editing."""
    row = one_row(book, Kind.TASK, task)
    return TaskDraft(
        title=row["title"],
        account=row["account_id"],
        due_on=row["due_on"],
        owner=name_of(book, Kind.PERSON, row["owner_id"]) if row["owner_id"] else "",
        notes=row["notes"] or "",
        done_on=row["done_on"],
        id=task,
        skipped_reason=row["skipped_reason"] or "",
    )


def save_task(book: Book, draft: TaskDraft) -> Changes:
    """Add a task, by default for whoever works here, or change the one with the draft's id. Raises Refused where it has
    no title."""
    title = draft.title.strip()
    if not title:
        raise Refused(Problem(Place(), "task.title", draft.title, Reason.MISSING))
    with book.step(StepName.EDIT_TASK if draft.id else StepName.ADD_TASK, subject=title) as step:
        owner = draft.owner if draft.id else draft.owner or book.who
        values: dict[str, Value] = {
            "title": title,
            "account_id": draft.account,
            "due_on": draft.due_on,
            "owner_id": person_named(book, step, owner),
            "notes": draft.notes or None,
            "done_on": draft.done_on,
            "skipped_reason": (draft.skipped_reason.strip() or None) if draft.done_on else None,
        }
        if not draft.id:
            step.insert(Kind.TASK, values)
        elif draft.due_on == one_row(book, Kind.TASK, draft.id)["due_on"]:
            step.update(Kind.TASK, draft.id, values)
        else:  # a day chosen anew ends the putting off
            step.update(Kind.TASK, draft.id, values | {"snoozed_until": None})
    return step.changes


def finish_task(book: Book, task: int, on: date | None) -> Changes:
    """Tick a task off; `on` None opens it again, also where it was skipped."""
    with book.step(StepName.FINISH_TASK, subject=name_of(book, Kind.TASK, task)) as step:
        step.update(Kind.TASK, task, {"done_on": on, "skipped_reason": None})
    return step.changes


def snooze_task(book: Book, task: int, until: date) -> Changes:
    """Put a task off: it is not due before that day."""
    with book.step(StepName.SNOOZE_TASK, subject=name_of(book, Kind.TASK, task)) as step:
        step.update(Kind.TASK, task, {"snoozed_until": until})
    return step.changes
