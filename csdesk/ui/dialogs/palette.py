"""Ctrl+K: find an account, its people and what was said on it, a page or an action, by typing part of it."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from csdesk.models.kinds import Kind
from csdesk.ui.registry import ENTRIES, Entry
from csdesk.ui.widgets.finder import Candidate, Finder
from csdesk.usecases.touches import AccountName, account_names
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from csdesk.models.kinds import Language
    from csdesk.ui.page import Surroundings
    from csdesk.usecases.books import Book

_ICONS = {Kind.CONTACT: "people", Kind.TASK: "check", Kind.TOUCH: "note"}
_LONGEST = 80
"""Letters of a note that are shown; all of them are searched."""


class Palette(QDialog):
    """Pages and actions are offered at once, what the book holds as soon as it has told it."""

    def __init__(self, around: Surroundings, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = around.window
        self.setWindowTitle(self.tr("Search or go to"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "floating")
        self.setFixedWidth(560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finder = Finder(
            self.tr("Search or go to"), self.tr("Account, person, note, page or action"), most=12, parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(self.finder)
        column.addStretch()
        language = self._frame.language
        self._pages = [
            Candidate.of(entry, entry.title(language), hint=self.tr("Page"), icon=entry.icon)
            for entry in ENTRIES
            if entry.rail
        ]
        self._actions = [
            Candidate.of(action, _plain(action.text()), hint=action.shortcut().toString(), icon="chevron-right")
            for action in actions
            if _plain(action.text()) not in {page.text for page in self._pages}
        ]
        self._accounts: list[Candidate] = []
        self._mentions: list[Candidate] = []
        self._offer()
        self.finder.picked.connect(self._go)
        around.desk.ask(self, partial(_accounts, hint=self.tr("Account")), self._offer_accounts)
        around.desk.ask(self, partial(_mentions, language=language), self._offer_mentions, about="mentions")
        self.setMinimumHeight(440)
        self.finder.setFocus()

    def _offer_accounts(self, accounts: list[Candidate]) -> None:
        self._accounts = accounts
        self._offer()

    def _offer_mentions(self, mentions: list[Candidate]) -> None:
        self._mentions = mentions
        self._offer()

    def _offer(self) -> None:
        self.finder.offer([*self._accounts, *self._mentions, *self._pages, *self._actions], self._pages)

    def _go(self, key: object) -> None:
        self.accept()
        if isinstance(key, Entry):
            self._frame.open_page(key.name)
        elif isinstance(key, QAction):
            key.trigger()
        elif isinstance(key, int):
            self._frame.open_account(key)


def found_by(name: AccountName) -> str:
    """What an account is found by: its name as typed, and as the book folds it."""
    from csdesk.ui.folding import folded

    return f"{folded(name.name)} {folded(name.folded)}"


def _accounts(book: Book, hint: str) -> list[Candidate]:
    return [Candidate(name.id, name.name, found_by(name), hint, "account") for name in account_names(book)]


def _mentions(book: Book, language: Language) -> list[Candidate]:
    """Folded where the book is read, for there may be many thousands."""
    from csdesk.ui.folding import folded
    from csdesk.usecases.finding import mentions

    return [
        Candidate(
            found.account,
            " ".join(found.text.split())[:_LONGEST],
            folded(f"{found.text} {found.more}"),
            " · ".join(filter(None, (found.account_name, day(found.on, language) if found.on else ""))),
            _ICONS[found.kind],
            said=found.kind is not Kind.CONTACT,
        )
        for found in mentions(book)
    ]


def _plain(text: str) -> str:
    """Without the marks of shortcuts; a doubled & stands for itself."""
    return re.sub("&(.?)", r"\1", text)
