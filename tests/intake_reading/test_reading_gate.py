import os
import stat
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import pytest

from csdesk.intake.reading import read_files
from csdesk.intake.reading.archive import check_archive
from csdesk.intake.shapes import FileRefused, Refusal

Write: TypeAlias = Callable[[str, bytes], Path]
Why: TypeAlias = Callable[[Path], Refusal]
WithMember: TypeAlias = Callable[[bytes, str, bytes], bytes]
BIFF8 = b"\x09\x08\x10\x00\x00\x06\x05\x00"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive(members: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return stream.getvalue()


def test_what_is_no_file(tmp_path: Path, refusal: Why) -> None:
    assert refusal(tmp_path / "nowhere.csv") is Refusal.MISSING
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    assert refusal(folder) is Refusal.NOT_A_FILE
    with pytest.raises(FileRefused) as caught:
        read_files(["nul\0byte.csv"])
    assert caught.value.args[0] is Refusal.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_hang(tmp_path: Path, refusal: Why) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert refusal(tmp_path / "pipe.csv") is Refusal.NOT_A_FILE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is unreadable to this user")
def test_a_file_without_permission(write: Write, refusal: Why) -> None:
    path = write("locked.csv", b"a,b\n1,2\n")
    path.chmod(stat.S_IWUSR)
    assert refusal(path) is Refusal.UNREADABLE


def test_a_file_the_system_cannot_read(write: Write, refusal: Why, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("broken_disk.csv", b"a,b\n1,2\n")

    def fail(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", fail)
    assert refusal(path) is Refusal.UNREADABLE


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe\n\0"])
def test_empty_files(write: Write, refusal: Why, data: bytes) -> None:
    assert refusal(write("empty.csv", data)) is Refusal.EMPTY


def test_a_file_over_the_limit_is_not_even_read(tmp_path: Path, refusal: Why) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(200 * 2**20 + 1)
    assert refusal(path) is Refusal.TOO_LARGE


def test_workbooks_may_be_smaller_than_text(tmp_path: Path, refusal: Why, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("csdesk.intake.reading.gate.MAX_FILE", 100)
    path = tmp_path / "large.xlsx"
    path.write_bytes(archive({"xl/workbook.xml": b"<x/>" * 100}))
    assert refusal(path) is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100)),
        ("paper.csv", b"%PDF-1.7\n1,2\n3,4\n"),
        ("text.docx", archive({"word/document.xml": b"<x/>"})),
        ("zip.xlsx", archive({"readme.txt": b"x"})),
        ("drawing.ods", archive({"mimetype": b"application/vnd.oasis.opendocument.graphics", "content.xml": b"<x/>"})),
        ("letter.xls", OLE + "WordDocument".encode("utf-16-le") + bytes(3000)),
        ("program.py", b"a,b\n1,2\n"),
    ],
)
def test_what_is_no_spreadsheet(write: Write, refusal: Why, name: str, data: bytes) -> None:
    assert refusal(write(name, data)) is Refusal.NOT_A_SPREADSHEET


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("office.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
        ("old.xls", OLE + "Workbook".encode("utf-16-le") + BIFF8 + bytes(12) + b"\x2f\x00\x36"),
        (
            "open.ods",
            archive(
                {
                    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                    "content.xml": b"\x00\x01",
                    "META-INF/manifest.xml": b"<manifest:encryption-data/>",
                }
            ),
        ),
        ("newer.ods", archive({"encrypted-package": b"\x00\x01"})),
    ],
)  # fmt: skip
def test_locked_workbooks_are_refused_by_name(write: Write, refusal: Why, name: str, data: bytes) -> None:
    assert refusal(write(name, data)) is Refusal.ENCRYPTED


def test_a_zip_member_locked_by_a_password(write: Write, refusal: Why, book_bytes: bytes) -> None:
    locked = bytearray(book_bytes)
    at = locked.find(b"PK\x01\x02")
    while at >= 0:
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 4)
    assert refusal(write("locked.xlsx", bytes(locked))) is Refusal.ENCRYPTED


def test_broken_workbooks(write: Write, refusal: Why, book_bytes: bytes, with_member: WithMember) -> None:
    assert refusal(write("half.xlsx", book_bytes[: len(book_bytes) // 2])) is Refusal.BROKEN
    assert refusal(write("stump.xlsx", b"PK\x03\x04")) is Refusal.BROKEN
    assert refusal(write("stump.xls", OLE)) is Refusal.BROKEN
    assert refusal(write("noise.xls", OLE + "Workbook".encode("utf-16-le") + b"noise" * 1000)) is Refusal.BROKEN
    garbled = with_member(book_bytes, "xl/workbook.xml", b"<workbook")
    assert refusal(write("garbled.xlsx", garbled)) is Refusal.BROKEN


def test_entities_are_refused(write: Write, refusal: Why, book_bytes: bytes, with_member: WithMember) -> None:
    trick = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><sst>&a;</sst>'
    assert refusal(write("trick.xlsx", with_member(book_bytes, "xl/sharedStrings.xml", trick))) is Refusal.BROKEN


def test_zip_bombs_are_refused_before_they_are_unpacked(
    write: Write, refusal: Why, book_bytes: bytes, with_member: WithMember
) -> None:
    bomb = with_member(book_bytes, "xl/worksheets/sheet1.xml", bytes(30 * 2**20))
    assert refusal(write("bomb.xlsx", bomb)) is Refusal.BOMB
    many = archive({"xl/workbook.xml": b"<x/>"} | {f"m{i}": b"" for i in range(10_001)})
    assert refusal(write("many.xlsx", many)) is Refusal.BOMB


def test_a_member_that_says_it_is_huge_is_refused_whatever_its_ratio(
    write: Write, refusal: Why, book_bytes: bytes
) -> None:
    lying = bytearray(book_bytes)
    at = lying.find(b"PK\x01\x02")
    lying[at + 20 : at + 28] = (150 * 2**20).to_bytes(4, "little") + (201 * 2**20).to_bytes(4, "little")
    assert refusal(write("lying.xlsx", bytes(lying))) is Refusal.BOMB


def test_members_that_are_small_enough_alone_may_be_too_large_together() -> None:
    def claiming(members: int) -> bytes:
        packed = archive({"xl/workbook.xml": b"<x/>"} | {f"m{at}": b"x" for at in range(members)})
        workbook, *others = packed.split(b"PK\x01\x02")[1:]
        claim = (150 * 2**20).to_bytes(4, "little") + (160 * 2**20).to_bytes(4, "little")
        told = [workbook, *(other[:16] + claim + other[24:] for other in others)]
        return b"PK\x01\x02".join([packed.split(b"PK\x01\x02")[0], *told])

    assert check_archive(claiming(3)) is False
    with pytest.raises(FileRefused, match=Refusal.BOMB):
        check_archive(claiming(4))


@pytest.mark.parametrize("name", ["renamed.csv", "renamed.xls", "renamed.ods", "renamed"])
def test_a_workbook_is_read_whatever_it_is_called(write: Write, book_bytes: bytes, name: str) -> None:
    (table,) = read_files([write(name, book_bytes)])
    assert table.rows == (("見本社", 100), ("例示社", 200))


def test_text_under_a_workbook_name_is_read_as_text(write: Write) -> None:
    (table,) = read_files([write("export.xls", "顧客\t月額\n見本社\t100\n".encode("utf-16"))])
    assert (table.encoding, table.separator, table.rows) == ("utf-16", "\t", (("見本社", "100"),))


def test_the_first_file_that_cannot_be_taken_is_named_among_many(write: Write) -> None:
    good, bad = write("good.csv", b"a,b\n1,2\n"), write("bad.csv", b"")
    with pytest.raises(FileRefused) as caught:
        read_files([good, bad])
    assert caught.value.args == (Refusal.EMPTY, "bad.csv")
    assert [table.file for table in read_files([good, good])] == ["good.csv", "good.csv"]
