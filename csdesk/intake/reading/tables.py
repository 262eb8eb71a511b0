"""Grid to tables: headings found, the rows under them kept, totals and notes set aside."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from csdesk.intake.reading import totals
from csdesk.intake.reading.cells import folded, is_heading_row, is_note, is_typed, is_word
from csdesk.intake.reading.doubts import OPENS, SECTION, Doubts
from csdesk.intake.reading.grid import Grid, Row, filled
from csdesk.intake.reading.headings import (
    Headings,
    find_headings,
    list_heading,
    same_headings,
    without_headings,
)
from csdesk.intake.reading.natures import always_typed, heads_another, may_head
from csdesk.intake.shapes import Progress
from csdesk.intake.vocabulary.metrics import ANY_METRIC
from csdesk.models.problems import Reason

_SAMPLE: Final = 30
_TYPED_COLUMN: Final = 0.8
_FOOT: Final = 12
_FIRST: Final = 5
"""Rows that show what a table holds, before another one begins below it without a gap."""
_FIGURES: Final = 3
"""Rows from which labels tell that all are figures."""
_DOUBTS: Final = 50
"""Rows of a table with a word that may mean a total, whose sums are tried."""


@dataclass(slots=True)
class Body:
    """One table by the indexes of the grid's rows: `first` is where its title begins, `end` where the next one does."""

    headings: Headings
    first: int
    end: int
    rows: list[int] = field(default_factory=list)
    aside: dict[int, Reason] = field(default_factory=dict)
    last_total: int = -1
    doubts: int = 0
    measured: int = 0
    usual: float = 0.0
    """Filled cells of a row, as the median of the first ones measured."""
    typed: frozenset[int] = frozenset()
    """Positions that mostly hold values."""
    wordy: frozenset[int] = frozenset()
    """Positions that hold no value at all, but words."""


def find_bodies(grid: Grid, progress: Progress) -> list[Body]:
    """The tables of a group of columns from top to bottom; those without a single row are left out.

    A grid without headings, or a list of names, counts only where there is nothing else.
    """
    bodies: list[Body] = []
    start, stop = 0, len(grid.rows)
    while start < stop:
        headings = find_headings(grid, start, stop)
        if headings is None and not bodies:
            headings = without_headings(grid, start, stop) or list_heading(grid, start, stop)
        if headings is None:
            break
        body = body_under(grid, headings, start, progress)
        start = body.end
        if body.rows:
            bodies.append(body)
    return bodies


def body_under(grid: Grid, headings: Headings, start: int, progress: Progress) -> Body:
    """One table whose headings are known; `start` is where its title begins."""
    body = Body(headings, start, len(grid.rows))
    top = headings.bottom + 1
    if top >= body.end:
        return body
    _measure(grid, body, range(top, min(top + _SAMPLE, _run_end(grid, top))))
    name = next((text for text in headings.texts if text), "")
    valued = always_typed(grid.rows[top : min(top + _FIRST, _run_end(grid, top))])
    settled = top
    for index in _looked_at(body, Doubts(grid, top, name, valued, progress)):
        body.rows += range(settled, index)
        settled = index + 1
        row = grid.rows[index]
        after_gap = index > top and grid.lines[index] > grid.lines[index - 1] + 1
        if after_gap:
            if body.rows and body.measured < _SAMPLE:
                _measure(grid, body, body.rows[:_SAMPLE])
            if _other_table(grid, body, index):
                body.end = index
                break
        label = totals.label_of(row)
        if label and label.strip() == name and same_headings(row, headings.texts):
            continue
        if valued and may_head(row, valued) and heads_another(row, valued, _directly_below(grid, index)):
            body.end = _with_title(grid, body, index)
            break
        if reason := _reason(grid, body, index, label, after_gap=after_gap):
            body.aside[index] = reason
            body.last_total = index if reason is Reason.TOTAL_ROW else body.last_total
        else:
            body.rows.append(index)
    else:
        body.rows += range(settled, body.end)
    _formula_totals(grid, body)
    _foot(grid, body)
    return body


def _looked_at(body: Body, doubts: Iterable[int]) -> Iterator[int]:
    """The rows in doubt, and each that stands below a note, which may go on."""
    last = -1
    for index in doubts:
        while body.aside.get(last) is Reason.NOTE_ROW and last + 1 < index:
            last += 1
            yield last
        last = index
        yield index
    while body.aside.get(last) is Reason.NOTE_ROW and last + 1 < body.end:
        last += 1
        yield last


def _directly_below(grid: Grid, index: int) -> list[Row]:
    return list(grid.rows[index + 1 : min(index + 1 + _FIRST, _run_end(grid, index))])


def _with_title(grid: Grid, body: Body, index: int) -> int:
    """Where a table that begins without a gap does: at its headings, or at the line of one cell above them."""
    if body.rows[-1:] == [index - 1] and len(filled(grid.rows[index - 1])) == 1 < body.usual:
        return body.rows.pop()
    return index


def _run_end(grid: Grid, index: int) -> int:
    """Index behind the rows that follow without a blank one between."""
    if grid.lines[-1] - grid.lines[index] == len(grid.lines) - 1 - index:
        return len(grid.lines)
    end = index + 1
    while end < len(grid.lines) and grid.lines[end] == grid.lines[end - 1] + 1:
        end += 1
    return end


def _measure(grid: Grid, body: Body, sample: Sequence[int]) -> None:
    body.measured = len(sample)
    counts = sorted(len(filled(grid.rows[index])) for index in sample)
    body.usual = counts[len(counts) // 2] if counts else 0.0
    cells: dict[int, list[bool]] = {}
    for index in sample:
        for position in filled(grid.rows[index]):
            cells.setdefault(position, []).append(is_typed(grid.rows[index][position]))
    body.typed = frozenset(i for i, typed in cells.items() if sum(typed) >= _TYPED_COLUMN * len(typed))
    body.wordy = frozenset(i for i, typed in cells.items() if not any(typed))


def _reason(grid: Grid, body: Body, index: int, label: str, *, after_gap: bool) -> Reason | None:
    """Why the row is no row of the table, as far as it and its neighbours tell."""
    row = grid.rows[index]
    if label and totals.might_be_total(label):
        if totals.names_total(row):
            return Reason.TOTAL_ROW
        if totals.may_total(row) and _totals_section(grid, body, index):
            return Reason.TOTAL_ROW
    if totals.is_junk(row):
        return Reason.JUNK_ROW
    return Reason.NOTE_ROW if _is_note_between(body, index, row, label, after_gap=after_gap) else None


def _is_note_between(body: Body, index: int, row: Row, label: str, *, after_gap: bool) -> bool:
    """A note after a gap or other notes, a comment, or a line that names the rows below it."""
    noted = after_gap or body.aside.get(index - 1) is Reason.NOTE_ROW
    if noted and totals.is_foot_note(row, body.usual, after_gap=True):
        return True
    opens = label[:1] in OPENS and is_note(label)
    if not opens and not SECTION.fullmatch(label.strip()):
        return False
    cells = filled(row)
    is_prose = label[0] == "#" and len(cells) < body.usual and not any(is_typed(row[at]) for at in cells)
    return is_prose or len(cells) == 1 < body.usual


def _totals_section(grid: Grid, body: Body, index: int) -> bool:
    """A word that an account might bear: its numbers sum up the rows since the last total, or it closes a section."""
    closes = index + 1 == len(grid.rows) or grid.lines[index + 1] > grid.lines[index] + 1
    if closes and totals.plainly_may_total(grid.rows[index]):
        return not _tells_figures(grid, body)
    body.doubts += 1
    if body.doubts > _DOUBTS:
        return False
    since = bisect_right(body.rows, body.last_total)
    return totals.sums_up(grid.rows[index], [grid.rows[i] for i in body.rows[since:]], named=False)


def _formula_totals(grid: Grid, body: Body) -> None:
    """Rows filled by formulas over the rows above them, whatever their label says (稼働社数); a column that has such
    formulas in most of its rows is a running sum."""
    if not grid.facts.aggregates:
        return
    by_line: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for (line, column), (first, last) in grid.facts.aggregates.items():
        by_line[line].append((column, first, last))
    first_line = grid.lines[body.headings.bottom + 1]
    counts = Counter(column for index in body.rows for column, _, _ in by_line.get(grid.lines[index], ()))
    for index in list(body.rows):
        line = grid.lines[index]
        reach = [column for column, first, last in by_line.get(line, ()) if first_line <= first < last < line]
        if any(counts[column] <= len(body.rows) / 2 for column in reach):
            body.aside[index] = Reason.TOTAL_ROW
    body.rows = [index for index in body.rows if index not in body.aside]


def _foot(grid: Grid, body: Body) -> None:
    """From the last row upwards: totals by their sums or words, notes, and what goes with a total: formula rows, and
    lone words below it."""
    if _tells_figures(grid, body):
        return
    pending: list[int] = []
    lone: list[int] = []
    last = body.rows[-1] if body.rows else -1
    for index in range(last, max(last - _FOOT, body.headings.bottom), -1):
        if index in body.aside:
            if body.aside[index] is Reason.TOTAL_ROW:
                _set_aside(body, pending, Reason.TOTAL_ROW)
                _set_aside(body, lone, Reason.NOTE_ROW)
                pending, lone = [], []
            continue
        if index not in body.rows[-_FOOT:]:
            continue
        reason = _foot_reason(grid, body, index)
        if reason:
            _set_aside(body, [index], reason)
            if reason is Reason.TOTAL_ROW:
                _set_aside(body, pending, reason)
                _set_aside(body, lone, Reason.NOTE_ROW)
                pending, lone = [], []
        elif _is_formula_row(grid, body, index) or totals.tells_figure(grid.rows[index]):
            pending.append(index)
        elif len(filled(grid.rows[index])) == 1 and body.usual > totals.FEW:
            lone.append(index)
        else:
            return


def _tells_figures(grid: Grid, body: Body) -> bool:
    """Whether rows are figures of a business (MRR, 解約率) rather than records: none of them is the sum of others."""
    labels = [folded(totals.label_of(grid.rows[index])) for index in body.rows[:_SAMPLE]]
    return len(labels) >= _FIGURES and sum(bool(ANY_METRIC.search(label)) for label in labels) >= _TYPED_COLUMN * len(
        labels
    )


def _set_aside(body: Body, indexes: list[int], reason: Reason) -> None:
    for index in indexes:
        body.rows.remove(index)
        body.aside[index] = reason


def _foot_reason(grid: Grid, body: Body, index: int) -> Reason | None:
    row = grid.rows[index]
    after_gap = grid.lines[index] > grid.lines[index - 1] + 1
    if totals.plainly_may_total(row):
        return Reason.TOTAL_ROW
    above = body.rows[: bisect_left(body.rows, index)]
    if len(above) <= totals.MOST_SUMMED and totals.may_sum_up(row):
        records = [grid.rows[i] for i in above]
        if totals.sums_up(row, records, named=not _is_nameless(row, records[:_SAMPLE])) or totals.counts_up(
            row, records
        ):
            return Reason.TOTAL_ROW
    if above and (totals.is_result(row, body.usual) or totals.is_foot_note(row, body.usual, after_gap=after_gap)):
        return Reason.NOTE_ROW
    return None


def _is_nameless(row: Row, records: Sequence[Row]) -> bool:
    """Whether a row's label stands behind columns that are filled in all records and not in it."""
    always = set.intersection(*(set(filled(one)) for one in records)) if records else set()
    return any(position < filled(row)[0] for position in always)


def _is_formula_row(grid: Grid, body: Body, index: int) -> bool:
    """A label and formulas alone, where the table's first rows are not so."""

    def all_formulas(line: int, count: int) -> bool:
        return count > 1 and grid.facts.formula_cells.get(line, 0) >= count - 1

    def cells(at: int) -> int:
        hidden = sum(line == grid.lines[at] for line, _ in grid.facts.uncalculated)
        return len(filled(grid.rows[at])) + hidden

    first = body.rows[0]
    return all_formulas(grid.lines[index], cells(index)) and not all_formulas(grid.lines[first], cells(first))


def _other_table(grid: Grid, body: Body, index: int) -> bool:
    """Whether the rows after a gap begin another table: a heading row whose words stand where the table has values, or
    that has other columns."""
    row = grid.rows[index]
    if len(filled(row)) > 1 and not is_heading_row(row):
        return False
    end = _run_end(grid, index)
    found = find_headings(grid, index, end)
    if found is None or same_headings(grid.rows[found.bottom], body.headings.texts):
        return found is not None and found.top > index and _names_again(grid, body, range(found.bottom + 1, end))
    heads = filled(grid.rows[found.bottom])
    below = range(found.bottom + 1, min(end, found.bottom + 1 + _SAMPLE))
    if not below:
        return False
    if not body.typed:
        return _other_columns(grid, body, heads, below)
    over_values = [i for i in heads if i in body.typed and is_word(grid.rows[found.bottom][i])]
    if not over_values:
        return _other_columns(grid, body, heads, below) and found.top > index
    titled = found.top > index
    thorough = len(over_values) == len(body.typed) > 1
    return titled or thorough or not _fit(grid, body, below)


def _names_again(grid: Grid, body: Body, indexes: range) -> bool:
    """Whether most rows under headings that stand again are called as rows above: the same ones told of otherwise."""
    above = {folded(totals.label_of(grid.rows[index])) for index in body.rows}
    names = [folded(totals.label_of(grid.rows[index])) for index in indexes]
    return sum(name in above for name in names if name) > len(names) / 2


def _fit(grid: Grid, body: Body, indexes: range) -> bool:
    """Whether rows carry values where the table does and not only values where it has words, in about as many cells."""
    cells = [(p, is_typed(grid.rows[i][p])) for i in indexes for p in filled(grid.rows[i])]
    values = [typed for position, typed in cells if position in body.typed]
    counts = [len(filled(grid.rows[i])) for i in indexes]
    alike = sum(counts) / len(counts)
    turned = any(all(typed for p, typed in cells if p == position) for position in body.wordy & {p for p, _ in cells})
    as_typed = sum(values) >= _TYPED_COLUMN * max(1, len(values))
    return as_typed and not turned and abs(alike - body.usual) <= body.usual / 3


def _other_columns(grid: Grid, body: Body, heads: list[int], below: range) -> bool:
    """Headings beyond the table's, or clearly fewer, with rows that keep to them."""
    known = {i for i, text in enumerate(body.headings.texts) if text}
    beyond = bool(set(heads) - known)
    fewer = len(heads) <= len(known) - 2
    return (beyond or fewer) and all(set(filled(grid.rows[i])) <= set(heads) for i in below)
