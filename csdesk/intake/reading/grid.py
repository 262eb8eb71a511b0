"""Cells as they stand in one sheet or text file, before tables are found in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from csdesk.intake.by_column import ByColumn
from csdesk.intake.packed import PackedRows
from csdesk.intake.shapes import Cell
from csdesk.models.problems import letters

Row: TypeAlias = Sequence[Cell]

Spot: TypeAlias = tuple[int, int]
"""Line (1-based) and column (0-based, in the sheet) of a cell."""


class Merge(NamedTuple):
    """A merged range, both corners inside; lines 1-based, columns 0-based."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What a workbook tells about its cells beside their values; empty for text files and unknown formats."""

    merges: tuple[Merge, ...] = ()
    errors: Mapping[Spot, str] = field(default_factory=dict)
    uncalculated: Mapping[Spot, str] = field(default_factory=dict)
    """Formulas that hold no value, by cell."""
    aggregates: Mapping[Spot, tuple[int, int]] = field(default_factory=dict)
    """Formulas over a vertical range: first and last line of the range."""
    formula_cells: Mapping[int, int] = field(default_factory=dict)
    """How many cells of a line are formulas."""
    hidden_lines: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    formats: Mapping[Spot, str] = field(default_factory=dict)
    """Number formats of the values in a sheet's first rows; '' for General."""
    cut: tuple[Spot, ...] = ()
    """Cells whose text was longer than a cell may be."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows that hold anything, with their line numbers; rows may be ragged. `left` is the column of their first
    cell in the sheet, so that a line missing between two rows was blank."""

    rows: list[Row] | PackedRows | ByColumn
    lines: list[int]
    left: int = 0
    sheet: str = ""
    hidden: bool = False
    encoding: str = ""
    separator: str = ""
    empty: Cell = None
    """What stands for no value: '' in text, None in workbooks."""
    turned: bool = False
    """Whether rows and columns have changed places: lines are numbers of columns then, and columns those of rows."""
    facts: Facts = field(default_factory=Facts)


def is_blank(cell: Cell) -> bool:
    """Nothing, or text of spaces alone."""
    return cell is None or cell == "" or (isinstance(cell, str) and not cell.strip())


def filled(row: Row) -> list[int]:
    """Positions of the cells that hold something."""
    return [i for i, cell in enumerate(row) if not is_blank(cell)]


def name_of(grid: Grid, column: int) -> str:
    """What a 0-based column is called in addresses: C, or 3 where it was a row."""
    return str(column + 1) if grid.turned else letters(column)
