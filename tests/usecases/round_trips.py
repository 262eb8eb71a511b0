"""A book exported, and taken into another by recognition alone."""

from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from csdesk.book.file import Book
from csdesk.book.read import rows
from csdesk.intake.own.layouts import BY_KIND, OWN_TABLES
from csdesk.intake.shapes import Plan, Verdict
from csdesk.models.kinds import Kind, Language
from csdesk.usecases.export import export_content, export_place, write_export
from csdesk.usecases.importing import apply_plan, match_tables, plan_import, read_files, remembered
from csdesk.usecases.settings import book_settings

Content = dict[Kind, Counter[tuple[tuple[str, Any], ...]]]
TODAY = date(2026, 3, 18)


def silent(_done: int, _whole: int) -> None:
    """Progress that nobody follows."""


def exported(book: Book, path: Path, language: Language = Language.EN) -> list[Path]:
    """The files of a full export."""
    write_export(export_content(book, language), path, silent)
    place = export_place(path)
    return sorted(place.iterdir()) if place.is_dir() else [place]


def planned(book: Book, files: list[Path]) -> Plan:
    """What an import of the files would do."""
    found = read_files(files, silent)
    return plan_import(book, match_tables(found, remembered(book, found), book_settings(book)), TODAY)


def imported(book: Book, files: list[Path]) -> Plan:
    """The import done."""
    plan = planned(book, files)
    apply_plan(book, plan)
    return plan


def counts(plan: Plan) -> Counter[Verdict]:
    """Rows by verdict, of all tables together."""
    return Counter(row.verdict for table in plan.tables for row in table.rows)


def content(book: Book) -> Content:
    """Every row a person keeps, as often as it is there; ids only where other rows go by them."""
    fields = {row["id"]: (row["kind"], row["name"]) for row in rows(book, Kind.CUSTOM_FIELD)}
    measures = {row["id"]: row["code"] for row in rows(book, Kind.MEASURE)}
    named: dict[str, dict[Any, Any]] = {"field_id": fields, "measure_id": measures}

    def plain(kind: Kind, row: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
        with_id = kind in BY_KIND and BY_KIND[kind].is_referred
        kept = {name: value for name, value in row.items() if name != "id" or with_id}
        return tuple((name, named[name][value] if name in named else value) for name, value in kept.items())

    kinds = (*(layout.kind for layout in OWN_TABLES), Kind.CUSTOM_FIELD, Kind.CUSTOM_VALUE)
    return {kind: Counter(plain(kind, row) for row in rows(book, kind)) for kind in kinds}


def new_book(path: Path, clock: Callable[[], datetime], currency: str = "USD") -> Book:
    """An empty book with other settings than any that comes into it."""
    from csdesk.usecases import books
    from csdesk.usecases.settings import BookSettings

    return books.new_book(path, BookSettings(currency, 7, Language.EN), who="sample", clock=clock)
