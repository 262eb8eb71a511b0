"""Copying a chart, as picture or as figures, saving it to a file, printing it."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from csdesk.charts.paper import ChartFile, picture, saved
from csdesk.charts.style import Style
from csdesk.models.kinds import Language
from csdesk.models.money import Currency
from csdesk.ui import theme
from csdesk.ui.asking_where import ask_where, file_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.charts.paper import Picture
    from csdesk.charts.records import Draw
    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings


PRINT = "Ctrl+P"
_FINE = 4.0
"""Dots on paper in each pixel of the screen."""


class ChartCopies(QObject):
    """Serves the widget that shows a chart: what it draws, how large, and its picture where it has been drawn."""

    def __init__(self, around: Surroundings, owner: QWidget) -> None:
        super().__init__(owner)
        self._around, self._owner = around, owner
        self._draw: Draw | None = None
        self._size = QSize()
        self._picture: Picture | None = None
        QShortcut(QKeySequence(PRINT), owner, self.print_out, context=Qt.ShortcutContext.WidgetShortcut)

    def take(self, draw: Draw, size: QSize, made: Picture | None = None) -> None:
        """Copy and save this from now on; what has no picture yet is drawn once it is asked for."""
        self._draw, self._size, self._picture = draw, size, made

    def menu(self) -> QMenu:
        """What can be done with the chart."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setEnabled(self._draw is not None)
        menu.addAction(self.tr("Copy picture"), self.copy_picture)
        menu.addAction(self.tr("Copy figures"), self.copy_figures)
        menu.addSeparator()
        menu.addAction(self.tr("Save as PNG..."), lambda: self._ask_where(ChartFile.PNG))
        menu.addAction(self.tr("Save as SVG..."), lambda: self._ask_where(ChartFile.SVG))
        menu.addAction(self.tr("Save as PDF..."), lambda: self._ask_where(ChartFile.PDF))
        menu.addSeparator()
        menu.addAction(self.tr("Print..."), QKeySequence(PRINT), self.print_out)
        return menu

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""

        def put(made: Picture) -> None:
            QGuiApplication.clipboard().setImage(image_of(made, self._owner.devicePixelRatioF()))
            self._around.window.toast(self.tr("Picture copied"))

        self._with_picture(put)

    def print_out(self) -> None:
        """Show the chart on paper, in light colours, before it is printed."""
        draw, style, size = self._draw, replace(style_of(self._around), dark=False), self._size
        if draw is None:
            return

        def job(_progress: Progress) -> tuple[str, QImage]:
            load_drawing()
            made = picture(draw, style, size.width(), size.height(), _FINE)
            return made.drawn.title, image_of(made, 1.0)

        def show(made: tuple[str, QImage]) -> None:
            from csdesk.ui.printing import paint_image, preview

            title, image = made
            preview(lambda printer: paint_image(printer, image), title, self._owner, across=True)

        self._around.desk.work(self, job, show)

    def copy_figures(self) -> None:
        """Put the chart's figures on the clipboard as a spreadsheet takes them."""

        def put(made: Picture) -> None:
            out = io.StringIO()
            csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(made.drawn.table)
            QGuiApplication.clipboard().setText(out.getvalue())
            self._around.window.toast(self.tr("Figures copied"))

        self._with_picture(put)

    def save_to(self, path: Path, form: ChartFile) -> None:
        """Write the chart to a file, whole or not at all."""
        draw, style, size = self._draw, style_of(self._around), self._size
        assert draw is not None

        def job(_progress: Progress) -> str:
            from csdesk.usecases.saving import save_bytes

            load_drawing()
            save_bytes(saved(draw, style, size.width(), size.height(), form), path)
            return path.name

        frame = self._around.window
        said = self.tr("Saved {file}")
        self._around.desk.work(self, job, lambda name: frame.toast(said.format(file=name)), failed=frame.complain)

    def _with_picture(self, put: Callable[[Picture], None]) -> None:
        draw, style, size, scale = self._draw, style_of(self._around), self._size, self._owner.devicePixelRatioF()
        if self._picture is not None:
            put(self._picture)
        elif draw is not None:

            def job(_progress: Progress) -> Picture:
                load_drawing()
                return picture(draw, style, size.width(), size.height(), scale)

            self._around.desk.work(self, job, put)

    def _ask_where(self, form: ChartFile) -> None:
        title = self._picture.drawn.title if self._picture else self._owner.accessibleName()
        ending = f".{form.value}"
        kinds = f"{form.value.upper()} (*{ending})"
        path = ask_where(self._owner, self.tr("Save chart"), f"{file_name(title)}{ending}", kinds, ending)
        if path is not None:
            self.save_to(path, form)


def style_of(around: Surroundings) -> Style:
    """How charts look in this window now."""
    frame = around.window
    return Style(frame.language, frame.currency, dark=theme.is_dark())


def image_of(made: Picture, scale: float) -> QImage:
    """A drawn chart as Qt shows it."""
    raw = QImage(made.pixels, made.width, made.height, 4 * made.width, QImage.Format.Format_RGBA8888)
    image = raw.convertToFormat(QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    return image


@cache
def load_drawing() -> None:
    """Load all that drawing needs: matplotlib with its font cache in the app's own folder, and our font.

    To be called on a thread other than the window's. Done ahead of the first chart, that chart comes at once.
    """
    import platformdirs

    os.environ.setdefault(
        "MPLCONFIGDIR", str(Path(platformdirs.user_cache_dir("csdesk", appauthor=False)) / "matplotlib")
    )
    from csdesk.charts.fonts import shipped_font
    from csdesk.charts.lines import draw_mrr

    family = shipped_font()
    picture(partial(draw_mrr, points=()), Style(Language.EN, Currency("JPY"), family=family), 40, 40)
