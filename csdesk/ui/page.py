"""What the frame asks of a page, so that later pages join without touching the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from csdesk.models.kinds import Kind, Language
from csdesk.wording.window import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from csdesk.metrics.measure import Measure
    from csdesk.models.drafts import Changes
    from csdesk.models.money import Currency
    from csdesk.models.months import PeriodKind
    from csdesk.ui.desk import Desk
    from csdesk.ui.opening import Opening
    from csdesk.ui.preferences import Preferences
    from csdesk.usecases.scope import Scope
    from csdesk.usecases.settings import BookSettings


class Surroundings(NamedTuple):
    """What every page is given: the desk, the frame, and what the person chose on this machine."""

    desk: Desk
    window: Frame
    preferences: Preferences
    opening: Opening


class Frame(QWidget):
    """The part of the window that pages may speak to; `MainWindow` is one. Scope and settings come with a book."""

    scope: Scope
    settings: BookSettings
    language: Language = Language.EN

    @property
    def currency(self) -> Currency:
        """The currency of the book's figures."""
        return self.settings.money

    def today(self) -> date:
        """The day it is, for what is typed and due; figures are as of `scope.as_of`."""
        raise NotImplementedError

    def set_scope(self, scope: Scope) -> None:
        """Change the as-of date, the period or the rules of every number page."""
        raise NotImplementedError

    def scope_at(self, as_of: date, kind: PeriodKind) -> Scope:
        """The scope of another day or kind of period, by the rules and the split in force."""
        from dataclasses import replace

        from csdesk.usecases.scope import Scope

        return replace(Scope.at(as_of, kind, self.settings.fiscal_start), rules=self.scope.rules, by=self.scope.by)

    def rescope(self, as_of: date, kind: PeriodKind) -> None:
        """Show every number page as of another day, or by another kind of period."""
        self.set_scope(self.scope_at(as_of, kind))

    def open_account(self, account: int) -> None:
        """Show the account's page."""
        raise NotImplementedError

    def open_page(self, name: str) -> Page | None:
        """Show a page by its `name`; None where there is no such page or no book for it."""
        raise NotImplementedError

    def open_touch(self, account: int | None = None) -> None:
        """Open the dialog that logs a touch, on an account where one is given."""
        raise NotImplementedError

    def explain(self, measure: Measure) -> None:
        """Open 'Where does this come from?' beside the page on a figure."""
        raise NotImplementedError

    def define(self, term: str) -> None:
        """Show what a term means: a metric's id, 'health', 'coverage' ..."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Take on the language and the colours now chosen in the preferences."""
        raise NotImplementedError

    def toast(self, text: str, *, undo: bool | Callable[[], object] = False) -> None:
        """Say something in passing, with an Undo button where asked: it takes the last step back, or does as told."""
        raise NotImplementedError

    def say_step(self, changes: Changes) -> None:
        """Say what a step has done, with the way to take it back."""
        from csdesk.usecases.sentences import step_sentence

        self.toast(step_sentence(changes, self.language), undo=True)

    def say_deleted(self, changes: Changes) -> None:
        """Say that what a step has deleted lies in the bin, with the way to take it back at once."""
        from csdesk.usecases.bin import moved_sentence

        self.toast(moved_sentence(changes, self.language), undo=True)

    def complain(self, error: Exception) -> None:
        """Say in plain words what went wrong with an action: a refused value, a book that cannot be used."""
        raise NotImplementedError


class Page(QWidget):
    """A room of the window. `name` is stable (settings, shortcuts), `depends` the kinds of row whose change makes the
    page ask again."""

    name: ClassVar[str]
    depends: ClassVar[frozenset[Kind]] = frozenset(Kind)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self._stale = True
        around.desk.refused.connect(self._heed_refusal)

    @property
    def desk(self) -> Desk:
        """The desk the page asks and acts through."""
        return self.around.desk

    @property
    def frame(self) -> Frame:
        """The window around the page."""
        return self.around.window

    def title(self) -> str:
        """The page's name for people."""
        return PAGES[self.name].say(self.frame.language)

    def refresh(self) -> None:
        """Ask again for everything shown."""
        raise NotImplementedError

    def shown(self) -> None:
        """The page has come to the front: ask if something changed meanwhile."""
        if self._stale:
            self._stale = False
            self.refresh()

    def turn_to(self, wanted: object) -> None:
        """Show what another part of the window asks for; a page that has no parts shows itself."""

    def take_focus(self) -> None:
        """Give the keyboard to what a person begins with; a focus proxy would keep Tab from leading out again."""
        self.setFocus()

    def heed(self, changes: Changes | None) -> None:
        """Something changed (None: everything, as after another book or scope): ask now if seen, else when shown."""
        if changes is not None and not (changes.kinds & self.depends):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _heed_refusal(self) -> None:
        self.heed(None)
