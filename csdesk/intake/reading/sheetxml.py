"""A second look at a worksheet's part: what fast readers leave out, found without laying out the sheet."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, Final
from xml.parsers import expat

from csdesk.intake.reading.grid import Facts, Merge, Spot, column_of

_BLOCK: Final = 1 << 20
_STYLED_ROWS: Final = 300
"""Rows whose styles are counted for the columns' number formats."""
_LAST_COLUMN: Final = (1 << 14) - 1
_ROW_END: Final = re.compile(rb"</((?:\w+:)?)row>")
_COLUMN: Final = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_MERGE: Final = re.compile(rb"mergeCell\s[^>]*?ref=[\"']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})[\"']")
_ATTRIBUTE: Final = re.compile(rb"\s(\w+)=[\"']([^\"']*)[\"']")
_CELL_COLUMN: Final = re.compile(rb"\br=[\"']([A-Z]{1,3})\d")
_VERTICAL: Final = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_AGGREGATE: Final = re.compile(r"\b(?:SUM|SUBTOTAL|AGGREGATE|COUNT|AVERAGE|MAX|MIN|MEDIAN)[A-Z]*\(")
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


def look(part: IO[bytes], formats: Sequence[str]) -> SheetLook:
    """Rows that hold a formula or an error, hidden rows and the first few hundred are parsed; all others are only
    searched as bytes, so that a plain sheet costs little more than unpacking it."""
    scan = _Scan(_Rows(formats))
    for piece in _pieces(part):
        scan.take(piece)
    return scan.result()


def _pieces(part: IO[bytes]) -> Iterator[bytes]:
    """The part cut behind each row; the first piece holds the sheet's head too, the last one is its tail."""
    rest, end = b"", b""
    while block := part.read(_BLOCK):
        rest += block
        if not end and (found := _ROW_END.search(rest)):
            end = found[0]
        if end:
            *pieces, rest = rest.split(end)
            yield from (piece + end for piece in pieces)
    yield rest


def _attributes(tag: bytes) -> dict[str, str]:
    return {key.decode(): value.decode("utf-8", "replace") for key, value in _ATTRIBUTE.findall(tag)}


@dataclass(slots=True)
class _Scan:
    """Searches pieces and hands the rows that need it to the parser."""

    rows: "_Rows"
    line: int = 0
    lines: list[int] = field(default_factory=list)
    first_column: int = _LAST_COLUMN
    last_column: int = -1
    merges: list[Merge] = field(default_factory=list)
    hidden_lines: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)

    def take(self, piece: bytes) -> None:
        """One row with what stands before it, or the tail."""
        if not self.line:
            self._columns(piece)
        if b"mergeCell" in piece:
            for first, top, last, bottom in _MERGE.findall(piece):
                self.merges.append(Merge(int(top), column_of(first), int(bottom), column_of(last)))
        start = max(piece.rfind(b"<row "), piece.rfind(b":row "), piece.rfind(b"<row>"), piece.rfind(b":row>"))
        if start >= 0 and piece.endswith(b"row>"):
            self._row(piece[piece.rfind(b"<", 0, start + 1) :])

    def _columns(self, piece: bytes) -> None:
        for tag in _COLUMN.findall(piece):
            told = _attributes(tag)
            if told.get("hidden") in _TRUE and told.get("min", "").isdigit() and told.get("max", "").isdigit():
                self.hidden_columns += range(int(told["min"]) - 1, min(int(told["max"]), _LAST_COLUMN + 1))

    def _row(self, row: bytes) -> None:
        told = _attributes(row[: row.find(b">")])
        self.line = int(told["r"]) if told.get("r", "").isdigit() else self.line + 1
        hidden = told.get("hidden") in _TRUE
        if hidden:
            self.hidden_lines.append(self.line)
        self._extent(row)
        if self.rows.count < _STYLED_ROWS or b"<f" in row or b":f" in row or b't="e"' in row or b">60<" in row:
            self.rows.parse(self.line, row)

    def _extent(self, row: bytes) -> None:
        """Cells stand in order; those without a value close themselves."""
        end = max(row.rfind(b"</c>"), row.rfind(b":c>"))
        if end < 0:
            return
        self.lines = [self.lines[0] if self.lines else self.line, self.line]
        first = _CELL_COLUMN.search(row)
        start = max(row.rfind(b"<c ", 0, end), row.rfind(b":c ", 0, end))
        last = _CELL_COLUMN.search(row, start) if start >= 0 else None
        self.first_column = min(self.first_column, column_of(first[1]) if first else 0)
        self.last_column = max(self.last_column, column_of(last[1]) if last else row.count(b"<c"))

    def result(self) -> SheetLook:
        """Everything gathered."""
        rows = self.rows
        height = abs(self.lines[1] - self.lines[0]) + 1 if self.lines else 0
        facts = Facts(
            merges=tuple(self.merges),
            errors=rows.errors,
            uncalculated=rows.uncalculated,
            aggregates=rows.aggregates,
            formula_cells=dict(rows.formula_cells),
            hidden_lines=tuple(self.hidden_lines),
            hidden_columns=tuple(self.hidden_columns),
            formats=rows.column_formats(),
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
    styles: dict[int, Counter[str]] = field(default_factory=dict)
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
            self.column = column_of(reference.encode()) if reference.isascii() and reference.isupper() else self.column + 1
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
        elif value == _LEAP_DAY and "t" not in self.cell:
            self.leap_days.append(spot)
        if self.formula is not None:
            self._formula(spot, "".join(self.texts["f"]), self.formula, value or self.cell.get("t", ""))
        style = self.cell.get("s", "")
        if style.isdigit() and int(style) < len(self.formats) and (value or self.formula is not None):
            self.styles.setdefault(self.column, Counter())[self.formats[int(style)]] += 1

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
        found = _VERTICAL.search(text) if _AGGREGATE.search(text) else None
        if found and found[1] == found[3]:
            self.aggregates[spot] = (int(found[2]), int(found[4]))

    def column_formats(self) -> dict[int, str]:
        """The most frequent format of each column whose values mostly carry one."""
        most = {column: counts.most_common(1)[0][0] for column, counts in self.styles.items()}
        return {column: text for column, text in most.items() if text}
