"""The pages that have been opened, one of them in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from csdesk.ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.models.drafts import Changes
    from csdesk.ui.page import Page

_BARS = 12
_HALF_DONE = frozenset({"import"})
"""Pages that hold what the book does not."""


class PageStack(QStackedWidget):
    """Pages by name; before the first there is a skeleton of one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages: dict[str, Page] = {}
        self.addWidget(Skeleton(_BARS, self))

    def bring(self, name: str, make: Callable[[], Page]) -> Page:
        """A page to the front, made when it is first wanted."""
        if name not in self.pages:
            self.pages[name] = make()
            self.addWidget(self.pages[name])
        self.setCurrentWidget(self.pages[name])
        return self.pages[name]

    def tell(self, changes: Changes | None) -> None:
        """What has changed, to every page."""
        for page in self.pages.values():
            page.heed(changes)

    def forget(self, *, hidden: bool = False) -> None:
        """Let go of every page, as another book is to be shown; or of those `hidden` behind the one in front, but for
        an import, which may be half done."""
        kept = {self.currentWidget(), *(self.pages.get(name) for name in _HALF_DONE)} if hidden else set()
        for name, page in tuple(self.pages.items()):
            if page not in kept:
                del self.pages[name]
                self.removeWidget(page)
                page.deleteLater()
