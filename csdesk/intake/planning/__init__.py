"""Planning: what clean records would do to the book, compared with what it holds. Nothing is written."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from csdesk.intake.planning.ledger import Ledger
from csdesk.intake.planning.rows import TablePlanner
from csdesk.intake.planning.source import Shared
from csdesk.intake.shapes import Known, MatchedTable, Plan, Progress, silent

__all__ = ["plan"]


def plan(
    matched: Sequence[MatchedTable], known: Known, *, currency: str, as_of: date, progress: Progress = silent
) -> Plan:
    """The tables planned together, in order: what one adds, the next finds.

    `known` are the book's rows of every kind that tables may hold; own columns are compared where it holds
    CUSTOM_FIELD and CUSTOM_VALUE too. `as_of` settles what is over: terms that have passed, figures without a date.
    `progress` is told records done and in all, and may raise to stop.
    """
    ledger = Ledger(known)
    shared = Shared(ledger, currency, as_of)
    whole, done, tables = sum(len(table.records) for table in matched), 0, []
    for table in matched:
        tables.append(TablePlanner(table, shared).plan(partial(_told, progress, done, whole)))
        done += len(table.records)
    progress(whole, whole)
    return Plan(tuple(tables), ledger.drafts())


def _told(progress: Progress, before: int, whole: int, done: int) -> None:
    """Progress of one table as that of all."""
    progress(before + done, whole)
