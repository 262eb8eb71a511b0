"""The directory of a zipped workbook, looked at before any reader unpacks it."""

import zlib
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from csdesk.intake.reading.limits import MAX_MEMBER, MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED, RATIO_COUNTS_FROM
from csdesk.intake.shapes import FileRefused, Refusal

_SHEET_TYPE: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_ENCRYPTED_FLAG: Final = 0x1
_HEAD: Final = 64 * 1024
_ENTITY_CHECKS: Final = 500
_UNREADABLE: Final = (
    BadZipFile,
    LargeZipFile,
    NotImplementedError,
    OSError,
    ValueError,
    EOFError,
    RuntimeError,
    KeyError,
    zlib.error,
)
"""What the zip library raises over bytes that are no proper zip."""


def check_archive(data: bytes) -> bool:
    """True for an OpenDocument spreadsheet, False for an Office one; raises `FileRefused` for all else.

    A member over the limit or packed too tightly, too many members, or entities declared in a part refuse the file;
    so does a directory that cannot be read (cut off) or a zip of something else.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _check_sizes(members)
            names = {member.filename.replace("\\", "/").lstrip("/").lower() for member in members}
            if "content.xml" in names:
                _check_open_document(archive, names)
            elif "encrypted-package" in names:
                raise FileRefused(Refusal.ENCRYPTED)
            elif not names & {"xl/workbook.xml", "xl/workbook.bin", "workbook.xml"}:
                raise FileRefused(Refusal.NOT_A_SPREADSHEET)
            if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
                raise FileRefused(Refusal.ENCRYPTED)
            _check_entities(archive, members)
            return "content.xml" in names
    except _UNREADABLE:
        raise FileRefused(Refusal.BROKEN) from None


def _check_sizes(members: list[ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise FileRefused(Refusal.BOMB)
    for member in members:
        tight = member.file_size > RATIO_COUNTS_FROM and member.file_size > MAX_RATIO * member.compress_size
        if tight or member.file_size > MAX_MEMBER:
            raise FileRefused(Refusal.BOMB)


def _check_open_document(archive: ZipFile, names: set[str]) -> None:
    kind = _head(archive, "mimetype") if "mimetype" in names else _SHEET_TYPE
    if not kind.strip().startswith(_SHEET_TYPE):
        raise FileRefused(Refusal.NOT_A_SPREADSHEET)
    if "meta-inf/manifest.xml" in names and b"encryption-data" in _head(archive, "META-INF/manifest.xml"):
        raise FileRefused(Refusal.ENCRYPTED)


def _check_entities(archive: ZipFile, members: list[ZipInfo]) -> None:
    """No spreadsheet program declares entities; whoever does wants them expanded."""
    parts = [member for member in members if member.filename.lower().endswith((".xml", ".rels"))]
    for member in parts[:_ENTITY_CHECKS]:
        if b"<!ENTITY" in _head(archive, member):
            raise FileRefused(Refusal.BROKEN)


def _head(archive: ZipFile, member: ZipInfo | str) -> bytes:
    with archive.open(member) as part:
        return part.read(_HEAD)
