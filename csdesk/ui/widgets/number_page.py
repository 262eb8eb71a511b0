"""What the pages of figures share: a heading with the period, a scrolling body, and the empty state in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from csdesk.ui.page import Page, Surroundings
from csdesk.ui.widgets.part import titled, titled_row
from csdesk.ui.widgets.table_copies import TableCopies
from csdesk.wording.charts import UNFINISHED, period_name
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.models.money import Currency
    from csdesk.ui.widgets.empty import EmptyState
    from csdesk.ui.widgets.figure_sheet import FigureSheet
    from csdesk.ui.widgets.split_choice import SplitChoice
    from csdesk.usecases.scope import Scope

_EDGE = 20


class NumberPage(Page):
    """A page of figures. Subclasses fill `body`; `tools` is the right end of the heading."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._stack = QStackedLayout(self)
        content = QWidget(self)
        content.setProperty("role", "page")
        column = QVBoxLayout(content)
        column.setContentsMargins(_EDGE, 14, _EDGE, _EDGE)
        column.setSpacing(12)
        self._subtitle = QLabel(content)
        self._subtitle.setProperty("role", "muted")
        self.tools = QHBoxLayout()
        self.body = QVBoxLayout()
        self.body.setSpacing(16)
        column.addLayout(self._heading(content))
        column.addLayout(self.body)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack.addWidget(self._scroll)
        self._empty: EmptyState | None = None
        self.split: SplitChoice | None = None

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.frame.language

    @property
    def currency(self) -> Currency:
        """The currency of the book's figures."""
        return self.frame.currency

    def shown(self) -> None:
        self._follow_split()
        super().shown()

    def heed(self, changes: Changes | None) -> None:
        self._follow_split()
        super().heed(changes)

    def add_split(self) -> None:
        """Add the choice of what figures are split by to the heading; every page that has it shows the same."""
        from csdesk.ui.widgets.split_choice import SplitChoice

        self.split = SplitChoice(self.around, self)
        self.tools.addWidget(self.split)

    def empty_state(self) -> EmptyState:
        """What stands in the body's place while there is nothing to show."""
        raise NotImplementedError

    def show_empty(self, *, empty: bool) -> None:
        """Show the empty state, or the body."""
        if empty and self._empty is None:
            self._empty = self.empty_state()
            self._stack.addWidget(self._empty)
        shown = self._empty if empty and self._empty is not None else self._scroll
        self._stack.setCurrentWidget(shown)

    def show_scope(self, scope: Scope) -> None:
        """Say which period and day the figures speak of."""
        name = period_name(scope.period, self.language)
        if scope.as_of < scope.period.last.last_day:
            name = f"{name} ({UNFINISHED.say(self.language)})"
        self.say(self.tr("{period}, as of {day}").format(period=name, day=day(scope.as_of, self.language)))

    def say(self, text: str) -> None:
        """Say what the figures speak of, beside the title."""
        self._subtitle.setText(text)

    def section(self, title: str, *widgets: QWidget, note: str = "") -> QLabel:
        """Add a titled part to the body: widgets on the title's line at its right, then what `body` is given next."""
        row, heading = titled_row(self, title, *widgets, note=note)
        self.body.addLayout(row)
        return heading

    def add_heading(self, title: str, note: str) -> QWidget:
        """Add a titled row that can be hidden."""
        heading = titled(self, title, note)
        self.body.addWidget(heading)
        return heading

    def add_table(self, sheet: FigureSheet) -> None:
        """Add a table to the body, whose figures open, and which can be copied and saved."""
        sheet.measured.connect(self.frame.explain)
        TableCopies(self.around, sheet)
        self.body.addWidget(sheet)

    def _follow_split(self) -> None:
        if self.split is not None and self.isVisible():
            self.split.follow()

    def _heading(self, content: QWidget) -> QHBoxLayout:
        title = QLabel(self.title(), content)
        title.setProperty("role", "section")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(self._subtitle)
        row.addStretch(1)
        row.addLayout(self.tools)
        return row
