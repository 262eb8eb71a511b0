"""What a figure cannot tell: the smallest change that could be seen, or how much of it hangs on one account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from csdesk.wording.few import heaviest_text, smallest_change_text

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.usecases.explain import Explanation


class FewLine(QLabel):
    """Hidden where there is nothing to say."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setProperty("role", "small")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def show_explanation(self, explanation: Explanation) -> None:
        """Say it of this figure."""
        from csdesk.metrics.comparison import smallest_change

        measure, heavy = explanation.measure, explanation.heaviest
        smallest = smallest_change(measure)
        if smallest is not None:
            self.setText(smallest_change_text(smallest, int(measure.whole or 0), self._language))
        elif heavy is not None:
            self.setText(heaviest_text(heavy.name, heavy.share, heavy.without, self._language))
        self.setVisible(smallest is not None or heavy is not None)
