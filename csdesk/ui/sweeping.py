"""Collects Python's cyclic garbage on the window's thread alone, for widgets must not die on another one."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

if TYPE_CHECKING:
    from csdesk.ui.desk import Desk

_AT_REST_MS, _BUSY_MS = 2000, 50
_UNUSED_MS = 3000
"""Time without a key or the mouse after which nobody minds a full sweep."""
_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})
_YOUNG = 5_000
"""New objects after which a sweep is worth its while."""
_OLD = 40
"""Sweeps of the younger objects before the older ones are looked at again."""


class Sweeper(QObject):
    """Python collects on whichever thread happens to allocate; a widget caught in a cycle would then be destroyed on
    the lane, and the process with it. So automatic collection is off and a timer does it here.

    A sweep takes as long as there are objects to look at. While the lane or the bench makes new ones by the hundred
    thousand, sweeps follow one another quickly, so that each has few; the oldest objects wait until both are at rest
    and nobody is using the window.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._busy = False
        self._unused = QElapsedTimer()
        self._unused.start()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._watch)
        self._timer = QTimer(self)
        self._timer.setInterval(_AT_REST_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        desk.busy.connect(self._keep_up)
        desk.at_rest.connect(self._ease)

    def spare_libraries(self) -> None:
        """Leave out of all later sweeps what is loaded now, which stays to the end: a full sweep would take long."""
        gc.freeze()

    def end(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._unused.start()
        return False

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _keep_up(self) -> None:
        self._busy = True
        self._timer.setInterval(_BUSY_MS)

    def _ease(self) -> None:
        """A look at once, for what is asked again and again would put the timer off for ever."""
        self._busy = False
        self._timer.setInterval(_AT_REST_MS)
        self._look()

    def _look(self) -> None:
        sweep(whole=not self._busy and self._unused.elapsed() > _UNUSED_MS)


def sweep(*, whole: bool = True) -> None:
    """Collect as much as has become due; the oldest objects only in a `whole` sweep."""
    young, _, old = gc.get_count()
    if whole and old >= _OLD:
        gc.collect()
    elif young >= _YOUNG:
        gc.collect(1)  # what survives once is old: looked at a second time it would take a second while
