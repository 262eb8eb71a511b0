"""Long tables, whose records are made by column when they are looked at, are matched as short ones are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.intake.by_column import ByColumn
from csdesk.intake.fields import ValueType
from csdesk.intake.matching import match_tables
from csdesk.intake.reading import read_files
from csdesk.intake.records import RecordsByColumn, column_of
from csdesk.intake.shapes import Cell, FoundTable, MatchedTable
from csdesk.intake.values.reading import ColumnReading
from csdesk.intake.values.whole import read_column
from csdesk.models.kinds import Language
from tests.intake_matching.conftest import DATA, found
from tests.thorough import each, examples

SAMPLES = sorted(
    path for path in DATA.rglob("*") if path.suffix in {".csv", ".tsv", ".xlsx"} and "expected" not in path.parts
)


def by_column(table: FoundTable) -> FoundTable:
    return replace(table, rows=ByColumn(list(map(list, zip(*table.rows, strict=True)))))


def told(tables: Sequence[FoundTable]) -> list[tuple[object, ...]]:
    matched = match_tables(tables, language=Language.JA, currency="JPY")
    return [(one.kind, one.columns, one.findings, list(one.records), list(one.problems)) for one in matched]


@pytest.mark.parametrize("path", each(SAMPLES, 5), ids=lambda path: path.name)
def test_samples_are_matched_alike(path: Path) -> None:
    tables = [replace(table, rows=tuple(table.rows)) for table in read_files([path])]
    assert told([by_column(table) for table in tables]) == told(tables)


DAYS: st.SearchStrategy[Cell] = st.one_of(
    st.dates(date(2023, 1, 1), date(2024, 3, 1)),
    st.none(),
    st.sampled_from(["2024-02-30", "4/1", datetime(2024, 1, 1, 9)]),  # noqa: DTZ001 - as workbooks give it
)
LINES = st.tuples(
    st.sampled_from(["C-1", "C-2", "N/A", "", "#REF!", "n-1", " C-3 ", 7, 7.5, None]),
    st.sampled_from(["見本社", "例示社", "Nihon", "Sample (https://a.example)", "", None]),
    DAYS,
    DAYS,
    st.sampled_from([100, -5, 12.5, "1,000", "x", "", None]),
    st.sampled_from(["note", "-", "", "#DIV/0!", None, "a\u202eb"]),
)


@given(st.lists(LINES, min_size=1, max_size=12))
@settings(max_examples=examples(200), deadline=None)
def test_lines_of_contracts_are_matched_alike(rows: list[tuple[Cell, ...]]) -> None:
    table = found(["契約番号", "顧客名", "契約開始日", "解約日", "月額", "メモ"], rows)
    assert told([by_column(table)]) == told([table])


SCORES = st.tuples(st.sampled_from(["見本社", "", None]), st.sampled_from([0, 9, 10, 11, -1, "7", "x", None]), DAYS)


@given(st.lists(SCORES, min_size=1, max_size=12))
@settings(max_examples=examples(100), deadline=None)
def test_answers_are_matched_alike(rows: list[tuple[Cell, ...]]) -> None:
    table = found(["会社名", "NPSスコア", "回答日"], rows)
    assert told([by_column(table)]) == told([table])


def contracts(rows: int) -> MatchedTable:
    lines = [(f"C-{at}", "見本社", date(2024, 1, 1), 100, "" if at % 2 else "x") for at in range(rows)]
    table = by_column(found(["契約番号", "顧客名", "契約開始日", "月額", "独自の列"], lines))
    (matched,) = match_tables([table], language=Language.JA, currency="JPY")
    return matched


def test_records_are_a_sequence_with_a_value_for_each_field() -> None:
    records = contracts(4).records
    assert isinstance(records, RecordsByColumn)
    assert len(records) == 4
    assert list(records) == [records[at] for at in range(4)] == records[:]
    assert records[-1].values["contract.external_id"] == "C-3"
    assert [record.custom for record in records[1:3]] == [{}, {"独自の列": "x"}]
    assert column_of(records, "contract.external_id") == ["C-0", "C-1", "C-2", "C-3"]
    assert column_of(records, "contract.end") == [None] * 4
    assert column_of(records[:1], "contract.external_id") == ["C-0"]


@given(st.lists(st.one_of(st.text(max_size=14), st.integers(-99, 99), st.none()), min_size=1, max_size=9))
@settings(max_examples=examples(300))
@pytest.mark.parametrize(
    "kind", [ValueType.TEXT, ValueType.NAME, ValueType.IDENTIFIER, ValueType.EMAIL, ValueType.WORD]
)
def test_a_column_of_text_is_read_as_its_cells_are(kind: ValueType, cells: list[Cell]) -> None:
    reading = ColumnReading(kind)
    assert read_column(ColumnReading(kind), cells) == [reading.read(cell) for cell in cells]


@pytest.mark.parametrize(
    "cell",
    ["N/A", "na", "n/a ", "nil", "#N/A", "#REF!", "-", "12.0", "x (https://a.example)", "a ", "\u3000a", "x" * 40_000],
)
def test_words_for_nothing_errors_and_links_are_not_taken_for_plain_text(cell: str) -> None:
    for kind in (ValueType.TEXT, ValueType.NAME, ValueType.IDENTIFIER):
        assert read_column(ColumnReading(kind), [cell, "x"]) == [ColumnReading(kind).read(cell), "x"]
