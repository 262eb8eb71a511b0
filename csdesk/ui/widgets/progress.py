"""Long work at the window's foot: what it is, how far, how long still, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from csdesk.ui.pace import Pace, rounded

if TYPE_CHECKING:
    from csdesk.ui.desk import Desk, Work

_MINUTE = 60


class ProgressStrip(QFrame):
    """Follows the desk's bench. Hidden while no work with a title is under way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "strip")
        self._work: Work | None = None
        self._since = QElapsedTimer()
        self._pace = Pace(0.0)
        self._title, self._count = QLabel(self), QLabel(self)
        self._count.setProperty("role", "muted")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QPushButton(self.tr("Cancel"), self)
        self._stop.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._bar, 1)
        row.addWidget(self._count)
        row.addWidget(self._stop)
        desk.started.connect(self.begin)
        desk.progressed.connect(self._go_on)
        desk.ended.connect(self._end)
        self.hide()

    def begin(self, work: Work) -> None:
        """Follow work that has a title; what is done in passing, such as drawing a chart, has none."""
        if not work.title:
            return
        self._work = work
        self._since.start()
        self._pace = Pace(0.0)
        self._title.setText(work.title)
        self._count.clear()
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def _go_on(self, work: Work, done: int, whole: int) -> None:
        if self._work is None or work.ticket != self._work.ticket:
            return
        if work.is_at_last(done, whole):
            self._title.setText(work.last)
            self._count.clear()
            self._bar.setRange(0, 0)
            return
        if not whole:
            self._count.setText(f"{done:,}")
            return
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * done / whole))
        self._count.setText(self._told(done, whole))

    def _told(self, done: int, whole: int) -> str:
        counts = self.tr("{done} of {whole}").format(done=f"{done:,}", whole=f"{whole:,}")
        left = self._pace.left(self._since.elapsed() / 1000, done, whole)
        if left is None:
            return counts
        if left < _MINUTE:
            return counts + " · " + self.tr("{seconds} s left").format(seconds=rounded(left))
        return counts + " · " + self.tr("{minutes} min left").format(minutes=round(left / _MINUTE))

    def _end(self, work: Work) -> None:
        if self._work is not None and work.ticket == self._work.ticket:
            self._work = None
            self.hide()

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._stop.setEnabled(False)
            self._title.setText(self.tr("Stopping ..."))
