"""The headings of a table: sorted by a click, moved by hand, their sort arrow beside the words; on two lines where
the room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from csdesk.ui.widgets.sheet_columns import HEADING_PAD, NARROWEST, two_lines

if TYPE_CHECKING:
    from csdesk.ui.rows import RowsModel

_SAMPLE = 200
_ROOM = "\u2003"
"""An em space, as wide as the arrow, which the style draws at the right over whatever stands there."""


class SheetHeader(QHeaderView):
    """Third click on a heading: back to the order in which the rows came."""

    def __init__(self, model: RowsModel[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setModel(model)  # and with it a selection of its own: following the table's would look at every cell in it
        self.setHighlightSections(False)
        self.setResizeContentsPrecision(_SAMPLE)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(NARROWEST)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # the lines are cut one by one

    def sizeHint(self) -> QSize:
        """As high as its headings, two lines where one of them has two."""
        one = super().sizeHint()
        broken = any("\n" in self._fitted(section) for section in range(self.count()) if self.sectionSize(section))
        return QSize(one.width(), one.height() + broken * self.fontMetrics().lineSpacing())

    def _fitted(self, section: int) -> str:
        """A heading in the room it has: on one line, on two, or these cut."""
        text = str(self.model().headerData(section, self.orientation()) or "")
        metrics, room = self.fontMetrics(), self.sectionSize(section) - HEADING_PAD
        if metrics.horizontalAdvance(text) <= room:
            return text
        lines = two_lines(text, metrics.horizontalAdvance)
        return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        super().initStyleOptionForIndex(option, section)
        option.text = self._fitted(section)
        sorted_by = option.sortIndicator != QStyleOptionHeader.SortIndicator.None_
        if sorted_by and option.textAlignment & Qt.AlignmentFlag.AlignRight:
            option.text += _ROOM
