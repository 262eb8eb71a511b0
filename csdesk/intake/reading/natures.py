"""Whether a row that reads like headings is a record after all, or heads another table, by what stands around it."""

import re
from collections.abc import Sequence
from datetime import date
from enum import Enum, auto
from typing import Final

from csdesk.intake.reading.cells import (
    folded,
    is_date_run,
    is_day_run,
    is_heading_row,
    is_month_run,
    is_number,
    is_period,
    is_short_run,
    is_typed,
    is_word,
)
from csdesk.intake.reading.grid import Row, filled, is_blank
from csdesk.intake.reading.labels import named
from csdesk.intake.shapes import Cell

_MOSTLY: Final = 0.8
_LEAST: Final = 2
"""Columns of values that must agree."""
_HEADS: Final = 3
"""Words that head a table which begins without a blank row before it."""
_PERIODS: Final = 3
_DAY: Final = re.compile(r"\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{2,4}|\d{2,4}年\d{1,2}月\d{1,2}日")
_RUNS: Final = (is_month_run, is_short_run, is_date_run, is_day_run)
_DIGIT: Final = re.compile(r"\d")


class Nature(Enum):
    """What kind of value a cell holds."""

    NUMBER = auto()
    DAY = auto()


def is_record(row: Row, below: Sequence[Row]) -> bool:
    """Whether a row has values of the same nature wherever the rows below mostly have one: two such columns, or days.

    Years and months that head columns of amounts are of another nature, or count on.
    """
    cells = [row[at] for at in filled(row)]
    if sum(map(is_period, cells)) >= _PERIODS or any(run(cells) for run in _RUNS):
        return False
    same = []
    for at in filled(row):
        if (usual := _usual([other[at] for other in below if at < len(other)])) is None:
            continue
        if _nature(row[at]) is not usual:
            return False
        same.append(usual)
    return len(same) >= _LEAST or Nature.DAY in same


def _usual(cells: Sequence[Cell]) -> Nature | None:
    natures = [_nature(cell) for cell in cells if not is_blank(cell)]
    most = max(Nature, key=natures.count)
    return most if natures and natures.count(most) >= _MOSTLY * len(natures) else None


def _nature(cell: Cell) -> Nature | None:
    if isinstance(cell, date) or (isinstance(cell, str) and _DAY.match(folded(cell))):
        return Nature.DAY
    return Nature.NUMBER if is_number(cell) and folded(cell) != "-" else None


def always_typed(rows: Sequence[Row]) -> tuple[int, ...]:
    """Positions that hold a value in every row; none where there are fewer than two of them."""
    places = [at for at in filled(rows[0]) if all(at < len(row) and is_typed(row[at]) for row in rows)] if rows else []
    return tuple(places) if len(places) >= _LEAST else ()


def may_head(row: Row, typed: tuple[int, ...]) -> bool:
    """A quick look at the first position of those that always hold values: a word without any digit."""
    cell = row[typed[0]] if typed[0] < len(row) else None
    return isinstance(cell, str) and cell != "" and not _DIGIT.search(cell)


def heads_another(row: Row, typed: tuple[int, ...], below: Sequence[Row]) -> bool:
    """Whether a row right below a table heads another: nothing but distinct words, also where the table always has
    values, over rows that are not the table's; where these might be, its words must be known as headings."""
    heads = filled(row)
    if len(heads) < _HEADS or not below or not is_heading_row(row) or not all(is_word(row[at]) for at in heads):
        return False
    cells = [(at, other[at]) for other in below for at in filled(other)]
    over_values = sum(at in heads for at in typed) >= _LEAST and any(is_typed(cell) for _, cell in cells)
    if not over_values or {at for at, _ in cells} - set(heads):
        return False
    if sum(named(str(row[at])) is not None for at in heads) >= _LEAST:
        return True
    theirs = always_typed(below)
    return bool(theirs) and not set(typed) <= set(theirs)
