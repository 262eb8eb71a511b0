"""Other processes beside this one: those that change its book, and windows that ask for it or show a wanted one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.ui.desk import Desk
    from csdesk.ui.opening import Opening
    from csdesk.ui.page import Frame

_EVERY_MS = 1000


class Neighbours(QObject):
    """Once begun it looks every second: `changed` follows a change to the book, and the window comes to the front when
    another has been asked for its book."""

    changed = Signal()

    def __init__(self, desk: Desk, opening: Opening, frame: Frame) -> None:
        super().__init__(frame)
        self._desk, self._opening, self._frame = desk, opening, frame
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        opening.elsewhere.connect(self._say)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start()

    def rest(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Ask once what the others have done."""
        from csdesk.usecases.books import has_changed

        self._desk.ask(self, has_changed, self._hear, about="elsewhere")
        if self._opening.is_asked_for():
            self.come_forward()

    def come_forward(self) -> None:
        """Stand before all other windows, where the system allows it; else ask for attention."""
        from PySide6.QtCore import Qt

        frame = self._frame
        frame.setWindowState(frame.windowState() & ~Qt.WindowState.WindowMinimized)
        frame.show()
        frame.raise_()
        frame.activateWindow()
        QApplication.alert(frame)

    def _hear(self, changed: bool) -> None:  # noqa: FBT001 - an answer, not an option
        if changed:
            self.changed.emit()

    def _say(self, path: Path) -> None:
        text = self.tr("{name} is already open in another window, which now comes to the front.")
        self._frame.toast(text.format(name=path.stem))
