"""Grey bars that keep the place of what is still being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from csdesk.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BAR, _SHARES = 10, (0.62, 0.48, 0.7, 0.4, 0.56)


class Skeleton(QWidget):
    """Rows of bars at the height of table rows; still, for a moment's wait needs no motion."""

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loading"))
        self._bars = [QFrame(self) for _ in range(rows)]
        for bar in self._bars:
            bar.setProperty("role", "bone")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row, bar in enumerate(self._bars):
            bar.setGeometry(6, row * theme.ROW + 8, round(self.width() * _SHARES[row % len(_SHARES)]), _BAR)
