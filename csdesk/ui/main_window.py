"""The frame: which page is in front, on which book, day and account. It knows no page's business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from csdesk.models.kinds import Kind
from csdesk.ui.page import Page
from csdesk.ui.plain import brief
from csdesk.ui.registry import entry_named
from csdesk.ui.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from csdesk.metrics.measure import Measure
    from csdesk.models.drafts import Changes
    from csdesk.models.kinds import Language
    from csdesk.ui.desk import Desk
    from csdesk.ui.opening import Opening
    from csdesk.ui.preferences import Preferences
    from csdesk.usecases.scope import Scope

_TRAIL = 20


class MainWindow(Shell):
    """`restyled` asks the app for the language and the colours now chosen."""

    restyled = Signal()

    def __init__(
        self, desk: Desk, preferences: Preferences, opening: Opening, today: Callable[[], date], language: Language
    ) -> None:
        super().__init__(desk, preferences, opening, language)
        self._today = today
        self._trail: list[tuple[str, int | None]] = []
        self._has_book = False
        self.setWindowTitle("csdesk")
        self._connect(desk)

    # -- what pages may ask of the frame ---------------------------------------------------------------------------

    def today(self) -> date:
        return self._today()

    def set_scope(self, scope: Scope) -> None:
        if scope != self.scope:
            self.scope = scope
            self._middle.close_panel()
            self._top.show_scope(scope)
            self._stack.tell(None)

    def open_page(self, name: str) -> Page | None:
        entry = entry_named(name)
        if entry is None or not (self._has_book or entry.bookless):
            return None
        self._remember_way()
        page = self._stack.bring(name, lambda: entry.load()(self._around, self._stack))
        self._rail.mark(name)
        self.setWindowTitle(brief(f"{page.title()} – {self._book_name() or 'csdesk'}"))
        page.shown()
        page.take_focus()
        return page

    def open_account(self, account: int) -> None:
        from csdesk.ui.pages.account import AccountPage

        page = self.open_page(AccountPage.name)
        if isinstance(page, AccountPage):
            page.show_account(account)

    def go_back(self) -> None:
        if not self._trail:
            return
        name, account = self._trail.pop()
        kept = list(self._trail)
        self._show_page(name, account)
        self._trail = kept

    def open_touch(self, account: int | None = None) -> None:
        from csdesk.ui.dialogs.quick_touch import QuickTouch

        if self._has_book:
            QuickTouch(self._around, account, self).open()

    def open_palette(self) -> None:
        from csdesk.ui.dialogs.palette import Palette

        if self._has_book:
            Palette(self._around, self._menu.actions_to_find(), self).open()

    def explain(self, measure: Measure) -> None:
        self._middle.explain(measure)

    def define(self, term: str) -> None:
        from csdesk.ui.dialogs.definition import Definition

        Definition(term, self.language, self).open()

    def toast(self, text: str, *, undo: bool | Callable[[], object] = False) -> None:
        self._toast.say(text, undo=undo)

    def restyle(self) -> None:
        self.restyled.emit()

    def complain(self, error: Exception) -> None:
        from csdesk.usecases.books import BookError, Trouble
        from csdesk.usecases.sentences import error_sentence

        if isinstance(error, BookError) and error.trouble in {Trouble.DAMAGED, Trouble.ALTERED}:
            self.show_start(error)
        else:
            self.toast(error_sentence(error, self.language))

    def recent_books(self) -> tuple[Path, ...]:
        return tuple(path for path in self._around.preferences.recent if path != self._opening.book)

    # -- books -----------------------------------------------------------------------------------------------------

    def show_start(self, error: Exception | None = None) -> None:
        """The start page, with what went wrong where something did."""
        from csdesk.ui.pages.start import StartPage

        page = self.open_page(StartPage.name)
        if isinstance(page, StartPage):
            page.show_trouble(error)

    def book_opened(self, page: str = "today") -> None:
        """A book is held: give every page what it needs and show one, the day's list at first."""
        if not self._has_book:
            self._begin_scope()
        self._has_book = True
        self._retire_toast()
        self._middle.close_panel()
        if self._read_settings():
            self._stack.forget()
        self._top.show_book(self._book_name(), self._opening.hold)
        self._rail.set_enabled_pages(has_book=True)
        self._menu.set_has_book(has_book=True)
        self._stack.tell(None)
        self.open_page(page)
        self._steps.ask()
        self._safekeeping.begin()
        self._going_back.begin()
        self._neighbours.begin()
        self._notices.begin()

    def forget_hidden(self) -> None:
        """Let go of the pages behind and of the panel beside; they are built anew when they are next opened."""
        self._middle.forget(hidden=True)

    # -- within ----------------------------------------------------------------------------------------------------

    def _connect(self, desk: Desk) -> None:
        desk.changed.connect(self._heed)
        desk.failed.connect(self.complain)
        self._rail.chosen.connect(self.open_page)
        self._rail.folded.connect(self._remember_rail)
        self._opening.opened.connect(self.book_opened)
        self._opening.failed.connect(self.show_start)
        self._opening.settings_read.connect(self._settings_changed)
        self._neighbours.changed.connect(self._show_changed)

    def _heed(self, changes: Changes) -> None:
        self._retire_toast()
        if Kind.SETTING in changes.kinds:
            self._opening.read_settings()
        self._stack.tell(changes)

    def _settings_changed(self) -> None:
        if self._read_settings():
            self._show_anew()
        self._stack.tell(None)

    def _remember_way(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            self._trail = [*self._trail[-_TRAIL:], (page.name, getattr(page, "account", None))]

    def _show_anew(self) -> None:
        """Build the pages again, as where they write amounts in another currency, and show the one in front."""
        front = self._stack.currentWidget()
        self._middle.forget()
        if isinstance(front, Page):
            self._show_page(front.name, getattr(front, "account", None))

    def _show_page(self, name: str, account: int | None) -> None:
        if account is None:
            self.open_page(name)
        else:
            self.open_account(account)

    def _read_settings(self) -> bool:
        """Whether amounts are now in another currency, which is built into the pages."""
        before, self.settings = getattr(self, "settings", None), self._opening.settings
        self.scope = self.scope_at(self.scope.as_of, self.scope.period.kind)
        self._top.show_scope(self.scope)
        return before is not None and before.currency != self.settings.currency

    def _begin_scope(self) -> None:
        """This month up to today, until the person chooses otherwise."""
        from csdesk.models.months import PeriodKind
        from csdesk.usecases.scope import Scope

        self.scope = Scope.at(self._today(), PeriodKind.MONTH)

    def _show_changed(self) -> None:
        """The book was changed by another process."""
        self._retire_toast()
        self._opening.read_settings()
        self._steps.ask()
        self._stack.tell(None)

    def _remember_rail(self, narrow: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._around.preferences.narrow_rail = narrow

    def _book_name(self) -> str:
        return self._opening.book.stem if self._has_book and self._opening.book else ""
