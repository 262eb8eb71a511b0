"""Next steps that repeat: when one is settled the next comes, until a last day or until what it is about is closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from csdesk.models.kinds import Kind
from csdesk.models.problems import Place, Problem, Reason
from csdesk.models.signals import RiskOutcome, Signal
from csdesk.models.steps import LONGEST_REPEAT
from csdesk.usecases.stopped import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from csdesk.book.file import Book
    from csdesk.models.drafts import Value

_LAST_DAY = date(2999, 12, 31)
_STAYS = ("account_id", "owner_id", "title", "customer_side", "notes", "run_id", "repeat_days", "repeat_until",
          "material", "material_file")  # fmt: skip
PASSED_ON: Mapping[str, Value] = {"repeat_days": None, "repeat_until": None}
"""What a settled step is given up: its repeating goes on with the next one, so that it brings no second one when it is
opened again and done again."""


def next_due(due_on: date | None, every: int, settled_on: date, until: date | None) -> date | None:
    """The day a step is due again: so many days after the day it was due or, where that day is past or there was none,
    after the day it was settled. None after the last day."""
    due = due_on + timedelta(days=every) if due_on else settled_on
    if due_on is None or due < settled_on:
        due = settled_on + timedelta(days=every)
    return due if due <= min(until or _LAST_DAY, _LAST_DAY) else None


def next_step(book: Book, task: Mapping[str, Any], on: date) -> dict[str, Value] | None:
    """What follows a next step that is settled on a day: the same once more, due anew. None where it does not repeat,
    its last day has come, or what it is about is closed."""
    if task["repeat_days"] is None or _is_over(book, task, on):
        return None
    due = next_due(task["due_on"], task["repeat_days"], on, task["repeat_until"])
    return {column: task[column] for column in _STAYS if column in task} | {"due_on": due} if due else None


def _is_over(book: Book, task: Mapping[str, Any], on: date) -> bool:
    """Whether the play has ended, its risk is closed, or the tickets that were its trouble are."""
    from csdesk.book.read import rows

    if task["run_id"] is None:
        return False
    run: dict[str, Any] = dict(rows(book, Kind.PLAY_RUN, where={"id": task["run_id"]})[0])
    risks: list[dict[str, Any]] = [dict(row) for row in rows(book, Kind.RISK, where={"id": run["risk_id"] or 0})]
    if run["ended_on"] is not None or any(risk["outcome"] != RiskOutcome.OPEN for risk in risks):
        return True
    return any(_is_trouble_over(book, risk, on) for risk in risks if risk["signal"] == Signal.QUALITY)


def _is_trouble_over(book: Book, risk: Mapping[str, Any], on: date) -> bool:
    """Whether tickets were open since the first signal, and all of them are closed."""
    from csdesk.book.read import rows

    tickets: list[dict[str, Any]] = [
        dict(row) for row in rows(book, Kind.TICKET, where={"account_id": risk["account_id"]})
    ]
    ends = [row["closed_at"].date() if row["closed_at"] else None for row in tickets]
    since = [end for end in ends if end is None or end >= risk["first_signal_on"]]
    return bool(since) and all(end is not None and end <= on for end in since)


def refuse_unsound_repeat(every: int | None, field: str) -> None:
    """Raise Refused where a step would repeat after less than a day or more than a year."""
    if every is not None and not 1 <= every <= LONGEST_REPEAT:
        raise Refused(Problem(Place(), field, str(every), Reason.OUT_OF_RANGE))
