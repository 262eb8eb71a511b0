"""What became of a variant: right, told to the person, or wrong without a word."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any

from csdesk.book.file import Book
from csdesk.models.kinds import Kind, Language
from csdesk.models.problems import Reason
from csdesk.usecases.books import new_book
from csdesk.usecases.cohorts import Asked, cohort_triangles
from csdesk.usecases.figures import figures_between
from csdesk.usecases.importing import (
    FileRefused,
    Plan,
    TableKind,
    apply_plan,
    match_tables,
    plan_import,
    read_files,
)
from csdesk.usecases.settings import BookSettings
from tests.intake_variants.dressing import Dresser, plainly
from tests.intake_variants.sheets import write
from tests.intake_variants.stories import Story

METRICS = (
    "mrr", "new_mrr", "reactivation_mrr", "expansion_mrr", "contraction_mrr", "churned_mrr", "accounts",
    "churned_accounts", "logo_churn", "net_revenue_retention", "gross_revenue_retention",
)  # fmt: skip
_QUIET = {Reason.TOTAL_ROW, Reason.NOTE_ROW, Reason.HIDDEN, Reason.LIKELY_SAME, Reason.DUPLICATE, Reason.YEAR_TAKEN}
"""Remarks that would not make a person look at a wrong figure."""


class Verdict(StrEnum):
    RIGHT = "right"
    TOLD = "told"
    SILENT = "silently wrong"


@dataclass(frozen=True, slots=True)
class Outcome:
    verdict: Verdict
    why: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    plan: Plan
    says: Any
    """What the book says of the story afterwards."""


def imported(path: Path, story: Story, currency: str, lang: str, folder: Path) -> Imported:
    """One file into an empty book."""
    settings = BookSettings(currency=currency, fiscal_start=4, language=Language(lang))
    book = new_book(folder / "book.csdesk", settings, who="tester", clock=lambda: datetime(2025, 2, 1, tzinfo=UTC))
    try:
        matched = match_tables(read_files([path], lambda _done, _all: None), (), settings)
        plan = plan_import(book, [one for one in matched if not one.table.hidden], story.as_of)
        apply_plan(book, plan)
        return Imported(plan, _figures(book, story) if story.figures else _rows(book, story))
    finally:
        book.close()
        for file in folder.glob("book*"):
            if file.is_file():
                file.unlink()


def _figures(book: Book, story: Story) -> Any:
    from csdesk.models.money import Currency
    from csdesk.usecases.settings import book_settings

    unit = 10 ** Currency(book_settings(book).currency).digits
    wanted = METRICS if story.grid != "marks" else ("accounts", "churned_accounts", "logo_churn")
    found = figures_between(book, story.as_of, ids=wanted)
    said: list[Any] = [
        (str(one.metric), str(one.period), None if one.value is None else
         round(float(one.value) / (unit if one.unit and one.unit.value == "money" else 1), 6))
        for one in found
    ]  # fmt: skip
    for triangle in cohort_triangles(book, story.as_of, Asked()):
        said += [(str(c.start), cell.age, float(cell.part)) for c in triangle.cohorts for cell in c.cells]
    return said


def _rows(book: Book, story: Story) -> Any:
    from csdesk.book.read import rows
    from csdesk.models.money import Currency
    from csdesk.usecases.settings import book_settings

    unit = 10 ** Currency(book_settings(book).currency).digits
    names = {
        column: {row["id"]: row["name"] for row in rows(book, kind)}
        for column, kind in (("account_id", Kind.ACCOUNT), ("owner_id", Kind.PERSON))
    }
    names["measure_id"] = {row["id"]: str(row["code"]).casefold() for row in rows(book, Kind.MEASURE)}

    def told(row: dict[str, Any]) -> tuple[str, ...]:
        shown = []
        for column in story.shown:
            value = row[column]
            if column in names:
                value = names[column].get(value)
            if column == "amount" and story.kind in {Kind.COST, Kind.INVOICE} and value is not None:
                value /= unit
            shown.append(str(value))
        return tuple(shown)

    return sorted(told(row) for row in rows(book, story.kind))


class Judge:
    """Imports variants and holds them against their story, told plainly."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[tuple[str, str, tuple[str, ...]], Any] = {}

    def judge(self, story: Story, lang: str, rng: Random) -> tuple[Outcome, list[str], Path]:
        dresser = Dresser(story, lang, rng)
        dressed = dresser.dress()
        path = write(dressed.sheet, self._folder, rng, lang, typed=dressed.typed)
        notes = [story.name, lang, dressed.currency, *map(str, dressed.sheet.headings[-1]), *dressed.sheet.notes]
        return self._outcome(path, story, dressed.currency, lang), notes, path

    def _outcome(self, path: Path, story: Story, currency: str, lang: str) -> Outcome:
        try:
            mine = imported(path, story, currency, lang, self._folder)
        except FileRefused as refused:
            return Outcome(Verdict.TOLD, f"refused: {refused.args[0]}")
        wanted = self._wanted(story, lang, mine.plan)
        if mine.says == wanted:
            return Outcome(Verdict.RIGHT)
        said = _told(mine.plan)
        detail = _difference(mine.says, wanted)
        if said:
            return Outcome(Verdict.TOLD, f"{said} | {detail}")
        return Outcome(Verdict.SILENT, f"{_columns(mine.plan)} | {detail}")

    def _wanted(self, story: Story, lang: str, plan: Plan) -> Any:
        left_out = tuple(sorted(set(story.optional)))
        key = (story.name, lang, left_out)
        if key not in self._known:
            self._known[key] = plain(story, self._folder)
        wanted = self._known[key]
        return _without_left_out(wanted, story, plan)


def plain(story: Story, folder: Path) -> Any:
    """What the story says when it is told plainly."""
    out = io.StringIO()
    sheet = plainly(story)
    csv.writer(out, lineterminator="\n").writerows([*sheet.headings, *sheet.rows])
    path = folder / f"{'logins' if story.grid == 'logins' else 'costs' if story.grid == 'cost' else 'plain'}.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    done = imported(path, story, "JPY", "en", folder)
    path.unlink()
    return done.says


def _without_left_out(wanted: Any, story: Story, plan: Plan) -> Any:
    """Columns that the variant does not have say nothing."""
    fields = {match.field for table in plan.tables for match in table.matched.columns}
    hidden = {"external_id": "account.external_id", "comment": "nps.comment"}
    gone = [at for at, column in enumerate(story.shown) if column in hidden and hidden[column] not in fields]
    if story.figures or not gone or story.kind is Kind.TICKET:
        return wanted
    return sorted(tuple("None" if at in gone else value for at, value in enumerate(row)) for row in wanted)


def _told(plan: Plan) -> str:
    """What a person is told that would make him look: refusals, questions, tables and columns not understood."""
    if all(table.matched.kind is TableKind.UNKNOWN for table in plan.tables):
        return "unknown table: " + _columns(plan)
    said: dict[str, int] = {}
    for table in plan.tables:
        for problem in table.problems:
            if problem.refuses or problem.reason not in _QUIET:
                said[f"{problem.reason} {problem.field}"] = said.get(f"{problem.reason} {problem.field}", 0) + 1
    return ", ".join(f"{reason}: {count}" for reason, count in said.items())


def _columns(plan: Plan) -> str:
    return "; ".join(
        f"{table.matched.kind}[" + ", ".join(f"{m.column.heading}={m.field}" for m in table.matched.columns) + "]"
        for table in plan.tables
    )


def _difference(mine: Sequence[Any], wanted: Sequence[Any]) -> str:
    other = [(a, b) for a, b in zip(mine, wanted, strict=False) if a != b]
    return f"{len(mine)} of {len(wanted)}; {other[:2]}"
