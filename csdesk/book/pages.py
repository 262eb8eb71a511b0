"""A file's rows read straight from its pages, past all that is damaged: for books that SQLite gives up on.

Only what a page's own list of cells names is read, never what lies between them: a row that was deleted stays deleted.
The form of pages and records: "Database File Format" in SQLite's documentation.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from csdesk.book.header import MAGIC

Held: TypeAlias = int | float | str | bytes | None
"""A value as the file holds it; bytes where text is not Unicode."""

_LEAF, _INTERIOR = 13, 5
_HEAD = 100
_PAGE = 4096
"""What SQLite gives a new file."""
_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE, _BLOB, _TEXT = 7, 8, 9, 12, 13


class Unreadable(Exception):
    """A page, cell or record that is not as SQLite writes one."""


@dataclass(slots=True)
class Found:
    """The rows of one table by number, and how many pages and cells of it could not be read."""

    rows: dict[int, tuple[Held, ...]] = field(default_factory=dict)
    broken: int = 0


class Pages:
    """A whole file in memory. Each page is read once: two tables that lead to one page are damage."""

    def __init__(self, content: bytes) -> None:
        whole = content.startswith(MAGIC)
        told = int.from_bytes(content[16:18], "big") if whole else _PAGE
        self._size = told if told in {512 << shift for shift in range(7)} else _PAGE
        self._usable = self._size - (content[20] if whole and content[20] <= self._size - 480 else 0)
        self._content = content
        self._count = -(-len(content) // self._size)
        self._met: set[int] = set()

    def table(self, root: int) -> Found:
        """All rows to which the pages from a table's first on lead."""
        found, ahead = Found(), [root]
        while ahead:
            number = ahead.pop()
            try:
                ahead += self._page(number, found)
            except Unreadable:
                found.broken += 1
        return found

    def strays(self) -> Iterator[Found]:
        """Pages of rows to which no table led, one by one; none where it is not known which pages are out of use."""
        free = self._free()
        for number in range(2, self._count + 1) if free is not None else ():
            if number not in self._met and number not in (free or ()) and self._at(number)[:1] == bytes((_LEAF,)):
                found = self.table(number)
                if found.rows:
                    yield found

    def such(self, fits: Callable[[tuple[Held, ...]], bool]) -> Found:
        """The rows of pages to which no table led and on which every row fits."""
        together = Found()
        for number in range(2, self._count + 1):
            if number not in self._met and self._at(number)[:1] == bytes((_LEAF,)):
                before, found = set(self._met), self.table(number)
                if found.rows and not found.broken and all(map(fits, found.rows.values())):
                    together.rows |= found.rows
                else:
                    self._met = before
        return together

    def _page(self, number: int, found: Found) -> list[int]:
        """Take a page's rows; gives the pages below it."""
        if number in self._met or not 1 <= number <= self._count:
            raise Unreadable
        self._met.add(number)
        page, start = self._at(number), _HEAD if number == 1 else 0
        kind, cells = _number(page, start, 1), _number(page, start + 3, 2)
        if kind not in {_LEAF, _INTERIOR} or cells * 2 > self._usable - start:
            raise Unreadable
        first = start + (8 if kind == _LEAF else 12)
        offsets = [_number(page, first + 2 * cell, 2) for cell in range(cells)]
        if kind == _INTERIOR:
            return [_number(page, offset, 4) for offset in (*offsets, start + 8)]
        self._take(page, offsets, found)
        return []

    def _take(self, page: bytes, offsets: list[int], found: Found) -> None:
        """The rows of a page, but for those whose numbers do not rise from one to the next."""
        read: list[tuple[int, tuple[Held, ...]]] = []
        for offset in offsets:
            try:
                read.append(self._cell(page, offset))
            except Unreadable:
                found.broken += 1
        falling = {n for at, ((one, _), (two, _)) in enumerate(pairwise(read)) if one >= two for n in (at, at + 1)}
        found.broken += len(falling)
        found.rows |= {number: values for at, (number, values) in enumerate(read) if at not in falling}

    def _cell(self, page: bytes, offset: int) -> tuple[int, tuple[Held, ...]]:
        size, at = _varint(page, offset)
        number, at = _varint(page, at)
        if size > len(self._content) or number >= 2**63:
            raise Unreadable
        here = self._local(size)
        record = page[at : min(at + here, self._usable)]
        if len(record) != here:
            raise Unreadable
        return number, _record(record + self._overflow(page, at + here, size - here))

    def _local(self, size: int) -> int:
        """How much of a record of that size stands on its own page."""
        most, least = self._usable - 35, (self._usable - 12) * 32 // 255 - 23
        if size <= most:
            return size
        kept = least + (size - least) % (self._usable - 4)
        return kept if kept <= most else least

    def _overflow(self, page: bytes, at: int, size: int) -> bytes:
        parts: list[bytes] = []
        while size > 0:
            number = _number(page, at, 4)
            if number in self._met or not 2 <= number <= self._count:  # noqa: PLR2004 - the first page is never one
                raise Unreadable
            self._met.add(number)
            page, at = self._at(number), 0
            parts.append(page[4 : min(4 + size, self._usable)])
            size -= self._usable - 4
        return b"".join(parts)

    def _free(self) -> set[int] | None:
        """The pages out of use; None where their list cannot be followed to its end."""
        trunk, count, free = _number(self._content, 32, 4), _number(self._content, 36, 4), set[int]()
        while trunk:
            if trunk in free or not 2 <= trunk <= self._count or len(free) >= count:  # noqa: PLR2004 - as above
                return None
            page = self._at(trunk)
            leaves = min(_number(page, 4, 4), self._usable // 4 - 2)
            free |= {trunk, *(_number(page, 8 + 4 * leaf, 4) for leaf in range(leaves))}
            trunk = _number(page, 0, 4)
        return free if len(free) == count and self._content.startswith(MAGIC) else None

    def _at(self, number: int) -> bytes:
        return self._content[(number - 1) * self._size : number * self._size]


def _record(record: bytes) -> tuple[Held, ...]:
    """The values of a record, which must fill it."""
    end, at = _varint(record, 0)
    types: list[int] = []
    while at < end:
        kind, at = _varint(record, at)
        types.append(kind)
    values: list[Held] = []
    for kind in types:
        size = _width(kind)
        values.append(_value(kind, record[at : at + size]))
        at += size
    if at != len(record) or end > at:
        raise Unreadable
    return tuple(values)


def _width(kind: int) -> int:
    if kind in _WHOLE:
        return _WHOLE[kind]
    if kind in {10, 11}:
        raise Unreadable
    return 8 if kind == _REAL else max(0, (kind - _BLOB) // 2)


def _value(kind: int, held: bytes) -> Held:
    if kind in _WHOLE:
        return int.from_bytes(held, "big", signed=True)
    if kind == _REAL and len(held) == struct.calcsize(">d"):
        return float(struct.unpack(">d", held)[0])
    if kind in {0, _ZERO, _ONE}:
        return {0: None, _ZERO: 0, _ONE: 1}[kind]
    try:
        return held.decode() if kind >= _TEXT and kind % 2 else held
    except UnicodeDecodeError:
        return held


def _number(page: bytes, at: int, size: int) -> int:
    found = page[at : at + size]
    if len(found) != size:
        raise Unreadable
    return int.from_bytes(found, "big")


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next thing begins."""
    value = 0
    for byte in page[at : at + 8]:
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the mark of the last byte
            return value, at
    return value << 8 | _number(page, at, 1), at + 1
