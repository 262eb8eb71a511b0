"""How much of a figure rests on incomplete rows, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from csdesk.wording.hygiene import incomplete_words

if TYPE_CHECKING:
    from csdesk.metrics.engine.lacks import Lack
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Frame


class LackingLink(QPushButton):
    """Not shown where nothing is missing; leads to the list of what is."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._lacks: tuple[Lack, ...] = ()
        self.setProperty("role", "link")
        self.clicked.connect(self._open)
        self.hide()

    def show_measure(self, measure: Measure) -> None:
        """Say how many accounts lack what the figure rests on."""
        from csdesk.metrics.catalogue import CATALOGUE
        from csdesk.metrics.metric_ids import MetricId

        self.setVisible(measure.incomplete > 0)
        if measure.incomplete:
            self._lacks = CATALOGUE[MetricId(measure.metric)].rests_on
            self.setText(incomplete_words(measure.incomplete, self._frame.language))

    def _open(self) -> None:
        page = self._frame.open_page("hygiene")
        if page is not None:
            page.turn_to(self._lacks)
