"""What is told to the board: targets of figures with their history, packs that were sent, wins."""

from sqlalchemy import Column, Float, Integer, Text

from csdesk.models.tables.base import day, flag, moment, needed, reference, table

# A word on the target of a figure, never changed: the latest for a period and those before it are its history.
target = table(
    "target",
    needed("metric", Text()),
    needed("period_kind", Text()),
    # The first month (YYYY-MM) of the first period it holds for.
    needed("since", Text()),
    # In the main unit of the figure, fractions as such; NULL: no target from there on.
    Column("value", Float),
    Column("reason", Text),
    moment("set_at", required=True),
    needed("who", Text()),
)

# A board workbook that was written, and what its figures were.
pack = table(
    "pack",
    # Without its folder.
    needed("file", Text()),
    needed("period_kind", Text()),
    needed("first_month", Text()),
    day("as_of", required=True),
    needed("language", Text()),
    flag("redacted", default=False),
    # Whom it was for.
    Column("note", Text),
    moment("made_at", required=True),
    needed("made_by", Text()),
    # The version of csdesk.
    needed("made_with", Text()),
    # The options of `Rules` as text, and the number of the version of the definitions where it was kept as one.
    needed("rules", Text()),
    Column("definition", Integer),
    needed("fingerprint", Text()),
    # JSON: the exact value of each figure by its metric.
    needed("figures", Text()),
)

# What there is to celebrate, with an account or not.
win = table(
    "win",
    reference("account_id", "account", cascade=True),
    day("on_date", required=True),
    needed("title", Text()),
    # What was achieved.
    Column("text", Text),
    Column("kind", Text),
    reference("owner_id", "person"),
)
