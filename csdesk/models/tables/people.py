"""Who: accounts, the team, and the customers' people."""

from sqlalchemy import Column, Integer, Text

from csdesk.models.tables.base import day, flag, money, needed, reference, table

person = table(
    "person",
    needed("name", Text()),
    Column("email", Text),
    Column("role", Text),
    flag("active", default=True),
    money("hourly_rate"),
)

account = table(
    "account",
    needed("name", Text()),
    Column("external_id", Text, index=True),
    Column("legal_name", Text),
    Column("short_name", Text),
    Column("kana", Text),
    Column("corporate_number", Text),
    Column("domain", Text),
    reference("owner_id", "person"),
    Column("tier", Text),
    Column("segment", Text),
    Column("industry", Text),
    Column("size", Text),
    Column("employees", Integer),
    Column("region", Text),
    Column("postal_code", Text),
    Column("address", Text),
    Column("phone", Text),
    Column("channel", Text),
    Column("sales_rep", Text),
    Column("use_case", Text),
    Column("stage", Text),
    Column("fit", Text),
    Column("fit_reason", Text),
    Column("sentiment", Integer),
    Column("tags", Text),
    Column("notes", Text),
    day("created_on"),
    # Who brought it, as the team writes it: a customer's name, or anybody's.
    Column("referred_by", Text),
)

contact = table(
    "contact",
    reference("account_id", "account", cascade=True),
    Column("external_id", Text),
    needed("name", Text()),
    Column("kana", Text),
    Column("email", Text, index=True),
    Column("phone", Text),
    Column("title", Text),
    Column("department", Text),
    flag("decision_maker", default=False),
    flag("executive", default=False),
    Column("relationship", Integer),
    day("left_on"),
    Column("notes", Text),
    # What the person is in the product: basic, advanced, admin, or the team's own word.
    Column("role", Text),
)
