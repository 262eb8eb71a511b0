"""Where spreadsheets are dropped, chosen or pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from csdesk.ui import icons, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

ENDINGS = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt")


class DropZone(QFrame):
    """`dropped` carries paths, `pasted` text from the clipboard, `cancelled` that reading is to stop.

    While a file is read it says so and offers to stop; what went wrong is said in the same place.
    """

    dropped = Signal(object)
    pasted = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self._picture = QLabel(self)
        self._title, self._said = QLabel(self), QLabel(self)
        self._title.setProperty("role", "section")
        self._said.setWordWrap(True)
        self._said.setFixedWidth(620)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        self._bar.setAccessibleName(self.tr("Progress of reading"))
        self._choose = QPushButton(self.tr("Choose files..."), self)
        self._choose.setProperty("role", "main")
        self._choose.clicked.connect(self._ask)
        self._paste = QPushButton(self.tr("Paste from the clipboard"), self)
        self._paste.clicked.connect(self._take_clipboard)
        self._stop = QPushButton(self.tr("Cancel"), self)
        self._stop.clicked.connect(self.cancelled)
        self.setAcceptDrops(True)
        self._lay_out()
        self.rest()

    def rest(self, said: str = "", *, bad: bool = False) -> None:
        """Wait for files; `said` is what came of the last ones."""
        self._title.setText(self.tr("Drop spreadsheets here"))
        hint = self.tr(
            "Excel, CSV or text, as you keep them: contracts, customers, a sheet of customers by month, use, tickets, "
            "survey answers, touches, costs. Nothing is written before you have seen what would change."
        )
        self._said.setText(said or hint)
        self._said.setProperty("role", "bad" if bad else "muted" if not said else "")
        self._said.style().polish(self._said)
        self._show_busy(busy=False)

    def work(self, title: str) -> None:
        """Say what is under way."""
        self._title.setText(title)
        self._said.setText(self.tr("Nothing is written yet."))
        self._said.setProperty("role", "muted")
        self._said.style().polish(self._said)
        self._bar.setRange(0, 0)
        self._show_busy(busy=True)

    def progress(self, done: int, whole: int) -> None:
        """Show how far the reading is."""
        if whole:
            self._bar.setRange(0, whole)
            self._bar.setValue(done)

    def take(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted: files, or text; False where it is neither."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
        elif mime.hasText() and mime.text().strip():
            self.pasted.emit(mime.text())
        else:
            return False
        return True

    # -- events ----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self._heat(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._heat(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._heat(over=False)
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        chosen = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(chosen.accent if self._over else chosen.line), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color(chosen.selection if self._over else chosen.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), theme.RADIUS, theme.RADIUS)

    # -- parts -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 24, 28)
        column.setSpacing(10)
        for widget in (self._picture, self._title, self._said):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self._choose, self._paste, self._stop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._tint()

    def _show_busy(self, *, busy: bool) -> None:
        for widget in (self._bar, self._stop):
            widget.setVisible(busy)
        for widget in (self._choose, self._paste):
            widget.setVisible(not busy)

    def _heat(self, *, over: bool) -> None:
        self._over = over
        self.update()

    def _tint(self) -> None:
        self._picture.setPixmap(icons.pixmap("import", 40, theme.tokens().muted, self.devicePixelRatioF()))

    def _ask(self) -> None:
        patterns = " ".join(f"*.{ending}" for ending in ENDINGS)
        kinds = self.tr("Spreadsheets ({patterns});;All files (*)").format(patterns=patterns)
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Choose files to import"), "", kinds)
        if chosen:
            self.dropped.emit([Path(name) for name in chosen])

    def _take_clipboard(self) -> None:
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self.rest(self.tr("The clipboard holds no table. Copy cells in your spreadsheet first."), bad=True)
