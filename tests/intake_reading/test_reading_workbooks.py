from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from csdesk.intake.reading import read_files
from csdesk.intake.shapes import FileRefused, FoundTable, Refusal
from csdesk.models.problems import Reason

Sheet: TypeAlias = Callable[[Sequence[Sequence[object]]], Workbook]
ReadBook: TypeAlias = Callable[[Workbook], tuple[FoundTable, ...]]
WithMember: TypeAlias = Callable[[bytes, str, bytes], bytes]
Write: TypeAlias = Callable[[str, bytes], Path]
AFTERNOON = datetime.fromisoformat("2024-03-01T13:05")
YEARS = [
    ["企業名", "2025年", None, "2026年"],
    [None, "11月", "12月", "1月"],
    ["A社", "○", "○", "×"],
    ["B社", "○", "×", "×"],
]


def headings(table: FoundTable) -> list[str]:
    return [column.heading for column in table.columns]


def said(table: FoundTable) -> list[tuple[str, Reason, str]]:
    return [(str(problem.place), problem.reason, problem.seen) for problem in table.problems]


def test_values_keep_their_types(sheet: Sheet, read_book: ReadBook) -> None:
    row = (
        "A",
        1.0,
        1.5,
        True,
        date(2024, 2, 29),
        AFTERNOON,
        time(9, 30),
        timedelta(hours=27),
        "007",
        " x ",
    )
    (table,) = read_book(sheet([[f"列{i}" for i in range(10)], row]))
    assert table.rows == (("A", 1, 1.5, True, date(2024, 2, 29), AFTERNOON, "09:30:00", "27:00:00", "007", " x "),)
    assert [type(cell) for cell in table.rows[0][1:4]] == [int, float, bool]


def test_dates_of_the_1904_system(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "開始"]])
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["A", datetime.fromisoformat("2024-05-06")])
    (table,) = read_book(book)
    assert table.rows == (("A", date(2024, 5, 6)),)


def test_the_leap_day_that_never_was_is_text_and_not_the_day_before(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "開始"], ["A", 59], ["B", 60], ["C", 61], ["D", 2958466]])
    for cell in book.active["B"][1:]:
        cell.number_format = "yyyy-mm-dd"
    (table,) = read_book(book)
    assert [row[1] for row in table.rows] == [date(1900, 2, 28), "1900-02-29", date(1900, 3, 1), 2958466]


def test_error_cells_and_formulas_never_calculated_are_said(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "月額", "係数"], ["A", 100, "#N/A"], ["B", "=B2*2", "#DIV/0!"]])
    for cell in book.active["C"][1:]:
        cell.data_type = "e"
    (table,) = read_book(book)
    assert table.rows == (("A", 100, "#N/A"), ("B", None, "#DIV/0!"))
    assert said(table) == [
        ("Sheet!C2", Reason.ERROR_CELL, "#N/A"),
        ("Sheet!C3", Reason.ERROR_CELL, "#DIV/0!"),
        ("Sheet!B3", Reason.NOT_CALCULATED, "=B2*2"),
    ]
    assert not any(problem.refuses for problem in table.problems)


@pytest.mark.parametrize(("value", "uncalculated"), [(0, 2), (7, 0)])
def test_zeros_a_program_wrote_for_its_formulas_count_as_not_calculated(
    tmp_path: Path, value: int, uncalculated: int
) -> None:
    import xlsxwriter

    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(path) as book:
        made = book.add_worksheet()
        made.write_row(0, 0, ["顧客", "単価", "金額"])
        for line in (1, 2):
            made.write_row(line, 0, ["A", 100])
            made.write_formula(line, 2, f"=B{line + 1}*2", value=value)
    (table,) = read_files([path])
    assert [problem.reason for problem in table.problems] == [Reason.NOT_CALCULATED] * uncalculated


def test_merged_groups_over_months(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["導入企業"], *YEARS])
    for cells in ("A1:D1", "B2:C2", "A2:A3"):
        book.active.merge_cells(cells)
    (table,) = read_book(book)
    assert headings(table) == ["企業名", "2025年 11月", "2025年 12月", "2026年 1月"]
    assert [column.cell for column in table.columns] == ["A2", "B3", "C3", "D3"]
    assert (table.context, table.range) == ("導入企業", "A2:D5")


def test_a_heading_merged_over_two_columns_does_not_eat_the_first_row(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "担当", None], ["A社", "見本", "例示"], ["B社", "見本", "仮名"]])
    book.active.merge_cells("B1:C1")
    (table,) = read_book(book)
    assert headings(table) == ["顧客", "担当", ""]
    assert len(table.rows) == 2


def test_ranges_below_a_merged_group_are_headings(sheet: Sheet, read_book: ReadBook) -> None:
    rows = [["Customer", "Open", "Overdue by days", None, None], [None, None, "0-30", "31-60", "61+"]]
    book = sheet([*rows, ["A Ltd", 120, 100, 20, None], ["B Ltd", 40, None, None, 40]])
    for cells in ("A1:A2", "B1:B2", "C1:E1"):
        book.active.merge_cells(cells)
    (table,) = read_book(book)
    assert headings(table) == ["Customer", "Open", *(f"Overdue by days {part}" for part in ("0-30", "31-60", "61+"))]
    assert [row[0] for row in table.rows] == ["A Ltd", "B Ltd"]


def test_months_as_dates_and_as_numbers_head_columns(sheet: Sheet, read_book: ReadBook) -> None:
    (table,) = read_book(sheet([["企業名", date(2025, 9, 1), date(2025, 10, 1)], ["A", 1, 0], ["B", 1, 1]]))
    assert headings(table) == ["企業名", "2025-09", "2025-10"]
    (table,) = read_book(sheet([["企業名", date(2025, 9, 30), date(2025, 10, 31)], ["A", 1, 0], ["B", 1, 1]]))
    assert headings(table)[1:] == ["2025-09", "2025-10"]
    (table,) = read_book(sheet([["企業名", 11, 12, 1], ["A", 1, 0, 1], ["B", 1, 1, 0]]))
    assert headings(table) == ["企業名", "11", "12", "1"]


def test_text_merged_downwards_is_repeated_and_amounts_are_not(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "製品", "月額"], ["A社", "基本", 100], [None, "追加", None], ["B社", "基本", 200]])
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("C2:C3")
    (table,) = read_book(book)
    assert table.rows == (("A社", "基本", 100), ("A社", "追加", None), ("B社", "基本", 200))


def test_hidden_sheets_rows_and_columns_are_there_and_said(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "月額", "備考"], *[[f"{i}社", i, "x"] for i in range(6)]])
    for line in (3, 4, 6):
        book.active.row_dimensions[line].hidden = True
    book.active.column_dimensions["C"].hidden = True
    hidden = book.create_sheet("隠し")
    hidden.sheet_state = "veryHidden"
    hidden.append(["顧客", "月額"])
    hidden.append(["A", 1])
    seen, secret = read_book(book)
    assert (seen.hidden, secret.hidden, secret.sheet) == (False, True, "隠し")
    assert len(seen.rows) == 6
    assert said(seen) == [
        ("Sheet!3", Reason.HIDDEN, "3-4"),
        ("Sheet!6", Reason.HIDDEN, "6"),
        ("Sheet!C", Reason.HIDDEN, "C"),
    ]


def test_number_formats_go_with_their_own_table(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "月額"], ["A", 100], ["B", 200], [], ["月", "費用"], ["2025-01", 5], ["2025-02", 6]])
    for line, text in ((2, "¥#,##0"), (3, "¥#,##0"), (6, "0.0%"), (7, "0.0%")):
        book.active.cell(line, 2).number_format = text
    first, second = read_book(book)
    assert (dict(first.formats), dict(second.formats)) == ({1: "¥#,##0"}, {1: "0.0%"})


def test_a_table_away_from_the_corner_keeps_its_addresses(read_book: ReadBook) -> None:
    book = Workbook()
    book.active["A1"], book.active["A2"] = "レポート", "単位：千円"
    for line, row in enumerate([["顧客", "月額"], ["A", 100], ["B", 200]], 5):
        for column, value in enumerate(row, 3):
            book.active.cell(line, column, value)
    (table,) = read_book(book)
    assert (table.range, table.columns[1].cell, table.lines) == ("C5:D7", "D5", (6, 7))
    assert table.context == "レポート\n単位：千円"


def test_formula_totals_with_their_followers_at_the_foot(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet(
        [
            ["顧客", "9月", "10月"],
            *[[f"{i}社", "○", "×"] for i in range(3)],
            ["稼働社数", '=COUNTIF(B2:B4,"○")', '=COUNTIF(C2:C4,"○")'],
            ["新規", None, "=C5-B5"],
            ["解約率", None, "=1-C5/B5"],
        ]
    )
    (table,) = read_book(book)
    assert len(table.rows) == 3
    assert [(problem.place.row, problem.reason) for problem in table.problems] == [
        (line, Reason.TOTAL_ROW) for line in (5, 6, 7)
    ]


def test_formulas_along_rows_and_running_sums_are_no_totals(sheet: Sheet, read_book: ReadBook) -> None:
    rows = [[f"{i}社", 100, f"=B{i}*2", f"=SUM(B$2:B{i - 1})" if i > 3 else 0] for i in range(2, 9)]
    (table,) = read_book(sheet([["顧客", "単価", "金額", "累積"], *rows]))
    assert len(table.rows) == 7


def test_styles_far_beyond_the_data_are_nothing(read_book: ReadBook) -> None:
    book = Workbook()
    for row in (["顧客", "月額"], ["A", 1], ["B", 2]):
        book.active.append(row)
    book.active["XFD1048576"].number_format = "0.00"
    (table,) = read_book(book)
    assert (table.range, len(table.columns)) == ("A1:B3", 2)


def test_a_value_in_the_last_corner_does_no_harm(read_book: ReadBook) -> None:
    book = Workbook()
    for row in (["顧客", "開始", "時刻"], ["A", date(2024, 1, 1), time(1, 2)], ["B", date(2024, 2, 1), time(3, 4)]):
        book.active.append(row)
    book.active["XFD1048576"] = 1
    (table,) = read_book(book)
    assert table.rows == (("A", date(2024, 1, 1), "01:02:00"), ("B", date(2024, 2, 1), "03:04:00"))


def test_one_sheet_can_be_asked_for(sheet: Sheet, tmp_path: Path) -> None:
    book = sheet([["顧客", "月額"], ["A", 1]])
    book.create_sheet("他").append(["x", "y"])
    book["他"].append(["1", 2])
    path = tmp_path / "two.xlsx"
    book.save(path)
    assert [table.sheet for table in read_files([path], sheet="他")] == ["他"]
    with pytest.raises(FileRefused) as caught:
        read_files([path], sheet="無い")
    assert caught.value.args == (Refusal.NO_SUCH_SHEET, "two.xlsx", "Sheet, 他")


def test_a_text_file_has_no_sheet_to_ask_for(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_files([write("a.csv", b"name,mrr\nA,1\n")], sheet="a")
    assert caught.value.args == (Refusal.NO_SHEETS, "a.csv")


def test_furigana_and_rich_text_are_read_as_shown(book_bytes: bytes, with_member: WithMember, write: Write) -> None:
    sheet_xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>顧客</v></c><c r="B1" t="str"><v>月額</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><r><t>見本</t></r><r><t>商店</t></r>'
        '<rPh sb="0" eb="2"><t>ミホン</t></rPh></is></c>'
        '<c r="B2"><v>5</v></c></row></sheetData></worksheet>'
    )
    data = with_member(book_bytes, "xl/worksheets/sheet1.xml", sheet_xml.encode())
    (table,) = read_files([write("furigana.xlsx", data)])
    assert table.rows == (("見本商店", 5),)


def test_cells_longer_than_excel_allows_are_cut_and_said(
    book_bytes: bytes, with_member: WithMember, write: Write
) -> None:
    sheet_xml = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        '<x:row r="1"><x:c r="A1" t="str"><x:v>顧客</x:v></x:c><x:c r="B1" t="str"><x:v>メモ</x:v></x:c></x:row>'
        '<x:row r="2"><x:c r="A2" t="str"><x:v>A</x:v></x:c>'
        f'<x:c r="B2" t="str"><x:v>{"x" * 40_000}</x:v></x:c></x:row>'
        '<x:row r="3" hidden="1"><x:c r="A3" t="str"><x:v>B</x:v></x:c><x:c r="B3" t="e"><x:v>#REF!</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    data = with_member(book_bytes, "xl/worksheets/sheet1.xml", sheet_xml.encode())
    (table,) = read_files([write("long.xlsx", data)])
    assert len(str(table.rows[0][1])) == 32_767
    assert said(table) == [
        ("Sheet!B3", Reason.ERROR_CELL, "#REF!"),
        ("Sheet!B2", Reason.TOO_LONG, ""),
        ("Sheet!3", Reason.HIDDEN, "3"),
    ]


def test_sheets_without_a_table_are_refused_as_a_whole_only(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet([["顧客", "月額"], ["A", 1]])
    book.create_sheet("メモ").append(["このシートは取り込まない"])
    assert [table.sheet for table in read_book(book)] == ["Sheet"]
    with pytest.raises(FileRefused) as caught:
        read_book(sheet([["メモだけ"]]))
    assert caught.value.args[0] is Refusal.NO_TABLE


def test_problems_of_one_reason_are_capped_with_the_number_of_the_rest(sheet: Sheet, read_book: ReadBook) -> None:
    (table,) = read_book(sheet([["顧客", "月額"], *[[f"{i}社", "#REF!"] for i in range(1100)]]))
    assert len(table.problems) == 1001
    assert (table.problems[-1].seen, table.problems[-1].place.row) == ("+100", 0)


def test_every_formula_without_a_value_is_told(
    sheet: Sheet, read_book: ReadBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    formulas = [["顧客", "月額"], *[[f"{i}社", f"=A{i}"] for i in range(1100)]]
    (table,) = read_book(sheet(formulas))
    assert [problem.place.row for problem in table.problems] == list(range(2, 1102))
    monkeypatch.setattr("csdesk.intake.reading.found.MAX_UNCALCULATED", 1099)
    with pytest.raises(FileRefused) as caught:
        read_book(sheet(formulas))
    assert caught.value.args[0] is Refusal.NOT_CALCULATED


@pytest.mark.parametrize(
    ("merged", "first", "expected"),
    [
        ("A1:D1", ["導入企業"], ["企業名", "11月", "12月", "1月"]),
        ("B1:D1", [None, "稼働"], ["企業名", "稼働 11月", "稼働 12月", "稼働 1月"]),
    ],
)
def test_one_cell_merged_over_all_columns_is_a_title_and_over_some_a_group(
    sheet: Sheet, read_book: ReadBook, merged: str, first: list[object], expected: list[str]
) -> None:
    book = sheet([first, ["企業名", "11月", "12月", "1月"], ["A社", "○", "○", "×"], ["B社", "○", "×", "×"]])
    book.active.merge_cells(merged)
    (table,) = read_book(book)
    assert headings(table) == expected
    assert len(table.rows) == 2


THREE = [
    ["会社名", "契約", None, None, "担当"],
    [None, "初年度", None, "更新日", None],
    [None, "開始日", "月額", None, None],
    ["A社", "済", "無料", "未定です", "見本"],
    ["B社", "済", "無料", "未定です", "例示"],
]


def test_headings_of_three_rows_are_joined_where_they_are_merged(sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet(THREE)
    for cells in ("A1:A3", "B1:D1", "B2:C2", "D2:D3", "E1:E3"):
        book.active.merge_cells(cells)
    (table,) = read_book(book)
    assert headings(table) == ["会社名", "契約 初年度 開始日", "契約 初年度 月額", "契約 更新日", "担当"]
    assert [column.cell for column in table.columns] == ["A1", "B3", "C3", "D2", "E1"]
    assert tuple(table.lines) == (4, 5)


@pytest.mark.parametrize("missing", ["A1:A3", "B2:C2", "D2:D3"])
def test_a_third_row_that_is_not_merged_so_is_a_row(missing: str, sheet: Sheet, read_book: ReadBook) -> None:
    book = sheet(THREE)
    for cells in {"A1:A3", "B1:D1", "B2:C2", "D2:D3", "E1:E3"} - {missing}:
        book.active.merge_cells(cells)
    (table,) = read_book(book)
    assert table.lines[0] <= 4
    assert "契約 初年度 月額" not in headings(table) or missing == "A1:A3"
