"""A line that takes a day as people say it, and shows how it was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from csdesk.wording.days import read_day
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from csdesk.models.kinds import Language


class DayLine(QWidget):
    """'yesterday', 昨日, -2, Mon, 4/1, 1 Apr 2024. `day` is None while empty or not understood; `ahead` reads
    weekdays and days without a year as days to come; `happened` warns of a day to come."""

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        language: Language,
        *,
        ahead: bool = False,
        happened: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._language, self._ahead, self._happened = today, language, ahead, happened
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

    @property
    def is_to_come(self) -> bool:
        """The day is not here yet."""
        return self.day is not None and self.day > self._today()

    def show_day(self, value: date | None) -> None:
        """Fill the line with a day."""
        self.line.setText(day(value, self._language) if value else "")

    def _read(self, text: str) -> None:
        self.day = read_day(text, self._today(), ahead=self._ahead) if text.strip() else None
        understood = day(self.day, self._language) if self.day else ""
        early = self._happened and self.is_to_come
        if early:
            said = self.tr("{day} is in the future: a next step?").format(day=understood)
        elif self.day is None:
            said = self.tr("not understood") if text.strip() else ""
        else:
            said = "" if understood == text.strip() else understood
        self._read_as.setText(said)
        self._read_as.setProperty("role", "bad" if early else "muted")
        self._read_as.style().polish(self._read_as)
