"""The field dictionary: every field a column may feed, its value type, its headings and an example."""

from csdesk.intake.vocabulary.accounts import ACCOUNTS
from csdesk.intake.vocabulary.contacts import CONTACTS
from csdesk.intake.vocabulary.contracts import CONTRACTS
from csdesk.intake.vocabulary.deals import DEALS, RENEWALS
from csdesk.intake.vocabulary.entry import Field, ValueType, entry
from csdesk.intake.vocabulary.events import INVITATIONS, MARKERS
from csdesk.intake.vocabulary.feedback import FEEDBACK, INTERVIEWS
from csdesk.intake.vocabulary.figures import FIGURES, RATES
from csdesk.intake.vocabulary.goals import GOALS, MILESTONES
from csdesk.intake.vocabulary.mailings import MAILINGS
from csdesk.intake.vocabulary.money import COSTS, INVOICES
from csdesk.intake.vocabulary.movements import MOVEMENTS
from csdesk.intake.vocabulary.own import (
    DEFINITIONS,
    FURTHER,
    HOUSE,
    PLAYS,
    PRODUCTS,
    REFERENCES,
    REPORTING,
    RISKS,
    TEAM,
    VALUES,
)
from csdesk.intake.vocabulary.places import PLACES
from csdesk.intake.vocabulary.tasks import TASKS
from csdesk.intake.vocabulary.terms import TERMS
from csdesk.intake.vocabulary.touches import TOUCHES, USE
from csdesk.intake.vocabulary.voice import ANSWERS, HEALTH, TICKETS

__all__ = [
    "FIELDS",
    "MATRIX",
    "PRICES",
    "SKIP",
    "WHO",
    "Field",
    "ValueType",
    "base_of",
    "field_of",
    "is_month_field",
    "month_of",
    "with_month",
]

WHO = ("account.name", "account.external_id", "account.domain", "account.corporate_number", "account.legal_name")
"""Fields by which a row tells its account, best first."""

PRICES = ("contract.mrr", "contract.arr", "contract.amount", "contract.unit_amount", "contract.unit_amount_cents")
"""Fields that give a contract's amount, as planning weighs them."""

MATRIX = entry("matrix", ValueType.MARK, "○")
"""A month column of a logo x month matrix: 'matrix@2025-09' holds a mark or an amount."""

SKIP = "skip"
"""What a person chooses for a column that is to be left out altogether; '' keeps it as the team's own."""

FIELDS: dict[str, Field] = {
    field.id: field
    for group in (
        ACCOUNTS, PLACES, CONTACTS, CONTRACTS, TERMS, MOVEMENTS, INVOICES, COSTS, FIGURES, RATES, TOUCHES, USE,
        TICKETS, ANSWERS, HEALTH, TEAM, PRODUCTS, FURTHER, TASKS, GOALS, MILESTONES, DEALS, RENEWALS, FEEDBACK,
        INTERVIEWS, MAILINGS, INVITATIONS, MARKERS, VALUES, RISKS, PLAYS, REPORTING, DEFINITIONS, HOUSE, REFERENCES,
    )
    for field in group
}  # fmt: skip
"""Every field by its id, in the order in which a person chooses from them."""


def base_of(field_id: str) -> str:
    """The field without its month: 'usage.logins' of 'usage.logins@2025-09'."""
    return field_id.partition("@")[0]


def month_of(field_id: str) -> str:
    """The month of a month column, '' for other fields: '2025-09' of 'matrix@2025-09'."""
    return field_id.partition("@")[2]


def is_month_field(field_id: str) -> bool:
    """Whether the field is one month of many: 'matrix@2025-09', 'cost.amount@2025-09'."""
    return "@" in field_id


def with_month(field_id: str, month: str) -> str:
    """The field for one month."""
    return f"{field_id}@{month}"


def field_of(field_id: str) -> Field:
    """The dictionary entry of a field id, month columns and the team's own measures ('usage.reports') included.

    Raises KeyError for an id that is none.
    """
    base = base_of(field_id)
    if base == "matrix":
        return MATRIX
    known = FIELDS.get(base)
    if known is None and base.startswith("usage.") and len(base) > len("usage."):
        return Field(base, ValueType.NUMBER, "12")
    return FIELDS[base] if known is None else known


def is_field(field_id: str) -> bool:
    """Whether a person may choose it for a column."""
    try:
        field_of(field_id)
    except KeyError:
        return field_id == SKIP
    return True
