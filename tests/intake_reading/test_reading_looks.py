"""What workbooks of other formats than .xlsx tell beside the values of their cells."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from itertools import product
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from csdesk.intake.reading import read_files
from csdesk.intake.reading.grid import Merge
from csdesk.intake.reading.looks.whole import NOT_LOOKED_AT, looks
from csdesk.intake.shapes import FoundTable
from csdesk.models.problems import Reason
from tests.intake_reading.binaries import binary_workbook, record, troubled

WORKBOOKS = Path(__file__).parents[1] / "data" / "workbooks"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def opened(rows: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{OFFICE}" xmlns:t="{TABLE}" xmlns:x="{TEXT}"><o:body><o:spreadsheet>'
            f'<t:table t:name="a">{rows}</t:table></o:spreadsheet></o:body></o:document-content>',
        )
    return held.getvalue()


def reasons(table: FoundTable) -> set[tuple[str, str, Reason]]:
    return {(str(problem.place), problem.seen, problem.reason) for problem in table.problems}


@pytest.mark.parametrize("name", ["troubles.ods", "troubles.xls"])
def test_errors_hidden_parts_and_formulas_are_said(name: str) -> None:
    first, second = read_files([WORKBOOKS / name])
    assert [row[1] for row in first.rows] == [100, "#DIV/0!", 2100, 3100]
    assert [row[3] for row in first.rows] == [None, None, "#N/A", None]
    sheet = "契約!"
    assert reasons(first) >= {
        (f"{sheet}B3", "#DIV/0!", Reason.ERROR_CELL),
        (f"{sheet}D4", "#N/A", Reason.ERROR_CELL),
        (f"{sheet}5", "5", Reason.HIDDEN),
        (f"{sheet}F", "F", Reason.HIDDEN),
    }
    assert {problem.place.row for problem in first.problems if problem.reason is Reason.TOTAL_ROW} == {6, 7}
    assert "¥" in first.formats[1]
    assert first.formats[4] == "0%"
    assert [column.heading for column in second.columns] == [
        "顧客",
        "2024年 11月",
        "2024年 12月",
        "2025年 1月",
        "2025年 2月",
    ]


def test_a_binary_workbook_tells_as_much(write: Callable[[str, bytes], Path]) -> None:
    (table,) = read_files([write("troubles.xlsb", troubled())])
    assert table.rows[:3] == (
        ("見本社", 100, 0.25, "m"),
        ("例示社", "#DIV/0!", 0.25, "m"),
        ("試験社", 300, "#N/A", None),
    )
    assert reasons(table) >= {
        ("契約!B3", "#DIV/0!", Reason.ERROR_CELL),
        ("契約!C4", "#N/A", Reason.ERROR_CELL),
        ("契約!4", "4", Reason.HIDDEN),
        ("契約!D", "D", Reason.HIDDEN),
    }
    assert table.formats == {2: "0%"}


def test_the_look_at_a_binary_workbook() -> None:
    seen = looks(troubled())["契約"]
    assert seen.facts.merges == (Merge(8, 0, 8, 2),)
    assert seen.facts.aggregates == {(5, 1): (2, 4), (6, 1): (2, 4)}
    assert seen.facts.formula_cells == {3: 1, 5: 1, 6: 2, 7: 2}
    assert seen.leap_days == ((8, 1),)
    assert seen.facts.hidden_columns == (3,)
    assert (seen.facts.formats[2, 1], seen.facts.formats[2, 2]) == ('"¥"#,##0', "0%")


def test_hidden_rows_and_values_that_come_again_are_noted_within_bounds() -> None:
    cell = '<t:table-cell t:number-columns-repeated="16384" o:value-type="string"><x:p>x</x:p></t:table-cell>'
    rows = (
        '<t:table-column t:visibility="collapse" t:number-columns-repeated="99999999"/>'
        f'<t:table-row t:number-rows-repeated="1048576">{cell}</t:table-row>'
        '<t:table-row t:visibility="collapse" t:number-rows-repeated="1048576"><t:table-cell/></t:table-row>'
    )
    facts = looks(opened(rows))["a"].facts
    assert len(facts.formats) == 10_000
    assert facts.hidden_lines == ()
    assert len(facts.hidden_columns) == 10_000


def test_comments_are_not_errors_and_tables_within_cells_are_no_sheets() -> None:
    note = "<o:annotation><x:p>#N/A</x:p></o:annotation>"
    inner = '<t:table t:name="b"><t:table-row><t:table-cell/></t:table-row></t:table>'
    rows = (
        f'<t:table-row><t:table-cell t:formula="of:=[.B1]" o:value-type="float">{note}<x:p>1</x:p></t:table-cell>'
        f"<t:table-cell>{inner}<x:p>y</x:p></t:table-cell>"
        '<t:table-cell o:value-type="string"><x:p>#N/A</x:p></t:table-cell></t:table-row>'
    )
    found = looks(opened(rows))
    assert list(found) == ["a"]
    assert found["a"].facts.errors == {}
    assert found["a"].facts.formula_cells == {1: 1}


def test_what_is_no_document_tells_nothing() -> None:
    whole = (WORKBOOKS / "troubles.xls").read_bytes()
    assert b"W\0o\0r\0k\0b\0o\0o\0k\0" in whole
    for data in (
        whole.replace(b"W\0o\0r\0k\0b\0o\0o\0k\0", b"X\0o\0r\0k\0b\0o\0o\0k\0"),
        opened("<t:table-row>"),
        binary_workbook(record(129) + b"\x05\xff\xff\xff\xff"),
        binary_workbook(record(129) + b"\x05"),
    ):
        with pytest.raises(NOT_LOOKED_AT):
            looks(data)


@pytest.mark.parametrize("suffix", ["ods", "xls", "xlsb"])
def test_damaged_bytes_stop_the_look_at_most(suffix: str) -> None:
    whole = troubled() if suffix == "xlsb" else (WORKBOOKS / f"troubles.{suffix}").read_bytes()
    for seed, _ in product(range(150), range(2)):
        rng = Random(seed)
        data = _damaged(whole, rng)
        with suppress(*NOT_LOOKED_AT):
            looks(data)


def _damaged(data: bytes, rng: Random) -> bytes:
    if not data.startswith(b"PK"):
        return _changed(data, rng)
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _changed(content, rng) if name.endswith((".bin", "content.xml")) else content)
    return held.getvalue()


def _changed(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data[: len(data) - (rng.randrange(len(data)) if rng.random() < 0.2 else 0)])
    for _ in range(rng.randrange(1, 20)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)
