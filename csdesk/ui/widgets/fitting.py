"""Windows that are as tall as lines that wrap need."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget


def fit(dialog: QDialog, *, width: int = 0, least: int | None = None) -> None:
    """Make a dialog as tall as its lines need, and at the least as tall as it is, or as is said; the system asks for
    that only where none of them wrap. `width` is another one that it is to have."""
    _grow(dialog, width, least)
    QTimer.singleShot(0, dialog, partial(_grow, dialog, 0, least))  # what has just come is shown by then


def _grow(dialog: QDialog, width: int, least: int | None) -> None:
    layout, wide = dialog.layout(), width or dialog.width()
    assert layout is not None
    for widget in dialog.findChildren(QWidget):
        widget.ensurePolished()
    layout.activate()
    dialog.resize(wide, max(dialog.height() if least is None else least, layout.totalHeightForWidth(wide)))
