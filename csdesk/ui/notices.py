"""Notices of the desktop: what the turn of a day has put on Today, while the window is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from csdesk.ui.icons import icon
from csdesk.ui.plain import brief
from csdesk.ui.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from csdesk.ui.page import Surroundings
    from csdesk.usecases.due import DueItem

_EVERY_MS = 60_000
_NAMED = 3
"""Lines that a notice names; of further ones it says how many."""


def can_tell() -> bool:
    """Whether the system shows notices."""
    return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()


class Notices(QObject):
    """Once begun it looks each minute whether a day has begun, and says by one notice what is on the day's list that
    was not on that of the day before; where the person wants it and the system can. What the person does brings no
    notice, nor does the start. A notice leads to Today."""

    def __init__(self, around: Surroundings, come_forward: Callable[[], None]) -> None:
        super().__init__(around.window)
        self._around, self._come_forward = around, come_forward
        self._day = around.window.today()
        self._tray: QSystemTrayIcon | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look from now on: what is on the list of this day is known."""
        self._day = self._around.window.today()
        self._timer.start()

    def look(self) -> None:
        """Where a day has begun, ask once what it brings."""
        from csdesk.usecases.due import new_lines

        before, today = self._day, self._around.window.today()
        self._day = today
        if today > before and self._around.preferences.notices and can_tell():
            self._around.desk.ask(self, lambda book: new_lines(book, before, today), self._tell)

    def _tell(self, lines: Sequence[DueItem]) -> None:
        if not lines:
            return
        named = self.tr(", ").join(brief(line.account_name or line.lead.title) for line in lines[:_NAMED])
        if len(lines) > _NAMED:
            named = self.tr("{names} and {n} more").format(names=named, n=f"{len(lines) - _NAMED:,}")
        self._shown().showMessage(self.tr("New on Today"), named)

    def _shown(self) -> QSystemTrayIcon:
        """The icon that notices come from; made for the first of them."""
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("health", LIGHT.accent), self)
            self._tray.setToolTip("csdesk")
            self._tray.messageClicked.connect(self._lead)
            self._tray.activated.connect(self._lead)
        self._tray.show()
        return self._tray

    def _lead(self) -> None:
        """Today as of the day that the notice is about."""
        window = self._around.window
        self._come_forward()
        window.rescope(self._day, window.scope.period.kind)
        window.open_page("today")
