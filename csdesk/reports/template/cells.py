"""The cells of one sheet of a workbook as it is kept: their values changed, their formats left as they are."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from csdesk.reports.pack import CELL_HOLDS, Cell, Live
from csdesk.reports.template.parts import Node, column_number, elements
from csdesk.reports.text import plain
from csdesk.reports.workbooks import cell as cell_name

_SEVERAL = {"shared", "array", "dataTable"}


class SheetCells:
    """Rows and columns counted from 1. `day_zero` is the day that the workbook counts from; in a cell of one of the
    `plain` formats a day is written as text, for there it would be a bare number."""

    def __init__(
        self, tree: Node, day_zero: date, plain_formats: frozenset[int], say_day: Callable[[date], str]
    ) -> None:
        self._tree = tree
        self._day_zero, self._plain, self._say_day = day_zero, plain_formats, say_day
        (self._data,) = elements(tree, "sheetData")
        self._prefix = self._data.tagName.removesuffix("sheetData")
        for node in elements(tree, "dimension"):
            node.parentNode.removeChild(node)  # what is filled in may reach further
        self._rows: dict[int, Node] = {}
        self._cells: dict[int, dict[int, Node]] = {}
        row = 0
        for node in elements(self._data, "row"):
            row = int(node.getAttribute("r") or row + 1)
            self._rows[row], self._cells[row], column = node, {}, 0
            for held in elements(node, "c"):
                place = held.getAttribute("r")
                column = column_number(place.rstrip("0123456789")) if place else column + 1
                self._cells[row][column] = held

    def occupied(self, row: int, column: int) -> bool:
        """Whether the cell holds anything."""
        held = self._cells.get(row, {}).get(column)
        return held is not None and bool(elements(held))

    def shares_formula(self, row: int, column: int) -> bool:
        """Whether the cell's formula is that of other cells as well, which would be lost with it."""
        held = self._cells.get(row, {}).get(column)
        return held is not None and any(node.getAttribute("t") in _SEVERAL for node in elements(held, "f"))

    def put(self, row: int, column: int, value: Cell, like_row: int) -> None:
        """Set a value, or empty the cell for None; a cell that has no format yet takes that of `like_row`."""
        held = self._cell(row, column, like_row)
        while held.firstChild is not None:
            held.removeChild(held.firstChild)
        if held.hasAttribute("t"):
            held.removeAttribute("t")
        shown = value.value if isinstance(value, Live) else value
        if isinstance(shown, date) and int(held.getAttribute("s") or 0) in self._plain:
            shown = self._say_day(shown)
        if isinstance(shown, str):
            self._put_text(held, plain(shown)[:CELL_HOLDS])
        elif shown is not None:
            number = (shown - self._day_zero).days if isinstance(shown, date) else _number(shown)
            self._add(held, "v", repr(number))

    def _put_text(self, held: Node, text: str) -> None:
        if text:
            held.setAttribute("t", "inlineStr")
            self._add(self._add(held, "is"), "t", text).setAttribute("xml:space", "preserve")

    def _add(self, node: Node, name: str, text: str = "") -> Node:
        child = node.appendChild(self._tree.createElement(f"{self._prefix}{name}"))
        if text:
            child.appendChild(self._tree.createTextNode(text))
        return child

    def _cell(self, row: int, column: int, like_row: int) -> Node:
        if row not in self._rows:
            node = self._tree.createElement(f"{self._prefix}row")
            node.setAttribute("r", str(row))
            after = min((number for number in self._rows if number > row), default=None)
            self._data.insertBefore(node, None if after is None else self._rows[after])
            self._rows[row], self._cells[row] = node, {}
        cells = self._cells[row]
        if column not in cells:
            node = self._tree.createElement(f"{self._prefix}c")
            node.setAttribute("r", cell_name(row - 1, column - 1))
            like = self._cells.get(like_row, {}).get(column)
            if like is not None and like.hasAttribute("s"):
                node.setAttribute("s", like.getAttribute("s"))
            after = min((number for number in cells if number > column), default=None)
            self._rows[row].insertBefore(node, None if after is None else cells[after])
            cells[column] = node
        return cells[column]


def _number(value: float | Fraction) -> float:
    return float(value)
