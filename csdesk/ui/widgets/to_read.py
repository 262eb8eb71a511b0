"""Dialogs that show something and are closed again, laid out alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from csdesk.ui.widgets.figure_sheet import FigureSheet
from csdesk.ui.widgets.fitting import fit
from csdesk.ui.widgets.table_copies import TableCopies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtGui import QShowEvent

    from csdesk.ui.page import Surroundings
    from csdesk.ui.rows import Column


class DialogToRead(QDialog):
    """`leave` closes it. `enter_closes`: Enter does so too, where it has nothing of its own to do among the parts."""

    def __init__(self, parent: QWidget | None = None, *, enter_closes: bool = True) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.leave = QPushButton(self.tr("Close"), self)
        self.leave.setAutoDefault(enter_closes)
        self.leave.setDefault(enter_closes)
        self.leave.clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def lay_out(self, *parts: QWidget | QLayout, ways: Sequence[QPushButton] = ()) -> None:
        """Parts below each other, and at the foot further `ways`, and last the button that closes."""
        foot = QHBoxLayout()
        for way in ways:
            way.setAutoDefault(False)
            foot.addWidget(way)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for part in parts:
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part, 1 if _grows(part) else 0)
        column.addStretch()
        column.addLayout(foot)


class RowsToRead(DialogToRead):
    """A sentence, and under it rows that can be copied, saved and printed."""

    def __init__(
        self, around: Surroundings, width: int, parent: QWidget | None = None, *, enter_closes: bool = False
    ) -> None:
        super().__init__(parent, enter_closes=enter_closes)
        self._around = around
        self.setMinimumWidth(width)
        self.said = QLabel(self)
        self.sheet: FigureSheet

    def set_up(
        self, title: str, columns: Sequence[Column[Any]], *, identity: Callable[[Any], object], most: int
    ) -> None:
        """Lay out the dialog with a sheet of these columns, as high as its rows up to `most`."""
        self.setWindowTitle(title)
        self.sheet = FigureSheet(columns, title, identity=identity, most=most, parent=self)
        TableCopies(self._around, self.sheet)
        self.lay_out(self.said, self.sheet)

    def show_rows(self, said: str, rows: Iterable[Any]) -> None:
        """Show what the book answered, in a dialog as high as that."""
        self.said.setText(said)
        self.sheet.show_rows(rows)
        self.resize(self.width(), self.sizeHint().height())


def _grows(part: QWidget) -> bool:
    """Whether a part can use more height than it asks for."""
    inside = part.layout()
    wants = part.sizePolicy().expandingDirections()
    wants |= inside.expandingDirections() if inside is not None else wants
    return bool(wants & Qt.Orientation.Vertical)
