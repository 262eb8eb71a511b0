"""What an import asks of the bench and the lane: each a plain call of a use case, made off the window's thread."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from csdesk.models.drafts import Changes
    from csdesk.ui.candidate import Candidate
    from csdesk.ui.desk import Progress
    from csdesk.usecases.books import Book
    from csdesk.usecases.importing import (
        FileRefused,
        FoundTable,
        Kept,
        MatchedTable,
        Matching,
        Plan,
        PlannedTable,
        SameAs,
        Verdict,
    )
    from csdesk.usecases.known_layouts import KnownLayout
    from csdesk.usecases.settings import BookSettings

    Read = tuple[tuple[FoundTable, ...], tuple[FileRefused, ...]]
    Source = Callable[[Progress], Read]


def files_read(paths: Sequence[Path], progress: Progress) -> Read:
    """The tables of files, and the files that cannot be taken."""
    from csdesk.usecases.importing import read_each

    return read_each(paths, progress)


def text_read(text: str, name: str, _progress: Progress) -> Read:
    """The tables of pasted text."""
    from csdesk.usecases.importing import read_pasted

    return read_pasted(text, name), ()


def all_read(sources: Sequence[Source], progress: Progress) -> Read:
    """The tables of several sources, in their order."""
    parts = [source(progress) for source in sources]
    return tuple(table for found, _ in parts for table in found), tuple(one for _, bad in parts for one in bad)


def recalled(
    found: Sequence[FoundTable], book: Book
) -> tuple[tuple[tuple[Matching, KnownLayout | None], ...], BookSettings]:
    """What was chosen for tables of the same shape, and what is known of that; the settings that columns are matched
    by."""
    from csdesk.usecases.importing import remembered
    from csdesk.usecases.known_layouts import layouts_of
    from csdesk.usecases.settings import book_settings

    return tuple(zip(remembered(book, found), layouts_of(book, found), strict=True)), book_settings(book)


def matched(
    tables: Sequence[FoundTable], matchings: Sequence[Matching], settings: BookSettings, progress: Progress
) -> tuple[MatchedTable, ...]:
    """Columns matched and values cleaned."""
    from csdesk.usecases.importing import match_tables

    return match_tables(tables, matchings, settings, progress)


class Said(NamedTuple):
    """What a person has said of rows: which accounts are meant, and what of the book stays."""

    same: SameAs
    kept: frozenset[Kept]


class Outlook(NamedTuple):
    """What a plan makes of one table: its rows by verdict, and its refused rows alone, where there are any."""

    counts: Counter[Verdict]
    refused: PlannedTable | None


def planned(
    tables: Sequence[MatchedTable], as_of: date, said: Said, report: Progress, book: Book
) -> tuple[Plan, list[Outlook]]:
    """The plan, and what it makes of each table."""
    from csdesk.usecases.importing import plan_import

    plan = plan_import(book, tables, as_of, report, *said)
    return plan, [_outlook(table) for table in plan.tables]


def _outlook(table: PlannedTable) -> Outlook:
    from csdesk.usecases.importing import Verdict
    from csdesk.usecases.saving import refused_alone

    counts = Counter({verdict: table.count(verdict) for verdict in Verdict})
    return Outlook(counts, refused_alone(table) if counts[Verdict.REFUSED] else None)


def applied(plan: Plan, chosen: Sequence[Matching], same: SameAs, report: Progress, book: Book) -> Changes:
    """The plan written."""
    from csdesk.usecases.importing import apply_plan

    return apply_plan(book, plan, tuple(chosen), report, same)


def rows_held(candidates: Sequence[Candidate], plan: Plan | None) -> list[object]:
    """Every row of tables and plan; those that are made when they are looked at are one thing together."""
    return [row for part in _parts_held(candidates, plan) for row in (part if isinstance(part, tuple) else (part,))]


def _parts_held(candidates: Sequence[Candidate], plan: Plan | None) -> Iterator[Sequence[object]]:
    for candidate in candidates:
        yield from candidate.rows_held()
    if plan is not None:
        yield plan.drafts


def free(rows: list[object]) -> None:
    """Drop the last references, giving way to the window in between."""
    while rows:
        rows.pop()
