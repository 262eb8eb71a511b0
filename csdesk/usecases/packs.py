"""Packs that were sent: recorded when a board workbook is written, listed, noted, deleted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from csdesk.models.kinds import Kind, Language, StepName
from csdesk.models.months import Month, Period, PeriodKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from csdesk.book.file import Book
    from csdesk.models.drafts import Changes
    from csdesk.reports.content import BoardContent

Stated: TypeAlias = "int | float | Fraction | None"
"""A figure as it was stated; None: that it could not be had."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A board workbook that was written: of what, for whom, pinned by what, and what its figures were. `definition` is
    the number of the version of the definitions, None where they were kept as none."""

    id: int
    file: str
    period: Period
    as_of: date
    language: Language
    redacted: bool
    note: str
    made_at: datetime
    made_by: str
    made_with: str
    rules: str
    definition: int | None
    fingerprint: str
    figures: Mapping[str, Stated]


def packs(book: Book) -> tuple[Pack, ...]:
    """Every pack, the latest first."""
    from csdesk.book.read import rows
    from csdesk.usecases.settings import book_settings

    fiscal_start = book_settings(book).fiscal_start
    found = [_pack(dict(row), fiscal_start) for row in rows(book, Kind.PACK)]
    return tuple(sorted(found, key=lambda pack: (pack.made_at, pack.id), reverse=True))


def one_pack(book: Book, pack: int) -> Pack:
    """One pack. Raises Gone where it has been deleted."""
    from csdesk.usecases.rows import one_row
    from csdesk.usecases.settings import book_settings

    return _pack(one_row(book, Kind.PACK, pack), book_settings(book).fiscal_start)


def record_pack(book: Book, content: BoardContent, file: str, note: str = "") -> Changes:
    """Note in the book that a workbook of this content was written, and what it says; `file` is its bare name."""
    import json

    pinned = content.pinned
    assert pinned is not None
    figures = {one.now.metric: _written(one.now.value) for one in content.headline}
    with book.step(StepName.WRITE_PACK, subject=file) as step:
        step.insert(
            Kind.PACK,
            {
                "file": file,
                "period_kind": content.period.kind.value,
                "first_month": str(content.period.first),
                "as_of": pinned.as_of,
                "language": content.language.value,
                "redacted": content.redacted,
                "note": note.strip() or None,
                "made_at": book.clock(),
                "made_by": book.who,
                "made_with": pinned.made_with,
                "rules": pinned.rules,
                "definition": pinned.definition,
                "fingerprint": pinned.fingerprint,
                "figures": json.dumps(figures),
            },
        )
    return step.changes


def note_pack(book: Book, pack: int, note: str) -> Changes:
    """Say whom a pack was for. Raises Gone where it has been deleted."""
    from csdesk.usecases.rows import name_of

    with book.step(StepName.EDIT_PACK, subject=name_of(book, Kind.PACK, pack)) as step:
        step.update(Kind.PACK, pack, {"note": note.strip() or None})
    return step.changes


def _pack(row: Mapping[str, Any], fiscal_start: int) -> Pack:
    from datetime import UTC

    return Pack(
        row["id"],
        row["file"],
        Period(Month.parse(row["first_month"]), PeriodKind(row["period_kind"]), fiscal_start),
        row["as_of"],
        Language(row["language"]),
        bool(row["redacted"]),
        row["note"] or "",
        row["made_at"].replace(tzinfo=UTC),
        row["made_by"],
        row["made_with"],
        row["rules"],
        row["definition"],
        row["fingerprint"],
        _figures(row["figures"]),
    )


def _figures(text: str) -> dict[str, Stated]:
    """What was stated; nothing where a sheet that was edited by hand brought something else."""
    import json

    try:
        return {metric: _read(value) for metric, value in json.loads(text).items()}
    except (ArithmeticError, AttributeError, TypeError, ValueError):
        return {}


def _written(value: Stated) -> str | None:
    """Exact: whole numbers and fractions as such, others as the shortest decimal that gives them back."""
    return None if value is None else repr(value) if isinstance(value, float) else str(Fraction(value))


def _read(text: str | None) -> Stated:
    if text is None:
        return None
    return float(text) if "." in text or "e" in text else Fraction(text)
