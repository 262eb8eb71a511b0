"""An import that is half done when a window in another language takes the place of its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from csdesk.ui.corrections import InHand
    from csdesk.ui.main_window import MainWindow


def tables_in_hand(window: MainWindow) -> InHand | None:
    """Every table of the import that is under way in a window; None where there is none."""
    from csdesk.ui.pages.import_page import ImportPage

    page = window.findChild(ImportPage)
    return page.flow.in_hand() if isinstance(page, ImportPage) else None


def go_on_importing(window: MainWindow, tables: InHand) -> None:
    """Compare them anew on the window's own page, which does not come to the front for it."""
    from csdesk.ui.pages.import_page import ImportPage

    page = window.open_page(ImportPage.name)
    if isinstance(page, ImportPage):
        page.flow.take_over(tables)
    window.open_page("settings")
