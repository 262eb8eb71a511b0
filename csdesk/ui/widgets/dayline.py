"""A line that takes a day as people say it, and shows how it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from csdesk.wording.days import read_day
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from datetime import date

    from csdesk.models.kinds import Language


class DayLine(QWidget):
    """'yesterday', 昨日, -2, Mon, 4/1, 1 Apr 2024. `day` is None while empty or not understood; `ahead` reads
    weekdays and days without a year as days to come."""

    def __init__(
        self, name: str, today: date, language: Language, *, ahead: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today, self._language, self._ahead = today, language, ahead
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name)
        self.line.setFixedWidth(150)
        self.line.textChanged.connect(self._read)
        self._read_as = QLabel(self)
        self._read_as.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line)
        row.addWidget(self._read_as, 1)
        self.setFocusProxy(self.line)
        self.setAccessibleName(name)
        self.day: date | None = None

    @property
    def is_wrong(self) -> bool:
        """Something is typed that is not understood."""
        return bool(self.line.text().strip()) and self.day is None

    def show_day(self, value: date | None) -> None:
        """Fill the line with a day."""
        self.line.setText(day(value, self._language) if value else "")

    def _read(self, text: str) -> None:
        self.day = read_day(text, self._today, ahead=self._ahead) if text.strip() else None
        if self.day is not None:
            understood = day(self.day, self._language)
            self._read_as.setText("" if understood == text.strip() else understood)
        else:
            self._read_as.setText(self.tr("not understood") if text.strip() else "")
