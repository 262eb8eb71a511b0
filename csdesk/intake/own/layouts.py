"""Every kind of row a book keeps as a table: its columns in order, its key, and by what else its rows are found."""

from collections.abc import Mapping

from csdesk.intake.own.columns import Holds, OwnColumn, OwnTable
from csdesk.intake.own.parts import CONTACT as _CONTACT
from csdesk.intake.own.parts import account as _account
from csdesk.intake.own.parts import days as _days
from csdesk.intake.own.parts import key as _key
from csdesk.intake.own.parts import named as _named
from csdesk.intake.own.parts import plain as _plain
from csdesk.intake.own.parts import table as _table
from csdesk.intake.own.parts import words as _words
from csdesk.intake.own.reporting_layouts import REPORTING_TABLES
from csdesk.intake.own.risk_layouts import RISK_TABLES
from csdesk.intake.own.work_layouts import WORK_TABLES
from csdesk.intake.shapes import TableKind
from csdesk.models.kinds import Kind
from csdesk.wording.kinds import DIRECTIONS, LINE_STATUSES, MARKERS, PURPOSES, RELATIONS, SURVEYS, TOUCH_TYPES
from csdesk.wording.lists import CHARGES, END_READINGS, FIGURE_KINDS, GRAINS, PRIORITIES
from csdesk.wording.materials import MATERIALS
from csdesk.wording.movements import CHANGES, REASON_FAMILIES
from csdesk.wording.window import BANDS

_T = TableKind


OWN_TABLES: tuple[OwnTable, ...] = (
    _table(
        Kind.PERSON, _T.TEAM, "own.person",
        _plain("person", "name", needed=True),
        _plain("person", "email", "role"),
        _plain("person", "active", holds=Holds.FLAG),
        _plain("person", "hourly_rate", holds=Holds.MONEY),
        _key("own.person"),
        found=(("name",),), title=("person.name",),
    ),
    _table(
        Kind.PRODUCT, _T.PRODUCTS, "own.product",
        _plain("product", "name", needed=True), _plain("product", "external_id", "family"), _key("own.product"),
        found=(("name",),), title=("product.name",),
    ),
    _table(
        Kind.MEASURE, _T.MEASURES, "measure.code",
        _plain("measure", "name", "code", needed=True),
        _plain("measure", "unit"),
        _plain("measure", "qualifies", holds=Holds.FLAG),
        _plain("measure", "least", holds=Holds.DECIMAL),
        _plain("measure", "key_feature", holds=Holds.FLAG),
        found=(("code",),), title=("measure.name",), once=True,
    ),
    _table(
        Kind.ACCOUNT, _T.ACCOUNTS, "own.account",
        _plain("account", "name", needed=True),
        _plain("account", "external_id", "legal_name", "short_name", "kana", "corporate_number", "domain"),
        _named("account.owner", "owner_id", Kind.PERSON),
        _plain("account", "tier", "segment", "industry", "size"),
        _plain("account", "employees", holds=Holds.WHOLE),
        _plain(
            "account", "region", "postal_code", "address", "phone", "channel", "sales_rep", "use_case", "status=stage",
            "fit", "fit_reason",
        ),
        _plain("account", "sentiment", holds=Holds.WHOLE),
        _plain("account", "tags", "referred_by", "notes"),
        _days("account", "created_at=created_on"),
        _key("own.account"),
        found=(("corporate_number",), ("external_id",), ("name",)), title=("account.name",),
    ),
    _table(
        Kind.CONTACT, _T.CONTACTS, "own.contact",
        _account(),
        _plain("contact", "name", needed=True),
        _plain("contact", "external_id", "kana", "email", "phone", "title", "department", "role"),
        _plain("contact", "decision_maker", "executive", holds=Holds.FLAG),
        _plain("contact", "relationship", holds=Holds.WHOLE),
        _days("contact", "left_on"),
        _plain("contact", "notes"),
        _key("own.contact"),
        found=(("account_id", "email"), ("account_id", "name")), title=("contact.name",),
    ),
    _table(
        Kind.CONTRACT, _T.CONTRACTS, "own.contract",
        _account(needed=True),
        _plain("contract", "external_id", "name"),
        _named("contract.product", "product_id", Kind.PRODUCT),
        _plain("contract", "plan"),
        _plain("contract", "amount", holds=Holds.MONEY),
        _plain("contract", "interval_count=interval_months", holds=Holds.WHOLE),
        _plain("contract", "currency"),
        _days("contract", "start=starts_on", needed=True),
        _plain("contract", "start_known", holds=Holds.FLAG),
        _days("contract", "renewal=term_ends_on", "notice_by"),
        _plain("contract", "auto_renew", holds=Holds.FLAG),
        _days("contract", "canceled_at=cancelled_on", "end=ended_on"),
        _words("contract.end_reading", "end_reading", END_READINGS),
        _plain("contract", "churn_reason=end_reason"),
        _words("contract.end_reason_family", "end_reason_family", REASON_FAMILIES),
        _words("contract.change", "change", CHANGES),
        _words("contract.charge", "charge", CHARGES),
        _words("contract.status", "status", LINE_STATUSES),
        _plain("contract", "quantity=seats", holds=Holds.WHOLE),
        _plain("contract", "list_amount", "discount_amount", holds=Holds.MONEY),
        _days("contract", "discount_end=discount_ends_on", "known_until"),
        _plain("contract", "sales_rep", "channel", "notes"),
        _key("own.contract"),
        found=(("account_id", "external_id"), ("account_id", "starts_on", "product_id", "plan", "name")),
        title=("account.name", "contract.plan", "contract.name"),
    ),
    _table(
        Kind.INVOICE, _T.INVOICES, "own.invoice",
        _account(),
        _plain("invoice", "external_id", "number"),
        _days("invoice", "date=issued_on", "due=due_on", "paid_on"),
        _plain("invoice", "total=amount", "amount_paid=paid_amount", holds=Holds.MONEY),
        _plain("invoice", "currency", "status"),
        _key("own.invoice"),
        found=(("external_id",), ("account_id", "number", "issued_on", "amount")),
        title=("account.name", "invoice.number"),
    ),
    _table(
        Kind.COST, _T.COSTS, "own.cost",
        _plain("cost", "month", holds=Holds.MONTH, needed=True),
        _plain("cost", "item", "channel"),
        _words("cost.purpose", "purpose", PURPOSES),
        _plain("cost", "amount", holds=Holds.MONEY, needed=True),
        _plain("cost", "notes"),
        _key("own.cost"),
        found=(("month", "purpose", "channel", "item"),), title=("cost.item", "cost.month"),
    ),
    _table(
        Kind.PERIOD_FIGURE, _T.FIGURES, "own.period_figure",
        _days("figure", "starts_on", "ends_on", needed=True),
        _plain("figure", "name", needed=True),
        _plain("figure", "metric", "unit", "scope"),
        _words("figure.kind", "kind", FIGURE_KINDS),
        _plain("figure", "value", holds=Holds.DECIMAL, needed=True),
        _plain("figure", "notes"),
        _key("own.period_figure"),
        found=(("starts_on", "ends_on", "name", "scope", "kind"),), title=("figure.name",),
    ),
    _table(
        Kind.EXCHANGE_RATE, _T.RATES, "own.exchange_rate",
        _plain("rate", "month", holds=Holds.MONTH, needed=True),
        _plain("rate", "currency", "base", needed=True),
        _plain("rate", "value=rate", holds=Holds.RATE, needed=True),
        _plain("rate", "source"),
        _key("own.exchange_rate"),
        found=(("month", "currency", "base"),), title=("rate.currency", "rate.month"), once=True,
    ),
    *RISK_TABLES,
    _table(
        Kind.TOUCH, _T.TOUCHES, "own.touch",
        _days("touch", "date=on_date", needed=True),
        _account(needed=True),
        _words("touch.type", "type", TOUCH_TYPES),
        _named("touch.by", "person_id", Kind.PERSON),
        _CONTACT,
        _plain("touch", "minutes", holds=Holds.WHOLE),
        _plain("touch", "purpose"),
        _plain("touch", "sentiment", "candour", holds=Holds.WHOLE),
        _plain("touch", "note", "external_id"),
        _key("own.touch"),
        found=(("external_id",), ("account_id", "on_date", "type", "note", "person_id")),
        title=("account.name", "touch.note"),
    ),
    _table(
        Kind.TASK, _T.TASKS, "own.task",
        _plain("task", "title", needed=True),
        _account(),
        _named("task.owner", "owner_id", Kind.PERSON),
        _days("task", "due=due_on", "snoozed_until", "done_on"),
        _plain("task", "customer_side", holds=Holds.FLAG),
        _plain("task", "skipped_reason", "notes"),
        _plain("task", "repeat_days", holds=Holds.WHOLE),
        _days("task", "repeat_until"),
        _words("task.material", "material", MATERIALS),
        _plain("task", "material_file"),
        (OwnColumn("own.of_touch", "touch_id", Holds.BELONGS, Kind.TOUCH),),
        (OwnColumn("own.of_run", "run_id", Holds.BELONGS, Kind.PLAY_RUN),),
        _key("own.task"),
        found=(("account_id", "touch_id", "title"),), title=("task.title",),
    ),
    _table(
        Kind.USE, _T.USE, "own.use",
        _account(needed=True, field="own.use"),
        _CONTACT,
        _days("usage", "date=on_date", needed=True),
        _words("usage.grain", "grain", GRAINS),
        _named("usage.measure", "measure_id", Kind.MEASURE, needed=True),
        _plain("usage", "amount", holds=Holds.DECIMAL, needed=True),
        found=(("account_id", "contact_id", "measure_id", "on_date", "grain"),),
        title=("account.name", "usage.measure"),
    ),
    _table(
        Kind.TICKET, _T.TICKETS, "own.ticket",
        _account(),
        _CONTACT,
        _plain("ticket", "external_id", "subject", "type"),
        _words("ticket.priority", "priority", PRIORITIES),
        _plain("ticket", "status"),
        _plain("ticket", "opened_at", "first_response_at", "closed_at", holds=Holds.MOMENT),
        _plain("ticket", "assignee", "root_cause"),
        _key("own.ticket"),
        found=(("external_id",), ("account_id", "subject", "opened_at")),
        title=("ticket.subject", "ticket.external_id"),
    ),
    _table(
        Kind.ANSWER, _T.ANSWERS, "own.answer",
        _account(),
        _CONTACT,
        _words("answer.survey", "survey", SURVEYS, needed=True),
        _plain("answer", "score", holds=Holds.DECIMAL, needed=True),
        _days("nps", "responded_at=answered_on"),
        _plain("nps", "comment", "external_id"),
        _words("answer.relation", "relation", RELATIONS),
        _words("answer.direction", "direction", DIRECTIONS),
        _key("own.answer"),
        found=(
            ("external_id", "survey"),
            ("account_id", "contact_id", "survey", "score", "answered_on", "comment"),
        ),
        title=("account.name", "answer.survey"),
    ),
    *WORK_TABLES,
    _table(
        Kind.INVITATION, _T.INVITATIONS, "own.invitation",
        _account(),
        _CONTACT,
        _words("invitation.survey", "survey", SURVEYS, needed=True),
        _words("invitation.relation", "relation", RELATIONS),
        _days("invitation", "date=asked_on"),
        _plain("invitation", "asked", holds=Holds.WHOLE, needed=True),
        _plain("invitation", "name"),
        _key("own.invitation"),
        found=(("account_id", "contact_id", "survey", "asked_on", "name"),),
        title=("invitation.name", "invitation.survey"),
    ),
    _table(
        Kind.MARKER, _T.MARKERS, "own.marker",
        _days("marker", "date=on_date", needed=True),
        _words("marker.kind", "kind", MARKERS, needed=True),
        _plain("marker", "title", needed=True),
        _key("own.marker"),
        found=(("on_date", "kind", "title"),), title=("marker.title",),
    ),
    _table(
        Kind.HEALTH_VALUE, _T.HEALTH, "own.health_value",
        _account(needed=True),
        _plain("health", "factor", needed=True),
        _plain("health", "value", holds=Holds.DECIMAL, needed=True),
        _days("health", "date=on_date", needed=True),
        _plain("health", "note"),
        _key("own.health_value"),
        found=(("account_id", "factor", "on_date"),), title=("account.name", "health.factor"),
    ),
    _table(
        Kind.HEALTH_DAY, _T.HEALTH_DAYS, "own.health_day",
        _account(needed=True, field="own.health_day"),
        _days("health_day", "date=on_date", needed=True),
        _plain("health_day", "score", holds=Holds.DECIMAL),
        _words("health_day.band", "band", BANDS, needed=True),
        _plain("health_day", "coverage", holds=Holds.DECIMAL, needed=True),
        _plain("health_day", "factors", needed=True),
        found=(("account_id", "on_date"),), title=("account.name",), once=True,
    ),
    *REPORTING_TABLES,
    _table(
        Kind.SETTING, _T.SETTINGS, "setting.key",
        _plain("setting", "key", "value", needed=True),
        found=(("key",),), title=("setting.key",), once=True,
    ),
    _table(
        Kind.DEFINITION, _T.DEFINITIONS, "own.definition",
        _plain("definition", "made_at", holds=Holds.MOMENT, needed=True),
        _plain("definition", "made_by", "rules", needed=True),
        _plain("definition", "agreed_by"),
        _days("definition", "agreed_on"),
        _plain("definition", "method", "periods", "forecast", "risk", "reporting", "note"),
        _key("own.definition"),
        found=(("made_at", "made_by", "rules"),), title=("definition.made_at",),
    ),
    _table(
        Kind.SAVED_VIEW, _T.VIEWS, "view.name",
        _plain("view", "page", "name", "definition", needed=True),
        found=(("page", "name"),), title=("view.name",), once=True,
    ),
    _table(
        Kind.MATCHING, _T.MATCHINGS, "matching.shape",
        _plain("matching", "kind", "columns", "choices", "shape", needed=True),
        found=(("shape",),), title=("matching.kind",), once=True,
    ),
)  # fmt: skip
"""In an order in which references point backwards. Not among them: what a book notes of its own doings (changes,
imports and where each row came from), and own columns, which stand in the tables of their rows."""

BY_KIND: Mapping[Kind, OwnTable] = {table.kind: table for table in OWN_TABLES}
BY_TABLE: Mapping[TableKind, OwnTable] = {table.table: table for table in OWN_TABLES}
ORDER: Mapping[TableKind, int] = {table.table: at for at, table in enumerate(OWN_TABLES)}
DESCRIPTION = ("column.sheet", "column.letter", "column.heading", "column.field", "column.holds")
"""Fields of the table that tells what every column of an export holds."""
