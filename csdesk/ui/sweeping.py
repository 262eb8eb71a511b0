"""Collects Python's cyclic garbage on the window's thread alone, for widgets must not die on another one."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000
_YOUNG = 5_000
"""New objects after which a sweep is worth its while."""
_MIDDLE, _OLD = 10, 10
"""Sweeps of the younger objects before the older ones are looked at, as Python itself does."""


class Sweeper(QObject):
    """Python collects on whichever thread happens to allocate; a widget caught in a cycle would then be destroyed on
    the lane, and the process with it. So automatic collection is off and a timer does it here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(sweep)
        self._timer.start()

    def spare_libraries(self) -> None:
        """Leave out of all later sweeps what is loaded now, which stays to the end: a full sweep would take long."""
        gc.freeze()

    def end(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def sweep() -> None:
    """Collect as much as has become due."""
    young, middle, old = gc.get_count()
    if middle >= _MIDDLE and old >= _OLD:
        gc.collect(2)
    elif middle >= _MIDDLE:
        gc.collect(1)
    elif young >= _YOUNG:
        gc.collect(0)
