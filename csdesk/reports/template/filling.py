"""A workbook of the user's own, filled where its defined names are those of the board workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from csdesk.intake.shapes import Progress
from csdesk.models.kinds import Language
from csdesk.reports.board import write_sheets
from csdesk.reports.content import BoardContent
from csdesk.reports.delivery import Hindrance, ReportRefused, delivered
from csdesk.reports.inks import font
from csdesk.reports.pack import Cell, Pack
from csdesk.reports.template.cells import SheetCells
from csdesk.reports.template.parts import Parts, Place
from csdesk.reports.workbooks import protect, scratch_workbook
from csdesk.wording.charts import period_name
from csdesk.wording.speech import day

Rows: TypeAlias = Sequence[Sequence[Cell]]
TABLE = "table_"
"""What the name of a table begins with; its rows are filled in from its first cell down."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of a template's names: filled in; not known here, and left as they are; known, but pointing to no
    cells, or to a formula that is that of other cells as well; and tables of which not all rows had room, with how many
    had and how many there are."""

    filled: tuple[str, ...]
    unknown: tuple[str, ...]
    nowhere: tuple[str, ...]
    cut: tuple[tuple[str, int, int], ...]


def fill_template(content: BoardContent, template: Path, path: Path, progress: Progress, password: str = "") -> Filled:
    """Write the template to `path` with every known name filled in and all else as it was: formats, charts, pictures.

    What its formulas come to is left to the program that opens it. Raises ReportRefused, for the template or for the
    place, where nothing has then been written; lets Cancelled through.
    """
    parts = Parts(template)
    if path.resolve() == template.resolve():
        raise ReportRefused(Hindrance.IS_TEMPLATE, path)
    filled = _fill(parts, values_of(content, progress), content.language)
    if not filled.filled:
        raise ReportRefused(Hindrance.NO_NAMES, template)
    with delivered(path) as handle:
        packed = BytesIO()
        parts.write(packed)
        if password:
            protect(packed, password, handle)
        else:
            handle.write(packed.getbuffer())
    return filled


def values_of(content: BoardContent, progress: Progress) -> Mapping[str, Rows]:
    """What every name of the board workbook holds: one row of one cell for a figure, all rows for a table."""
    pack = Pack(scratch_workbook(font(content.language)), content)
    write_sheets(pack, progress)
    said = {name: [[value]] for name, value in said_of(content).items()}
    return said | {name: held.rows() for name, held in pack.named.items()}


def said_of(content: BoardContent) -> dict[str, Cell]:
    """What a template can say of the report itself."""
    period = period_name(content.period, content.language)
    return {
        "company": content.company, "period": period, "as_of": content.as_of, "currency": content.currency.code,
    }  # fmt: skip


def _fill(parts: Parts, values: Mapping[str, Rows], language: Language) -> Filled:
    known = {name.casefold(): name for name in values}
    sheets: dict[str, SheetCells] = {}
    filled, unknown, nowhere, cut = list[str](), list[str](), list[str](), list[tuple[str, int, int]]()
    for name, place in parts.names():
        key = known.get(name.casefold())
        if key is None:
            unknown.append(name)
        elif place is None:
            nowhere.append(name)
        else:
            if place.sheet not in sheets:
                sheets[place.sheet] = _sheet(parts, place.sheet, language)
            rows = values[key]
            fitting = _fill_place(sheets[place.sheet], place, rows, table=key.startswith(TABLE))
            (nowhere if fitting is None else filled).append(name)
            if fitting is not None and fitting < len(rows):
                cut.append((name, fitting, len(rows)))
    return Filled(tuple(filled), tuple(unknown), tuple(nowhere), tuple(cut))


def _sheet(parts: Parts, name: str, language: Language) -> SheetCells:
    zero = date(1904, 1, 1) if parts.from_1904 else date(1899, 12, 30)
    return SheetCells(parts.tree(parts.sheets[name]), zero, parts.plain_formats(), lambda on: day(on, language))


def _fill_place(cells: SheetCells, place: Place, rows: Rows, *, table: bool) -> int | None:
    """Write what there is room for, and empty what is left of the place; how many rows had room, None where the first
    cell cannot be changed."""
    columns = _columns(place, rows, table=table)
    touched = range(place.row, place.last_row + 1 if table else place.row + 1)
    if any(cells.shares_formula(row, column) for row in touched for column in columns):
        return None
    room = _room(cells, place, columns, len(rows)) if table else 1
    for at, row in enumerate(rows[:room], place.row):
        for column, value in zip(columns, row, strict=False):
            cells.put(at, column, value, place.row)
    written = min(room, len(rows))
    for at in range(place.row + written, place.last_row + 1 if table else place.row):
        for column in columns:
            cells.put(at, column, None, place.row)
    return written


def _columns(place: Place, rows: Rows, *, table: bool) -> range:
    """The columns to fill: those of an area that is wider than one cell, else as many as a row has."""
    if not table:
        return range(place.column, place.column + 1)
    wide = place.last_column if place.last_column > place.column else place.column + max(map(len, rows), default=1) - 1
    return range(place.column, wide + 1)


def _room(cells: SheetCells, place: Place, columns: range, wanted: int) -> int:
    """Rows that can be filled: those of an area of several; of one of a single row, down to what stands below it."""
    if place.last_row > place.row:
        return place.last_row - place.row + 1
    for at in range(place.row + 1, place.row + wanted):
        if any(cells.occupied(at, column) for column in columns):
            return at - place.row
    return max(wanted, 1)
