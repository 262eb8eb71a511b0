"""The first page of a review as it will be, drawn on the bench."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.ui.desk import Progress
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.review import ReviewContent

Drawn: TypeAlias = "tuple[int, int, bytes]"

_PAPER, _POINTS = (340, 481), 595.28
"""Size in pixels of the page, and its width in points."""
_FINE = 2
"""Times the size at which the page is drawn, for small letters to be read."""


class FirstPage(QLabel):
    """Keeps the last page until the next is drawn."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._cancel: Callable[[], None] = lambda: None
        self.setFixedSize(*_PAPER)
        self.setProperty("role", "card")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setText(self.tr("Drawing the first page ..."))
        self.setAccessibleName(self.tr("First page of the review"))

    def draw(self, content: ReviewContent) -> None:
        """Show the page of this content in place of any that is not drawn yet."""
        scale = _FINE * _PAPER[0] * self.devicePixelRatioF() / _POINTS

        def job(_progress: Progress) -> Drawn:
            from csdesk.ui.widgets.chart_copies import load_drawing
            from csdesk.usecases.review import first_page

            load_drawing()
            return first_page(content, scale)

        self.stop()
        self._cancel = self._around.desk.work(self, job, self._show)

    def stop(self) -> None:
        """Draw no more of what is under way."""
        self._cancel()

    def _show(self, page: Drawn) -> None:
        width, height, pixels = page
        drawn, sharp = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888), self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        image = drawn.scaled(self.size() * sharp, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        image.setDevicePixelRatio(sharp)
        self.setPixmap(QPixmap.fromImage(image))
