"""The second look at the parts of a workbook, as programs other than Excel write them too."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csdesk.intake.reading import sheetxml
from csdesk.intake.reading.grid import Merge
from csdesk.intake.reading.sheetxml import SheetLook, look
from csdesk.intake.reading.workbookxml import computes_on_load, number_formats, sheet_parts
from csdesk.models.problems import letters
from tests.thorough import examples

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def looked(rows: str, *, head: str = "", tail: str = "", formats: tuple[str, ...] = ()) -> SheetLook:
    return look(BytesIO(f"<worksheet>{head}<sheetData>{rows}</sheetData>{tail}</worksheet>".encode()), formats)


def packed(members: dict[str, str]) -> ZipFile:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return ZipFile(stream)


def test_shared_formulas_keep_their_range_to_the_side() -> None:
    found = looked(
        '<row r="5"><c r="B5"><f t="shared" ref="B5:C5" si="0">SUM(B2:B4)</f><v>6</v></c>'
        '<c r="C5"><f t="shared" si="0"/><v>7</v></c><c r="D5"><f>D4*2</f></c>'
        '<c r="E5" t="str"><f>A1</f><v></v></c></row>'
    )
    assert found.facts.aggregates == {(5, 1): (2, 4), (5, 2): (2, 4)}
    assert found.facts.uncalculated == {(5, 3): "=D4*2"}
    assert found.facts.formula_cells == {5: 4}
    assert found.calculated


def test_rows_and_cells_without_references_are_counted() -> None:
    found = looked('<row><c><v>1</v></c></row><row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>')
    assert found.facts.errors == {(2, 1): "#N/A"}


def test_merges_and_hidden_parts_with_either_quote() -> None:
    found = looked(
        "<row r='2' hidden='true'><c r='A2'><v>1</v></c></row>",
        head="<cols><col min='2' max='3' hidden='1'/><col min='5' max='5' hidden='0'/></cols>",
        tail="<mergeCells count='1'><mergeCell ref='A2:C4'/></mergeCells>",
    )
    assert found.facts.hidden_lines == (2,)
    assert found.facts.hidden_columns == (1, 2)
    assert found.facts.merges == (Merge(2, 0, 4, 2),)


def test_cells_without_a_value_do_not_widen_the_sheet() -> None:
    found = looked(
        '<row r="1"><c r="B1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    )
    assert found.dense_cells == 1
    assert looked("").dense_cells == 0


def test_formats_are_those_of_values() -> None:
    found = looked(
        '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/><c r="C1" s="9"><v>1</v></c></row>', formats=("", "0%")
    )
    assert found.facts.formats == {(1, 0): "0%"}


def test_a_row_that_is_no_xml_tells_nothing_and_harms_nothing() -> None:
    found = looked('<row r="1"><c r="A1"><f>&x;</f><v>1</v></c></row><row r="2"><c r="A2"><f>B2</f></c></row>')
    assert found.facts.uncalculated == {(2, 0): "=B2"}


def test_a_row_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheetxml, "_LONGEST_ROW", 100)
    with pytest.raises(ValueError, match="1"):
        looked("<row>" + "x" * 200)


def test_pieces_may_end_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{i}"><c r="A{i}"><f>B{i}</f></c></row>' for i in range(1, 30))
    whole = looked(rows)
    for block in (7, 64, 301):
        monkeypatch.setattr(sheetxml, "_BLOCK", block)
        assert looked(rows) == whole
    assert len(whole.facts.uncalculated) == 29


@pytest.mark.parametrize(
    "target", ["worksheets/sheet7.xml", "/xl/worksheets/sheet7.xml", "..\\\\xl\\\\worksheets\\\\sheet7.xml"]
)
def test_sheets_are_found_through_their_relations(target: str) -> None:
    members = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="契約" r:id="a"/>'
        '<sheet name="図" r:id="b"/></sheets><calcPr fullCalcOnLoad="true"/></workbook>',
        "xl/_rels/workbook.xml.rels": f'<R><R Id="a" Type="{RELATIONS}/worksheet" Target="{target}"/>'
        f'<R Id="b" Type="{RELATIONS}/chartsheet" Target="c.xml"/></R>',
        "xl/worksheets/sheet7.xml": "<worksheet/>",
    }
    with packed(members) as archive:
        assert sheet_parts(archive) == {"契約": "xl/worksheets/sheet7.xml"}
        assert computes_on_load(archive)


def test_a_workbook_without_the_usual_parts() -> None:
    with packed({"xl/workbook.bin": ""}) as archive:
        assert sheet_parts(archive) == {}
        assert number_formats(archive) == ()
        assert not computes_on_load(archive)


def test_formats_whose_money_hangs_on_the_system_are_not_told() -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="¥#,##0"/>'
        '<numFmt numFmtId="165" formatCode="General"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="5"/>'
        '<xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    )
    with packed({"xl/styles.xml": styles}) as archive:
        assert number_formats(archive) == ("", "", "0%", "¥#,##0", "")
    with packed({"xl/styles.xml": "<x/>"}) as archive:
        assert number_formats(archive) == ()


CELLS = st.sampled_from(
    [
        "<{p}c r='{a}' t='e'><{p}v>#REF!</{p}v></{p}c>",
        '<{p}c r="{a}" t="e"><{p}v>#N/A</{p}v></{p}c>',
        '<{p}c s="1" r="{a}"><{p}f>B1</{p}f></{p}c>',
        '<{p}c r="{a}"><{p}f>SUM(A1:A3)</{p}f><{p}v>7</{p}v></{p}c>',
        '<{p}c r="{a}" t="inlineStr"><{p}is><{p}t><![CDATA[<f>]]></{p}t></{p}is></{p}c>',
        '<{p}c r="{a}" t="str"><{p}v>t="e"</{p}v></{p}c>',
        '<{p}c r="{a}" s="1"><{p}v>60</{p}v></{p}c>',
        '<{p}c r="{a}"><{p}v>5</{p}v></{p}c>',
        '<{p}c r="{a}" s="1"/>',
    ]
)
ROWS = st.lists(
    st.tuples(st.sampled_from(["", ' hidden="1"', " hidden='true'"]), st.lists(CELLS, max_size=4)), max_size=9
)


@given(ROWS, st.sampled_from(["", "x:"]), st.integers(7, 400))
@settings(max_examples=examples(300))
def test_what_is_searched_is_what_a_parser_finds(rows: list[tuple[str, list[str]]], prefix: str, block: int) -> None:
    """However few rows are parsed and wherever blocks end; only number formats are those of the first rows."""
    text = "".join(
        f'<{prefix}row{hidden} r="{line}">'
        + "".join(cell.format(p=prefix, a=f"{letters(at)}{line}") for at, cell in enumerate(cells))
        + f"</{prefix}row>"
        for line, (hidden, cells) in enumerate(rows, 1)
    )
    whole = f'<{prefix}worksheet xmlns:x="{MAIN}"><{prefix}sheetData>{text}</{prefix}sheetData></{prefix}worksheet>'
    parsed = look(BytesIO(whole.encode()), ("", "0%"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheetxml, "_STYLED_ROWS", 0)
        patch.setattr(sheetxml, "_BLOCK", block)
        searched = look(BytesIO(whole.encode()), ("", "0%"))
    assert replace(searched, facts=replace(searched.facts, formats={})) == replace(
        parsed, facts=replace(parsed.facts, formats={})
    )
