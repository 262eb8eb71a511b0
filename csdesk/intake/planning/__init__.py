"""Planning: what clean records would do to the book, compared with what it holds. Nothing is written."""

from collections.abc import Sequence
from datetime import date

from csdesk.intake.own.layouts import ORDER
from csdesk.intake.planning.homes import Accepts, Homes
from csdesk.intake.planning.ledger import Ledger
from csdesk.intake.planning.own import OwnTables
from csdesk.intake.planning.rows import TablePlanner
from csdesk.intake.planning.source import Shared
from csdesk.intake.shapes import Known, MatchedTable, Plan, PlannedTable, TableKind

__all__ = ["plan"]

_FIRST = {TableKind.ACCOUNTS: 0, TableKind.CONTACTS: 1, TableKind.CONTRACTS: 2, TableKind.MATRIX: 3}
"""Of other people's tables, those that the rest refer to."""


def plan(
    matched: Sequence[MatchedTable],
    known: Known,
    *,
    currency: str,
    as_of: date,
    accepts: Accepts = lambda _key, _value: False,
) -> Plan:
    """The tables planned together, whatever their order: what one adds, those that refer to it find.

    `known` are the book's rows of every kind that tables may hold; own columns are compared where it holds
    CUSTOM_FIELD and CUSTOM_VALUE too. `as_of` settles what is over: terms that have passed, figures without a date.
    `accepts` tells whether a setting may hold a value.
    """
    ledger = Ledger(known)
    homes = Homes(matched, ledger, currency, accepts)
    planned = _own(matched, ledger, homes, accepts)
    shared = Shared(ledger, homes.currency, as_of)
    others = [at for at in range(len(matched)) if at not in planned]
    for at in sorted(others, key=lambda at: _FIRST.get(matched[at].kind, len(_FIRST))):
        planned[at] = TablePlanner(matched[at], shared).plan()
    return Plan(tuple(planned[at] for at in range(len(matched))), ledger.drafts())


def _own(matched: Sequence[MatchedTable], ledger: Ledger, homes: Homes, accepts: Accepts) -> dict[int, PlannedTable]:
    """The book's own tables by their place."""
    own = OwnTables(ledger, homes.currency, accepts)
    places = [at for at, table in enumerate(matched) if table.own]
    for at in places:
        own.rows.note_references(matched[at])
    places.sort(key=lambda at: ORDER.get(matched[at].kind, len(ORDER)))
    return {at: own.plan(matched[at], homes.of(matched[at].table)) for at in places}
