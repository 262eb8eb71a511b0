"""The second look at a whole workbook, whatever its kind."""

import struct
import zlib
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from csdesk.intake.reading.sheetxml import SheetLook, look
from csdesk.intake.reading.workbookxml import computes_on_load, number_formats, sheet_parts

NOT_LOOKED_AT: Final = (
    BadZipFile, zlib.error, struct.error, ValueError, LookupError, OSError, SyntaxError, EOFError, RuntimeError,
)  # fmt: skip
"""What the second look may stumble over while the readers still cope; XML that is none is a SyntaxError."""


def looked_at(data: bytes) -> dict[str, SheetLook]:
    """The second look at each sheet, by its name; none where it stumbles."""
    with suppress(*NOT_LOOKED_AT):
        return {name: replace(found, zeros={}) for name, found in looks(data).items()}
    return {}


def looks(data: bytes) -> dict[str, SheetLook]:
    """The same, raising what it stumbles over."""
    from csdesk.intake.reading.looks import opendocument, xls, xlsb

    if not data.startswith(b"PK"):
        return xls.looks(data)
    with ZipFile(BytesIO(data)) as archive:
        names = {name.lower() for name in archive.namelist()}
        if "content.xml" in names:
            return opendocument.looks(archive)
        if "xl/workbook.bin" in names:
            return xlsb.looks(archive)
        formats = number_formats(archive)
        found = {}
        for name, part in sheet_parts(archive).items():
            with archive.open(part) as opened:
                found[name] = look(opened, formats)
        if computes_on_load(archive) and not any(one.calculated for one in found.values()):
            return {name: one.all_uncalculated() for name, one in found.items()}
    return found
