"""The one place that knows XlsxWriter: a workbook that is delivered whole or not at all, and names of its cells."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.chart import Chart  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]  # ships no types
from xlsxwriter.utility import (  # type: ignore[import-untyped]  # ships no types
    quote_sheetname,
    xl_col_to_name,
    xl_range_abs,
    xl_rowcol_to_cell,
)
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # ships no types

from csdesk.book.durable import scratch
from csdesk.reports.delivery import delivered

__all__ = ["Chart", "Workbook", "Worksheet", "area", "cell", "column_letter", "fixed", "on_sheet", "workbook_at"]

TEXT_STAYS_TEXT = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


@contextmanager
def workbook_at(
    path: Path,
    *,
    created: date,
    font: Mapping[str, object],
    streaming: bool = False,
    password: str = "",
    pulse: Callable[[], None] = lambda: None,
) -> Iterator[Workbook]:
    """A workbook that stands at `path` once the block ends well; the same content gives the same bytes.

    `streaming` keeps rows out of memory; they must then be written from the top down, sheet after sheet. `pulse` is
    called again and again while the file is packed, and may raise to stop it. With a password the file is encrypted, so
    that Excel and LibreOffice ask for it; nothing readable is then written to any disk. Raises ReportRefused.
    """
    streaming = streaming and not password
    with delivered(path) as handle, scratch() as folder:
        packed = BytesIO() if password else handle
        sink = _Sink(packed, pulse)
        memory = {"constant_memory": True, "tmpdir": str(folder)} if streaming else {"in_memory": True}
        book = Workbook(sink, {**TEXT_STAYS_TEXT, **memory, "default_format_properties": dict(font)})
        book.set_properties({"created": datetime.combine(created, time(), UTC).replace(tzinfo=None)})
        try:
            yield book
            book.close()
            if isinstance(packed, BytesIO):
                protect(packed, password, handle)
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            sink.give_up()
            for sheet in book.worksheets() if streaming else ():
                sheet.row_data_fh.close()


def scratch_workbook(font: Mapping[str, object]) -> Workbook:
    """A workbook that is only written to be read from, and never packed."""
    return Workbook(BytesIO(), {**TEXT_STAYS_TEXT, "in_memory": True, "default_format_properties": dict(font)})


def protect(packed: BytesIO, password: str, handle: BinaryIO) -> None:
    """Encrypt a packed workbook, so that Excel and LibreOffice ask for the password."""
    from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]  # ships no types

    OOXMLFile(packed).encrypt(password, handle)


class _Sink:
    """Where the library packs its file. Once given up it goes on counting and keeps nothing, so that what the library
    still tries to close cannot fail a second time."""

    def __init__(self, handle: BinaryIO, pulse: Callable[[], None]) -> None:
        self._handle = handle
        self._pulse = pulse
        self._at = 0
        self._given_up = False

    def write(self, data: bytes) -> int:
        if not self._given_up:
            try:
                self._pulse()
                self._handle.write(data)
            except BaseException:
                self._given_up = True
                raise
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int) -> int:
        self._at = offset if self._given_up else self._handle.seek(offset)
        return self._at

    def flush(self) -> None:
        if not self._given_up:
            self._handle.flush()

    def give_up(self) -> None:
        """Take no more."""
        self._given_up = True


def cell(row: int, column: int) -> str:
    """`B5`, counted from 0."""
    return str(xl_rowcol_to_cell(row, column))


def column_letter(column: int) -> str:
    """`B`, counted from 0."""
    return str(xl_col_to_name(column))


def fixed(row: int, column: int) -> str:
    """`$B$5`, counted from 0."""
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def area(first_row: int, first_column: int, last_row: int, last_column: int) -> str:
    """`$B$5:$C$9`, counted from 0."""
    return str(xl_range_abs(first_row, first_column, last_row, last_column))


def on_sheet(name: str, place: str) -> str:
    """A cell or area seen from another sheet: `'MRR movements'!$B$5`."""
    return f"{quote_sheetname(name)}!{place}"
