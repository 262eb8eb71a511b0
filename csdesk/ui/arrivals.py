"""Files that come from outside: dropped on the window, or named at the start."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from csdesk.models.endings import BOOK_SUFFIX, SEALED_SUFFIX
from csdesk.ui.opening import SHEETS, Hold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book


class Arrivals(QObject):
    """A book is opened, or merged where it is a copy of the open one and the person says so; an encrypted one is opened
    by its password; anything else goes to the Import page, which says of each file what it is not."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around, self._frame, self._opening = around, around.window, around.opening

    def take(self, files: Sequence[Path]) -> None:
        """Do with the files what their endings ask for."""
        sealed = [file for file in files if file.suffix.lower() == SEALED_SUFFIX]
        books = [file for file in files if file.suffix.lower() == BOOK_SUFFIX]
        if books:
            self._open(books[0])
        elif sealed:
            self.open_sealed(sealed[0])
        elif self._opening.path is not None or any(file.suffix.lower() in SHEETS for file in files):
            self._import(files)
        else:
            self._frame.toast(self.tr("csdesk takes Excel and text tables, and its own books."))

    def open_sealed(self, sealed: Path) -> None:
        """Ask for the password of an encrypted copy, and open what is in it."""
        from csdesk.ui.dialogs.password import OpenSealed

        OpenSealed(self._around, sealed, self._frame).open()

    def _open(self, path: Path) -> None:
        here = self._opening.path
        if here is None or self._opening.hold is not Hold.WRITE or path.absolute() == here.absolute():
            self._opening.open(path)
            return

        def glance(book: Book) -> bool:
            from csdesk.usecases.merging import may_be_copy

            return may_be_copy(book, path)

        self._around.desk.ask(self, glance, partial(self._offer, path), about="copy")

    def _offer(self, path: Path, copy: bool) -> None:  # noqa: FBT001 - an answer, not an option
        if not copy:
            self._opening.open(path)
            return
        from csdesk.ui.dialogs.arriving_copy import ArrivingCopy

        ArrivingCopy(self._around, path, self._frame).open()

    def _import(self, sheets: Sequence[Path]) -> None:
        if self._opening.path is None:
            self._frame.toast(self.tr("Make or open a book first, then drop the spreadsheet on it."))
            return
        from csdesk.ui.pages.import_page import ImportPage

        page = self._frame.open_page(ImportPage.name)
        if isinstance(page, ImportPage):
            page.take_files(sheets)
