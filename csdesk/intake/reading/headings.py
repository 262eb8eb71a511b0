"""Where a table's headings stand, over one row or two, below titles and notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from csdesk.intake.reading.cells import (
    folded,
    is_date_run,
    is_heading_row,
    is_month_run,
    is_note,
    is_period,
    is_typed,
    is_word,
    month_number,
)
from csdesk.intake.reading.grid import Grid, Merge, Row, filled, is_blank
from csdesk.intake.reading.limits import HEADER_WITHIN
from csdesk.intake.reading.natures import is_record
from csdesk.intake.reading.options import are_options, asks, without_answers
from csdesk.intake.shapes import Cell

_LOOK_BELOW: Final = 20
_COVER: Final = 0.5
"""Share of the usual number of cells below that a heading row must fill."""
_CLEARLY_FULLER: Final = 0.3
_LONGEST_GROUP: Final = 60
_STEADY: Final = 0.8
_FORM_ROWS: Final = 10
_WIDER: Final = 4
_COMMENT: Final = 2
_PLANNED: Final = re.compile(
    r"実績|見込み?|予算|計画|予測|予定|着地見込み?|actuals?|forecasts?|budget(?:ed)?|plan(?:ned)?|estimates?|projected|projection"
)
"""What stands above months of which some have passed."""
_RANGE: Final = re.compile(
    r"\d{1,4}\s?[-–~〜]\s?\d{1,4}(?: ?days?| ?d|日)?|\d{1,4}(?:\+| ?days?\+|日(?:超|以上))|[<>] ?\d{1,4}"
)
"""Days or sizes from and to, as the parts of a group."""
_PROSE: Final = re.compile(r"\s*#+\s[^:：]*[:：]\s")


@dataclass(frozen=True, slots=True)
class Headings:
    """Rows `top` to `bottom` of the grid (bottom < top: the table has none), a text for each position and the row each
    was found in."""

    top: int
    bottom: int
    texts: tuple[str, ...]
    rows: tuple[int, ...]


def find_headings(grid: Grid, start: int, stop: int) -> Headings | None:
    """The first row within thirty that is mostly distinct words and as wide as what follows it.

    A fuller one right below it wins (a title of two cells stands above); a row of groups above (years over months)
    or of parts below is joined to it. None where nothing looks like headings.
    """
    behind_form = start
    for index in range(start, min(stop, start + HEADER_WITHIN)):
        cover = _cover(grid, index, stop)
        row = grid.rows[index]
        heads = is_heading_row(row) or _are_parts(grid, index, start)
        if cover < _COVER or not heads or _starts_note(row) or is_record(row, _below(grid, index, stop)):
            continue
        behind_form = max(behind_form, _form_end(grid, index, stop))
        if index < behind_form:
            continue
        below = index + 1
        if _adjacent(grid, below, stop) and joins(grid, index, below):
            return _deeper(grid, _joined(grid, index, below), stop)
        if _adjacent(grid, below, stop) and _better_below(grid, below, stop, cover):
            continue
        if index > start and _adjacent(grid, index, stop) and joins(grid, index - 1, index):
            return _deeper(grid, _joined(grid, index - 1, index), stop)
        return _joined(grid, index, index)
    return None


def _are_parts(grid: Grid, index: int, start: int) -> bool:
    """Whether a row of words that come again (plan, actual, plan, actual) parts the periods above it."""
    if index == start or not _adjacent(grid, index, len(grid.rows)):
        return False
    groups = [grid.rows[index - 1][at] for at in filled(grid.rows[index - 1])]
    periods = len(groups) > 1 and all(map(is_period, groups))
    return (
        periods
        and all(is_word(grid.rows[index][at]) for at in filled(grid.rows[index]))
        and joins(grid, index - 1, index)
    )


def _starts_note(row: Row) -> bool:
    """Whether a row is a comment: a few cells of which the first announces itself as one, or a line of prose behind #
    that was parted at its commas."""
    first = next((cell for cell in row if not is_blank(cell)), "")
    if len(filled(row)) > _COMMENT:
        return isinstance(first, str) and _PROSE.match(first) is not None
    return isinstance(first, str) and len(first.strip()) > 1 and is_note(first)


def _adjacent(grid: Grid, index: int, stop: int) -> bool:
    return index < stop and grid.lines[index] == grid.lines[index - 1] + 1


def _below(grid: Grid, index: int, stop: int) -> list[Row]:
    """The rows right below each other under a row, as far as they are looked at."""
    rows: list[Row] = []
    for below in range(index + 1, min(stop, index + 1 + _LOOK_BELOW)):
        if rows and not _adjacent(grid, below, stop):
            break
        rows.append(grid.rows[below])
    return rows


def _cover(grid: Grid, index: int, stop: int) -> float:
    """Filled cells of the row against the usual number in the rows that follow it without a gap; wide rows count more
    than narrow ones, so that a title or note among them doesn't matter. 0 for a row with fewer than two cells."""
    own = len(filled(grid.rows[index]))
    counts = [len(filled(row)) for row in _below(grid, index, stop)]
    if own < 2 or not counts:  # noqa: PLR2004 - one cell is a title
        return 0.0
    usual = sum(count * count for count in counts) / sum(counts)
    return min(1.0, own / usual)


def _better_below(grid: Grid, below: int, stop: int, cover: float) -> bool:
    """A row of words that fills clearly more, over values: the row above it was a title of several cells."""
    if not is_heading_row(grid.rows[below]) or _cover(grid, below, stop) < cover + _CLEARLY_FULLER:
        return False
    under = grid.rows[below + 1] if below + 1 < stop else ()
    return any(is_typed(cell) for cell in under)


def _form_end(grid: Grid, index: int, stop: int) -> int:
    """Behind a few pairs of label and value above a wider table (who made the list, when, for whom); the row itself
    where there are none. Pairs whose values are all of a kind are a table."""
    end = index
    while end < stop and (end == index or grid.lines[end] == grid.lines[end - 1] + 1):
        if len(filled(grid.rows[end])) > 2:  # noqa: PLR2004 - a pair
            return index
        end += 1
    values = [row[positions[-1]] for row in grid.rows[index + 1 : end] if len(positions := filled(row)) > 1]
    uniform = bool(values) and len({is_typed(value) for value in values}) == 1
    wider = any(len(filled(row)) >= _WIDER for row in grid.rows[end : min(stop, end + HEADER_WITHIN)])
    return end if wider and not uniform and end - index <= _FORM_ROWS else index


def joins(grid: Grid, upper: int, lower: int) -> bool:
    """Whether two rows are one heading: questions above their options, or groups above their parts."""
    return are_options(grid.rows[upper], grid.rows[lower]) or _are_groups(grid, upper, lower)


def _are_groups(grid: Grid, upper: int, lower: int) -> bool:
    """Whether groups stand above their parts, beside headings that stand over both rows."""
    above, below = grid.rows[upper], grid.rows[lower]
    ups, downs = set(filled(above)), set(filled(below))
    spans = _spans(grid, upper)
    months = any(is_period(above[i]) for i in ups) and (bool(spans) or is_month_run([below[i] for i in sorted(downs)]))
    if not ups or not downs or not all(_heads(below[i], months=months) for i in downs):
        return False
    if not all(_is_group(above[i]) for i in ups) or _is_year_of_all(above, below, ups, downs):
        return False
    if spans:
        return _merges_join(grid, upper, lower, months=months)
    if downs <= ups:
        words = [folded(above[i]) or str(above[i]) for i in sorted(downs)]
        return len(set(words)) <= len(words) / 2 and all(is_period(above[i]) for i in downs)
    if ups < downs and all(is_period(below[i]) and _PLANNED.fullmatch(folded(above[i])) for i in ups):
        return True
    leaves = ups - downs
    grouped = any(is_period(above[i]) for i in ups & downs)
    return (bool(leaves) and min(ups) <= min(downs)) or (grouped and (months or not is_typed_row(below)))


def _is_year_of_all(above: Row, below: Row, ups: set[int], downs: set[int]) -> bool:
    """Whether the one cell of a row is a year or month over headings that begin with a word: a title."""
    return len(ups) == 1 and ups <= {min(downs)} and is_period(above[min(ups)]) and not is_period(below[min(ups)])


def is_typed_row(row: Row) -> bool:
    """Whether most cells are values rather than words or months."""
    cells = [row[i] for i in filled(row)]
    return sum(is_typed(cell) and not is_period(cell) for cell in cells) > len(cells) / 2


def _heads(cell: Cell, *, months: bool) -> bool:
    return (
        is_word(cell)
        or (isinstance(cell, str) and _RANGE.fullmatch(cell.strip()) is not None)
        or is_period(cell)
        or (months and month_number(cell) > 0)
    )


def _is_group(cell: Cell) -> bool:
    text = str(cell)
    return is_period(cell) or (is_word(cell) and (len(text) <= _LONGEST_GROUP or asks(text)))


def _merges_join(grid: Grid, upper: int, lower: int, *, months: bool) -> bool:
    """Groups are merged over their parts, and all other headings stand over both rows: a cell with a value of its own
    right below is no group, unless both are periods. One cell merged over all columns is a title."""
    above, below = grid.rows[upper], grid.rows[lower]
    ups, downs = filled(above), filled(below)
    spans = _spans(grid, upper)
    wide = {i for i in ups if i in spans and spans[i].right > spans[i].left}
    for i in ups:
        periods = is_period(above[i]) and (months or is_period(below[i] if i < len(below) else None))
        if i in downs and i not in wide and not periods:
            return False
    if len(ups) == 1 and wide:
        span = spans[ups[0]]
        return span.right - span.left + 1 < len(downs)
    return bool(wide) or any(spans[i].bottom > spans[i].top for i in ups if i in spans)


def _spans(grid: Grid, index: int) -> dict[int, Merge]:
    """Merged ranges that start in a row, by position of their first cell."""
    line = grid.lines[index]
    return {merge.left - grid.left: merge for merge in grid.facts.merges if merge.top == line}


def _joined(grid: Grid, top: int, bottom: int) -> Headings:
    width = max(len(grid.rows[top]), len(grid.rows[bottom]))
    if top == bottom:
        return Headings(top, bottom, _texts(grid, top, width), (top,) * width)
    groups = _groups(grid, top, bottom, width)
    uppers, lowers = _texts(grid, top, width), _texts(grid, bottom, width)
    if are_options(grid.rows[top], grid.rows[bottom]):
        lowers = without_answers(uppers, lowers, groups)
    texts, rows = [], []
    for position in range(width):
        upper, lower = uppers[groups[position]] if groups[position] >= 0 else "", lowers[position]
        if upper and lower and (month := month_number(grid.rows[bottom][position])):
            lower = f"{month}月"
        texts.append(lower if upper == lower or not upper else f"{upper} {lower}".rstrip())
        rows.append(bottom if lower else top)
    return Headings(top, bottom, tuple(texts), tuple(rows))


def _deeper(grid: Grid, found: Headings, stop: int) -> Headings:
    """Headings of two rows with a third, where cells of the second are merged over all that stand in it, and all
    other headings are merged down beside it."""
    below = found.bottom + 1
    if not _adjacent(grid, below, stop):
        return found
    line, row = grid.lines[below], grid.rows[below]
    wide = [span for span in _spans(grid, found.bottom).values() if span.right > span.left]
    groups = {at - grid.left: span.left - grid.left for span in wide for at in range(span.left, span.right + 1)}
    tall = {one.left - grid.left for one in grid.facts.merges if one.top < line <= one.bottom}
    parts = filled(row)
    rest = {at for at, text in enumerate(found.texts) if text} - set(parts)
    if not parts or not set(parts) <= set(groups) or not rest <= tall:
        return found
    if not all(_heads(row[at], months=False) for at in parts):
        return found
    texts, rows = list(found.texts), list(found.rows)
    texts += [""] * (len(row) - len(texts))
    rows += [below] * (len(row) - len(rows))
    for at in parts:
        texts[at], rows[at] = f"{found.texts[groups[at]]} {heading_text(row[at], months=True)}", below
    return Headings(found.top, below, tuple(texts), tuple(rows))


def _groups(grid: Grid, top: int, bottom: int, width: int) -> list[int]:
    """For each position the one whose upper heading covers it, -1 for none: as far as cells are merged, or else up to
    the next upper heading, where parts stand below."""
    above, below = grid.rows[top], grid.rows[bottom]
    spans = _spans(grid, top)
    covered, last, end = [], -1, -1
    for position in range(width):
        if position < len(above) and not is_blank(above[position]):
            last = position
            span = spans.get(position)
            has_parts = position < len(below) and not is_blank(below[position])
            end = span.right - grid.left if span else (width if has_parts and not spans else position)
        covered.append(last if last >= 0 and position <= end else -1)
    return covered


def _texts(grid: Grid, index: int, width: int) -> tuple[str, ...]:
    row = grid.rows[index]
    days = [cell for cell in row if isinstance(cell, date)]
    months = all(day.day == 1 for day in days) or is_date_run(days)
    return tuple(heading_text(row[i] if i < len(row) else None, months=months) for i in range(width))


def heading_text(cell: Cell, *, months: bool) -> str:
    """A heading as one line of text; dates that stand for months are written so (2025-09)."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return f"{cell:%Y-%m}" if months else cell.isoformat()
    return " ".join(str(cell).split()) if not is_blank(cell) else ""


def without_headings(grid: Grid, start: int, stop: int) -> Headings | None:
    """Values alone: at least two rows of at least two cells, most of the same width, some of them typed."""
    counts = [len(filled(row)) for row in grid.rows[start : min(stop, start + HEADER_WITHIN)]]
    if len(counts) < 2 or min(counts) < 2:  # noqa: PLR2004 - a grid is two by two
        return None
    usual = max(set(counts), key=counts.count)
    if counts.count(usual) < _STEADY * len(counts) or not any(is_typed(cell) for cell in grid.rows[start]):
        return None
    width = max(map(len, grid.rows[start:stop]))
    return Headings(start, start - 1, ("",) * width, (start,) * width)


def list_heading(grid: Grid, start: int, stop: int) -> Headings | None:
    """One column of short texts under a word, without sentences: a list of names."""
    rows = grid.rows[start:stop]
    if len(rows) < 3 or any(len(filled(row)) != 1 for row in rows):  # noqa: PLR2004 - two names and their heading
        return None
    texts = [str(row[filled(row)[0]]).strip() for row in rows]
    unbroken = grid.lines[stop - 1] - grid.lines[start] == stop - start - 1
    if (
        not unbroken
        or not is_word(texts[0])
        or any(len(text) > _LONGEST_GROUP or text.endswith((".", "。")) for text in texts)
    ):
        return None
    return _joined(grid, start, start)


def same_headings(row: Row, headings: Sequence[str]) -> bool:
    """Whether a row repeats the headings."""
    texts = [heading_text(cell, months=True) for cell in row]
    return [text for text in texts if text] == [text for text in headings if text]
