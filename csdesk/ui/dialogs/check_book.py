"""Checking the open book: what was found, in plain words, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.ui.dialogs.findings import Findings
from csdesk.wording.speech import moment

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book, Damage


class CheckBook(Findings):
    """Asks the lane for a check as soon as it is made."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._around = around
        self.setWindowTitle(self.tr("Check of the book"))
        self.words.setText(self.tr("Looking at every row, the history and the file itself ..."))
        work = around.desk.long_work("", self.follow)
        self.cancel = work.cancel

        def question(book: Book) -> tuple[tuple[Damage, ...], datetime]:
            from csdesk.usecases.books import check_book

            return check_book(book, work.report), book.clock()

        around.desk.ask(self, question, self.show_found, work=work)

    def show_found(self, found: tuple[tuple[Damage, ...], datetime]) -> None:
        """Say that the book is sound, or what is wrong with it."""
        from csdesk.usecases.sentences import damage_sentence

        damages, at = found
        language = self._around.window.language
        if not damages:
            sound = self.tr("The book is sound: every row is as it was written. Checked {at}.")
            self.say(sound.format(at=moment(at, language)))
            return
        lines = [damage_sentence(damage, language) for damage in damages]
        words = self.tr(
            "The check found what should not be ({count}). Nothing was changed. You can go back to a backup, or have "
            "all that can be read put into a new book."
        )
        self.say(words.format(count=f"{len(lines):,}"), lines)
        self.offer(self.tr("Rescue into a new book ..."), self._rescue)
        self.offer(self.tr("Show the backups"), self._show_backups)

    def _show_backups(self) -> None:
        from csdesk.ui.dialogs.backups import Backups

        path = self._around.opening.path
        self.accept()
        if path is not None:
            Backups(self._around, path, self._around.window).open()

    def _rescue(self) -> None:
        from csdesk.ui.dialogs.rescue_book import RescueBook

        path = self._around.opening.path
        if path is not None and RescueBook(self._around, path, self._around.window).ask():
            self.accept()
