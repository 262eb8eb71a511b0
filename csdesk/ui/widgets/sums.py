"""The footer of a table: sums of the shown rows, each under its column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from csdesk.ui import theme

if TYPE_CHECKING:
    from csdesk.ui.rows import RowsModel
    from csdesk.ui.widgets.sheet import SheetView

_PAD = 6


class SumsBar(QWidget):
    """Follows the table's columns, their widths and its scrolling; what is `said` stands at its left."""

    def __init__(self, sheet: SheetView, model: RowsModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet, self._model = sheet, model
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._texts: tuple[str, ...] = ()
        self._said = ""
        header = sheet.horizontalHeader()
        header.sectionResized.connect(lambda *_: self.update())
        header.sectionMoved.connect(lambda *_: self.update())
        sheet.horizontalScrollBar().valueChanged.connect(lambda *_: self.update())
        model.sums_changed.connect(self._read)

    def say(self, text: str) -> None:
        """Say which rows the sums are of."""
        self._said = text
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme.CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = theme.tokens()
        painter.setPen(theme.color(chosen.line))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(theme.color(chosen.muted))
        painter.drawText(self.rect().adjusted(_PAD, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._said)
        painter.setFont(theme.font(strong=True))
        painter.setPen(theme.color(chosen.text))
        header, left = self._sheet.horizontalHeader(), self._sheet.viewport().x()
        for place, text in enumerate(self._texts):
            if text and not header.isSectionHidden(place):
                box = QRect(
                    left + header.sectionViewportPosition(place), 0, header.sectionSize(place) - _PAD, self.height()
                )
                wide = box.adjusted(-60, 0, 0, 0)
                painter.drawText(wide, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _read(self) -> None:
        self._texts = self._model.sums()
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName("  ".join(filter(None, (self._said, *self._texts))))
