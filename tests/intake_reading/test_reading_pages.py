"""Web pages and XML workbooks, whatever their file is called."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from csdesk.intake.reading import read_files
from csdesk.intake.shapes import FileRefused, FoundTable, Refusal
from csdesk.models.problems import Reason

Write: TypeAlias = Callable[[str, bytes], Path]
Why: TypeAlias = Callable[[Path], Refusal]
HEAD = '<html><head><meta charset="Shift_JIS"><style>td {x}</style><title>t</title></head><body><!-- <table> -->'
SPACE = "urn:schemas-microsoft-com:office:spreadsheet"


def headings(table: FoundTable) -> list[str]:
    return [column.heading for column in table.columns]


def test_a_page_in_a_file_called_xls_is_its_tables(write: Write) -> None:
    text = (
        f"{HEAD}<table border=1><tr><th>顧客名<th>月額</th><th>開始日</th></tr>"
        "<tr><td>㈱見本</td><td>1,000</td><td>2024/04/01</td></tr>\n<TR><TD>A&amp;B<br>支店<TD>2&nbsp;000<td></tr>"
        "</table><p>between</p><![if x]><table><tr><td>会社<td>件数</tr><tr><td>x社<td>1</tr><tr><td>y社<td>2</table>"
    )
    first, second = read_files([write("page.xls", text.encode("cp932"))])
    assert headings(first) == ["顧客名", "月額", "開始日"]
    assert first.rows == (("㈱見本", "1,000", "2024/04/01"), ("A&B\n支店", "2\xa0000", ""))
    assert (first.encoding, first.lines) == ("cp932", (2, 3))
    assert (headings(second), second.lines) == (["会社", "件数"], (6, 7))


def test_cells_that_span_push_others_aside_and_outer_tables_are_layout(write: Write) -> None:
    text = (
        "<table><tr><td>menu</td><td><table><td>Customer<td>Plan<td>MRR<tr><td rowspan=2>Sample<td>Basic<td>100"
        "<tr><td>Extra<td>20<tr><td>Other<td colspan=2>none</table></td></tr></table>"
    )
    (table,) = read_files([write("page.htm", text.encode())])
    assert table.rows == (("Sample", "Basic", "100"), ("Sample", "Extra", "20"), ("Other", "none", ""))


def test_a_long_cell_of_a_page_is_cut_and_told(write: Write) -> None:
    text = f"<table><tr><td>a<td>b<tr><td>x<td>{'y' * 40_000}<tr><td>z<td>w"
    (table,) = read_files([write("page.xls", text.encode())])
    assert [len(str(row[1])) for row in table.rows] == [32_767, 1]
    assert [problem.reason for problem in table.problems] == [Reason.TOO_LONG]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<!DOCTYPE html><html><body><form>Sign in</form></body></html>", Refusal.WEB_PAGE),
        ("<html><script>x<table>", Refusal.WEB_PAGE),
        ("<html><!-- <table>", Refusal.WEB_PAGE),
        ("<table>" * 200, Refusal.BROKEN),
        ("<table><tr>" + "<td>" * 20_000, Refusal.TOO_WIDE),
        ("<table><tr>" + "<td colspan=9999>a" * 3, Refusal.TOO_WIDE),
        ("<table>" + "<tr><td rowspan=9999>a" * 300, Refusal.TOO_LARGE),
        ("<table>" + "<tr><td colspan=9000>a" * 230, Refusal.TOO_LARGE),
        ('<?xml version="1.0"?><a><b/></a>', Refusal.NOT_A_SPREADSHEET),
        (f'<?xml version="1.0"?><Workbook xmlns="{SPACE}"><Worksheet>', Refusal.BROKEN),
    ],
)
def test_pages_without_tables_and_hostile_ones(write: Write, refusal: Why, text: str, reason: Refusal) -> None:
    assert refusal(write("page.xls", text.encode())) is reason


def test_tables_of_a_page_count_together(write: Write, refusal: Why, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.intake.reading.webpages.MAX_PAGE_CELLS", 5)
    assert refusal(write("page.xls", b"<table><tr><td>a<td>b<td>c</table>" * 2)) is Refusal.TOO_LARGE


def workbook(*sheets: str) -> bytes:
    declared = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>'
    return f'{declared}<Workbook xmlns="{SPACE}" xmlns:ss="{SPACE}">{"".join(sheets)}</Workbook>'.encode()


def row(*cells: str, more: str = "") -> str:
    return f"<Row{more}>{''.join(cells)}</Row>"


def cell(text: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def sheet(name: str, *rows: str, more: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table>{"".join(rows)}</Table>{more}</Worksheet>'


HEADINGS = row(cell("Customer"), cell("MRR"), cell("Started", more=' ss:Index="4"'))


def test_an_xml_workbook_has_typed_cells_and_sheets(write: Write) -> None:
    when = "2024-04-01T00:00:00.000"
    rows = (
        row(cell("Sample"), cell("1000", "Number"), cell(when, "DateTime", ' ss:Index="4"'), more=' ss:Index="3"'),
        row(cell("Other"), cell("1.5", "Number"), "<Cell/>", cell("2024-04-01T10:30:00", "DateTime")),
        row(cell("Third"), cell("nan", "Number"), "<Cell/>", cell("1", "Boolean")),
        row(cell("Fourth"), cell("#N/A", "Error"), "<Cell/>", cell("x" * 40_000)),
        row("<Cell/>"),
    )
    hidden = '<x:WorksheetOptions xmlns:x="urn:schemas-microsoft-com:office:excel"><x:Visible>SheetHidden</x:Visible>'
    data = workbook(
        sheet("Now", HEADINGS, *rows), sheet("Old", HEADINGS, *rows[:2], more=f"{hidden}</x:WorksheetOptions>")
    )
    path = write("book.xls", data)
    now, old = read_files([path])
    assert now.rows[:2] == (
        ("Sample", 1000, date(2024, 4, 1)),
        ("Other", 1.5, datetime.fromisoformat("2024-04-01T10:30")),
    )
    assert now.rows[2] == ("Third", "nan", True)
    assert (now.sheet, now.lines, now.hidden, old.hidden) == ("Now", (3, 4, 5, 6), False, True)
    assert {problem.reason for problem in now.problems} == {Reason.ERROR_CELL, Reason.TOO_LONG}
    assert [table.sheet for table in read_files([path], sheet="Old")] == ["Old"]


def test_a_page_has_no_sheets(write: Write) -> None:
    with pytest.raises(FileRefused) as caught:
        read_files([write("page.xls", b"<table><tr><td>a<td>b<tr><td>1<td>2")], sheet="Now")
    assert caught.value.args[0] is Refusal.NO_SHEETS


def test_merged_text_of_an_xml_workbook_is_repeated(write: Write) -> None:
    rows = (
        row(cell("Sample", more=' ss:MergeDown="1"'), cell("1", "Number")),
        row(cell("2", "Number", ' ss:Index="2"')),
    )
    (table,) = read_files([write("book.xml", workbook(sheet("Now", row(cell("Customer"), cell("MRR")), *rows)))])
    assert table.rows == (("Sample", 1), ("Sample", 2))


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([row(cell("x", more=' ss:MergeAcross="16000"'), cell("y", more=' ss:MergeAcross="16000"'))], Refusal.TOO_WIDE),
        ([row(cell("x", more=' ss:MergeDown="1000000"'))] * 11, Refusal.TOO_LARGE),
    ],
)
def test_absurd_xml_workbooks(write: Write, refusal: Why, rows: list[str], reason: Refusal) -> None:
    assert refusal(write("book.xls", workbook(sheet("Now", *rows)))) is reason


def test_an_xml_workbook_may_not_declare_entities(write: Write, refusal: Why) -> None:
    data = workbook().replace(b"<Workbook", b'<!DOCTYPE Workbook [<!ENTITY a "b">]><Workbook')
    assert refusal(write("book.xls", data)) is Refusal.BROKEN


def test_too_many_cells_of_an_xml_workbook(write: Write, refusal: Why, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.intake.reading.spreadsheetml.MAX_CELLS", 5)
    monkeypatch.setattr("csdesk.intake.reading.spreadsheetml.CHUNK_ROWS", 1)
    assert refusal(write("book.xls", workbook(sheet("Now", HEADINGS, HEADINGS)))) is Refusal.TOO_LARGE
