"""What rows tell of accounts, as columns of the book; and what no column holds, as text for the team's own columns."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime

from csdesk.intake.fields import SKIP, base_of
from csdesk.intake.matching.meaning.endings import day_of
from csdesk.intake.shapes import Clean, MatchedTable
from csdesk.intake.values.words import fit, tier
from csdesk.models.drafts import Value

ACCOUNT_COLUMNS = {
    "account.name": "name", "account.external_id": "external_id", "account.legal_name": "legal_name",
    "account.short_name": "short_name", "account.kana": "kana", "account.corporate_number": "corporate_number",
    "account.domain": "domain", "account.owner": "owner_id", "account.tier": "tier", "account.segment": "segment",
    "account.industry": "industry", "account.size": "size", "account.employees": "employees",
    "account.region": "region", "account.prefecture": "region", "account.postal_code": "postal_code",
    "account.address": "address", "account.phone": "phone", "account.channel": "channel",
    "account.sales_rep": "sales_rep", "account.use_case": "use_case", "account.status": "stage",
    "account.fit": "fit", "account.fit_reason": "fit_reason", "account.referred_by": "referred_by",
    "account.sentiment": "sentiment", "account.tags": "tags", "account.notes": "notes",
    "account.created_at": "created_on",
}  # fmt: skip
_FIELD_OF = {
    ("contract", "starts_on"): "contract.start", ("contract", "ended_on"): "contract.end",
    ("contract", "cancelled_on"): "contract.canceled_at",
    ("contract", "term_ends_on"): "contract.renewal", ("contract", "interval_months"): "contract.interval",
    ("contract", "seats"): "contract.quantity", ("contract", "end_reason"): "contract.churn_reason",
    ("contract", "product_id"): "contract.product", ("contract", "discount_ends_on"): "contract.discount_end",
    ("contract", "sales_rep"): "account.sales_rep", ("contract", "channel"): "account.channel",
    ("account", "owner_id"): "account.owner", ("account", "stage"): "account.status",
    ("account", "created_on"): "account.created_at", ("touch", "on_date"): "touch.date",
    ("touch", "person_id"): "touch.by", ("use", "on_date"): "usage.date", ("use", "amount"): "usage.amount",
    ("use", "measure_id"): "usage.measure", ("answer", "answered_on"): "nps.responded_at",
    ("answer", "comment"): "nps.comment", ("answer", "score"): "nps.score", ("invoice", "issued_on"): "invoice.date",
    ("invoice", "due_on"): "invoice.due", ("invoice", "amount"): "invoice.total",
    ("invoice", "paid_amount"): "invoice.amount_paid", ("contact", "account_id"): "account.name",
}  # fmt: skip
MONEY_COLUMNS = frozenset({"amount", "list_amount", "discount_amount", "paid_amount", "mrr_saved", "mrr_lost"})


def field_of_column(kind: str, column: str) -> str:
    """The dictionary field that a column of the book is shown as; own columns keep their heading."""
    if column.startswith("custom:"):
        return column
    return _FIELD_OF.get((kind, column), f"{kind}.{column}")


Facts = tuple[tuple[str, str, Callable[[Clean], Value] | None], ...]


def facts_of(fields: Collection[str]) -> Facts:
    """Those of a table's `fields` that are plain facts of an account, with the column of each and how it is read; its
    owner is left to the caller, who knows the team."""
    columns = ((field, column) for field, column in ACCOUNT_COLUMNS.items() if field in fields)
    return tuple((field, column, _READ.get(field)) for field, column in columns if column != "owner_id")


def account_columns(values: Mapping[str, Clean], facts: Facts) -> dict[str, Value]:
    """The plain facts of an account; of fields that share a column, the first that tells anything."""
    found: dict[str, Value] = {}
    for field, column, read in facts:
        value = values.get(field)
        if value is not None and not found.get(column):
            found[column] = read(value) if read else value if isinstance(value, _PLAIN) else None
    return found


def _tier(value: Clean) -> Value:
    known = tier(value) if isinstance(value, str) else None
    return known.value if known else value if isinstance(value, _PLAIN) else None


def fit_of(value: Clean) -> Value:
    """Good or poor fit by its word; None for any other word."""
    if isinstance(value, str):
        judged = fit(value)
        return judged.value if judged else None
    return value if isinstance(value, _PLAIN) else None


_PLAIN = (str, int)
_READ: dict[str, Callable[[Clean], Value]] = {
    "account.created_at": day_of,
    "account.tier": _tier,
    "account.fit": fit_of,
}
"""Facts that are not kept as they were cleaned."""


class Headings:
    """The headings of a table's fields, under which values without a column of their own are kept."""

    def __init__(self, matched: MatchedTable) -> None:
        self._names = {
            match.field: match.column.heading.strip() or match.column.letter
            for match in matched.columns
            if match.field not in {"", SKIP}
        }
        self.letters = {match.field: match.column.letter for match in matched.columns}

    def of(self, field: str) -> str:
        """The heading of a field, the field itself where the table has none."""
        return self._names.get(field, base_of(field))

    def own(self, values: Mapping[str, Clean], fields: Iterable[str]) -> dict[str, str]:
        """Values as text by heading; empty ones are left out."""
        return {self.of(field): shown for field in fields if (shown := as_words(values.get(field)))}


def as_words(value: Clean) -> str:
    """A cleaned value as text for an own column."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return f"{value[0]} - {value[1]}"
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value)
