"""The middle of the window: the page in front and, beside it, the panel that opens a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter

from csdesk.ui.page_stack import PageStack

if TYPE_CHECKING:
    from csdesk.metrics.measure import Measure
    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.explain_panel import ExplainPanel

_PANEL = 400


class Middle(QSplitter):
    """`stack` holds the pages."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._panel: ExplainPanel | None = None
        self.stack = PageStack(around.window)
        self.setChildrenCollapsible(False)
        self.addWidget(self.stack)

    def explain(self, measure: Measure) -> None:
        """Show where a figure comes from, in the panel beside the page."""
        from csdesk.ui.widgets.explain_panel import ExplainPanel

        if self._panel is None:
            self._panel = ExplainPanel(self._around, self)
            self._panel.otherwise.connect(self._count_otherwise)
            self.addWidget(self._panel)
            self.setSizes([max(1, self.width() - _PANEL), _PANEL])
        self._panel.show()
        self._panel.show_measure(measure)

    def _count_otherwise(self, metric: str) -> None:
        from csdesk.ui.dialogs.counting import Counting

        Counting(self._around, self, metric=metric).open()

    def close_panel(self) -> None:
        """Let go of the panel: what it speaks of is no longer shown."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None

    def forget(self, *, hidden: bool = False) -> None:
        """Let go of every page, or of those `hidden` behind the one in front, and of the panel; they are built anew
        when they are next opened."""
        self.stack.forget(hidden=hidden)
        self.close_panel()
