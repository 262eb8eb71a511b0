"""The full export: every kind of row, under headings and references by which an import takes it back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from csdesk.models.kinds import Kind
from csdesk.usecases.stopped import PasswordRefused, PasswordTrouble

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from csdesk.book.file import Book
    from csdesk.models.kinds import Language
    from csdesk.models.problems import Problem
    from csdesk.reports.tables import Table

    Progress = Callable[[int, int], None]

_FIRST = (Kind.ACCOUNT, Kind.CONTACT, Kind.CONTRACT, Kind.TOUCH, Kind.TASK, Kind.USE)
"""Sheets that people look at first; the others follow in the order in which they refer to one another."""
_WORKBOOK, _TEXT = ".xlsx", ".csv"


@dataclass(frozen=True, slots=True)
class ExportContent:
    """Everything in the book as tables, in one language."""

    tables: tuple[Table, ...]
    language: Language


def export_content(book: Book, language: Language) -> ExportContent:
    """Every kind that has rows, as a table, and one that tells what each column holds.

    Columns that an import has brought stand first, in its order and under its headings; then those that only the book
    knows, the team's own columns and the references.
    """
    from csdesk.intake.own.layouts import OWN_TABLES
    from csdesk.reports.tables import fitting
    from csdesk.usecases.export_tables import Writer, described

    writer = Writer(book, language)
    rank = {kind: at for at, kind in enumerate(_FIRST)}
    layouts = sorted(OWN_TABLES, key=lambda layout: rank.get(layout.kind, len(rank)))
    written = [writer.table(layout) for layout in layouts if writer.has(layout.kind)]
    columns = {table.name: columns for table, columns in written}
    parts = [(part, columns[table.name]) for table, _ in written for part in fitting([table])]
    names = fitting([part for part, _ in parts])
    tables = [(table, told) for table, (_, told) in zip(names, parts, strict=True)]
    return ExportContent((*(table for table, _ in tables), described(tables, language)), language)


def export_place(path: Path) -> Path:
    """Where an export to that path stands: the workbook, or the folder of its CSV files."""
    return path.with_suffix("") if path.suffix.casefold() == _TEXT else path


def write_export(content: ExportContent, path: Path, progress: Progress, password: str = "") -> tuple[Problem, ...]:
    """Write a workbook (.xlsx), or a CSV file a table into a folder (.csv, or a path without an ending).

    Gives the texts that could not be written whole. A workbook opens with the password, where one is given. Raises
    ReportRefused, and PasswordRefused for CSV files, which nothing protects.
    """
    from csdesk.reports.delivery import Hindrance, ReportRefused
    from csdesk.reports.tables import write_csvs, write_tables

    place = export_place(path)
    if place.suffix.casefold() == _WORKBOOK:
        return write_tables(content.tables, place, progress, content.language, password)
    if password:
        raise PasswordRefused(PasswordTrouble.NOT_HERE, path)
    if place.suffix and not place.is_dir():
        raise ReportRefused(Hindrance.BAD_NAME, place)
    return write_csvs(content.tables, place, progress)
