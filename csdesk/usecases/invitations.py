"""Who was asked to answer a survey: typed in, listed, deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName, Survey, SurveyRelation
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import name_of
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes

MOST_ASKED = 1_000_000_000


@dataclass(frozen=True, slots=True)
class InvitationDraft:
    """So many people were asked on a day; those of one account where it is given."""

    survey: Survey
    asked: int
    on: date
    account: int | None = None
    relation: SurveyRelation | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """Who was asked: `account` and `person` are '' where not known, `source` where it was typed in."""

    id: int
    survey: Survey
    asked: int
    on: date | None
    account: str
    person: str
    name: str
    source: str


def add_invitation(book: Book, draft: InvitationDraft) -> Changes:
    """Note who was asked. Raises Refused unless at least one was, Gone where the account has been deleted."""
    if not 1 <= draft.asked <= MOST_ASKED:
        raise Refused(Problem(Place(), "invitation.asked", str(draft.asked), Reason.OUT_OF_RANGE))
    subject = draft.name.strip() or (name_of(book, Kind.ACCOUNT, draft.account) if draft.account else "")
    with book.step(StepName.ADD_INVITATION, subject=subject) as step:
        step.insert(
            Kind.INVITATION,
            {
                "account_id": draft.account,
                "survey": draft.survey.value,
                "relation": draft.relation.value if draft.relation else None,
                "asked_on": draft.on,
                "asked": draft.asked,
                "name": draft.name.strip() or None,
            },
        )
    return step.changes


def invitation_rows(book: Book) -> tuple[InvitationRow, ...]:
    """Everyone known to have been asked, the latest first."""
    from csdesk.book.read import known
    from csdesk.usecases.contract_rows import sources_of
    from csdesk.usecases.snapshot import snapshot_of

    tables: dict[Kind, Any] = known(book, (Kind.INVITATION, Kind.CONTACT))
    found, names = tables[Kind.INVITATION], snapshot_of(book).names
    people = {row["id"]: row["name"] for row in tables[Kind.CONTACT]}
    places = sources_of(book, Kind.INVITATION, [row["id"] for row in found])
    made = [
        InvitationRow(
            id=row["id"],
            survey=Survey(row["survey"]),
            asked=row["asked"],
            on=row["asked_on"],
            account=names.get(row["account_id"], ""),
            person=people.get(row["contact_id"], ""),
            name=row["name"] or "",
            source=places.get(row["id"], ""),
        )
        for row in found
    ]
    return tuple(sorted(made, key=lambda row: (row.on is not None, row.on), reverse=True))


def delete_invitations(book: Book, invitations: tuple[int, ...]) -> Changes:
    """Forget that these were asked, as one step."""
    with book.step(StepName.DELETE_INVITATION) as step:
        step.delete_many(Kind.INVITATION, invitations)
    return step.changes
