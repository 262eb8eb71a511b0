"""What the book keeps about itself: settings, imports, own columns, views, the change log, row tallies."""

from sqlalchemy import BigInteger, Column, Integer, Table, Text, UniqueConstraint

from csdesk.models.tables.base import day, metadata, moment, needed, reference, table

setting = table("setting", Column("key", Text, nullable=False, unique=True), needed("value", Text()))

# A version of how figures are counted, and the team's word on it.
definition = table(
    "definition",
    moment("made_at", required=True),
    needed("made_by", Text()),
    # The options of `Rules`, as text.
    needed("rules", Text()),
    Column("agreed_by", Text),
    day("agreed_on"),
    # What the sheet says: the method and the parts of CMRR, periods and how often, the forecast and kinds of churn,
    # suspected and imminent churn, who is told what.
    Column("method", Text),
    Column("periods", Text),
    Column("forecast", Text),
    Column("risk", Text),
    Column("reporting", Text),
    Column("note", Text),
)

custom_field = table("custom_field", needed("kind", Text()), needed("name", Text()), UniqueConstraint("kind", "name"))

custom_value = table(
    "custom_value",
    reference("field_id", "custom_field", required=True, cascade=True, index=False),
    Column("row_id", BigInteger, nullable=False, index=True),
    needed("value", Text()),
    UniqueConstraint("field_id", "row_id"),
)

batch = table(
    "batch",
    moment("at", required=True),
    needed("who", Text()),
    needed("file", Text()),
    needed("sha256", Text()),
    # JSON: sheet names, and counts by verdict.
    needed("tables", Text()),
    needed("counts", Text()),
)

# Where a row came from: the first line for each import that made or changed it.
source = table(
    "source",
    reference("batch_id", "batch", required=True, cascade=True),
    needed("kind", Text()),
    Column("row_id", BigInteger, nullable=False, index=True),
    needed("sheet", Text()),
    needed("line", Integer()),
)

matching = table(
    "matching",
    # Digest of the folded headings.
    Column("shape", Text, nullable=False, unique=True),
    needed("kind", Text()),
    needed("columns", Text()),
    needed("choices", Text()),
)

saved_view = table(
    "saved_view",
    needed("page", Text()),
    needed("name", Text()),
    needed("definition", Text()),
    UniqueConstraint("page", "name"),
)

# A copy of the book that was brought in.
merge = table(
    "merge",
    moment("at", required=True),
    needed("who", Text()),
    needed("file", Text()),
    # JSON: the steps that came with it, the answers that were given, and pairs of ids that stand for one row.
    needed("steps", Text()),
    needed("answers", Text()),
    needed("same", Text()),
)

# The change log. `state`: done, undone (can be redone), dropped (undone, then something else was done).
step = table(
    "step",
    moment("at", required=True),
    needed("who", Text()),
    needed("name", Text()),
    needed("subject", Text()),
    needed("rows", Integer()),
    needed("state", Text()),
    # Of the last undo or redo.
    moment("turned_at"),
    Column("turned_by", Text),
    # The step that this one takes back, where it does; negative where it could only in part.
    Column("takes_back", BigInteger),
    # Tells the step from every other, in every copy of the book; steps of earlier schemas have none.
    Column("uid", BigInteger),
)

change = table(
    "change",
    Column("step_id", BigInteger, nullable=False, index=True),
    needed("kind", Text()),
    Column("row_id", BigInteger, nullable=False, index=True),
    # Where set, the entry stands for all rows from row_id to last_id.
    Column("last_id", BigInteger),
    # The account the row belongs to, so that an account's history is found.
    Column("account_id", BigInteger, index=True),
    # JSON objects by column name, NULL columns left out; NULL before an insert and after a delete.
    Column("before", Text),
    Column("after", Text),
    # The rows of such an entry, while their table does not hold them.
    Column("packed", Text),
)

# Rows and the sum of their digests by table, so that damage SQLite cannot see is found.
tally = Table(
    "tally",
    metadata,
    Column("kind", Text, primary_key=True),
    needed("rows", Integer()),
    needed("digest", BigInteger()),
    sqlite_strict=True,
)
