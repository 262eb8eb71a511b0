"""The process that reads workbooks: bytes on standard input, pickled messages on standard output, limits on itself.

Readers of untrusted workbooks may ask for absurd memory, panic or never end; here they can only end this process. It is
started for every workbook, and so loads no more than it needs.
"""

import gc
import pickle
import sys
import warnings
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from io import BytesIO
from itertools import groupby, islice
from typing import TYPE_CHECKING, TypeAlias

from csdesk.intake.reading.limits import CHILD_MEMORY, CHILD_SECONDS, CHUNK_ROWS, DENSE_CELLS
from csdesk.intake.reading.wire import CELLS, LOCKED, LOOKS, NO_MEMORY, SLOW, UNREADABLE, Packed, pack

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

    from csdesk.intake.reading.grid import Spot
    from csdesk.intake.reading.sheetxml import SheetLook

Message: TypeAlias = tuple[str, object, object]
"""('sheet', (name, hidden, left, merged ranges), look), ('rows', blocks of lines and columns, None),
('cut', spots, None), ('look', name, look), ('failed', why, None), ('end', None, None)."""

_Numbered: TypeAlias = Iterator[tuple[int, Sequence[Hashable]]]


def main() -> int:
    """Reads the one workbook given, or the part of it that an option asks for."""
    _limit_itself()
    out = sys.stdout.buffer
    data = sys.stdin.buffer.read()
    option = next((one for one in (SLOW, CELLS, LOOKS) if one in sys.argv), "")
    if option == CELLS:
        gc.disable()  # cells make no cycles
    for message in read(data, option):
        pickle.dump(message, out, protocol=5)
        out.flush()
    return 0


def read(data: bytes, option: str = "") -> Iterator[Message]:
    """The messages about a workbook; trouble is a message too."""
    try:
        if option == LOOKS:
            yield from (("look", name, found) for name, found in _looked_at(data).items())
        elif option == CELLS:
            yield from _sheets(data, _fast_book(data, has_other=False), {})
        else:
            yield from _workbook(data, slow=option == SLOW)
    except MemoryError:
        yield ("failed", NO_MEMORY, None)
    except BaseException as error:  # noqa: BLE001 - a panic of the fast reader is no Exception
        yield ("failed", LOCKED if type(error).__name__ == "PasswordError" else UNREADABLE, None)
    else:
        yield ("end", None, None)


def _limit_itself() -> None:
    """Address space and processor time, where the system knows such limits."""
    sys.modules["numpy"] = None  # type: ignore[assignment] # openpyxl does without it, and starts in half the time
    warnings.simplefilter("ignore")
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY, CHILD_MEMORY))
        seconds = int(CHILD_SECONDS)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _workbook(data: bytes, *, slow: bool) -> Iterator[Message]:
    looks = _looked_at(data)
    book = None if slow else _fast_book(data, has_other=bool(looks))
    yield from _slow_sheets(data, looks) if book is None else _sheets(data, book, looks)


def _looked_at(data: bytes) -> "Mapping[str, SheetLook]":
    from csdesk.intake.reading.looks.whole import looked_at

    return looked_at(data)


def _fast_book(data: bytes, *, has_other: bool) -> "CalamineWorkbook | None":
    """None where the fast reader gives up on a workbook that another reader can try."""
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError:
        raise
    except BaseException:
        if not has_other:
            raise
        return None


def _sheets(data: bytes, book: "CalamineWorkbook | None", looks: "Mapping[str, SheetLook]") -> Iterator[Message]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for told in book.sheets_metadata if book else ():
        if book and told.typ is SheetTypeEnum.WorkSheet:
            hidden = told.visible is not SheetVisibleEnum.Visible
            yield from _sheet(data, book, told.name, looks.get(told.name), hidden=hidden)


def _sheet(
    data: bytes, book: "CalamineWorkbook", name: str, seen: "SheetLook | None", *, hidden: bool
) -> Iterator[Message]:
    if seen and seen.dense_cells > DENSE_CELLS:
        yield from _slow_sheets(data, {name: seen})
        return
    try:
        sheet = book.get_sheet_by_name(name)
    except BaseException:
        if not seen:
            raise
        yield from _slow_sheets(data, {name: seen})
        return
    left = sheet.start[1] if sheet.start else 0
    yield ("sheet", (name, hidden, left, _merges(sheet)), seen)
    if sheet.start:
        yield from _rows(enumerate(sheet.iter_rows(), 1), left)


def _merges(sheet: "CalamineSheet") -> tuple[tuple[int, int, int, int], ...]:
    """As `grid.Merge` has them."""
    return tuple((a + 1, b, c + 1, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ())


def _slow_sheets(data: bytes, looks: "Mapping[str, SheetLook]") -> Iterator[Message]:
    """Cell by cell, which costs as much as there are cells, wherever they stand."""
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        if sheet.title not in looks:
            continue
        sheet.reset_dimensions()
        yield ("sheet", (sheet.title, sheet.sheet_state != "visible", 0, ()), looks[sheet.title])
        yield from _rows(_slow_rows(sheet.iter_rows(values_only=True)), 0)


def _slow_rows(rows: Iterable[tuple[object, ...]]) -> _Numbered:
    for line, row in enumerate(rows, 1):
        width = len(row)
        while width and row[width - 1] is None:
            width -= 1
        if width:
            yield line, list(row[:width])


def _rows(numbered: _Numbered, left: int) -> Iterator[Message]:
    """Messages of the rows, some thousands at a time: by column, those of one width together."""
    cut: list[Spot] = []
    while chunk := list(islice(numbered, CHUNK_ROWS)):
        blocks: list[tuple[list[int], list[Packed]]] = []
        for lines, rows in _of_one_width(chunk):
            packed = [pack(cells) for cells in zip(*rows, strict=True)]
            blocks.append((list(lines), [column for column, _ in packed]))
            cut += sorted((lines[at], left + place) for place, (_, long) in enumerate(packed) for at in long)
        yield ("rows", blocks, None)
    if cut:
        yield ("cut", tuple(cut), None)


def _of_one_width(
    chunk: Sequence[tuple[int, Sequence[Hashable]]],
) -> Iterator[tuple[Sequence[int], Sequence[Sequence[Hashable]]]]:
    lines, rows = zip(*chunk, strict=True)
    if len(set(map(len, rows))) == 1:
        yield lines, rows
    else:
        for _, run in groupby(chunk, key=lambda one: len(one[1])):
            lines, rows = zip(*run, strict=True)
            yield lines, rows


if __name__ == "__main__":
    sys.exit(main())
