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
    TableKind.CONTRACTS: ("contract",),
    TableKind.MATRIX: ("account", "contract"),
    TableKind.TOUCHES: ("touch",),
    TableKind.USE: ("usage",),
    TableKind.TICKETS: ("ticket",),
    TableKind.ANSWERS: ("nps", "csat", "ces"),
    TableKind.INVOICES: ("invoice",),
    TableKind.COSTS: ("cost",),
}


def fields_offered(match: ColumnMatch, kind: TableKind) -> tuple[str, ...]:
    """Every field a column may be taken for.

    What it is taken for now comes first, then what else it looks like, the two ways of not taking it, and the whole
    dictionary with the fields of the table's own kind and of accounts ahead.
    """
    from csdesk.intake.fields import FIELDS

    first = (*_GROUPS.get(kind, ()), "account")
    ranked = sorted(FIELDS, key=lambda field: _rank(field, first))
    return tuple(dict.fromkeys((match.field, *match.alternatives, OWN_COLUMN, LEFT_OUT, *ranked)))


def _rank(field: str, first: tuple[str, ...]) -> int:
    group = field.partition(".")[0]
    return first.index(group) if group in first else len(first)
