"""On paper: a table as it is shown, or a chart, each with its name, through the system's own print preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

from csdesk.models.text import visible
from csdesk.ui import theme
from csdesk.wording.review import review_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from csdesk.models.kinds import Language
    from csdesk.usecases.saving import ShownTable

_POINTS, _LEAST_POINTS, _TITLE_POINTS = 9.0, 5.0, 13.0
"""Size of the letters of a table, the smallest it is given to fit its columns on the page, and of its name."""
MOST_ROWS = 2000
"""Rows that are printed, some seventy pages; of what goes beyond, it is said how much. A file holds them all."""
_DOTS = 600
"""Dots in an inch of paper."""
_GAP, _HIGH = 2.4, 1.5
"""Room between two columns by the width of a letter, and from row to row by its height."""
_LESS = 0.25
"""Points by which letters are made smaller, again and again."""
_WIDEST, _SAMPLED = 42, 400
"""Letters a column is given at the most, and rows that are looked at for it."""
_INK, _MUTED, _LINE = QColor("#1B2430"), QColor("#566273"), QColor("#D9DEE5")


def preview(paint: Callable[[QPrinter], None], title: str, parent: QWidget, *, across: bool = False) -> None:
    """Show the pages before they are printed, to a printer or to a PDF."""
    dialog = QPrintPreviewDialog(parent)  # with its own printer: one of ours would have to outlive it
    lay_paper(dialog.printer(), title, across=across)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.paintRequested.connect(paint)
    dialog.open()


def lay_paper(printer: QPrinter, title: str, *, across: bool = False) -> None:
    """Take A4, upright or across, and give what is printed its name."""
    printer.setResolution(_DOTS)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    printer.setDocName(title)


def paint_image(printer: QPrinter, image: QImage) -> None:
    """A picture as large as the page has room for."""
    painter = QPainter(printer)
    room = painter.viewport()
    size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image, QRectF(image.rect()))
    painter.end()


def paint_table(printer: QPrinter, table: ShownTable, language: Language) -> None:
    """All rows of a table whose cells are words, under headings that every page repeats; a cell too long for its
    column ends with an ellipsis."""
    painter = QPainter(printer)
    _Paper(printer, painter, table, language).paint()
    painter.end()


class _Paper:
    """A table on its pages, in the pixels of the printer."""

    def __init__(self, printer: QPrinter, painter: QPainter, table: ShownTable, language: Language) -> None:
        self._printer, self._painter, self._table, self._language = printer, painter, table, language
        self._room = QRectF(painter.viewport())
        self._rows = [[visible(str(cell)).replace("\n", " ") for cell in row] for row in table.rows[:MOST_ROWS]]
        if len(table.rows) > MOST_ROWS:
            more = review_word("and_more", language, n=len(table.rows) - MOST_ROWS)
            self._rows.append([more, *[""] * (len(table.headings) - 1)])
        self._title = _font(_TITLE_POINTS)
        self._fit()
        self._row, self._top = self._metrics.height() * _HIGH, QFontMetricsF(self._title, printer).height() * _HIGH

    def paint(self) -> None:
        """Every page with the table's name, headings, rows and number."""
        each = max(1, int((self._room.height() - self._top) / self._row) - 2)
        pages = [self._rows[first : first + each] for first in range(0, max(1, len(self._rows)), each)]
        for number, rows in enumerate(pages, 1):
            if number > 1:
                self._printer.newPage()
            self._frame(review_word("page", self._language, page=number, pages=len(pages)))
            for place, row in enumerate(rows, 1):
                self._line(row, place, _INK)

    def _fit(self) -> None:
        """Letters as small as the columns need to stand beside each other, within reason; then narrower columns."""
        points, room = _POINTS, self._room.width()
        self._font = _font(points)
        self._metrics = QFontMetricsF(self._font, self._printer)
        while sum(self._wanted()) > room and points > _LEAST_POINTS:
            points -= _LESS
            self._font = _font(points)
            self._metrics = QFontMetricsF(self._font, self._printer)
        widths = self._wanted()
        self._widths = [wide * min(1.0, room / sum(widths)) for wide in widths]

    def _wanted(self) -> list[float]:
        """Of each column with the room beside it: its longest word of those looked at, or the most it is given."""
        letter = self._metrics.averageCharWidth()
        columns = zip(self._table.headings, *self._rows[:_SAMPLED], strict=True)
        longest = [max(self._metrics.horizontalAdvance(text[:_WIDEST]) for text in texts) for texts in columns]
        return [min(wide + letter / 2, _WIDEST * letter) + _GAP * letter for wide in longest]

    def _frame(self, number: str) -> None:
        painter, room = self._painter, self._room
        painter.setFont(self._title)
        painter.setPen(_INK)
        painter.drawText(QRectF(0, 0, room.width(), self._top), Qt.AlignmentFlag.AlignLeft, self._table.name)
        painter.setFont(self._font)
        self._line(self._table.headings, 0, _MUTED)
        foot = QRectF(0, room.height() - self._row, room.width(), self._row)
        painter.setPen(_MUTED)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)

    def _line(self, texts: Sequence[str], place: int, ink: QColor) -> None:
        painter, left, top = self._painter, 0.0, self._top + place * self._row
        beside = _GAP * self._metrics.averageCharWidth()
        painter.setPen(ink)
        for column, (text, wide) in enumerate(zip(texts, self._widths, strict=True)):
            right = column in self._table.numbers
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - beside)
            cell = QRectF(left, top, wide - beside, self._row)
            painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
            left += wide
        painter.setPen(QPen(_LINE, self._metrics.lineWidth()))
        painter.drawLine(QPointF(0, top + self._row), QPointF(left - beside, top + self._row))


def _font(points: float) -> QFont:
    made = theme.font()
    made.setPointSizeF(points)
    return made
