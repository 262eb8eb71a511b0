"""Planning: what clean records would do to the book, compared with what it holds. Nothing is written."""

from collections.abc import Collection, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from csdesk.intake.lookalikes import Kept, SameAs
from csdesk.intake.matching.records.blocks import is_list_of_use
from csdesk.intake.own.layouts import ORDER
from csdesk.intake.planning.doings import Doings
from csdesk.intake.planning.homes import Accepts, Homes
from csdesk.intake.planning.keeping import Keeping
from csdesk.intake.planning.leaving import tells_only_ends
from csdesk.intake.planning.ledger import Ledger
from csdesk.intake.planning.long_lists import is_long_list
from csdesk.intake.planning.meaning import STARTS
from csdesk.intake.planning.own import OwnTables
from csdesk.intake.planning.rows import TablePlanner
from csdesk.intake.planning.source import Shared, TableView
from csdesk.intake.shapes import Known, MatchedTable, Plan, PlannedTable, Progress, TableKind, part_of, silent

if TYPE_CHECKING:
    from csdesk.intake.planning.contract_lists import ContractList
    from csdesk.intake.planning.use_lists import UseList

__all__ = ["plan"]

_FIRST = {TableKind.ACCOUNTS: 0, TableKind.CONTACTS: 1, TableKind.CONTRACTS: 2, TableKind.MATRIX: 3,
          TableKind.MOVEMENTS: 4}  # fmt: skip
"""Of other people's tables, those that the rest refer to."""

_OF_CONTRACTS = frozenset({TableKind.ACCOUNTS, TableKind.CONTRACTS, TableKind.MATRIX, TableKind.MOVEMENTS,
     TableKind.INTERVIEWS})  # fmt: skip
"""Tables that look for contract lines."""


def plan(
    matched: Sequence[MatchedTable],
    known: Known,
    *,
    currency: str,
    as_of: date,
    accepts: Accepts = lambda _key, _value: False,
    same: SameAs = MappingProxyType({}),
    kept: Collection[Kept] = (),
    progress: Progress = silent,
) -> Plan:
    """The tables planned together, whatever their order: what one adds, those that refer to it find.

    `known` are the book's rows of every kind that tables may hold; own columns are compared where it holds
    CUSTOM_FIELD and CUSTOM_VALUE too. `as_of` settles what is over: terms that have passed, figures without a date.
    `accepts` tells whether a setting may hold a value, `same` which account a person has said is meant,
    `kept` what of the book stays as it is. `progress` is told records done and in all, and may raise to stop.
    """
    ledger = Ledger(known, Keeping(kept).holds) if kept else Ledger(known)
    homes = Homes(matched, ledger, currency, accepts)
    own = OwnTables(ledger, homes.currency, accepts)
    places = sorted(range(len(matched)), key=lambda at: _rank(matched[at]))
    for at in places:
        if matched[at].own:
            own.rows.note_references(matched[at])
    last = next((at for at in reversed(places) if matched[at].kind in _OF_CONTRACTS), -1)
    whole, done = sum(len(table.records) for table in matched), 0
    planned: dict[int, PlannedTable] = {}
    shared: Shared | None = None
    for at in places:
        table, told = matched[at], part_of(progress, done, whole)
        if table.own:
            planned[at] = own.plan(table, homes.of(table.table), told)
        else:
            shared = shared or Shared(ledger, homes.currency, as_of, same)
            planned[at] = _planner(table, shared, is_last=at == last).plan(told)
        done += len(table.records)
    progress(whole, whole)
    meant, blocks = (shared.sames.meant, shared.blocks()) if shared else ({}, ())
    return Plan(tuple(planned[at] for at in range(len(matched))), ledger.drafts(), meant, blocks)


def _planner(table: MatchedTable, shared: Shared, *, is_last: bool) -> "TablePlanner | ContractList | UseList":
    if is_list_of_use(table):
        from csdesk.intake.planning.use_lists import UseList

        return UseList(table, shared)
    view = TableView(table, shared)
    doings = Doings(view)
    if is_long_list(view, doings):
        from csdesk.intake.planning.contract_lists import ContractList

        return ContractList(view, doings.how_they_are, is_last=is_last)
    return TablePlanner(view, doings)


def _rank(table: MatchedTable) -> tuple[bool, int, bool]:
    """The book's own tables first, in the order in which they refer to one another; of others, those referred to, lists
    that tell no start behind the contracts that they speak of, and last the long lists of use."""
    order = ORDER if table.own else _FIRST
    rank = order.get(table.kind, len(order))
    if not table.own and _speaks_of_known_lines(table):
        rank = _FIRST[TableKind.MOVEMENTS]
    return not table.own, rank, is_list_of_use(table)


def _speaks_of_known_lines(table: MatchedTable) -> bool:
    """Whether rows find their contracts among those that run: lists of leavers, and contracts without a start."""
    fields = {match.field for match in table.columns}
    leavers = table.kind in {TableKind.ACCOUNTS, TableKind.CONTRACTS} and tells_only_ends(fields)
    return leavers or (table.kind is TableKind.CONTRACTS and not fields & STARTS)
