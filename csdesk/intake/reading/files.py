"""Files and pasted text to found tables, each refused by name where it cannot be taken."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from os import PathLike
from pathlib import Path

from csdesk.intake.reading.carded import CardFile, card_files, tables_of
from csdesk.intake.reading.csvs import read_csv
from csdesk.intake.reading.dittos import without_dittos
from csdesk.intake.reading.found import find_tables
from csdesk.intake.reading.gate import Form, Source, open_source
from csdesk.intake.reading.grid import Grid
from csdesk.intake.reading.groups import without_groups
from csdesk.intake.reading.parted import parted
from csdesk.intake.reading.prefixes import without_prefixes
from csdesk.intake.reading.spreadsheetml import is_spreadsheetml, read_spreadsheetml
from csdesk.intake.reading.text import decode
from csdesk.intake.reading.webpages import is_page, read_page
from csdesk.intake.reading.workbooks import read_workbook
from csdesk.intake.shapes import FileRefused, FoundTable, Progress, Refusal, silent


def read_files(
    paths: Iterable[str | PathLike[str]], *, sheet: str | None = None, progress: Progress = silent
) -> tuple[FoundTable, ...]:
    """All tables of the files, in the files' order; hidden sheets are among them, marked.

    With `sheet` only that sheet of workbooks is taken. Raises `FileRefused(reason, name)` at the first file that
    cannot be taken, has no such sheet or holds no table, and whatever `progress` raises (`Cancelled`).
    """
    return tuple(table for path in paths for table in _read_file(Path(path), sheet, progress))


def read_text(text: str, name: str, *, progress: Progress = silent) -> tuple[FoundTable, ...]:
    """Tables in pasted text: cells separated by tabs, as Excel and Sheets copy them, or any text a file may hold."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    plain = text.lstrip("\ufeff").replace("\0", "")
    if not plain.strip():
        raise FileRefused(Refusal.EMPTY, name)
    try:
        return _tables([replace(read_csv(plain, progress), encoding="utf-8")], name, sha256, progress)
    except FileRefused as refused:
        raise FileRefused(refused.args[0], name) from None


def _read_file(path: Path, sheet: str | None, progress: Progress) -> tuple[FoundTable, ...]:
    try:
        progress(0, 0)
        source = open_source(path)
        grids = _grids(source, progress)
        if sheet is not None:
            grids = _of_sheet(grids, sheet)
        return _tables(grids, source.name, source.sha256, progress)
    except FileRefused as refused:
        reason, *instead = refused.args
        raise FileRefused(reason, path.name or str(path), *instead) from None


def _of_sheet(grids: list[Grid], sheet: str) -> list[Grid]:
    if grids and not any(grid.sheet for grid in grids):
        raise FileRefused(Refusal.NO_SHEETS)
    named = [grid for grid in grids if grid.sheet == sheet]
    if grids and not named:
        raise FileRefused(Refusal.NO_SUCH_SHEET, ", ".join(grid.sheet for grid in grids))
    return named


def _grids(source: Source, progress: Progress) -> list[Grid]:
    if source.form is Form.TEXT:
        decoded = decode(source.data, progress)
        return [replace(grid, encoding=decoded.encoding) for grid in _text_grids(decoded.text, progress)]
    return read_workbook(source.data, progress)


def _text_grids(text: str, progress: Progress) -> list[Grid]:
    if is_spreadsheetml(text):
        return read_spreadsheetml(text, progress)
    if is_page(text):
        return read_page(text, progress)
    if text.lstrip().startswith("<?xml"):
        raise FileRefused(Refusal.NOT_A_SPREADSHEET)
    return [without_prefixes(read_csv(text, progress))]


def _tables(grids: list[Grid], file: str, sha256: str, progress: Progress) -> tuple[FoundTable, ...]:
    tables = tuple(_in_order(grids, (file, sha256), progress))
    if not tables:
        raise FileRefused(Refusal.NO_TABLE)
    return tables


def _in_order(grids: list[Grid], source: tuple[str, str], progress: Progress) -> Iterator[FoundTable]:
    """The tables of all sheets; cards of accounts are one table, where the first of them stands."""
    cards = {id(card.grid): home for home in card_files(grids) for card in (*home.cards, *home.others)}
    told: list[CardFile] = []
    for grid in grids:
        home = cards.get(id(grid))
        if home is None:
            yield from map(parted, map(without_groups, map(without_dittos, find_tables(grid, *source, progress))))
        elif home not in told:
            told.append(home)
            yield from tables_of(home, source, progress)
