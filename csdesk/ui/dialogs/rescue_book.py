"""Rescuing a damaged book: where to, how far, and what the new book lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.models.endings import BOOK_SUFFIX
from csdesk.ui.asking_where import ask_where
from csdesk.ui.dialogs.findings import Findings

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.rescue import Rescue


class RescueBook(Findings):
    """Once it is known where to, the bench is set to work; the new book is then opened, and what it lacks is listed."""

    def __init__(self, around: Surroundings, damaged: Path, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._around, self._damaged = around, damaged
        self.setWindowTitle(self.tr("Rescue into a new book"))
        self.words.setText(self.tr("Reading all that can be read of {name} ...").format(name=damaged.name))

    def ask(self) -> bool:
        """Ask where the new book is to be and begin; False where the person thought better of it."""
        start = self._damaged.absolute().with_stem(self.tr("{name} - rescued").format(name=self._damaged.stem))
        title, kinds = self.tr("Rescue into a new book"), self.tr("csdesk books") + f" (*{BOOK_SUFFIX})"
        new = ask_where(self.parentWidget(), title, start, kinds, BOOK_SUFFIX, never_over=True)
        if new is not None:
            self.begin(new)
            self.open()
        else:
            self.deleteLater()
        return new is not None

    def begin(self, new: Path) -> None:
        """Set the bench to work."""
        job = self._around.opening.rescue_of(self._damaged, new)
        self.cancel = self._around.desk.work(self, job, self.show_rescued, progress=self.follow, failed=self._fail)

    def show_rescued(self, rescue: Rescue) -> None:
        """Open the new book and tell what it holds."""
        from csdesk.usecases.sentences import loss_lines, rescue_sentence

        language = self._around.window.language
        untouched = self.tr("{name} was left as it is.").format(name=self._damaged.name)
        self.say(f"{rescue_sentence(rescue, language)}\n{untouched}", list(loss_lines(rescue.losses, language)))
        self._around.opening.open(rescue.book)

    def _fail(self, error: Exception) -> None:
        from csdesk.usecases.sentences import error_sentence

        self.say(error_sentence(error, self._around.window.language))
