"""The parts of an Office workbook as they are in its zip: some are edited, all others kept to the byte."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath
from typing import Any, BinaryIO, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

from csdesk.intake.reading.archive import check_archive
from csdesk.intake.shapes import FileRefused, Refusal
from csdesk.reports.delivery import Hindrance, ReportRefused

Node: TypeAlias = Any
"""A node of a parsed part; the library's own types say no more."""
_BOOK, _RELATIONS, _TYPES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
_TEMPLATE = b"spreadsheetml.template.main+xml"
_SHEET = b"spreadsheetml.sheet.main+xml"
_CHAIN = re.compile(rb"<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain[^>]*/>")
_STORED = re.compile(rb"(</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>)<((?:\w+:)?)v>[^<]*</\2v>")
"""The value that was stored beside a formula."""
_MOST = 50 * 2**20
_OLE = b"\xd0\xcf\x11\xe0"
_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")


@dataclass(frozen=True, slots=True)
class Place:
    """Cells of a sheet, counted from 1."""

    sheet: str
    row: int
    column: int
    last_row: int
    last_column: int


class Parts:
    """A workbook's parts; those that were parsed are written as they are by then."""

    def __init__(self, path: Path) -> None:
        self._path = path
        data = _read(path)
        self._zip = ZipFile(BytesIO(data))
        self._trees: dict[str, Node] = {}
        if b"macroEnabled" in self._zip.read(_TYPES):
            raise ReportRefused(Hindrance.TEMPLATE_MACROS, path)
        self._book = self.tree(_BOOK)
        relations = {
            node.getAttribute("Id"): node.getAttribute("Target") for node in elements(self._parsed(_RELATIONS))
        }
        self.sheets = {
            node.getAttribute("name"): normpath(join("xl", relations[node.getAttribute("r:id")])).lstrip("/")
            for node in elements(self._book, "sheet")
            if node.getAttribute("r:id") in relations
        }

    def tree(self, part: str) -> Node:
        """The part as a tree that may be changed, and is then written as it is. Raises ReportRefused."""
        if part not in self._trees:
            self._trees[part] = self._parsed(part)
        return self._trees[part]

    def _parsed(self, part: str) -> Node:
        from defusedxml import minidom  # type: ignore[import-untyped]  # it ships no types

        try:
            return minidom.parseString(self._zip.read(part), forbid_dtd=True)
        except Exception as error:  # the parser's own, the zip's and defusedxml's have no common ground
            raise ReportRefused(Hindrance.TEMPLATE_UNREADABLE, self._path) from error

    def names(self) -> Iterator[tuple[str, Place | None]]:
        """Every name of the workbook with its cells; None where it points to nothing, or to no one area."""
        for node in elements(self._book, "definedName"):
            name, text = node.getAttribute("name"), "".join(child.data for child in node.childNodes)
            if not name.startswith("_xlnm.") and node.getAttribute("hidden") not in {"1", "true"}:
                yield name, self._place(text.strip())

    def plain_formats(self) -> frozenset[int]:
        """Styles of cells in which a number is shown as a number, days included."""
        if "xl/styles.xml" not in self._zip.namelist():
            return frozenset()
        held = elements(self._parsed("xl/styles.xml"), "cellXfs")
        formats = elements(held[0], "xf") if held else []
        return frozenset(n for n, xf in enumerate(formats) if xf.getAttribute("numFmtId") in {"", "0"})

    @property
    def from_1904(self) -> bool:
        """Whether the workbook counts its days from 1904."""
        return any(node.getAttribute("date1904") in {"1", "true"} for node in elements(self._book, "workbookPr"))

    def write(self, handle: BinaryIO) -> None:
        """Every part, what was changed included; what formulas came to is left to whoever opens it."""
        self._calculate_anew()
        with ZipFile(handle, "w", ZIP_DEFLATED) as packed:
            for member in self._zip.infolist():
                if member.filename != "xl/calcChain.xml":
                    packed.writestr(member, self._content(member.filename), ZIP_DEFLATED)

    def _content(self, part: str) -> bytes:
        data = self._trees[part].toxml("utf-8") if part in self._trees else self._zip.read(part)
        if part in self.sheets.values():
            return _STORED.sub(rb"\1", data)
        if part in {_TYPES, _RELATIONS}:
            return _CHAIN.sub(b"", data).replace(_TEMPLATE, _SHEET)
        return bytes(data)

    def _calculate_anew(self) -> None:
        found = elements(self._book, "calcPr")
        if not found:
            after = elements(self._book, "definedNames")[-1]
            node = self._book.createElement(after.tagName.replace("definedNames", "calcPr"))
            found = [after.parentNode.insertBefore(node, after.nextSibling)]
        found[0].setAttribute("fullCalcOnLoad", "1")

    def _place(self, text: str) -> Place | None:
        match = _PLACE.fullmatch(text)
        if match is None:
            return None
        sheet = (match[1] or match[2]).replace("''", "'")
        row, column = int(match[4]), column_number(match[3])
        last_row, last_column = int(match[6] or row), column_number(match[5] or match[3])
        return Place(sheet, row, column, last_row, last_column) if sheet in self.sheets else None


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise ReportRefused(Hindrance.TEMPLATE_UNREADABLE, path)
        data = path.read_bytes()
    except OSError as error:
        raise ReportRefused(Hindrance.NO_TEMPLATE, path) from error
    try:
        if data.startswith(_OLE):
            raise ReportRefused(Hindrance.TEMPLATE_LOCKED, path)
        other = check_archive(data)
    except FileRefused as error:
        locked = error.args[0] is Refusal.ENCRYPTED
        raise ReportRefused(Hindrance.TEMPLATE_LOCKED if locked else Hindrance.TEMPLATE_UNREADABLE, path) from error
    if other or _BOOK not in ZipFile(BytesIO(data)).namelist():
        raise ReportRefused(Hindrance.TEMPLATE_UNREADABLE, path)
    return data


def elements(node: Node, name: str = "*") -> list[Node]:
    """Elements below a node of that name, whatever prefix the file gives it."""
    return [one for one in node.getElementsByTagName("*") if name in {"*", one.tagName.rpartition(":")[2]}]


def column_number(letters: str) -> int:
    """`A` is 1, `AA` is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number
