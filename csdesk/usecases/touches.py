"""Logging touches, with the next step that comes out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind, StepName, TouchType
from csdesk.usecases.rows import name_of, one_row
from csdesk.usecases.team import person_named

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value

LONGEST_TOUCH = 24 * 60
"""Minutes of a touch that is typed in."""


@dataclass(frozen=True, slots=True)
class TouchDraft:
    """A touch as the quick dialog gives it. A next step becomes a task of the account."""

    account: int
    type: TouchType
    on: date
    minutes: int | None = None
    note: str = ""
    contact: int | None = None
    sentiment: int | None = None
    next_step: str = ""
    next_due: date | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class AccountName:
    """An account to pick while typing: `folded` finds it whatever the width, kana or legal form typed."""

    id: int
    name: str
    folded: str


def account_names(book: Book) -> tuple[AccountName, ...]:
    """Every account by name, for boxes that find one while typing."""
    from csdesk.book.read import rows

    found = [
        AccountName(
            int(str(row["id"])), str(row["name"]), f"{folded(str(row['name']))} {folded(str(row['kana'] or ''))}"
        )
        for row in rows(book, Kind.ACCOUNT)
    ]
    return tuple(sorted(found, key=lambda account: account.name))


def folded(text: str) -> str:
    """A name as it is compared while searching: width, case, kana and legal forms do not matter."""
    from csdesk.intake.folding import fold_name

    return fold_name(text).base if text else ""


def log_touch(book: Book, draft: TouchDraft) -> Changes:
    """Write a touch, and its next step as a task, in one step. The touch is by `owner`, else by whoever works here.

    Raises Gone where the account has been deleted.
    """
    with book.step(StepName.LOG_TOUCH, subject=name_of(book, Kind.ACCOUNT, draft.account)) as step:
        person = person_named(book, step, draft.owner or book.who)
        touch = step.insert(Kind.TOUCH, {"account_id": draft.account, "person_id": person, **_columns(draft)})
        if draft.next_step:
            step.insert(
                Kind.TASK,
                {
                    "account_id": draft.account,
                    "touch_id": touch,
                    "owner_id": person,
                    "title": draft.next_step,
                    "due_on": draft.next_due,
                },
            )
    return step.changes


def edit_touch(book: Book, touch: int, draft: TouchDraft) -> Changes:
    """Change what a touch says; its task, if any, is edited as a task. Raises Gone where the account is no more."""
    with book.step(StepName.EDIT_TOUCH, subject=name_of(book, Kind.ACCOUNT, draft.account)) as step:
        step.update(Kind.TOUCH, touch, {"account_id": draft.account, **_columns(draft)})
    return step.changes


def touch_draft(book: Book, touch: int) -> TouchDraft:
    """A logged touch as a draft, for editing. Raises Gone where it has been deleted."""
    from csdesk.book.read import rows

    row = one_row(book, Kind.TOUCH, touch)
    people = {person["id"]: str(person["name"]) for person in rows(book, Kind.PERSON)}
    return TouchDraft(
        account=row["account_id"],
        type=TouchType(row["type"]),
        on=row["on_date"],
        minutes=row["minutes"],
        note=row["note"] or "",
        contact=row["contact_id"],
        sentiment=row["sentiment"],
        owner=people.get(row["person_id"], ""),
    )


def _columns(draft: TouchDraft) -> dict[str, Value]:
    return {
        "contact_id": draft.contact,
        "on_date": draft.on,
        "type": draft.type.value,
        "minutes": draft.minutes,
        "sentiment": draft.sentiment,
        "note": draft.note or None,
    }
