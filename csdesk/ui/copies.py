"""What the Book menu does with the book's file: read, copy or check it, merge a copy, show backups, its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from csdesk.models.endings import BOOK_SUFFIX, SEALED_SUFFIX
from csdesk.ui.asking_where import ask_where

if TYPE_CHECKING:
    from csdesk.ui.page import Surroundings


class Copies(QObject):
    """Its deeds; those on the open book do nothing without one."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around, self._frame = around, around.window

    def open_to_read(self) -> None:
        """Ask for a book and open it for reading alone."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self._frame, self.tr("Open read-only"), "", self.tr("csdesk books") + f" (*{BOOK_SUFFIX})"
        )
        if chosen:
            self._around.opening.open_to_read(Path(chosen))

    def save_copy(self) -> None:
        """Ask where to, and save a checked copy of the book there; the book itself stays open."""
        path = self._around.opening.book
        if path is None:
            return
        start = path.absolute().with_stem(self.tr("{name} - copy").format(name=path.stem))
        kinds = self.tr("csdesk books") + f" (*{BOOK_SUFFIX})"
        target = ask_where(self._frame, self.tr("Save a copy"), start, kinds, BOOK_SUFFIX, never_over=True)
        if target is not None:
            self.copy_to(target)

    def copy_to(self, target: Path) -> None:
        """Save a checked copy of the book; a file that is there already is left as it is, and that is said."""
        from csdesk.usecases.books import backup_book

        self._around.desk.ask(self, lambda book: backup_book(book, target), self._say_copied)

    def save_sealed(self) -> None:
        """Ask where to and for a password, and save an encrypted copy there."""
        path = self._around.opening.book
        if path is None:
            return
        title, kinds = self.tr("Save an encrypted copy"), self.tr("Encrypted csdesk books") + f" (*{SEALED_SUFFIX})"
        target = ask_where(
            self._frame, title, f"{path.absolute()}{SEALED_SUFFIX}", kinds, SEALED_SUFFIX, never_over=True
        )
        if target is not None:
            self.ask_password(target)

    def ask_password(self, target: Path) -> None:
        """Ask for the password of an encrypted copy to be, then save it."""
        from csdesk.ui.dialogs.password import NewPassword

        about = self.tr("Only those who know this password can open {name}.").format(name=target.name)
        about += " " + self.tr("Files that steps link to are not in it.")
        dialog = NewPassword(about, self._frame.language, self._frame)
        dialog.chosen.connect(lambda password: self.seal_to(target, password))
        dialog.open()

    def seal_to(self, target: Path, password: str) -> None:
        """Save an encrypted copy of the book, off the lane: encrypting takes its seconds."""
        from csdesk.usecases.sealing import content_of, seal

        title = self.tr("Encrypting {name}").format(name=target.name)

        def write(content: bytes) -> None:
            def job(_progress: object) -> Path:
                seal(content, target, password)
                return target

            self._around.desk.work(self, job, self._say_sealed, title=title)

        self._around.desk.ask(self, content_of, write, about="sealed")

    def merge_copy(self) -> None:
        """Ask for a copy in which a colleague has worked, and show what it would bring."""
        from PySide6.QtWidgets import QFileDialog

        from csdesk.ui.dialogs.merge_copy import MergeCopy

        path = self._around.opening.path
        if path is None:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._frame,
            self.tr("Merge a colleague's copy"),
            str(path.absolute().parent),
            self.tr("csdesk books") + f" (*{BOOK_SUFFIX})",
        )
        if chosen:
            MergeCopy(self._around, Path(chosen), self._frame).open()

    def show_merged(self) -> None:
        """List the copies that were merged before."""
        from csdesk.ui.dialogs.copies_merged import CopiesMerged

        CopiesMerged(self._around, self._frame).open()

    def show_backups(self) -> None:
        """List the backups beside the book."""
        from csdesk.ui.dialogs.backups import Backups

        path = self._around.opening.book
        if path is not None:
            Backups(self._around, path, self._frame).open()

    def check_book(self) -> None:
        """Look for damage."""
        from csdesk.ui.dialogs.check_book import CheckBook

        if self._around.opening.path is not None:
            CheckBook(self._around, self._frame).open()

    def show_folder(self) -> None:
        """Show the folder of the book in the system's own window."""
        from csdesk.ui.in_system import show_in_system

        path = self._around.opening.book
        if path is not None:
            show_in_system(path.absolute().parent)

    def _say_sealed(self, target: Path) -> None:
        self._frame.toast(self.tr("Encrypted copy saved: {name}").format(name=target))

    def _say_copied(self, target: Path) -> None:
        self._frame.toast(self.tr("Copy saved: {name}").format(name=target))
