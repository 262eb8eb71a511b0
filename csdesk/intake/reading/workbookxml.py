"""The small parts of an Office workbook: which part holds which sheet, and the number formats of its styles."""

import posixpath
from typing import Final
from xml.etree.ElementTree import Element
from zipfile import ZipFile

_PART: Final = 20 * 2**20
"""Bytes of a part that are read at most."""
BUILT_IN: Final = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
"""Number formats that are known by their number alone, but for built-in money, whose sign hangs on the system."""


def sheet_parts(archive: ZipFile) -> dict[str, str]:
    """The part of each worksheet by the sheet's name; raises for a part that is no XML or declares entities."""
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
    book, relations = names.get("xl/workbook.xml"), names.get("xl/_rels/workbook.xml.rels")
    if not book or not relations:
        return {}
    parts = parts_by_relation(archive, relations)
    found = {}
    for node in _root(archive, book).iter():
        if _local(node) == "sheet":
            relation = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
            if relation in parts:
                found[node.get("name", "")] = parts[relation]
    return found


def parts_by_relation(archive: ZipFile, relations: str) -> dict[str, str]:
    """The parts of worksheets by what a workbook calls its relation to them."""
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in archive.namelist()}
    told = {
        node.get("Id", ""): names.get(_part_name(node.get("Target", "")).lower())
        for node in _root(archive, relations)
        if node.get("Type", "").endswith("/worksheet")
    }
    return {relation: part for relation, part in told.items() if part}


def number_formats(archive: ZipFile) -> tuple[str, ...]:
    """The number format of each cell style; '' for General and for built-in money."""
    if "xl/styles.xml" not in archive.namelist():
        return ()
    root = _root(archive, "xl/styles.xml")
    own = {node.get("numFmtId", ""): node.get("formatCode", "") for node in root.iter() if _local(node) == "numFmt"}
    known = {str(number): text for number, text in BUILT_IN.items()} | own
    styles = next((node for node in root if _local(node) == "cellXfs"), None)
    codes = [known.get(node.get("numFmtId", ""), "") for node in styles] if styles is not None else []
    return tuple(map(format_code, codes))


def format_code(code: str) -> str:
    """A number format as it is told: '' for General."""
    return "" if code.lower() == "general" else code


def computes_on_load(archive: ZipFile) -> bool:
    """Whether the workbook asks to be calculated when opened, as programs do that write formulas with 0 for a value."""
    if "xl/workbook.xml" not in archive.namelist():
        return False
    return any(node.get("fullCalcOnLoad") in {"1", "true"} for node in _root(archive, "xl/workbook.xml").iter())


def _root(archive: ZipFile, name: str) -> Element:
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped] # it ships no types

    with archive.open(name) as part:
        root: Element = fromstring(part.read(_PART))
    return root


def _part_name(target: str) -> str:
    path = target.replace("\\", "/")
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join("xl", path))


def _local(node: Element) -> str:
    return str(node.tag).rpartition("}")[2]
