"""Next steps: adding, changing, finishing and putting off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.steps import Material
from csdesk.usecases.materials import refuse_unsound_file
from csdesk.usecases.repeating import PASSED_ON, next_step, refuse_unsound_repeat
from csdesk.usecases.rows import name_of, one_row
from csdesk.usecases.stopped import Refused
from csdesk.usecases.team import person_named

if TYPE_CHECKING:
    from collections.abc import Mapping
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
    repeat_days: int | None = None
    """Every how many days it is to be done again; None: once."""
    repeat_until: date | None = None
    material: Material | None = None
    file: str = ""
    """What the file it carries is linked by; '' as long as none has been chosen."""


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
        repeat_days=row["repeat_days"],
        repeat_until=row["repeat_until"],
        material=Material(row["material"]) if row["material"] else None,
        file=row["material_file"] or "",
    )


def save_task(book: Book, draft: TaskDraft) -> Changes:
    """Add a task, by default for whoever works here, or change the one with the draft's id; one that repeats and is
    settled by that brings the next. Raises Refused where it has no title, or repeats or carries what cannot be."""
    title = draft.title.strip()
    if not title:
        raise Refused(Problem(Place(), "task.title", draft.title, Reason.MISSING))
    refuse_unsound_repeat(draft.repeat_days, "task.repeat_days")
    refuse_unsound_file(draft.file, "task.material_file")
    before = one_row(book, Kind.TASK, draft.id) if draft.id else {}
    with book.step(StepName.EDIT_TASK if draft.id else StepName.ADD_TASK, subject=title) as step:
        owner = draft.owner if draft.id else draft.owner or book.who
        values = _columns(draft) | {"title": title, "owner_id": person_named(book, step, owner)}
        if before and draft.due_on != before["due_on"]:
            values |= {"snoozed_until": None}  # a day chosen anew ends the putting off
        after = _following(book, before, values, draft.done_on)
        values |= PASSED_ON if after else {}
        if draft.id:
            step.update(Kind.TASK, draft.id, values)
        else:
            step.insert(Kind.TASK, values)
        if after:
            step.insert(Kind.TASK, after)
    return step.changes


def _columns(draft: TaskDraft) -> dict[str, Value]:
    """What a draft says beside title and owner, in the book's columns."""
    return {
        "account_id": draft.account,
        "due_on": draft.due_on,
        "notes": draft.notes or None,
        "done_on": draft.done_on,
        "skipped_reason": (draft.skipped_reason.strip() or None) if draft.done_on else None,
        "repeat_days": draft.repeat_days,
        "repeat_until": draft.repeat_until if draft.repeat_days else None,
        "material": draft.material.value if draft.material else None,
        "material_file": (draft.file or None) if draft.material is Material.FILE else None,
    }


def finish_task(book: Book, task: int, on: date | None) -> Changes:
    """Tick a task off, and let the next come where it repeats; `on` None opens it again, also where it was skipped."""
    row = one_row(book, Kind.TASK, task)
    values: dict[str, Value] = {"done_on": on, "skipped_reason": None}
    after = _following(book, row, values, on)
    with book.step(StepName.FINISH_TASK, subject=row["title"]) as step:
        step.update(Kind.TASK, task, {**values, **(PASSED_ON if after else {})})
        if after:
            step.insert(Kind.TASK, after)
    return step.changes


def _following(
    book: Book, before: Mapping[str, Any], values: Mapping[str, Value], on: date | None
) -> dict[str, Value] | None:
    """The next step that comes where these values settle one that was open, or new, on a day."""
    if on is None or before.get("done_on") is not None:
        return None
    return next_step(book, {"run_id": None, **before, **values}, on)


def link_file(book: Book, task: int, text: str) -> Changes:
    """Link another file to a task that carries one, `text` as `linked` gives it. Raises Refused where it cannot be."""
    refuse_unsound_file(text, "task.material_file")
    with book.step(StepName.EDIT_TASK, subject=name_of(book, Kind.TASK, task)) as step:
        step.update(Kind.TASK, task, {"material": Material.FILE.value, "material_file": text or None})
    return step.changes


def snooze_task(book: Book, task: int, until: date) -> Changes:
    """Put a task off: it is not due before that day."""
    with book.step(StepName.SNOOZE_TASK, subject=name_of(book, Kind.TASK, task)) as step:
        step.update(Kind.TASK, task, {"snoozed_until": until})
    return step.changes
