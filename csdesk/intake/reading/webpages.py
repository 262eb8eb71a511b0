"""Tables of web pages, as many systems write them into files they call .xls: read as text, nothing run or followed."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from csdesk.intake.reading.grid import Facts, Grid, Merge, Row, Spot
from csdesk.intake.reading.limits import MAX_CELL, MAX_PAGE_CELLS
from csdesk.intake.shapes import FileRefused, Progress, Refusal

_HEAD: Final = 64 * 1024
_STARTS: Final = re.compile(r"\s*<(?:[a-z]|!doctype\s+html|!--|!\[|\?xml)", re.IGNORECASE)
_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_TAG: Final = re.compile(r"<!--|<(/?)([a-z][\w:-]{0,40})([^<>]{0,4000})>|<[!?][^<>]{0,4000}>", re.IGNORECASE)
"""A comment's start, a tag with its attributes, or a declaration; each is found without looking twice at any part."""
_SPAN: Final = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,4})", re.IGNORECASE)
_UNREAD: Final = frozenset({"script", "style", "title", "xml"})
_BREAKS: Final = frozenset({"br", "p", "div", "li"})
_BREAK: Final = "\v"
"""Where a line of a cell ends; browsers show no such character."""
_WIDEST: Final = 16_384
"""Columns of a sheet in Excel."""
_DEEPEST: Final = 100
"""Tables in one another."""
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")


def is_page(text: str) -> bool:
    """Whether a text is a web page, whole or a part of one."""
    head = text[:_HEAD]
    return _STARTS.match(head) is not None and _PAGE.search(head) is not None


def read_page(text: str, progress: Progress) -> list[Grid]:
    """A grid for each table that holds none itself, in their order; the lines count on from one to the next.

    Cells that span several rows or columns are told as merged. Raises `FileRefused` for a page without a table.
    """
    grids: list[Grid] = []
    first = cells = 0
    for table in _tables(text):
        grid = table.grid(first)
        cells += table.size
        if cells > MAX_PAGE_CELLS:
            raise FileRefused(Refusal.TOO_LARGE)
        first += table.line + 1
        if grid.rows:
            grids.append(grid)
        progress(first, 0)
    if not grids:
        raise FileRefused(Refusal.WEB_PAGE)
    return grids


@dataclass(slots=True)
class _Cell:
    parts: list[str]
    right: int
    down: int

    @property
    def text(self) -> str:
        """What stands in it, as a browser lays it out."""
        lines = (_SPACES.sub(" ", line).strip() for line in html.unescape("".join(self.parts)).split(_BREAK))
        return "\n".join(lines).strip("\n")


class _Table:
    """The rows of one table as they come in."""

    def __init__(self) -> None:
        self.line = self.size = 0
        self.has_tables = False
        self._rows: list[Row] = []
        self._lines: list[int] = []
        self._merges: list[Merge] = []
        self._cut: list[Spot] = []
        self._cells: list[_Cell] = []
        self._busy: dict[int, int] = {}

    def open_row(self) -> None:
        """Ends the row before."""
        self.end_row()
        self.line += 1

    def open_cell(self, attributes: str) -> None:
        """One more cell of the row; of the first where none was opened."""
        spans = {which.lower(): int(count) for which, count in _SPAN.findall(attributes)}
        self.line = max(self.line, 1)
        self._cells.append(_Cell([], max(1, spans.get("col", 1)), max(1, spans.get("row", 1))))
        if len(self._cells) > _WIDEST:
            raise FileRefused(Refusal.TOO_WIDE)

    def add(self, said: str) -> None:
        """Text of the cell that was opened last."""
        if self._cells:
            self._cells[-1].parts.append(said)

    def end_row(self) -> None:
        """The cells in their columns, beside those that reach down from the rows above."""
        row: list[str] = []
        for cell in self._cells:
            while self._busy.get(len(row), 0) >= self.line:
                row.append("")
            column = len(row)
            row += [self._cut_at(cell.text, column), *[""] * (cell.right - 1)]
            self._merge(cell, column)
            if len(row) > _WIDEST:
                raise FileRefused(Refusal.TOO_WIDE)
        self._cells.clear()
        self.size += len(row)
        if self.size > MAX_PAGE_CELLS:
            raise FileRefused(Refusal.TOO_LARGE)
        if any(map(str.strip, row)):
            self._rows.append(row)
            self._lines.append(self.line)

    def _merge(self, cell: _Cell, column: int) -> None:
        if cell.right > 1 or cell.down > 1:
            self.size += cell.down
            bottom, right = self.line + cell.down - 1, column + cell.right - 1
            self._merges.append(Merge(self.line, column, bottom, right))
            if cell.down > 1:
                self._busy |= dict.fromkeys(range(column, right + 1), bottom)

    def _cut_at(self, text: str, column: int) -> str:
        if len(text) > MAX_CELL:
            self._cut.append((self.line, column))
        return text[:MAX_CELL]

    def grid(self, first: int) -> Grid:
        """All rows, their lines counted on from the first."""
        self.end_row()
        merges = tuple(Merge(top + first, left, bottom + first, right) for top, left, bottom, right in self._merges)
        cut = tuple((line + first, column) for line, column in self._cut)
        return Grid(self._rows, [line + first for line in self._lines], empty="", facts=Facts(merges=merges, cut=cut))


def _tables(text: str) -> Iterator[_Table]:
    """Each table that holds no other, as its end is reached; what is still open at the end of the page is ended."""
    stack: list[_Table] = []
    for said, closes, name, attributes in _tokens(text):
        if name == "table" and not closes:
            if stack:
                stack[-1].has_tables = True
            stack.append(_Table())
            if len(stack) > _DEEPEST:
                raise FileRefused(Refusal.BROKEN)
        elif name == "table" and stack:
            if not (table := stack.pop()).has_tables:
                yield table
        elif name and stack:
            _tag(stack[-1], name, attributes, closes=closes)
        elif stack:
            stack[-1].add(said)
    yield from (table for table in stack if not table.has_tables)


def _tag(table: _Table, name: str, attributes: str, *, closes: bool) -> None:
    if name == "tr" and not closes:
        table.open_row()
    elif name in {"td", "th"} and not closes:
        table.open_cell(attributes)
    elif name in _BREAKS and (not closes or name == "p"):
        table.add(_BREAK)


def _tokens(text: str) -> Iterator[tuple[str, bool, str, str]]:
    """Text as it stands between tags, and tags: whether they close, their name, their attributes."""
    at = 0
    while found := _TAG.search(text, at):
        yield text[at : found.start()], False, "", ""
        at = found.end()
        name = (found[2] or "").lower()
        if found[0] == "<!--":
            at = _behind(text, "-->", at)
        elif name in _UNREAD and not found[1]:
            at = _behind(text, f"</{name}", at)
        elif name:
            yield "", bool(found[1]), name, found[3]
    yield text[at:], False, "", ""


def _behind(text: str, end: str, start: int) -> int:
    found = re.compile(re.escape(end), re.IGNORECASE).search(text, start)
    return found.end() if found else len(text)
