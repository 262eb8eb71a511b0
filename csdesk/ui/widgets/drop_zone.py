"""Where spreadsheets are dropped, chosen or pasted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from csdesk.ui import icons, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, SignalInstance

_WIDTH = 620
ENDINGS = ("xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt")


class DropZone(QFrame):
    """`dropped` carries paths, `pasted` text from the clipboard, `cancelled` that reading is to stop; `wants_template`
    and `wants_example` ask for what one begins with who has no spreadsheet yet.

    While a file is read it says so and offers to stop; what went wrong is said in the same place.
    """

    dropped = Signal(object)
    pasted = Signal(str)
    cancelled = Signal()
    wants_template = Signal()
    wants_example = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self._picture = QLabel(self)
        self._title, self._said = QLabel(self), QLabel(self)
        self._title.setProperty("role", "section")
        self._said.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        self._bar.setAccessibleName(self.tr("Progress of reading"))
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self.choose = QPushButton(self.tr("Choose files..."), self)
        self.choose.setProperty("role", "main")
        self.choose.clicked.connect(self._ask)
        self._paste = QPushButton(self.tr("Paste from the clipboard"), self)
        self._paste.clicked.connect(self.take_clipboard)
        self._paste.setToolTip(self.tr("Cells copied in a spreadsheet or from a page (Ctrl+V)"))
        self._template = self._link(self.tr("Save an empty template..."), self.wants_template)
        self._example = self._link(self.tr("Try an example"), self.wants_example)
        self._keys = QShortcut(QKeySequence.StandardKey.Paste, self, self.take_clipboard)
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
        self._say(said or hint, "bad" if bad else "muted" if not said else "")
        self._show_busy(busy=False)

    def work(self, title: str) -> None:
        """Say what is under way."""
        self._title.setText(title)
        self._say(self.tr("Nothing is written yet."), "muted")
        self._bar.setRange(0, 0)
        self._count.clear()
        self._show_busy(busy=True)

    def progress(self, done: int, whole: int) -> None:
        """Show how far the reading is."""
        if whole:
            self._bar.setRange(0, whole)
            self._bar.setValue(done)
            self._count.setText(self.tr("{done} of {whole} rows").format(done=f"{done:,}", whole=f"{whole:,}"))

    def take(self, mime: QMimeData) -> bool:
        """Take what was dropped or pasted: files, or text; False where it is neither."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)
        elif text := _table_in(mime):
            self.pasted.emit(text)
        else:
            return False
        return True

    # -- events ----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText() or event.mimeData().hasHtml():
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
        column.addWidget(self._count, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.choose, self._paste, self._stop):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addStretch(1)
        links.addWidget(self._example)
        links.addWidget(self._template)
        links.addStretch(1)
        column.addLayout(links)
        self._tint()

    def _say(self, words: str, role: str) -> None:
        """Words as high as they need to be: a layout that is short of room would cut the last line."""
        self._said.setText(words)
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setFixedSize(_WIDTH, self._said.heightForWidth(_WIDTH))

    def _show_busy(self, *, busy: bool) -> None:
        resting = (self.choose, self._paste, self._template, self._example)
        held = any(widget.hasFocus() for widget in (*resting, self._stop))
        for widget in (self._bar, self._count, self._stop):
            widget.setVisible(busy)
        if held:  # before it is hidden: the keyboard would go to whatever is next on the window
            (self._stop if busy else self.choose).setFocus()
        for widget in resting:
            widget.setVisible(not busy)
        self._keys.setEnabled(not busy)

    def _link(self, word: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(word, self)
        button.setProperty("role", "link")
        button.clicked.connect(signal)
        return button

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

    def take_clipboard(self) -> None:
        """Take the table on the clipboard."""
        if not self.take(QGuiApplication.clipboard().mimeData()):
            self.rest(self.tr("The clipboard holds no table. Copy cells in your spreadsheet first."), bad=True)


def _table_in(mime: QMimeData) -> str:
    """Text whose cells are separated as spreadsheets do it, else the tables of a page, else the text as it is."""
    from csdesk.usecases.pasting import table_text

    text = mime.text() if mime.hasText() else ""
    if "\t" not in text and mime.hasHtml():
        text = table_text(mime.html()) or text
    return text if text.strip() else ""
