"""The fields that a column of a spreadsheet may be taken for, in the order in which a person looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.intake.shapes import TableKind

if TYPE_CHECKING:
    from csdesk.intake.shapes import ColumnMatch

OWN_COLUMN, LEFT_OUT = "", "skip"
"""Not a field of the dictionary: kept as a column of the book's own, or left out of the import."""

_GROUPS: dict[TableKind, tuple[str, ...]] = {
    TableKind.ACCOUNTS: ("account",),
    TableKind.CONTACTS: ("contact",),
    TableKind.CONTRACTS: ("contract", "deal", "renewal"),
    TableKind.MATRIX: ("account", "contract"),
    TableKind.MOVEMENTS: ("movement", "contract"),
    TableKind.TOUCHES: ("touch",),
    TableKind.USE: ("usage",),
    TableKind.TICKETS: ("ticket",),
    TableKind.ANSWERS: ("nps", "csat", "ces"),
    TableKind.INVOICES: ("invoice",),
    TableKind.COSTS: ("cost",),
    TableKind.FIGURES: ("figure",),
    TableKind.RATES: ("rate",),
    TableKind.TEAM: ("person",),
    TableKind.PRODUCTS: ("product",),
    TableKind.TASKS: ("task",),
    TableKind.GOALS: ("goal",),
    TableKind.MILESTONES: ("milestone", "goal"),
    TableKind.DEALS: ("deal", "contract"),
    TableKind.FEEDBACK: ("feedback",),
    TableKind.INTERVIEWS: ("interview",),
    TableKind.MAILINGS: ("mailing",),
    TableKind.MEASURES: ("measure",),
    TableKind.MARKERS: ("marker",),
    TableKind.HEALTH: ("health",),
    TableKind.HEALTH_DAYS: ("health_day",),
    TableKind.SETTINGS: ("setting",),
    TableKind.VIEWS: ("view",),
    TableKind.MATCHINGS: ("matching",),
}
_FOR_PROGRAMS = frozenset({"own", "column", "setting", "view", "matching", "health_day"})
"""Groups that only the book's own export has: offered for its tables alone."""


def fields_offered(match: ColumnMatch, kind: TableKind) -> tuple[str, ...]:
    """Every field a column may be taken for.

    What it is taken for now comes first, then what else it looks like, the two ways of not taking it, and the whole
    dictionary with the fields of the table's own kind and of accounts ahead.
    """
    from csdesk.intake.fields import FIELDS

    first = (*_GROUPS.get(kind, ()), "account")
    offered = (field for field in FIELDS if field.partition(".")[0] not in _FOR_PROGRAMS - {*first})
    ranked = sorted(offered, key=lambda field: _rank(field, first))
    return tuple(dict.fromkeys((match.field, *match.alternatives, OWN_COLUMN, LEFT_OUT, *ranked)))


def _rank(field: str, first: tuple[str, ...]) -> int:
    group = field.partition(".")[0]
    return first.index(group) if group in first else len(first)
