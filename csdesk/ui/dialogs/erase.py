"""The one question before something is deleted for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from csdesk.ui.widgets.fitting import fit
from csdesk.ui.widgets.form import StepDialog
from csdesk.usecases.bin import erase, erased_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.bin import BinLine

_TOLD, _LONGEST, _WIDTH = 6, 60, 520


class Erase(StepDialog):
    """What goes, that nothing brings it back, and what still holds it. Enter alone does not delete."""

    def __init__(self, around: Surroundings, lines: Sequence[BinLine], parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._lines = tuple(lines)
        self.setMinimumWidth(_WIDTH)
        self.setWindowTitle(self.tr("Delete for good"))
        self.main.setText(self.tr("Delete for good"))
        self.main.setAutoDefault(False)
        self.leave.setDefault(True)
        self.leave.setFocus()
        self.body.setSpacing(10)
        rows = sum(line.rows for line in self._lines)
        self._say(
            self.tr("These leave the book with their history ({n} rows in all):").format(n=f"{rows:,}"), "heading"
        )
        self._say("\n".join(self._told()))
        self._say(
            self.tr(
                "Nothing brings them back: no undo, no bin. Steps that changed them can no longer be undone, and what "
                "was undone can no longer be redone."
            )
        )
        self._say(
            self.tr(
                "Backups and copies made earlier still hold them. Old backups go by themselves as new ones come, over "
                "some months; other copies stay until somebody deletes them."
            ),
            "muted",
        )
        fit(self, width=_WIDTH, least=0)

    def check(self) -> None:
        numbers = [line.number for line in self._lines]
        self.write(partial(erase, numbers=numbers), self.say_and_close)

    def say_and_close(self, changes: Changes) -> None:
        self._around.window.toast(erased_sentence(changes, self._around.window.language))
        self.accept()

    def _told(self) -> list[str]:
        told = [_shortened(" · ".join(filter(None, (line.what, line.account)))) for line in self._lines[:_TOLD]]
        further = len(self._lines) - _TOLD
        return [*told, self.tr("and {n} more").format(n=f"{further:,}")] if further > 0 else told

    def _say(self, text: str, role: str = "") -> None:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        self.body.addWidget(label)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
