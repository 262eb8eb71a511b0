"""The same person's other windows: one that asks for this one's book, and one that shows the book asked for here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pathlib import Path

    from csdesk.ui.opening import Opening
    from csdesk.ui.page import Frame


class Neighbours(QObject):
    """`listen`, called again and again, brings the window to the front when another process has asked for its book."""

    def __init__(self, opening: Opening, frame: Frame) -> None:
        super().__init__(frame)
        self._opening, self._frame = opening, frame
        opening.elsewhere.connect(self._say)

    def listen(self) -> None:
        """Hear what other windows have asked."""
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

    def _say(self, path: Path) -> None:
        text = self.tr("{name} is already open in another window, which now comes to the front.")
        self._frame.toast(text.format(name=path.stem))
