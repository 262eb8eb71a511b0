"""Files written by the tests themselves, and a shorthand for what is found in them."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from csdesk.intake.reading import child, read_files, read_text, sheets, workbooks
from csdesk.intake.shapes import FileRefused, FoundTable, Progress, Refusal

EXPORTS = Path(__file__).parents[1] / "data" / "exports"

Write: TypeAlias = Callable[[str, bytes], Path]
Sheet: TypeAlias = Sequence[Sequence[object]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


@pytest.fixture
def exports() -> Path:
    return EXPORTS


@pytest.fixture
def refusal() -> Callable[[Path], Refusal]:
    """Why a file is refused; fails where it is not, or where the refusal does not carry the file's name."""

    def why(path: Path) -> Refusal:
        with pytest.raises(FileRefused) as caught:
            read_files([path])
        reason, name = caught.value.args
        assert name == path.name
        assert isinstance(reason, Refusal)
        return reason

    return why


@pytest.fixture
def pasted() -> Callable[[str], tuple[FoundTable, ...]]:
    return lambda text: read_text(text, "pasted")


@pytest.fixture
def sheet() -> Callable[[Sheet], Workbook]:
    """A workbook of one sheet with those rows."""

    def build(rows: Sheet) -> Workbook:
        book = Workbook()
        for row in rows:
            book.active.append(list(row))
        return book

    return build


def messages_from_here(data: bytes, progress: Progress, options: list[str]) -> Iterator[child.Message]:
    for message in child.read(data, *options):
        progress(0, 0)
        if message[0] == "end":
            return
        yield message


@pytest.fixture(params=["in its own process", "in this process", "in two processes, by column"])
def read_book(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Workbook], tuple[FoundTable, ...]]:
    """Saves a workbook and reads it, as the app does, without another process, and as a large one."""
    if request.param == "in this process":
        monkeypatch.setattr(workbooks, "_messages", messages_from_here)
    if request.param == "in two processes, by column":
        monkeypatch.setattr(workbooks, "_LARGE", 0)
        monkeypatch.setattr(sheets, "_MANY", 0)

    def read(book: Workbook) -> tuple[FoundTable, ...]:
        path = tmp_path / "book.xlsx"
        book.save(path)
        return read_files([path])

    return read


@pytest.fixture
def book_bytes(sheet: Callable[[Sheet], Workbook]) -> bytes:
    """A small proper workbook."""
    stream = BytesIO()
    sheet([["顧客", "月額"], ["見本社", 100], ["例示社", 200]]).save(stream)
    return stream.getvalue()


@pytest.fixture
def with_member() -> Callable[[bytes, str, bytes], bytes]:
    """The same zip with one member replaced or added."""

    def change(data: bytes, name: str, content: bytes) -> bytes:
        stream = BytesIO()
        with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
            for member in old.namelist():
                if member != name:
                    new.writestr(member, old.read(member))
            new.writestr(name, content)
        return stream.getvalue()

    return change
