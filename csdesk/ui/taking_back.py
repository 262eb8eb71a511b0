"""Taking a step back from wherever it is shown: at once where nothing stays, else after a look at what does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book, BookError, Plan


_MOST = 500
"""Rows that are told of one by one; nobody reads more, and the window would halt for them."""


class TakingBack(QObject):
    """Belongs to the part of the window from which steps are taken back."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._parent = around, parent

    def take_back(self, step: int, what: str) -> None:
        """Look first; `what` says which step it is."""
        language = self._around.window.language

        def look(book: Book) -> tuple[Plan, list[str]] | BookError:
            from csdesk.usecases.books import BookError, take_back_plan
            from csdesk.usecases.sentences import kept_sentences

            try:
                plan = take_back_plan(book, step)
            except BookError as refused:
                return refused
            return plan, list(kept_sentences(plan.stays, language, most=_MOST))

        self._around.desk.ask(self, look, partial(self._looked, step, what))

    def _looked(self, step: int, what: str, found: tuple[Plan, list[str]] | BookError) -> None:
        if isinstance(found, Exception):
            self._around.window.complain(found)
        elif found[0].stays:
            from csdesk.ui.dialogs.take_back import TakeBack

            dialog = TakeBack(what, *found, self._around.window.language, self._parent.window())
            dialog.accepted.connect(partial(self._take, step, what))
            dialog.open()
        else:
            self._take(step, what)

    def _take(self, step: int, what: str) -> None:
        def action(book: Book) -> Changes:
            from csdesk.usecases.books import take_back

            return take_back(book, step)

        def done(_changes: Changes) -> None:
            self._around.window.toast(self.tr("Taken back: {step}").format(step=what), undo=True)

        self._around.desk.do(self, action, done, self._around.window.complain)
