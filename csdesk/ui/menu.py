"""The menu bar: books, steps, pages, help; its actions are also what the palette finds."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from csdesk.models.endings import BOOK_SUFFIX, SEALED_SUFFIX
from csdesk.ui.opening import Hold
from csdesk.ui.plain import literal
from csdesk.ui.registry import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from csdesk.ui.copies import Copies
    from csdesk.ui.page import Surroundings
    from csdesk.ui.shell import Shell
    from csdesk.ui.steps import Steps


_KEYED = 9


class Menu(QMenuBar):
    """Every action that is not inside one page."""

    def __init__(self, window: Shell, steps: Steps, around: Surroundings) -> None:
        super().__init__(window)
        self._window, self._around, self._opening = window, around, around.opening
        self._needs_book: list[QAction] = []
        self._recent = QMenu(self.tr("Recent books"), self)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._book_menu()
        edit = self.addMenu(self.tr("&Edit"))
        edit.addActions([steps.undo, steps.redo])
        edit.addSeparator()
        self._add(edit, self.tr("History ..."), lambda: self._window.open_page("history"), "Ctrl+H")
        self._go_menu()
        self._help_menu()
        self.set_has_book(has_book=False)

    def set_has_book(self, *, has_book: bool) -> None:
        """Without a book only the actions that need none are offered."""
        for action in self._needs_book:
            action.setEnabled(has_book)
        writes = self._opening.hold is Hold.WRITE
        self._merge.setEnabled(has_book and writes)
        merge, reading = self.tr("Merge a colleague's copy ..."), self.tr("Merge a copy (this book is open read-only)")
        self._merge.setText(merge if writes or not has_book else reading)

    def actions_to_find(self) -> tuple[QAction, ...]:
        """What the palette offers beside accounts and pages."""
        menus = [action.menu() for action in self.actions()]
        found = [action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]
        return tuple(action for action in found if action.isEnabled() and action.text() and not action.menu())

    @cached_property
    def _copies(self) -> Copies:
        """Made when it is first wanted: the first paint can do without."""
        from csdesk.ui.copies import Copies

        return Copies(self._around)

    def _book_menu(self) -> None:
        menu = self.addMenu(self.tr("&Book"))
        self._add(menu, self.tr("New book ..."), self.new_book, "Ctrl+N", bookless=True)
        self._add(menu, self.tr("Open book ..."), self.open_book, "Ctrl+O", bookless=True)
        self._add(menu, self.tr("Open read-only ..."), lambda: self._copies.open_to_read(), bookless=True)  # noqa: PLW0108 - made when wanted
        menu.addMenu(self._recent)
        self._add(menu, self.tr("Open the demo book"), self.open_demo, bookless=True)
        menu.addSeparator()
        self._add(menu, self.tr("Save a copy ..."), lambda: self._copies.save_copy(), "Ctrl+Shift+S")  # noqa: PLW0108 - made when wanted
        self._add(menu, self.tr("Save an encrypted copy ..."), lambda: self._copies.save_sealed())  # noqa: PLW0108 - made when wanted
        self._add(menu, self.tr("Show the backups"), lambda: self._copies.show_backups())  # noqa: PLW0108 - made when wanted
        self._add(menu, self.tr("Check the book ..."), lambda: self._copies.check_book())  # noqa: PLW0108 - made when wanted
        self._add(menu, self.tr("Bin: what was deleted"), lambda: self._window.open_page("bin"))
        self._add(menu, self.tr("Definitions and their versions"), lambda: self._window.open_page("definitions"))
        self._add(menu, self.tr("Show in folder"), lambda: self._copies.show_folder())  # noqa: PLW0108 - made when wanted
        menu.addSeparator()
        self._merge = self._add(menu, "", lambda: self._copies.merge_copy())  # noqa: PLW0108 - made when wanted
        self._add(menu, self.tr("Copies brought in"), lambda: self._copies.show_merged())  # noqa: PLW0108 - made when wanted
        menu.addSeparator()
        self._add(menu, self.tr("Import spreadsheets ..."), lambda: self._window.open_page("import"), "Ctrl+I")
        self._add(menu, self.tr("Log touch ..."), self._window.open_touch, "Ctrl+Shift+A")
        self._add(menu, self.tr("Save a calendar file ..."), self.save_calendar)
        menu.addSeparator()
        self._add(menu, self.tr("Quit"), self._window.close, "Ctrl+Q", bookless=True)

    def _go_menu(self) -> None:
        menu = self.addMenu(self.tr("&Go"))
        self._add(menu, self.tr("Search or go to ..."), self._window.open_palette, "Ctrl+K")
        self._add(menu, self.tr("Back"), self._window.go_back, "Alt+Left")
        menu.addSeparator()
        pages = [entry for entry in ENTRIES if entry.rail]
        for place, entry in enumerate((entry for entry in pages if not entry.bookless), 1):
            keys = f"Ctrl+{place}" if place <= _KEYED else ""
            title = entry.title(self._window.language)
            self._add(menu, title, partial(self._window.open_page, entry.name), keys)

    def _help_menu(self) -> None:
        menu = self.addMenu(self.tr("&Help"))
        self._add(menu, self.tr("Keyboard"), self.show_keys, "F1", bookless=True)
        self._add(menu, self.tr("About csdesk"), self.show_about, bookless=True)

    def new_book(self) -> None:
        """Ask for the settings of a new book, then make it."""
        from csdesk.ui.dialogs.new_book import NewBook

        dialog = NewBook(self._window.language, self._window)
        dialog.made.connect(self._opening.make)
        dialog.open()

    def open_book(self) -> None:
        """Ask for a book to open."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open book"), "", self.tr("csdesk books") + f" (*{BOOK_SUFFIX} *{SEALED_SUFFIX})"
        )
        if chosen:
            from pathlib import Path

            path = Path(chosen)
            if path.suffix.lower() == SEALED_SUFFIX:
                self._window.take_files([path])
            else:
                self._opening.open(path)

    def open_demo(self) -> None:
        """Open the demo book."""
        self._opening.open_demo(self._window.language)

    def save_calendar(self) -> None:
        """Ask where the days to come are written as a calendar."""
        from csdesk.ui.calendar_out import CalendarOut

        CalendarOut(self._around, self._window).ask_where()

    def show_about(self) -> None:
        """What csdesk is, its version and licence."""
        from csdesk.ui.dialogs.about import About

        About(self._window).open()

    def show_keys(self) -> None:
        """The keys of the window and of tables."""
        from csdesk.ui.dialogs.about import Keys

        Keys(self._window).open()

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._window.recent_books():
            self._add(self._recent, literal(path.stem), partial(self._opening.open, path), bookless=True)
        self._recent.setEnabled(not self._recent.isEmpty())

    def _add(
        self, menu: QMenu, word: str, act: Callable[[], object], keys: str = "", *, bookless: bool = False
    ) -> QAction:
        action = QAction(word, menu)
        action.setShortcuts([QKeySequence.fromString(keys)] if keys else [])
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        if not bookless:
            self._needs_book.append(action)
        return action
