"""Survey answers typed in by hand: NPS, CSAT and CES."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import EffortDirection, Kind, StepName, Survey, SurveyRelation
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import name_of, one_row
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """One answer to one survey, by one of the customer's people where `contact` says so. `id` None adds one.

    `relation` tells a question about one event from one about the relationship; `direction` is of CES alone.
    """

    account: int
    survey: Survey
    score: int
    on: date
    contact: int | None = None
    relation: SurveyRelation | None = None
    direction: EffortDirection | None = None
    comment: str = ""
    id: int | None = None


def scale_of(survey: Survey) -> tuple[int, int]:
    """Least and greatest answer."""
    from csdesk.metrics.voice.answers import SCALES

    return SCALES[survey]


def save_answer(book: Book, draft: AnswerDraft) -> Changes:
    """Add an answer, or change the one with the draft's id. Raises Refused for a score that is not on the scale,
    Gone where the account has been deleted."""
    least, most = scale_of(draft.survey)
    if not least <= draft.score <= most:
        raise Refused(Problem(Place(), f"{draft.survey.value}.score", str(draft.score), Reason.OUT_OF_RANGE))
    values: dict[str, Value] = {
        "account_id": draft.account,
        "contact_id": draft.contact,
        "survey": draft.survey.value,
        "relation": draft.relation.value if draft.relation else None,
        "score": float(draft.score),
        "direction": draft.direction.value if draft.direction and draft.survey is Survey.CES else None,
        "answered_on": draft.on,
        "comment": draft.comment.strip() or None,
    }
    name = StepName.EDIT_ANSWER if draft.id else StepName.ADD_ANSWER
    with book.step(name, subject=name_of(book, Kind.ACCOUNT, draft.account)) as step:
        if draft.id:
            step.update(Kind.ANSWER, draft.id, values)
        else:
            step.insert(Kind.ANSWER, values)
    return step.changes


def answer_draft(book: Book, answer: int) -> AnswerDraft:
    """An answer as a draft, for editing. Raises Gone where it has been deleted."""
    row = one_row(book, Kind.ANSWER, answer)
    return AnswerDraft(
        account=row["account_id"],
        survey=Survey(row["survey"]),
        score=round(row["score"]),
        on=row["answered_on"],
        contact=row["contact_id"],
        relation=SurveyRelation(row["relation"]) if row["relation"] else None,
        direction=EffortDirection(row["direction"]) if row["direction"] else None,
        comment=row["comment"] or "",
        id=answer,
    )
