"""The process that reads workbooks: whatever becomes of it, one refusal and no child left."""

import io
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import pytest
from openpyxl import Workbook

from csdesk.intake.reading import child, read_files, sheets, wire, workbooks
from csdesk.intake.shapes import Cancelled, FileRefused, Refusal

WithMember: TypeAlias = Callable[[bytes, str, bytes], bytes]
Write: TypeAlias = Callable[[str, bytes], Path]
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
AWAITED = 60
"""Seconds that a child would take which nobody stops."""
LIMITED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its address space")


def silent(_done: int, _all: int) -> None:
    pass


@pytest.fixture
def programme(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts another program in the child's place."""

    def put(code: str) -> None:
        monkeypatch.setattr(workbooks, "_command", lambda: [sys.executable, "-c", code])

    return put


def refused(data: bytes) -> Refusal:
    with pytest.raises(FileRefused) as caught:
        workbooks.read_workbook(data, silent)
    reason = caught.value.args[0]
    assert isinstance(reason, Refusal)
    return reason


def test_a_child_that_never_ends_is_too_slow(programme: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "CHILD_SECONDS", 0.3)
    programme(f"import time; time.sleep({AWAITED})")
    began = time.monotonic()
    assert refused(b"PK") is Refusal.TOO_SLOW
    assert time.monotonic() - began < AWAITED


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os.abort()", Refusal.TOO_LARGE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Refusal.TOO_LARGE),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", Refusal.BROKEN),
        ("print('nonsense')", Refusal.BROKEN),
        ("", Refusal.BROKEN),
    ],
)
def test_a_child_that_dies_is_one_refusal(programme: Callable[[str], None], code: str, reason: Refusal) -> None:
    programme(code)
    assert refused(b"\xd0\xcf") is reason


def test_a_child_that_sends_more_than_records_is_not_believed(programme: Callable[[str], None], tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    programme(
        "import pickle, sys, pathlib\n"
        f"class Evil:\n    def __reduce__(self): return (pathlib.Path.touch, (pathlib.Path({str(mark)!r}),))\n"
        "pickle.dump(('sheet', Evil(), None), sys.stdout.buffer)"
    )
    assert refused(b"\xd0\xcf") is Refusal.BROKEN
    assert not mark.exists()


def test_a_child_that_reads_nothing_of_a_large_file_does_not_block(programme: Callable[[str], None]) -> None:
    programme("")
    assert refused(b"\xd0\xcf" + bytes(5 * 2**20)) is Refusal.BROKEN


@pytest.mark.parametrize("large", [2**20, 0])
def test_stopping_ends_every_child_at_once(
    programme: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr(workbooks, "_LARGE", large)
    programme(f"import time; time.sleep({AWAITED})")
    children = []
    start = workbooks._start
    monkeypatch.setattr(workbooks, "_start", lambda options: children.append(start(options)) or children[-1])

    def stop(_done: int, _all: int) -> None:
        raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        workbooks.read_workbook(b"PK", stop)
    assert time.monotonic() - began < AWAITED
    assert [child.returncode is not None for child in children] == [True] * (1 if large else 2)


def test_a_program_without_an_interpreter_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert workbooks._command() == [sys.executable, workbooks.CHILD_FLAG]


@LIMITED
def test_a_sheet_that_lies_about_its_extent_is_read_cell_by_cell(
    book_bytes: bytes, with_member: WithMember, write: Write
) -> None:
    cells = '<c r="XFD1"><v>1</v></c><c r="A1" t="str"><v>顧客</v></c><c r="B1" t="str"><v>月額</v></c>'
    rows = '<row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2"><v>5</v></c></row>'
    rows += '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    sheet = f'{HEAD}<row r="1">{cells}</row>{rows}</sheetData></worksheet>'
    data = with_member(book_bytes, "xl/worksheets/sheet1.xml", sheet.encode())
    with pytest.raises(workbooks._Died) as caught:
        workbooks._grids(data, silent, [])
    assert caught.value.refusal is Refusal.TOO_LARGE
    (table,) = read_files([write("lying.xlsx", data)])
    assert (table.rows, table.lines) == ((("A", 5), (1, None)), (2, 1_048_576))


@LIMITED
def test_a_large_workbook_whose_sheet_lies_is_read_with_care(
    book_bytes: bytes, with_member: WithMember, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "_LARGE", 0)
    cells = '<c r="A1" t="str"><v>顧客</v></c><c r="XFD1"><v>1</v></c>'
    rows = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    sheet = f'{HEAD}<row r="1">{cells}</row>{rows}</sheetData></worksheet>'
    data = with_member(book_bytes, "xl/worksheets/sheet1.xml", sheet.encode())
    (grid,) = workbooks.read_workbook(data, silent)
    assert grid.lines == [1, 1_048_576]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (f"import time; time.sleep({AWAITED})", Refusal.TOO_SLOW),
        ("print('nonsense')", Refusal.BROKEN),
        ("import pickle, sys; pickle.dump(('failed', 'locked', None), sys.stdout.buffer)", Refusal.ENCRYPTED),
    ],
)
def test_two_processes_that_fail_are_one_refusal(
    programme: Callable[[str], None], monkeypatch: pytest.MonkeyPatch, code: str, reason: Refusal
) -> None:
    monkeypatch.setattr(workbooks, "_LARGE", 0)
    if reason is Refusal.TOO_SLOW:
        monkeypatch.setattr(workbooks, "CHILD_SECONDS", 0.3)
    programme(code)
    assert refused(b"PK") is reason


def test_the_cells_alone_and_the_looks_alone_are_what_one_process_tells(book_bytes: bytes) -> None:
    (_, (name, *_), seen), rows, _ = child.read(book_bytes)
    cells, looks = list(child.read(book_bytes, wire.CELLS)), list(child.read(book_bytes, wire.LOOKS))
    assert cells == [("sheet", (name, False, 0, ()), None), rows, ("end", None, None)]
    assert looks == [("look", name, seen), ("end", None, None)]


def test_progress_counts_rows(book_bytes: bytes) -> None:
    heard: list[tuple[int, int]] = []
    workbooks.read_workbook(book_bytes, lambda done, whole: heard.append((done, whole)))
    assert (3, 0) in heard


def test_messages_of_a_workbook_in_this_process(book_bytes: bytes) -> None:
    messages = list(child.read(book_bytes))
    assert [message[0] for message in messages] == ["sheet", "rows", "end"]
    ((lines, packed),) = messages[1][1]
    assert lines == [1, 2, 3]
    assert list(map(wire.unpack, packed)) == [["顧客", "見本社", "例示社"], ["月額", 100, 200]]
    slow = list(child.read(book_bytes, wire.SLOW))
    assert slow[1:] == messages[1:]


@pytest.mark.parametrize("data", [b"PK nonsense", b"nonsense", b""])
def test_trouble_is_a_message(data: bytes) -> None:
    assert list(child.read(data)) == [("failed", wire.UNREADABLE, None)]


def test_too_many_cells_are_refused(book_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MAX_CELLS", 3)
    assert refused(book_bytes) is Refusal.TOO_LARGE


def test_no_memory_is_a_message(book_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(child, "_looked_at", fail)
    assert list(child.read(book_bytes)) == [("failed", wire.NO_MEMORY, None)]


def test_the_slow_reader_takes_over_where_the_fast_one_gives_up(
    book_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = list(child.read(book_bytes))[1:]

    class Panicking:
        def __getattr__(self, _name: str) -> object:
            raise BaseException("panic")  # noqa: TRY002 - as the fast reader does

    monkeypatch.setattr("python_calamine.CalamineWorkbook", Panicking())
    assert list(child.read(book_bytes))[1:] == expected
    monkeypatch.undo()
    monkeypatch.setattr(child, "DENSE_CELLS", 1)
    assert list(child.read(book_bytes))[1:] == expected


def test_the_program_reads_standard_input_and_writes_standard_output(
    book_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = BytesIO()
    monkeypatch.setattr(child, "_limit_itself", lambda: None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(BytesIO(book_bytes)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out))
    monkeypatch.setattr(sys, "argv", ["child"])
    assert child.main() == 0
    assert out.getvalue().count(b"sheet") > 0


def test_twenty_sheets_come_in_order(tmp_path: Path) -> None:
    book = Workbook()
    for number in range(20):
        made = book.create_sheet(f"表{number}")
        made.append(["顧客", "月額"])
        made.append(["A", number])
    book.save(tmp_path / "many.xlsx")
    tables = read_files([tmp_path / "many.xlsx"])
    assert [table.rows[0][1] for table in tables] == list(range(20))


def test_a_child_that_talks_nonsense_and_does_not_end_is_ended(
    programme: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "_LAST_BREATH", 0.1)
    programme(f"import time; print('nonsense', flush=True); time.sleep({AWAITED})")
    began = time.monotonic()
    assert refused(b"\xd0\xcf") is Refusal.BROKEN
    assert time.monotonic() - began < AWAITED
