"""Sheets with tables side by side cut at blank columns, where these don't merely space out one table."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from csdesk.intake.reading.cells import is_period, is_word
from csdesk.intake.reading.grid import Grid, Row, is_blank
from csdesk.intake.reading.headings import Headings, find_headings
from csdesk.intake.reading.totals import is_foot_note, names_total, sums_up

_SAMPLE = 200
_AS_LONG = 0.8


def split_columns(grid: Grid) -> list[Grid]:
    """One grid for each group of columns that is a table or a note of its own, from left to right.

    Two groups are one table when their headings stand in the same row under other words, and either both end in the
    same row (but for notes and totals) or the right one has gaps that a table of its own would not have. A column with
    a heading and nothing below is part of what stands on both sides of it.
    """
    groups = _groups(_used(grid))
    if len(groups) < 2:  # noqa: PLR2004 - nothing to cut
        return [grid]
    found = _headings(grid)
    line = grid.lines[found.bottom] if found else 0
    blocks: list[tuple[int, int]] = []
    for first, last in groups:
        filled = next((i for i in reversed(range(len(blocks))) if _below(_block(grid, *blocks[i]), line)), None)
        if filled is not None and _are_one(_block(grid, *blocks[filled]), _block(grid, first, last), line):
            blocks[filled:] = [(blocks[filled][0], last)]
        else:
            blocks.append((first, last))
    return [grid] if len(blocks) == 1 else [_block(grid, first, last) for first, last in blocks]


def _used(grid: Grid) -> list[bool]:
    width = max(map(len, grid.rows), default=0)
    used = [False] * width
    for row in grid.rows[:_SAMPLE]:
        for position, cell in enumerate(row):
            used[position] = used[position] or not is_blank(cell)
    for position in range(width):
        if not used[position]:
            used[position] = any(
                len(row) > position and not is_blank(row[position]) for row in islice(grid.rows, _SAMPLE, None)
            )
    return used


def _groups(used: list[bool]) -> list[tuple[int, int]]:
    """First and last position of each run of used columns."""
    starts = [i for i, is_used in enumerate(used) if is_used and (i == 0 or not used[i - 1])]
    ends = [i for i, is_used in enumerate(used) if is_used and (i + 1 == len(used) or not used[i + 1])]
    return list(zip(starts, ends, strict=True))


def _block(grid: Grid, first: int, last: int) -> Grid:
    rows, lines = [], []
    for line, row in zip(grid.lines, grid.rows, strict=True):
        cut = row[first : last + 1]
        if not all(is_blank(cell) for cell in cut):
            rows.append(cut)
            lines.append(line)
    return replace(grid, rows=rows, lines=lines, left=grid.left + first)


def _are_one(left: Grid, right: Grid, line: int) -> bool:
    """Whether two groups are one table; `line` is where the headings of the whole sheet stand, 0 for nowhere."""
    ours, theirs = _headings(left), _headings(right)
    if ours is None and theirs is None:
        return _heads(left, line) and _heads(right, line) and _same_length(_below(left, line), _below(right, line))
    if ours is None or theirs is None:
        known, lone, headings = (right, left, theirs) if ours is None else (left, right, ours)
        return headings is not None and _heads(lone, known.lines[headings.bottom])
    if left.lines[ours.top] != right.lines[theirs.top] and left.lines[ours.bottom] != right.lines[theirs.bottom]:
        return False
    at = max(left.lines[ours.bottom], right.lines[theirs.bottom])
    mine, others = set(ours.texts) - {""}, set(theirs.texts) - {""}
    if len(mine & others) * 2 >= min(len(mine), len(others)) + 1:
        return False
    ours_below, theirs_below = _below(left, at), _below(right, at)
    return _same_length(ours_below, theirs_below) or (
        set(theirs_below) <= set(ours_below) and _has_holes(right, theirs.texts, theirs_below)
    )


def _has_holes(grid: Grid, headings: Sequence[str], lines: Sequence[int]) -> bool:
    """Whether a cell is missing under a heading in any row, as in columns that only some rows need."""
    headed = [position for position, text in enumerate(headings) if text]
    rows = (grid.rows[bisect_left(grid.lines, line)] for line in lines)
    return any(len(row) <= position or is_blank(row[position]) for row in rows for position in headed)


def _below(grid: Grid, line: int) -> list[int]:
    """Lines of the rows below the headings, without the notes and totals at the foot."""
    start = bisect_right(grid.lines, line)
    end = len(grid.lines)
    while end > start and _is_foot(grid.rows[start:end]):
        end -= 1
    return grid.lines[start:end]


def _is_foot(rows: Sequence[Row]) -> bool:
    *above, last = rows
    return is_foot_note(last, 1, after_gap=False) or names_total(last) or sums_up(last, above)


def _headings(grid: Grid) -> Headings | None:
    return find_headings(grid, 0, len(grid.rows))


def _heads(lone: Grid, line: int) -> bool:
    """Whether the lone column has a heading of its own in that row, with rows below."""
    if line not in lone.lines or lone.lines[-1] == line:
        return False
    row = lone.rows[lone.lines.index(line)]
    return any(is_word(cell) or is_period(cell) for cell in row)


def _same_length(left: list[int], right: list[int]) -> bool:
    if not left or not right:
        return bool(left) == bool(right)
    long, short = (left, right) if len(left) >= len(right) else (right, left)
    if not set(short) <= set(long):
        return left[-1] == right[-1]
    sparse = short[-1] - short[0] + 1 > len(short) or short[0] > long[0]
    ends_alike = short[-1] + 1 not in long
    return ends_alike or sparse or len(short) >= _AS_LONG * len(long)
