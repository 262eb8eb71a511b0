"""What there is to complete, by group and count: chips that narrow the list to some of the groups."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from csdesk.usecases.hygiene import PART_OF, Part
from csdesk.wording.hygiene import part_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from csdesk.models.kinds import Language
    from csdesk.usecases.hygiene import Finding


class PartChips(QWidget):
    """None pressed shows all. `turned` says that others are pressed now."""

    turned = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._chips = {part: self._chip() for part in Part}
        self._left = self._chip()
        self._left.clicked.connect(self._turn_over)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self._left)

    @property
    def chosen(self) -> frozenset[Part]:
        """The groups that are pressed."""
        return frozenset(part for part, chip in self._chips.items() if chip.isChecked())

    @property
    def wants_left(self) -> bool:
        """Whether the list is of what is left as it is."""
        return self._left.isChecked()

    def choose(self, parts: Collection[Part]) -> None:
        """Press these alone, and show what is open."""
        with QSignalBlocker(self):
            self._left.setChecked(False)
            for part, chip in self._chips.items():
                chip.setChecked(part in parts)
        self.turned.emit()

    def count(self, findings: Iterable[Finding]) -> None:
        """Say how many of each group there are; a group without any is not shown, unless it is pressed."""
        kept = tuple(findings)
        counts = Counter(PART_OF[finding.lack] for finding in kept if finding.left is self.wants_left)
        for part, chip in self._chips.items():
            chip.setText(f"{part_words(part, self._language)} {counts[part]:,}")
            chip.setVisible(bool(counts[part]) or chip.isChecked())
        left = sum(finding.left for finding in kept)
        self._left.setText(self.tr("Left as they are {n}").format(n=f"{left:,}"))
        self._left.setVisible(bool(left) or self.wants_left)

    def _turn_over(self) -> None:
        """What is left, or what is open, begins with all of it."""
        with QSignalBlocker(self):
            for chip in self._chips.values():
                chip.setChecked(False)
        self.turned.emit()

    def _chip(self) -> QToolButton:
        chip = QToolButton(self)
        chip.setProperty("role", "control")
        chip.setCheckable(True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.toggled.connect(lambda _on: self.turned.emit())
        return chip
