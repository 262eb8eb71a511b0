"""A workbook of the user's own is filled in by its names, and nothing else of it is touched."""

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from csdesk.models.kinds import Language
from csdesk.reports.board import BoardContent, write_board
from csdesk.reports.delivery import Hindrance, ReportRefused
from csdesk.reports.template.filling import Filled, fill_template
from csdesk.reports.template.starter import write_starter
from csdesk.wording.template import filled_words

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
EDITED = {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"}


def silent(_done: int, _all: int) -> None:
    pass


@pytest.fixture(scope="module")
def content(make: Callable[..., BoardContent]) -> BoardContent:
    return make(Language.EN, "USD")


def write_own(path: Path) -> Path:
    """A house's own workbook: a chart, a picture, formats, a formula over a named cell, and names of every sort."""
    book = xlsxwriter.Workbook(path)
    page, other = book.add_worksheet("Own page"), book.add_worksheet("It's data")
    money = book.add_format({"num_format": "#,##0.00", "bold": True, "bg_color": "#FFEECC"})
    on = book.add_format({"num_format": "d mmm yyyy"})
    page.write("A1", "Report for the board")
    page.write_number("B3", 1, money)
    page.write_number("B4", 2, money)
    page.write_formula("B5", "=B3*2", money, 2)
    page.write("B6", None, on)
    page.write("B7", "a day")
    page.write("B20", "Total")
    for row in (10, 11, 12):
        for column in range(6):
            page.write(row, column, "old", money)
    page.write_comment("B3", "Ask first")
    page.data_validation("D3", {"validate": "list", "source": ["a", "b"]})
    page.conditional_format("B3:B4", {"type": "data_bar"})
    page.insert_image("H2", "logo.png", {"image_data": io.BytesIO(PIXEL)})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "='Own page'!$B$3:$B$4"})
    page.insert_chart("H10", chart)
    other.write_array_formula("C1:C3", "{=ROW(C1:C3)}", None, 1)
    names = {
        "mrr": "'Own page'!$B$3", "MRR_Before": "'Own page'!$B$4", "as_of": "'Own page'!$B$6",
        "Own page!as_of": "'Own page'!$B$7", "company": "'It''s data'!$A$1", "table_moves": "'Own page'!$A$11:$F$13",
        "table_accounts": "'It''s data'!$E$5", "tax_rate": "'Own page'!$B$9", "arr": "#REF!",
        "arpa": "='It''s data'!$C$1",
    }  # fmt: skip
    other.write("E9", "do not touch")
    for name, place in names.items():
        book.define_name(name, place if place.startswith("=") else f"={place}")
    book.close()
    return path


@pytest.fixture(scope="module")
def own(content: BoardContent, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Filled]:
    folder = tmp_path_factory.mktemp("own")
    template = write_own(folder / "own.xlsx")
    return template, folder / "out.xlsx", fill_template(content, template, folder / "out.xlsx", silent)


def test_named_cells_are_filled_in_and_keep_their_formats(
    own: tuple[Path, Path, Filled], content: BoardContent
) -> None:
    template, out, _ = own
    before, after = openpyxl.load_workbook(template)["Own page"], openpyxl.load_workbook(out)["Own page"]
    now, earlier = content.headline[0].now.value, content.headline[0].before
    assert earlier is not None
    assert after["B3"].value == pytest.approx(float(now or 0) / 100)
    assert after["B4"].value == pytest.approx(float(earlier.value or 0) / 100)
    assert (after["B6"].value.date(), after["B7"].value) == (content.as_of, "31 Mar 2025")
    assert openpyxl.load_workbook(out)["It's data"]["A1"].value == "Blue Sky & Sons"
    for place in ("B3", "B4", "B6"):
        assert after[place].number_format == before[place].number_format
    assert after["B3"].fill.bgColor.rgb == before["B3"].fill.bgColor.rgb
    assert (after["A1"].value, after["B5"].value) == ("Report for the board", "=B3*2")
    assert openpyxl.load_workbook(out, data_only=True)["Own page"]["B5"].value is None  # whoever opens it calculates


def test_tables_take_the_room_they_have_and_no_more(own: tuple[Path, Path, Filled], content: BoardContent) -> None:
    _, out, filled = own
    book = openpyxl.load_workbook(out)
    rows = [[cell.value for cell in row] for row in book["Own page"]["A11:F13"]]
    shown = content.moves[:3]
    assert [row[1] for row in rows][: len(shown)] == [move.name for move in shown]
    assert [row[5] for row in rows][: len(shown)] == pytest.approx([float(move.mrr / 100) for move in shown])
    assert all(value is None for row in rows[len(shown) :] for value in row)
    assert [book["It's data"].cell(row, 6).value for row in range(5, 9)] == [a.name for a in content.accounts[:4]]
    assert book["It's data"]["E9"].value == "do not touch"
    assert ("table_accounts", 4, len(content.accounts)) in filled.cut


def test_what_came_of_every_name_is_told(own: tuple[Path, Path, Filled]) -> None:
    filled = own[2]
    assert set(filled.filled) == {"mrr", "MRR_Before", "as_of", "company", "table_moves", "table_accounts"}
    assert (filled.unknown, set(filled.nowhere)) == (("tax_rate",), {"arr", "arpa"})
    words = filled_words(filled.filled, filled.unknown, filled.nowhere, filled.cut, Language.EN)
    assert all(name in words for name in ("tax_rate", "arr", "arpa", "table_accounts"))


def test_every_other_part_is_kept_to_the_byte(own: tuple[Path, Path, Filled]) -> None:
    with ZipFile(own[0]) as before, ZipFile(own[1]) as after:
        assert set(before.namelist()) - {"xl/calcChain.xml"} == set(after.namelist())
        kept = [part for part in after.namelist() if part not in EDITED and part != "xl/worksheets/sheet2.xml"]
        assert any("chart" in part for part in kept)
        assert any("media" in part for part in kept)
        assert all(before.read(part) == after.read(part) for part in kept)
        assert b"dataBar" in after.read("xl/worksheets/sheet1.xml")
        assert b'fullCalcOnLoad="1"' in after.read("xl/workbook.xml")
        assert b"calcChain" not in after.read("[Content_Types].xml")


@pytest.mark.parametrize("language", Language)
def test_the_template_to_begin_with_has_every_name_and_holds_nothing(
    make: Callable[..., BoardContent], tmp_path: Path, language: Language
) -> None:
    content = make(language)
    starter, out, board = (tmp_path / f"{name}.xlsx" for name in ("starter", "out", "board"))
    write_starter(content, starter, silent)
    names = {line.name for line in content.accounts} | {content.company}
    with ZipFile(starter) as parts:
        said = "".join(parts.read(part).decode() for part in parts.namelist())
    assert not any(name.replace("&", "&amp;") in said for name in names)
    filled = fill_template(content, starter, out, silent)
    assert (filled.unknown, filled.nowhere, filled.cut) == ((), (), ())
    write_board(content, board, silent)
    ours, theirs = openpyxl.load_workbook(out), openpyxl.load_workbook(board, data_only=True)
    for name, held in theirs.defined_names.items():
        seen = first_cells(ours, ours.defined_names[name])
        for wanted, value in zip(first_cells(theirs, held), seen, strict=True):
            assert value == (pytest.approx(wanted) if isinstance(wanted, float) else wanted), name


def first_cells(book: Any, name: Any) -> list[Any]:
    ((sheet, place),) = name.destinations
    area = book[sheet][place.replace("$", "")]
    row = area[0] if isinstance(area, tuple) else (area,)
    return [None if cell.value == "" else cell.value for cell in row]


def test_other_ways_of_writing_a_workbook_are_filled_in_as_well(content: BoardContent, tmp_path: Path) -> None:
    """Elements with a prefix, cells without their places, days from 1904, a template by its type."""
    template, out = tmp_path / "own.xltx", tmp_path / "out.xlsx"
    book = xlsxwriter.Workbook(tmp_path / "plain.xlsx", {"date_1904": True})
    page = book.add_worksheet("S")
    page.write("A1", "x", book.add_format({"num_format": "yyyy-mm-dd"}))
    page.write("B1", 1)
    book.define_name("as_of", "=S!$A$1")
    book.define_name("mrr", "=S!$B$1")
    book.close()
    with ZipFile(tmp_path / "plain.xlsx") as plain, ZipFile(template, "w", ZIP_DEFLATED) as made:
        for part in plain.namelist():
            data = plain.read(part)
            if part == "xl/worksheets/sheet1.xml":
                data = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", data).replace(b"xmlns=", b"xmlns:x=")
                data = re.sub(rb' r="[A-Z]?\d+"', b"", data)
            made.writestr(part, data.replace(b"sheet.main+xml", b"template.main+xml"))
    fill_template(content, template, out, silent)
    page = openpyxl.load_workbook(out)["S"]
    assert page["A1"].value.date() == content.as_of
    assert page["B1"].value == pytest.approx(float(content.headline[0].now.value or 0) / 100)


def no_names(path: Path) -> None:
    book = openpyxl.Workbook()
    book.save(path)


def with_macros(path: Path) -> None:
    write_own(path)
    changed(path, "[Content_Types].xml", b"spreadsheetml.sheet.main", b"sheet.macroEnabled.main")


def with_entities(path: Path) -> None:
    write_own(path)
    changed(path, "xl/workbook.xml", b"<workbook", b'<!DOCTYPE w [<!ENTITY a "b">]><workbook')


def broken(path: Path) -> None:
    write_own(path)
    changed(path, "xl/worksheets/sheet1.xml", b"</sheetData>", b"")


def locked(path: Path) -> None:
    write_own(path)
    packed = io.BytesIO(path.read_bytes())
    with path.open("wb") as handle:
        OOXMLFile(packed).encrypt("secret", handle)


def changed(path: Path, part: str, old: bytes, new: bytes) -> None:
    with ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    with ZipFile(path, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data.replace(old, new) if name == part else data)


@pytest.mark.parametrize(
    ("make_it", "reason"),
    [
        (no_names, Hindrance.NO_NAMES),
        (with_macros, Hindrance.TEMPLATE_MACROS),
        (with_entities, Hindrance.TEMPLATE_UNREADABLE),
        (broken, Hindrance.TEMPLATE_UNREADABLE),
        (locked, Hindrance.TEMPLATE_LOCKED),
        (lambda path: path.write_text("no workbook"), Hindrance.TEMPLATE_UNREADABLE),
        (lambda _path: None, Hindrance.NO_TEMPLATE),
    ],
)
def test_a_template_that_cannot_be_filled_in_whole_is_refused(
    content: BoardContent, tmp_path: Path, make_it: Callable[[Path], None], reason: Hindrance
) -> None:
    template, out = tmp_path / "own.xlsx", tmp_path / "out.xlsx"
    make_it(template)
    with pytest.raises(ReportRefused) as refused:
        fill_template(content, template, out, silent)
    assert (refused.value.reason, refused.value.path, out.exists()) == (reason, template, False)


def test_the_template_itself_is_never_written_over(content: BoardContent, tmp_path: Path) -> None:
    template = write_own(tmp_path / "own.xlsx")
    before = template.read_bytes()
    with pytest.raises(ReportRefused) as refused:
        fill_template(content, template, tmp_path / "." / "own.xlsx", silent)
    assert refused.value.reason is Hindrance.IS_TEMPLATE
    assert template.read_bytes() == before


def test_a_filled_template_takes_a_password(content: BoardContent, tmp_path: Path) -> None:
    fill_template(content, write_own(tmp_path / "own.xlsx"), tmp_path / "out.xlsx", silent, "secret")
    with (tmp_path / "out.xlsx").open("rb") as handle:
        locked_book, plain = OOXMLFile(handle), io.BytesIO()
        locked_book.load_key(password="secret")
        locked_book.decrypt(plain)
    page = openpyxl.load_workbook(plain)["Own page"]
    assert page["B6"].value.date() == date(2025, 3, 31)
