"""The other kinds of workbook."""

import struct
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from csdesk.intake.reading import read_files
from csdesk.models.problems import Reason

AFTERNOON = datetime.fromisoformat("2024-03-01T13:05")
WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"


@pytest.mark.parametrize("name", ["sample.xls", "sample.ods"])
def test_workbooks_of_other_programs(name: str) -> None:
    seen, hidden = read_files([WORKBOOKS / name])
    assert [column.heading for column in seen.columns] == ["企業名", "月額", "2025年 11月", "2025年 12月"]
    assert seen.rows == (("見本社", 100, "○", "×"), ("例示社", 200.5, "○", "○"))
    assert (seen.range, seen.context, seen.hidden) == ("A3:D6", "契約一覧", False)
    assert [(problem.place.row, problem.reason) for problem in seen.problems] == [(7, Reason.TOTAL_ROW)]
    assert (hidden.sheet, hidden.hidden) == ("隠し", True)
    assert hidden.rows == (("A", date(2024, 2, 29)), ("B", AFTERNOON))


def record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    lengths = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    return head + lengths + data


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def binary_sheet(rows: list[list[str | float]]) -> bytes:
    data = record(129) + record(148, struct.pack("<4I", 0, len(rows) - 1, 0, len(rows[0]) - 1)) + record(145)
    for line, row in enumerate(rows):
        data += record(0, struct.pack("<I", line) + bytes(21))
        for column, value in enumerate(row):
            at = struct.pack("<II", column, 0)
            data += record(6, at + text(value)) if isinstance(value, str) else record(5, at + struct.pack("<d", value))
    return data + record(146) + record(130)


def test_a_binary_workbook(write: Callable[[str, bytes], Path]) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    stream = BytesIO()
    with ZipFile(stream, "w") as book:
        sheets = record(143) + record(156, struct.pack("<II", 0, 1) + text("rId1") + text("契約")) + record(144)
        book.writestr("xl/workbook.bin", record(131) + sheets + record(132))
        book.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{kind}" Target="worksheets/sheet1.bin"/>'
            "</Relationships>",
        )
        book.writestr("xl/worksheets/sheet1.bin", binary_sheet([["顧客", "月額"], ["A", 100.0], ["B", 200.5]]))
    (table,) = read_files([write("binary.xlsb", stream.getvalue())])
    assert (table.sheet, table.rows) == ("契約", (("A", 100), ("B", 200.5)))
