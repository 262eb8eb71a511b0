"""Undo and redo: what they would act on now, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from csdesk.ui.plain import literal

if TYPE_CHECKING:
    from csdesk.models.drafts import Changes
    from csdesk.ui.desk import Desk
    from csdesk.ui.page import Frame
    from csdesk.usecases.books import UndoState


class Steps(QObject):
    """Two actions for the menu, named after the step each would take back or do again."""

    def __init__(self, desk: Desk, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._frame = desk, frame
        self.undo = self._action(self.tr("Undo"), ["Ctrl+Z"], self.take_back)
        self.redo = self._action(self.tr("Redo"), ["Ctrl+Y", "Ctrl+Shift+Z"], self.do_again)
        desk.changed.connect(self.ask)

    def ask(self, _changes: Changes | None = None) -> None:
        """Find out what undo and redo would act on."""
        from csdesk.usecases.books import undo_state

        self._desk.ask(self, undo_state, self._show)

    def take_back(self) -> None:
        """Undo the last step."""
        from csdesk.usecases.books import undo

        self._desk.do(self, undo, self._say_undone, self._frame.complain)

    def do_again(self) -> None:
        """Redo the step last undone."""
        from csdesk.usecases.books import redo

        self._desk.do(self, redo, self._say_redone, self._frame.complain)

    def _show(self, state: UndoState) -> None:
        from csdesk.usecases.sentences import step_sentence

        for action, step, word in (
            (self.undo, state.undo, self.tr("Undo {step}")),
            (self.redo, state.redo, self.tr("Redo {step}")),
        ):
            action.setEnabled(step is not None)
            if step is not None:
                action.setText(word.format(step=literal(step_sentence(step, self._frame.language))))
        if state.undo is None:
            self.undo.setText(self.tr("Undo"))
        if state.redo is None:
            self.redo.setText(self.tr("Redo"))

    def _say_undone(self, changes: Changes) -> None:
        from csdesk.usecases.sentences import undone_sentence

        self._frame.toast(undone_sentence(changes, self._frame.language))

    def _say_redone(self, changes: Changes) -> None:
        from csdesk.usecases.sentences import redone_sentence

        self._frame.toast(redone_sentence(changes, self._frame.language))

    def _action(self, word: str, keys: list[str], act: object) -> QAction:
        action = QAction(word, self._frame)
        action.setShortcuts([QKeySequence.fromString(key) for key in keys])
        action.setEnabled(False)
        action.triggered.connect(act)
        return action
