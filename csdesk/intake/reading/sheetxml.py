"""A second look at a worksheet's part: what fast readers leave out, found without laying out the sheet."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, Final
from xml.parsers import expat

from csdesk.intake.reading.grid import Facts, Merge, Spot
from csdesk.models.problems import column_of

_BLOCK: Final = 1 << 20
_LONGEST_ROW: Final = 64 * 2**20
_STYLED_ROWS: Final = 300
"""Rows that are parsed for their number formats in any case."""
STYLED_CELLS: Final = 20_000
"""Cells whose number formats are noted."""
_LAST_COLUMN: Final = (1 << 14) - 1
_ROW_END: Final = re.compile(rb"</((?:\w+:)?)row>")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_MERGE: Final = re.compile(rb"mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_ATTRIBUTE: Final = re.compile(rb"\s(\w+)=[\"']([^\"']*)[\"']")
_ROW_NUMBER: Final = re.compile(rb"\sr=[\"'](\d{1,7})[\"']")
_CELL_COLUMN: Final = re.compile(rb"\br=[\"']([A-Z]{1,3})\d")
_VERTICAL: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
AGGREGATE: Final = re.compile(r"\b(?:SUM|SUBTOTAL|AGGREGATE|COUNT|AVERAGE|MAX|MIN|MEDIAN)[A-Z]*\(")
"""What begins a figure of a range in a formula."""
_LEAP_DAY: Final = "60"
_TRUE: Final = ("1", "true")


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What one pass over a worksheet found."""

    facts: Facts
    dense_cells: int
    """Cells between the first and the last corner that holds a value; styles far beyond them don't count."""
    leap_days: tuple[Spot, ...]
    """Cells whose value is 60: formatted as a date, that is the 29 February 1900 that never was."""
    zeros: Mapping[Spot, str] = field(default_factory=dict)
    """Formulas whose value is 0."""
    calculated: bool = False
    """Whether any formula has another value."""

    def all_uncalculated(self) -> "SheetLook":
        """The same with the formulas of value 0 among those never calculated."""
        facts = replace(self.facts, uncalculated={**self.facts.uncalculated, **self.zeros})
        return replace(self, facts=facts)

    def with_merges(self, merges: tuple[Merge, ...]) -> "SheetLook":
        """The same with merged ranges that another reader has found."""
        return replace(self, facts=replace(self.facts, merges=merges))


NO_LOOK: Final = SheetLook(Facts(), 0, ())


def look(part: IO[bytes], formats: Sequence[str]) -> SheetLook:
    """Rows that hold a formula or an error, hidden rows and the first few hundred are parsed; all others are only
    searched as bytes, so that a plain sheet costs little more than unpacking it. A row without end is a ValueError."""
    rest, scan = b"", _Scan(_Rows(formats))
    while block := part.read(_BLOCK):
        rest += block
        if len(rest) > _LONGEST_ROW:
            raise ValueError(len(rest))
        if not scan.row_end and (found := _ROW_END.search(rest)):
            scan.begin(rest[: found.start()], found[1])
        if scan.row_end:
            *pieces, rest = rest.split(scan.row_end)
            for piece in pieces:
                scan.take(piece)
    scan.tail(rest)
    return scan.result()


def _attributes(tag: bytes) -> dict[str, str]:
    return {key.decode(): value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(tag)}


@dataclass(slots=True)
class _Scan:
    """Searches the text of one row after another and hands those that need it to the parser."""

    rows: "_Rows"
    row_end: bytes = b""
    row_start: bytes = b""
    cell_start: bytes = b""
    cell_end: bytes = b""
    formula: bytes = b""
    line: int = 0
    first_line: int = 0
    last_line: int = -1
    first_column: int = _LAST_COLUMN
    last_column: int = -1
    merges: list[Merge] = field(default_factory=list)
    hidden_lines: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)

    def begin(self, head: bytes, prefix: bytes) -> None:
        """What stands before the end of the first row tells the names of elements and the hidden columns."""
        self.row_end, self.row_start = b"</" + prefix + b"row>", b"<" + prefix + b"row"
        self.cell_start, self.cell_end = b"<" + prefix + b"c ", b"</" + prefix + b"c>"
        self.formula = b"<" + prefix + b"f"
        for tag in _COLUMN.findall(head):
            told = _attributes(tag)
            if told.get("hidden") in _TRUE and told.get("min", "").isdigit() and told.get("max", "").isdigit():
                self.hidden_columns += range(int(told["min"]) - 1, min(int(told["max"]), _LAST_COLUMN + 1))

    def tail(self, rest: bytes) -> None:
        """What follows the last row."""
        for first, top, last, bottom in _MERGE.findall(rest):
            self.merges.append(Merge(int(top), column_of(first), int(bottom), column_of(last)))

    def take(self, piece: bytes) -> None:
        """One row up to its end, with what stands before it."""
        start = piece.rfind(self.row_start)
        tag = piece[start : piece.find(b">", start)]
        number = _ROW_NUMBER.search(tag)
        self.line = int(number[1]) if number else self.line + 1
        if b"hidden=" in tag and _attributes(tag).get("hidden") in _TRUE:
            self.hidden_lines.append(self.line)
        end = piece.rfind(self.cell_end)
        if end < 0:
            return
        self._extent(piece, start, end)
        error = b'"e"' in piece or b"'e'" in piece
        if self.rows.count < _STYLED_ROWS or self.formula in piece or error or b">60<" in piece:
            self.rows.parse(self.line, piece[start:] + self.row_end)

    def _extent(self, piece: bytes, start: int, end: int) -> None:
        """Cells stand in order; those without a value close themselves and don't count."""
        self.first_line = self.first_line or self.line
        self.last_line = self.line
        last = _CELL_COLUMN.search(piece, piece.rfind(self.cell_start, start, end), end)
        self.last_column = max(self.last_column, column_of(last[1]) if last else piece.count(self.cell_start))
        if self.first_column:
            first = _CELL_COLUMN.search(piece, piece.find(b">", start))
            self.first_column = min(self.first_column, column_of(first[1]) if first else 0)

    def result(self) -> SheetLook:
        """Everything gathered."""
        rows = self.rows
        height = max(0, self.last_line - self.first_line + 1)
        facts = Facts(
            merges=tuple(self.merges),
            errors=rows.errors,
            uncalculated=rows.uncalculated,
            aggregates=rows.aggregates,
            formula_cells=dict(rows.formula_cells),
            hidden_lines=tuple(self.hidden_lines),
            hidden_columns=tuple(self.hidden_columns),
            formats=rows.styles,
        )
        width = max(0, self.last_column - self.first_column + 1)
        return SheetLook(facts, height * width, tuple(rows.leap_days), rows.zeros, calculated=rows.calculated)


@dataclass(slots=True)
class _Rows:
    """A parser fed with rows alone."""

    formats: Sequence[str]
    count: int = 0
    errors: dict[Spot, str] = field(default_factory=dict)
    uncalculated: dict[Spot, str] = field(default_factory=dict)
    aggregates: dict[Spot, tuple[int, int]] = field(default_factory=dict)
    formula_cells: Counter[int] = field(default_factory=Counter)
    leap_days: list[Spot] = field(default_factory=list)
    zeros: dict[Spot, str] = field(default_factory=dict)
    calculated: bool = False
    styles: dict[Spot, str] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    line: int = 0
    column: int = -1
    cell: dict[str, str] = field(default_factory=dict)
    formula: dict[str, str] | None = None
    texts: dict[str, list[str]] = field(default_factory=dict)
    inside: str = ""

    def parse(self, line: int, row: bytes) -> None:
        """A row that is no proper XML tells nothing."""
        self.count += 1
        self.line, self.column = line, -1
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        try:
            parser.Parse(row, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError:
            return

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            reference = attributes.get("r", "").rstrip("0123456789")
            is_told = reference.isascii() and reference.isupper()
            self.column = column_of(reference) if is_told else self.column + 1
            self.cell, self.formula, self.texts = attributes, None, {"v": [], "f": [], "t": []}
        elif local == "f":
            self.formula = attributes
        self.inside = local

    def _text(self, text: str) -> None:
        if self.inside in self.texts:
            self.texts[self.inside].append(text)

    def _end(self, name: str) -> None:
        self.inside = ""
        if name.rpartition(":")[2] == "c":
            self._conclude()

    def _conclude(self) -> None:
        spot = (self.line, self.column)
        value = "".join(self.texts["v"])
        if self.cell.get("t") == "e":
            self.errors[spot] = value or "#N/A"
        elif value == _LEAP_DAY and self.cell.get("t", "n") == "n":
            self.leap_days.append(spot)
        if self.formula is not None:
            self._formula(spot, "".join(self.texts["f"]), self.formula, value or self.cell.get("t", ""))
        style = self.cell.get("s", "")
        known = style.isdigit() and int(style) < len(self.formats) and len(self.styles) < STYLED_CELLS
        if known and (value or self.formula is not None):
            self.styles[spot] = self.formats[int(style)]

    def _formula(self, spot: Spot, text: str, told: dict[str, str], value: str) -> None:
        """A shared formula is written out at its first cell alone; to its side the rows of a vertical range stay."""
        self.formula_cells[spot[0]] += 1
        if told.get("t") == "shared":
            text = self.shared.setdefault(told.get("si", ""), text)
        if not value:
            self.uncalculated[spot] = f"={text}"
        elif value == "0":
            self.zeros[spot] = f"={text}"
        else:
            self.calculated = True
        found = _VERTICAL.search(text) if AGGREGATE.search(text) else None
        if found and found[1] == found[3]:
            self.aggregates[spot] = (int(found[2]), int(found[4]))
