"""What an import asks of the bench and the lane: each a plain call of a use case, made off the window's thread."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from PySide6.QtCore import QObject

    from csdesk.models.drafts import Changes
    from csdesk.models.problems import Problem
    from csdesk.ui.candidate import Candidate, Mending
    from csdesk.ui.desk import Desk, Progress
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

TROUBLES = 5_000
"""Of all that is to be said of cells and rows, how much is listed; nobody mends more by hand."""


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


class Wanted(NamedTuple):
    """A table to match, once it is mended."""

    found: FoundTable
    mendings: Sequence[Mending]
    matching: Matching


Matched: TypeAlias = "tuple[list[FoundTable], MatchedTable]"
"""A table as it stood, then after each mending; and what was made of it."""


def matched(wanted: Sequence[Wanted], settings: BookSettings, as_of: date, progress: Progress) -> list[Matched]:
    """Cells mended, columns matched and values cleaned."""
    from csdesk.usecases.importing import match_tables
    from csdesk.usecases.mended_cells import mended

    stages = [[one.found] for one in wanted]
    for tables, one in zip(stages, wanted, strict=True):
        for mending in one.mendings:
            progress(0, 0)
            tables.append(mended(tables[-1], *mending))
    last = [tables[-1] for tables in stages]
    made = match_tables(last, [one.matching for one in wanted], settings, progress, as_of=as_of)
    return list(zip(stages, made, strict=True))


class Said(NamedTuple):
    """What a person has said of rows: which accounts are meant, and what of the book stays."""

    same: SameAs
    kept: frozenset[Kept]


class Outlook(NamedTuple):
    """What a plan makes of one table: its rows by verdict, its refused rows alone, where there are any, what is to be
    said of it as far as it is listed, and by their letters the fields of columns that may be what is missing."""

    counts: Counter[Verdict]
    refused: PlannedTable | None
    troubles: tuple[Problem, ...]
    asking: Mapping[str, str]


def planned(
    tables: Sequence[MatchedTable], as_of: date, said: Said, report: Progress, book: Book
) -> tuple[Plan, list[Outlook]]:
    """The plan, and what it makes of each table."""
    from csdesk.usecases.importing import plan_import

    plan = plan_import(book, tables, as_of, report, *said)
    return plan, [_outlook(table) for table in plan.tables]


def _outlook(table: PlannedTable) -> Outlook:
    from csdesk.usecases.importing import Verdict, asked_columns
    from csdesk.usecases.saving import refused_alone

    counts = Counter({verdict: table.count(verdict) for verdict in Verdict})
    refused = refused_alone(table) if counts[Verdict.REFUSED] else None
    troubles = sorted(table.problems[:TROUBLES], key=_can_wait)
    return Outlook(counts, refused, tuple(troubles), asked_columns(table))


def _can_wait(problem: Problem) -> bool:
    """What keeps a row out comes before remarks."""
    return not problem.refuses


def applied(plan: Plan, chosen: Sequence[Matching], same: SameAs, report: Progress, book: Book) -> Changes:
    """The plan written."""
    from csdesk.usecases.importing import apply_plan

    return apply_plan(book, plan, tuple(chosen), report, same)


def parts_held(candidates: Sequence[Candidate], plan: Plan | None) -> list[Sequence[object]]:
    """All that many rows of tables and plan make large."""
    parts = [part for candidate in candidates for part in candidate.rows_held()]
    return [*parts, plan.drafts] if plan is not None else parts


def parts_outlived(candidates: Sequence[Candidate], plan: Plan | None) -> list[Sequence[object]]:
    """All that was large of the last plan."""
    parts = [part for candidate in candidates for part in candidate.outlived()]
    return [*parts, plan.drafts] if plan is not None else parts


def let_go(desk: Desk, page: QObject, parts: list[Sequence[object]]) -> None:
    """Drop the last references to such parts on the bench: at a stroke they would hold the window up."""
    desk.work(page, lambda _progress: _free(parts), lambda _nothing: None)


def _free(parts: list[Sequence[object]]) -> None:
    """Drop the last references row by row, giving way to the window in between; rows that are made when they are looked
    at are no burden."""
    while parts:
        part = parts.pop()
        rows = list(part) if isinstance(part, tuple | list) else []
        del part
        while rows:
            rows.pop()
