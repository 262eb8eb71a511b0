"""Workbooks made to do harm, and workbooks damaged by chance: tables or one refusal, never anything else."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from csdesk.intake.reading import read_files
from csdesk.intake.shapes import FileRefused, Refusal
from csdesk.models.problems import Reason
from tests.intake_reading.binaries import troubled
from tests.intake_reading.conftest import Write

Why = Callable[[Path], Refusal]
WithMember = Callable[[bytes, str, bytes], bytes]
WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"
SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]>'.format(
    "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


def sheet_xml(name: str, before: str = "") -> str:
    cells = f'<row r="2"><c r="A2" t="str"><v>{name}</v></c><c r="B2"><v>1</v></c></row>'
    heads = '<row r="1"><c r="A1" t="str"><v>顧客</v></c><c r="B1" t="str"><v>月額</v></c></row>'
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{heads}{cells}</sheetData></worksheet>'


@pytest.mark.parametrize("trick", [LAUGHS, OUTSIDE], ids=["a billion laughs", "another file"])
@pytest.mark.parametrize("hidden", ["in UTF-16", "behind a long comment"])
def test_entities_expand_to_nothing_wherever_they_hide(
    trick: str, hidden: str, book_bytes: bytes, with_member: WithMember, write: Write, refusal: Why
) -> None:
    if hidden == "in UTF-16":
        content = f'<?xml version="1.0" encoding="UTF-16"?>{trick}{sheet_xml("&i;")}'.encode("utf-16")
    else:
        content = f'<?xml version="1.0"?><!--{"x" * 70_000}-->{trick}{sheet_xml("&i;")}'.encode()
    assert refusal(write("trick.xlsx", with_member(book_bytes, SHEET, content))) is Refusal.BROKEN


def test_a_declared_size_beyond_all_bounds_is_not_believed(
    book_bytes: bytes, with_member: WithMember, write: Write
) -> None:
    content = sheet_xml("見本社", '<dimension ref="A1:XFD1048576"/>').encode()
    (table,) = read_files([write("vast.xlsx", with_member(book_bytes, SHEET, content))])
    assert (table.range, table.rows) == ("A1:B2", (("見本社", 1),))


@pytest.mark.parametrize("columns", ["16384", "4000000000"])
def test_a_cell_repeated_beyond_all_bounds_is_no_table(columns: str, write: Write) -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    row = (
        '<table:table-row table:number-rows-repeated="1048576">'
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    )
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{names}office:1.0" xmlns:table="{names}table:1.0" '
            f'xmlns:text="{names}text:1.0"><office:body><office:spreadsheet><table:table table:name="a">{row}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    with pytest.raises(FileRefused) as caught:
        read_files([write("repeated.ods", held.getvalue())])
    assert caught.value.args[0] in {Refusal.BROKEN, Refusal.TOO_LARGE, Refusal.NO_TABLE}


def test_circles_links_and_commands_are_formulas_without_a_value(write: Write) -> None:
    book, held = Workbook(write_only=True), BytesIO()
    made = book.create_sheet("a")
    for row in (["顧客", "月額", "備考"], ["見本社", "=B3", "=cmd|'/C calc'!A0"], ["例示社", "=B2", "=[1]Sheet1!A1"]):
        made.append(row)
    book.save(held)
    (table,) = read_files([write("circle.xlsx", held.getvalue())])
    assert table.rows == (("見本社", None, None), ("例示社", None, None))
    assert [one.reason for one in table.problems] == [Reason.NOT_CALCULATED] * 4


def test_ten_thousand_columns_are_too_wide(write: Write, refusal: Why) -> None:
    book, held = Workbook(write_only=True), BytesIO()
    made = book.create_sheet("a")
    made.append([f"列{at}" for at in range(10_000)])
    made.append(list(range(10_000)))
    book.save(held)
    assert refusal(write("wide.xlsx", held.getvalue())) is Refusal.TOO_WIDE


def damaged(data: bytes, rng: Random) -> bytes:
    """Some bytes of the file, or of one member of its zip, are others; or the end is missing."""
    if not data.startswith(b"PK") or rng.random() < 0.3:
        changed = bytearray(data[: len(data) - (rng.randrange(len(data)) if rng.random() < 0.2 else 0)])
        for _ in range(rng.randrange(1, 30)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        return bytes(changed)
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.choice([name for name in names if name.endswith((".xml", ".rels", ".bin"))])
        for name in names:
            content = bytearray(old.read(name))
            for _ in range(rng.randrange(1, 12) if name == chosen and content else 0):
                content[rng.randrange(len(content))] = rng.choice([*b"<>\"'90&", rng.randrange(256)])
            new.writestr(name, bytes(content))
    return held.getvalue()


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods", "xlsb"])
def test_damaged_workbooks_are_tables_or_one_refusal(suffix: str, book_bytes: bytes, write: Write) -> None:
    own = {"xlsx": book_bytes, "xlsb": troubled()}
    whole = own.get(suffix) or (WORKBOOKS / f"sample.{suffix}").read_bytes()
    for seed in range(4):
        path = write(f"damaged.{suffix}", damaged(whole, Random(seed)))
        with suppress(FileRefused):
            assert all(len(row) == len(table.columns) for table in read_files([path]) for row in table.rows)
