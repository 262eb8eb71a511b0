"""Long sheets, kept and looked at by column, are found as short ones are; cells come through the pipe as they are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.intake.by_column import ByColumn
from csdesk.intake.packed import Block, PackedRows
from csdesk.intake.reading import tables
from csdesk.intake.reading.found import find_tables
from csdesk.intake.reading.grid import Facts, Grid, Merge
from csdesk.intake.reading.limits import MAX_CELL
from csdesk.intake.reading.prefixes import without_prefixes
from csdesk.intake.reading.wire import pack, unpack
from csdesk.intake.shapes import Cell, FoundTable, silent
from csdesk.models.problems import Reason
from tests.thorough import examples

WORDS = st.sampled_from(
    ["顧客", "月額", "開始日", "A社", "B社", "C社", "合計", "小計", "トータル株式会社", "Total", "平均", "※注", "#x:",
     "【東京】", "Warning: x on line 3", "○", "-", "12", "2024-01-01", "全3件", "", " "]
)  # fmt: skip
CELLS: st.SearchStrategy[Cell] = st.one_of(WORDS, WORDS, st.none(), st.integers(0, 300), st.dates(date(2024, 1, 1)))
ROWS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=25),
)


def grid_of(rows: Sequence[Sequence[Cell]]) -> Grid:
    """Without the rows that hold nothing, as readers give them."""
    kept = [(line, list(row)) for line, row in enumerate(rows, 1) if any(str(cell or "").strip() for cell in row)]
    return Grid([row for _, row in kept], [line for line, _ in kept], empty=None)


def found(grid: Grid) -> tuple[FoundTable, ...]:
    tables = find_tables(grid, "list.xlsx", "", silent)
    return tuple(replace(table, rows=tuple(table.rows), lines=tuple(table.lines)) for table in tables)


@given(ROWS, st.booleans())
@settings(max_examples=examples(400), deadline=None)
def test_rows_by_column_are_the_same_tables(rows: list[tuple[Cell, ...]], merged: bool) -> None:  # noqa: FBT001
    grid = grid_of(rows)
    if not grid.rows:
        return
    facts = Facts(merges=(Merge(2, 0, 4, 0),) if merged else (), hidden_lines=(2,), formats={(2, 0): "0%"})
    grid = replace(grid, facts=facts)
    columns = ByColumn(list(map(list, zip(*grid.rows, strict=True))))
    assert found(replace(grid, rows=columns)) == found(grid)


@given(ROWS)
@settings(max_examples=examples(400), deadline=None)
def test_rows_without_doubt_need_no_look(rows: list[tuple[Cell, ...]]) -> None:
    grid = grid_of(rows)
    if not grid.rows:
        return
    swift = found(grid)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "Doubts", lambda whole, top, *_: range(top, len(whole.rows)))
        assert found(grid) == swift


def test_totals_and_notes_deep_in_a_long_sheet_are_set_aside() -> None:
    rows: list[list[Cell]] = [["顧客", "月額", "開始日", "担当"]]
    rows += [[f"顧客{at}", at, date(2024, 1, 1), "佐藤"] for at in range(1, 3001)]
    rows[2000] = ["小計", 100, None, None]
    rows[2500] = ["※ 2024年の分", None, None, None]
    rows[2501] = ["顧客", "月額", "開始日", "担当"]
    (table,) = found(Grid(ByColumn(list(map(list, zip(*rows, strict=True)))), list(range(1, 3002))))
    assert len(table.rows) == 2997
    assert [(one.place.row, one.reason) for one in table.problems] == [
        (2001, Reason.TOTAL_ROW),
        (2501, Reason.NOTE_ROW),
    ]


def test_rows_by_column_are_a_sequence_of_rows() -> None:
    rows = ByColumn([[1, 2, 3], ["a", "b", None]])
    assert rows == ((1, "a"), (2, "b"), (3, None))
    assert rows != ((1, "a"), (2, "b"), (3, "c"))
    assert rows != 3
    assert (len(rows), rows[1], rows[-1], rows[1:]) == (3, (2, "b"), (3, None), [(2, "b"), (3, None)])
    assert rows.cut([0, 2], [1]) == (("a",), (None,))
    assert rows.cut([1, 2], [1, 0]) == (("b", 2), (None, 3))
    assert len(ByColumn([])) == 0


SENT = st.one_of(
    st.text(max_size=3),
    st.floats(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=9)),
    st.none(),
)
KINDS = (SENT, st.text(max_size=2), st.floats(), st.sampled_from(["a", "b", "", "\0"]), st.dates())


def plainly(cell: object) -> object:
    """A cell as it is kept, by the rules for one alone."""
    match cell:
        case str():
            return None if not cell.strip() else cell
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return int(cell)
        case datetime() if cell.time() == time():
            return cell.date()
        case time():
            return cell.isoformat("seconds")
        case timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return cell


@given(st.one_of(*(st.lists(kind, min_size=1, max_size=30) for kind in KINDS)))
@settings(max_examples=examples(500))
def test_cells_come_through_the_pipe(cells: list[object]) -> None:
    packed, cut = pack(cells)  # type: ignore[arg-type]
    assert not cut
    assert list(map(repr, unpack(packed))) == [repr(plainly(cell)) for cell in cells]


@pytest.mark.parametrize("beside", [["x"], ["x"] * 9, [1.0, "y"]])
def test_text_too_long_for_a_cell_is_cut_and_told(beside: list[object]) -> None:
    packed, cut = pack([*beside, "a" * (MAX_CELL + 1), " " * (MAX_CELL + 1)])  # type: ignore[list-item]
    assert cut == [len(beside)]
    assert unpack(packed)[len(beside) :] == ["a" * MAX_CELL, None]


TEXTS = st.sampled_from(["顧客", "合計", "A社", "12", "", " ", "'=1", '="01"', "x"])
PACKED = st.lists(
    st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=6),
    min_size=1,
    max_size=4,
)
"""Blocks of rows, as large text files are kept."""


@given(PACKED, st.integers(-3, 12), st.integers(-3, 12), st.sampled_from([1, 2, -1]))
@settings(max_examples=examples(200))
def test_packed_rows_are_a_sequence_of_rows(blocks: list[list[list[str]]], first: int, end: int, step: int) -> None:
    rows = PackedRows(map(Block.of, blocks))
    whole = [tuple(row) for row in rows]
    assert rows[first:end:step] == whole[first:end:step]
    assert rows.width == max(map(len, whole))
    for position in range(5):
        assert rows.holds_at(position) is any(len(row) > position and row[position].strip() != "" for row in whole)
    for mark in ("'", '="'):
        assert rows.begins_with(mark) is any(cell.startswith(mark) for row in whole for cell in row)


@given(PACKED)
@settings(max_examples=examples(200), deadline=None)
def test_packed_rows_are_the_same_tables(blocks: list[list[list[str]]]) -> None:
    kept = [[row for row in block if any(map(str.strip, row))] for block in blocks]
    if not any(kept):
        return
    packed = PackedRows(Block.of(block) for block in kept if block)
    rows = [list(row) for row in packed]
    grid = Grid(rows, list(range(1, len(rows) + 1)), empty="")
    plainly, swiftly = without_prefixes(grid), without_prefixes(replace(grid, rows=packed))
    assert [tuple(row) for row in swiftly.rows] == [tuple(row) for row in plainly.rows]
    assert found(swiftly) == found(plainly)
