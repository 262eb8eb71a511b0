"""Sheets with tables side by side cut at blank columns, where these don't merely space out one table."""

from dataclasses import replace

from csdesk.intake.reading.cells import is_period, is_word
from csdesk.intake.reading.grid import Grid, is_blank
from csdesk.intake.reading.headings import Headings, find_headings

_SAMPLE = 200
_AS_LONG = 0.8


def split_columns(grid: Grid) -> list[Grid]:
    """One grid for each group of columns that is a table or a note of its own, from left to right.

    Two groups are one table when their headings stand in the same row under other words, and either both end in the
    same row or the shorter one is a sparse column of the longer.
    """
    groups = _groups(_used(grid))
    if len(groups) < 2:  # noqa: PLR2004 - nothing to cut
        return [grid]
    blocks: list[tuple[int, int]] = []
    for first, last in groups:
        if blocks and _are_one(_block(grid, *blocks[-1]), _block(grid, first, last)):
            blocks[-1] = (blocks[-1][0], last)
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
            used[position] = any(len(row) > position and not is_blank(row[position]) for row in grid.rows[_SAMPLE:])
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


def _are_one(left: Grid, right: Grid) -> bool:
    ours, theirs = _headings(left), _headings(right)
    if ours is None and theirs is None:
        return False
    if ours is None or theirs is None:
        known, lone, headings = (right, left, theirs) if ours is None else (left, right, ours)
        return headings is not None and _heads(lone, known.lines[headings.bottom])
    if left.lines[ours.bottom] != right.lines[theirs.bottom]:
        return False
    mine, others = set(ours.texts) - {""}, set(theirs.texts) - {""}
    return len(mine & others) * 2 < min(len(mine), len(others)) + 1 and _same_length(
        left.lines[ours.bottom + 1 :], right.lines[theirs.bottom + 1 :]
    )


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
    return short[-1] == long[-1] or sparse or len(short) >= _AS_LONG * len(long)
