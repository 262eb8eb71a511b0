"""Tables that other windows put on the clipboard as HTML, as text in which cells are separated by tabs."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser

_CELLS, _ROWS = frozenset({"td", "th"}), frozenset({"tr"})
_UNSEEN = frozenset({"style", "script", "head", "title"})
_MOST = 500
"""Columns that one cell may span."""


def table_text(html: str) -> str:
    """Every table in it; '' where there is none. A cell that spans several has its text in the first."""
    found = _Tables()
    found.feed(html)
    found.close()
    found.finish()
    if not found.rows:
        return ""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(found.rows)
    return out.getvalue()


class _Tables(HTMLParser):
    """Collects the rows of all tables, one after the other."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._span, self._hidden = 1, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ROWS:
            self._end_row()
            self._row = []
        elif tag in _CELLS and self._row is not None:
            self._end_cell()
            self._cell = []
            span = dict(attrs).get("colspan") or ""
            self._span = min(int(span), _MOST) if span.isdecimal() and int(span) else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")
        elif tag in _UNSEEN:
            self._hidden += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _CELLS:
            self._end_cell()
        elif tag in _ROWS or tag == "table":
            self._end_row()
        elif tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.append(re.sub(r"\s+", " ", data))

    def finish(self) -> None:
        """Take what was left open."""
        self._end_row()

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            lines = (" ".join(line.split()) for line in "".join(self._cell).split("\n"))
            self._row += ["\n".join(lines).strip(), *[""] * (self._span - 1)]
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row and any(self._row):
            self.rows.append(self._row)
        self._row = None
