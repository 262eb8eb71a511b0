"""What a figure is aimed at, how far it is from there, and who has said so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from csdesk.wording.charts import period_name
from csdesk.wording.targets import target_text

if TYPE_CHECKING:
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.usecases.explain import Explanation


class TargetLine(QLabel):
    """Hidden where a figure has no target."""

    def __init__(self, language: Language, currency: Currency, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language, self._currency = language, currency
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def show_explanation(self, explanation: Explanation) -> None:
        """Say it of this figure."""
        from csdesk.usecases.targets import compared

        measure, target = explanation.measure, explanation.target
        aim = compared(measure, target, self._currency) if target else None
        if aim is not None and target is not None and measure.period is not None:
            since = period_name(replace(measure.period, first=target.since), self._language)
            self.setText(target_text(aim, measure.unit, since, target, self._currency, self._language))
        self.setVisible(aim is not None)
