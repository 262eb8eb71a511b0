"""An import that is half done when a window in another language takes the place of its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.ui.candidate import Candidate
    from csdesk.ui.main_window import MainWindow


def tables_in_hand(window: MainWindow) -> list[Candidate]:
    """Every table of the import that is under way in a window."""
    from csdesk.ui.pages.import_page import ImportPage

    page = window.findChild(ImportPage)
    return list(page.flow.candidates) if isinstance(page, ImportPage) else []


def go_on_importing(window: MainWindow, tables: list[Candidate]) -> None:
    """Compare them anew on the window's own page, which does not come to the front for it."""
    from csdesk.ui.pages.import_page import ImportPage

    page = window.open_page(ImportPage.name)
    if isinstance(page, ImportPage):
        page.flow.take_over(tables)
    window.open_page("settings")
