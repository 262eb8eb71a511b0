"""Binary workbooks written record by record."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def record(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, lengths = len(data), b""
    while size > 127:
        lengths, size = lengths + bytes([size & 0x7F | 0x80]), size >> 7
    return head + lengths + bytes([size]) + data


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def cell(column: int, value: str | float, style: int = 0) -> bytes:
    at = struct.pack("<II", column, style)
    return record(6, at + text(value)) if isinstance(value, str) else record(5, at + struct.pack("<d", value))


def formula(kind: int, column: int, value: bytes, tokens: bytes = b"") -> bytes:
    return record(kind, struct.pack("<II", column, 0) + value + bytes(2) + struct.pack("<I", len(tokens)) + tokens)


def area(top: int, bottom: int, column: int) -> bytes:
    return b"\x25" + struct.pack("<IIHH", top - 1, bottom - 1, column, column)


def row(line: int, *cells: bytes, hidden: bool = False) -> bytes:
    flags = bytes([0, 0, 0, 0x10 if hidden else 0]) + bytes(13)
    return record(0, struct.pack("<II", line - 1, 0) + flags) + b"".join(cells)


def sheet(rows: bytes, height: int, width: int, before: bytes = b"", behind: bytes = b"") -> bytes:
    extent = struct.pack("<4I", 0, height - 1, 0, width - 1)
    return record(129) + record(148, extent) + before + record(145) + rows + record(146) + behind + record(130)


def styles(*codes: str) -> bytes:
    """A cell style for each number format, behind the one that cells have by default."""
    formats = b"".join(record(44, struct.pack("<H", 164 + nth) + text(code)) for nth, code in enumerate(codes))
    numbers = [0, *range(164, 164 + len(codes))]
    found = record(615, struct.pack("<I", len(codes))) + formats + record(616)
    found += record(617, struct.pack("<I", len(numbers)))
    return found + b"".join(record(47, struct.pack("<HH", 0, one) + bytes(12)) for one in numbers) + record(618)


def binary_workbook(part: bytes, look: bytes = b"") -> bytes:
    """A workbook of one sheet called 契約."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as book:
        sheets = record(143) + record(156, struct.pack("<II", 0, 1) + text("rId1") + text("契約")) + record(144)
        book.writestr("xl/workbook.bin", record(131) + sheets + record(132))
        book.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{KIND}" Target="worksheets/sheet1.bin"/>'
            "</Relationships>",
        )
        book.writestr("xl/worksheets/sheet1.bin", part)
        if look:
            book.writestr("xl/styles.bin", record(278) + look + record(279))
    return held.getvalue()


def troubled() -> bytes:
    """Errors, totals, hidden rows and columns, merged cells and formats in one sheet."""
    rows = (
        row(1, cell(0, "顧客"), cell(1, "月額"), cell(2, "比率"), cell(3, "内部"))
        + row(2, cell(0, "見本社"), cell(1, 100.0, 1), cell(2, 0.25, 2), cell(3, "m"))
        + row(3, cell(0, "例示社"), formula(11, 1, b"\x07", b"\x1d\x07"), cell(2, 0.25, 2), cell(3, "m"))
        + row(4, cell(0, "試験社"), cell(1, 300.0, 1), record(3, struct.pack("<II", 2, 0) + b"\x2a"), hidden=True)
        + row(5, cell(0, "Sum"), formula(9, 1, struct.pack("<d", 400), area(2, 4, 1) + b"\x19\x10\0\0"))
        + row(6, formula(8, 0, text("x")), formula(9, 1, bytes(8), area(2, 4, 1) + b"\x42\x02\x58\x01"))
        + row(7, formula(10, 0, b"\1"), formula(9, 1, bytes(8), b"\x44" + bytes(6)))
        + row(8, cell(0, "注"), cell(1, 60.0))
    )
    columns = record(60, struct.pack("<IIIIH", 3, 3, 9, 0, 1)) + record(60, struct.pack("<IIIIH", 4, 9000, 9, 0, 1))
    merges = record(177, struct.pack("<I", 1)) + record(176, struct.pack("<IIII", 7, 7, 0, 2))
    return binary_workbook(sheet(rows, 8, 4, columns, merges), styles('"¥"#,##0', "0%"))
