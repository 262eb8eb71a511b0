"""Completing data: owners, reasons and days filled in for many rows at once, and what is left as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.metrics.engine.lacks import Lack
from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.books import save_before
from csdesk.usecases.hygiene import KIND_OF, LEFT_PAGE
from csdesk.usecases.rows import one_row
from csdesk.usecases.stopped import Refused
from csdesk.usecases.team import person_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import ReasonFamily
    from csdesk.usecases.hygiene import Finding

OWNED = frozenset({Lack.OWNER, Lack.OWNER_LEFT, Lack.TASK_OWNER})
"""What an owner completes."""

DATED: Mapping[Lack, str] = {Lack.RENEWAL: "term_ends_on", Lack.START: "starts_on", Lack.TASK_DAY: "due_on"}
"""What a day completes, and the column that it is written to."""

REASONED = frozenset({Lack.REASON})
"""What a kind of reason completes."""


def give_owner(book: Book, findings: Sequence[Finding], name: str) -> Changes:
    """Let somebody own the accounts or next steps; a name that nobody has is a new member of the team."""
    save_before(book, len(findings))
    with book.step(StepName.COMPLETE_DATA, subject=_subject(findings)) as step:
        owner = person_named(book, step, name.strip())
        for finding in findings:
            if finding.lack in OWNED:
                step.update(KIND_OF.get(finding.lack, Kind.ACCOUNT), finding.row, {"owner_id": owner})
    return step.changes


def give_reason(book: Book, findings: Sequence[Finding], family: ReasonFamily) -> Changes:
    """Say why contract lines have ended."""
    lines = [finding.row for finding in findings if finding.lack in REASONED]
    save_before(book, len(lines))
    with book.step(StepName.COMPLETE_DATA, subject=_subject(findings)) as step:
        step.update_many(Kind.CONTRACT, [(line, {"end_reason_family": family.value}) for line in lines])
    return step.changes


def give_day(book: Book, findings: Sequence[Finding], day: date) -> Changes:
    """Say when contract lines renew or have begun, or next steps are due. A start that a person names is known.

    Raises Refused for a start after the end of its line."""
    save_before(book, len(findings))
    with book.step(StepName.COMPLETE_DATA, subject=_subject(findings)) as step:
        for finding in findings:
            if finding.lack is Lack.START:
                _start(book, step, finding.row, day)
            elif finding.lack in DATED:
                step.update(KIND_OF[finding.lack], finding.row, {DATED[finding.lack]: day})
    return step.changes


def _start(book: Book, step: Step, line: int, day: date) -> None:
    ended = one_row(book, Kind.CONTRACT, line)["ended_on"]
    if ended is not None and ended < day:
        raise Refused(Problem(Place(), "contract.end", ended.isoformat(), Reason.ENDS_BEFORE_START))
    step.update(Kind.CONTRACT, line, {"starts_on": day, "start_known": True})


def leave_as_is(book: Book, findings: Sequence[Finding]) -> Changes:
    """Remember that these are left as they are: not missing, not the same. They stay so until they are brought back."""
    present = _left(book)
    with book.step(StepName.LEAVE_AS_IS, subject=_subject(findings)) as step:
        new = [finding.id for finding in findings if finding.id not in present]
        step.insert_many(Kind.SAVED_VIEW, [{"page": LEFT_PAGE, "name": name, "definition": "{}"} for name in new])
    return step.changes


def bring_back(book: Book, findings: Sequence[Finding]) -> Changes:
    """List again what was left as it is."""
    present = _left(book)
    with book.step(StepName.LEAVE_AS_IS, subject=_subject(findings)) as step:
        step.delete_many(Kind.SAVED_VIEW, [present[finding.id] for finding in findings if finding.id in present])
    return step.changes


def _left(book: Book) -> dict[str, int]:
    """The rows that say what is left as it is, by the finding's id."""
    from csdesk.book.read import rows

    return {str(row["name"]): int(str(row["id"])) for row in rows(book, Kind.SAVED_VIEW, where={"page": LEFT_PAGE})}


def _subject(findings: Sequence[Finding]) -> str:
    """The account, where it is one alone."""
    names = {finding.account_name for finding in findings}
    return names.pop() if len(names) == 1 else ""
