"""What may come in at all: a regular file of bearable size whose first bytes are those of a spreadsheet or of text."""

import hashlib
import stat
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from csdesk.intake.reading.archive import check_archive
from csdesk.intake.reading.limits import MAX_FILE, MAX_TEXT
from csdesk.intake.shapes import FileRefused, Refusal

_TEXT_SUFFIXES: Final = frozenset(
    {"", ".csv", ".tsv", ".tab", ".txt", ".asc", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".htm", ".html", ".xml"}
)
_BLANK: Final = b"\0 \t\r\n"
_HEAD: Final = 4096
_SMALLEST_OLE: Final = 1536
"""Bytes below which a compound file was cut off before its directory."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"BM6",
    b"SQLite format 3",
)
_FILEPASS: Final = b"\x2f\x00"
_BOF: Final = b"\x09\x08\x10\x00\x00\x06\x05\x00"


class Form(Enum):
    """How a file is to be read."""

    TEXT = auto()
    OFFICE_ZIP = auto()
    OPEN_DOCUMENT = auto()
    OLE = auto()


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file, read once, so that every stage sees the same."""

    name: str
    data: bytes
    sha256: str
    form: Form


def open_source(path: Path) -> Source:
    """Raises `FileRefused` with the reason alone; what the bytes are decides, not the extension, except that text must
    carry the extension of a table."""
    data = _bytes(path)
    form = _form(data, path.suffix.lower())
    if form is not Form.TEXT and len(data) > MAX_FILE:
        raise FileRefused(Refusal.TOO_LARGE)
    return Source(path.name, data, hashlib.sha256(data).hexdigest(), form)


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # a named pipe would hang every reader
            raise FileRefused(Refusal.NOT_A_FILE)
        if status.st_size > MAX_TEXT:
            raise FileRefused(Refusal.TOO_LARGE)
        with path.open("rb") as file:
            data = file.read(status.st_size + 1)
            if len(data) > status.st_size:  # somebody is writing into it
                data += file.read(MAX_TEXT + 1 - len(data))
    except FileNotFoundError:
        raise FileRefused(Refusal.MISSING) from None
    except (OSError, ValueError):  # ValueError: a name no system can hold
        raise FileRefused(Refusal.UNREADABLE) from None
    if len(data) > MAX_TEXT:
        raise FileRefused(Refusal.TOO_LARGE)
    return data


def _form(data: bytes, suffix: str) -> Form:
    if not (data[:_HEAD].strip(_BLANK) or data.strip(_BLANK)):
        raise FileRefused(Refusal.EMPTY)
    if data.startswith(b"PK"):
        return Form.OPEN_DOCUMENT if check_archive(data) else Form.OFFICE_ZIP
    if data.startswith(_OLE):
        _check_ole(data)
        return Form.OLE
    if data.startswith(_FOREIGN) or suffix not in _TEXT_SUFFIXES:
        raise FileRefused(Refusal.NOT_A_SPREADSHEET)
    return Form.TEXT


def _check_ole(data: bytes) -> None:
    """Compound files name their streams in UTF-16: a locked .xlsx is one, and so are .doc and .msg."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FileRefused(Refusal.ENCRYPTED)
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise FileRefused(Refusal.NOT_A_SPREADSHEET if len(data) > _SMALLEST_OLE else Refusal.BROKEN)
    start = data.find(_BOF)
    if start >= 0 and data[start + 20 : start + 22] == _FILEPASS:
        raise FileRefused(Refusal.ENCRYPTED)
