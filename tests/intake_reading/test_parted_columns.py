"""Columns whose cells hold two things, parted into two."""

from collections.abc import Callable
from pathlib import Path

import pytest

from csdesk.intake.reading import read_files
from csdesk.intake.shapes import FoundTable

Read = Callable[[str], FoundTable]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def make(text: str) -> FoundTable:
        path = tmp_path / "list.csv"
        path.write_text(text, "utf-8")
        return read_files([path])[0]

    return make


@pytest.mark.parametrize(
    ("text", "headings", "first"),
    [
        (
            "Company / Contact,MRR\nAcorn Ltd / Jo Sample,500\nBirch Co / Al Sample,300",
            ["Company", "Contact", "MRR"],
            ("Acorn Ltd", "Jo Sample", "500"),
        ),
        (
            "Name (Domain),MRR\nAcorn (acorn.example),500\nBirch (birch.example),300",
            ["Name", "Domain", "MRR"],
            ("Acorn", "acorn.example", "500"),
        ),
        (
            "Customer,MRR\nAcorn (acorn.example),500\nBirch (birch.example),300",
            ["Customer", "Domain", "MRR"],
            ("Acorn", "acorn.example", "500"),
        ),
        (
            "会社名（担当者）,月額\n株式会社甲(担当: 例示),500\n乙合同会社（担当：見本）,300",
            ["会社名", "先方担当者名", "月額"],
            ("株式会社甲", "例示", "500"),
        ),
        (
            "会社名,月額\n株式会社甲(担当: 例示),500\n乙合同会社,300",
            ["会社名", "先方担当者名", "月額"],
            ("株式会社甲", "例示", "500"),
        ),
        (
            "取引先／担当者,月額\n株式会社甲／例示 花子,500\n乙合同会社／見本 太郎,300",
            ["取引先", "先方担当者名", "月額"],
            ("株式会社甲", "例示 花子", "500"),
        ),
        (
            "Customer,MRR\nAcorn Ltd (Contact: Jo Sample),500\nBirch Co,300",
            ["Customer", "Contact person", "MRR"],
            ("Acorn Ltd", "Jo Sample", "500"),
        ),
    ],
)
def test_two_things_in_a_cell_are_two_columns(
    text: str, headings: list[str], first: tuple[str, ...], read: Read
) -> None:
    table = read(text)
    assert [column.heading for column in table.columns] == headings
    assert table.rows[0] == first
    assert [column.letter for column in table.columns] == ["A", "A", "B"], "both stand where the file has them"


@pytest.mark.parametrize(
    "text",
    [
        "Company / Contact,MRR\nAcorn Ltd,500\nBirch Co,300",
        "Company / Contact,MRR\nAcorn / Birch / Cedar,500\nElm / Fir / Gum,300",
        "Customer,MRR\nAcorn (Oslo),500\nBirch (Turin),300",
        "会社名,月額\n株式会社甲(旧丙社),500\n乙合同会社,300",
        "Customer,MRR\nAcorn (acorn.example),500\nBirch,300\nCedar,200",
        "Task / Owner,Due\nBackup / Kim,2026-01-01\nAudit / Lee,2026-02-01",
    ],
)
def test_other_cells_stay_whole(text: str, read: Read) -> None:
    assert len(read(text).columns) == 2


def test_formats_stay_with_their_columns(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Company / Contact", "Price"], ["Acorn / Jo", 500], ["Birch / Al", 300]):
        sheet.append(row)
    for cell in ("B2", "B3"):
        sheet[cell].number_format = '"¥"#,##0'
    book.save(tmp_path / "list.xlsx")
    table = read_files([tmp_path / "list.xlsx"])[0]
    assert [column.heading for column in table.columns] == ["Company", "Contact", "Price"]
    assert list(table.formats) == [2]


def test_a_person_with_an_address_in_brackets_is_both(read: Read) -> None:
    rows = "障害,架空 一郎 (a@ada.example)\n質問,見本 花子 <b@blue.example>\n"
    table = read(f"件名,関連するコンタクト\n{rows}")
    assert [column.heading for column in table.columns][1:] == [
        "関連するコンタクト",
        "関連するコンタクト メールアドレス",
    ]
    assert [row[1:] for row in table.rows] == [("架空 一郎", "a@ada.example"), ("見本 花子", "b@blue.example")]
    ours = read(f"件名,担当者\n{rows}")
    assert len(ours.columns) == 2
