"""The other kinds of workbook."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from csdesk.intake.reading import read_files
from csdesk.models.problems import Reason
from tests.intake_reading.binaries import binary_workbook, cell, row, sheet

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


def test_a_binary_workbook(write: Callable[[str, bytes], Path]) -> None:
    rows = [["顧客", "月額"], ["A", 100.0], ["B", 200.5]]
    lines = b"".join(row(at, *(cell(nth, value) for nth, value in enumerate(one))) for at, one in enumerate(rows, 1))
    data = binary_workbook(sheet(lines, 3, 2))
    (table,) = read_files([write("binary.xlsb", data)])
    assert (table.sheet, table.rows) == ("契約", (("A", 100), ("B", 200.5)))
