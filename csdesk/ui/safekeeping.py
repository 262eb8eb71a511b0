"""Keeping the open book safe without anyone asking: copies from time to time, and an eye on other computers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from csdesk.ui.computers import Computers
from csdesk.ui.opening import Hold
from csdesk.usecases.stopped import Stopped

if TYPE_CHECKING:
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
        self._timer = QTimer(self)
        self._timer.setInterval(_ASK_MS)
        self._timer.timeout.connect(self.ask)

    def begin(self) -> None:
        """A book has been opened."""
        self._said = ""
        self._timer.stop()
        if self._around.opening.hold is Hold.WRITE:
            self._timer.start()
            self.ask()
        self._computers.begin()

    def ask(self) -> None:
        """Save a copy if one is due."""
        self._around.desk.do(self, _save_if_due, refused=self._say)

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
