"""Fields for numbers, whose text stands as far from the edge as in every other field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

_EDGE = 7
"""Pixels; style sheets pad every field but these."""


class WholeBox(QSpinBox):
    """A field for whole numbers from `least` to `most`."""

    def __init__(self, least: int, most: int, parent: QWidget, suffix: str = "") -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(suffix)
        _pad(self.lineEdit())


class DecimalBox(QDoubleSpinBox):
    """A field for numbers from `least` to `most`, shown and kept with so many decimals."""

    def __init__(self, least: float, most: float, parent: QWidget, decimals: int = 1, suffix: str = "") -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setDecimals(decimals)
        self.setSuffix(suffix)
        _pad(self.lineEdit())


def _pad(line: QLineEdit) -> None:
    line.setTextMargins(_EDGE, 0, _EDGE, 0)
