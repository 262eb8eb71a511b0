"""From a spreadsheet to the book: read, match, plan (nothing written), apply (one step), remember, take back."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from csdesk.intake.lookalikes import Kept, Lookalike, Party, SameAs
from csdesk.intake.names import told_apart
from csdesk.intake.shapes import (
    Cancelled,
    Choice,
    ColumnMatch,
    FileRefused,
    Finding,
    FoundTable,
    MatchedTable,
    Matching,
    Plan,
    PlannedRow,
    PlannedTable,
    Refusal,
    TableKind,
    Verdict,
    silent,
)
from csdesk.models.kinds import Kind, StepName
from csdesk.models.problems import Place, Problem, Reason
from csdesk.usecases.books import save_before_import
from csdesk.usecases.refused_marks import REFUSED_MARKS
from csdesk.usecases.same_accounts import remember_same, said_same

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.book.steps import Step
    from csdesk.models.drafts import Changes, Value
    from csdesk.usecases.settings import BookSettings

    Progress = Callable[[int, int], None]

__all__ = [
    "Cancelled",
    "Choice",
    "ColumnMatch",
    "FileRefused",
    "Finding",
    "FoundTable",
    "Kept",
    "Lookalike",
    "MatchedTable",
    "Matching",
    "Party",
    "Plan",
    "PlannedRow",
    "PlannedTable",
    "Refusal",
    "SameAs",
    "TableKind",
    "Verdict",
    "told_apart",
]

COMPARED = (
    Kind.ACCOUNT, Kind.PERSON, Kind.CONTACT, Kind.PRODUCT, Kind.CONTRACT, Kind.RISK, Kind.PLAY, Kind.PLAY_STEP,
    Kind.PLAY_RUN, Kind.TOUCH, Kind.TASK, Kind.MEASURE, Kind.USE, Kind.TICKET, Kind.ANSWER, Kind.INVOICE, Kind.COST,
    Kind.GOAL, Kind.MILESTONE, Kind.DEAL, Kind.FEEDBACK, Kind.INTERVIEW, Kind.MAILING, Kind.PERIOD_FIGURE,
    Kind.EXCHANGE_RATE, Kind.INVITATION, Kind.MARKER, Kind.HEALTH_VALUE, Kind.HEALTH_DAY, Kind.HEALTH_OVERRIDE,
    Kind.TARGET, Kind.PACK, Kind.WIN, Kind.SETTING, Kind.DEFINITION, Kind.SAVED_VIEW, Kind.MATCHING,
    Kind.CUSTOM_FIELD, Kind.CUSTOM_VALUE,
)  # fmt: skip
"""Kinds whose rows a plan is compared with."""


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import, for the list of earlier ones. `step` takes it back; `counts` by verdict; `sheets` as a workbook calls
    them."""

    id: int
    step: int | None
    at: datetime
    who: str
    file: str
    counts: dict[str, int]
    sheets: tuple[str, ...] = ()


def read_files(paths: Sequence[Path], progress: Progress, *, sheet: str | None = None) -> tuple[FoundTable, ...]:
    """Every table in the files, each file by a name of its own. Raises FileRefused with the reason a file cannot be
    taken, Cancelled when stopped."""
    from csdesk.intake.matching import by_months
    from csdesk.intake.reading import read_files as read

    return told_apart(by_months(read(paths, sheet=sheet, progress=progress)))


def read_each(paths: Sequence[Path], progress: Progress) -> tuple[tuple[FoundTable, ...], tuple[FileRefused, ...]]:
    """Every table in the files that can be taken, and why the others cannot. Raises Cancelled when stopped."""
    found: list[FoundTable] = []
    refused: list[FileRefused] = []
    for path in paths:
        try:
            found += read_files([path], progress)
        except FileRefused as bad:
            refused.append(bad)
    return tuple(found), tuple(refused)


def read_pasted(text: str, name: str) -> tuple[FoundTable, ...]:
    """Every table in text from the clipboard; `name` stands for the file."""
    from csdesk.intake.reading import read_text

    return read_text(text, name)


def remembered(book: Book, found: Sequence[FoundTable]) -> tuple[Matching, ...]:
    """What was chosen for files of the same shape, one for each table; empty where nothing was."""
    from csdesk.book.read import rows

    kept = {row["shape"]: row for row in rows(book, Kind.MATCHING)}
    return tuple(_matching(kept.get(known_shape(table))) for table in found)


def known_shape(table: FoundTable) -> str:
    """What tables of one shape have in common; one of refused rows has the shape of the table they came from."""
    from csdesk.intake.matching import shape_of

    return shape_of(replace(table, columns=tuple(one for one in table.columns if one.heading not in REFUSED_MARKS)))


def match_tables(
    found: Sequence[FoundTable],
    matchings: Sequence[Matching],
    settings: BookSettings,
    progress: Progress = silent,
    *,
    as_of: date | None = None,
) -> tuple[MatchedTable, ...]:
    """Columns matched and values cleaned; what the matchings leave empty is found by evidence. Past days of columns
    that tell no year are the last ones up to `as_of`."""
    from csdesk.intake.matching import match_tables as match

    wished = [*matchings[: len(found)], *(Matching() for _ in found[len(matchings) :])]
    return match(
        found,
        [_without_marks(table, wish) for table, wish in zip(found, wished, strict=True)],
        language=settings.language,
        currency=settings.currency,
        fiscal_start=settings.fiscal_start,
        as_of=as_of,
        progress=progress,
    )


def _without_marks(table: FoundTable, wish: Matching) -> Matching:
    """What is wished for a table, where what we have written beside refused rows is left out."""
    from csdesk.intake.fields import SKIP

    ours = {one.heading: SKIP for one in table.columns if one.heading in REFUSED_MARKS}
    return replace(wish, fields={**ours, **wish.fields}) if ours else wish


def plan_import(
    book: Book,
    matched: Sequence[MatchedTable],
    as_of: date,
    progress: Progress = silent,
    same: SameAs = MappingProxyType({}),
    kept: Collection[Kept] = (),
) -> Plan:
    """What an import would do to the book: new, changed, same, conflict, refused. Nothing is written.

    `same` says which account is meant by a name, beside what is remembered of earlier imports; `kept` of which values
    the book's own stay.
    """
    from csdesk.book.read import compared
    from csdesk.intake.planning import plan
    from csdesk.usecases.setting_values import acceptable
    from csdesk.usecases.settings import book_settings

    currency, rows = book_settings(book).currency, compared(book, COMPARED, lambda: progress(0, 0))
    said = {**said_same(rows), **same}
    return plan(
        matched, rows, currency=currency, as_of=as_of, accepts=acceptable, same=said, kept=kept, progress=progress
    )


def apply_plan(
    book: Book,
    plan: Plan,
    chosen: Sequence[Matching] = (),
    progress: Progress = silent,
    same: SameAs = MappingProxyType({}),
) -> Changes:
    """Write a plan as one step, with its batch and the place each row came from. `progress` is told rows written and in
    all, and may raise to stop: then nothing is written.

    Kind and columns are remembered for tables of the same shape, the book's own aside; of the choices only those a
    person made (`chosen`, one for each table), so that evidence decides anew in the next file; and which accounts
    the person has said are the `same`.
    """
    from csdesk.book.draft_places import FileBatch
    from csdesk.book.drafts import write_drafts

    tables = [planned.matched.table for planned in plan.tables]
    batches = tuple(
        FileBatch(file, sha256, json.dumps(_described(plan, file), ensure_ascii=False), json.dumps(_counts(plan, file)))
        for file, sha256 in dict.fromkeys((table.file, table.sha256) for table in tables)
    )
    if plan.drafts or plan.blocks:
        save_before_import(book)
    with book.step(StepName.IMPORT, subject=", ".join(batch.file for batch in batches)) as step:
        writes = bool(plan.drafts or plan.blocks)
        ids = write_drafts(step, plan.drafts, blocks=plan.blocks, batches=batches if writes else (), progress=progress)
        _remember(book, step, plan, chosen)
        remember_same(book, step, plan, same, ids)
    return step.changes


def asked_columns(planned: PlannedTable) -> dict[str, str]:
    """Columns that may be what a table lacks, by their letters: the field that each may be."""
    from csdesk.intake.packed import at_hand

    said = (one for one in at_hand(planned.problems) if one.reason is Reason.NOT_MATCHED)
    return {one.place.column: one.field for one in said}


def knows_field(field_id: str) -> bool:
    """Whether a column may be taken as that; '' keeps it as the team's own."""
    from csdesk.intake.fields import is_field

    return field_id == "" or is_field(field_id)


def knows_answer(choice: Choice, answer: object) -> bool:
    """Whether a choice can be settled so."""
    from csdesk.intake.matching.meaning.answers import may_answer

    return may_answer(choice, answer)


def left_hidden(matched: MatchedTable) -> PlannedTable:
    """A table of a hidden sheet, which nobody has asked for: no row is planned, and that is said."""
    place = Place(matched.table.file, matched.table.sheet)
    return PlannedTable(matched, (), (Problem(place, "", matched.table.sheet, Reason.HIDDEN, refuses=False),))


def import_batches(book: Book) -> tuple[ImportBatch, ...]:
    """Earlier imports that still stand, newest first."""
    from csdesk.book.read import batches

    return tuple(
        ImportBatch(row.id, row.step, row.at, row.who, row.file, json.loads(row.counts), _sheets(row.tables))
        for row in batches(book)
    )


def _sheets(tables: str) -> tuple[str, ...]:
    """The sheets of an import that tables came from, each once."""
    return tuple(dict.fromkeys(name for table in json.loads(tables) if (name := str(table.get("sheet") or ""))))


def _matching(row: Mapping[str, Value] | None) -> Matching:
    if row is None:
        return Matching()
    choices = {Choice(key): value for key, value in json.loads(str(row["choices"])).items()}
    return Matching(TableKind(str(row["kind"])), json.loads(str(row["columns"])), choices)


def _remember(book: Book, step: Step, plan: Plan, chosen: Sequence[Matching]) -> None:
    from csdesk.book.read import rows

    kept = {row["shape"]: row for row in rows(book, Kind.MATCHING)}
    choices = [*chosen, *([Matching()] * len(plan.tables))]
    by_shape = {
        known_shape(planned.matched.table): (planned.matched, choice)
        for planned, choice in zip(plan.tables, choices, strict=False)
        if not planned.matched.own
    }
    for shape, (matched, choice) in by_shape.items():
        if matched.kind is TableKind.UNKNOWN:
            continue
        values = {
            "kind": matched.kind.value,
            "columns": json.dumps(_fields(matched), ensure_ascii=False),
            "choices": json.dumps(_lasting(matched.kind, choice)),
        }
        row = kept.get(shape)
        if row is None:
            step.insert(Kind.MATCHING, {"shape": shape, **values})
        elif any(row[key] != value for key, value in values.items()):
            step.update(Kind.MATCHING, int(str(row["id"])), values)


def _lasting(kind: TableKind, said: Matching) -> dict[str, str]:
    """The answers that hold for the next file of the same shape too: not the month that figures of use are of."""
    passing = {Choice.PERIOD} if kind is TableKind.USE else set()
    return {choice.value: answer for choice, answer in said.choices.items() if choice not in passing}


def _fields(matched: MatchedTable) -> dict[str, str]:
    return {one.column.heading: one.field for one in matched.columns if one.column.heading not in REFUSED_MARKS}


def _described(plan: Plan, file: str) -> list[dict[str, object]]:
    return [
        {"sheet": p.matched.table.sheet, "range": p.matched.table.range, "kind": p.matched.kind.value}
        for p in plan.tables
        if p.matched.table.file == file
    ]


def _counts(plan: Plan, file: str) -> dict[str, int]:
    mine = [planned for planned in plan.tables if planned.matched.table.file == file]
    return {verdict.value: sum(planned.count(verdict) for planned in mine) for verdict in Verdict}
