"""Workbooks that Excel 2002 and 2003, and many systems since, write as one XML text."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from csdesk.intake.reading.grid import Facts, Grid, Merge, Row, is_blank
from csdesk.intake.reading.limits import CHUNK_ROWS, MAX_CELL, MAX_CELLS
from csdesk.intake.shapes import Cell, FileRefused, Progress, Refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SPACE: Final = "urn:schemas-microsoft-com:office:spreadsheet"
_ROOT: Final = re.compile(
    r"\s*(?:<\?[^>]{0,400}\?>\s*)*(?:<!DOCTYPE[^<]{0,400}(?:<![^<]{0,400})*)?<(?:\w+:)?Workbook\b[^>]{0,4000}"
    + re.escape(_SPACE)
)
_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]{0,400}\?>")
_MAX_LINE: Final = 1_048_576
_WIDEST: Final = 16_384
_EXACT: Final = 10**15
"""Whole numbers below it are told exactly."""
_NAME, _INDEX, _TYPE = (f"{{{_SPACE}}}{name}" for name in ("Name", "Index", "Type"))
_ACROSS, _DOWN = (f"{{{_SPACE}}}Merge{name}" for name in ("Across", "Down"))
_WORKSHEET, _ROW, _CELL, _DATA = (f"{{{_SPACE}}}{name}" for name in ("Worksheet", "Row", "Cell", "Data"))
_VISIBLE: Final = "{urn:schemas-microsoft-com:office:excel}Visible"


def is_spreadsheetml(text: str) -> bool:
    """Whether a text is such a workbook."""
    return _ROOT.match(text) is not None


def read_spreadsheetml(text: str, progress: Progress) -> list[Grid]:
    """Its sheets. Raises `FileRefused` where it is no proper XML, or declares entities."""
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped] # it ships no types

    data = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    try:
        return list(_sheets(data, progress))
    except (ParseError, DefusedXmlException):
        raise FileRefused(Refusal.BROKEN) from None


def _sheets(data: bytes, progress: Progress) -> Iterator[Grid]:
    from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped] # it ships no types

    sheet, cells = _Sheet(""), 0
    for event, element in iterparse(BytesIO(data), events=("start", "end")):
        if event == "start" and element.tag == _WORKSHEET:
            sheet = _Sheet(element.get(_NAME, ""))
        elif event == "end" and element.tag == _ROW:
            cells += sheet.add(element)
            element.clear()
            if cells > MAX_CELLS:
                raise FileRefused(Refusal.TOO_LARGE)
            if len(sheet.lines) % CHUNK_ROWS == 0:
                progress(len(sheet.lines), 0)
        elif event == "end" and element.tag == _VISIBLE:
            sheet.hidden = (element.text or "").strip() in {"SheetHidden", "SheetVeryHidden"}
        elif event == "end" and element.tag == _WORKSHEET:
            element.clear()
            yield sheet.grid()


class _Sheet:
    """The rows of one sheet as they come in."""

    def __init__(self, name: str) -> None:
        self.lines: list[int] = []
        self.hidden = False
        self._name, self._line, self._merged = name, 0, 0
        self._rows: list[Row] = []
        self._merges: list[Merge] = []
        self._errors: dict[tuple[int, int], str] = {}
        self._cut: list[tuple[int, int]] = []

    def add(self, row: "Element") -> int:
        """Takes one row; how many cells it has."""
        self._line = _told(row, _INDEX, self._line + 1, _MAX_LINE)
        cells: list[Cell] = []
        for cell in row.iter(_CELL):
            column = _told(cell, _INDEX, len(cells) + 1, _WIDEST) - 1
            right, down = _told(cell, _ACROSS, 0, _WIDEST), _told(cell, _DOWN, 0, _MAX_LINE)
            cells += [None] * (column - len(cells))
            cells += [self._value(cell.find(_DATA), column), *[None] * right]
            if len(cells) > _WIDEST:
                raise FileRefused(Refusal.TOO_WIDE)
            if right or down:
                self._merged += down
                self._merges.append(Merge(self._line, column, self._line + down, column + right))
        if not all(map(is_blank, cells)):
            self._rows.append(cells)
            self.lines.append(self._line)
        if self._merged > MAX_CELLS:
            raise FileRefused(Refusal.TOO_LARGE)
        return len(cells)

    def _value(self, data: "Element | None", column: int) -> Cell:
        text = "" if data is None else "".join(data.itertext())
        if data is None or not text:
            return None
        if len(text) > MAX_CELL:
            text = text[:MAX_CELL]
            self._cut.append((self._line, column))
        kind = data.get(_TYPE)
        if kind == "Error":
            self._errors[self._line, column] = text
        return _typed(text, kind)

    def grid(self) -> Grid:
        """What was taken."""
        facts = Facts(merges=tuple(self._merges), errors=self._errors, cut=tuple(self._cut))
        return Grid(self._rows, self.lines, sheet=self._name, hidden=self.hidden, facts=facts)


def _told(element: "Element", name: str, otherwise: int, most: int) -> int:
    """A number among the attributes, never less than what it stands for otherwise."""
    text = element.get(name, "")
    return min(max(int(text), otherwise), most) if text.isdecimal() else otherwise


def _typed(text: str, kind: str | None) -> Cell:
    """The value as Excel has it; text where it isn't what it is said to be."""
    try:
        match kind:
            case "Number":
                value = float(text)
                whole = int(value)
                return whole if value == whole and abs(whole) < _EXACT else value
            case "DateTime":
                moment = datetime.fromisoformat(text)
                return moment if moment.time() != datetime.min.time() else moment.date()
            case "Boolean":
                return text.strip() == "1"
    except (ValueError, OverflowError):
        return text
    return text
