"""Keeping the open book safe without anyone asking: copies from time to time, also in a second place, and an eye on
other computers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from csdesk.models.kinds import StepName
from csdesk.ui.computers import Computers
from csdesk.ui.opening import Hold
from csdesk.usecases.stopped import Stopped

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book

_ASK_MS = 5 * 60 * 1000
"""A copy is due half an hour after the last one; asked more often, it is never much later than that."""


class Safekeeping(QObject):
    """Asks the lane for a copy once a book is open, then again and again. A failure is said once, and never blocks."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around, self._frame = around, around.window
        self._computers = Computers(around)
        self._said = ""
        self._away = False
        around.desk.changed.connect(self._heed)
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_MS)
        self._timer.timeout.connect(self.ask)

    def begin(self) -> None:
        """A book has been opened."""
        self._said, self._away = "", False
        self._timer.stop()
        if self._around.opening.hold is Hold.WRITE:
            self._timer.start()
            self.ask()
        self._computers.begin()

    def ask(self) -> None:
        """Save a copy if one is due, then copy to the second place what it does not have."""
        self._around.desk.do(self, _save_if_due, refused=self._say)
        self._around.desk.ask(self, lambda _book: True, lambda _saved: self._copy_on())

    def _heed(self, changes: Changes) -> None:
        """A large step has been preceded by a copy."""
        from csdesk.usecases.books import MANY_ROWS

        if changes.rows > MANY_ROWS or changes.name is StepName.IMPORT:
            self._copy_on()

    def _copy_on(self) -> None:
        opening = self._around.opening
        place = self._around.preferences.second_place(opening.path) if opening.path else None
        if place is None or opening.hold is not Hold.WRITE:
            return
        book, there = opening.path, place

        def job(_progress: object) -> int:
            from csdesk.usecases.backups import copy_to_second

            assert book is not None
            return copy_to_second(book, there)

        def reached(_copied: int) -> None:
            self._away = False

        def away(error: Exception) -> None:
            if not self._away:
                self._away = True
                self._say_away(there, error)

        self._around.desk.work(self, job, reached, failed=away)

    def _say_away(self, place: Path, error: Exception) -> None:
        from csdesk.usecases.books import BookError, Trouble
        from csdesk.usecases.sentences import error_sentence

        if isinstance(error, BookError) and error.trouble is Trouble.NO_FOLDER:
            words = self.tr(
                "The second place for backups, {place}, is not there now. Backups beside the book go on; it catches up "
                "when it is back."
            )
            self._frame.toast(words.format(place=place))
        else:
            why = error_sentence(error, self._frame.language)
            self._frame.toast(self.tr("No backup could be copied to the second place: {why}").format(why=why))

    def _say(self, error: Exception) -> None:
        if isinstance(error, Stopped):  # no book by now
            return
        from csdesk.usecases.sentences import error_sentence

        text = self.tr("No backup could be saved: {why}").format(why=error_sentence(error, self._frame.language))
        if text != self._said:
            self._said = text
            self._frame.toast(text)


def _save_if_due(book: Book) -> None:
    from csdesk.usecases.books import backup_if_due

    backup_if_due(book)
