"""What is done: touches, tasks, markers."""

from sqlalchemy import Column, Integer, Text

from csdesk.models.tables.base import day, flag, needed, reference, table, words

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
)

marker = table(
    "marker",
    day("on_date", required=True),
    needed("kind", Text()),
    needed("title", Text()),
)
