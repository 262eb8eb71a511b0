"""Survey answers as a list: found, opened, deleted; and feedback told back to the customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName, Survey
from csdesk.usecases.rows import name_of, one_row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer. `account` is 0 where none is known; `relation` and `direction` are '' where nobody said; `decides`
    says that its person is a decision maker; `source` is '' where it was typed in."""

    id: int
    account: int
    account_name: str
    survey: Survey
    score: float
    relation: str
    direction: str
    on: date | None
    person: str
    role: str
    decides: bool
    comment: str
    source: str


@dataclass(frozen=True, slots=True)
class Answerer:
    """One of an account's people, who may have answered."""

    id: int
    name: str


def answer_rows(book: Book) -> tuple[AnswerRow, ...]:
    """Every answer, the latest first, those without a day last."""
    from csdesk.book.read import known
    from csdesk.usecases.contract_rows import sources_of
    from csdesk.usecases.snapshot import snapshot_of

    tables: dict[Kind, Any] = known(book, (Kind.ANSWER, Kind.CONTACT))
    people, names = {row["id"]: row for row in tables[Kind.CONTACT]}, snapshot_of(book).names
    places = sources_of(book, Kind.ANSWER, [row["id"] for row in tables[Kind.ANSWER]])
    made = []
    for row in tables[Kind.ANSWER]:
        who: Any = people.get(row["contact_id"], {})
        made.append(
            AnswerRow(
                id=row["id"],
                account=row["account_id"] or 0,
                account_name=names.get(row["account_id"], ""),
                survey=Survey(row["survey"]),
                score=row["score"],
                relation=row["relation"] or "",
                direction=row["direction"] or "",
                on=row["answered_on"],
                person=who.get("name") or "",
                role=who.get("role") or "",
                decides=bool(who.get("decision_maker")),
                comment=row["comment"] or "",
                source=places.get(row["id"], ""),
            )
        )
    return tuple(sorted(made, key=lambda row: (row.on is not None, row.on, row.id), reverse=True))


def answerers(book: Book, account: int) -> tuple[Answerer, ...]:
    """An account's people, by name."""
    from csdesk.book.read import rows

    found: Any = rows(book, Kind.CONTACT, where={"account_id": account})
    return tuple(sorted((Answerer(row["id"], row["name"] or "") for row in found), key=lambda who: who.name))


def delete_answers(book: Book, answers: Sequence[int]) -> Changes:
    """Delete answers as one step."""
    with book.step(StepName.DELETE_ANSWER) as step:
        step.delete_many(Kind.ANSWER, answers)
    return step.changes


def tell_back(book: Book, feedback: int, on: date) -> Changes:
    """Note that the customer has been told what came of a feedback. Raises Gone where it has been deleted."""
    one_row(book, Kind.FEEDBACK, feedback)
    with book.step(StepName.EDIT_FEEDBACK, subject=name_of(book, Kind.FEEDBACK, feedback)) as step:
        step.update(Kind.FEEDBACK, feedback, {"told_on": on})
    return step.changes
