"""What customers do and say: use, tickets, survey answers, feedback, exit interviews, health by hand and by day."""

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Integer, Text, UniqueConstraint, text

from csdesk.models.tables.base import day, flag, moment, needed, reference, table, words

measure = table(
    "measure",
    # Folded name, such as 'logins'; what files call it stays in `name`.
    Column("code", Text, nullable=False, unique=True),
    needed("name", Text()),
    Column("unit", Text),
    flag("qualifies", default=True),
    Column("least", Float),
    # One of the features that adoption is measured by.
    Column("key_feature", Boolean),
)

use = table(
    "use",
    reference("account_id", "account", required=True, cascade=True),
    reference("contact_id", "contact"),
    reference("measure_id", "measure", required=True, cascade=True, index=False),
    # First day of the month for monthly rows.
    day("on_date", required=True),
    words("grain", "day"),
    needed("amount", Float()),
)

ticket = table(
    "ticket",
    reference("account_id", "account", cascade=True),
    reference("contact_id", "contact"),
    Column("external_id", Text, index=True),
    Column("subject", Text),
    Column("type", Text),
    Column("priority", Text),
    Column("status", Text),
    moment("opened_at"),
    moment("first_response_at"),
    moment("closed_at"),
    Column("assignee", Text),
    Column("root_cause", Text),
)

answer = table(
    "answer",
    reference("account_id", "account", cascade=True),
    reference("contact_id", "contact"),
    Column("external_id", Text, index=True),
    needed("survey", Text()),
    Column("relation", Text),
    needed("score", Float()),
    Column("direction", Text),
    day("answered_on"),
    Column("comment", Text),
)

# Who was asked, or how many were: what a response rate is a share of.
invitation = table(
    "invitation",
    reference("account_id", "account", cascade=True),
    reference("contact_id", "contact"),
    needed("survey", Text()),
    Column("relation", Text),
    day("asked_on"),
    Column("asked", Integer, CheckConstraint("asked BETWEEN 1 AND 1000000000"), nullable=False, default=1,
           server_default=text("1")),
    Column("name", Text),
)  # fmt: skip

health_value = table(
    "health_value",
    reference("account_id", "account", required=True, cascade=True),
    needed("factor", Text()),
    needed("value", Float()),
    day("on_date", required=True),
    Column("note", Text),
)

health_day = table(
    "health_day",
    reference("account_id", "account", required=True, cascade=True, index=False),
    day("on_date", required=True),
    Column("score", Float),
    needed("band", Text()),
    needed("coverage", Float()),
    needed("factors", Text()),
    UniqueConstraint("account_id", "on_date"),
)

feedback = table(
    "feedback",
    reference("account_id", "account", cascade=True),
    reference("contact_id", "contact"),
    reference("owner_id", "person"),
    Column("external_id", Text, index=True),
    day("given_on"),
    Column("kind", Text),
    Column("source", Text),
    Column("topic", Text),
    Column("title", Text),
    Column("text", Text),
    Column("votes", Integer),
    Column("status", Text),
    Column("department", Text),
    day("resolved_on"),
    # When the customer was told what came of it.
    day("told_on"),
    # The account's health on the day it was given.
    Column("health", Float),
    Column("notes", Text),
)

interview = table(
    "interview",
    reference("account_id", "account", required=True, cascade=True),
    reference("contact_id", "contact"),
    reference("person_id", "person"),
    Column("external_id", Text),
    day("on_date"),
    # What the customer gave as the reason, and what it came down to.
    Column("stated_reason", Text),
    Column("root_cause", Text),
    Column("reason_family", Text),
    Column("would_have_stayed", Text),
    Column("quote", Text),
    Column("rival", Text),
    Column("themes", Text),
    Column("initiative", Text),
    Column("notes", Text),
)
