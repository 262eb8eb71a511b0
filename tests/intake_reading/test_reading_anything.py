"""Whatever comes in: tables that hold together, or one refusal."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from csdesk.intake.reading import child, read_files, read_text
from csdesk.intake.reading.found import find_tables
from csdesk.intake.reading.grid import Facts, Grid, Merge
from csdesk.intake.shapes import Cell, FileRefused, FoundTable, Refusal
from csdesk.models.problems import column_of, letters
from tests.thorough import examples

WORDS = st.sampled_from(
    [
        "",
        " ",
        "\n",
        *[
            "顧客",
            "月額",
            "2025年",
            "9月",
            "10月",
            "2025-09",
            "○",
            "×",
            "合計",
            "Total",
            "※注",
            "#x",
            "A社",
            "1",
            "-",
            "2024-01-01",
            '"',
            "a,b",
        ],
    ]
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(), WORDS, st.integers(-5, 2030), st.floats(allow_nan=True), st.booleans(), st.dates(date(2024, 1, 1))
)
SPOTS = st.tuples(st.integers(1, 12), st.integers(0, 6))


def holds_together(tables: Sequence[FoundTable]) -> None:
    for table in tables:
        assert len(table.rows) == len(table.lines) > 0
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert list(table.lines) == sorted(set(table.lines))
        assert [column_of(column.letter) for column in table.columns] == sorted(
            column_of(column.letter) for column in table.columns
        )
        assert not any(problem.refuses for problem in table.problems)


def tables_or_refusal(read: Callable[[], Sequence[FoundTable]]) -> tuple[object, ...]:
    try:
        tables = read()
    except FileRefused as refused:
        return refused.args
    assert tables
    holds_together(tables)
    return ()


@given(st.binary(max_size=400))
@example(b"PK\x03\x04" + bytes(30))
@example(b"\xff\xfe")
@example(b"\x1b$B\x1b$B!!")
@settings(max_examples=examples(200), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_tables_or_a_refusal(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.csv"
    path.write_bytes(data)
    refused = tables_or_refusal(lambda: read_files([path]))
    assert refused in {(), *((reason, "any.csv") for reason in Refusal)}


@given(st.lists(st.lists(WORDS, max_size=6).map(",".join), max_size=14).map("\n".join))
@example("a,b,\n,,○\n\n顧客,月額,\n,,顧客")
@example(",2025年,顧客\n顧客,顧客")
@settings(max_examples=examples(300))
def test_any_text_is_tables_or_a_refusal(text: str) -> None:
    refused = tables_or_refusal(lambda: read_text(text, "any"))
    assert refused in {(), (Refusal.NO_TABLE, "any"), (Refusal.EMPTY, "any")}


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=12),
    st.lists(st.tuples(SPOTS, SPOTS), max_size=3),
    st.dictionaries(SPOTS, st.just("=X"), max_size=3),
    st.dictionaries(SPOTS, st.tuples(st.integers(1, 5), st.integers(1, 12)), max_size=4),
)
@settings(max_examples=examples(300))
def test_any_grid_is_tables_that_hold_together(
    rows: list[list[Cell]], merged: list[tuple[tuple[int, int], tuple[int, int]]], formulas: dict, reach: dict
) -> None:
    kept = [(line, row) for line, row in enumerate(rows, 1) if any(cell not in (None, "", " ", "\n") for cell in row)]
    merges = tuple(Merge(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in merged)
    facts = Facts(merges=merges, uncalculated=formulas, aggregates=reach, hidden_lines=(2, 3), hidden_columns=(1,))
    grid = Grid([row for _, row in kept], [line for line, _ in kept], facts=facts)
    holds_together(find_tables(grid, "any", "", lambda _done, _all: None))


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=20), st.integers(0, 4000))
@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_workbook_is_messages_that_end(book_bytes: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(book_bytes)
    for at, value in changes:
        data[at % len(data)] = value
    messages = list(child.read(bytes(data[: len(data) - cut % 200])))
    assert messages[-1][0] in {"end", "failed"}


NAMES = st.text(st.sampled_from("青空緑山川海星月花島計合総田中アイウABXYtoal "), min_size=1, max_size=6).map(
    lambda name: f"{name.strip()}株式会社"
)
ROWS = st.lists(
    st.tuples(
        NAMES,
        st.sampled_from(["", "基本", "上級", "未定"]),
        st.one_of(st.just(""), st.integers(0, 10**7).map(str), st.sampled_from(["¥1,200", "-", "100"])),
        st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(str),
        st.booleans(),
    ),
    min_size=1,
    max_size=40,
)


TITLES = st.sampled_from(["", "顧客一覧\n", "顧客一覧,2025年10月\n\n", "# a\n# b\n"])


@given(ROWS, TITLES, st.sampled_from(["", "合計,,99,\n"]))
@settings(max_examples=examples(300))
def test_no_real_row_is_ever_lost(rows: list[tuple[str, str, str, str, bool]], title: str, total: str) -> None:
    lines = [",".join(row[:4]).replace("¥1,200", '"¥1,200"') + ("\n" if row[4] else "") for row in rows]
    (table,) = read_text(f"{title}顧客,プラン,月額,開始日\n" + "\n".join(lines) + f"\n{total}", "any")
    assert [row[0] for row in table.rows] == [row[0] for row in rows]


@given(st.integers(0, 16_383))
def test_column_letters_go_back_and_forth(column: int) -> None:
    assert column_of(letters(column)) == column
    assert (letters(0), letters(25), letters(26), letters(16_383)) == ("A", "Z", "AA", "XFD")


@pytest.mark.parametrize("value", [b"a", b",,,", b"\n\n\n", "合計\n".encode(), b'"', b"'", b"\t\t\n\t\t"])
def test_tiny_texts_hold_no_table(tmp_path: Path, value: bytes) -> None:
    path = tmp_path / "tiny.txt"
    path.write_bytes(value)
    with pytest.raises(FileRefused) as caught:
        read_files([path])
    assert caught.value.args[0] in {Refusal.NO_TABLE, Refusal.EMPTY}
