"""A health score said by hand for a while, with the reason."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.rows import name_of
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from datetime import date

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes, Value

_BEST = 100


def override_health(book: Book, account: int, score: float, reason: str, on: date, until: date | None) -> Changes:
    """Say a score, 0-100, that holds from a day to the end of another, or until it is ended. What was said before
    stays in the book, for the days it was said for. Raises Refused without a reason, for a score out of range, and
    where the last day lies before the first."""
    if not 0 <= score <= _BEST:
        raise Refused(Problem(Place(), "override.score", f"{score:g}", Reason.OUT_OF_RANGE))
    if not reason.strip():
        raise Refused(Problem(Place(), "override.reason", "", Reason.MISSING))
    if until is not None and until < on:
        raise Refused(Problem(Place(), "override.expires_on", until.isoformat(), Reason.ENDS_BEFORE_START))
    told: dict[str, Value] = {"score": float(score), "reason": reason.strip(), "expires_on": until, "who": book.who}
    with book.step(StepName.SET_HEALTH, subject=name_of(book, Kind.ACCOUNT, account)) as step:
        same_day = [row for row in _said(book, account) if row["set_on"] == on]
        if same_day:
            step.update(Kind.HEALTH_OVERRIDE, same_day[-1]["id"], told)
        else:
            step.insert(Kind.HEALTH_OVERRIDE, {"account_id": account, "set_on": on, **told})
    return step.changes


def end_override(book: Book, account: int, on: date) -> Changes:
    """Let the computed score hold again from a day on."""
    before = on - timedelta(days=1)
    with book.step(StepName.SET_HEALTH, subject=name_of(book, Kind.ACCOUNT, account)) as step:
        for row in _said(book, account):
            if row["set_on"] <= on and (row["expires_on"] is None or row["expires_on"] >= on):
                step.update(Kind.HEALTH_OVERRIDE, row["id"], {"expires_on": before})
    return step.changes


def _said(book: Book, account: int) -> list[dict[str, Any]]:
    from csdesk.book.read import rows

    found: list[dict[str, Any]] = rows(book, Kind.HEALTH_OVERRIDE, where={"account_id": account})
    return found
