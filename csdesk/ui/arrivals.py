"""Files that come from outside: dropped on the window, or named at the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from csdesk.models.endings import BOOK_SUFFIX, SEALED_SUFFIX
from csdesk.ui.opening import SHEETS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from csdesk.ui.page import Surroundings


class Arrivals(QObject):
    """A book is opened, an encrypted one by its password; spreadsheets go to the Import page; anything else is told
    what csdesk takes."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._frame, self._opening = around.window, around.opening

    def take(self, files: Sequence[Path]) -> None:
        """Do with the files what their endings ask for."""
        sealed = [file for file in files if file.suffix.lower() == SEALED_SUFFIX]
        books = [file for file in files if file.suffix.lower() == BOOK_SUFFIX]
        sheets = [file for file in files if file.suffix.lower() in SHEETS]
        if books:
            self._opening.open(books[0])
        elif sealed:
            self.open_sealed(sealed[0])
        elif sheets:
            self._import(sheets)
        else:
            self._frame.toast(self.tr("csdesk takes Excel and text tables, and its own books."))

    def open_sealed(self, sealed: Path) -> None:
        """Ask for the password of an encrypted copy, and open what is in it."""
        from csdesk.ui.dialogs.password import OpenSealed

        OpenSealed(self._around, sealed, self._frame).open()

    def _import(self, sheets: Sequence[Path]) -> None:
        if self._opening.path is None:
            self._frame.toast(self.tr("Make or open a book first, then drop the spreadsheet on it."))
            return
        from csdesk.ui.pages.import_page import ImportPage

        page = self._frame.open_page(ImportPage.name)
        if isinstance(page, ImportPage):
            page.take_files(sheets)
