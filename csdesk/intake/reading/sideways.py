"""Sheets whose records are columns: labels down one column, an account in each column beside it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from csdesk.intake.reading.cells import is_period, is_typed, is_word
from csdesk.intake.reading.grid import Facts, Grid, Row, Spot, filled, is_blank
from csdesk.intake.reading.labels import NAMES, named
from csdesk.intake.vocabulary.entry import Field

_LOOK: Final = 60
"""Rows and columns in which labels are looked for."""
_LEAST: Final = 3
_WIDE: Final = 8
_MOSTLY: Final = 0.6
_HALF: Final = 0.5
_VALUE: Final = re.compile(r"\W*\d")
_Labels = Mapping[Spot, Field]
"""Cells whose words are known to head a column, by index of the row and position."""


class Lie(StrEnum):
    """How a sheet lies: its records are rows, or columns; or it is a form that can't be read surely."""

    ROWS = "rows"
    COLUMNS = "columns"
    FORM = "form"


def lie_of(grid: Grid) -> Lie:
    """How a sheet lies, by where words stand that are known to head columns."""
    labels = _labels(grid)
    rows = Counter(row for row, _ in labels)
    names = [spot for spot, field in labels.items() if field.id in NAMES]
    if not names or min(len(rows), len({field.id for field in labels.values()})) < _LEAST or _are_headed(grid, rows):
        return Lie.ROWS
    if len({column for _, column in labels}) == len(names) == 1 and _bears_out(grid, labels, names[0]):
        return Lie.COLUMNS
    return Lie.FORM if _is_form(grid, labels) else Lie.ROWS


def upright(grid: Grid) -> Grid:
    """A sheet of columns with rows and columns exchanged, from its first label on."""
    labels = _labels(grid)
    name, column = next(spot for spot, field in labels.items() if field.id in NAMES)
    top = grid.lines[min(row for row, _ in labels)]
    columns = [at for at in filled(grid.rows[name]) if at >= column]
    by_line = {line: row for line, row in zip(grid.lines, grid.rows, strict=True) if _has_values(row, column)}
    height = range(top, grid.lines[-1] + 1)
    rows: list[Row] = [
        [row[at] if (row := by_line.get(line, ())) and at < len(row) else grid.empty for line in height]
        for at in columns
    ]
    rows[0] = [cell.strip().rstrip(":：") if isinstance(cell, str) else cell for cell in rows[0]]
    lines = [grid.left + at + 1 for at in columns]
    return replace(grid, rows=rows, lines=lines, left=top - 1, turned=True, facts=_exchanged(grid.facts))


def notes_of(grid: Grid) -> list[Row]:
    """What stands in a sheet of columns beside its labels and values."""
    labels = _labels(grid)
    top, column = min(row for row, _ in labels), next(iter(labels))[1]
    return [row for index, row in enumerate(grid.rows) if index < top or not _has_values(row, column)]


def _labels(grid: Grid) -> _Labels:
    return {
        (index, position): field
        for index, row in enumerate(grid.rows[:_LOOK])
        for position, cell in enumerate(row[:_LOOK])
        if isinstance(cell, str) and (field := named(cell))
    }


def _are_headed(grid: Grid, rows: Mapping[int, int]) -> bool:
    """Whether a row is of such words mostly, as headings are."""

    def mostly(row: int, least: int) -> bool:
        return rows[row] >= least and rows[row] > _MOSTLY * len(filled(grid.rows[row]))

    first = min(rows)
    cells = [grid.rows[first][at] for at in filled(grid.rows[first])]
    # No line of labels and their values is so wide and of words alone: 顧客 below may be the stage of a customer.
    wide = len(cells) >= _WIDE and rows[first] >= _LEAST and all(map(is_word, cells))
    return wide or mostly(first, 2) or any(mostly(row, _LEAST) for row in rows)


def _bears_out(grid: Grid, labels: _Labels, name: Spot) -> bool:
    """Whether every value stands in a column under a name, most labels are known, and days and amounts are such."""
    row, column = name
    values = [at for at in filled(grid.rows[row]) if at > column]
    called = [grid.rows[row][at] for at in values]
    body = [other for other in grid.rows[min(at for at, _ in labels) :] if _has_values(other, column)]
    known = sum((index, column) in labels for index in range(len(grid.rows)))
    beyond = any(at > column and at not in values for other in body for at in filled(other))
    names_none = not all(map(is_word, called)) or any(map(is_period, called))
    if not values or names_none or len(set(called)) < len(called) or beyond:
        return False
    figures = [
        cell
        for (index, _), field in labels.items()
        if field.type.is_number or field.type.is_date
        for cell in grid.rows[index][column + 1 :]
        if not is_blank(cell)
    ]
    fitting = [cell for cell in figures if is_typed(cell) or is_period(cell) or _VALUE.match(str(cell))]
    return known >= _HALF * len(body) and bool(fitting) and len(fitting) >= _MOSTLY * len(figures)


def _has_values(row: Row, column: int) -> bool:
    return any(at > column for at in filled(row))


def _is_form(grid: Grid, labels: _Labels) -> bool:
    """Whether labels have a value each right behind them, and fill the column in which an account's name has its."""
    pairs = {
        (index, position): grid.rows[index][behind]
        for index, position in labels
        if (behind := next((at for at in filled(grid.rows[index]) if at > position), None)) is not None
        and (index, behind) not in labels
    }
    for (_, column), value in ((spot, value) for spot, value in pairs.items() if labels[spot].id in NAMES):
        cells = [row[column] for row in grid.rows[:_LOOK] if len(row) > column and not is_blank(row[column])]
        down = [labels[spot].id for spot in pairs if spot[1] == column]
        if is_word(value) and len(set(down)) >= _LEAST and len(down) >= _HALF * len(cells):
            return True
    return False


def _exchanged(facts: Facts) -> Facts:
    """What is known of single cells, lines and columns, for the sheet with both exchanged."""
    return Facts(
        errors={(column + 1, line - 1): seen for (line, column), seen in facts.errors.items()},
        uncalculated={(column + 1, line - 1): seen for (line, column), seen in facts.uncalculated.items()},
        hidden_lines=tuple(column + 1 for column in facts.hidden_columns),
        hidden_columns=tuple(line - 1 for line in facts.hidden_lines),
        cut=tuple((column + 1, line - 1) for line, column in facts.cut),
    )
