"""What is paid: products, contract lines, deals, invoices, costs, exchange rates, figures of periods."""

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Integer, Text, UniqueConstraint

from csdesk.models.tables.base import day, flag, money, months, needed, reference, table, words

product = table(
    "product",
    needed("name", Text()),
    Column("external_id", Text),
    Column("family", Text),
)

contract = table(
    "contract",
    reference("account_id", "account", required=True, cascade=True),
    reference("product_id", "product"),
    Column("external_id", Text, index=True),
    Column("name", Text),
    Column("plan", Text),
    # For one billing interval, net of discount, without tax. NULL: paying, amount not known.
    money("amount"),
    months("interval_months"),
    Column("currency", Text),
    day("starts_on", required=True),
    # FALSE: was already running when the records begin, so its first month is opening balance, not new business.
    flag("start_known", default=True),
    day("term_ends_on"),
    day("notice_by"),
    Column("auto_renew", Boolean),
    # Always the last day of service; `end_reading` tells how the source had it.
    day("ended_on"),
    words("end_reading", "last_day"),
    Column("end_reason", Text),
    Column("end_reason_family", Text),
    # Why MRR rose or fell with this line, where a person has said so: a ChangeKind.
    Column("change", Text),
    words("charge", "recurring"),
    words("status", "active"),
    Column("seats", Integer),
    money("list_amount"),
    money("discount_amount"),
    day("discount_ends_on"),
    # Last day the source knows about (a logo x month sheet ends somewhere); NULL: known until today.
    day("known_until"),
    Column("sales_rep", Text),
    Column("channel", Text),
    Column("notes", Text),
    # The day the customer said so, whenever service ends.
    day("cancelled_on"),
)

invoice = table(
    "invoice",
    reference("account_id", "account", cascade=True),
    Column("external_id", Text),
    Column("number", Text),
    day("issued_on"),
    day("due_on"),
    day("paid_on"),
    money("amount"),
    money("paid_amount"),
    Column("currency", Text),
    Column("status", Text),
)

cost = table(
    "cost",
    # YYYY-MM
    needed("month", Text()),
    words("purpose", "acquisition"),
    Column("channel", Text),
    Column("item", Text),
    money("amount", required=True),
    Column("notes", Text),
)

deal = table(
    "deal",
    reference("account_id", "account", cascade=True),
    reference("product_id", "product"),
    reference("owner_id", "person"),
    # Who it is with, as long as that is no account.
    Column("prospect", Text),
    Column("external_id", Text, index=True),
    Column("name", Text),
    Column("plan", Text),
    # For one billing interval, net of discount, without tax; `list_amount` before the discount.
    money("amount"),
    money("list_amount"),
    months("interval_months"),
    Column("currency", Text),
    # As the team's own pipeline calls it.
    Column("stage", Text),
    words("outcome", "open"),
    Column("probability", Float, CheckConstraint("probability BETWEEN 0 AND 1")),
    day("opened_on"),
    day("close_on"),
    day("starts_on"),
    Column("lost_reason", Text),
    Column("industry", Text),
    Column("use_case", Text),
    Column("channel", Text),
    Column("sales_rep", Text),
    Column("review", Text),
    day("reviewed_on"),
    Column("reviewed_by", Text),
    Column("review_reason", Text),
    Column("notes", Text),
    Column("fit", Text),
    Column("fit_reason", Text),
)

exchange_rate = table(
    "exchange_rate",
    # YYYY-MM
    needed("month", Text()),
    needed("currency", Text()),
    needed("base", Text()),
    # Units of `base` for one unit of `currency`.
    Column("rate", Float, CheckConstraint("rate > 0"), nullable=False),
    Column("source", Text),
    UniqueConstraint("month", "currency", "base"),
)

period_figure = table(
    "period_figure",
    day("starts_on", required=True),
    day("ends_on", required=True),
    # As its spreadsheet calls it; `metric` is its id in the catalogue, where it is one of csdesk's own.
    needed("name", Text()),
    Column("metric", Text),
    Column("unit", Text),
    # The segment it is of; NULL: the whole company.
    Column("scope", Text),
    words("kind", "actual"),
    needed("value", Float()),
    Column("notes", Text),
)
