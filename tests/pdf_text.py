"""The text of a PDF as a reader's search finds it: through each font's own table from codes to letters."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_TOKEN = re.compile(rb"/(F\d+) [\d.]+ Tf|(\((?:\\.|[^\\()])*\))|(\bET\b)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pages_of(path: Path) -> list[str]:
    """The text of each page, a line a piece of text."""
    objects = {int(number): body for number, body in _OBJECT.findall(path.read_bytes())}
    fonts = {
        name: _letters(_stream(objects[_reference(objects[int(number)], b"ToUnicode")]))
        for body in objects.values()
        if b"/ToUnicode" not in body and b"stream" not in body
        for name, number in re.findall(rb"/(F\d+) (\d+) 0 R", body)
    }
    pages = [body for body in objects.values() if b"/Type /Page\n" in body or b"/Type /Page " in body]
    return ["".join(_said(_stream(objects[_reference(page, b"Contents")]), fonts)) for page in pages]


def text_of(path: Path) -> str:
    """All of it; lines that a piece of text was wrapped into are joined by a line end."""
    return "\n".join(pages_of(path))


def fonts_of(path: Path) -> tuple[int, int]:
    """How many fonts the file speaks of, and how many it carries with it."""
    content = path.read_bytes()
    return content.count(b"/Type /FontDescriptor"), content.count(b"/FontFile2")


def _reference(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found, name
    return int(found.group(1))


def _stream(body: bytes) -> bytes:
    return zlib.decompress(body.partition(b"stream\n")[2].rpartition(b"\nendstream")[0])


def _letters(table: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for first, told in re.findall(rb"<(\w+)> <\w+> \[(.*?)\]", table, re.DOTALL):
        for place, code in enumerate(re.findall(rb"<(\w+)>", told)):
            found[int(first, 16) + place] = bytes.fromhex(code.decode()).decode("utf-16-be")
    return found


def _said(content: bytes, fonts: dict[bytes, dict[int, str]]) -> Iterator[str]:
    letters: dict[int, str] = {}
    for font, words, end in _TOKEN.findall(content):
        if font:
            letters = fonts[font]
        elif words:
            codes = re.sub(rb"\\([0-7]{3}|.)", _unescaped, words[1:-1], flags=re.DOTALL)
            yield "".join(letters[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))
        elif end:
            yield "\n"


def _unescaped(found: re.Match[bytes]) -> bytes:
    told = found.group(1)
    return bytes([int(told, 8)]) if len(told) > 1 else _ESCAPES.get(told, told)
