"""What is done: touches, tasks, goals and their milestones, mailings, markers."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Float, Integer, Text

from csdesk.models.tables.base import day, flag, material, needed, reference, repeating, table, words

touch = table(
    "touch",
    reference("account_id", "account", required=True, cascade=True),
    reference("contact_id", "contact"),
    reference("person_id", "person"),
    Column("external_id", Text),
    day("on_date", required=True, index=True),
    words("type", "note"),
    Column("minutes", Integer),
    Column("purpose", Text),
    Column("sentiment", Integer),
    Column("candour", Integer),
    Column("note", Text),
)

task = table(
    "task",
    reference("account_id", "account", cascade=True),
    reference("touch_id", "touch"),
    reference("owner_id", "person"),
    needed("title", Text()),
    day("due_on"),
    day("snoozed_until"),
    day("done_on"),
    flag("customer_side", default=False),
    Column("notes", Text),
    # The play it is a step of; and why it was left undone, where it was: `done_on` is then the day of that.
    reference("run_id", "play_run"),
    Column("skipped_reason", Text),
    repeating(),
    # The last day on which it may be due again; NULL: as long as what it is about is open.
    day("repeat_until"),
    *material(),
)

marker = table(
    "marker",
    day("on_date", required=True),
    needed("kind", Text()),
    needed("title", Text()),
)

goal = table(
    "goal",
    reference("account_id", "account", required=True, cascade=True),
    reference("owner_id", "person"),
    Column("external_id", Text),
    needed("statement", Text()),
    # The result by which the customer would declare victory.
    Column("victory", Text),
    Column("metric", Text),
    Column("unit", Text),
    Column("baseline", Float),
    Column("target", Float),
    Column("current", Float),
    day("due_on"),
    day("reached_on"),
    Column("status", Text),
    Column("notes", Text),
)

milestone = table(
    "milestone",
    reference("account_id", "account", required=True, cascade=True),
    reference("goal_id", "goal"),
    reference("owner_id", "person"),
    Column("external_id", Text),
    needed("title", Text()),
    day("due_on"),
    day("done_on"),
    flag("customer_side", default=False),
    Column("notes", Text),
)


def _counted(name: str) -> Column[Any]:
    """How many recipients; 1 or 0 where the row is of one."""
    return Column(name, Integer, CheckConstraint(f"{name} BETWEEN 0 AND 1000000000"))


mailing = table(
    "mailing",
    reference("account_id", "account", cascade=True),
    reference("contact_id", "contact"),
    Column("external_id", Text),
    needed("name", Text()),
    day("on_date"),
    _counted("sent"),
    _counted("delivered"),
    _counted("opened"),
    _counted("clicked"),
    _counted("downloaded"),
    _counted("replied"),
    _counted("bounced"),
    _counted("unsubscribed"),
)
