"""Plain tables: every cell reads back as what it was, and text never becomes anything else."""

import csv
import io
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from csdesk.intake.shapes import Cancelled
from csdesk.models.problems import Reason
from csdesk.reports import tables
from csdesk.reports.delivery import Hindrance, ReportRefused
from csdesk.reports.tables import Table, sheet_names, write_csv, write_csvs, write_tables
from csdesk.reports.text import loses_marks, plain, quoted_prefix, width
from tests.thorough import examples

FullDisk = Callable[[], AbstractContextManager[None]]
FORMULA_LIKE = st.text(max_size=30).map(lambda text: f"={text}") | st.sampled_from(
    [
        "+1",
        "-1+2",
        "@x",
        "\tx",
        "\rx",
        "'=x",
        "''",
        "<r></r>",
        "<r>a</r>",
        "_x0041_",
        "0012",
        "1e5",
        "TRUE",
        "2024-01-01",
        "\ud800x",
    ]
)
TEXTS = st.text(max_size=40) | FORMULA_LIKE


def rows_of(path: Path, sheet: str) -> list[list[Any]]:
    """Cells below the heading; a missing end of a row is filled with None."""
    page = openpyxl.load_workbook(path)[sheet]
    return [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=1, max_size=20))
def test_text_reads_back_as_text(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "out.xlsx"
    problems = write_tables([Table("Notes", ("Text", "End"), [(text, "end") for text in texts])], path)
    told = [(problem.place.row, problem.reason) for problem in problems]
    assert told == [(row, Reason.UNWRITABLE) for row, text in enumerate(texts, 2) if loses_marks(text)]
    page = openpyxl.load_workbook(path)["Notes"]
    for row, text in enumerate(texts, 2):
        cell = page.cell(row, 1)
        assert (cell.value or "") == openpyxl_reads(plain(text))
        assert cell.data_type in ("s", "inlineStr") or not plain(text)
        assert page.cell(row, 2).value == "end"


def openpyxl_reads(text: str) -> str:
    """This reader gives escaped `_x0041_` as it stands in the file; spreadsheets undo it."""
    return text.replace("_x0041_", "_x005F_x0041_")


@given(text=TEXTS)
def test_plain_text_can_be_written_and_stays(text: str) -> None:
    kept = plain(text)
    assert plain(kept) == kept
    assert not set(kept) & {chr(code) for code in (*range(9), 11, 12, *range(13, 32), *range(127, 160))}
    assert kept.encode().decode() == kept


@given(text=TEXTS)
def test_a_prefix_wakes_nothing(text: str) -> None:
    assert quoted_prefix(text)[:1] not in {"=", "+", "-", "@", "\t", "\r"}


def test_values_keep_their_kind(tmp_path: Path) -> None:
    moment = datetime(2025, 1, 1, 9, 30, tzinfo=timezone(timedelta(hours=9)))
    row = (date(2024, 2, 29), moment, -12.5, 7, True, None, 2**61 + 1, date(1868, 1, 25), float("nan"), "")
    write_tables([Table("Kinds", tuple("abcdefghij"), [row])], tmp_path / "out.xlsx")
    (seen,) = rows_of(tmp_path / "out.xlsx", "Kinds")
    assert [value.isoformat() for value in seen[:2]] == ["2024-02-29T00:00:00", "2025-01-01T00:30:00"]
    assert seen[2:] == [-12.5, 7, True, None, str(2**61 + 1), "1868-01-25", None, None]
    assert seen[4] is True


def test_headings_stay_text_even_without_rows(tmp_path: Path) -> None:
    write_tables([Table("Empty", ("=A", "日本語"), [])], tmp_path / "out.xlsx")
    (heads,) = openpyxl.load_workbook(tmp_path / "out.xlsx")["Empty"].iter_rows()
    assert [(cell.value, cell.data_type) for cell in heads] == [("=A", "s"), ("日本語", "s")]


def test_rows_beyond_a_sheet_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_ROWS_A_SHEET", 3)
    write_tables([Table("Use", ("n",), [(n,) for n in range(7)])], tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert book.sheetnames == ["Use", "Use (2)", "Use (3)"]
    assert [row[0] for name in book.sheetnames for row in rows_of(tmp_path / "out.xlsx", name)] == list(range(7))
    assert {book[name]["A1"].value for name in book.sheetnames} == {"n"}


def test_text_longer_than_a_cell_is_told(tmp_path: Path) -> None:
    (problem,) = write_tables([Table("Notes", ("a", "b"), [("x", "y"), ("x", "長" * 40_000)])], tmp_path / "out.xlsx")
    assert (str(problem.place), problem.field, problem.reason) == ("Notes!B3", "b", Reason.TOO_LONG)
    assert not problem.refuses
    assert rows_of(tmp_path / "out.xlsx", "Notes")[1][1] == "長" * 32_767


def test_sheet_names_are_ones_a_workbook_takes() -> None:
    names = ["a/b:c", "A b c", "'quoted'", "", "History", "x" * 40, "x" * 40, "絵" * 40, "😀" * 20]
    found = sheet_names(names)
    assert found == [
        "a b c", "A b c (2)", "quoted", "Sheet", "History (2)", "x" * 31, f"{'x' * 27} (2)", "絵" * 31, "😀" * 15,
    ]  # fmt: skip


@given(names=st.lists(st.text(max_size=40), max_size=6))
def test_sheet_names_differ_and_fit(names: list[str]) -> None:
    found = sheet_names(names)
    assert len({name.casefold() for name in found}) == len(names)
    for name in found:
        assert 1 <= len(name.encode("utf-16-le", "surrogatepass")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


def test_a_stop_leaves_nothing_and_progress_counts_up(tmp_path: Path) -> None:
    table = Table("n", ("n",), [(n,) for n in range(2_000)])
    seen: list[tuple[int, int]] = []
    write_tables([table], tmp_path / "out.xlsx", lambda done, total: seen.append((done, total)))
    assert sorted(set(seen)) == [(done, 2_000) for done in (0, 500, 1_000, 1_500, 2_000)]
    assert seen == sorted(seen)

    def stop(done: int, _total: int) -> None:
        if done >= 1_000:
            raise Cancelled

    def stop_packing(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_tables([table], tmp_path / "other.xlsx", stop)
    with pytest.raises(Cancelled):
        write_tables([table], tmp_path / "packing.xlsx", stop_packing)
    with pytest.raises(Cancelled):
        write_csv(table, tmp_path / "other.csv", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["out.xlsx"]


@pytest.mark.parametrize("rows", [10, 5_000])
def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path, full_disk: FullDisk, rows: int) -> None:
    table = Table("n", ("n", "t"), [(n, f"{n * 7919 % 10_007:x}") for n in range(rows)])
    with pytest.raises(ReportRefused) as caught, full_disk():
        write_tables([table], tmp_path / "out.xlsx")
    assert caught.value.reason is Hindrance.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_tables([Table("n", ("n", "t"), [(1, "x"), (date(2024, 1, 1), None)])], tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS))
def test_csv_keeps_texts_apart_and_wakes_none(tmp_path: Path, texts: list[str]) -> None:
    path = tmp_path / "out.csv"
    problems = write_csv(Table("Notes", ("Text", "End"), [(text, "end") for text in texts]), path)
    content = path.read_bytes()
    assert content.startswith("\ufeff".encode())
    _, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert rows == [[quoted_prefix(plain(text)), "end"] for text in texts]
    assert [problem.place.row for problem in problems] == [n for n, text in enumerate(texts, 2) if loses_marks(text)]


def test_a_folder_takes_a_file_a_table(tmp_path: Path) -> None:
    tables_of = [Table("n", ("n",), [(1,)]), Table("m/n", ("t",), [("x",)])]
    assert write_csvs(tables_of, tmp_path / "out") == ()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["m n.csv", "n.csv"]
    assert write_csvs(tables_of, tmp_path / "out") == ()
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(ReportRefused) as caught:
        write_csvs(tables_of, tmp_path / "taken")
    assert caught.value.reason is Hindrance.BAD_NAME
    with pytest.raises(ReportRefused) as caught:
        write_csvs(tables_of, tmp_path / "none" / "out")
    assert caught.value.reason is Hindrance.NO_FOLDER


def test_csv_values(tmp_path: Path) -> None:
    row = (-5, 1.5, 418.0, date(2024, 2, 29), datetime(2025, 1, 1, tzinfo=UTC), None, "-5", True)
    write_csv(Table("x", tuple("abcdefgh"), [row]), tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text("utf-8-sig").splitlines()
    assert lines == ["a,b,c,d,e,f,g,h", "-5,1.5,418,2024-02-29,2025-01-01 00:00:00,,'-5,True"]


def test_width_counts_full_width_twice() -> None:
    assert [width(text) for text in ("abc", "日本", "ｱｲｳ", "a\n日本語", "")] == [3, 4, 3, 6, 0]
