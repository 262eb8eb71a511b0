"""Planning: what clean records would do to the book, compared with what it holds. Nothing is written."""

from collections.abc import Sequence
from datetime import date

from csdesk.intake.planning.ledger import Ledger
from csdesk.intake.planning.rows import TablePlanner
from csdesk.intake.planning.source import Shared
from csdesk.intake.shapes import Known, MatchedTable, Plan

__all__ = ["plan"]


def plan(matched: Sequence[MatchedTable], known: Known, *, currency: str, as_of: date) -> Plan:
    """The tables planned together, in order: what one adds, the next finds.

    `known` are the book's rows of every kind that tables may hold; own columns are compared where it holds
    CUSTOM_FIELD and CUSTOM_VALUE too. `as_of` settles what is over: terms that have passed, figures without a date.
    """
    ledger = Ledger(known)
    shared = Shared(ledger, currency, as_of)
    tables = tuple(TablePlanner(table, shared).plan() for table in matched)
    return Plan(tables, ledger.drafts())
