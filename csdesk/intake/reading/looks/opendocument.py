"""OpenDocument spreadsheets (.ods): errors, formulas, hidden rows and columns, merges and number formats."""

import re
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Final
from xml.parsers import expat
from zipfile import ZipFile

from csdesk.intake.reading.grid import Merge, Spot
from csdesk.intake.reading.looks.gathered import ERRORS, Gathered
from csdesk.intake.reading.sheetxml import AGGREGATE, SheetLook
from csdesk.models.problems import column_of

_BLOCK: Final = 1 << 20
_TABLE: Final = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CALC: Final = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_SHEET, _ROW, _COLUMN, _COMMENT = (
    f"{_TABLE}table",
    f"{_TABLE}table-row",
    f"{_TABLE}table-column",
    f"{_OFFICE}annotation",
)
_CELLS: Final = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_FORMULA, _NAME, _VISIBILITY = f"{_TABLE}formula", f"{_TABLE}name", f"{_TABLE}visibility"
_KIND, _CURRENCY, _CALC_KIND = f"{_OFFICE}value-type", f"{_OFFICE}currency", f"{_CALC}value-type"
_DOWN, _ACROSS = f"{_TABLE}number-rows-spanned", f"{_TABLE}number-columns-spanned"
_ROWS, _COLUMNS = f"{_TABLE}number-rows-repeated", f"{_TABLE}number-columns-repeated"
_HIDDEN: Final = frozenset({"collapse", "filter"})
_ERROR: Final = re.compile("|".join(map(re.escape, ERRORS.values())) + r"|(?:Err|エラー):\d{3}")
_LONGEST: Final = 20
"""Characters of an error, and digits of a number."""
_VERTICAL: Final = re.compile(r"\[\.\$?([A-Z]{1,3})\$?(\d{1,7}):\.\$?([A-Z]{1,3})\$?(\d{1,7})\]")
_MOST_LINES: Final = 1 << 20
_MOST_COLUMNS: Final = 1 << 14
_MOST_REPEATED: Final = 10_000
"""Cells of one value, written once, that are noted."""


def looks(archive: ZipFile) -> dict[str, SheetLook]:
    """A look at each sheet by its name; a part that is no XML raises ValueError."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    name = next(name for name in archive.namelist() if name.lower() == "content.xml")
    with archive.open(name) as part:
        try:
            while block := part.read(_BLOCK):
                parser.Parse(block)
        except expat.ExpatError as bad:
            raise ValueError(name) from bad
    return {name: sheet.look() for name, sheet in reader.sheets.items()}


@dataclass(slots=True)
class _Reader:
    """Goes through the tables of the document. Lines and cells that come again are written once with their number."""

    sheets: dict[str, Gathered] = field(default_factory=dict)
    sheet: Gathered = field(default_factory=Gathered)
    tables: int = 0
    """How deep in tables: one within a cell is no sheet."""
    line: int = 0
    """Lines before the present row."""
    rows: int = 1
    """How many lines the present row stands for."""
    column: int = 0
    columns: int = 0
    cell: dict[str, str] = field(default_factory=dict)
    said: list[str] | None = None
    """The text of the present cell, while it is open."""
    comments: int = 0

    def start(self, name: str, told: dict[str, str]) -> None:
        """An element begins."""
        if name == _SHEET:
            self.tables += 1
            if self.tables == 1:
                self.sheet = self.sheets[told.get(_NAME, "")] = Gathered()
                self.line = self.columns = 0
        elif self.tables != 1:
            return
        elif name in _CELLS:
            self.cell, self.said = told, []
        elif name == _ROW:
            self.rows, self.column = _count(told, _ROWS, _MOST_LINES), 0
            if told.get(_VISIBILITY) in _HIDDEN:
                last = min(self.line + self.rows, _MOST_LINES)
                self.sheet.hidden_lines += range(self.line + 1, last + 1)
        elif name == _COLUMN:
            self._columns(told)
        elif name == _COMMENT:
            self.comments += 1

    def _columns(self, told: dict[str, str]) -> None:
        before, self.columns = self.columns, self.columns + _count(told, _COLUMNS, _MOST_COLUMNS)
        if told.get(_VISIBILITY) in _HIDDEN:
            self.sheet.hide_columns(range(before, min(self.columns, _MOST_COLUMNS)))

    def text(self, text: str) -> None:
        """Characters; those of comments are not the cell's."""
        if self.said is not None and not self.comments:
            self.said.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if name == _SHEET:
            self.tables -= 1
        elif self.tables != 1:
            return
        elif name in _CELLS:
            self._conclude(self.cell, "".join(self.said or ()).strip())
            self.said = None
        elif name == _ROW:
            self.line += self.rows
        elif name == _COMMENT:
            self.comments -= 1

    def _conclude(self, told: dict[str, str], said: str) -> None:
        count = _count(told, _COLUMNS, _MOST_COLUMNS)
        if said or _FORMULA in told:
            if count == self.rows == 1:
                self._value((self.line + 1, self.column), told, said)
            else:
                lines, columns = range(self.line, self.line + self.rows), range(self.column, self.column + count)
                for line, column in islice(product(lines, columns), _MOST_REPEATED):
                    self._value((line + 1, column), told, said)
        down, across = _count(told, _DOWN, _MOST_LINES), _count(told, _ACROSS, _MOST_COLUMNS)
        if down > 1 or across > 1:
            corner = Merge(self.line + 1, self.column, self.line + down, self.column + across - 1)
            self.sheet.merges.append(corner)
        self.column += count

    def _value(self, spot: Spot, told: dict[str, str], said: str) -> None:
        self.sheet.value(spot, _format(told))
        formula = told.get(_FORMULA)
        if formula is not None:
            self.sheet.formula(spot, _sums(formula))
        may_fail = formula is not None or told.get(_CALC_KIND) == "error"
        if may_fail and len(said) < _LONGEST and _ERROR.fullmatch(said):
            self.sheet.errors[spot] = said


def _format(told: dict[str, str]) -> str:
    """What the kind of a value tells of its format, as Office would write it."""
    kind = told.get(_KIND)
    if kind == "currency":
        return f"[${told.get(_CURRENCY, '')}]#,##0"
    return "0%" if kind == "percentage" else ""


def _sums(formula: str) -> tuple[int, int] | None:
    found = _VERTICAL.search(formula) if AGGREGATE.search(formula) else None
    return (int(found[2]), int(found[4])) if found and column_of(found[1]) == column_of(found[3]) else None


def _count(told: dict[str, str], name: str, most: int) -> int:
    number = told.get(name)
    if number is None:
        return 1
    return min(int(number), most) if number.isdecimal() and len(number) < _LONGEST else 1
