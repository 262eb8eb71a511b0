"""Rows that hold only the name of what the rows below them belong to: an owner, a segment, a region."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from csdesk.intake.reading.cells import is_period, is_typed, is_word
from csdesk.intake.reading.gathering import with_column
from csdesk.intake.reading.grid import Row, filled, is_blank
from csdesk.intake.reading.labels import NAMES, meanings
from csdesk.intake.shapes import Cell, FoundTable
from csdesk.models.problems import Place, Problem, Reason

_LEAST: Final = 2
"""Groups that a table must have, and rows of a group that nothing says what it is."""
_LABELLED: Final = re.compile(r"[\s■□●○◆◇▼▽【〔《＜<※*・]*([^:：\s][^:：]{0,20}?)\s*[:：]\s*(\S.{0,60}?)[\s】〕》＞>]*")
_MARKS: Final = re.compile(r"^[\s■□●○◆◇▼▽【〔《＜<※*・]+|[\s】〕》＞>]+$")
_SIZED: Final = re.compile(r"(\S.*?)\s*[(（](\d+)(?:\s?(?:records?|rows?|items?|件|社))?[)）]")
"""A group with the number of its rows, as reports write it."""
_Heads = dict[int, str]
"""The name of each group by the number of its row."""


def without_groups(table: FoundTable) -> FoundTable:
    """A table whose group rows are a column of its own; as it is where they are not evident.

    The first row must name a group, none may be empty, and their rows must have one cell in one column. Either that
    column is blank in every other row, or it is that of the names, and then rows of groups without a word of what they
    are ('担当：佐藤') must stand out: each group has several rows, which are filled wherever most are. Words over days
    or figures stand out by themselves.
    """
    heads = {at: _name(str(row[filled(row)[0]])) for at, row in _lone(table)}
    if not heads or table.stands:
        return table if table.stands else _sized(table)
    position = filled(table.rows[0])[0]
    others = [row for at, row in enumerate(table.rows) if at not in heads]
    told = [_LABELLED.fullmatch(text) for text in heads.values()]
    labels = {found[1] for found in told if found}
    label = labels.pop() if all(told) and len(labels) == 1 else ""
    if all(is_blank(row[position]) for row in others):
        return _filled_down(table, heads, position)
    evident = label or _stand_out(table.rows, heads, others) or _are_over_values(others, position)
    if not _is_of_names(table, position) or not (evident or _are_summed(table, heads)):
        return table
    names = [
        found[2] if label and found else _MARKS.sub("", text) for found, text in zip(told, heads.values(), strict=True)
    ]
    named = dict(zip(heads, names, strict=True))
    if _is_told(table, named, label):
        return _without(table, named)
    return _with_groups(table, named, label or _word(table), position)


def _name(text: str) -> str:
    """A group without the number of its rows."""
    found = _SIZED.fullmatch(text.strip())
    return found[1] if found else text


def _is_told(table: FoundTable, heads: _Heads, label: str) -> bool:
    """Whether a column of that heading tells the group of each row as well."""
    at = next((at for at, column in enumerate(table.columns) if label and column.heading == label), None)
    group, same = "", at is not None
    for number, row in enumerate(table.rows):
        group = heads.get(number, group)
        same = same and (number in heads or row[at or 0] == group)
    return same


def _sized(table: FoundTable) -> FoundTable:
    """A table whose rows stand behind the group that the first of them has in its first column: 'Closed Won (2)' over
    one blank. The numbers must be right to the last row, and some group have several."""
    heads, at = {}, 0
    while at < len(table.rows):
        cell = table.rows[at][0]
        found = _SIZED.fullmatch(cell.strip()) if isinstance(cell, str) else None
        rest = table.rows[at + 1 : at + int(found[2])] if found else ()
        if not found or len(rest) != int(found[2]) - 1 or not all(is_blank(row[0]) for row in rest):
            return table
        heads[at] = found[1]
        at += 1 + len(rest)
    if len(heads) == len(table.rows):
        return table
    rows, stands, first, name = [], {}, 0, ""
    for at, row in enumerate(table.rows):
        first, name = (at, heads[at]) if at in heads else (first, name)
        rows.append((name, *row[1:]))
        stands[table.lines[at], table.columns[0].letter] = (
            table.sheet,
            f"{table.columns[0].letter}{table.lines[first]}",
        )
    return replace(table, rows=tuple(rows), stands=stands)


def _lone(table: FoundTable) -> list[tuple[int, Row]]:
    """The rows of groups by their number, if they may be such."""
    if not table.rows or len(filled(table.rows[0])) != 1:
        return []
    lone: list[tuple[int, Row]] = [(at, row) for at, row in enumerate(table.rows) if len(filled(row)) == 1]
    numbers = [at for at, _ in lone]
    ends = [*numbers[1:], len(table.rows)]
    cells = [row[filled(row)[0]] for _, row in lone]
    if len({filled(row)[0] for _, row in lone}) > 1 or len(lone) < _LEAST or len(set(cells)) < len(cells):
        return []
    apart = all(end - at > 1 for at, end in zip(numbers, ends, strict=True))
    return lone if apart and all(isinstance(cell, str) and (is_word(cell) or is_period(cell)) for cell in cells) else []


def _is_of_names(table: FoundTable, position: int) -> bool:
    return position == 0 or bool(meanings(table.columns[position].heading) & NAMES)


def _stand_out(rows: Sequence[Row], heads: _Heads, others: Sequence[Row]) -> bool:
    """Whether each group has several rows, all of them filled as most are."""
    numbers = [*heads, len(rows)]
    counts = sorted(len(filled(row)) for row in others)
    large = all(end - at > _LEAST for at, end in pairwise(numbers))
    return large and counts[0] >= max(_LEAST + 1, counts[len(counts) // 2])


def _are_over_values(others: Sequence[Row], position: int) -> bool:
    """Whether the column holds days or figures in all other rows."""
    return all(is_typed(row[position]) and not is_period(row[position]) for row in others)


def _are_summed(table: FoundTable, heads: _Heads) -> bool:
    """Whether a total stands behind the rows of each group."""
    totals = [one.place.row for one in table.problems if one.reason is Reason.TOTAL_ROW]
    lines = [table.lines[at] for at in heads]
    ends = [*lines[1:], max([*totals, lines[-1]]) + 1]
    return all(any(line < total < end for total in totals) for line, end in zip(lines, ends, strict=True))


def _word(table: FoundTable) -> str:
    """What groups are called that do not say what they are."""
    return "Group" if "".join(column.heading for column in table.columns).isascii() else "グループ"


def _spots(table: FoundTable, heads: _Heads, letter: str) -> dict[tuple[int, str], tuple[str, str]]:
    """Where the group of each row stands, by the row's line."""
    spots, stands = {}, ("", "")
    source = filled(table.rows[0])[0]
    for at, line in enumerate(table.lines):
        if at in heads:
            stands = (table.sheet, f"{table.columns[source].letter}{line}")
        else:
            spots[line, letter] = stands
    return spots


def _filled_down(table: FoundTable, heads: _Heads, position: int) -> FoundTable:
    """Groups that stand in a column of their own, repeated in each row below."""
    rows, name = [], ""
    for at, row in enumerate(table.rows):
        name = heads.get(at, name)
        rows.append((*row[:position], name, *row[position + 1 :]))
    spots = _spots(table, heads, table.columns[position].letter)
    return _without(replace(table, rows=tuple(rows), stands=spots), heads)


def _with_groups(table: FoundTable, heads: _Heads, heading: str, position: int) -> FoundTable:
    """Groups that stand among the names, as a column more."""
    cell = f"{table.columns[position].letter}{table.lines[0]}"
    more = with_column(table, heading, cell, None, (table.sheet, cell))
    rows: list[tuple[Cell, ...]] = []
    name = ""
    for at, row in enumerate(more.rows):
        name = heads.get(at, name)
        rows.append((name, *row[1:]))
    spots = _spots(table, heads, more.columns[0].letter)
    return _without(replace(more, rows=tuple(rows), stands=spots), heads)


def _without(table: FoundTable, heads: _Heads) -> FoundTable:
    """The table without the rows of its groups, which are told."""
    kept = [at for at in range(len(table.rows)) if at not in heads]
    told = (
        Problem(Place(table.file, table.sheet, table.lines[at]), "", text, Reason.NOTE_ROW, refuses=False)
        for at, text in heads.items()
    )
    return replace(
        table,
        rows=tuple(table.rows[at] for at in kept),
        lines=tuple(table.lines[at] for at in kept),
        problems=(*table.problems, *told),
    )
