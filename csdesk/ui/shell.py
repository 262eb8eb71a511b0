"""The window as a window: its parts laid out, the first paint, what is dropped on it, its end."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from csdesk.ui.middle import Middle
from csdesk.ui.neighbours import Neighbours
from csdesk.ui.page import Frame, Surroundings
from csdesk.ui.registry import ENTRIES
from csdesk.ui.steps import Steps
from csdesk.ui.widgets.rail import Rail

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from csdesk.models.kinds import Language
    from csdesk.ui.arrivals import Arrivals
    from csdesk.ui.desk import Desk, Work
    from csdesk.ui.going_back import GoingBack
    from csdesk.ui.notices import Notices
    from csdesk.ui.opening import Opening
    from csdesk.ui.preferences import Preferences
    from csdesk.ui.safekeeping import Safekeeping
    from csdesk.ui.widgets.progress import ProgressStrip
    from csdesk.ui.widgets.toast import Toast
    from csdesk.ui.widgets.topbar import TopBar


class Shell(Frame):
    """`painted` follows the first paint. Parts that the first paint can do without are made when they are first
    wanted."""

    painted = Signal()

    def __init__(self, desk: Desk, preferences: Preferences, opening: Opening, language: Language) -> None:
        super().__init__()
        self.language = language
        self._opening = opening
        self._around = Surroundings(desk, self, preferences, opening)
        self._unpainted = True
        self.setAcceptDrops(True)
        self._build(desk, preferences)
        desk.started.connect(self._follow)

    # -- what the menu may ask -------------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """The palette over accounts, pages and actions."""
        raise NotImplementedError

    def go_back(self) -> None:
        """The page that was in front before, an account's page on its account."""
        raise NotImplementedError

    def recent_books(self) -> tuple[Path, ...]:
        """Books opened lately, latest first, without the one open now."""
        raise NotImplementedError

    # -- what reaches the window -----------------------------------------------------------------------------------

    def take_files(self, files: list[Path]) -> None:
        """Files dropped on the window or named at start."""
        self._arrivals.take(files)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        self._around.preferences.geometry = self.saveGeometry()
        self._around.preferences.save()
        super().closeEvent(event)

    # -- parts -----------------------------------------------------------------------------------------------------

    def _build(self, desk: Desk, preferences: Preferences) -> None:
        from csdesk.ui.menu import Menu

        self._steps = Steps(desk, self)
        self._neighbours = Neighbours(desk, self._opening, self)
        self._menu = Menu(self, self._steps, self._around)
        self._rail = Rail(ENTRIES, self.language, narrow=preferences.narrow_rail, parent=self)
        self._rail.set_enabled_pages(has_book=False)
        self._middle = Middle(self._around)
        self._stack = self._middle.stack
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addWidget(self._middle, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._rail)
        across.addLayout(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setMenuBar(self._menu)
        column.addLayout(across)

    @cached_property
    def _top(self) -> TopBar:
        """Above the page once a book is held."""
        from csdesk.ui.widgets.topbar import TopBar

        made = TopBar(self.language, self)
        made.searched.connect(self.open_palette)
        made.touched.connect(self.open_touch)
        made.rescoped.connect(self.rescope)
        self._right.insertWidget(0, made)
        return made

    @cached_property
    def _arrivals(self) -> Arrivals:
        from csdesk.ui.arrivals import Arrivals

        return Arrivals(self._around)

    @cached_property
    def _going_back(self) -> GoingBack:
        """Says, once a book is held, that it is a backup or was restored from one."""
        from csdesk.ui.going_back import GoingBack

        return GoingBack(self._around, self._right)

    @cached_property
    def _safekeeping(self) -> Safekeeping:
        """Watches over the book once one is held."""
        from csdesk.ui.safekeeping import Safekeeping

        return Safekeeping(self._around)

    @cached_property
    def _notices(self) -> Notices:
        """Says what a new day brings, once a book is held."""
        from csdesk.ui.notices import Notices

        return Notices(self._around, self._neighbours.come_forward)

    @cached_property
    def _toast(self) -> Toast:
        from csdesk.ui.widgets.toast import Toast

        made = Toast(self)
        made.keep_above(self._strip)
        made.undone.connect(self._steps.take_back)
        return made

    @cached_property
    def _strip(self) -> ProgressStrip:
        from csdesk.ui.widgets.progress import ProgressStrip

        made = ProgressStrip(self._around.desk, self)
        self._right.addWidget(made)
        return made

    def _follow(self, work: Work) -> None:
        """The strip that follows long work comes with the first of it."""
        self._around.desk.started.disconnect(self._follow)
        self._strip.begin(work)

    def _retire_toast(self) -> None:
        """What was said of an earlier step; its Undo would take back another."""
        if "_toast" in self.__dict__:
            self._toast.retire()
