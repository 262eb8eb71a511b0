"""Tables as records: rows cut to their columns, addresses, context, formats and all that is to be said of them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from csdesk.intake.by_column import ByColumn
from csdesk.intake.own.recognising import is_own
from csdesk.intake.packed import PackedRows
from csdesk.intake.reading.columns import split_columns
from csdesk.intake.reading.grid import Facts, Grid, Row, filled, is_blank, name_of
from csdesk.intake.reading.headings import Headings
from csdesk.intake.reading.limits import CHUNK_ROWS, MAX_COLUMNS, MAX_PROBLEMS, MAX_UNCALCULATED
from csdesk.intake.reading.sideways import Lie, lie_of, notes_of, upright
from csdesk.intake.reading.tables import Body, body_under, find_bodies
from csdesk.intake.reading.totals import is_junk
from csdesk.intake.shapes import Cell, Column, FileRefused, FoundTable, Progress, Refusal
from csdesk.intake.values.units import is_unit_alone
from csdesk.models.problems import Place, Problem, Reason

_LONGEST_CONTEXT: Final = 4_000
_LONGEST_SEEN: Final = 200


def find_tables(grid: Grid, file: str, sha256: str, progress: Progress) -> tuple[FoundTable, ...]:
    """The tables of one sheet or text file, from left to right and from top to bottom.

    Rows are kept as they stand: the lines of one kintone record stay several rows, start column ('*') included; text
    merged over several rows of data is repeated in each. Raises `FileRefused` for more columns than any list has.
    """
    if grid.rows and is_own(grid.rows[0]):
        return (_found(grid, _whole(grid), (), (file, sha256), progress),) if len(grid.rows) > 1 else ()
    source = (file, sha256)
    match lie_of(grid):
        case Lie.COLUMNS:
            columns, notes = upright(grid), [_row_text(row) for row in notes_of(grid)]
            body = body_under(columns, _first_row(columns), 0, progress)
            return (_found(columns, body, notes, source, progress),) if body.rows else ()
        case Lie.FORM:
            return (_form(grid, source, progress),)
    blocks = [(block, find_bodies(block, progress)) for block in split_columns(grid)]
    aside = [_row_text(row) for block, bodies in blocks if not bodies for row in block.rows[:MAX_COLUMNS]]
    return tuple(
        _found(block, body, [*aside, *_unit_of_all(block, body, bodies[0])], source, progress)
        for block, bodies in blocks
        for body in bodies
    )


def _form(grid: Grid, source: tuple[str, str], progress: Progress) -> FoundTable:
    """A sheet of label and value pairs as it stands: said, and nobody's kind."""
    blank = ("",) * max(map(len, grid.rows))
    body = Body(Headings(0, -1, blank, (0,) * len(blank)), 0, len(grid.rows), list(range(len(grid.rows))))
    table = _found(grid, body, (), source, progress)
    place = Place(table.file, table.sheet, table.lines[0], table.columns[0].letter)
    return replace(table, problems=(Problem(place, "", "", Reason.LABEL_PAIRS, refuses=False), *table.problems))


def _unit_of_all(grid: Grid, body: Body, first: Body) -> list[str]:
    """For the tables below the first, the line at the top that says the unit of them all."""
    above = map(_row_text, grid.rows[first.first : first.headings.top] if body is not first else ())
    return [text for text in above if is_unit_alone(text)]


def _whole(grid: Grid) -> Body:
    """All rows under the first, as an export of our own has them: no total, no note, no second table among them."""
    return Body(_first_row(grid), 0, len(grid.rows), list(range(1, len(grid.rows))))


def _first_row(grid: Grid) -> Headings:
    texts = tuple(str(cell or "") for cell in grid.rows[0])
    return Headings(0, 0, texts, (0,) * len(texts))


def _found(grid: Grid, body: Body, beside: Sequence[str], source: tuple[str, str], progress: Progress) -> FoundTable:
    file, sha256 = source
    positions = _positions(grid, body)
    if len(positions) > MAX_COLUMNS:
        raise FileRefused(Refusal.TOO_WIDE)
    lines = _lines(grid, body)
    first = Place(row=grid.lines[body.headings.top], column=name_of(grid, grid.left + positions[0]))
    last = Place(row=lines[-1], column=name_of(grid, grid.left + positions[-1]))
    return FoundTable(
        file=file,
        sha256=sha256,
        sheet=grid.sheet,
        hidden=grid.hidden,
        range=f"{first}:{last}",
        encoding=grid.encoding,
        separator=grid.separator,
        columns=tuple(_column(grid, body, position) for position in positions),
        rows=_rows(grid, body, positions, progress),
        lines=lines,
        context=_context(grid, body, beside),
        formats=_formats(grid, body, positions),
        problems=tuple(_capped(_problems(grid, body, positions, file))),
    )


def _positions(grid: Grid, body: Body) -> list[int]:
    """Columns with a heading or a value; blank ones between are left out."""
    texts = body.headings.texts
    if isinstance(grid.rows, ByColumn):
        columns = [*grid.rows.columns, *[()] * (len(texts) - len(grid.rows.columns))]
        return [
            at
            for at, column in enumerate(columns)
            if (at < len(texts) and texts[at]) or any(not is_blank(column[index]) for index in body.rows if column)
        ]
    if isinstance(grid.rows, PackedRows):
        width = max(len(texts), grid.rows.width)
        rows = grid.rows.cut(body.rows, range(width))
        return [at for at in range(width) if (at < len(texts) and texts[at]) or rows.holds_at(at)]
    width = max(len(texts), *(len(grid.rows[index]) for index in body.rows))
    return [
        position
        for position in range(width)
        if (position < len(texts) and texts[position])
        or any(len(row := grid.rows[index]) > position and not is_blank(row[position]) for index in body.rows)
    ]


def _column(grid: Grid, body: Body, position: int) -> Column:
    letter = name_of(grid, grid.left + position)
    texts, rows = body.headings.texts, body.headings.rows
    if position >= len(texts):
        line = grid.lines[max(body.headings.bottom, body.headings.top)]
        return Column("", str(Place(row=line, column=letter)), letter)
    return Column(texts[position], str(Place(row=grid.lines[rows[position]], column=letter)), letter)


def _lines(grid: Grid, body: Body) -> Sequence[int]:
    """The numbers of the table's lines; many that follow one another are a range."""
    first, last = (grid.lines[body.rows[at]] for at in (0, -1))
    if isinstance(grid.rows, PackedRows | ByColumn) and last - first == len(body.rows) - 1:
        return range(first, last + 1)
    return tuple(grid.lines[index] for index in body.rows)


def _numbers(lines: Sequence[int]) -> Collection[int]:
    """Numbers of lines, for looking whether one is among them."""
    return lines if isinstance(lines, range) else frozenset(lines)


def _rows(grid: Grid, body: Body, positions: list[int], progress: Progress) -> Sequence[tuple[Cell, ...]]:
    if isinstance(grid.rows, PackedRows):
        return grid.rows.cut(body.rows, positions)
    first, end = positions[0], positions[-1] + 1
    whole = end - first == len(positions)
    merged = _merged_texts(grid, positions)
    if isinstance(grid.rows, ByColumn) and not merged and max(positions) < len(grid.rows.columns):
        return grid.rows.cut(body.rows, positions)
    empty = grid.empty
    rows = []
    for index in body.rows:
        if index % CHUNK_ROWS == 0:
            progress(index, len(grid.rows))
        row: Row = grid.rows[index]
        if len(row) < end:
            row = [*row, *[empty] * (end - len(row))]
        if texts := merged.get(grid.lines[index]):
            row = [texts.get(i, cell) if is_blank(cell) else cell for i, cell in enumerate(row)]
        rows.append(tuple(row[first:end]) if whole else tuple(row[position] for position in positions))
    return tuple(rows)


def _merged_texts(grid: Grid, positions: list[int]) -> dict[int, dict[int, Cell]]:
    """Text by line and position for the lower rows of ranges merged downwards; amounts are never repeated."""
    texts: dict[int, dict[int, Cell]] = defaultdict(dict)
    tall = [merge for merge in grid.facts.merges if merge.bottom > merge.top]
    at = dict(zip(grid.lines, grid.rows, strict=True)) if tall else {}
    for merge in tall:
        row, position = at.get(merge.top, ()), merge.left - grid.left
        cell = row[position] if 0 <= position < len(row) else None
        if isinstance(cell, str) and positions[0] <= position <= positions[-1]:
            for line in range(merge.top + 1, min(merge.bottom, grid.lines[-1]) + 1):
                texts[line][position] = cell
    return texts


def _formats(grid: Grid, body: Body, positions: list[int]) -> dict[int, str]:
    """The most frequent number format of each column's values, where it is not General."""
    if not grid.facts.formats:
        return {}
    lines = _numbers(_lines(grid, body))
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for (line, column), text in grid.facts.formats.items():
        if line in lines:
            counts[column - grid.left][text] += 1
    most = {i: counts[p].most_common(1)[0][0] for i, p in enumerate(positions) if p in counts}
    return {i: text for i, text in most.items() if text}


def _row_text(row: Row) -> str:
    return " ".join(str(row[i]).strip() for i in filled(row))


def _context(grid: Grid, body: Body, beside: Iterable[str]) -> str:
    """Lines above the headings, notes below the rows, and what stands beside."""
    above = (_row_text(grid.rows[index]) for index in range(body.first, body.headings.top))
    notes = (_row_text(grid.rows[i]) for i, reason in sorted(body.aside.items()) if reason is Reason.NOTE_ROW)
    return "\n".join((*above, *notes, *beside))[:_LONGEST_CONTEXT]


def _problems(grid: Grid, body: Body, positions: list[int], file: str) -> Iterator[Problem]:
    def problem(line: int, column: int | None, seen: str, reason: Reason) -> Problem:
        place = Place(file, grid.sheet, line, "" if column is None else name_of(grid, column))
        return Problem(place, "", seen[:_LONGEST_SEEN], reason, refuses=False)

    above = range(body.first, body.headings.top)
    junk = {index: Reason.JUNK_ROW for index in above if is_junk(grid.rows[index])}
    for index, reason in sorted((junk | body.aside).items()):
        yield problem(grid.lines[index], None, _row_text(grid.rows[index]), reason)
    if grid.facts != Facts():
        yield from _problems_of_cells(grid, body, positions, problem)


def _problems_of_cells(
    grid: Grid, body: Body, positions: list[int], problem: Callable[[int, int | None, str, Reason], Problem]
) -> Iterator[Problem]:
    """What the workbook tells of single cells, lines and columns; cells that were too long."""
    facts = grid.facts
    lines = _numbers(_lines(grid, body))
    columns = {grid.left + position for position in positions}
    for found, reason in ((facts.errors, Reason.ERROR_CELL), (facts.uncalculated, Reason.NOT_CALCULATED)):
        for (line, column), seen in sorted(found.items()):
            if line in lines and column in columns:
                yield problem(line, column, seen, reason)
    for line, column in facts.cut:
        if line in lines and column in columns:
            yield problem(line, column, "", Reason.TOO_LONG)
    for run in _runs(line for line in facts.hidden_lines if line in lines):
        yield problem(run[0], None, _from_to(f"{run[0]}", f"{run[-1]}"), Reason.HIDDEN)
    for run in _runs(column for column in facts.hidden_columns if column in columns):
        yield problem(0, run[0], _from_to(name_of(grid, run[0]), name_of(grid, run[-1])), Reason.HIDDEN)


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(sorted(set(numbers))), lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def _capped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """At most a thousand of each reason; one more without a row tells how many follow. Formulas without a value are all
    told, as each may refuse its row."""
    counts: dict[Reason, int] = defaultdict(int)
    last: dict[Reason, Problem] = {}
    for problem in problems:
        counts[problem.reason] += 1
        last[problem.reason] = problem
        if problem.reason is Reason.NOT_CALCULATED or counts[problem.reason] <= MAX_PROBLEMS:
            yield problem
        if counts[Reason.NOT_CALCULATED] > MAX_UNCALCULATED:
            raise FileRefused(Refusal.NOT_CALCULATED)
    counts.pop(Reason.NOT_CALCULATED, None)
    for reason, count in counts.items():
        if count > MAX_PROBLEMS:
            place = Place(last[reason].place.file, last[reason].place.sheet)
            yield Problem(place, "", f"+{count - MAX_PROBLEMS}", reason, refuses=False)
