"""Goals, milestones, tasks, feedback, exit interviews and mailings as columns of the book, before whose they are."""

from collections.abc import Iterator, Mapping
from datetime import date

from csdesk.intake.fields import base_of, month_of
from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.planning.signals import text
from csdesk.intake.shapes import Clean
from csdesk.intake.values.dates import Dated, read_date
from csdesk.intake.values.work_words import (
    feedback_kind,
    how_many,
    is_done,
    marker_kind,
    on_customer_side,
    reason_family,
    rival_named,
    survey_named,
)
from csdesk.models.drafts import Value
from csdesk.models.kinds import MarkerKind
from csdesk.wording.kinds import key_for
from csdesk.wording.movements import REASON_FAMILIES

Values = Mapping[str, Clean]
Columns = dict[str, Value]
COUNTS = ("sent", "delivered", "opened", "clicked", "downloaded", "replied", "bounced", "unsubscribed")
"""What is counted of a mailing."""


def goal_columns(values: Values) -> Columns | None:
    """A goal; None where the row states none."""
    if not text(values.get("goal.statement")):
        return None
    return {
        **_texts(values, "goal", "external_id", "statement", "victory", "metric", "unit", "status", "notes"),
        **{name: _figure(values.get(f"goal.{name}")) for name in ("baseline", "target", "current")},
        "due_on": day_of(values.get("goal.due")),
        "reached_on": day_of(values.get("goal.reached_on")),
    }


def milestone_columns(values: Values) -> Columns | None:
    """A milestone without the day it was done; None where the row names none."""
    if not text(values.get("milestone.title")):
        return None
    return {
        **_texts(values, "milestone", "external_id", "title", "notes"),
        "due_on": day_of(values.get("milestone.due")),
        "customer_side": on_customer_side(values.get("milestone.customer_side")),
    }


def steps_of(values: Values, as_of: date) -> Iterator[tuple[str, Columns, bool]]:
    """The milestones of a row that has a column for each: its field, its columns, and whether its day was told. What
    is neither a day nor a tick is a note."""
    for field, cell in values.items():
        if base_of(field) != "milestone.step":
            continue
        word = text(cell) or ""
        seen = read_date(word) if word else None
        done = is_done(word) if word else False
        day = seen.day if isinstance(seen, Dated) else as_of if done else None
        note = word if day is None and done is None else None
        told = isinstance(seen, Dated) or not done
        yield field, {"title": month_of(field), "done_on": day, "notes": note}, told


def task_columns(values: Values) -> Columns | None:
    """A task without the day it was done; None where the row names none."""
    if not text(values.get("task.title")):
        return None
    return {
        **_texts(values, "task", "title", "notes"),
        "due_on": day_of(values.get("task.due")),
        "customer_side": on_customer_side(values.get("task.customer_side")),
    }


def done_day(values: Values, of: str, as_of: date) -> tuple[date | None, bool]:
    """The day on which a milestone or task was done, and whether it was told. What is done without a day was done when
    it was due, and no later than today."""
    told = day_of(values.get(f"{of}.done_on"))
    word = text(values.get(f"{of}.status"))
    if told is not None or not word or is_done(word) is not True:
        return told, True
    due = day_of(values.get(f"{of}.due"))
    return min(due, as_of) if due else as_of, False


def feedback_columns(values: Values) -> Columns | None:
    """A customer's word on the product; None where the row holds none."""
    columns = _texts(
        values, "feedback", "external_id", "source", "topic", "title", "text", "status", "department", "notes"
    )
    if not (columns["title"] or columns["text"]):
        return None
    word = text(values.get("feedback.kind"))
    known = feedback_kind(word) if word else None
    votes = values.get("feedback.votes")
    return {
        **columns,
        "given_on": day_of(values.get("feedback.given_on")),
        "kind": known.value if known else None,
        "votes": votes if isinstance(votes, int) and not isinstance(votes, bool) else None,
        "resolved_on": day_of(values.get("feedback.resolved_on")),
        "told_on": day_of(values.get("feedback.told_on")),
    }


def interview_columns(values: Values) -> Columns | None:
    """What a customer who leaves has said; None where the row tells nothing of it."""
    columns = _texts(
        values, "interview", "external_id", "stated_reason", "root_cause", "would_have_stayed", "quote", "rival",
        "themes", "initiative", "notes",
    )  # fmt: skip
    if not any(columns.values()):
        return None
    rival = columns["rival"]
    if isinstance(rival, str) and not rival_named(rival):
        columns["rival"] = None
    return {**columns, "on_date": day_of(values.get("interview.on_date")), "reason_family": _family(values)}


def _family(values: Values) -> str | None:
    """The kind of reason: as its own column says, else by the root cause, else by the reason given."""
    told = text(values.get("interview.reason_family"))
    if told and (key := key_for(REASON_FAMILIES, told)):
        return key
    for field in ("reason_family", "root_cause", "stated_reason"):
        word = text(values.get(f"interview.{field}"))
        known = reason_family(word) if word else None
        if known:
            return known.value
    return None


def mailing_columns(values: Values, title: str) -> Columns | None:
    """What came of a mailing; `title` is its name where no column has one. None where nothing was counted.

    Of one recipient, what was not counted at all was at least sent.
    """
    counts = {name: how_many(values.get(f"mailing.{name}")) for name in COUNTS}
    if "mailing.sent" not in values and values.get("contact.email"):
        counts["sent"] = 1
    name = text(values.get("mailing.name")) or title
    if not name or all(count is None for count in counts.values()):
        return None
    return {
        "external_id": text(values.get("mailing.external_id")),
        "name": name,
        "on_date": day_of(values.get("mailing.on_date")),
        **counts,
    }


def marker_columns(values: Values) -> Columns | None:
    """A dated event of the team's own, a release where nothing says what it is; None where it has no title or day."""
    title, day = text(values.get("marker.title")), day_of(values.get("marker.date"))
    if not title or day is None:
        return None
    kind = marker_kind(text(values.get("marker.kind")) or "") or MarkerKind.RELEASE
    return {"on_date": day, "kind": kind.value, "title": title}


def invitation_columns(values: Values, title: str) -> Columns | None:
    """Who was asked, or how many were: one where the row counts nobody. The survey is the one that the row names, else
    that of the table's `title`; None where neither tells which."""
    names = (text(values.get("invitation.survey")), text(values.get("invitation.name")), title)
    survey = next((known for name in names if name and (known := survey_named(name))), None)
    asked = values.get("invitation.asked")
    if survey is None:
        return None
    return {
        "survey": survey.value,
        "asked_on": day_of(values.get("invitation.date")),
        "asked": int(asked) if isinstance(asked, int | float) and asked >= 1 else 1,
        "name": text(values.get("invitation.name")),
    }


def _texts(values: Values, of: str, *names: str) -> Columns:
    return {name: text(values.get(f"{of}.{name}")) for name in names}


def _figure(value: Clean) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
